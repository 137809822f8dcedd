import type { Trees } from '../../src/readers/html/trees.js';
import { randomNumbers } from '../training/random.js';

/** How an ensemble is grown. Chosen by cross-validation over sites: `npm run lab:pages`. */
export interface BoostOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Share of the rows and of the features that each tree sees. */
  readonly rows: number;
  readonly features: number;
  readonly leafWeight: number;
  readonly seed: number;
}

const BINS = 48;

/** Grows trees by gradient boosting on logistic loss, over quantile histograms. Deterministic from the seed. */
export function boost(
  vectors: readonly ArrayLike<number>[],
  labels: readonly number[],
  weights: readonly number[],
  options: BoostOptions,
): Trees {
  const rows = vectors.length;
  const width = vectors[0]?.length ?? 0;
  const { edges, binned } = bin(vectors, width);
  const random = randomNumbers(options.seed);
  const positive = labels.reduce((sum, label, row) => sum + label * (weights[row] ?? 1), 0);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const start = Math.log(positive / (all - positive));
  const scores = new Float64Array(rows).fill(start);
  const out = { start: round(start), roots: [] as number[], feature: [] as number[], threshold: [] as number[], left: [] as number[] };
  const gradient = new Float64Array(rows);
  const curvature = new Float64Array(rows);
  for (let tree = 0; tree < options.trees; tree++) {
    for (let row = 0; row < rows; row++) {
      const p = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
      const weight = weights[row] ?? 1;
      gradient[row] = weight * ((labels[row] ?? 0) - p);
      curvature[row] = weight * Math.max(1e-6, p * (1 - p));
    }
    const sample: number[] = [];
    for (let row = 0; row < rows; row++) if (random() < options.rows) sample.push(row);
    const columns: number[] = [];
    for (let column = 0; column < width; column++) if (random() < options.features) columns.push(column);
    const root = out.feature.length;
    out.roots.push(root);
    push(out);
    grow(root, sample, 0);
    for (let row = 0; row < rows; row++) scores[row] = (scores[row] ?? 0) + leafOf(out, root, vectors[row] ?? []);

    function grow(node: number, members: readonly number[], depth: number): void {
      let g = 0;
      let h = 0;
      for (const row of members) {
        g += gradient[row] ?? 0;
        h += curvature[row] ?? 0;
      }
      const split = depth < options.depth ? bestSplit(members, columns, binned, rows, gradient, curvature, g, h, options.leafWeight) : null;
      if (split === null) {
        out.feature[node] = -1;
        out.threshold[node] = round((options.rate * g) / (h + 1));
        return;
      }
      const { column, at } = split;
      const left = out.feature.length;
      push(out);
      push(out);
      out.feature[node] = column;
      out.threshold[node] = edges[column]?.[at] ?? 0;
      out.left[node] = left;
      const codes = binned[column];
      grow(
        left,
        members.filter((row) => (codes?.[row] ?? 0) <= at),
        depth + 1,
      );
      grow(
        left + 1,
        members.filter((row) => (codes?.[row] ?? 0) > at),
        depth + 1,
      );
    }
  }
  return out;
}

function push(out: { feature: number[]; threshold: number[]; left: number[] }): void {
  out.feature.push(-1);
  out.threshold.push(0);
  out.left.push(0);
}

const round = (value: number): number => Math.round(value * 1e4) / 1e4;

function leafOf(trees: { feature: number[]; threshold: number[]; left: number[] }, root: number, vector: ArrayLike<number>): number {
  let node = root;
  for (let feature = trees.feature[node] ?? -1; feature >= 0; feature = trees.feature[node] ?? -1) {
    const left = trees.left[node] ?? 0;
    node = (vector[feature] ?? 0) < (trees.threshold[node] ?? 0) ? left : left + 1;
  }
  return trees.threshold[node] ?? 0;
}

/** Cuts every feature at quantiles. A value's code is the first edge that it lies below; `edges[column][code]` is that edge. */
function bin(
  vectors: readonly ArrayLike<number>[],
  width: number,
): { edges: readonly (readonly number[])[]; binned: readonly Uint8Array[] } {
  const edges: number[][] = [];
  const binned: Uint8Array[] = [];
  for (let column = 0; column < width; column++) {
    const values = vectors.map((vector) => vector[column] ?? 0);
    const sorted = [...new Set(values)].sort((a, b) => a - b);
    const cuts = new Set<number>();
    for (let bin = 1; bin < Math.min(BINS, sorted.length); bin++) {
      const at = sorted.length <= BINS ? bin : Math.floor((bin * sorted.length) / BINS);
      cuts.add(round(((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2));
    }
    const list = [...cuts].sort((a, b) => a - b);
    edges.push(list);
    binned.push(
      Uint8Array.from(values, (value) => {
        let code = 0;
        while (code < list.length && value >= (list[code] ?? 0)) code++;
        return code;
      }),
    );
  }
  return { edges, binned };
}

function bestSplit(
  members: readonly number[],
  columns: readonly number[],
  binned: readonly Uint8Array[],
  _rows: number,
  gradient: Float64Array,
  curvature: Float64Array,
  g: number,
  h: number,
  leafWeight: number,
): { column: number; at: number } | null {
  let best: { column: number; at: number } | null = null;
  let gain = 1e-3;
  const sumsG = new Float64Array(BINS + 1);
  const sumsH = new Float64Array(BINS + 1);
  for (const column of columns) {
    const codes = binned[column];
    if (codes === undefined) continue;
    sumsG.fill(0);
    sumsH.fill(0);
    for (const row of members) {
      const code = codes[row] ?? 0;
      sumsG[code] = (sumsG[code] ?? 0) + (gradient[row] ?? 0);
      sumsH[code] = (sumsH[code] ?? 0) + (curvature[row] ?? 0);
    }
    let leftG = 0;
    let leftH = 0;
    for (let at = 0; at < BINS; at++) {
      leftG += sumsG[at] ?? 0;
      leftH += sumsH[at] ?? 0;
      if (leftH < leafWeight || h - leftH < leafWeight) continue;
      const value = (leftG * leftG) / (leftH + 1) + ((g - leftG) * (g - leftG)) / (h - leftH + 1) - (g * g) / (h + 1);
      if (value > gain) {
        gain = value;
        best = { column, at };
      }
    }
  }
  return best;
}
