import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, embargoEnd } from '../../src/readers/days.js';
import { isFurniture } from '../../src/readers/furniture.js';
import { readHeadLine } from '../../src/readers/head-lines.js';
import { AGENCIES } from '../../src/readers/lists/agencies.js';
import { FURNITURE_BEGINNINGS, FURNITURE_LINES } from '../../src/readers/lists/furniture.js';
import { wireOfDateline } from '../../src/readers/wire.js';
import { readLineCases } from '../support/case-file.js';

const day = (given: string): string => dayOf(given) ?? 'none';
const wire = (given: string): string => wireOfDateline(given) ?? 'none';

function line(given: string): string {
  const head = readHeadLine(given);
  if (head?.kind === 'byline') return `byline ${head.authors.join(' + ')}`;
  if (head?.kind === 'dateline') return `dateline ${head.published ?? 'none'}`;
  return isFurniture(given) ? 'boilerplate' : 'text';
}

test.each(readLineCases('readers/days.txt', day))('days: $given', ({ given, expected }) => expect(day(given)).toBe(expected));
test.each(readLineCases('readers/lines.txt', line))('lines: $given', ({ given, expected }) => expect(line(given)).toBe(expected));
test.each(readLineCases('readers/wire.txt', wire))('wire: $given', ({ given, expected }) => expect(wire(given)).toBe(expected));

test.each([
  ['agencies', AGENCIES],
  ['furniture lines', FURNITURE_LINES],
  ['furniture beginnings', FURNITURE_BEGINNINGS],
])('the list of %s is sorted', (_, list) => expect([...list]).toEqual([...list].sort()));

test('no line takes long, whatever it holds', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z .,()@:/|-]{0,300}$/), fc.integer({ min: 1, max: 40 }), (part, times) => {
      const given = part.repeat(times);
      const before = performance.now();
      line(given);
      day(given);
      wire(given);
      expect(performance.now() - before).toBeLessThan(1000);
    }),
  );
});

describe('the end of an embargo', () => {
  test.each([
    ['2031-03-14T06:00:00Z', '2031-03-14T06:00:00Z'],
    ['2031-03-14T06:00:00.250+02:00', '2031-03-14T04:00:00Z'],
    ['2031-03-14 06:00 -0500', '2031-03-14T11:00:00Z'],
    ['2031-03-14T06:00', '2031-03-14T18:00:00Z'],
    ['2031-03-14', '2031-03-14T12:00:00Z'],
    ['tomorrow', '9999-12-31T23:59:59Z'],
    ['2031-13-40T06:00Z', '9999-12-31T23:59:59Z'],
    [true, '9999-12-31T23:59:59Z'],
    [false, null],
    [' No ', null],
  ])('%s', (written, expected) => {
    expect(embargoEnd(written)).toBe(expected);
  });
});
