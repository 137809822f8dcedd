import { attribute } from './attributions/attribute.js';
import type { Language } from './language.js';
import { findMentions } from './mentions/find-mentions.js';
import type { Article, Reading } from './model.js';
import { makeStatements } from './statements/make-statements.js';
import { splitSentences } from './text/sentences.js';
import { tokenize } from './text/tokens.js';

/** Reads one article: the whole engine, in the order it works. Never throws because of what a text holds. */
export function readArticle(article: Article, language: Language): Reading {
  const tokenized = tokenize(article, language);
  const sentenced = splitSentences(tokenized, language);
  const mentioned = findMentions(sentenced, language);
  const attributed = attribute(mentioned, language);
  return makeStatements(attributed, language);
}
