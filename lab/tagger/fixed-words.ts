import { exactKey, TAGS, wordValues } from '../../src/engine/english/tagger/word-features.js';
import type { Sequence } from './perceptron.js';

/** A word's tag is fixed where it was seen so often, and nearly always with one tag: the few others are mostly errors of the silver tags. */
const LEAST_SEEN = 100;
const LEAST_SHARE = 0.997;

/** The words whose tag their neighbours need not decide, by exact key. */
export function findFixedWords(sequences: readonly Sequence[]): { readonly fixedKeys: Int32Array; readonly fixedTags: Uint8Array } {
  const counts = new Map<string, Int32Array>();
  for (const { words, tags } of sequences) {
    words.forEach((word, at) => {
      const tag = tags[at] ?? -1;
      if (tag < 0) return;
      const list = counts.get(word) ?? new Int32Array(TAGS.length);
      list[tag] = (list[tag] ?? 0) + 1;
      counts.set(word, list);
    });
  }
  const fixed: (readonly [number, number])[] = [];
  for (const [word, list] of counts) {
    const seen = list.reduce((one, other) => one + other, 0);
    const most = Math.max(...list);
    if (seen >= LEAST_SEEN && most >= seen * LEAST_SHARE) fixed.push([exactKey(wordValues(word)), list.indexOf(most)]);
  }
  fixed.sort((a, b) => a[0] - b[0]);
  return { fixedKeys: Int32Array.from(fixed, ([key]) => key), fixedTags: Uint8Array.from(fixed, ([, tag]) => tag) };
}
