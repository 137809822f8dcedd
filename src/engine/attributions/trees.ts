/** Boosted regression trees: each tree adds what its leaf says; the sum is a log-odds. Nodes of all trees stand in one list. */
export interface Trees {
  /** First node of each tree. */
  readonly roots: Int32Array;
  /** Column that the node asks about, or -1 for a leaf. */
  readonly columns: Int16Array;
  /** Values up to this go to the next node, larger ones to `rights`; the value of a leaf. */
  readonly values: Float32Array;
  readonly rights: Int32Array;
}

/** The log-odds of one row of columns. */
export function askTrees({ roots, columns, values, rights }: Trees, row: Float32Array): number {
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number;
    for (let column = columns[node] as number; column >= 0; column = columns[node] as number) {
      node = (row[column] as number) <= (values[node] as number) ? node + 1 : (rights[node] as number);
    }
    sum += values[node] as number;
  }
  return sum;
}
