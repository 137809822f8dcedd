import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLineCases } from '../../support/case-file.js';
import { readMarked } from '../../support/marked.js';

function figuresOf(given: string): string {
  const reading = readMarked(given);
  const shown = reading.statements.flatMap(({ figures }) =>
    figures.map(({ value, unit, qualifier, start, end }) => {
      const rounded = Math.round(value * 1000) / 1000;
      return `${rounded}|${unit ?? '-'}|${qualifier ?? '-'} [${reading.article.text.slice(start, end)}]`;
    }),
  );
  return shown.join(', ') || 'none';
}

describe('figures', () => {
  test.each(readLineCases('figures.txt', figuresOf))('line $line: $given', ({ given, expected }) =>
    expect(figuresOf(given)).toBe(expected),
  );
});

const WORDS =
  'one two twenty-five half a third of dozen million $ € 1.3 1,000 600-700 10-month 2012 % percent to and people Section more than , ( 9999999999 12k'.split(
    ' ',
  );

test('whatever the words, figures stand in the content, in order, with a finite value', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 25 }), (words) => {
      const reading = readMarked(`<Varga> [said] {${words.join(' ')}}.`);
      const content = reading.attributions[0]?.content[0];
      let last = 0;
      for (const figure of reading.statements[0]?.figures ?? []) {
        expect(Number.isFinite(figure.value)).toBe(true);
        expect(figure.start).toBeGreaterThanOrEqual(last);
        expect(figure.end).toBeGreaterThan(figure.start);
        expect(figure.start).toBeGreaterThanOrEqual(content?.start ?? 0);
        last = figure.start;
      }
    }),
    { numRuns: 200 },
  );
});
