import type { Span } from '../../engine/index.js';
import { align } from './align.js';
import { exactPlaces, type HeldText, insideMarks, type Place, spansOf, statementAt } from './held-text.js';
import type { NearPlace } from './near-places.js';
import type { Quotation } from './quotation.js';
import { findRun, type WordRun, wordRun } from './word-run.js';

/** A quotation whose parts all stand somewhere in the same words. */
export interface PlacedPart {
  readonly parts: readonly { readonly run: WordRun; readonly places: readonly Place[] }[];
  /** Whether one speaker said them in one place, in this order. */
  readonly together: boolean;
  /** What the source has between the parts, of its speaker's words. */
  readonly leftOut: readonly string[];
  /** Parts said together with no more than a few words missing between them without a mark: a changed wording, not a shortened one. */
  readonly changed: { readonly run: WordRun; readonly near: NearPlace } | null;
}

/** Parts that the quotation itself does not part have at least so many words: shorter ones stand in many texts by chance. */
const SHORTEST_RUN = 3;
const SHORTEST_STITCH = 4;
const MOST_RUNS = 4;

/** Words may be missing between two parts of one utterance up to so many characters. */
const FARTHEST = 1_500;

/** Up to so many words missing without a mark are a change of wording. */
const SMALL_GAP = 3;

type Find = (piece: WordRun) => Promise<readonly Place[]>;

/**
 * Places for every part of a quotation: the parts that its ellipses make, else the fewest runs that stand somewhere word for
 * word. Null where some part stands nowhere.
 */
export async function joinedParts(quotation: Quotation, candidates: readonly HeldText[], find: Find): Promise<PlacedPart | null> {
  const marked = quotation.pieces.length > 1;
  const pieces = marked ? quotation.pieces : await cutIntoRuns(quotation.pieces[0], candidates, find);
  if (pieces === null || pieces.length < 2) return null;
  const chain = bestChain(candidates, pieces);
  if (chain !== null) return togetherParts(pieces, chain, marked);
  const parts: { readonly run: WordRun; readonly places: readonly Place[] }[] = [];
  for (const run of pieces) {
    if (!marked && run.keys.length < SHORTEST_STITCH) return null;
    const places = await find(run);
    if (places.length === 0) return null;
    parts.push({ run, places });
  }
  return chainOf(parts) ?? { parts, together: false, leftOut: [], changed: null };
}

/** Parts found one by one may still stand together, in a text that was no candidate. */
function chainOf(parts: PlacedPart['parts']): PlacedPart | null {
  const texts = [...new Set(parts[0]?.places.map(({ held }) => held))];
  const pieces = parts.map(({ run }) => run);
  const chain = bestChain(texts, pieces);
  return chain === null ? null : togetherParts(pieces, chain, true);
}

function togetherParts(pieces: readonly WordRun[], chain: readonly Place[], marked: boolean): PlacedPart {
  const parts = pieces.map((run, index) => ({ run, places: chain.slice(index, index + 1) }));
  const leftOut = gapsOf(chain);
  const missing = leftOut.reduce((sum, gap) => sum + wordRun(gap).keys.length, 0);
  const changed = !marked && missing > 0 && missing <= SMALL_GAP ? changedWording(pieces, chain) : null;
  return { parts, together: true, leftOut, changed };
}

function changedWording(pieces: readonly WordRun[], chain: readonly Place[]): PlacedPart['changed'] {
  const held = chain[0]?.held;
  const first = chain[0]?.words[0];
  const last = chain.at(-1)?.words.at(-1);
  if (held === undefined || first === undefined || last === undefined) return null;
  const run = wordRun(pieces.map(({ text }) => text.trim()).join(' '));
  const words = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const alignment = align(
    run.keys,
    words.map((index) => held.run.keys[index] ?? ''),
  );
  const place = { held, words: words.slice(alignment.from, alignment.to) };
  return { run, near: { place, alignment, similarity: 1 - alignment.distance / Math.max(run.keys.length, words.length) } };
}

