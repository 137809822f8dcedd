import { type SqlBool, sql } from 'kysely';
import { nameKey } from '../name-key.js';
import type { Condition, WordIndex, WordsFilter } from '../sql/filter-sql.js';
import { lexemesOf } from '../words/lexemes.js';
import type { Value } from './driver.js';

/** Whether a question to the index of statements has so many answers that going through statements in order is the shorter way. */
export type IsCommon = (match: string) => boolean;

/** FTS5 over statements and texts. */
export const createWordIndex = (isCommon: IsCommon): WordIndex => ({
  all: (filters) => all(filters, isCommon),
  any: (filters) => any(filters, isCommon),
  isRare: (filter) => filter.where === 'text' || !hasWords(filter.words) || !isCommon(expression(filter)),
});

const NEVER: Condition = sql<SqlBool>`1 = 0`;

function all(filters: readonly WordsFilter[], isCommon: IsCommon): Condition {
  if (filters.some((filter) => !hasWords(filter.words))) return NEVER;
  const statements = filters.filter((filter) => filter.where !== 'text');
  const texts = filters.filter((filter) => filter.where === 'text');
  const parts: Condition[] = [];
  if (statements.length > 0) parts.push(matchStatements(statements, ' AND ', isCommon));
  if (texts.length > 0) parts.push(matchTexts(texts, ' AND '));
  for (const filter of filters) if (filter.match === 'exact' && filter.where !== 'text') parts.push(holdsExactly(filter));
  return parts.length === 0 ? sql<SqlBool>`1 = 1` : sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

function any(filters: readonly WordsFilter[], isCommon: IsCommon): Condition {
  const known = filters.filter((filter) => hasWords(filter.words));
  const together = known.filter((filter) => filter.match !== 'exact' && filter.where !== 'text');
  const parts = known.filter((filter) => !together.includes(filter)).map((filter) => all([filter], isCommon));
  if (together.length > 0) parts.push(matchStatements(together, ' OR ', isCommon));
  return parts.length === 0 ? NEVER : sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
}

/** The plus keeps SQLite from fetching every statement that a common word has, only to sort them. */
function matchStatements(filters: readonly WordsFilter[], joint: string, isCommon: IsCommon): Condition {
  const match = filters.map(expression).join(joint);
  const key = isCommon(match) ? sql`+s.statement_key` : sql`s.statement_key`;
  return sql<SqlBool>`${key} in (select rowid from statement_words where statement_words match ${match})`;
}

/** Exact words are looked at in the few texts that the stemmed index leaves. */
function matchTexts(filters: readonly WordsFilter[], joint: string): Condition {
  const match = filters.map((filter) => phrase(filter)).join(joint);
  const found = sql`select rowid from text_words where text_words match ${match}`;
  const exact = filters.filter((filter) => filter.match === 'exact').map((filter) => sql`holds_words(body, ${nameKey(filter.words)}) = 1`);
  if (exact.length === 0) return sql<SqlBool>`s.text_key in (${found})`;
  return sql<SqlBool>`s.text_key in (select text_key from texts where text_key in (${found}) and ${sql.join(exact, sql` and `)})`;
}

function expression(filter: WordsFilter): string {
  const columns = filter.where === 'statement' ? '{words target}' : `{${filter.where}}`;
  return `(${columns} : ${phrase(filter)})`;
}

const phrase = (filter: WordsFilter): string => `${quoted(filter.words)}${filter.match === 'prefix' ? ' *' : ''}`;

/** A phrase of FTS5 in the index's words, none of which can end it. */
export const quoted = (words: string): string => `"${lexemesOf(words)}"`;

function holdsExactly(filter: WordsFilter): Condition {
  const key = nameKey(filter.words);
  switch (filter.where) {
    case 'words':
      return sql<SqlBool>`holds_words(s.words, ${key}) = 1`;
    case 'target':
      return sql<SqlBool>`holds_words(s.target, ${key}) = 1`;
    default:
      return sql<SqlBool>`(holds_words(s.words, ${key}) = 1 or holds_words(s.target, ${key}) = 1)`;
  }
}

export const hasWords = (words: string): boolean => nameKey(words) !== '';

const decoder = new TextDecoder();

/** The function `holds_words` of SQL: whether a text holds these words next to one another, without case and diacritics. */
export function holdsWords(text: Value | undefined, key: Value | undefined): Value {
  if (text === null || text === undefined || typeof key !== 'string') return 0;
  return ` ${nameKey(asText(text))} `.includes(` ${key} `) ? 1 : 0;
}

/** The function `lexemes` of SQL: a text's words as the indexes have them. */
export const lexemesInSql = (text: Value | undefined): Value => (text === null || text === undefined ? null : lexemesOf(asText(text)));

const asText = (value: Exclude<Value, null>): string =>
  typeof value === 'string' ? value : value instanceof Uint8Array ? decoder.decode(value) : String(value);
