/** One step from the quotation's words to those of the source. Indexes count words; null where one side has none. */
export interface Step {
  readonly kind: 'same' | 'changed' | 'left-out' | 'put-in' | 'swapped';
  readonly quoted: number | null;
  readonly source: number | null;
}

export interface Alignment {
  /** How many words were changed, left out, put in or swapped with the next. */
  readonly distance: number;
  /** The run of the source that the quotation stands for, in words. */
  readonly from: number;
  readonly to: number;
  readonly steps: readonly Step[];
}

/**
 * The run of `source` that takes the fewest changes to become `quoted`: edit distance over words with swapped neighbours as
 * one change, free at both ends of the source. Costs the product of both lengths; callers bound them.
 */
export function align(quoted: readonly string[], source: readonly string[]): Alignment {
  const width = source.length + 1;
  const costs = new Uint16Array((quoted.length + 1) * width);
  for (let row = 1; row <= quoted.length; row++) fillRow(costs, width, row, quoted, source);
  const last = quoted.length * width;
  let to = 0;
  for (let column = 1; column < width; column++) if ((costs[last + column] ?? 0) < (costs[last + to] ?? 0)) to = column;
  return { distance: costs[last + to] ?? 0, ...traceBack(costs, width, quoted, source, to) };
}

function fillRow(costs: Uint16Array, width: number, row: number, quoted: readonly string[], source: readonly string[]): void {
  const here = row * width;
  const above = here - width;
  costs[here] = row;
  for (let column = 1; column < width; column++) {
    const same = quoted[row - 1] === source[column - 1];
    let cost = Math.min(
      (costs[above + column - 1] ?? 0) + (same ? 0 : 1),
      (costs[above + column] ?? 0) + 1,
      (costs[here + column - 1] ?? 0) + 1,
    );
    if (isSwap(row, column, quoted, source)) cost = Math.min(cost, (costs[above - width + column - 2] ?? 0) + 1);
    costs[here + column] = cost;
  }
}

const isSwap = (row: number, column: number, quoted: readonly string[], source: readonly string[]): boolean =>
  row > 1 &&
  column > 1 &&
  quoted[row - 1] === source[column - 2] &&
  quoted[row - 2] === source[column - 1] &&
  quoted[row - 1] !== source[column - 1];

function traceBack(costs: Uint16Array, width: number, quoted: readonly string[], source: readonly string[], to: number) {
  const steps: Step[] = [];
  let row = quoted.length;
  let column = to;
  while (row > 0) {
    const cost = costs[row * width + column] ?? 0;
    const diagonal = column > 0 ? (costs[(row - 1) * width + column - 1] ?? 0) : Number.POSITIVE_INFINITY;
    const same = column > 0 && quoted[row - 1] === source[column - 1];
    if (same && cost === diagonal) steps.push({ kind: 'same', quoted: --row, source: --column });
    else if (isSwap(row, column, quoted, source) && cost === (costs[(row - 2) * width + column - 2] ?? 0) + 1) {
      steps.push({ kind: 'swapped', quoted: row - 1, source: column - 1 }, { kind: 'swapped', quoted: row - 2, source: column - 2 });
      row -= 2;
      column -= 2;
    } else if (cost === diagonal + 1) steps.push({ kind: 'changed', quoted: --row, source: --column });
    else if (cost === (costs[(row - 1) * width + column] ?? 0) + 1) steps.push({ kind: 'put-in', quoted: --row, source: null });
    else steps.push({ kind: 'left-out', quoted: null, source: --column });
  }
  return { from: column, to, steps: steps.reverse() };
}
