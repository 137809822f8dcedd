import type { Span } from '../../engine/index.js';
import type { ArticleHead, RecordedStatement, RecordedText, StatementRecord } from '../../record/index.js';
import { findRun, type WordRun, wordRun } from './word-run.js';

/** Whose words a place holds: somebody's own, somebody's as reported without quotation marks, or the article's. */
export type Voice = 'quoted' | 'reported' | 'article';

/** A text of the record, cut into words. */
export interface HeldText {
  readonly sha256: string;
  readonly head: ArticleHead;
  readonly run: WordRun;
}

/** Words of a held text, in order, as indexes into its run, and the statement that they belong to. */
export interface Place {
  readonly held: HeldText;
  readonly words: readonly number[];
  readonly statement: RecordedStatement | null;
}

/** The texts of one answer, each read once. */
export interface Texts {
  hold(text: RecordedText): HeldText;
  find(sha256: string): Promise<HeldText | null>;
  /** The statements that reach into a run of words. */
  statements(held: HeldText, words: readonly number[]): Promise<readonly RecordedStatement[]>;
  /** The statements that reach into a part of the text. */
  near(held: HeldText, span: Span): Promise<readonly RecordedStatement[]>;
  place(held: HeldText, words: readonly number[]): Promise<Place>;
}

export function createTexts(record: StatementRecord): Texts {
  const known = new Map<string, HeldText>();
  const hold = ({ sha256, text, head }: RecordedText): HeldText => {
    const held = known.get(sha256) ?? { sha256, head, run: wordRun(text) };
    known.set(sha256, held);
    return held;
  };
  const statements = (held: HeldText, words: readonly number[]): Promise<readonly RecordedStatement[]> =>
    record.statementsOf(held.sha256, hullOf(held, words));
  return {
    hold,
    statements,
    near: (held, span) => record.statementsOf(held.sha256, span),
    async find(sha256) {
      const text = known.has(sha256) ? null : await record.text(sha256);
      return text === null ? (known.get(sha256) ?? null) : hold(text);
    },
    place: async (held, words) => ({ held, words, statement: statementAt(held, words, await statements(held, words)) }),
  };
}

function hullOf({ run }: HeldText, words: readonly number[]): Span {
  return { start: run.spans[words[0] ?? 0]?.start ?? 0, end: run.spans[words.at(-1) ?? 0]?.end ?? 0 };
}

/** How many places of one text are told: a refrain need not be listed whole. */
const PLACES = 5;

/** Where the words stand next to one another in a text, as indexes of words. */
export function exactRuns({ run }: HeldText, keys: readonly string[]): readonly (readonly number[])[] {
  const runs: (readonly number[])[] = [];
  for (let at = findRun(run.keys, keys); at >= 0 && runs.length < PLACES; at = findRun(run.keys, keys, at + 1))
    runs.push(keys.map((_, index) => at + index));
  return runs;
}

/** The words of a statement, whatever cue stands between them. */
export const statementWords = (held: HeldText, { statement }: RecordedStatement): readonly number[] =>
  statement.citation.spans.flatMap((span) => wordsWithin(held.run, span));

/** Indexes of the words that stand wholly within a span. */
function wordsWithin(run: WordRun, span: Span): readonly number[] {
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

/** The runs of the article's text that words cover, from the first letter of each to the last. */
export function spansOf({ run }: HeldText, words: readonly number[]): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  let before = -2;
  for (const index of words) {
    const span = run.spans[index];
    const last = spans.at(-1);
    if (span === undefined) continue;
    if (index === before + 1 && last !== undefined) last.end = span.end;
    else spans.push({ ...span });
    before = index;
  }
  return spans;
}

/** The statement that words belong to: the one that holds most of them, the shortest where several do; null where none holds half. */
function statementAt(held: HeldText, words: readonly number[], statements: readonly RecordedStatement[]): RecordedStatement | null {
  const spans = spansOf(held, words);
  const length = lengthOf(spans);
  let best: { readonly statement: RecordedStatement; readonly shared: number; readonly size: number } | null = null;
  for (const statement of statements) {
    const own = statement.statement.citation.spans;
    const shared = overlap(spans, own);
    const size = lengthOf(own);
    if (shared * 2 < length) continue;
    if (best === null || shared > best.shared || (shared === best.shared && size < best.size)) best = { statement, shared, size };
  }
  return best?.statement ?? null;
}

const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

function overlap(spans: readonly Span[], others: readonly Span[]): number {
  let shared = 0;
  for (const one of spans)
    for (const other of others) shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return shared;
}

export function voiceOf({ held, words, statement }: Place): Voice {
  if (statement?.attribution.manner === 'direct') return 'quoted';
  if (insideMarks(held.run.text, held.run.spans[words[0] ?? 0]?.start ?? 0)) return 'quoted';
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
