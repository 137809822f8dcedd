import type { Span } from '../../engine/index.js';
import { exactRuns, type HeldText, insideMarks, type Place, spansOf, type Texts } from './held-text.js';
import type { Quotation } from './quotation.js';
import { findRun, type WordRun, wordRun } from './word-run.js';

/** A quotation whose parts all stand somewhere in the same words. */
export interface PlacedParts {
  readonly parts: readonly { readonly run: WordRun; readonly places: readonly Place[] }[];
  /** Whether one speaker said them in one place, in this order. */
  readonly together: boolean;
  /** What the source has between the parts, of its speaker's words. */
  readonly leftOut: readonly string[];
}

/** Where the whole of a run stands, in any text. */
export type Find = (run: WordRun) => Promise<readonly Place[]>;

/** Runs that stand in one text, or that a mark parts, have at least so many words, others so many: shorter ones stand anywhere by chance. */
const SHORTEST_RUN = 3;
const SHORTEST_STITCH = 5;
const MOST_RUNS = 4;

/** Words may be missing between two parts of what one speaker says up to so many characters. */
const FARTHEST = 1_500;

/** Places for every part that the quotation's own ellipses make. Null where some part stands nowhere. */
export async function markedParts(
  texts: Texts,
  quotation: Quotation,
  candidates: readonly HeldText[],
  find: Find,
): Promise<PlacedParts | null> {
  const together = await sayTogether(texts, candidates, quotation.pieces);
  if (together !== null) return together;
  if (quotation.pieces.some(({ keys }) => keys.length < SHORTEST_RUN)) return null;
  const parts = await findAll(quotation.pieces, find);
  if (parts === null) return null;
  const held = [...new Set(parts.flatMap(({ places }) => places.map((place) => place.held)))];
  return (await sayTogether(texts, held, quotation.pieces)) ?? { parts, together: false, leftOut: [] };
}

/** Runs that the quotation joins without a mark: in one text where they stand in one breath, else the longest of any. */
export async function unmarkedParts(
  texts: Texts,
  whole: WordRun,
  candidates: readonly HeldText[],
  find: Find,
): Promise<PlacedParts | null> {
  for (const held of candidates) {
    const runs = cutByText(whole, held);
    const together = runs === null ? null : await sayTogether(texts, [held], runs);
    if (together !== null) return together;
  }
  const runs = await cutAnywhere(whole, find);
  const parts = runs === null ? null : await findAll(runs, find);
  return parts === null ? null : { parts, together: false, leftOut: [] };
}

async function findAll(pieces: readonly WordRun[], find: Find): Promise<PlacedParts['parts'] | null> {
  const parts: { readonly run: WordRun; readonly places: readonly Place[] }[] = [];
  for (const run of pieces) {
    const places = await find(run);
    if (places.length === 0) return null;
    parts.push({ run, places });
  }
  return parts;
}

/** The first text in which one speaker says all pieces in their order, with little between. */
async function sayTogether(texts: Texts, candidates: readonly HeldText[], pieces: readonly WordRun[]): Promise<PlacedParts | null> {
  for (const held of candidates) {
    const runs = pieces.map(({ keys }) => exactRuns(held, keys));
    if (runs.some((places) => places.length === 0)) continue;
    const options: (readonly Place[])[] = [];
    for (const one of runs) options.push(await Promise.all(one.map((words) => texts.place(held, words))));
    const chain = follow(options, 0, null);
    if (chain === null) continue;
    const parts = pieces.map((run, index) => ({ run, places: chain.slice(index, index + 1) }));
    return { parts, together: true, leftOut: await gapsOf(texts, chain) };
  }
  return null;
}

function follow(options: readonly (readonly Place[])[], index: number, before: Place | null): readonly Place[] | null {
  const places = options[index];
  if (places === undefined) return [];
  for (const place of places) {
    if (before !== null && !isTogether(before, place)) continue;
    const rest = follow(options, index + 1, place);
    if (rest !== null) return [place, ...rest];
  }
  return null;
}

