import type { TokenIndex, TokenRange } from '../model.js';
import { step } from './cue-features.js';
import { asFirst, asSecond, asThird, type FeatureList, template } from './feature-list.js';
import { mix } from './hashing.js';
import type { CueShape } from './role-features.js';
import { MARK, POS, QUOTE, type TokenTable } from './token-table.js';

export const READING_FEATURE_CAPACITY = 256;

/** The ranges of tokens that a reading takes for source and content. */
export interface ReadingRanges {
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
}

/** For each token how likely a cue starts there: 0 for not at all, to 3. */
export type CueStarts = Uint8Array;

/** Marks where cues that may attribute something start. */
export function markCues(table: TokenTable, cues: readonly { readonly from: TokenIndex; readonly probability: number }[]): CueStarts {
  const starts = new Uint8Array(table.count + 1);
  for (const { from, probability } of cues) starts[from] = probability > 0.7 ? 3 : probability > 0.3 ? 2 : 1;
  return starts;
}

/** What stands at a border of a fragment. */
interface Edge {
  readonly word: number;
  readonly stem: number;
  readonly pos: number;
  readonly mark: number;
  readonly quote: number;
  /** Whether the token is the first of its sentence. */
  readonly first: number;
}

const NOWHERE: Edge = { word: 7, stem: 7, pos: 0, mark: 0, quote: 5, first: 1 };

function edgeAt(table: TokenTable, at: TokenIndex): Edge {
  if (at < 0 || at >= table.count) return NOWHERE;
  return {
    word: table.word[at] ?? 0,
    stem: table.stem[at] ?? 0,
    pos: table.pos[at] ?? 0,
    mark: table.mark[at] ?? 0,
    quote: table.quote[at] ?? 0,
    first: table.sentenceFrom[at] === at ? 1 : 0,
  };
}

// What tells the readings of one window apart, in parts: readings share most of their parts with one another, and each part's
// votes are worked out once (see reading-ranker.ts).

/** Fills `list` with the order of source, cue and content, and with what lies between fragments. */
export function orderFeatures(table: TokenTable, shape: CueShape, { source, content }: ReadingRanges, list: FeatureList): void {
  list.length = 0;
  const { keys } = list;
  let n = 0;
  const order = orderOf(shape.cue, source, content);
  keys[n++] = template(500) + asFirst(order);
  keys[n++] = template(501) + asFirst(order) + asSecond(shape.stem);
  keys[n++] = template(502) + asFirst(order) + asSecond(shape.around);
  keys[n++] = template(503) + asFirst(order) + asSecond(shape.quoted) + asThird(shape.quote);
  keys[n++] = template(504) + asFirst(order) + asSecond(shape.next) + asThird(shape.fine);
  if (source.length === 0) {
    keys[n++] = template(505) + asFirst(shape.stem);
    keys[n++] = template(506) + asFirst(shape.around);
    keys[n++] = template(507) + asFirst(shape.fine) + asSecond(edgeAt(table, shape.cue.from - 1).pos);
  }
  list.length = n;
  for (let index = 1; index < content.length && index < MOST_GAPS; index++) {
    const left = content[index - 1];
    const right = content[index];
    if (left !== undefined && right !== undefined) gapFeatures(table, shape, left, right, list);
  }
}

/** More fragments than this are not told apart by what lies between them. */
const MOST_GAPS = 5;

/** The order of source, cue and fragments of content, as one number. */
function orderOf(cue: TokenRange, source: readonly TokenRange[], content: readonly TokenRange[]): number {
  let before = 0;
  let behind = 0;
  for (const { from } of content) {
    if (from < cue.from) before++;
    else behind++;
  }
  const who = source[0];
  let side = 0;
  if (who !== undefined) side = who.to <= cue.from ? (who.to === cue.from ? 1 : 2) : who.from === cue.to ? 3 : 4;
  const wedged = who !== undefined && content.some(({ from, to }) => to <= who.from && to > who.from - 3 && from < cue.from) ? 1 : 0;
  return ((Math.min(3, before) * 4 + Math.min(3, behind)) * 5 + side) * 2 + wedged + Math.min(2, source.length) * 1000;
}

