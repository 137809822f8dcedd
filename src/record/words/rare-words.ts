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

/** The words, each once, and runs of three of them, which are rare even when their words are not. */
export function soughtOf(words: readonly string[]): readonly string[] {
  const all = words.flatMap((word) => nameKey(word).split(' ')).filter((word) => word !== '');
  return [...new Set(all), ...runsOf(all)];
}

export interface Counted {
  readonly sought: string;
  /** In how many texts it stands, counted up to {@link COMMON}. */
  readonly count: number;
}

/** What is looked for: the rarest that stand anywhere at all. */
export const rarest = (counted: readonly Counted[]): readonly string[] =>
  counted
    .filter(({ count }) => count > 0 && count < COMMON)
    .sort((one, other) => one.count - other.count)
    .slice(0, WORDS + RUNS)
    .map(({ sought }) => sought);

/** Runs of three words, each once, evenly over the quotation where it has many. */
function runsOf(words: readonly string[]): readonly string[] {
  const runs = [...new Set(words.slice(2).map((_, index) => words.slice(index, index + 3).join(' ')))];
  const step = Math.max(1, Math.ceil(runs.length / RUNS));
  return runs.filter((_, index) => index % step === 0);
}

/** Texts by weight: what stands in few texts weighs more. Equal weights come in the order of filing. */
export function heaviest(lists: readonly (readonly number[])[], limit: number): readonly number[] {
  const weights = new Map<number, number>();
  for (const rows of lists) for (const key of rows) weights.set(key, (weights.get(key) ?? 0) + Math.log(1 + COMMON / rows.length));
  return [...weights]
    .sort(([key, weight], [otherKey, otherWeight]) => otherWeight - weight || key - otherKey)
    .slice(0, limit)
    .map(([key]) => key);
}
