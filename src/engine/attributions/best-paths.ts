import type { ChainModel } from './chain-model.js';

/** The likeliest labellings of a chain, the best first. */
export interface BestPaths {
  readonly count: number;
  /** Labels of path `p` at place `at`: `labels[p * length + at]`. */
  readonly labels: Uint8Array;
  readonly scores: Float64Array;
}

/** A label less likely than this at its place is in no labelling worth weighing; leaving it out saves most of the work. */
const FAINT = 1e-4;

/** Room to work in, kept from call to call: nothing in it outlives one. */
let sums = new Float64Array(8192);
let back = new Int16Array(8192);
let found = new Uint8Array(2048);
const ends = new Int16Array(16);
const totals = new Float64Array(16);

/**
 * The `most` likeliest labellings of a chain of `length` places whose scores stand in `scores`, and the probability of each label
 * at each place in `marginals`; of equal ones the one of smaller labels first. What is returned is overwritten by the next call.
 */
export function bestPaths(
  { labels, transitions, starts }: Pick<ChainModel, 'labels' | 'transitions' | 'starts'>,
  scores: Float32Array,
  marginals: Float32Array,
  length: number,
  most: number,
): BestPaths {
  const width = labels * most;
  if (sums.length < length * width) {
    sums = new Float64Array(length * width * 2);
    back = new Int16Array(length * width * 2);
  }
  if (found.length < length * most) found = new Uint8Array(length * most * 2);
  sums.fill(Number.NEGATIVE_INFINITY, 0, length * width);
  for (let label = 0; label < labels; label++)
    if ((marginals[label] as number) >= FAINT) sums[label * most] = (starts[label] as number) + (scores[label] as number);
  for (let at = 1; at < length; at++) {
    const last = (at - 1) * width;
    for (let label = 0; label < labels; label++) {
      if ((marginals[at * labels + label] as number) < FAINT) continue;
      const into = at * width + label * most;
      const own = scores[at * labels + label] as number;
      for (let previous = 0; previous < labels; previous++) {
        if ((sums[last + previous * most] as number) === Number.NEGATIVE_INFINITY) continue;
        const link = own + (transitions[previous * labels + label] as number);
        for (let rank = 0; rank < most; rank++) {
          const from = previous * most + rank;
          const sum = (sums[last + from] as number) + link;
          if (!(sum > (sums[into + most - 1] as number))) break;
          put(into, most, sum, from);
        }
      }
    }
  }
  const count = length === 0 ? 0 : lastOnes((length - 1) * width, width, most);
  for (let path = 0; path < count; path++) {
    let state = ends[path] as number;
    for (let at = length - 1; at >= 0; at--) {
      found[path * length + at] = (state / most) | 0;
      state = back[at * width + state] as number;
    }
  }
  return { count, labels: found, scores: totals };
}

/** Puts a sum among the `most` best of one label at one place, which stand in falling order from `into` on. */
function put(into: number, most: number, sum: number, from: number): void {
  let at = into + most - 1;
  while (at > into && (sums[at - 1] as number) < sum) {
    sums[at] = sums[at - 1] as number;
    back[at] = back[at - 1] as number;
    at--;
  }
  sums[at] = sum;
  back[at] = from;
}

/** The best of the last place's states, into `ends` and `totals`; returns how many there are. */
function lastOnes(from: number, width: number, most: number): number {
  let count = 0;
  for (let state = 0; state < width; state++) {
    const sum = sums[from + state] as number;
    if (sum === Number.NEGATIVE_INFINITY) continue;
    let at = count < most ? count++ : most;
    while (at > 0 && (totals[at - 1] as number) < sum) {
      if (at < most) {
        totals[at] = totals[at - 1] as number;
        ends[at] = ends[at - 1] as number;
      }
      at--;
    }
    if (at < most) {
      totals[at] = sum;
      ends[at] = state;
    }
  }
  return count;
}
