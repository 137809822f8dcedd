import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passageAddress, webAddress } from '../../src/web/addresses.js';
import { clockOf, countTicks } from '../../src/web/charts/scale.js';
import { periodStart, periodsOf } from '../../src/web/charts/weeks.js';
import { dayNumber, dayOfNumber, intervalText, spanText, weekdayText } from '../../src/web/days.js';
import { wordDifferences } from '../../src/web/diff.js';
import { html, numberText } from '../../src/web/html.js';
import { csvText, preferredFormat, splitFormat } from '../../src/web/respond.js';
import { clipped, marked, quoted } from '../../src/web/words.js';

describe('days', () => {
  test.each([
    ['2031-03-14', '2031-03-14', '14 March 2031'],
    ['2031-03-01', '2031-03-31', 'March 2031'],
    ['2031-01-01', '2031-12-31', '2031'],
    ['2030-01-01', '2031-12-31', 'between 2030 and 2031'],
    ['2031-03-03', '2031-03-09', 'between 3 and 9 March 2031'],
    ['2031-03-28', '2031-04-02', 'between 28 March and 2 April 2031'],
    ['2030-12-30', '2031-01-02', 'between 30 December 2030 and 2 January 2031'],
    [null, '2031-03-14', 'on or before 14 March 2031'],
    ['2031-03-14', null, 'on or after 14 March 2031'],
    [null, null, 'day not given'],
    ['2032-02-01', '2032-02-29', 'February 2032'],
    ['soon', 'soon', 'soon'],
  ])('%s to %s is %s', (from, to, text) => {
    expect(intervalText(from, to)).toBe(text);
  });

  test('spans, weekdays and numbers of days', () => {
    expect(spanText('2030-01-03', '2031-08-22')).toBe('3 Jan 2030 – 22 Aug 2031');
    expect(spanText(null, null)).toBeNull();
    expect(weekdayText('2031-03-14')).toBe('Friday');
    expect(dayOfNumber(dayNumber('2031-03-14') ?? 0)).toBe('2031-03-14');
  });
});

describe('words', () => {
  test.each([
    ['We will sign', '“We will sign”'],
    ['"We will sign."', '"We will sign."'],
    ['“We will sign', '“We will sign”'],
    ['“We will sign,”', '“We will sign,”'],
    ['We will “sign”', '“We will “sign”'],
    ['"', '"”'],
  ])('%s is set as %s', (words, set) => {
    expect(quoted(words)).toBe(set);
  });

  test('cutting never splits a character and says that it cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 40 }), (text, length) => {
        const { text: head, cut } = clipped(text, length);
        expect(cut).toBe(text.length > length);
        expect(/\p{Surrogate}/u.test(head)).toBe(false);
      }),
    );
  });

  test('hits are marked as words, whatever stands in them', () => {
    expect(html`${marked('A truce, truces and a strucer', ['truce'])}`.toString()).toBe(
      'A <mark>truce</mark>, <mark>truces</mark> and a strucer',
    );
    expect(html`${marked('a (b) <i>', ['(b)'])}`.toString()).toContain('&lt;i&gt;');
  });
});

describe('addresses from outside', () => {
  test.each(['javascript:alert(1)', 'data:text/html,x', 'JaVaScRiPt:alert(1)', 'vbscript:x', 'file:///etc/passwd', 'nonsense', ''])(
    '%s is no link',
    (text) => {
      expect(webAddress(text)).toBeNull();
    },
  );

  test('a passage is named by its words, or by its two ends', () => {
    const address = passageAddress('https://a.example/x', { exact: ['well-known, “words” & more'] });
    expect(address).toBe('https://a.example/x#:~:text=well%2Dknown%2C%20%E2%80%9Cwords%E2%80%9D%20%26%20more');
    const long = passageAddress('https://a.example/x#part', { exact: [`${'one two three '.repeat(20)}end`] });
    expect(long).toMatch(/^https:\/\/a\.example\/x#part:~:text=one%20two[^,]*,[^,]*end$/);
    expect(passageAddress('javascript:x', { exact: ['words'] })).toBeNull();
  });

  test('no text makes an address fail', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (codes) => {
        const words = String.fromCharCode(...codes);
        passageAddress('https://a.example/', { exact: [words] });
      }),
    );
  });
});

describe('forms', () => {
  test('a cell is quoted where it must be and never a formula', () => {
    expect(
      csvText({
        columns: ['a', 'b'],
        rows: [
          ['say "so", then', '=1+1'],
          [null, -2],
        ],
      }),
    ).toBe('a,b\r\n"say ""so"", then",\'=1+1\r\n,-2\r\n');
  });

  test('an ending asks for a form', () => {
    expect(splitFormat('/index.json')).toEqual({ path: '/', format: 'json' });
    expect(splitFormat('/static/a.json')).toEqual({ path: '/static/a.json', format: null });
    expect(preferredFormat('text/html,application/xhtml+xml,application/json;q=0.9')).toBe('html');
    expect(preferredFormat('*/*')).toBe('html');
  });

  test('numbers', () => {
    expect([1150, 0.5, 1300000, -2500].map(numberText)).toEqual(['1,150', '0.5', '1,300,000', '-2,500']);
  });
});

describe('charts', () => {
  test('a clock holds all its days and few labels', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 1, maxLength: 20 }), (numbers) => {
        const days = numbers.map(dayOfNumber);
        const clock = clockOf(days);
        expect(clock).not.toBeNull();
        for (const day of days) expect(clock?.place(day)).toBeGreaterThan(0);
        expect(clock?.ticks.length).toBeGreaterThan(0);
        expect(clock?.ticks.length).toBeLessThan(9);
      }),
    );
  });

  test('no day is lost between periods, and they begin on Mondays', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { minLength: 1, maxLength: 30 }), (numbers) => {
        const perDay = new Map(numbers.map((number) => [dayOfNumber(number), 1]));
        const periods = periodsOf(perDay);
        expect(periods?.counts.reduce((sum, count) => sum + count, 0)).toBe(perDay.size);
        expect(periods === null ? '' : weekdayText(periodStart(periods, 0))).toBe('Monday');
        expect(periods?.counts.length).toBeLessThan(200);
      }),
    );
  });

  test('ticks of counts reach the most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (most) => {
        const ticks = countTicks(most);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThan(8);
      }),
    );
  });
});

describe('differences', () => {
  test('word by word', () => {
    expect(wordDifferences('the guns were not ours', 'the guns were ours')).toEqual([
      { kind: 'same', text: 'the guns were ' },
      { kind: 'removed', text: 'not ' },
      { kind: 'same', text: 'ours' },
    ]);
  });

  test('replaced words stand together, not word by word', () => {
    expect(wordDifferences('in exchange for arms', 'once the bridge opens')).toEqual([
      { kind: 'removed', text: 'in exchange for arms' },
      { kind: 'added', text: 'once the bridge opens' },
    ]);
  });

  test('each side gives its text back', () => {
    const text = fc.array(fc.constantFrom('a', 'b', ' ', 'c,', 'é'), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = wordDifferences(before, after);
        const side = (kind: 'removed' | 'added'): string =>
          found
            .filter((one) => one.kind === 'same' || one.kind === kind)
            .map((one) => one.text)
            .join('');
        expect(side('removed')).toBe(before);
        expect(side('added')).toBe(after);
      }),
    );
  });
});
