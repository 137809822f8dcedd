import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attribution, makeArticle, readArticle, type Span } from '../../src/engine/index.js';
import { english } from '../support/english.js';
import { readMarks } from '../support/marked.js';
import { compareCases, withBreaks, withoutBreaks } from '../support/marked-cases.js';

const folder = fileURLToPath(new URL('../cases/attributions', import.meta.url));

const MARKS = [
  ['source', '<', '>'],
  ['cue', '[', ']'],
  ['content', '{', '}'],
] as const;

interface Mark {
  readonly span: Span;
  readonly open: string;
  readonly close: string;
}

/** The text with every attribution marked, as the case files write it. */
function show(text: string, attributions: readonly Attribution[]): string {
  const marks = attributions.flatMap((attribution, index) =>
    MARKS.flatMap(([role, open, close]) =>
      attribution[role].map((span): Mark => ({ span, open: index === 0 ? open : `${open}${index + 1}:`, close })),
    ),
  );
  let out = '';
  for (let at = 0; at <= text.length; at++) {
    const ending = marks.filter(({ span }) => span.end === at).sort((a, b) => b.span.start - a.span.start);
    const starting = marks.filter(({ span }) => span.start === at).sort((a, b) => b.span.end - a.span.end);
    out += ending.map(({ close }) => close).join('') + starting.map(({ open }) => open).join('') + (text[at] ?? '');
  }
  return out;
}

function read(marked: string): string {
  const { text } = readMarks(withBreaks(marked));
  return withoutBreaks(show(text, readArticle(makeArticle({ text }), english()).attributions));
}

for (const file of readdirSync(folder).sort()) {
  describe(`attributions: ${file}`, () => {
    test.each(compareCases(`attributions/${file}`, read))('line $line: $expected', ({ expected, found }) => expect(found).toBe(expected));
  });
}

const attributionsOf = (text: string, language: string | null = null): readonly Attribution[] =>
  readArticle(makeArticle({ text, language }), english()).attributions;

describe('whatever the text', () => {
  const words = fc.constantFrom(
    'Varga',
    'said',
    'that',
    '“',
    '”',
    '"',
    '.',
    ',',
    ':',
    'she',
    'would',
    'sign',
    '\n\n',
    'told',
    'Berg',
    '-',
    'Q',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(words, { maxLength: 120 }).map((list) => list.join(' ')),
  );

  test('spans lie in the text, in order, apart; holders exist and hold', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const attributions = attributionsOf(text);
        attributions.forEach((attribution, index) => {
          for (const [role] of MARKS) {
            let end = 0;
            for (const span of attribution[role]) {
              expect(span.start).toBeGreaterThanOrEqual(end);
              expect(span.end).toBeGreaterThan(span.start);
              end = span.end;
            }
            expect(end).toBeLessThanOrEqual(text.length);
          }
          expect(attribution.content.length).toBeGreaterThan(0);
          expect(attribution.confidence).toBeGreaterThan(0);
          expect(attribution.confidence).toBeLessThanOrEqual(1);
          const { within } = attribution;
          if (within === null) return;
          expect(within).not.toBe(index);
          const cue = attribution.cue[0];
          expect(attributions[within]?.content.some((span) => cue !== undefined && span.start <= cue.start && cue.end <= span.end)).toBe(
            true,
          );
        });
      }),
      { numRuns: 150 },
    );
  });

  test('the same text gives the same answer, whatever was read before', () => {
    const text = 'Varga said that the treaty would be signed on Monday. “Nobody will stop us,” she added.';
    const first = attributionsOf(text);
    attributionsOf('Berg told reporters: “We never wanted this. We were asked.” He left.');
    expect(attributionsOf(text)).toEqual(first);
  });
});

test('an article in another language is noted and not read', () => {
  const reading = readArticle(makeArticle({ text: 'Varga said that she would sign.', language: 'de' }), english());
  expect(reading.attributions).toEqual([]);
  expect(reading.notes.map(({ code }) => code)).toEqual(['language-not-read']);
});

test('a foreign passage is noted', () => {
  const text = 'El ministro dijo que no van a firmar el tratado en la ciudad.\n\nVarga said that she would sign.';
  const { notes } = readArticle(makeArticle({ text }), english());
  expect(notes.filter(({ code }) => code === 'language-not-read').map(({ span }) => text.slice(span.start, span.end))).toEqual([
    'El ministro dijo que no van a firmar el tratado en la ciudad.',
  ]);
});
