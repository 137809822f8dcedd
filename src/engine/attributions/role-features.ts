import type { TokenIndex, TokenRange } from '../model.js';
import { step } from './cue-features.js';
import { asFirst, asSecond, asThird, type FeatureList, template } from './feature-list.js';
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
  const { keys } = list;
  let n = 0;
  const { word, stem, pos, quote, mark, count } = table;
  const place = (offset: number): number => Math.min(count - 1, Math.max(0, at + offset));
  const before = place(-1);
  const after = place(1);
  const s = template(200 + side);
  const p0 = pos[at] ?? 0;
  const pb = at > 0 ? (pos[before] ?? 0) : 0;
  const pa = at + 1 < count ? (pos[after] ?? 0) : 0;
  const mb = mark[before] ?? 0;
  const ma = mark[after] ?? 0;
  const quotes = (quote[before] ?? 0) * 36 + (quote[at] ?? 0) * 6 + (quote[after] ?? 0);
  keys[n++] = s + asFirst(1) + asSecond(word[at] ?? 0);
  keys[n++] = s + asFirst(2) + asSecond(word[before] ?? 0);
  keys[n++] = s + asFirst(3) + asSecond(word[after] ?? 0);
  keys[n++] = s + asFirst(4) + asSecond(stem[at] ?? 0);
  keys[n++] = s + asFirst(9) + asSecond(mix(pb, p0)) + asThird(pa);
  keys[n++] = s + asFirst(10) + asSecond(mix(pb, p0)) + asThird(pos[place(-2)] ?? 0);
  keys[n++] = s + asFirst(14) + asSecond(quotes) + asThird(p0);
  keys[n++] = s + asFirst(15) + asSecond(quotes) + asThird(mix(mb, ma));
  keys[n++] = s + asFirst(16) + asSecond(mix(mb, ma)) + asThird(p0);
  keys[n++] = s + asFirst(17) + asSecond(word[before] ?? 0) + asThird(p0);
  keys[n++] = s + asFirst(18) + asSecond(word[after] ?? 0) + asThird(p0);
  keys[n++] = s + asFirst(23) + asSecond(word[place(-2)] ?? 0) + asThird(pb);
  const first = table.sentenceFrom[at] === at ? 1 : 0;
  const last = (table.sentenceTo[at] ?? 0) - 1 === at ? 1 : 0;
  keys[n++] = s + asFirst(26) + asSecond(first * 2 + last) + asThird(mix(p0, quote[at] ?? 0));
  list.length = n;
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

/** A token as one cue sees it; reused for token after token. */
export interface Sight {
  at: TokenIndex;
  /** 0 before the cue, 1 behind it. */
  side: 0 | 1;
  /** How far from the cue, as a {@link step}. */
  away: number;
  pos: number;
  quote: number;
  /** The same of the token before. */
  quoteBefore: number;
}

export const makeSight = (): Sight => ({ at: 0, side: 0, away: 0, pos: 0, quote: 0, quoteBefore: 0 });

/** Turns `sight` to the token at `at`. */
export function lookAt(table: TokenTable, { cue }: CueShape, at: TokenIndex, sight: Sight): void {
  sight.at = at;
  sight.side = at < cue.from ? 0 : 1;
  sight.away = step(at < cue.from ? cue.from - at : at - cue.to + 1);
  sight.pos = table.pos[at] ?? 0;
  sight.quote = table.quote[at] ?? 0;
  sight.quoteBefore = at > 0 ? (table.quote[at - 1] ?? 0) : 0;
}

// The features of a token as seen from a cue, in groups. What a group depends on is small, so that most tokens share the
// votes of another one (see role-finder.ts); a feature stands in the group whose values it is made of.

/** Adds how the token's quotation lies to the cue. Depends on {@link settingOf}, and on the token's quotation and block. */
export function settingFeatures(table: TokenTable, shape: CueShape, sight: Sight, list: FeatureList): void {
  const { keys } = list;
  let n = list.length;
  const states = sight.quote * 6 + sight.quoteBefore;
  keys[n++] = template(300 + sight.side) + asFirst(34) + asSecond(relationOf(table, shape, sight.at)) + asThird(mix(states, shape.quoted));
  list.length = n;
}

