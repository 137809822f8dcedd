import type { DateExpression } from '../dates/date-form.js';
import { findDates } from '../dates/find-dates.js';
import type { WordSource } from '../dates/word-source.js';
import type { Attributed, Attribution, Span, Token, TokenIndex, TokenRange } from '../model.js';
import { firstEndingBehind } from '../text/token-search.js';
import { wordFormsOf } from '../text/word-forms.js';

/** Where an attribution's parts stand, in tokens. */
export interface Place {
  readonly source: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  /** The sentence of the cue; of the source or the content where there is none. */
  readonly sentence: number;
  /** The word that carries the cue: its first full verb, else its first word; -1 without a cue. */
  readonly verb: TokenIndex;
}

/**
 * An article as the finders of day, audience, act and figures read it: its words, and for every token what holds it.
 * Made once an article.
 */
export interface StatementView {
  readonly attributed: Attributed;
  readonly words: WordSource;
  /** The dates of the whole text, in order. */
  readonly dates: readonly DateExpression[];
  /** For every token the sentence that it stands in. */
  readonly sentenceOf: Int32Array;
  /** For every token 1 inside a quotation, 0 outside. */
  readonly quoted: Uint8Array;
  /** For every token the innermost attribution whose content holds it, -1 outside. */
  readonly holder: Int32Array;
  /** For every token the last attribution whose source or cue holds it, -1 outside. */
  readonly frame: Int32Array;
  /** One an attribution, in their order. */
  readonly places: readonly Place[];
}

export function viewStatements(attributed: Attributed): StatementView {
  const { article, tokens, sentences, attributions, quotations } = attributed;
  const { written, lower } = wordFormsOf(article.text, tokens);
  const words: WordSource = { length: tokens.length, words: written, lower, pos: tokens.map((token) => token.pos) };
  const sentenceOf = new Int32Array(tokens.length);
  for (const [index, sentence] of sentences.entries()) sentenceOf.fill(index, sentence.from, sentence.to);
  const quoted = new Uint8Array(tokens.length);
  for (const quotation of quotations) for (const part of quotation.parts) quoted.fill(1, part.from, part.to);
  const holder = new Int32Array(tokens.length).fill(-1);
  const frame = new Int32Array(tokens.length).fill(-1);
  const places = attributions.map((attribution) => placeOf(attribution, tokens, words, sentenceOf));
  for (const index of outermostFirst(attributions)) {
    for (const range of places[index]?.content ?? []) holder.fill(index, range.from, range.to);
    for (const range of places[index]?.cue ?? []) frame.fill(index, range.from, range.to);
    for (const range of places[index]?.source ?? []) frame.fill(index, range.from, range.to);
  }
  return { attributed, words, dates: findDates(words), sentenceOf, quoted, holder, frame, places };
}

/** The attributions' indexes, each one behind the one that holds it. */
function outermostFirst(attributions: readonly Attribution[]): readonly number[] {
  const depth = attributions.map((attribution) => {
    let count = 0;
    for (let outer = attribution.within; outer !== null && count < 8; outer = attributions[outer]?.within ?? null) count++;
    return count;
  });
  return attributions.map((_, index) => index).sort((one, other) => (depth[one] ?? 0) - (depth[other] ?? 0) || one - other);
}

/** The attributions' indexes in the order of their cues in the text. */
export function textOrder({ places }: StatementView): readonly number[] {
  const start = (index: number): number =>
    places[index]?.cue[0]?.from ?? places[index]?.source[0]?.from ?? places[index]?.content[0]?.from ?? 0;
  return places.map((_, index) => index).sort((one, other) => start(one) - start(other) || one - other);
}

function placeOf(attribution: Attribution, tokens: readonly Token[], words: WordSource, sentenceOf: Int32Array): Place {
  const source = attribution.source.map((span) => tokensOf(tokens, span));
  const cue = attribution.cue.map((span) => tokensOf(tokens, span));
  const content = attribution.content.map((span) => tokensOf(tokens, span));
  const first = cue[0] ?? source[0] ?? content[0];
  const sentence = first === undefined ? 0 : (sentenceOf[Math.min(first.from, Math.max(0, tokens.length - 1))] ?? 0);
  return { source, cue, content, sentence, verb: verbOf(cue, words) };
}

function verbOf(cue: readonly TokenRange[], words: WordSource): TokenIndex {
  for (const range of cue) for (let at = range.from; at < range.to; at++) if (words.pos[at] === 'VERB') return at;
  return cue[0]?.from ?? -1;
}

/** The tokens that a span of the text touches; empty, at its place, where it touches none. */
export function tokensOf(tokens: readonly Token[], span: Span): TokenRange {
  const from = firstEndingBehind(tokens, span.start);
  let to = from;
  while (to < tokens.length && (tokens[to]?.start ?? span.end) < span.end) to++;
  return { from, to };
}

/** The span of the text that a range of tokens covers. */
export function spanOf(tokens: readonly Token[], range: TokenRange): Span {
  return { start: tokens[range.from]?.start ?? 0, end: tokens[range.to - 1]?.end ?? tokens[range.from]?.start ?? 0 };
}

/** The text of a range of tokens. */
export function textOf(view: StatementView, range: TokenRange): string {
  const span = spanOf(view.attributed.tokens, range);
  return view.attributed.article.text.slice(span.start, span.end);
}

export const isWithin = (at: TokenIndex, ranges: readonly TokenRange[]): boolean =>
  ranges.some((range) => at >= range.from && at < range.to);
