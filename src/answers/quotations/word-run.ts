import type { Span } from '../../engine/index.js';

/** A text as its words, for comparing: without case, diacritics, apostrophes and every other mark. */
export interface WordRun {
  readonly text: string;
  readonly keys: readonly string[];
  /** Where each word stands in `text`. */
  readonly spans: readonly Span[];
}

/** Letters and digits with what belongs to them; an apostrophe between letters does not part a word: "don’t" is "dont". */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‘ʼ][\p{L}\p{M}]+)*/gu;

const PLAIN = /^[a-z0-9]+$/;

export function wordRun(text: string): WordRun {
  const keys: string[] = [];
  const spans: Span[] = [];
  for (const match of text.matchAll(WORD)) {
    keys.push(wordKey(match[0]));
    spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return { text, keys, spans };
}

export function wordKey(word: string): string {
  const lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The first index from `from` on at which the words of `part` stand next to one another in `keys`; -1 where they do not. */
export function findRun(keys: readonly string[], part: readonly string[], from = 0): number {
  const [first] = part;
  if (first === undefined) return -1;
  for (let at = keys.indexOf(first, from); at >= 0 && at + part.length <= keys.length; at = keys.indexOf(first, at + 1))
    if (part.every((key, index) => keys[at + index] === key)) return at;
  return -1;
}
