import { describe, expect, test } from 'vitest';
import { findForeign } from '../../src/engine/attributions/foreign.js';
import { makeArticle } from '../../src/engine/make-article.js';
import { splitSentences } from '../../src/engine/text/sentences.js';
import { tokenize } from '../../src/engine/text/tokens.js';
import { readLineCases } from '../support/case-file.js';
import { english } from '../support/english.js';

function verdict(text: string): string {
  const sentenced = splitSentences(tokenize(makeArticle({ text }), english()), english());
  return findForeign(sentenced, english()).length > 0 ? 'noted' : 'read';
}

describe('languages', () => {
  test.each(readLineCases('languages.txt', verdict))('line $line: $given', ({ given, expected }) => expect(verdict(given)).toBe(expected));
});
