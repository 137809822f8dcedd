import { asFirst, asSecond, asThird, type FeatureList, template } from './feature-list.js';
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
  const { keys } = list;
  let n = 0;
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
  keys[n++] = template(1) + asFirst(0);
  keys[n++] = template(2) + asFirst(w0);
  keys[n++] = template(3) + asFirst(w1);
  keys[n++] = template(4) + asFirst(wn);
  keys[n++] = template(5) + asFirst(w2);
  keys[n++] = template(6) + asFirst(wa);
  keys[n++] = template(7) + asFirst(t0);
  keys[n++] = template(8) + asFirst(t1);
  keys[n++] = template(9) + asFirst(tn);
  keys[n++] = template(10) + asFirst(t2);
  keys[n++] = template(11) + asFirst(ta);
  keys[n++] = template(12) + asFirst(third < 0 ? 3 : (stem[third] ?? 0));
  keys[n++] = template(13) + asFirst(far < 0 ? 3 : (stem[far] ?? 0));
  keys[n++] = template(14) + asFirst(f0);
  keys[n++] = template(15) + asFirst(f1);
  keys[n++] = template(16) + asFirst(fn);
  keys[n++] = template(17) + asFirst(c0);
  keys[n++] = template(18) + asFirst(c1);
  keys[n++] = template(19) + asFirst(cn);
  keys[n++] = template(20) + asFirst(second < 0 ? 0 : (coarse[second] ?? 0));
  keys[n++] = template(21) + asFirst(after < 0 ? 0 : (coarse[after] ?? 0));
  keys[n++] = template(22) + asFirst(table.suffix[at] ?? 0);
  keys[n++] = template(23) + asFirst(table.suffix[at] ?? 0) + asSecond(p0);
  // windows
  keys[n++] = template(30) + asFirst(t0) + asSecond(tn);
  keys[n++] = template(31) + asFirst(t1) + asSecond(t0);
  keys[n++] = template(32) + asFirst(t1) + asSecond(t0) + asThird(tn);
  keys[n++] = template(33) + asFirst(t0) + asSecond(pn);
  keys[n++] = template(34) + asFirst(p1) + asSecond(t0);
  keys[n++] = template(35) + asFirst(p1) + asSecond(t0) + asThird(pn);
  keys[n++] = template(36) + asFirst(t0) + asSecond(pn) + asThird(pa);
  keys[n++] = template(37) + asFirst(p2) + asSecond(p1) + asThird(t0);
  keys[n++] = template(39) + asFirst(t0) + asSecond(ta);
  keys[n++] = template(40) + asFirst(t0) + asSecond(t2);
  keys[n++] = template(43) + asFirst(p1) + asSecond(p0) + asThird(pn);
  keys[n++] = template(44) + asFirst(p0) + asSecond(pn) + asThird(pa);
  keys[n++] = template(45) + asFirst(p2) + asSecond(p1) + asThird(p0);
  keys[n++] = template(46) + asFirst(f0) + asSecond(p1) + asThird(pn);
  keys[n++] = template(47) + asFirst(c0) + asSecond(cn) + asThird(p0);
  keys[n++] = template(48) + asFirst(c1) + asSecond(c0) + asThird(p0);
  keys[n++] = template(49) + asFirst(f0) + asSecond(fn);
  keys[n++] = template(50) + asFirst(f1) + asSecond(f0);
  keys[n++] = template(51) + asFirst(tn) + asSecond(p0);
  keys[n++] = template(52) + asFirst(t1) + asSecond(p0);
  keys[n++] = template(53) + asFirst(tn) + asSecond(ta);
  // quotations
  const quotes = q1 * 36 + (quote[at] ?? 0) * 6 + qn;
  keys[n++] = template(60) + asFirst(quotes);
  keys[n++] = template(61) + asFirst(quotes) + asSecond(t0);
  keys[n++] = template(62) + asFirst(quotes) + asSecond(p0);
  keys[n++] = template(63) + asFirst(qa * 6 + q2) + asSecond(t0);
  keys[n++] = template(64) + asFirst(quote[at] ?? 0) + asSecond(context.before[at] ?? 0) + asThird(p0);
  keys[n++] = template(65) + asFirst(context.before[at] ?? 0) + asSecond(t0);
  // who stands to the left, what to the right
  const subject = context.subject[at] ?? -1;
  const object = context.object[at] ?? -1;
  const verb = context.verb[at] ?? -1;
  const nextVerb = context.nextVerb[at] ?? -1;
  const sp = subject < 0 ? 0 : (table.pos[subject] ?? 0);
  const sc = subject < 0 ? 0 : (table.coarse[subject] ?? 0);
  const ss = subject < 0 ? 0 : (table.stem[subject] ?? 0);
  const sd = subject < 0 ? 0 : step(at - subject);
  keys[n++] = template(70) + asFirst(sp) + asSecond(sd) + asThird(p0);
  keys[n++] = template(71) + asFirst(sp) + asSecond(sc) + asThird(p0);
  keys[n++] = template(72) + asFirst(sp) + asSecond(sc) + asThird(c0);
  keys[n++] = template(73) + asFirst(ss) + asSecond(p0);
  keys[n++] = template(74) + asFirst(ss) + asSecond(t0);
  keys[n++] = template(75) + asFirst(t0) + asSecond(sp) + asThird(sd);
  keys[n++] = template(76) + asFirst(f0) + asSecond(sp) + asThird(sc);
  keys[n++] = template(77) + asFirst(t0) + asSecond(sc) + asThird(pn);
  if (object >= 0) {
    keys[n++] = template(80) + asFirst(t0) + asSecond(table.pos[object] ?? 0) + asThird(step(object - at));
    keys[n++] = template(81) + asFirst(f0) + asSecond(table.coarse[object] ?? 0) + asThird(pn);
    keys[n++] = template(82) + asFirst(c0) + asSecond(table.pos[object] ?? 0) + asThird(step(object - at));
  }
  if (verb >= 0) {
    keys[n++] = template(84) + asFirst(table.stem[verb] ?? 0) + asSecond(p0);
    keys[n++] = template(85) + asFirst(table.stem[verb] ?? 0) + asSecond(t0);
    keys[n++] = template(86) + asFirst(table.coarse[verb] ?? 0) + asSecond(c0) + asThird(step(at - verb));
  }
  if (nextVerb >= 0) {
    keys[n++] = template(88) + asFirst(table.stem[nextVerb] ?? 0) + asSecond(p0);
    keys[n++] = template(89) + asFirst(table.stem[nextVerb] ?? 0) + asSecond(t0);
    keys[n++] = template(90) + asFirst(table.coarse[nextVerb] ?? 0) + asSecond(c0) + asThird(step(nextVerb - at));
  }
  const link = nextLink(table, at, to);
  keys[n++] = template(92) + asFirst(link) + asSecond(t0);
  keys[n++] = template(93) + asFirst(link) + asSecond(c0) + asThird(p0);
  keys[n++] = template(94) + asFirst(link) + asSecond(f0) + asThird(p0);
  // where in the sentence and the article
  keys[n++] = template(100) + asFirst(step(at - from)) + asSecond(p0);
  keys[n++] = template(101) + asFirst(step(to - 1 - at)) + asSecond(t0);
  keys[n++] = template(102) + asFirst(step(to - 1 - at)) + asSecond(p0);
  keys[n++] = template(103) + asFirst(table.block[at] === 0 ? 1 : 0) + asSecond(t0) + asThird(p1);
  list.length = n;
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
