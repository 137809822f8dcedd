import type { TaggerModel } from '../../src/engine/english/tagger/tagger-model.js';
import { TAGS } from '../../src/engine/english/tagger/word-features.js';

interface Row {
  readonly key: number;
  readonly weights: Float32Array;
}

/** The span between a row's highest and lowest weight: how much the feature can change a decision. */
const reach = ({ weights }: Row): number => Math.max(...weights) - Math.min(...weights);

/** The `most` features that matter most, their weights as whole numbers of 8 bits times a scale for each feature. */
export function quantize(rows: readonly Row[], most: number): Pick<TaggerModel, 'keys' | 'scales' | 'weights'> {
  const ranked = rows.map((row) => ({ row, reach: reach(row) })).sort((a, b) => b.reach - a.reach || a.row.key - b.row.key);
  const kept = ranked
    .slice(0, most)
    .map(({ row }) => row)
    .sort((a, b) => a.key - b.key);
  const largest = kept.map(({ weights }) => Math.max(...weights.map(Math.abs)));
  const unit = Math.max(...largest) / LARGEST_SCALE;
  const weights = new Int8Array(kept.length * TAGS.length);
  kept.forEach((row, index) => {
    row.weights.forEach((weight, tag) => {
      weights[index * TAGS.length + tag] = Math.round((weight / (largest[index] ?? 1)) * 127);
    });
  });
  return {
    keys: Int32Array.from(kept, ({ key }) => key),
    scales: Uint16Array.from(largest, (weight) => Math.max(1, Math.round(weight / unit))),
    weights,
  };
}

/** The scale of the feature with the largest weight of all. */
const LARGEST_SCALE = 20_000;
