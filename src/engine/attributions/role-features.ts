import type { TokenIndex, TokenRange } from '../model.js';
import { step } from './cue-features.js';
import { add1, add2, add3, type FeatureList } from './feature-list.js';
import { hashLower, mix } from './hashing.js';
import { MARK, POS, QUOTE, type TokenTable } from './token-table.js';

/** The labels of the chain that finds source and content around one cue. */
export const ROLE = { none: 0, sourceStart: 1, source: 2, contentStart: 3, content: 4 } as const;
export const ROLES = 5;

export const ROLE_FEATURE_CAPACITY = 128;

/** How far, in tokens, source and content may lie from their cue, on each side. */
const REACH = 320;

/**
 * The tokens in which a cue's source and content are looked for: its sentence and, unless the cue stands in a quotation
 * itself, the quotations that touch the sentence.
 */
export function windowOf(table: TokenTable, cue: TokenRange): TokenRange {
  let from = table.sentenceFrom[cue.from] ?? cue.from;
  let to = table.sentenceTo[cue.to - 1] ?? cue.to;
  const quote = table.quote[cue.from];
  if (quote === QUOTE.inside || quote === QUOTE.short) return { from: Math.max(from, cue.from - REACH), to: Math.min(to, cue.to + REACH) };
  from = growLeft(table, from);
  to = growRight(table, to);
  return { from: Math.max(from, cue.from - REACH, 0), to: Math.min(to, cue.to + REACH, table.count) };
}

/** Takes in the sentences of a quotation that reaches into this one, and one that ends in a closing mark just before it. */
function growLeft(table: TokenTable, start: TokenIndex): TokenIndex {
  let from = start;
  for (let sentences = 0; sentences < 12 && from > 0; sentences++) {
    const quotation = table.quotation[from - 1] ?? -1;
    const carries = quotation >= 0 && quotation === table.quotation[from] && table.quote[from] !== QUOTE.open;
    const ends = sentences === 0 && table.quote[from - 1] === QUOTE.close;
    const inside = quotation >= 0 && table.quote[from - 1] !== QUOTE.close;
    if (!carries && !ends && !(inside && table.quote[from] !== QUOTE.open && quotation === table.quotation[from])) break;
    from = table.sentenceFrom[from - 1] ?? from - 1;
  }
  return from;
}

/** Takes in the sentences of a quotation that goes on behind this one, and a quotation that opens right behind it. */
function growRight(table: TokenTable, end: TokenIndex): TokenIndex {
  let to = end;
  for (let sentences = 0; sentences < 12 && to < table.count; sentences++) {
    const quotation = table.quotation[to] ?? -1;
    const carries = quotation >= 0 && quotation === table.quotation[to - 1];
    const opens = table.quote[to] === QUOTE.open && sentences < 2;
    const introduced = sentences === 0 && table.mark[to - 1] === MARK.colon;
    if (!carries && !opens && !introduced) break;
    to = table.sentenceTo[to] ?? to + 1;
  }
  return to;
}

