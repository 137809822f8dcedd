import { nameKey } from '../name-key.js';
import { porterStem } from './porter.js';

/**
 * The words of a text as every store's index has them: without case, diacritics, marks and endings, one space between two,
 * in their order. Empty where there are none. Stores index these words as they are, so that all find the same.
 */
export function lexemesOf(text: string): string {
  const words = nameKey(text);
  return words === '' ? '' : words.split(' ').map(stemOf).join(' ');
}

/** How many stems are remembered before the memory is emptied: more than any language's common words. */
const REMEMBERED = 200_000;

const stems = new Map<string, string>();

function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = porterStem(word);
  if (stems.size >= REMEMBERED) stems.clear();
  stems.set(word, stem);
  return stem;
}
