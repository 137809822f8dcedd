import type { Attribution, PartOfSpeech, Sentenced, Span, TokenIndex } from '../model.js';
import { firstEndingBehind } from '../text/token-search.js';

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
  /** Whether the cue calls something something: "called", "described". */
  readonly calls: boolean;
  /** Whether the cue denies. */
  readonly denies: boolean;
}

export type Role = 'cue' | 'content';

/** A half-open run of a sequence's words. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** The sequence of an attribution. `lower` gives a token's word in lower case. */
export function wordSequence(sentenced: Sentenced, attribution: Attribution, lower: (token: TokenIndex) => string): WordSequence {
  const { tokens, article } = sentenced;
  const words: string[] = [];
  const parts: PartOfSpeech[] = [];
  const indexes: TokenIndex[] = [];
  const roles: Role[] = [];
  const quoted: boolean[] = [];
  const capital: boolean[] = [];
  const cue: string[] = [];
  let inside = false;
  let reached = 0;
  for (const { span, role } of placesOf(attribution)) {
    const first = firstEndingBehind(tokens, span.start);
    if (first > reached && words.length > 0 && role === 'content' && isParted(reached, first, lower)) {
      // “We will not sign,” she said. “He knows it.”: the cue ended the first sentence.
      words.push('.');
      parts.push('PUNCT');
      indexes.push(first - 1);
      roles.push('content');
      quoted.push(false);
      capital.push(false);
    }
    for (let at = Math.max(reached, firstEndingBehind(tokens, span.start)); at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined || token.start >= span.end) break;
      const word = lower(at);
      if (isQuotationMark(word)) inside = isOpening(word) ?? !inside;
      words.push(word);
      parts.push(token.pos);
      indexes.push(at);
      roles.push(role);
      if (role === 'cue') cue.push(word);
      quoted.push(inside);
      const code = article.text.charCodeAt(token.start);
      capital.push(code >= 65 && code <= 90);
      reached = at + 1;
    }
  }
  const calls = cue.some((word) => CALLING.test(word));
  const denies = cue.some((word) => DENYING.test(word));
  return { words, parts, tokens: indexes, roles, quoted, capital, calls, denies };
}

/** Whether a sentence ends between two spans: “We will not sign,” she said. “He knows it.” */
function isParted(from: TokenIndex, to: TokenIndex, lower: (token: TokenIndex) => string): boolean {
  for (let at = to - 1; at >= from && at >= to - FARTHEST_PART; at--) if (endsSentence(lower(at))) return true;
  return to - from > FARTHEST_PART;
}

/** Two spans with so many tokens between them are no one sentence. */
const FARTHEST_PART = 60;

const CALLING = /^(?:call|consider|deem|describ|dismiss|label|hail|brand|view|regard|see|portray|denounc|condemn)/;
const DENYING = /^den(?:y|ied|ies|ying)$/;

function placesOf({ cue, content }: Attribution): readonly { readonly span: Span; readonly role: Role }[] {
  const places: { readonly span: Span; readonly role: Role }[] = [];
  for (const span of cue) places.push({ span, role: 'cue' });
  for (const span of content) places.push({ span, role: 'content' });
  return places.sort((left, right) => left.span.start - right.span.start);
}

/** Whether a token is a quotation mark: one character, or two for the typewriter's pairs. */
export function isQuotationMark(word: string): boolean {
  if (word.length > 2) return false;
  switch (word.charCodeAt(0)) {
    case 0x22:
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0xab:
    case 0xbb:
      return word.length === 1;
    case 0x27:
    case 0x60:
      return word === "''" || word === '``';
    default:
      return false;
  }
}

function isOpening(mark: string): boolean | null {
  if (mark === '“' || mark === '„' || mark === '``' || mark === '«') return true;
  return mark === '”' || mark === '»' ? false : null;
}

const SENTENCE_END = new Set(['.', '!', '?', ';', '…', '...']);

export const endsSentence = (word: string): boolean => SENTENCE_END.has(word);

/** No sentence that people write is longer to either side of a word; a longer run is cut, so that reading stays linear. */
const LONGEST_SIDE = 120;

/** The sentence around a word, without its final mark. */
export function sentenceAround(sequence: WordSequence, at: number): WordRange {
  const { words } = sequence;
  let from = at;
  while (from > 0 && at - from < LONGEST_SIDE && !endsSentence(words[from - 1] ?? '')) from--;
  let to = at;
  while (to < words.length && to - at < LONGEST_SIDE && !endsSentence(words[to] ?? '')) to++;
  return { from, to };
}
