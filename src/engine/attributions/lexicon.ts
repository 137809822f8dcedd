import { hashLower } from './hashing.js';

/** What the model knows about single words, looked up by the hash of the word in lower case. */
export interface Lexicon {
  /** Open addressing: the word's hash at its place, 0 where a place is free. The length is a power of two. */
  readonly keys: Int32Array;
  /** Fine word class + 1, 0 for unknown. */
  readonly fine: Uint16Array;
  /** Coarse word class + 1, 0 for unknown. */
  readonly coarse: Uint8Array;
  /** Hash of the dictionary form of an irregular word, else 0. */
  readonly lemma: Int32Array;
}

/** The place of a word in the lexicon's arrays, or -1. */
export function placeOf(lexicon: Lexicon, hash: number): number {
  const { keys } = lexicon;
  const mask = keys.length - 1;
  const key = hash === 0 ? 1 : hash;
  let at = (key ^ (key >>> 16)) & mask;
  for (let step = 0; step <= mask; step++) {
    const found = keys[at];
    if (found === key) return at;
    if (found === 0) return -1;
    at = (at + 1) & mask;
  }
  return -1;
}

export interface LexiconEntry {
  readonly word: string;
  readonly fine: number;
  readonly coarse: number;
  readonly lemma: string | null;
}

/** A lexicon of the entries; where two words share a hash the first one stays. */
export function makeLexicon(entries: readonly LexiconEntry[]): Lexicon {
  let size = 1024;
  while (size < entries.length * 1.5) size *= 2;
  const lexicon = { keys: new Int32Array(size), fine: new Uint16Array(size), coarse: new Uint8Array(size), lemma: new Int32Array(size) };
  for (const { word, fine, coarse, lemma } of entries) {
    const key = hashLower(word, 0, word.length) || 1;
    let at = (key ^ (key >>> 16)) & (size - 1);
    while (lexicon.keys[at] !== 0 && lexicon.keys[at] !== key) at = (at + 1) & (size - 1);
    if (lexicon.keys[at] === key) continue;
    lexicon.keys[at] = key;
    lexicon.fine[at] = fine + 1;
    lexicon.coarse[at] = coarse + 1;
    lexicon.lemma[at] = lemma === null ? 0 : stemHash(lemma, 0, lemma.length);
  }
  return lexicon;
}

const A = 97;
const isVowel = (code: number): boolean => code === A || code === 101 || code === 105 || code === 111 || code === 117 || code === 121;

/** The hash of a word's stem: "announce", "announces", "announced" and "announcing" share one. Crude, for features alone. */
export function stemHash(text: string, start: number, end: number): number {
  return hashLower(text, start, endOfStem(text, start, end));
}

function endOfStem(text: string, start: number, end: number): number {
  const code = (back: number): number => text.charCodeAt(end - back) | 32;
  const length = end - start;
  let to = end;
  if (length > 4 && code(3) === 105 && code(2) === 110 && code(1) === 103) to = end - 3;
  else if (length > 3 && code(2) === 101 && code(1) === 100) to = end - 2;
  else if (length > 3 && code(1) === 115 && code(2) === 101) to = end - 2;
  else if (length > 2 && code(1) === 115 && code(2) !== 115) to = end - 1;
  else if (length > 3 && code(1) === 101) to = end - 1;
  if (to - start < 2) return end;
  const last = text.charCodeAt(to - 1) | 32;
  if (to < end - 1 && to - start > 3 && last === (text.charCodeAt(to - 2) | 32) && !isVowel(last)) to--;
  else if (last === 108 && (text.charCodeAt(to - 2) | 32) === 108) to--;
  if ((last === 121 || last === 105) && to - start > 2) to--;
  return to;
}
