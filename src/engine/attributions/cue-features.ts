import { asFirst, asSecond, asThird, type FeatureList, template } from './feature-list.js';
import { hashLower } from './hashing.js';
import { MARK, POS, QUOTE, type TokenTable } from './token-table.js';

export const CUE_FEATURE_CAPACITY = 128;

const word = (text: string): number => hashLower(text, 0, text.length);
const THAT = word('that');

/** What stands around each token of a sentence, found in one pass in each direction. Indexed by token. */
export interface CueContext {
  /** The nearest noun, name or pronoun to the left in the sentence, or -1. */
  readonly subject: Int32Array;
  /** The nearest verb to the left in the sentence, or -1. */
  readonly verb: Int32Array;
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
  }
  return { subject, verb, object, before };
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
  nearFeatures(table, at, list);
  farFeatures(table, context, at, list);
}

/** Adds the token and those right beside it. Beyond the sentence stand made-up values: 1 for words, 0 for classes, 5 for quotations. */
function nearFeatures(table: TokenTable, at: number, list: FeatureList): void {
  const { keys } = list;
  let n = list.length;
  const { word, stem, pos, fine, coarse, quote } = table;
  const from = table.sentenceFrom[at] ?? at;
  const to = table.sentenceTo[at] ?? at + 1;
  const left = at > from;
  const right = at + 1 < to;
  const t0 = stem[at] ?? 0;
  const p0 = pos[at] ?? 0;
  const f0 = fine[at] ?? 0;
  const c0 = coarse[at] ?? 0;
  const t1 = left ? (stem[at - 1] ?? 0) : 1;
  const p1 = left ? (pos[at - 1] ?? 0) : 0;
  const c1 = left ? (coarse[at - 1] ?? 0) : 0;
  const p2 = at - 2 >= from ? (pos[at - 2] ?? 0) : 0;
  const tn = right ? (stem[at + 1] ?? 0) : 1;
  const pn = right ? (pos[at + 1] ?? 0) : 0;
  const pa = at + 2 < to ? (pos[at + 2] ?? 0) : 0;
  const quotes = (left ? (quote[at - 1] ?? 0) : 5) * 36 + (quote[at] ?? 0) * 6 + (right ? (quote[at + 1] ?? 0) : 5);
  keys[n++] = template(2) + asFirst(word[at] ?? 0);
  keys[n++] = template(3) + asFirst(left ? (word[at - 1] ?? 0) : 1);
  keys[n++] = template(4) + asFirst(right ? (word[at + 1] ?? 0) : 1);
  keys[n++] = template(7) + asFirst(t0);
  keys[n++] = template(8) + asFirst(t1);
  keys[n++] = template(9) + asFirst(tn);
  keys[n++] = template(14) + asFirst(f0);
  keys[n++] = template(18) + asFirst(c1);
  keys[n++] = template(23) + asFirst(table.suffix[at] ?? 0) + asSecond(p0);
  keys[n++] = template(31) + asFirst(t1) + asSecond(t0);
  keys[n++] = template(33) + asFirst(t0) + asSecond(pn);
  keys[n++] = template(34) + asFirst(p1) + asSecond(t0);
  keys[n++] = template(43) + asFirst(p1) + asSecond(p0) + asThird(pn);
  keys[n++] = template(44) + asFirst(p0) + asSecond(pn) + asThird(pa);
  keys[n++] = template(45) + asFirst(p2) + asSecond(p1) + asThird(p0);
  keys[n++] = template(46) + asFirst(f0) + asSecond(p1) + asThird(pn);
  keys[n++] = template(47) + asFirst(c0) + asSecond(right ? (coarse[at + 1] ?? 0) : 0) + asThird(p0);
  keys[n++] = template(48) + asFirst(c1) + asSecond(c0) + asThird(p0);
  keys[n++] = template(49) + asFirst(f0) + asSecond(right ? (fine[at + 1] ?? 0) : 0);
  keys[n++] = template(51) + asFirst(tn) + asSecond(p0);
  keys[n++] = template(52) + asFirst(t1) + asSecond(p0);
  keys[n++] = template(61) + asFirst(quotes) + asSecond(t0);
  list.length = n;
}

/** Adds what stands further off in the sentence: who to the left, what to the right, the verb before, quotations and commas. */
function farFeatures(table: TokenTable, context: CueContext, at: number, list: FeatureList): void {
  const { keys } = list;
  let n = list.length;
  const p0 = table.pos[at] ?? 0;
  const c0 = table.coarse[at] ?? 0;
  const before = context.before[at] ?? 0;
  const subject = context.subject[at] ?? -1;
  const object = context.object[at] ?? -1;
  const verb = context.verb[at] ?? -1;
  const who = subject < 0 ? 0 : (table.pos[subject] ?? 0);
  const kind = subject < 0 ? 0 : (table.coarse[subject] ?? 0);
  keys[n++] = template(64) + asFirst(table.quote[at] ?? 0) + asSecond(before) + asThird(p0);
  keys[n++] = template(65) + asFirst(before) + asSecond(table.stem[at] ?? 0);
  keys[n++] = template(70) + asFirst(who) + asSecond(subject < 0 ? 0 : step(at - subject)) + asThird(p0);
  keys[n++] = template(76) + asFirst(table.fine[at] ?? 0) + asSecond(who) + asThird(kind);
  if (object >= 0) keys[n++] = template(82) + asFirst(c0) + asSecond(table.pos[object] ?? 0) + asThird(step(object - at));
  if (verb >= 0) {
    keys[n++] = template(84) + asFirst(table.stem[verb] ?? 0) + asSecond(p0);
    keys[n++] = template(86) + asFirst(table.coarse[verb] ?? 0) + asSecond(c0) + asThird(step(at - verb));
  }
  list.length = n;
}
