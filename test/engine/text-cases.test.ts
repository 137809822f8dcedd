import { describe, expect, test } from 'vitest';
import { makeArticle } from '../../src/engine/make-article.js';
import type { Sentenced } from '../../src/engine/model.js';
import { splitSentences } from '../../src/engine/text/sentences.js';
import { tokenize } from '../../src/engine/text/tokens.js';
import { english } from '../support/english.js';
import { compareCases, withBreaks, withoutBreaks } from '../support/marked-cases.js';

function read(text: string): Sentenced {
  return splitSentences(tokenize(makeArticle({ text }), english()), english());
}

/** The text with marks put in: `marks` are places and what stands there, in the order in which it is written. */
function withMarks(text: string, marks: readonly (readonly [number, string])[]): string {
  let out = '';
  let from = 0;
  for (const [at, mark] of marks.toSorted((a, b) => a[0] - b[0])) {
    out += text.slice(from, at) + mark;
    from = at;
  }
  return out + text.slice(from);
}

function showSentences(marked: string): string {
  const text = withBreaks(marked.replaceAll(/ *‖/g, ''));
  const { article, sentences, tokens } = read(text);
  const marks = sentences.flatMap((sentence, index): readonly (readonly [number, string])[] => {
    if (sentences[index + 1]?.block !== sentence.block) return [];
    return [[tokens[sentence.to - 1]?.end ?? 0, ' ‖']];
  });
  return withoutBreaks(withMarks(article.text, marks));
}

function showQuotations(marked: string): string {
  const text = withBreaks(marked.replaceAll(/⟦[+?]?|\??⟧/g, ''));
  const { article, quotations, tokens } = read(text);
  const marks: (readonly [number, string])[] = [];
  for (const { open, close, parts } of quotations) {
    parts.forEach((part, index) => {
      const start = tokens[part.from]?.start ?? text.length;
      const end = tokens[part.to - 1]?.end ?? start;
      const lost = close === null && index === parts.length - 1;
      marks.push([start, index > 0 ? '⟦+' : open === null ? '⟦?' : '⟦']);
      marks.push([end, lost ? '?⟧' : '⟧']);
    });
  }
  return withoutBreaks(withMarks(article.text, marks));
}

describe('sentences', () => {
  test.each(compareCases('sentences.txt', showSentences))('line $line: $expected', ({ expected, found }) => expect(found).toBe(expected));
});

describe('quotations', () => {
  test.each(compareCases('quotations.txt', showQuotations))('line $line: $expected', ({ expected, found }) => expect(found).toBe(expected));
});
