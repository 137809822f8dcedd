import { add1, add2, add3, type FeatureList } from './feature-list.js';
import { hashLower } from './hashing.js';
import { MARK, POS, QUOTE, type TokenTable } from './token-table.js';

export const CUE_FEATURE_CAPACITY = 128;

const word = (text: string): number => hashLower(text, 0, text.length);
const THAT = word('that');
const TO = word('to');
const OF = word('of');
const BY = word('by');

/** What stands around each token of a sentence, found in one pass in each direction. Indexed by token. */
export interface CueContext {
  /** The nearest noun, name or pronoun to the left in the sentence, or -1. */
  readonly subject: Int32Array;
  /** The nearest verb to the left in the sentence, or -1. */
  readonly verb: Int32Array;
  /** The nearest verb to the right in the sentence, or -1. */
  readonly nextVerb: Int32Array;
  /** The nearest noun, name or pronoun to the right, or -1. */
  readonly object: Int32Array;
  /** Bits: commas, quotations, "that" between the sentence's start and here. */
  readonly before: Uint8Array;
}

const isNominal = (pos: number): boolean => pos === POS.NOUN || pos === POS.PROPN || pos === POS.PRON;

export function makeCueContext(table: TokenTable): CueContext {
  const { count } = table;
  const subject = new Int32Array(count).fill(-1);
  const verb = new Int32Array(count).fill(-1);
  const nextVerb = new Int32Array(count).fill(-1);
  const object = new Int32Array(count).fill(-1);
  const before = new Uint8Array(count);
  for (let at = 0; at < count; at++) {
    const first = table.sentenceFrom[at] === at;
    const left = at - 1;
    if (first) continue;
    const pos = table.pos[left] ?? 0;
    subject[at] = isNominal(pos) ? left : (subject[left] ?? -1);
    verb[at] = pos === POS.VERB ? left : (verb[left] ?? -1);
    const mark = table.mark[left];
    const bits = (mark === MARK.comma ? 1 : 0) | (table.quote[left] === QUOTE.close ? 2 : 0) | (table.word[left] === THAT ? 4 : 0);
    before[at] = (before[left] ?? 0) | bits;
  }
  for (let at = count - 2; at >= 0; at--) {
    const right = at + 1;
    if (table.sentenceFrom[right] === right) continue;
    const pos = table.pos[right] ?? 0;
    object[at] = isNominal(pos) ? right : (object[right] ?? -1);
    nextVerb[at] = pos === POS.VERB ? right : (nextVerb[right] ?? -1);
  }
  return { subject, verb, nextVerb, object, before };
}

/** A distance as one of a few steps. */
export function step(distance: number): number {
  if (distance < 4) return distance;
  if (distance < 6) return 4;
  if (distance < 9) return 5;
  if (distance < 14) return 6;
  return distance < 24 ? 7 : 8;
}

