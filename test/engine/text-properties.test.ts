import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeArticle } from '../../src/engine/make-article.js';
import type { Sentenced } from '../../src/engine/model.js';
import { LONGEST_SENTENCE, splitSentences } from '../../src/engine/text/sentences.js';
import { tokenize } from '../../src/engine/text/tokens.js';
import { english } from '../support/english.js';

function read(text: string): Sentenced {
  return splitSentences(tokenize(makeArticle({ text }), english()), english());
}

/** Texts that are all marks, and texts of the words and marks that the rules look at. */
const MARKS = '"\'“”‘’«»„`,.!?…-—()[]\n ';
const PIECES = [
  'said',
  'Berg',
  'he',
  'the',
  'U.S.',
  'p.m.',
  '...',
  'No.',
  "n't",
  '’s',
  '“',
  '”',
  '"',
  "'",
  '‘',
  '’',
  "''",
  ',',
  '.',
  '?',
  ' ',
  ' ',
  '\n',
  '\n\n',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom(...MARKS), { maxLength: 60 }).map((list) => list.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((list) => list.join('')),
);

describe('any text', () => {
  test('is cut into tokens that lie in order in its blocks, and sentences that cover them without crossing a block', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { article, tokens, sentences } = read(text);
        let at = 0;
        for (const { from, to, block } of sentences) {
          expect(from).toBe(at);
          expect(to).toBeGreaterThan(from);
          const { start, end } = article.blocks[block] ?? { start: -1, end: -1 };
          expect(tokens[from]?.start).toBeGreaterThanOrEqual(start);
          expect(tokens[to - 1]?.end).toBeLessThanOrEqual(end);
          at = to;
        }
        expect(at).toBe(tokens.length);
      }),
    );
  });

  test('has quotations with parts in order inside their marks, in the order in which they begin', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { quotations, tokens } = read(text);
        quotations.forEach(({ open, close, parts, within }, index) => {
          let at = open === null ? 0 : open + 1;
          for (const { from, to } of parts) {
            expect(from).toBeGreaterThanOrEqual(at);
            expect(to).toBeGreaterThanOrEqual(from);
            at = to;
          }
          expect(parts.length).toBeGreaterThan(0);
          expect(at).toBeLessThanOrEqual(close ?? tokens.length);
          if (within !== null) expect(within).toBeLessThan(index);
        });
      }),
    );
  });

  test('reads the same twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)));
      }),
    );
  });
});

describe('a run of words without an end', () => {
  const lengths = (text: string): readonly number[] => read(text).sentences.map(({ from, to }) => to - from);
  test('is cut where it must be', () => expect(lengths('word '.repeat(1000))).toEqual([LONGEST_SENTENCE, LONGEST_SENTENCE, 200]));
  test('is cut behind a comma', () => expect(lengths(`${'word '.repeat(300)}, ${'word '.repeat(300)}`)).toEqual([301, 300]));
  test('is cut behind a line', () =>
    expect(lengths(`${'word '.repeat(200)}\n${'word '.repeat(100)}, ${'word '.repeat(200)}`)).toEqual([200, 301]));
  test('is one sentence where it is short enough', () => expect(lengths('word '.repeat(LONGEST_SENTENCE))).toEqual([LONGEST_SENTENCE]));
});

describe('time grows no faster than the text', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['opening marks', '“'],
    ['straight marks', '"'],
    ['straight marks with white space', ' "'],
    ['single marks', " '"],
    ['angled marks', '«'],
    ['marks of all kinds that open', ' “x ‘x «x'],
    ['opening marks and apostrophes', '“the ministers’ view '],
    ['full stops', '.'],
    ['exclamation marks', '! '],
    ['dots and commas', '... , '],
    ['closing marks behind a full stop', '."'],
    ['cues', '“We go, said Berg '],
    ['one letter', 'x'],
    ['hyphens in words', 'a-'],
    ['initials', 'U.'],
    ['apostrophes in words', "a'"],
    ['addresses', 'http://x/'],
    ['lines', 'word\n'],
    ['sentences', 'The minister said on Monday that she would go. '],
  ];
  /** Milliseconds of this process's own time, which other processes do not lengthen as they do the clock's. */
  function cost(text: string): number {
    const before = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }
  test.each(cases)('%s', (_, piece) => {
    const small = piece.repeat(Math.ceil(12_000 / piece.length));
    const large = piece.repeat(Math.ceil(96_000 / piece.length));
    cost(small);
    // eight times the text; quadratic time would be 64 times
    expect(cost(large)).toBeLessThan(24 * cost(small) + 400);
  });
});
