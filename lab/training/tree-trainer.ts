import type { Trees } from '../../src/engine/attributions/trees.js';
import { randomNumbers } from './random.js';

export interface TreeOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Fewest rows in a leaf. */
  readonly leaf: number;
  /** Weight that pulls leaves to nought. */
  readonly pull: number;
  /** Share of rows and of columns that each tree sees. */
  readonly rows: number;
  readonly columns: number;
  readonly seed: number;
}

const BINS = 64;

/** Rows of numbers with what each should give: 0 to 1. */
export interface TreeData {
  readonly width: number;
  readonly rows: Float32Array;
  readonly targets: Float32Array;
}

/** Learns log-odds by gradient boosting over histograms. Deterministic. */
export function trainTrees({ width, rows, targets }: TreeData, options: TreeOptions): Trees {
  const count = targets.length;
  const edges = Array.from({ length: width }, (_, column) => edgesOf(rows, width, column, count));
  const bins = binRows(rows, width, count, edges);
  const sums = new Float64Array(count);
  const gradients = new Float64Array(count);
  const weights = new Float64Array(count);
  const random = randomNumbers(options.seed);
  const nodes = { roots: [] as number[], columns: [] as number[], values: [] as number[], rights: [] as number[] };
  for (let tree = 0; tree < options.trees; tree++) {
    for (let at = 0; at < count; at++) {
      const p = 1 / (1 + Math.exp(-(sums[at] as number)));
      gradients[at] = (targets[at] as number) - p;
      weights[at] = Math.max(1e-6, p * (1 - p));
    }
    const seen: number[] = [];
    for (let at = 0; at < count; at++) if (random() < options.rows) seen.push(at);
    const asked = edges
      .map((_, column) => column)
      .filter((column) => (edges[column] as Float32Array).length > 0 && random() < options.columns);
    nodes.roots.push(nodes.columns.length);
    grow({ width, bins, edges, gradients, weights, options, asked, nodes }, Int32Array.from(seen), options.depth);
    const grown: Trees = freeze({ ...nodes, roots: nodes.roots.slice(-1) });
    for (let at = 0; at < count; at++) sums[at] = (sums[at] as number) + askRow(grown, rows, at * width);
  }
  return freeze(nodes);
}

interface Nodes {
  readonly roots: number[];
  readonly columns: number[];
  readonly values: number[];
  readonly rights: number[];
}

const freeze = ({ roots, columns, values, rights }: Nodes): Trees => ({
  roots: Int32Array.from(roots),
  columns: Int16Array.from(columns),
  values: Float32Array.from(values),
  rights: Int32Array.from(rights),
});

function askRow({ roots, columns, values, rights }: Trees, rows: Float32Array, from: number): number {
  let node = roots[0] as number;
  for (let column = columns[node] as number; column >= 0; column = columns[node] as number) {
    node = (rows[from + column] as number) <= (values[node] as number) ? node + 1 : (rights[node] as number);
  }
  return values[node] as number;
}

interface Growth {
  readonly width: number;
  readonly bins: Uint8Array;
  readonly edges: readonly Float32Array[];
  readonly gradients: Float64Array;
  readonly weights: Float64Array;
  readonly options: TreeOptions;
  readonly asked: readonly number[];
  readonly nodes: Nodes;
}

function grow(growth: Growth, rows: Int32Array, depth: number): void {
  const { width, bins, edges, gradients, weights, options, nodes } = growth;
  let gradient = 0;
  let weight = 0;
  for (const row of rows) {
    gradient += gradients[row] as number;
    weight += weights[row] as number;
  }
  const node = nodes.columns.length;
  const split = depth > 0 && rows.length >= 2 * options.leaf ? bestSplit(growth, rows, gradient, weight) : null;
  if (split === null) {
    nodes.columns.push(-1);
    nodes.values.push((options.rate * gradient) / (weight + options.pull));
    nodes.rights.push(0);
    return;
  }
  nodes.columns.push(split.column);
  nodes.values.push(edges[split.column]?.[split.bin] ?? 0);
  nodes.rights.push(0);
  const goesLeft = (row: number): boolean => (bins[row * width + split.column] as number) <= split.bin;
  grow(growth, rows.filter(goesLeft), depth - 1);
  nodes.rights[node] = nodes.columns.length;
  grow(
    growth,
    rows.filter((row) => !goesLeft(row)),
    depth - 1,
  );
}

function bestSplit(
  { width, bins, edges, gradients, weights, options, asked }: Growth,
  rows: Int32Array,
  gradient: number,
  weight: number,
): { readonly column: number; readonly bin: number } | null {
  const base = (gradient * gradient) / (weight + options.pull);
  let best: { readonly column: number; readonly bin: number } | null = null;
  let most = 1e-3;
  const g = new Float64Array(BINS + 1);
  const w = new Float64Array(BINS + 1);
  const n = new Int32Array(BINS + 1);
  for (const column of asked) {
    g.fill(0);
    w.fill(0);
    n.fill(0);
    for (const row of rows) {
      const bin = bins[row * width + column] as number;
      g[bin] = (g[bin] as number) + (gradients[row] as number);
      w[bin] = (w[bin] as number) + (weights[row] as number);
      n[bin] = (n[bin] as number) + 1;
    }
    let leftG = 0;
    let leftW = 0;
    let leftN = 0;
    const last = (edges[column] as Float32Array).length;
    for (let bin = 0; bin < last; bin++) {
      leftG += g[bin] as number;
      leftW += w[bin] as number;
      leftN += n[bin] as number;
      if (leftN < options.leaf || rows.length - leftN < options.leaf) continue;
      const rightG = gradient - leftG;
      const gain = (leftG * leftG) / (leftW + options.pull) + (rightG * rightG) / (weight - leftW + options.pull) - base;
      if (gain > most) {
        most = gain;
        best = { column, bin };
      }
    }
  }
  return best;
}

/** The borders of a column's bins: quantiles of its values. */
function edgesOf(rows: Float32Array, width: number, column: number, count: number): Float32Array {
  const values = new Float32Array(count);
  for (let at = 0; at < count; at++) values[at] = rows[at * width + column] as number;
  values.sort();
  const edges: number[] = [];
  for (let bin = 1; bin < BINS; bin++) {
    const edge = values[Math.floor((bin * count) / BINS)] as number;
    if (edge !== edges.at(-1) && edge < (values[count - 1] as number)) edges.push(edge);
  }
  return Float32Array.from(edges);
}

function binRows(rows: Float32Array, width: number, count: number, edges: readonly Float32Array[]): Uint8Array {
  const bins = new Uint8Array(count * width);
  for (let at = 0; at < count; at++) {
    for (let column = 0; column < width; column++) {
      const value = rows[at * width + column] as number;
      const own = edges[column] as Float32Array;
      let low = 0;
      let high = own.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= (own[middle] as number)) high = middle;
        else low = middle + 1;
      }
      bins[at * width + column] = low;
    }
  }
  return bins;
}
