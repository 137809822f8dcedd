import type { Span } from '../../engine/index.js';
import type { ArticleHead, RecordedStatement, RecordedText, StatementRecord } from '../../record/index.js';
import { findRun, type WordRun, wordRun } from './word-run.js';

/** Whose words a place holds: somebody's own, somebody's as reported without quotation marks, or the article's. */
export type Voice = 'quoted' | 'reported' | 'article';

/** A text of the record, cut into words, with the statements in it. */
export interface HeldText {
  readonly head: ArticleHead;
  readonly run: WordRun;
  readonly statements: readonly RecordedStatement[];
  /** Words of statements that a cue interrupts, as indexes into `run`: what was said in one breath stands apart on the page. */
  readonly interrupted: readonly (readonly number[])[];
}

/** Words of a held text, in order: indexes into its run. */
export interface Place {
  readonly held: HeldText;
  readonly words: readonly number[];
}

/** Texts of one answer, each read once. */
export interface Texts {
  read(text: RecordedText): Promise<HeldText>;
}

export function createTexts(record: StatementRecord): Texts {
  const known = new Map<string, HeldText>();
  return {
    async read(text) {
      const held = known.get(text.sha256) ?? holdText(text, await record.statementsOf(text.sha256));
      known.set(text.sha256, held);
      return held;
    },
  };
}

function holdText({ text, head }: RecordedText, statements: readonly RecordedStatement[]): HeldText {
  const run = wordRun(text);
  const interrupted = statements
    .filter(({ statement }) => statement.citation.spans.length > 1)
    .map(({ statement }) => statement.citation.spans.flatMap((span) => wordsWithin(run, span)));
  return { head, run, statements, interrupted };
}

/** Indexes of the words that stand wholly within a span. */
export function wordsWithin(run: WordRun, span: Span): readonly number[] {
  const indexes: number[] = [];
  for (let index = firstWordFrom(run, span.start); index < run.spans.length; index++) {
    if ((run.spans[index]?.end ?? 0) > span.end) break;
    indexes.push(index);
  }
  return indexes;
}

function firstWordFrom(run: WordRun, start: number): number {
  let low = 0;
  let high = run.spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((run.spans[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many places of one text are told: a refrain need not be listed whole. */
const PLACES = 5;

/** Where the words stand next to one another in a text, or with nothing but a cue between them. */
export function exactPlaces(held: HeldText, keys: readonly string[]): readonly Place[] {
  const places: Place[] = [];
  for (let at = findRun(held.run.keys, keys); at >= 0 && places.length < PLACES; at = findRun(held.run.keys, keys, at + 1))
    places.push({ held, words: keys.map((_, index) => at + index) });
  for (const words of held.interrupted) {
    const at = findRun(
      words.map((index) => held.run.keys[index] ?? ''),
      keys,
    );
    const found = words.slice(at, at + keys.length);
    if (at >= 0 && !isContiguous(found)) places.push({ held, words: found });
  }
  return places;
}

const isContiguous = (words: readonly number[]): boolean => (words.at(-1) ?? 0) - (words[0] ?? 0) === words.length - 1;

/** The runs of the article's text that a place covers, from the first letter of each to the last. */
export function spansOf({ held, words }: Place): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  let before = -2;
  for (const index of words) {
    const span = held.run.spans[index];
    const last = spans.at(-1);
    if (span === undefined) continue;
    if (index === before + 1 && last !== undefined) last.end = span.end;
    else spans.push({ ...span });
    before = index;
  }
  return spans;
}

/** The statement that the words belong to: the one that holds most of them, the shortest where several do. */
export function statementAt(place: Place): RecordedStatement | null {
  const spans = spansOf(place);
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  let best: { readonly statement: RecordedStatement; readonly shared: number; readonly size: number } | null = null;
  for (const statement of place.held.statements) {
    const own = statement.statement.citation.spans;
    const shared = overlap(spans, own);
    const size = own.reduce((sum, { start, end }) => sum + end - start, 0);
    if (shared * 2 < length) continue;
    if (best === null || shared > best.shared || (shared === best.shared && size < best.size)) best = { statement, shared, size };
  }
  return best?.statement ?? null;
}

function overlap(spans: readonly Span[], others: readonly Span[]): number {
  let shared = 0;
  for (const one of spans)
    for (const other of others) shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return shared;
}

export function voiceOf(place: Place, statement: RecordedStatement | null): Voice {
  if (statement?.attribution.manner === 'direct') return 'quoted';
  const start = place.held.run.spans[place.words[0] ?? 0]?.start ?? 0;
  if (insideMarks(place.held.run.text, start)) return 'quoted';
  return statement === null ? 'article' : 'reported';
}

/** How far back the opening mark of a quotation is looked for, in code units. */
const REACH = 2_000;

/** Whether a place stands between quotation marks of its paragraph. */
export function insideMarks(text: string, at: number): boolean {
  const from = Math.max(0, at - REACH, text.lastIndexOf('\n\n', at - 1) + 1);
  let inside = false;
  for (let index = from; index < at; index++) {
    const character = text.charAt(index);
    if (character === '"') inside = !inside;
    else if (character === '“' || character === '«') inside = true;
    else if (character === '”' || character === '»') inside = false;
  }
  return inside;
}