/** Fills `list` with what a token looks like on one side of a cue (0: before, 1: behind), whatever the cue is. */
export function sideFeatures(table: TokenTable, at: TokenIndex, side: number, list: FeatureList): void {
  list.length = 0;
  const { word, stem, pos, fine, coarse, quote, mark, count } = table;
  const place = (offset: number): number => Math.min(count - 1, Math.max(0, at + offset));
  const before = place(-1);
  const after = place(1);
  const s = side + 200;
  const p0 = pos[at] ?? 0;
  const pb = at > 0 ? (pos[before] ?? 0) : 0;
  const pa = at + 1 < count ? (pos[after] ?? 0) : 0;
  const mb = mark[before] ?? 0;
  const ma = mark[after] ?? 0;
  const quotes = (quote[before] ?? 0) * 36 + (quote[at] ?? 0) * 6 + (quote[after] ?? 0);
  add1(list, s, 0);
  add2(list, s, 1, word[at] ?? 0);
  add2(list, s, 2, word[before] ?? 0);
  add2(list, s, 3, word[after] ?? 0);
  add2(list, s, 4, stem[at] ?? 0);
  add2(list, s, 5, fine[at] ?? 0);
  add3(list, s, 6, fine[before] ?? 0, p0);
  add3(list, s, 7, fine[after] ?? 0, p0);
  add3(list, s, 8, coarse[at] ?? 0, p0);
  add3(list, s, 9, mix(pb, p0), pa);
  add3(list, s, 10, mix(pb, p0), pos[place(-2)] ?? 0);
  add3(list, s, 11, mix(pa, p0), pos[place(2)] ?? 0);
  add3(list, s, 12, word[before] ?? 0, word[at] ?? 0);
  add3(list, s, 13, word[at] ?? 0, word[after] ?? 0);
  add3(list, s, 14, quotes, p0);
  add3(list, s, 15, quotes, mix(mb, ma));
  add3(list, s, 16, mix(mb, ma), p0);
  add3(list, s, 17, word[before] ?? 0, p0);
  add3(list, s, 18, word[after] ?? 0, p0);
  add3(list, s, 20, mix(coarse[before] ?? 0, coarse[at] ?? 0), p0);
  add3(list, s, 21, mix(coarse[at] ?? 0, coarse[after] ?? 0), p0);
  add3(list, s, 22, word[place(2)] ?? 0, pa);
  add3(list, s, 23, word[place(-2)] ?? 0, pb);
  add3(list, s, 24, mix(pa, pos[place(2)] ?? 0), mix(p0, pos[place(3)] ?? 0));
  add3(list, s, 25, mix(pb, pos[place(-2)] ?? 0), mix(p0, pos[place(-3)] ?? 0));
  const first = table.sentenceFrom[at] === at ? 1 : 0;
  const last = (table.sentenceTo[at] ?? 0) - 1 === at ? 1 : 0;
  add3(list, s, 26, first * 2 + last, mix(p0, quote[at] ?? 0));
}

/** What the features of one cue share. */
export interface CueShape {
  readonly cue: TokenRange;
  readonly stem: number;
  readonly fine: number;
  readonly coarse: number;
  readonly first: number;
  readonly next: number;
  readonly previous: number;
  readonly around: number;
  readonly quote: number;
  readonly quotation: number;
  /** The nearest quotation that closes before the cue, and the nearest that opens behind it; -1 for none in the window. */
  readonly before: number;
  readonly behind: number;
  /** Which of the two there are, and whether in the cue's own sentence. */
  readonly quoted: number;
}

export const CUE_WORD = (text: string): number => hashLower(text, 0, text.length);
const THAT = CUE_WORD('that');
const TO = CUE_WORD('to');
const BY = CUE_WORD('by');

/** The token that a cue is about: its last verb, else its last word. */
export function headOf(table: TokenTable, cue: TokenRange): TokenIndex {
  for (let at = cue.to - 1; at >= cue.from; at--) if (table.pos[at] === POS.VERB) return at;
  return cue.to - 1;
}

export function shapeOfCue(table: TokenTable, cue: TokenRange): CueShape {
  const head = headOf(table, cue);
  const from = table.sentenceFrom[cue.from] ?? 0;
  const to = table.sentenceTo[cue.to - 1] ?? 0;
  const closes = findQuote(table, cue.from - 1, Math.max(0, from - 2), -1, QUOTE.close);
  const opens = findQuote(table, cue.to, Math.min(table.count - 1, to + 1), 1, QUOTE.open);
  const next = neighbour(table, cue.to, table.sentenceTo[cue.to - 1] ?? cue.to);
  const previous = cue.from > (table.sentenceFrom[cue.from] ?? 0) ? neighbour(table, cue.from - 1, cue.from) : 0;
  return {
    cue,
    stem: mix(table.stem[head] ?? 0, 0),
    fine: table.fine[head] ?? 0,
    coarse: table.coarse[head] ?? 0,
    first: mix(table.stem[cue.from] ?? 0, table.stem[cue.to - 1] ?? 0),
    next,
    previous,
    around: next * 32 + previous,
    quote: table.quote[cue.from] ?? 0,
    quotation: table.quotation[cue.from] ?? -1,
    before: closes < 0 ? -2 : (table.quotation[closes] ?? -2),
    behind: opens < 0 ? -2 : (table.quotation[opens] ?? -2),
    quoted: (closes < 0 ? 0 : closes >= from ? 2 : 1) * 3 + (opens < 0 ? 0 : opens < to ? 2 : 1),
  };
}