/** Behind one another, and of one statement, or near and of one speaker: a turn of an interview may be long. */
function isTogether(place: Place, next: Place): boolean {
  const end = spansOf(place.held, place.words).at(-1)?.end ?? 0;
  const start = spansOf(next.held, next.words)[0]?.start ?? 0;
  const one = place.statement;
  const other = next.statement;
  if (start < end || (start - end > FARTHEST && (one === null || one.id !== other?.id))) return false;
  return one?.id === other?.id || (one !== null && other !== null && one.speaker.key === other.speaker.key && one.speaker.name !== null);
}

/** What was said between the parts; the cue between two parts of an interrupted sentence is not among it. */
async function gapsOf(texts: Texts, chain: readonly Place[]): Promise<readonly string[]> {
  const gaps: string[] = [];
  for (const [index, { held, words }] of chain.entries()) {
    const from = (words.at(-1) ?? 0) + 1;
    const to = chain[index + 1]?.words[0] ?? from;
    const between = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
    if (between.length === 0) continue;
    const cited = (await texts.statements(held, between)).flatMap(({ statement }) => statement.citation.spans);
    const said = between.filter((word) => isSaid(held, word, cited));
    const runs = spansOf(held, said).map(({ start, end }) => held.run.text.slice(start, end));
    if (runs.length > 0) gaps.push(runs.join(' … '));
  }
  return gaps;
}

/** Whether a word belongs to what somebody said: to a statement, or at least between quotation marks. */
function isSaid(held: HeldText, word: number, cited: readonly Span[]): boolean {
  const span = held.run.spans[word];
  if (span === undefined) return false;
  return cited.some(({ start, end }) => start <= span.start && end >= span.end) || insideMarks(held.run.text, span.start);
}

/** The words of a quotation as runs that all stand in one text, or null. */
function cutByText(whole: WordRun, held: HeldText): readonly WordRun[] | null {
  const runs: WordRun[] = [];
  let at = 0;
  while (at < whole.keys.length) {
    const left = whole.keys.length - at;
    const length = longestIn(held, whole.keys, at);
    const kept = length >= left ? left : Math.min(length, left - SHORTEST_RUN);
    if (kept < SHORTEST_RUN || runs.length === MOST_RUNS) return null;
    runs.push(sliceRun(whole, at, kept));
    at += kept;
  }
  return runs.length < 2 ? null : runs;
}

function longestIn({ run }: HeldText, keys: readonly string[], at: number): number {
  const seed = keys.slice(at, at + SHORTEST_RUN);
  if (seed.length < SHORTEST_RUN) return 0;
  let longest = 0;
  for (let place = findRun(run.keys, seed); place >= 0; place = findRun(run.keys, seed, place + 1)) {
    let length = seed.length;
    while (at + length < keys.length && run.keys[place + length] === keys[at + length]) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}

/**
 * Two runs, each long enough to be no chance, that stand anywhere. The first is made as long as it can be: by trying half
 * of what is left each time, so that a quotation costs a handful of questions.
 */
async function cutAnywhere(whole: WordRun, find: Find): Promise<readonly WordRun[] | null> {
  const { length } = whole.keys;
  if (length < 2 * SHORTEST_STITCH) return null;
  const stands = async (from: number, to: number): Promise<boolean> => (await find(sliceRun(whole, from, to - from))).length > 0;
  if (!(await stands(0, SHORTEST_STITCH)) || !(await stands(length - SHORTEST_STITCH, length))) return null;
  let low = SHORTEST_STITCH;
  let high = length - SHORTEST_STITCH;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (await stands(0, middle)) low = middle;
    else high = middle - 1;
  }
  return (await stands(low, length)) ? [sliceRun(whole, 0, low), sliceRun(whole, low, length - low)] : null;
}

function sliceRun(run: WordRun, at: number, length: number): WordRun {
  const start = run.spans[at]?.start ?? 0;
  const end = run.spans[at + length - 1]?.end ?? start;
  return wordRun(run.text.slice(start, end));
}
