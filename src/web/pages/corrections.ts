import type { Change, Correction } from '../../record/index.js';
import { statementAddress } from '../addresses.js';
import { dayText, intervalText } from '../days.js';
import { undoForm } from '../editing.js';
import { type Child, type Html, html, isolated } from '../html.js';
import { stanceWords } from '../stance.js';
import { nameText } from '../statement-view.js';
import type { View } from '../view.js';
import { clipped } from '../words.js';

export interface CorrectionsData {
  /** The latest first. */
  readonly corrections: readonly Correction[];
}

const MOST_CORRECTIONS = 200;

export const correctionsView: View<CorrectionsData> = {
  async read({ record }) {
    return { corrections: [...(await record.corrections())].reverse() };
  },
  title: () => 'Corrections',
  body: ({ corrections }, { editing }) => html`<h1>Corrections</h1>
<p class="lead">What people set right in this record. Each entry stays, also when a later one takes it back; the articles are never changed.</p>
${corrections.length === 0 ? html`<div class="empty"><p>Nothing has been corrected. The record stands as the articles were read.</p></div>` : null}
<ol class="statements">${corrections.slice(0, MOST_CORRECTIONS).map((entry) => entryOf(entry, editing && entry.change.kind !== 'undo' && !takenBack(corrections, entry.id)))}</ol>`,
  rows: ({ corrections }) => ({
    columns: ['id', 'day', 'change', 'note', 'details'],
    rows: corrections.map((correction) => [
      correction.id,
      correction.day,
      correction.change.kind,
      correction.note,
      JSON.stringify(correction.change),
    ]),
  }),
};

const takenBack = (corrections: readonly Correction[], id: string): boolean =>
  corrections.some(({ change }) => change.kind === 'undo' && change.entry === id);

const entryOf = (
  correction: Correction,
  undoable: boolean,
): Html => html`<li id="${correction.id}"><p class="when">${correction.day === null ? 'day not given' : dayText(correction.day)}<span class="printed">${isolated(correction.id)}</span></p>
<div><p>${changeText(correction.change)}</p>${correction.note !== null && html`<p class="by">${isolated(clipped(correction.note, 600).text)}</p>`}${undoable && undoForm(correction.id)}</div></li>`;

const statementLink = (id: string): Html => html`<a href="${statementAddress(id)}">a statement</a>`;

const named = (name: string): Html => html`<strong>${isolated(nameText(name))}</strong>`;

/** What an entry does, in a sentence. */
export function changeText(change: Change): Child {
  switch (change.kind) {
    case 'merge':
      return [named(change.from), ' is the same as ', named(change.into)];
    case 'split':
      return [`${change.statements.length} statements of `, named(change.from), ' belong to ', named(change.name)];
    case 'rename':
      return [named(change.speaker), ' is called ', named(change.name)];
    case 'role':
      return [
        named(change.speaker),
        ': ',
        isolated(nameText(change.role)),
        change.from === null && change.to === null ? '' : `, ${intervalText(change.from, change.to)}`,
      ];
    case 'said':
      return [statementLink(change.statement), ` was said ${intervalText(change.from, change.to)}`];
    case 'speaker':
      return [statementLink(change.statement), change.name === null ? ' names nobody' : [' is of ', named(change.name)]];
    case 'act':
      return [statementLink(change.statement), `: the speaker ${change.act}`];
    case 'position':
      return [
        statementLink(change.statement),
        change.stance === null ? ' takes no position' : ` is ${stanceWords(change.stance)}`,
        change.target !== null && [' — ', isolated(nameText(change.target))],
        change.condition !== null && [', ', isolated(nameText(change.condition))],
      ];
    case 'words':
      return [statementLink(change.statement), ' has the words ', isolated(nameText(change.words))];
    case 'withdraw':
      return [statementLink(change.statement), ' is withdrawn'];
    case 'undo':
      return ['takes back ', html`<a href="#${change.entry}">${change.entry}</a>`];
  }
}