/** Fills `list` with what the source looks like and how it lies to the cue. */
export function sourceFeatures(table: TokenTable, shape: CueShape, who: TokenRange, list: FeatureList): void {
  list.length = 0;
  const { keys } = list;
  let n = 0;
  const { cue } = shape;
  const start = edgeAt(table, who.from);
  const before = edgeAt(table, who.from - 1);
  const end = edgeAt(table, who.to - 1);
  const after = edgeAt(table, who.to);
  const size = step(who.to - who.from);
  const side = who.from < cue.from ? 0 : 1;
  const [from, to] = side === 0 ? [who.to, cue.from] : [cue.to, who.from];
  const path = pathBetween(table, from, to);
  let verbs = 0;
  let commas = 0;
  let names = 0;
  for (let at = who.from; at < who.to; at++) {
    const pos = table.pos[at];
    if (pos === POS.VERB || pos === POS.AUX) verbs = Math.min(2, verbs + 1);
    if (table.mark[at] === MARK.comma) commas = Math.min(3, commas + 1);
    if (pos === POS.PROPN) names = Math.min(3, names + 1);
  }
  keys[n++] = template(510) + asFirst(start.pos) + asSecond(before.pos) + asThird(side);
  keys[n++] = template(511) + asFirst(end.pos) + asSecond(after.pos) + asThird(side);
  keys[n++] = template(512) + asFirst(start.word) + asSecond(before.word) + asThird(side);
  keys[n++] = template(513) + asFirst(end.word) + asSecond(after.word) + asThird(side);
  keys[n++] = template(514) + asFirst(start.pos) + asSecond(end.pos) + asThird(size);
  keys[n++] = template(515) + asFirst(path) + asSecond(side);
  keys[n++] = template(516) + asFirst(path) + asSecond(start.pos) + asThird(size);
  keys[n++] = template(517) + asFirst(path) + asSecond(shape.stem);
  keys[n++] = template(518) + asFirst(mix(verbs * 4 + commas, names)) + asSecond(after.mark) + asThird(side);
  keys[n++] = template(519) + asFirst(mix(verbs * 4 + commas, names)) + asSecond(size) + asThird(side);
  keys[n++] = template(520) + asFirst(before.mark) + asSecond(before.quote) + asThird(mix(after.mark, after.quote));
  keys[n++] = template(521) + asFirst(end.stem) + asSecond(shape.stem);
  keys[n++] = template(522) + asFirst(end.stem) + asSecond(side) + asThird(size);
  keys[n++] = template(523) + asFirst(start.word) + asSecond(start.first) + asThird(side);
  keys[n++] = template(524) + asFirst(before.word) + asSecond(before.pos) + asThird(start.pos);
  keys[n++] = template(525) + asFirst(after.word) + asSecond(side) + asThird(end.pos);
  keys[n++] = template(526) + asFirst(after.stem) + asSecond(commas) + asThird(shape.around);
  list.length = n;
  interior(table, who, 530, shape, null, list);
}

/** The words between two places as one number: marks, little words and verbs tell, others by their part of speech. */
function pathBetween(table: TokenTable, from: TokenIndex, to: TokenIndex): number {
  let path = Math.min(12, to - from);
  const end = Math.min(to, from + 6);
  for (let at = from; at < end; at++) path = mix(path, (table.pos[at] ?? 0) * 16 + (table.mark[at] ?? 0));
  return path;
}

/** Whether a fragment of content is a later one than the first, and whether it is the last. */
export const placeInContent = (index: number, count: number): number => (index === 0 ? 0 : 2) + (index === count - 1 ? 1 : 0);

