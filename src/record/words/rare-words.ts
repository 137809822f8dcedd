import { nameKey } from '../name-key.js';

/** Which texts hold most of some words: the same choice for every store, which only counts and lists. */

/**
 * A word in more texts than this does not tell one from another, and is not counted further. What follows from it for
 * quotations that were altered, `npx tsx lab/check-quotations.ts` measures; what it costs, `npx tsx bench/check.ts`.
 */
export const COMMON = 300;

/** How many of the rarest words are looked for, and how many runs of words. */
const WORDS = 10;
const RUNS = 6;

/** Words as they are looked for, in their order. */
export const soughtWords = (words: readonly string[]): readonly string[] =>
  words.flatMap((word) => nameKey(word).split(' ')).filter((word) => word !== '');

/** With so many words that stand in few texts, runs of common words alone add nothing, and they are what takes long to look for. */
const ENOUGH = 4;

/** Runs of three of the words to look for, which are rare even when their words are not; evenly over the quotation where it has many. */
export function soughtRuns(words: readonly string[], isRare: (word: string) => boolean): readonly string[] {
  const rare = new Set(words.filter(isRare));
  const runs = words.slice(2).flatMap((_, index) => {
    const run = words.slice(index, index + 3);
    return rare.size < ENOUGH || run.some((word) => rare.has(word)) ? [run.join(' ')] : [];
  });
  const kept = [...new Set(runs)];
  const step = Math.max(1, Math.ceil(kept.length / RUNS));
  return kept.filter((_, index) => index % step === 0);
}

/** The texts of the rarest that stand anywhere at all; each list goes up to {@link COMMON} texts. */
export const rarest = (lists: Iterable<readonly number[]>): readonly (readonly number[])[] =>
  [...lists]
    .filter(({ length }) => length > 0 && length < COMMON)
    .sort((one, other) => one.length - other.length)
    .slice(0, WORDS + RUNS);

/** Texts by weight: what stands in few texts weighs more. Equal weights come in the order of filing. */
export function heaviest(lists: readonly (readonly number[])[], limit: number): readonly number[] {
  const weights = new Map<number, number>();
  for (const rows of lists) for (const key of rows) weights.set(key, (weights.get(key) ?? 0) + Math.log(1 + COMMON / rows.length));
  return [...weights]
    .sort(([key, weight], [otherKey, otherWeight]) => otherWeight - weight || key - otherKey)
    .slice(0, limit)
    .map(([key]) => key);
}
