import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNames, speakerId, speakerKey, surnameKey } from '../../../src/engine/speakers/names.js';

describe('one key for every spelling of a name', () => {
  const same: readonly (readonly string[])[] = [
    [
      'Volodymyr Zelensky',
      'Volodymyr Zelenskyy',
      'Volodymyr Zelenskiy',
      'Volodymyr Zelenskyi',
      'President Volodymyr Zelenskii',
      'Wolodymyr Selenskyj',
    ],
    ['Kiev', 'Kyiv'],
    ['Lena Varga', 'Lena M. Varga', 'Dr. Lena Varga', 'the late Lena Varga', 'LENA VARGA', 'Lena Varga’s', 'Léna Várga'],
    ['Jonas Støre', 'Jonas Store'],
    ['Sergei Odel', 'Sergey Odel', 'Serguei Odel'],
    ['Yuri Odel', 'Yury Odel', 'Iouri Odel', 'Yuriy Odel'],
    ['Mohammed Odel', 'Muhammad Odel', 'Mohamed Odel'],
    ['Anne-Marie Berg', 'Anne Marie Berg'],
    ["Zeid Ra'ad", 'Zeid Raad'],
  ];
  test.each(same)('%s', (...spellings) => expect(new Set(spellings.map(speakerKey)).size).toBe(1));

  const apart: readonly (readonly [string, string])[] = [
    ['Jon Berg', 'Jon Berg Jr.'],
    ['Volodymyr Odel', 'Vladimir Odel'],
    ['Joe Berg', 'Joseph Berg'],
    ['Lena Varga', 'Lana Varga'],
    ['King Odel', 'Odel'],
  ];
  test.each(apart)('%s is not %s', (a, b) => expect(speakerKey(a)).not.toBe(speakerKey(b)));
});

test('an id is the key with hyphens', () => {
  expect(speakerId('Foreign Minister Lena Varga')).not.toBe('');
  expect(speakerId('President Lena Varga')).toBe('lena-varga');
  expect(speakerId('Anne-Marie Şahin')).toBe('anne-marie-sahin');
});

test('the surname leaves a suffix out', () => {
  expect(surnameKey('Jon Berg Jr.')).toBe('berg');
  expect(surnameKey('Mr. Zelenskyy')).toBe('zelensky');
});

describe('comparing two names', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['Lena Varga', 'Lena M. Varga', 'same'],
    ['Lena Varga', 'Varga', 'cannot-tell'],
    ['L. Varga', 'Lena Varga', 'cannot-tell'],
    ['Lena Varga', 'Jon Varga', 'different'],
    ['Jon Berg Jr.', 'Jon Berg Sr.', 'different'],
    ['Lena Varga', 'Lena Berg', 'different'],
  ];
  test.each(cases)('%s and %s: %s', (a, b, agreement) => {
    expect(compareNames(a, b)).toBe(agreement);
    expect(compareNames(b, a)).toBe(agreement);
  });
});

test('any text has a key, and the key of a key is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const key = speakerKey(name);
      expect(speakerKey(name)).toBe(key);
      expect(key).not.toMatch(/^\s|\s$|\s\s/);
    }),
  );
});
