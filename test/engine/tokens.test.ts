import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABBREVIATIONS } from '../../src/engine/english/lists/abbreviations.js';
import type { Span } from '../../src/engine/model.js';
import { LONGEST_TOKEN, splitWords } from '../../src/engine/text/tokens.js';

function words(text: string): readonly string[] {
  const spans: Span[] = [];
  splitWords(text, 0, text.length, ABBREVIATIONS, spans);
  return spans.map((span) => text.slice(span.start, span.end));
}

describe('words', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['The minister said: “We won’t.”', 'The minister said : “ We wo n’t . ”'],
    ["Varga's staff didn't say.", "Varga 's staff did n't say ."],
    ['a cease-fire -- perhaps', 'a cease-fire -- perhaps'],
    ['1,300.5 tanks, 40% at 8:30 p.m.', '1,300.5 tanks , 40 % at 8:30 p.m.'],
    ['Mr. Berg left on Dec. 25.', 'Mr. Berg left on Dec. 25 .'],
    ['the U.S. and J. Berg; AT&T', 'the U.S. and J. Berg ; AT&T'],
    ['He wept. I did. So I.', 'He wept . I did . So I .'],
    ['see https://meridian.example/a?b=c, today', 'see https://meridian.example/a?b=c , today'],
    ['@varga wrote #peace', '@varga wrote #peace'],
    ['wait... so', 'wait ... so'],
    ['end.The next', 'end . The next'],
    ['it’s they’re I’d o’clock', 'it ’s they ’re I ’d o’clock'],
  ];
  test.each(cases)('%s', (text, expected) => expect(words(text).join(' ')).toBe(expected));
});

test('tokens are in order, apart, short, and leave out only white space', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.stringMatching(/^[-a-z.’'" 0-9]*$/)),
      (text) => {
        const spans: Span[] = [];
        splitWords(text, 0, text.length, ABBREVIATIONS, spans);
        let at = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end - span.start).toBeLessThanOrEqual(LONGEST_TOKEN + 1);
          expect(text.slice(at, span.start)).toMatch(/^[\s\p{Cc}\u200b\u2060\ufeff]*$/u);
          at = span.end;
        }
        expect(text.slice(at)).toMatch(/^[\s\p{Cc}\u200b\u2060\ufeff]*$/u);
      },
    ),
  );
});
