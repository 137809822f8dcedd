import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDay, dayNumber, formatDay, parseDay, weekdayOf } from '../../../src/engine/dates/calendar.js';
import { formatEdtf, type Interval } from '../../../src/engine/dates/edtf.js';
import { findDates } from '../../../src/engine/dates/find-dates.js';
import { type Direction, resolveDate } from '../../../src/engine/dates/resolve-date.js';
import { makeWordSource } from '../../../src/engine/dates/word-source.js';
import { readLineCases } from '../../support/case-file.js';
import { sourceOf } from '../../support/english.js';

/** "2031-03-14 past text": each date's words and days. */
function datesOf(given: string): string {
  const [printed = '', direction = '', ...rest] = given.split(' ');
  const text = rest.join(' ');
  const { source, tokens } = sourceOf(text);
  const year = printed.endsWith('?') ? Number(printed.slice(0, 4)) : null;
  let anchor: Interval | null = null;
  const shown = findDates(source).map((date) => {
    const resolved = resolveDate(date, { published: parseDay(printed), year, direction: direction as Direction, anchor });
    if (resolved.from !== null) anchor = resolved;
    const words = text.slice(tokens[date.from]?.start ?? 0, tokens[date.to - 1]?.end ?? 0);
    return `[${words}] ${formatEdtf(resolved, resolved.approximate) ?? 'open'}`;
  });
  return shown.join(', ') || 'none';
}

describe('dates in news English', () => {
  test.each(readLineCases('dates.txt', datesOf))('line $line: $given', ({ given, expected }) => expect(datesOf(given)).toBe(expected));
});

const WORDS =
  'last next this that the early late mid-March Monday Sunday March May Feb. 29 31 2031 1990s 0001 9999 12/31/99 week weekend month year decade days two a few ago later earlier before after since until in on of , . ’ 14th Christmas Eve fall yesterday'.split(
    ' ',
  );

test('whatever the words, dates are in order and apart, and no interval ends before it starts', () => {
  const reference = fc.record({
    published: fc.option(fc.integer({ min: -719_528, max: 2_932_896 })),
    year: fc.option(fc.integer({ min: 1, max: 9999 })),
    direction: fc.constantFrom<Direction>('past', 'future'),
  });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }), reference, (words, given) => {
      const source = makeWordSource(
        words,
        words.map(() => 'NOUN'),
      );
      let anchor: Interval | null = null;
      let last = 0;
      for (const date of findDates(source)) {
        expect(date.from).toBeGreaterThanOrEqual(last);
        expect(date.to).toBeGreaterThan(date.from);
        expect(date.to).toBeLessThanOrEqual(words.length);
        last = date.to;
        const resolved = resolveDate(date, { ...given, anchor });
        if (resolved.from !== null && resolved.to !== null) expect(resolved.to).toBeGreaterThanOrEqual(resolved.from);
        if (resolved.from !== null) anchor = resolved;
        formatEdtf(resolved, resolved.approximate);
      }
    }),
    { numRuns: 500 },
  );
});

test('days and day numbers are two names of one thing, leap years included', () => {
  expect(civilDay(dayNumber(2000, 2, 29))).toEqual({ year: 2000, month: 2, day: 29 });
  expect(dayNumber(1900, 2, 29)).toBe(dayNumber(1900, 3, 1));
  expect(weekdayOf(dayNumber(2031, 3, 14))).toBe(4);
  fc.assert(
    fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (number) => {
      const { year, month, day } = civilDay(number);
      expect(dayNumber(year, month, day)).toBe(number);
      const date = new Date(number * 86_400_000);
      expect([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]).toEqual([year, month, day]);
      expect(weekdayOf(number)).toBe((date.getUTCDay() + 6) % 7);
      expect(parseDay(formatDay(number))).toBe(year >= 0 ? number : parseDay('0000-01-01'));
    }),
  );
});
