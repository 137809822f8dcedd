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
  const first = at - 1 >= from ? at - 1 : -1;
  const second = at - 2 >= from ? at - 2 : -1;
  const third = at - 3 >= from ? at - 3 : -1;
  const next = at + 1 < to ? at + 1 : -1;
  const after = at + 2 < to ? at + 2 : -1;
  const far = at + 3 < to ? at + 3 : -1;
  const { word, stem, pos, fine, coarse, quote } = table;
  const t0 = stem[at] ?? 0;
  const w0 = word[at] ?? 0;
  const p0 = pos[at] ?? 0;
  const f0 = fine[at] ?? 0;
  const c0 = coarse[at] ?? 0;
  const w1 = first < 0 ? 1 : (word[first] ?? 0);
  const t1 = first < 0 ? 1 : (stem[first] ?? 0);
  const p1 = first < 0 ? 0 : (pos[first] ?? 0);
  const f1 = first < 0 ? 0 : (fine[first] ?? 0);
  const c1 = first < 0 ? 0 : (coarse[first] ?? 0);
  const q1 = first < 0 ? 5 : (quote[first] ?? 0);
  const w2 = second < 0 ? 2 : (word[second] ?? 0);
  const t2 = second < 0 ? 2 : (stem[second] ?? 0);
  const p2 = second < 0 ? 0 : (pos[second] ?? 0);
  const q2 = second < 0 ? 5 : (quote[second] ?? 0);
  const wn = next < 0 ? 1 : (word[next] ?? 0);
  const tn = next < 0 ? 1 : (stem[next] ?? 0);
  const pn = next < 0 ? 0 : (pos[next] ?? 0);
  const fn = next < 0 ? 0 : (fine[next] ?? 0);
  const cn = next < 0 ? 0 : (coarse[next] ?? 0);
  const qn = next < 0 ? 5 : (quote[next] ?? 0);
  const wa = after < 0 ? 2 : (word[after] ?? 0);
  const ta = after < 0 ? 2 : (stem[after] ?? 0);
  const pa = after < 0 ? 0 : (pos[after] ?? 0);
  const qa = after < 0 ? 5 : (quote[after] ?? 0);
  add1(list, 1, 0);
  add1(list, 2, w0);
  add1(list, 3, w1);
  add1(list, 4, wn);
  add1(list, 5, w2);
  add1(list, 6, wa);
  add1(list, 7, t0);
  add1(list, 8, t1);
  add1(list, 9, tn);
  add1(list, 10, t2);
  add1(list, 11, ta);
  add1(list, 12, third < 0 ? 3 : (stem[third] ?? 0));
  add1(list, 13, far < 0 ? 3 : (stem[far] ?? 0));
  add1(list, 14, f0);
  add1(list, 15, f1);
  add1(list, 16, fn);
  add1(list, 17, c0);
  add1(list, 18, c1);
  add1(list, 19, cn);
  add1(list, 20, second < 0 ? 0 : (coarse[second] ?? 0));
  add1(list, 21, after < 0 ? 0 : (coarse[after] ?? 0));
  add1(list, 22, table.suffix[at] ?? 0);
  add2(list, 23, table.suffix[at] ?? 0, p0);
  // windows
  add2(list, 30, t0, tn);
  add2(list, 31, t1, t0);
  add3(list, 32, t1, t0, tn);
  add2(list, 33, t0, pn);
  add2(list, 34, p1, t0);
  add3(list, 35, p1, t0, pn);
  add3(list, 36, t0, pn, pa);
  add3(list, 37, p2, p1, t0);
  add2(list, 39, t0, ta);
  add2(list, 40, t0, t2);
  add3(list, 43, p1, p0, pn);
  add3(list, 44, p0, pn, pa);
  add3(list, 45, p2, p1, p0);
  add3(list, 46, f0, p1, pn);
  add3(list, 47, c0, cn, p0);
  add3(list, 48, c1, c0, p0);
  add2(list, 49, f0, fn);
  add2(list, 50, f1, f0);
  add2(list, 51, tn, p0);
  add2(list, 52, t1, p0);
  add2(list, 53, tn, ta);
  // quotations
  const quotes = q1 * 36 + (quote[at] ?? 0) * 6 + qn;
  add1(list, 60, quotes);
  add2(list, 61, quotes, t0);
  add2(list, 62, quotes, p0);
  add2(list, 63, qa * 6 + q2, t0);
  add3(list, 64, quote[at] ?? 0, context.before[at] ?? 0, p0);
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
  add3(list, 77, t0, sc, pn);
  if (object >= 0) {
    add3(list, 80, t0, table.pos[object] ?? 0, step(object - at));
    add3(list, 81, f0, table.coarse[object] ?? 0, pn);
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
  add3(list, 103, table.block[at] === 0 ? 1 : 0, t0, p1);
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
