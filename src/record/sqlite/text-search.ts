import { nameKey } from '../name-key.js';
import { COMMON, heaviest, rarest, soughtRuns, soughtWords } from '../words/rare-words.js';
import type { Connection } from './connection.js';
import { quoted } from './word-index.js';

/** Keys of texts that hold the words next to one another. */
export function findPhrase(connection: Connection, words: readonly string[], limit: number): readonly number[] {
  const key = nameKey(words.join(' '));
  return key === '' ? [] : rowsWith(connection, key, limit);
}

/** Keys of texts that hold most of the words, by the summed weight of what they hold. */
export function findTexts(connection: Connection, words: readonly string[], limit: number): readonly number[] {
  const sought = soughtWords(words);
  const lists = new Map<string, readonly number[]>();
  const list = (some: string): void => void lists.set(some, rowsWith(connection, some, COMMON));
  for (const word of new Set(sought)) list(word);
  for (const run of soughtRuns(sought, (word) => (lists.get(word)?.length ?? 0) < COMMON)) list(run);
  return heaviest(rarest(lists.values()), limit);
}

/** One text of numbers is handed over in a fraction of the time that as many rows take. */
function rowsWith(connection: Connection, words: string, limit: number): readonly number[] {
  const row = connection
    .prepare('select json_group_array(key) as keys from (select rowid as key from text_words where text_words match ? limit ?)')
    .get(quoted(words), limit);
  return JSON.parse((row as { readonly keys: string }).keys) as readonly number[];
}
