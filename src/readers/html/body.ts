import { FIRST_TREES, SECOND_TREES } from './body-trees.js';
import { describeRuns, type FeatureVector, type PageFacts, signatureOf } from './run-features.js';
import type { Run } from './runs.js';
import { probability, type Trees } from './trees.js';

/**
 * From this probability on a run belongs to the article. Chosen on cross-validated predictions by site, where F1 is flat
 * between 0.4 and 0.6; `npm run lab:pages` measures it again.
 */
const THRESHOLD = 0.45;

/** For each run, the probability that it is part of the article's body. */
export function judgeRuns(
  runs: readonly Run[],
  facts: PageFacts,
  first: Trees = FIRST_TREES,
  second: Trees = SECOND_TREES,
): readonly number[] {
  const vectors = describeRuns(runs, facts);
  const alone = vectors.map((vector) => probability(first, vector));
  return describeNeighbours(runs, vectors, alone).map((vector) => probability(second, vector));
}

export const isBody = (probabilityOfBody: number): boolean => probabilityOfBody >= THRESHOLD;

/** The vectors of the second pass: what the first pass thought of the run, of the runs around it, of its parent's and of its group's. */
export function describeNeighbours(
  runs: readonly Run[],
  vectors: readonly FeatureVector[],
  alone: readonly number[],
): readonly FeatureVector[] {
  const words = runs.map((run) => run.text.split(' ').length);
  const byParent = averages(
    runs.map((run) => run.element.parent),
    alone,
    words,
  );
  const byGroup = averages(
    runs.map((run) => signatureOf(run.element)),
    alone,
    words,
  );
  let before = 0;
  const behind = new Array<number>(runs.length).fill(0);
  for (let index = runs.length - 2; index >= 0; index--) behind[index] = Math.max(behind[index + 1] ?? 0, alone[index + 1] ?? 0);
  return vectors.map((vector, index) => {
    const around = windowOf(alone, words, index);
    const out = [
      ...vector,
      ...(byParent[index] ?? []),
      ...(byGroup[index] ?? []),
      alone[index - 2] ?? 0,
      alone[index - 1] ?? 0,
      alone[index] ?? 0,
      alone[index + 1] ?? 0,
      alone[index + 2] ?? 0,
      around,
      before,
      behind[index] ?? 0,
    ];
    before = Math.max(before, alone[index] ?? 0);
    return out;
  });
}

function windowOf(alone: readonly number[], words: readonly number[], index: number): number {
  let sum = 0;
  for (let near = Math.max(0, index - 3); near <= index + 3 && near < alone.length; near++)
    sum += (alone[near] ?? 0) * Math.log(1 + (words[near] ?? 0));
  return sum / 20;
}

/** For each run, the mean probability of the runs with the same key, and their share of the words of the strongest key. */
function averages(keys: readonly unknown[], alone: readonly number[], words: readonly number[]): readonly (readonly [number, number])[] {
  const sums = new Map<unknown, { weighted: number; weight: number; mass: number }>();
  keys.forEach((key, index) => {
    const sum = sums.get(key) ?? { weighted: 0, weight: 0, mass: 0 };
    const weight = Math.log(1 + (words[index] ?? 0));
    sum.weighted += (alone[index] ?? 0) * weight;
    sum.weight += weight;
    sum.mass += (alone[index] ?? 0) * (words[index] ?? 0);
    sums.set(key, sum);
  });
  let most = 1e-9;
  for (const sum of sums.values()) most = Math.max(most, sum.mass);
  return keys.map((key) => {
    const sum = sums.get(key);
    return sum === undefined ? [0, 0] : [sum.weighted / Math.max(1e-9, sum.weight), sum.mass / most];
  });
}