/** The nearest token of a quotation state from `at` to `last`, in steps of `by`, or -1. */
function findQuote(table: TokenTable, at: TokenIndex, last: TokenIndex, by: 1 | -1, state: number): TokenIndex {
  for (let place = at; by > 0 ? place <= last : place >= last; place += by) if (table.quote[place] === state) return place;
  return -1;
}

/** How the quotation that a token stands in lies to the cue. */
function relationOf(table: TokenTable, shape: CueShape, at: TokenIndex): number {
  const quotation = table.quotation[at] ?? -1;
  if (quotation < 0) return 0;
  const which = quotation === shape.quotation ? 1 : quotation === shape.before ? 2 : quotation === shape.behind ? 3 : 4;
  const block = table.block[at] === table.block[shape.cue.from] ? 1 : 0;
  return which * 4 + block * 2 + (table.leads[quotation] ?? 0);
}

/** What kind of token stands right beside a cue. */
function neighbour(table: TokenTable, at: TokenIndex, end: TokenIndex): number {
  if (at >= end) return 0;
  if (table.quote[at] === QUOTE.open) return 20;
  if (table.quote[at] === QUOTE.close) return 21;
  if (table.word[at] === THAT) return 22;
  if (table.word[at] === TO) return 23;
  if (table.word[at] === BY) return 24;
  const mark = table.mark[at] ?? 0;
  if (mark === MARK.comma) return 25;
  if (mark === MARK.colon) return 26;
  if (mark !== MARK.none) return 27;
  return table.pos[at] ?? 0;
}

/** What lies between a token and the cue, counted outwards from the cue. */
export interface Between {
  commas: number;
  verbs: number;
  nominals: number;
  quotes: number;
  sentences: number;
}

export const makeBetween = (): Between => ({ commas: 0, verbs: 0, nominals: 0, quotes: 0, sentences: 0 });

/** Counts the token at `at` as lying between the cue and those further out. */
export function passToken(table: TokenTable, at: TokenIndex, side: number, between: Between): void {
  const pos = table.pos[at];
  if (table.mark[at] === MARK.comma) between.commas = Math.min(3, between.commas + 1);
  if (pos === POS.VERB || pos === POS.AUX) between.verbs = Math.min(3, between.verbs + 1);
  if (pos === POS.NOUN || pos === POS.PROPN || pos === POS.PRON) between.nominals = Math.min(4, between.nominals + 1);
  const quote = table.quote[at];
  if (quote === QUOTE.open || quote === QUOTE.close) between.quotes = Math.min(4, between.quotes + 1);
  const edge = side === 0 ? table.sentenceFrom[at] === at : (table.sentenceTo[at] ?? 0) - 1 === at;
  if (edge) between.sentences = Math.min(3, between.sentences + 1);
}