/** A number for all that {@link settingFeatures} depends on but the token's quotation and block. */
export const settingOf = ({ side, quote, quoteBefore }: Sight): number => (side * 6 + quote) * 6 + quoteBefore;

/** Whether the token, and the one before, stand in quotation marks, and whether the cue does and in the same ones. */
function quotesOf(table: TokenTable, shape: CueShape, { at, quote, quoteBefore }: Sight): number {
  const own = (table.quotation[at] ?? -1) === shape.quotation ? 1 : 0;
  return ((quote * 6 + quoteBefore) * 6 + shape.quote) * 2 + own;
}

/** Adds what the cue says of tokens of this part of speech; depends on the side and `pos`. */
export function classFeatures(shape: CueShape, { side, pos }: Sight, list: FeatureList): void {
  const { keys } = list;
  let n = list.length;
  const sides = template(300 + side);
  keys[n++] = sides + asFirst(11) + asSecond(shape.around) + asThird(pos);
  keys[n++] = sides + asFirst(14) + asSecond(shape.next) + asThird(mix(shape.stem, pos));
  list.length = n;
}

/** Adds what the cue says of tokens so far away; depends on the side, `away` and `pos`. */
export function distanceFeatures(shape: CueShape, { side, away, pos }: Sight, list: FeatureList): void {
  const { keys } = list;
  let n = list.length;
  const sides = template(300 + side);
  const there = side * 16 + away;
  const placed = mix(away, pos);
  keys[n++] = template(310) + asFirst(there);
  keys[n++] = template(311) + asFirst(there) + asSecond(pos);
  keys[n++] = sides + asFirst(4) + asSecond(mix(shape.coarse, pos)) + asThird(away);
  keys[n++] = sides + asFirst(12) + asSecond(shape.around) + asThird(placed);
  list.length = n;
}

/** Adds what is particular to one token: its word, its neighbours, the path to it. */
export function wordFeatures(table: TokenTable, shape: CueShape, sight: Sight, between: Between, list: FeatureList): void {
  const { keys } = list;
  let n = list.length;
  const { word, coarse, mark, count } = table;
  const { at, side, away, quote: q0, pos: p0 } = sight;
  const ma = at + 1 < count ? (mark[at + 1] ?? 0) : 0;
  const c0 = coarse[at] ?? 0;
  const w0 = word[at] ?? 0;
  const sides = template(300 + side);
  const state = mix(p0, q0);
  keys[n++] = template(312) + asFirst(side * 16 + away) + asSecond(c0);
  keys[n++] = sides + asFirst(9) + asSecond(quotesOf(table, shape, sight)) + asThird(away);
  keys[n++] = sides + asFirst(20) + asSecond(mix(between.nominals, between.verbs)) + asThird(mix(shape.next, p0));
  keys[n++] = sides + asFirst(21) + asSecond(mix(ma, shape.next)) + asThird(state);
  keys[n++] = sides + asFirst(22) + asSecond(mix(between.commas, ma)) + asThird(state);
  keys[n++] = sides + asFirst(24) + asSecond(w0) + asThird(away);
  keys[n++] = sides + asFirst(26) + asSecond(mix(shape.next, between.commas)) + asThird(mix(w0, between.verbs));
  if (table.sentenceFrom[at] === at) keys[n++] = sides + asFirst(32) + asSecond(shape.around) + asThird(between.sentences);
  list.length = n;
}

/** Fills `list` with all groups, for training. */
export function relativeFeatures(table: TokenTable, shape: CueShape, sight: Sight, between: Between, list: FeatureList): void {
  list.length = 0;
  settingFeatures(table, shape, sight, list);
  classFeatures(shape, sight, list);
  distanceFeatures(shape, sight, list);
  wordFeatures(table, shape, sight, between, list);
}