/** One place for each piece, in order, said in one breath: the first candidate that has them. */
function bestChain(candidates: readonly HeldText[], pieces: readonly WordRun[]): readonly Place[] | null {
  for (const held of candidates) {
    const options = pieces.map(({ keys }) => exactPlaces(held, keys));
    if (options.some((places) => places.length === 0)) continue;
    const chain = follow(options, 0, null);
    if (chain !== null) return chain;
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

/** Behind one another, near, and of one statement or one speaker. */
function isTogether(place: Place, next: Place): boolean {
  const end = spansOf(place).at(-1)?.end ?? 0;
  const start = spansOf(next)[0]?.start ?? 0;
  if (start < end || start - end > FARTHEST) return false;
  const one = statementAt(place);
  const other = statementAt(next);
  return one?.id === other?.id || (one !== null && other !== null && one.speaker.key === other.speaker.key && one.speaker.name !== null);
}

/** What the speaker said between the parts; the cue between two parts of an interrupted sentence is not among it. */
function gapsOf(chain: readonly Place[]): readonly string[] {
  const gaps: string[] = [];
  for (const [index, place] of chain.entries()) {
    const next = chain[index + 1];
    if (next === undefined) break;
    const from = (place.words.at(-1) ?? 0) + 1;
    const to = next.words[0] ?? 0;
    const said = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset).filter((word) => isSaid(place.held, word));
    const words = spansOf({ held: place.held, words: said }).map(({ start, end }) => place.held.run.text.slice(start, end));
    if (words.length > 0) gaps.push(words.join(' … '));
  }
  return gaps;
}

/** Whether a word belongs to what somebody said: to a statement, or at least between quotation marks. */
function isSaid(held: HeldText, word: number): boolean {
  const span = held.run.spans[word];
  if (span === undefined) return false;
  const holds = ({ start, end }: Span): boolean => start <= span.start && end >= span.end;
  return held.statements.some(({ statement }) => statement.citation.spans.some(holds)) || insideMarks(held.run.text, span.start);
}

/** The fewest runs of the words, each at least {@link SHORTEST_RUN} long, that stand in some candidate; what is left at the end may be found anywhere. */
async function cutIntoRuns(whole: WordRun | undefined, candidates: readonly HeldText[], find: Find): Promise<readonly WordRun[] | null> {
  if (whole === undefined) return null;
  const runs: WordRun[] = [];
  let at = 0;
  while (at < whole.keys.length) {
    if (runs.length === MOST_RUNS || whole.keys.length - at < SHORTEST_RUN) return null;
    const length = longestRun(whole.keys, at, candidates);
    const kept = leaveRoom(length, whole.keys.length - at);
    if (kept >= SHORTEST_RUN) runs.push(sliceRun(whole, at, kept));
    else {
      const rest = sliceRun(whole, at, whole.keys.length - at);
      if (runs.length === 0 || (await find(rest)).length === 0) return null;
      runs.push(rest);
    }
    at += runs.at(-1)?.keys.length ?? whole.keys.length;
  }
  return runs;
}

/** A run takes at most what leaves enough words for another, unless it takes all. */
const leaveRoom = (length: number, left: number): number => (length >= left ? left : Math.min(length, Math.max(0, left - SHORTEST_RUN)));

function sliceRun(run: WordRun, at: number, length: number): WordRun {
  const start = run.spans[at]?.start ?? 0;
  const end = run.spans[at + length - 1]?.end ?? start;
  return wordRun(run.text.slice(start, end));
}

/** The length of the longest run from `at` on that stands in a candidate. */
function longestRun(keys: readonly string[], at: number, candidates: readonly HeldText[]): number {
  let longest = 0;
  for (const { run } of candidates) {
    const seed = keys.slice(at, at + SHORTEST_RUN);
    for (let place = findRun(run.keys, seed); place >= 0; place = findRun(run.keys, seed, place + 1)) {
      let length = seed.length;
      while (at + length < keys.length && run.keys[place + length] === keys[at + length]) length++;
      longest = Math.max(longest, length);
    }
  }
  return longest;
}
