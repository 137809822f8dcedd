import { makeWordSource, type WordSource } from '../../src/engine/dates/word-source.js';
import { makeArticle, type Token } from '../../src/engine/index.js';
import type { Language } from '../../src/engine/language.js';
import { tokenize } from '../../src/engine/text/tokens.js';
import { loadEnglish } from '../../src/runtime/load-english.js';

let language: Language | null = null;

/** English, made once for all tests of a run. */
export function english(): Language {
  language ??= loadEnglish();
  return language;
}

/** A text's tokens, and its words as the finders read them. */
export function sourceOf(text: string): { readonly tokens: readonly Token[]; readonly source: WordSource } {
  const { tokens } = tokenize(makeArticle({ text }), english());
  const words = tokens.map((token) => text.slice(token.start, token.end));
  return {
    tokens,
    source: makeWordSource(
      words,
      tokens.map((token) => token.pos),
    ),
  };
}