/** Fills `list` with the features of the token at `at` for finding cues. */
export function cueFeatures(table: TokenTable, context: CueContext, at: number, list: FeatureList): void {
  list.length = 0;
  const from = table.sentenceFrom[at] ?? at;
  const to = table.sentenceTo[at] ?? at + 1;
  const inside = (place: number): boolean => place >= from && place < to;
  const w = (offset: number): number => (inside(at + offset) ? (table.word[at + offset] ?? 0) : offset);
  const t = (offset: number): number => (inside(at + offset) ? (table.stem[at + offset] ?? 0) : offset);
  const p = (offset: number): number => (inside(at + offset) ? (table.pos[at + offset] ?? 0) : 0);
  const f = (offset: number): number => (inside(at + offset) ? (table.fine[at + offset] ?? 0) : 0);
  const c = (offset: number): number => (inside(at + offset) ? (table.coarse[at + offset] ?? 0) : 0);
  const q = (offset: number): number => (inside(at + offset) ? (table.quote[at + offset] ?? 0) : 5);
  const t0 = t(0);
  const w0 = w(0);
  const p0 = p(0);
  const f0 = f(0);
  const c0 = c(0);
  add1(list, 1, 0);
  add1(list, 2, w0);
  add1(list, 3, w(-1));
  add1(list, 4, w(1));
  add1(list, 5, w(-2));
  add1(list, 6, w(2));
  add1(list, 7, t0);
  add1(list, 8, t(-1));
  add1(list, 9, t(1));
  add1(list, 10, t(-2));
  add1(list, 11, t(2));
  add1(list, 12, t(-3));
  add1(list, 13, t(3));
  add1(list, 14, f0);
  add1(list, 15, f(-1));
  add1(list, 16, f(1));
  add1(list, 17, c0);
  add1(list, 18, c(-1));
  add1(list, 19, c(1));
  add1(list, 20, c(-2));
  add1(list, 21, c(2));
  add1(list, 22, table.suffix[at] ?? 0);
  add2(list, 23, table.suffix[at] ?? 0, p0);
  add1(list, 24, table.shape[at] ?? 0);
  // windows
  add2(list, 30, t0, t(1));
  add2(list, 31, t(-1), t0);
  add3(list, 32, t(-1), t0, t(1));
  add2(list, 33, t0, p(1));
  add2(list, 34, p(-1), t0);
  add3(list, 35, p(-1), t0, p(1));
  add3(list, 36, t0, p(1), p(2));
  add3(list, 37, p(-2), p(-1), t0);
  add2(list, 38, w0, p(1));
  add2(list, 39, t0, t(2));
  add2(list, 40, t0, t(-2));
  add2(list, 41, w0, w(1));
  add2(list, 42, w(-1), w0);
  add3(list, 43, p(-1), p0, p(1));
  add3(list, 44, p0, p(1), p(2));
  add3(list, 45, p(-2), p(-1), p0);
  add3(list, 46, f0, p(-1), p(1));
  add3(list, 47, c0, c(1), p0);
  add3(list, 48, c(-1), c0, p0);
  add2(list, 49, f0, f(1));
  add2(list, 50, f(-1), f0);
  add2(list, 51, t(1), p0);
  add2(list, 52, t(-1), p0);
  add2(list, 53, t(1), t(2));
  add2(list, 54, t(-1), t(-2));
  // quotations
  const quotes = q(-1) * 36 + q(0) * 6 + q(1);
  add1(list, 60, quotes);
  add2(list, 61, quotes, t0);
  add2(list, 62, quotes, p0);
  add2(list, 63, q(2) * 6 + q(-2), t0);
  add3(list, 64, q(0), context.before[at] ?? 0, p0);
  add2(list, 65, context.before[at] ?? 0, t0);
  // who stands to the left, what to the right
  const subject = context.subject[at] ?? -1;
  const object = context.object[at] ?? -1;
  const verb = context.verb[at] ?? -1;
  const nextVerb = context.nextVerb[at] ?? -1;
  const sp = subject < 0 ? 0 : (table.pos[subject] ?? 0);
  const sc = subject < 0 ? 0 : (table.coarse[subject] ?? 0);
  const ss = subject < 0 ? 0 : (table.stem[subject] ?? 0);
  const sd = subject < 0 ? 0 : step(at - subject);
  add3(list, 70, sp, sd, p0);
  add3(list, 71, sp, sc, p0);
  add3(list, 72, sp, sc, c0);
  add2(list, 73, ss, p0);
  add2(list, 74, ss, t0);
  add3(list, 75, t0, sp, sd);
  add3(list, 76, f0, sp, sc);
  add3(list, 77, t0, sc, p(1));
  if (object >= 0) {
    add3(list, 80, t0, table.pos[object] ?? 0, step(object - at));
    add3(list, 81, f0, table.coarse[object] ?? 0, p(1));
    add3(list, 82, c0, table.pos[object] ?? 0, step(object - at));
  }
  if (verb >= 0) {
    add2(list, 84, table.stem[verb] ?? 0, p0);
    add2(list, 85, table.stem[verb] ?? 0, t0);
    add3(list, 86, table.coarse[verb] ?? 0, c0, step(at - verb));
  }
  if (nextVerb >= 0) {
    add2(list, 88, table.stem[nextVerb] ?? 0, p0);
    add2(list, 89, table.stem[nextVerb] ?? 0, t0);
    add3(list, 90, table.coarse[nextVerb] ?? 0, c0, step(nextVerb - at));
  }
  const link = nextLink(table, at, to);
  add2(list, 92, link, t0);
  add3(list, 93, link, c0, p0);
  add3(list, 94, link, f0, p0);
  // where in the sentence and the article
  add2(list, 100, step(at - from), p0);
  add2(list, 101, step(to - 1 - at), t0);
  add2(list, 102, step(to - 1 - at), p0);
  add3(list, 103, table.block[at] === 0 ? 1 : 0, t0, p(-1));
  add3(list, 104, step(at - from), step(to - 1 - at), p0);
}

/** The first of "that", "to", "of", "by", a colon or a quotation mark within the next words, and how far it is. */
function nextLink(table: TokenTable, at: number, to: number): number {
  const end = Math.min(to, at + 6);
  for (let place = at + 1; place < end; place++) {
    const word = table.word[place];
    const away = place - at;
    if (word === THAT) return 10 + away;
    if (word === TO) return 20 + away;
    if (word === OF) return 30 + away;
    if (word === BY) return 40 + away;
    if (table.mark[place] === MARK.colon) return 50 + away;
    if (table.quote[place] === QUOTE.open) return 60 + away;
  }
  return 0;
}
