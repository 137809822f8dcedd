import { type CompiledQuery, sql } from 'kysely';
import { nameKey } from '../name-key.js';
import { COMMON, heaviest, rarest, soughtRuns, soughtWords } from '../words/rare-words.js';
import type { Connection } from './connection.js';
import { textHolds } from './word-index.js';
import { postgresWriter } from './writer.js';

/** Keys of texts that hold the words next to one another, in the order of filing. */
export async function findPhrase(connection: Connection, words: readonly string[], limit: number): Promise<readonly number[]> {
  const key = nameKey(words.join(' '));
  return key === '' ? [] : keysOf(connection, key, limit);
}

/** Keys of texts that hold most of the words, by the summed weight of what they hold. */
export async function findTexts(connection: Connection, words: readonly string[], limit: number): Promise<readonly number[]> {
  // What stands in fewer texts than are counted is listed as it is counted: both are one question.
  const sought = soughtWords(words);
  const lists = new Map<string, readonly number[]>();
  const list = async (some: string): Promise<void> => void lists.set(some, await keysOf(connection, some, COMMON));
  await Promise.all([...new Set(sought)].map(list));
  await Promise.all(soughtRuns(sought, (word) => (lists.get(word)?.length ?? 0) < COMMON).map(list));
  return heaviest(rarest(lists.values()), limit);
}

async function keysOf(connection: Connection, words: string, limit: number): Promise<readonly number[]> {
  const query = textsWith(words, limit);
  return query === null ? [] : (await connection.all(query)).map(({ key }) => key);
}

function textsWith(words: string, limit: number): CompiledQuery<{ readonly key: number }> | null {
  const condition = textHolds(words);
  if (condition === null) return null;
  return sql<{ readonly key: number }>`select t.text_key as key from texts t where ${condition} order by t.text_key limit ${limit}`.compile(
    postgresWriter.database,
  );
}