/** Fills `list` with how a fragment of content begins and ends and what it holds; `among` is its {@link placeInContent}. */
export function fragmentFeatures(
  table: TokenTable,
  shape: CueShape,
  range: TokenRange,
  among: number,
  cues: CueStarts,
  list: FeatureList,
): void {
  list.length = 0;
  const { keys } = list;
  let n = 0;
  const { cue } = shape;
  const start = edgeAt(table, range.from);
  const before = edgeAt(table, range.from - 1);
  const end = edgeAt(table, range.to - 1);
  const last = lastWord(table, range);
  const after = edgeAt(table, range.to);
  const next = edgeAt(table, range.to + 1);
  const side = range.from < cue.from ? 0 : 1;
  const where = side * 4 + among;
  const size = step(range.to - range.from);
  const touches = range.from === cue.to ? 1 : range.to === cue.from ? 2 : 0;
  const inside = held(table, range, cues);
  const balance = inside.quotes * 5 + inside.brackets;
  const cueNext = (cues[range.to] ?? 0) * 4 + (cues[range.to + 1] ?? 0);
  // how it starts
  keys[n++] = template(540) + asFirst(start.word) + asSecond(before.word) + asThird(where);
  keys[n++] = template(541) + asFirst(start.pos) + asSecond(before.pos) + asThird(where);
  keys[n++] = template(542) + asFirst(start.word) + asSecond(shape.stem) + asThird(where);
  keys[n++] = template(543) + asFirst(start.pos) + asSecond(shape.stem) + asThird(where);
  keys[n++] = template(544) + asFirst(start.quote * 6 + before.quote) + asSecond(mix(before.mark, start.first)) + asThird(where);
  keys[n++] = template(545) + asFirst(start.word) + asSecond(shape.around) + asThird(where);
  keys[n++] = template(546) + asFirst(start.pos) + asSecond(touches) + asThird(mix(shape.fine, where));
  keys[n++] = template(547) + asFirst(before.stem) + asSecond(start.pos) + asThird(where);
  if (side === 1 && touches === 0) {
    const path = pathBetween(table, cue.to, range.from);
    keys[n++] = template(548) + asFirst(path) + asSecond(where);
    keys[n++] = template(549) + asFirst(path) + asSecond(shape.stem) + asThird(where);
    keys[n++] = template(550) + asFirst(path) + asSecond(start.word) + asThird(where);
  }
  // how it ends
  keys[n++] = template(560) + asFirst(end.word) + asSecond(after.word) + asThird(where);
  keys[n++] = template(561) + asFirst(end.pos) + asSecond(after.pos) + asThird(where);
  keys[n++] = template(562) + asFirst(after.word) + asSecond(shape.stem) + asThird(where);
  keys[n++] = template(563) + asFirst(after.word) + asSecond(next.pos) + asThird(where);
  keys[n++] = template(564) + asFirst(after.word) + asSecond(next.word) + asThird(where);
  keys[n++] = template(565) + asFirst(mix(after.mark, after.first)) + asSecond(mix(end.mark, end.quote * 6 + after.quote)) + asThird(where);
  keys[n++] = template(566) + asFirst(mix(after.mark, after.pos)) + asSecond(mix(next.pos, next.stem)) + asThird(where);
  keys[n++] = template(567) + asFirst(mix(after.mark, after.first)) + asSecond(mix(start.quote, end.quote)) + asThird(mix(balance, where));
  keys[n++] = template(568) + asFirst(after.pos) + asSecond(mix(next.pos, last.pos)) + asThird(where);
  keys[n++] = template(569) + asFirst(last.stem) + asSecond(after.word) + asThird(where);
  keys[n++] = template(570) + asFirst(last.pos) + asSecond(after.word) + asThird(where);
  keys[n++] = template(571) + asFirst(cueNext) + asSecond(mix(after.mark, after.pos)) + asThird(where);
  keys[n++] = template(572) + asFirst(cueNext) + asSecond(mix(next.stem, after.mark)) + asThird(where);
  keys[n++] = template(573) + asFirst(after.word) + asSecond(size) + asThird(where);
  keys[n++] = template(574) + asFirst(mix(after.word, after.mark)) + asSecond(inside.verbs) + asThird(where);
  keys[n++] = template(575) + asFirst(after.word) + asSecond(start.word) + asThird(where);
  keys[n++] = template(576) + asFirst(after.pos) + asSecond(start.pos) + asThird(mix(shape.fine, where));
  keys[n++] = template(577) + asFirst(mix(after.word, next.pos)) + asSecond(shape.fine) + asThird(where);
  keys[n++] = template(578) + asFirst(mix(after.first, end.mark)) + asSecond(shape.around) + asThird(where);
  keys[n++] = template(579) + asFirst(mix(after.mark, after.first)) + asSecond(mix(start.word, shape.stem)) + asThird(where);
  // what it holds
  keys[n++] = template(590) + asFirst(size) + asSecond(where) + asThird(touches);
  keys[n++] = template(591) + asFirst(size) + asSecond(shape.fine) + asThird(where);
  keys[n++] = template(592) + asFirst(inside.verbs) + asSecond(start.pos) + asThird(where);
  keys[n++] = template(593) + asFirst(balance) + asSecond(where) + asThird(mix(start.quote, end.quote));
  keys[n++] = template(594) + asFirst(inside.quoted) + asSecond(mix(start.quote, end.quote)) + asThird(where);
  keys[n++] = template(595) + asFirst(inside.sentences) + asSecond(mix(start.quote, end.quote)) + asThird(where);
  keys[n++] = template(596) + asFirst(inside.cues) + asSecond(shape.fine) + asThird(where);
  keys[n++] = template(597) + asFirst(inside.cues) + asSecond(mix(inside.verbs, inside.commas)) + asThird(where);
  keys[n++] = template(598) + asFirst(inside.verbs) + asSecond(mix(start.word, shape.next)) + asThird(where);
  keys[n++] = template(599) + asFirst(inside.quoted) + asSecond(mix(shape.quoted, shape.quote)) + asThird(where);
  list.length = n;
  interior(table, range, 600, shape, cues, list);
}

function lastWord(table: TokenTable, { from, to }: TokenRange): Edge {
  let at = to - 1;
  while (at > from && table.pos[at] === POS.PUNCT) at--;
  return edgeAt(table, at);
}

