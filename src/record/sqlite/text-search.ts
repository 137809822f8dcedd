import { nameKey } from '../name-key.js';
import type { Connection } from './connection.js';
import { quoted } from './word-index.js';

/**
 * A word in more texts than this does not tell one from another, and is not counted further. What follows from it for
 * quotations that were altered, `npx tsx lab/check-quotations.ts` measures; what it costs, `npx tsx bench/check.ts`.
 */
const COMMON = 300;

/** How many of the rarest words are looked for, and how many runs of words. */
const WORDS = 10;
const RUNS = 6;

/** Keys of texts that hold the words next to one another. */
export function findPhrase(connection: Connection, words: readonly string[], limit: number): readonly number[] {
  const key = nameKey(words.join(' '));
  return key === '' ? [] : rowsWith(connection, key, limit);
}

/**
 * Keys of texts that hold most of the words, by the summed weight of what they hold: rare words, and runs of three words,
 * which are rare even when their words are not.
 */
export function findTexts(connection: Connection, words: readonly string[], limit: number): readonly number[] {
  const all = words.flatMap((word) => nameKey(word).split(' ')).filter((word) => word !== '');
  const counted = [...new Set(all), ...runsOf(all)].map((sought) => ({ sought, count: countWith(connection, sought) }));
  const rare = counted.filter(({ count }) => count > 0 && count < COMMON).sort((one, other) => one.count - other.count);
  return heaviest(
    rare.slice(0, WORDS + RUNS).map(({ sought }) => rowsWith(connection, sought, COMMON)),
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

/** Runs of three words, each once, evenly over the quotation where it has many. */
function runsOf(words: readonly string[]): readonly string[] {
  const runs = [...new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(' ')))];
  const step = Math.max(1, Math.ceil(runs.length / RUNS));
  return runs.filter((_, index) => index % step === 0);
}

/** Texts by weight: what stands in few texts weighs more. Equal weights come in the order of filing. */
function heaviest(lists: readonly (readonly number[])[], limit: number): readonly number[] {
  const weights = new Map<number, number>();
  for (const rows of lists) for (const key of rows) weights.set(key, (weights.get(key) ?? 0) + Math.log(1 + COMMON / rows.length));
  return [...weights]
    .sort(([key, weight], [otherKey, otherWeight]) => otherWeight - weight || key - otherKey)
    .slice(0, limit)
    .map(([key]) => key);
}
