import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTagger } from '../../src/engine/english/tagger/tagger.js';
import { readTaggerModel, TAGGER_FORMAT, writeTaggerModel } from '../../src/engine/english/tagger/tagger-model.js';

const bytes = new Uint8Array(readFileSync(new URL('../../data/english-tagger.bin', import.meta.url)));
const tagger = createTagger(bytes);
const tag = (sentence: string): string => tagger.tag(sentence.split(' ')).join(' ');

describe('tags', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['The foreign minister said on Monday that Osterin will not sign .', 'DET ADJ NOUN VERB ADP PROPN SCONJ PROPN AUX PART VERB PUNCT'],
    ['She talks to reporters .', 'PRON VERB ADP NOUN PUNCT'],
    ['The talks ended .', 'DET NOUN VERB PUNCT'],
    ['They want to sign the paper .', 'PRON VERB PART VERB DET NOUN PUNCT'],
    ['Berg has a plan and has signed it .', 'PROPN VERB DET NOUN CCONJ AUX VERB PRON PUNCT'],
    ['“ We did n’t , ” Lena Varga ’s spokesman said .', 'PUNCT PRON AUX PART PUNCT PUNCT PROPN PROPN PART NOUN VERB PUNCT'],
    ['The 1,300 soldiers left in 2031 .', 'DET NUM NOUN VERB ADP NUM PUNCT'],
  ];
  test.each(cases)('%s', (sentence, expected) => expect(tag(sentence)).toBe(expected));
});

test('what was read before changes nothing', () => {
  const first = 'Berg said he would answer the report .'.split(' ');
  const other = createTagger(bytes);
  for (let round = 0; round < 60_000; round += 3000) {
    other.tag(Array.from({ length: 3000 }, (_, index) => `word${round + index}`));
    expect(other.tag(first)).toEqual(tagger.tag(first));
  }
});

test('every word gets a tag, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 30 }), (words) => {
      expect(tagger.tag(words)).toHaveLength(words.length);
    }),
  );
});

test('a run of any length is tagged', () => {
  const words = Array.from({ length: 100_000 }, (_, index) => (index % 7 === 0 ? '.' : `unit${index % 50_000}`));
  expect(tagger.tag(words)).toHaveLength(words.length);
});

describe('a model file', () => {
  test('is written as it was read', () => expect(Buffer.compare(writeTaggerModel(readTaggerModel(bytes)), bytes)).toBe(0));
  test('reads the same from a view into a larger buffer', () => {
    const larger = Buffer.alloc(bytes.length + 5);
    larger.set(bytes, 5);
    expect(Buffer.compare(writeTaggerModel(readTaggerModel(larger.subarray(5))), bytes)).toBe(0);
  });

  const damaged = (change: (copy: Uint8Array) => Uint8Array): (() => unknown) => {
    const copy = change(bytes.slice());
    return () => readTaggerModel(copy);
  };
  test('is refused where a byte differs', () => {
    const flip = (copy: Uint8Array): Uint8Array => copy.with(copy.length - 9, (copy.at(-9) ?? 0) ^ 1);
    expect(damaged(flip)).toThrow(/checksum/);
  });
  test('is refused where it is cut short', () => expect(damaged((copy) => copy.slice(0, -1))).toThrow(/cut short/));
  test('is refused where it is empty', () => expect(damaged(() => new Uint8Array(0))).toThrow(/does not start/));
  test('is refused where its format is another one', () => {
    expect(damaged((copy) => copy.with(16, TAGGER_FORMAT + 1))).toThrow(/has format 2, this release reads 1/);
  });
  test('is small', () => expect(bytes.length).toBeLessThan(2_000_000));
});
