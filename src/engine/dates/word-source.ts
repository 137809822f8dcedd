import type { PartOfSpeech } from '../model.js';
import { plain } from '../text/word-forms.js';

/** The words of a text as the finders read them: one entry a token, all lists of one length. */
export interface WordSource {
  readonly length: number;
  /** As written. */
  readonly words: readonly string[];
  /** Lower case, with straight apostrophes. */
  readonly lower: readonly string[];
  readonly pos: readonly PartOfSpeech[];
}

export function makeWordSource(words: readonly string[], pos: readonly PartOfSpeech[]): WordSource {
  return { length: words.length, words, lower: words.map(plain), pos };
}

export function isCapitalized(word: string | undefined): boolean {
  if (word === undefined) return false;
  const code = word.charCodeAt(0);
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
}
