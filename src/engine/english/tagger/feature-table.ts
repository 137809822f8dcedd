import type { TaggerModel } from './tagger-model.js';
import { NO_TAG, TAGS, tagKeys } from './word-features.js';

const COUNT = TAGS.length;

/** The largest weight that a table holds: the ten features of one word sum up in 16 bits. */
const LARGEST = 3_200;

/** Weights by feature, in a table with open addresses; a key and its row stand side by side, so that one look finds both. */
export interface FeatureTable {
  readonly weights: Int16Array;
  /** At twice a slot its key, 0 where it is free; behind it where the key's row starts in `weights`. */
  readonly slots: Int32Array;
  readonly mask: number;
}

export function makeFeatureTable({ keys, scales, weights }: TaggerModel): FeatureTable {
  let size = 1024;
  while (size < keys.length * 2) size *= 2;
  const slots = new Int32Array(size * 2);
  const mask = size - 1;
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    let slot = key & mask;
    while (slots[slot * 2] !== 0) slot = (slot + 1) & mask;
    slots[slot * 2] = key;
    slots[slot * 2 + 1] = row * COUNT;
  }
  return { weights: scaleWeights(scales, weights), slots, mask };
}

function scaleWeights(scales: Uint16Array, weights: Int8Array): Int16Array {
  const largest = scales.reduce((one, other) => Math.max(one, other), 1) * 127;
  const scaled = new Int16Array(weights.length);
  for (let row = 0; row < scales.length; row++) {
    const scale = scales[row] as number;
    for (let at = row * COUNT; at < (row + 1) * COUNT; at++) scaled[at] = Math.round(((weights[at] as number) * scale * LARGEST) / largest);
  }
  return scaled;
}

/** Where the feature's row starts in `weights`; -1 where training knows nothing about it. */
export function findRow({ slots, mask }: FeatureTable, key: number): number {
  let slot = key & mask;
  for (;;) {
    const found = slots[slot << 1];
    if (found === key) return slots[(slot << 1) + 1] as number;
    if (found === 0) return -1;
    slot = (slot + 1) & mask;
  }
}

/** Adds a feature's weights to `sums` from `at` on. */
export function addRow(table: FeatureTable, key: number, sums: Int16Array | Int32Array, at: number): void {
  const row = findRow(table, key);
  if (row < 0) return;
  const { weights } = table;
  for (let tag = 0; tag < COUNT; tag++) sums[at + tag] = (sums[at + tag] as number) + (weights[row + tag] as number);
}

/** What every pair of tags before tells: the sums for `tag` and, in front of it, `tagBefore` start at `(tag * 32 + tagBefore) * COUNT`. */
export function sumTagPairs(table: FeatureTable): Int32Array {
  const sums = new Int32Array((NO_TAG * 32 + NO_TAG + 1) * COUNT);
  for (let tag = 0; tag <= NO_TAG; tag++) {
    for (let before = 0; before <= NO_TAG; before++) {
      for (const key of tagKeys(tag, before)) addRow(table, key, sums, (tag * 32 + before) * COUNT);
    }
  }
  return sums;
}
