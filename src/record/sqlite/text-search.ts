import { nameKey } from '../name-key.js';
import { COMMON, heaviest, rarest, soughtOf } from '../words/rare-words.js';
import type { Connection } from './connection.js';
import { quoted } from './word-index.js';

/** Keys of texts that hold the words next to one another. */
export function findPhrase(connection: Connection, words: readonly string[], limit: number): readonly number[] {
  const key = nameKey(words.join(' '));
  return key === '' ? [] : rowsWith(connection, key, limit);
}

/** Keys of texts that hold most of the words, by the summed weight of what they hold. */
export function findTexts(connection: Connection, words: readonly string[], limit: number): readonly number[] {
  const counted = soughtOf(words).map((sought) => ({ sought, count: countWith(connection, sought) }));
  return heaviest(
    rarest(counted).map((sought) => rowsWith(connection, sought, COMMON)),
    limit,
  );
}

/** In how many texts the words stand next to one another, counted no further than need be. */
function countWith(connection: Connection, words: string): number {
  const row = connection
    .prepare(`select count(*) as found from (select 1 from text_words where text_words match ? limit ${COMMON})`)
    .get(quoted(words));
  return (row as { readonly found: number }).found;
}

/** One text of numbers is handed over in a fraction of the time that as many rows take. */
function rowsWith(connection: Connection, words: string, limit: number): readonly number[] {
  const row = connection
    .prepare('select json_group_array(key) as keys from (select rowid as key from text_words where text_words match ? limit ?)')
    .get(quoted(words), limit);
  return JSON.parse((row as { readonly keys: string }).keys) as readonly number[];
}
