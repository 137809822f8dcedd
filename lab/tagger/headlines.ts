import { TAGS } from '../../src/engine/english/tagger/word-features.js';
import type { Sequence } from './perceptron.js';

/** No headline is longer. */
const LONGEST = 16;

const SMALL: ReadonlySet<number> = new Set((['ADP', 'DET', 'CCONJ', 'PART'] as const).map((tag) => TAGS.indexOf(tag)));

/** The first words of a paragraph in the capitals of a headline, with the same tags: every word (one in three), or the first letter of each but small ones. */
export function asHeadline({ words, tags }: Sequence, index: number): Sequence {
  const shout = index % 3 === 0;
  const cut = words.slice(0, LONGEST);
  return {
    words: cut.map((word, at) => {
      if (shout) return word.toUpperCase();
      const small = word.length < 4 && SMALL.has(tags[at] ?? -1);
      return small ? word : word.slice(0, 1).toUpperCase() + word.slice(1);
    }),
    tags: tags.slice(0, LONGEST),
    hints: null,
  };
}
