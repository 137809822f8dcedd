import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nounLemma, verbLemma } from '../../src/engine/english/inflection.js';
import { readLineCases } from '../support/case-file.js';

function lemmaOf(given: string): string {
  const [kind, word = ''] = given.split(' ');
  return kind === 'noun' ? nounLemma(word) : verbLemma(word);
}

describe('lemmas', () => {
  test.each(readLineCases('inflection.txt', lemmaOf))('line $line: $given', ({ given, expected }) => expect(lemmaOf(given)).toBe(expected));
});

test('any word has a lemma, and the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (word) => {
      expect(verbLemma(word)).toBe(verbLemma(word));
      expect(nounLemma(word)).toBe(nounLemma(word));
    }),
  );
});