/** Fills `list` with what a token looks like as seen from one cue. */
export function relativeFeatures(table: TokenTable, shape: CueShape, at: TokenIndex, between: Between, list: FeatureList): void {
  list.length = 0;
  const { word, stem, pos, coarse, quote, mark, count } = table;
  const side = at < shape.cue.from ? 0 : 1;
  const away = step(side === 0 ? shape.cue.from - at : at - shape.cue.to + 1);
  const p0 = pos[at] ?? 0;
  const pb = at > 0 ? (pos[at - 1] ?? 0) : 0;
  const pa = at + 1 < count ? (pos[at + 1] ?? 0) : 0;
  const qb = at > 0 ? (quote[at - 1] ?? 0) : 0;
  const q0 = quote[at] ?? 0;
  const ma = at + 1 < count ? (mark[at + 1] ?? 0) : 0;
  const c0 = coarse[at] ?? 0;
  const sd = side * 16 + away;
  const sides = 300 + side;
  const path = ((between.commas * 4 + between.verbs) * 5 + between.nominals) * 4 + between.sentences;
  const own = (table.quotation[at] ?? -1) === shape.quotation ? 1 : 0;
  const quotes = ((q0 * 6 + qb) * 6 + shape.quote) * 2 + own;
  add1(list, 310, sd);
  add2(list, 311, sd, p0);
  add2(list, 312, sd, c0);
  add3(list, sides, 1, shape.stem, p0);
  add3(list, sides, 2, shape.stem, away);
  add3(list, sides, 3, mix(shape.stem, p0), away);
  add3(list, sides, 4, mix(shape.coarse, p0), away);
  add3(list, sides, 5, shape.fine, mix(p0, q0));
  add3(list, sides, 6, shape.first, p0);
  add3(list, sides, 8, quotes, between.quotes);
  add3(list, sides, 9, quotes, away);
  add3(list, sides, 10, mix(quotes, between.quotes), between.sentences);
  add3(list, sides, 11, shape.around, p0);
  add3(list, sides, 12, shape.around, mix(away, p0));
  add3(list, sides, 13, shape.around, mix(q0, between.quotes));
  add3(list, sides, 14, shape.next, mix(shape.stem, p0));
  add3(list, sides, 15, shape.next, mix(path, p0));
  add3(list, sides, 16, path, p0);
  add3(list, sides, 17, path, mix(pb, p0));
  add3(list, sides, 18, mix(pb, p0), mix(pa, away));
  add3(list, sides, 19, mix(between.commas, between.verbs), mix(p0, pa));
  add3(list, sides, 20, mix(between.nominals, between.verbs), mix(shape.next, p0));
  add3(list, sides, 21, mix(ma, shape.next), mix(p0, q0));
  add3(list, sides, 22, mix(between.commas, ma), mix(p0, q0));
  add3(list, sides, 23, mix(word[at] ?? 0, shape.next), shape.previous);
  add3(list, sides, 24, word[at] ?? 0, away);
  add3(list, sides, 25, mix(shape.coarse, c0), p0);
  add3(list, sides, 26, mix(shape.next, between.commas), mix(word[at] ?? 0, between.verbs));
  add3(list, sides, 27, shape.around, mix(between.commas, between.sentences));
  add3(list, sides, 28, mix(shape.stem, shape.next), mix(between.sentences, q0));
  const relation = relationOf(table, shape, at);
  const states = q0 * 6 + qb;
  add3(list, sides, 34, relation, mix(states, shape.quoted));
  add3(list, sides, 35, mix(relation, states), shape.around);
  add3(list, sides, 36, mix(relation, states), shape.stem);
  add3(list, sides, 37, mix(relation, states), between.sentences);
  add3(list, sides, 38, shape.quoted, mix(p0, away));
  add3(list, sides, 39, shape.quoted, mix(path, p0));
  if (away <= 3) {
    add3(list, sides, 30, mix(shape.stem, stem[at] ?? 0), away);
    add3(list, sides, 31, mix(shape.fine, word[at] ?? 0), away);
  }
  if (table.sentenceFrom[at] === at) add3(list, sides, 32, shape.around, between.sentences);
  if ((table.sentenceTo[at] ?? 0) - 1 === at || ma === MARK.stop) add3(list, sides, 33, shape.around, mix(p0, q0));
}
