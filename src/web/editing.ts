import type { Day, SpeakerKind } from '../engine/index.js';
import { SPEAKER_KINDS } from '../engine/model-values.js';
import type { Change, RecordedSpeaker, RecordedStatement } from '../record/index.js';
import { type Child, type Html, html } from './html.js';
import { isStance, STANCES, stanceWords } from './stance.js';
import { AskedWrongly } from './view.js';

/** How corrections are kept. The pages only say what is to change. */
export interface Editing {
  /** Adds an entry and makes the record follow it; gives its id. A change that cannot be made is a RecordError `correction-wrong`. */
  add(change: Change, note: string | null): Promise<string>;
}

/** What a form asks to change. */
export function readChange(form: URLSearchParams): Change {
  const text = (name: string): string => {
    const value = form.get(name)?.trim() ?? '';
    if (value === '' || value.length > 2_000) throw new AskedWrongly(`Nothing was changed: "${name}" is missing or too long.`);
    return value;
  };
  const textOrNull = (name: string): string | null => ((form.get(name)?.trim() ?? '') === '' ? null : text(name));
  switch (form.get('kind')) {
    case 'said':
      return { kind: 'said', statement: text('statement'), ...readDays(form) };
    case 'speaker':
      return {
        kind: 'speaker',
        statement: text('statement'),
        name: textOrNull('name'),
        speakerKind: SPEAKER_KINDS.find((kind) => kind === form.get('speakerKind')) ?? 'person',
      };
    case 'position': {
      const stance = form.get('stance') ?? '';
      return {
        kind: 'position',
        statement: text('statement'),
        stance: isStance(stance) ? stance : null,
        target: textOrNull('target'),
        condition: textOrNull('condition'),
      };
    }
    case 'withdraw':
      return { kind: 'withdraw', statement: text('statement') };
    case 'rename':
      return { kind: 'rename', speaker: text('speaker'), name: text('name') };
    case 'merge':
      return { kind: 'merge', from: text('from'), into: text('into') };
    case 'role':
      return { kind: 'role', speaker: text('speaker'), role: text('role'), ...readDays(form) };
    case 'undo':
      return { kind: 'undo', entry: text('entry') };
    default:
      throw new AskedWrongly('Nothing was changed: that is no kind of correction.');
  }
}

function readDays(form: URLSearchParams): { readonly from: Day | null; readonly to: Day | null } {
  const day = (name: string): Day | null => {
    const value = form.get(name)?.trim() ?? '';
    if (value !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(value))
      throw new AskedWrongly(`Nothing was changed: write the day as 2031-03-14, not "${value.slice(0, 40)}".`);
    return value === '' ? null : value;
  };
  const [from, to] = [day('from'), day('to')];
  if (from !== null && to !== null && from > to) throw new AskedWrongly('Nothing was changed: the last day lies before the first.');
  return { from, to };
}

export const readNote = (form: URLSearchParams): string | null => form.get('note')?.trim().slice(0, 2_000) || null;

const formOf = (
  title: string,
  hidden: Readonly<Record<string, string>>,
  fields: Child,
  button: string,
): Html => html`<form class="correct" action="/corrections" method="post"><h3>${title}</h3>
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="choices">${fields}<label>Why <input type="text" name="note" placeholder="for the public list"></label><button class="quiet">${button}</button></div></form>`;

const field = (label: string, name: string, value: string | null, type = 'text'): Html =>
  html`<label>${label} <input type="${type}" name="${name}" value="${value}"></label>`;

/** The forms that correct one statement. */
export function statementForms({ id, statement, wording, speaker }: RecordedStatement): Html {
  const { position, said } = statement;
  return html`<details class="editing"><summary>Correct this statement</summary>
${formOf('Day said', { kind: 'said', statement: id }, [field('First day', 'from', said.from, 'date'), field('Last day', 'to', said.to, 'date')], 'Set the day')}
${formOf('Speaker', { kind: 'speaker', statement: id }, [field('Name', 'name', (speaker.name ?? '').slice(0, 200)), kindField(speaker.kind)], 'Set the speaker')}
${formOf('Position', { kind: 'position', statement: id }, [stanceField(position?.stance ?? null), field('On, in its words', 'target', wording.target?.slice(0, 300) ?? null), field('Condition, in its words', 'condition', wording.condition?.slice(0, 300) ?? null)], 'Set the position')}
${formOf('Not a statement', { kind: 'withdraw', statement: id }, null, 'Withdraw it')}
</details>`;
}

const kindField = (chosen: SpeakerKind): Html =>
  html`<label>Kind <select name="speakerKind">${SPEAKER_KINDS.map((kind) => html`<option${kind === chosen ? html` selected` : ''}>${kind}</option>`)}</select></label>`;

const stanceField = (chosen: string | null): Html =>
  html`<label>Side <select name="stance"><option value="">none</option>${STANCES.map((stance) => html`<option value="${stance}"${stance === chosen ? html` selected` : ''}>${stanceWords(stance)}</option>`)}</select></label>`;

/** The forms that correct a speaker. */
export const speakerForms = ({ key, name }: RecordedSpeaker): Html => html`<details class="editing"><summary>Correct this speaker</summary>
${formOf('Name', { kind: 'rename', speaker: key }, field('Called', 'name', (name ?? '').slice(0, 200)), 'Rename')}
${formOf('The same as somebody else', { kind: 'merge', from: key }, field('Name or key of the other', 'into', ''), 'Merge into')}
${formOf('Office', { kind: 'role', speaker: key }, [field('Office', 'role', ''), field('From', 'from', null, 'date'), field('To', 'to', null, 'date')], 'Add the office')}
</details>`;

export const undoForm = (entry: string): Html =>
  html`<form action="/corrections" method="post"><input type="hidden" name="kind" value="undo"><input type="hidden" name="entry" value="${entry}"><button class="quiet">Take back</button></form>`;
