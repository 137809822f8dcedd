import type { Attribution, PartOfSpeech, Sentenced, Span, Token, TokenIndex } from '../model.js';

/**
 * The words of one attribution's cue and content in text order: what the finders of stances, targets and conditions read.
 * All lists are of one length. Places in it are called words; places in the article stay tokens.
 */
export interface WordSequence {
  /** Lower case, with straight apostrophes. */
  readonly words: readonly string[];
  readonly parts: readonly PartOfSpeech[];
  readonly tokens: readonly TokenIndex[];
  readonly roles: readonly Role[];
  /** Whether the word stands between quotation marks: there "I" is the source and "he" is not. */
  readonly quoted: readonly boolean[];
  /** Whether the word starts with a capital letter. */
  readonly capital: readonly boolean[];
}

export type Role = 'cue' | 'content';

/** A half-open run of a sequence's words. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

const QUOTATION_MARK = /^["“”«»„]$|^''$|^``$/;

/** The sequence of an attribution. `lower` gives a token's word in lower case. */
export function wordSequence(sentenced: Sentenced, attribution: Attribution, lower: (token: TokenIndex) => string): WordSequence {
  const { tokens, article } = sentenced;
  const places: (readonly [Span, Role])[] = [
    ...attribution.cue.map((span) => [span, 'cue'] as const),
    ...attribution.content.map((span) => [span, 'content'] as const),
  ];
  places.sort((left, right) => left[0].start - right[0].start);
  const words: string[] = [];
  const parts: PartOfSpeech[] = [];
  const indexes: TokenIndex[] = [];
  const roles: Role[] = [];
  const quoted: boolean[] = [];
  const capital: boolean[] = [];
  let inside = false;
  let reached = 0;
  for (const [span, role] of places) {
    for (let at = Math.max(reached, firstToken(tokens, span.start)); at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined || token.start >= span.end) break;
      const word = lower(at);
      if (QUOTATION_MARK.test(word)) inside = isOpening(word) ?? !inside;
      words.push(word);
      parts.push(token.pos);
      indexes.push(at);
      roles.push(role);
      quoted.push(inside);
      const code = article.text.charCodeAt(token.start);
      capital.push(code >= 65 && code <= 90);
      reached = at + 1;
    }
  }
  return { words, parts, tokens: indexes, roles, quoted, capital };
}

function isOpening(mark: string): boolean | null {
  if (mark === '“' || mark === '„' || mark === '``' || mark === '«') return true;
  return mark === '”' || mark === '»' ? false : null;
}

/** The first token that ends behind `offset`. */
export function firstToken(tokens: readonly Token[], offset: number): TokenIndex {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const SENTENCE_END = new Set(['.', '!', '?', ';', '…', '...']);

export const isMark = (sequence: WordSequence, at: number): boolean =>
  sequence.parts[at] === 'PUNCT' || QUOTATION_MARK.test(sequence.words[at] ?? '');
export const isQuotationMark = (word: string): boolean => QUOTATION_MARK.test(word);
export const endsSentence = (word: string): boolean => SENTENCE_END.has(word);

/** The sentence around a word, without its final mark. */
export function sentenceAround(sequence: WordSequence, at: number): WordRange {
  const { words } = sequence;
  let from = at;
  while (from > 0 && !endsSentence(words[from - 1] ?? '')) from--;
  let to = at;
  while (to < words.length && !endsSentence(words[to] ?? '')) to++;
  return { from, to };
}
