import type { Span } from '../engine/index.js';
import type { RecordedStatement } from '../record/index.js';
import { type Child, type Html, html } from './html.js';

/** One stretch of an article's text and what it is to each voice. */
type Role = 'content' | 'source' | 'cue';

interface Stretch extends Span {
  readonly role: Role;
  readonly voice: number;
}

const CLASSES: Readonly<Record<Role, string>> = { content: 'voice', source: 'source', cue: 'cue' };

/** Text with its voices marked: the words said underlined, who says them heavier, the word of saying slanted. */
export function voicedText(
  text: string,
  within: Span,
  statements: readonly RecordedStatement[],
  ordinals: ReadonlyMap<string, number>,
): Html {
  const stretches = stretchesOf(statements, within);
  const places = [...new Set([within.start, within.end, ...stretches.flatMap(({ start, end }) => [start, end])])].sort(
    (one, other) => one - other,
  );
  const starting = groupBy(stretches, (stretch) => stretch.start);
  const references = groupBy(lastContents(stretches), (stretch) => stretch.end);
  let active: readonly Stretch[] = [];
  const pieces: Child[] = [];
  for (const [index, place] of places.entries()) {
    for (const ended of references.get(place) ?? []) pieces.push(reference(statements[ended.voice], ordinals));
    active = [...active.filter((stretch) => stretch.end > place), ...(starting.get(place) ?? [])];
    const next = places[index + 1];
    if (next !== undefined) pieces.push(pieceOf(text.slice(place, next), active, statements));
  }
  return html`${pieces}`;
}

function stretchesOf(statements: readonly RecordedStatement[], within: Span): readonly Stretch[] {
  return statements.flatMap(({ attribution }, voice) => {
    const cut = (spans: readonly Span[], role: Role): readonly Stretch[] =>
      spans
        .map((span) => ({ role, voice, start: Math.max(span.start, within.start), end: Math.min(span.end, within.end) }))
        .filter((stretch) => stretch.start < stretch.end);
    return [...cut(attribution.content, 'content'), ...cut(attribution.source, 'source'), ...cut(attribution.cue, 'cue')];
  });
}

function lastContents(stretches: readonly Stretch[]): readonly Stretch[] {
  const last = new Map<number, Stretch>();
  for (const stretch of stretches) {
    if (stretch.role === 'content' && stretch.end > (last.get(stretch.voice)?.end ?? -1)) last.set(stretch.voice, stretch);
  }
  return [...last.values()];
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): ReadonlyMap<number, readonly Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function pieceOf(words: string, active: readonly Stretch[], statements: readonly RecordedStatement[]): Child {
  if (active.length === 0) return words;
  const contents = active.filter((stretch) => stretch.role === 'content');
  const outer = contents[0] === undefined ? null : statements[contents[0].voice]?.attribution.manner;
  const classes = new Set<string>([
    ...active.map((stretch) => CLASSES[stretch.role]),
    ...(outer ? [outer] : []),
    ...(contents.length > 1 ? ['inner'] : []),
  ]);
  return html`<span class="${[...classes].join(' ')}">${words}</span>`;
}

function reference(statement: RecordedStatement | undefined, ordinals: ReadonlyMap<string, number>): Child {
  const ordinal = statement === undefined ? undefined : ordinals.get(statement.id);
  if (statement === undefined || ordinal === undefined) return null;
  return html`<sup class="ref"><a href="#${statement.id}" aria-label="statement ${ordinal}">${ordinal}</a></sup>`;
}
