import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { nameKey } from '../name-key.js';
import type { Condition, WordIndex, WordsFilter } from '../sql/filter-sql.js';
import { lexemesOf } from '../words/lexemes.js';

/** How the words of a position's target are told from the statement's own, in one column. */
const TARGET = '/';

/** What a row without a word index is found by. */
const TOO_LONG = "'+'";

/** A word of so many characters is not in the index: its row is. */
const LONG_WORD = 255;

export interface RowWords {
  readonly plain: string;
  readonly stems: string;
}

/** The words of a row as its columns hold them: those of the target stand behind the others, each with its mark. */
export function rowWords(words: string, target: string | null): RowWords {
  const row = (make: (text: string) => string): string => {
    const marked = target === null ? '' : marks(make(target), TARGET);
    return [make(words), marked].filter((part) => part !== '').join(' ');
  };
  return { plain: row(nameKey), stems: row(lexemesOf) };
}

const marks = (words: string, mark: string): string => (words === '' ? '' : mark + words.replaceAll(' ', ` ${mark}`));

/** A row's words next to one another, in the columns of statements or texts. */
export const createWordIndex = (): WordIndex => ({
  all: (filters) => (filters.length === 0 ? ALWAYS : sql<SqlBool>`(${sql.join(filters.map(holds), sql` and `)})`),
  any: (filters) => (filters.length === 0 ? NEVER : sql<SqlBool>`(${sql.join(filters.map(holds), sql` or `)})`),
  // The server knows by itself how common words are.
  isRare: () => false,
});

const ALWAYS: Condition = sql<SqlBool>`1 = 1`;
const NEVER: Condition = sql<SqlBool>`1 = 0`;

function holds(filter: WordsFilter): Condition {
  const marked = filter.where === 'statement' ? ['', TARGET] : filter.where === 'target' ? [TARGET] : [''];
  if (filter.where !== 'text') return rowHolds('s', filter, marked);
  const texts = textsWith(filter);
  return texts === null ? NEVER : sql<SqlBool>`s.text_key in (${texts})`;
}

/**
 * Keys of the texts that hold the words next to one another; null where there are no words. A single word is found by the index
 * alone: only of texts that are too long for it are the words looked at, which costs as much as reading them.
 */
export function textsWith(filter: Pick<WordsFilter, 'words' | 'match'>): RawBuilder<{ readonly text_key: number }> | null {
  const condition = rowHolds('t', filter, ['']);
  if (condition === NEVER) return null;
  const stems = lexemesOf(filter.words);
  if (stems.includes(' ') || stems.length >= LONG_WORD || filter.match === 'exact')
    return sql`select t.text_key from texts t where ${condition}`;
  const word = `'${stems}'${filter.match === 'prefix' ? ':*' : ''}`;
  return sql`select t.text_key from texts t where lexemes_in(t.stems) @@ ${word}::tsquery
    union all select t.text_key from texts t where lexemes_in(t.stems) @@ ${TOO_LONG}::tsquery and ${condition}`;
}

function rowHolds(row: 's' | 't', { words, match }: Pick<WordsFilter, 'words' | 'match'>, marked: readonly string[]): Condition {
  const stems = lexemesOf(words);
  if (stems === '') return NEVER;
  const column = (name: 'plain' | 'stems') => sql`(' ' || ${sql.ref(`${row}.${name}`)} || ' ')`;
  // Not a pattern: the planner takes patterns for so rare that it would sort every statement of a common word.
  const near = (name: 'plain' | 'stems', key: string, end: ' ' | '') =>
    sql`(${sql.join(
      marked.map((mark) => sql`strpos(${column(name)}, ${` ${marks(key, mark)}${end}`}) > 0`),
      sql` or `,
    )})`;
  const parts = [
    sql`lexemes_in(${sql.ref(`${row}.stems`)}) @@ ${asQuestion(stems, match, marked)}::tsquery`,
    near('stems', stems, match === 'prefix' ? '' : ' '),
  ];
  if (match === 'exact') parts.push(near('plain', nameKey(words), ' '));
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

/** All of the words, in each of the columns' halves. Words have letters and digits only, so that nothing needs to be escaped. */
export function asQuestion(stems: string, match: WordsFilter['match'], marked: readonly string[]): string {
  const words = stems.split(' ');
  if (words.some((word) => word.length >= LONG_WORD)) return TOO_LONG;
  const last = words.length - 1;
  const halves = marked.map((mark) => words.map((word, at) => `'${mark}${word}'${match === 'prefix' && at === last ? ':*' : ''}`));
  return [...halves.map((half) => `(${[...new Set(half)].join(' & ')})`), TOO_LONG].join(' | ');
}
