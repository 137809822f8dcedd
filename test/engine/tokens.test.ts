import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ABBREVIATIONS, CAPITAL_ABBREVIATIONS, NUMBER_ABBREVIATIONS } from '../../src/engine/english/lists/abbreviations.js';
import { ELISIONS } from '../../src/engine/english/lists/elisions.js';
import type { Span } from '../../src/engine/model.js';
import { LONGEST_TOKEN, splitWords } from '../../src/engine/text/tokens.js';

const FORMS = {
  abbreviations: ABBREVIATIONS,
  capitalAbbreviations: CAPITAL_ABBREVIATIONS,
  numberAbbreviations: NUMBER_ABBREVIATIONS,
  elisions: ELISIONS,
};

function words(text: string): readonly string[] {
  const spans: Span[] = [];
  splitWords(text, 0, text.length, FORMS, spans);
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
    ['the U.S.-led force, a Ph.D. and meridian.com', 'the U.S.-led force , a Ph.D. and meridian.com'],
    ['he said.Then press@osterin.gov', 'he said . Then press@osterin.gov'],
    ["''We won,'' she said. '''Yes,' he said''", "'' We won , '' she said . '' ' Yes , ' he said ''"],
    ["the '90s, ’til then, get 'em; ‘cause", "the '90s , ’til then , get 'em ; ‘cause"],
    ["``Yes'' and ,,ja“, so", "`` Yes '' and ,, ja “ , so"],
    ['the U.S.’s, the 1980’s, “Harbour”’s', 'the U.S. ’s , the 1980 ’s , “ Harbour ” ’s'],
    ['don‘t say Varga‘s ‘war’', 'do n‘t say Varga ‘s ‘ war ’'],
    ['She said no. No. 10 said so; Varga v. Berg, Miss. or miss.', 'She said no . No. 10 said so ; Varga v. Berg , Miss. or miss .'],
    ["Varga 's plan, an 's' and do n't", "Varga 's plan , an ' s ' and do n't"],
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
        splitWords(text, 0, text.length, FORMS, spans);
        let at = 0;
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end - span.start).toBeLessThanOrEqual(LONGEST_TOKEN + 1);
          expect(text.slice(at, span.start)).toMatch(/^[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]*$/u);
          at = span.end;
        }
        expect(text.slice(at)).toMatch(/^[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]*$/u);
      },
    ),
  );
});