/** Counts of what a fragment holds, each up to a few. */
function held(table: TokenTable, { from, to }: TokenRange, cues: CueStarts) {
  let verbs = 0;
  let commas = 0;
  let quotes = 2;
  let brackets = 2;
  let sentences = 0;
  let likely = 0;
  let quoted = 0;
  for (let at = from; at < to; at++) {
    if (table.pos[at] === POS.VERB) verbs++;
    const mark = table.mark[at];
    if (mark === MARK.comma) commas++;
    const quote = table.quote[at];
    if (quote === QUOTE.open) quotes++;
    else if (quote === QUOTE.close) quotes--;
    else if (quote !== QUOTE.none) quoted++;
    if (mark === MARK.bracket) brackets++;
    if (table.sentenceFrom[at] === at) sentences++;
    if ((cues[at] ?? 0) > 1) likely++;
  }
  return {
    verbs: Math.min(3, verbs),
    commas: Math.min(3, commas),
    quotes: Math.max(0, Math.min(4, quotes)),
    brackets: brackets % 2,
    sentences: Math.min(4, sentences),
    cues: Math.min(2, likely),
    quoted: quoted === 0 ? 0 : quoted * 2 < to - from ? 1 : quoted + 2 < to - from ? 2 : 3,
  };
}

/** How many places inside a fragment where it might have ended are told of. */
const INTERIOR = 8;

/** The places inside a fragment at which it might have ended, but did not: commas, conjunctions, dashes, ends of sentences. */
function interior(
  table: TokenTable,
  { from, to }: TokenRange,
  number: number,
  shape: CueShape,
  cues: CueStarts | null,
  list: FeatureList,
): void {
  const { keys } = list;
  let n = list.length;
  let told = 0;
  for (let at = from + 1; at < to && told < INTERIOR; at++) {
    const pos = table.pos[at];
    const mark = table.mark[at] ?? 0;
    const link = pos === POS.CCONJ || pos === POS.SCONJ || pos === POS.ADP;
    if (
      !link &&
      mark !== MARK.comma &&
      mark !== MARK.dash &&
      mark !== MARK.semicolon &&
      mark !== MARK.colon &&
      table.sentenceFrom[at] !== at
    )
      continue;
    told++;
    const next = at + 1 < to ? at + 1 : -1;
    const quote = table.quote[at] ?? 0;
    const word = table.word[at] ?? 0;
    const nextPos = next < 0 ? 0 : (table.pos[next] ?? 0);
    const nextStem = next < 0 ? 0 : (table.stem[next] ?? 0);
    const cue = cues === null ? 0 : (cues[at] ?? 0) * 4 + (cues[at + 1] ?? 0);
    keys[n++] = template(number) + asFirst(word) + asSecond(nextPos) + asThird(quote);
    keys[n++] = template(number + 1) + asFirst(mix(word, quote)) + asSecond(nextStem) + asThird(cue);
    keys[n++] = template(number + 2) + asFirst(word) + asSecond(shape.stem) + asThird(quote);
    keys[n++] = template(number + 3) + asFirst(table.pos[at - 1] ?? 0) + asSecond(word) + asThird(mix(nextPos, quote));
  }
  list.length = n;
}

/** Adds what lies between two fragments, and whether they belong together. */
function gapFeatures(table: TokenTable, shape: CueShape, left: TokenRange, right: TokenRange, list: FeatureList): void {
  const { keys } = list;
  let n = list.length;
  const spans = left.to <= shape.cue.from && right.from >= shape.cue.to ? 1 : 0;
  const end = edgeAt(table, left.to - 1);
  const start = edgeAt(table, right.from);
  const before = edgeAt(table, right.from - 1);
  const gap = step(right.from - left.to);
  const sentence = table.sentence[left.to - 1] === table.sentence[right.from] ? 1 : 0;
  const block = table.block[left.to - 1] === table.block[right.from] ? 1 : 0;
  const quotation = table.quotation[left.to - 1] ?? -1;
  const twin = quotation >= 0 && quotation === table.quotation[right.from] ? 1 : 0;
  const leads = table.leads[quotation] ?? 0;
  keys[n++] = template(620) + asFirst(spans) + asSecond(mix(end.quote, start.quote)) + asThird(sentence * 2 + block);
  keys[n++] = template(621) + asFirst(mix(spans, gap)) + asSecond(mix(before.mark, start.quote)) + asThird(sentence);
  keys[n++] = template(622) + asFirst(spans) + asSecond(mix(end.mark, before.mark)) + asThird(mix(start.quote, sentence));
  keys[n++] = template(623) + asFirst(spans) + asSecond(mix(start.pos, start.first)) + asThird(before.mark);
  keys[n++] = template(624) + asFirst(mix(spans, shape.stem)) + asSecond(start.quote) + asThird(before.mark);
  keys[n++] = template(625) + asFirst(twin * 2 + leads) + asSecond(mix(spans, start.quote)) + asThird(before.mark);
  list.length = n;
}
