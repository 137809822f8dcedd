import { type CompiledQuery, sql } from 'kysely';
import { nameKey } from '../name-key.js';
import { lexemesOf } from '../words/lexemes.js';
import { COMMON, heaviest, rarest, soughtRuns, soughtWords } from '../words/rare-words.js';
import type { Connection } from './connection.js';
import { textsWith } from './word-index.js';
import { postgresWriter } from './writer.js';

/** Keys of texts that hold the words next to one another, in the order of filing. */
export async function findPhrase(connection: Connection, words: readonly string[], limit: number): Promise<readonly number[]> {
  const key = nameKey(words.join(' '));
  return key === '' ? [] : keysOf(connection, key, limit);
}

/** Keys of texts that hold most of the words, by the summed weight of what they hold. */
export async function findTexts(connection: Connection, words: readonly string[], limit: number): Promise<readonly number[]> {
  const expected = await expectations(connection);
  const sought = soughtWords(words);
  // What stands in fewer texts than are counted is listed as it is counted: both are one question.
  const lists = new Map<string, readonly number[]>();
  const list = async (some: string): Promise<void> => {
    if (expected(some) < TOO_MANY) lists.set(some, await keysOf(connection, some, COMMON));
  };
  await Promise.all([...new Set(sought)].map(list));
  await Promise.all(soughtRuns(sought, (word) => (lists.get(word)?.length ?? COMMON) < COMMON).map(list));
  return heaviest(rarest(lists.values()), limit);
}

/**
 * What the server expects to stand in so many texts is not looked for: to list them would take longer than an answer may. Words
 * of so many texts tell nothing anyway; of runs of three such words only those are missed that are much rarer than their words.
 */
const TOO_MANY = 4 * COMMON;

interface StatisticsRow {
  readonly texts: number;
  readonly words: readonly string[] | null;
  readonly shares: readonly number[] | null;
}

/** In how many texts words are to be expected, by what the server last learned of the most common ones. */
async function expectations(connection: Connection): Promise<(words: string) => number> {
  const [row] = await connection.query<StatisticsRow>(
    `select c.reltuples::float8 as texts, p.most_common_elems::text::text[] as words, p.most_common_elem_freqs::float8[] as shares
     from pg_class c left join pg_stats p on p.schemaname = 'onrecord' and p.tablename = 'text_words' and p.attname = 'lexemes_in'
     where c.oid = 'texts'::regclass`,
  );
  const { texts = 0, words = null, shares = null } = row ?? {};
  const known = new Map((words ?? []).map((word, index) => [word, shares?.[index] ?? 0]));
  return (sought) =>
    lexemesOf(sought)
      .split(' ')
      .reduce((expected, word) => expected * (known.get(word) ?? 0), texts);
}

async function keysOf(connection: Connection, words: string, limit: number): Promise<readonly number[]> {
  const texts = textsWith({ words, match: 'inflected' });
  if (texts === null) return [];
  const query: CompiledQuery<{ readonly key: number }> = sql<{
    readonly key: number;
  }>`select text_key as key from (${texts}) found order by text_key limit ${limit}`.compile(postgresWriter.database);
  return (await connection.all(query)).map(({ key }) => key);
}
