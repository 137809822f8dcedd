/**
 * A boosted ensemble of decision trees, as flat lists: at node `n` a value below `threshold[n]` goes to node `left[n]`,
 * any other to `left[n] + 1`; a leaf has feature -1 and its value as threshold. `roots` are the first nodes of the trees.
 */
export interface Trees {
  readonly start: number;
  readonly roots: readonly number[];
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
}

/** The probability that the ensemble gives to a vector. */
export function probability(trees: Trees, vector: ArrayLike<number>): number {
  let sum = trees.start;
  for (const root of trees.roots) {
    let node = root;
    for (let feature = trees.feature[node] ?? -1; feature >= 0; feature = trees.feature[node] ?? -1) {
      const left = trees.left[node] ?? 0;
      node = (vector[feature] ?? 0) < (trees.threshold[node] ?? 0) ? left : left + 1;
    }
    sum += trees.threshold[node] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}
