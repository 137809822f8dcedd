import { type ChainModel, checkOf } from '../../src/engine/attributions/chain-model.js';
import type { TrainedChain } from './chain-trainer.js';

/**
 * Packs learned weights into the rows that the engine reads: one signed byte a weight, on a scale that the largest
 * two-thousandth of them exceeds (those are cut). Features whose weights all round to nothing are left out, and of the
 * others the weakest, so that the table is not too full.
 */
export function packChain(trained: TrainedChain, size: number): ChainModel {
  const { labels, hashes, weights } = trained;
  const scale = scaleOf(weights);
  const stride = labels <= 3 ? 1 : 2;
  const kept: { readonly hash: number; readonly row: Int8Array; readonly strength: number }[] = [];
  for (let id = 0; id < hashes.length; id++) {
    const row = new Int8Array(labels);
    let strength = 0;
    for (let label = 0; label < labels; label++) {
      const value = (weights[id * labels + label] as number) / scale;
      row[label] = Math.max(-127, Math.min(127, Math.round(value)));
      strength += value * value;
    }
    if (row.some((value) => value !== 0)) kept.push({ hash: hashes[id] as number, row, strength });
  }
  kept.sort((a, b) => b.strength - a.strength || a.hash - b.hash);
  const rows = new Int32Array(size * stride);
  for (const { hash, row } of kept.slice(0, Math.floor(size * FULL))) place(rows, stride, size - 1, hash, row);
  return { labels, rows, stride, scale, transitions: trained.transitions, starts: trained.starts };
}

/** How full the table is meant to be: fuller ones lose more features to one another. */
const FULL = 0.9;

function scaleOf(weights: Float32Array): number {
  const sizes = Float32Array.from(weights, Math.abs)
    .filter((size) => size > 1e-4)
    .sort();
  return (sizes[Math.floor(sizes.length * 0.9995)] ?? 1) / 127;
}

/** Puts a row at its hash's place or the neighbouring one; drops it where both are taken by stronger ones, or a check byte is. */
function place(rows: Int32Array, stride: number, mask: number, hash: number, row: Int8Array): void {
  const check = checkOf(hash);
  for (const at of [hash & mask, (hash & mask) ^ 1]) {
    const found = (rows[at * stride] as number) & 255;
    if (found === check) return;
    if (found !== 0) continue;
    const bytes = new Uint8Array(rows.buffer, rows.byteOffset + at * stride * 4, stride * 4);
    bytes[0] = check;
    bytes.set(new Uint8Array(row.buffer), 1);
    return;
  }
}
