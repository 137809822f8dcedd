import type { RunningWords } from './own-words.js';

/** So many words in a row make a shingle. Six ordinary words in a row seldom stand in two texts by chance. */
export const SHINGLE = 6;

/** The hashes of every shingle, in order. */
export function shinglesOf(running: RunningWords): readonly number[] {
  const hashes = running.words.map(hashOf);
  const shingles: number[] = [];
  for (let at = 0; at + SHINGLE <= hashes.length; at++) {
    let mixed = 0;
    for (let word = at; word < at + SHINGLE; word++) mixed = (Math.imul(mixed, 0x01000193) ^ (hashes[word] ?? 0)) >>> 0;
    shingles.push(scramble(mixed));
  }
  return shingles;
}

/**
 * The fingerprints of a text: few numbers, of which similar texts share many. Of so many neighbouring shingles the one with the
 * smallest hash is kept (winnowing, Schleimer, Wilkerson and Aiken 2003): whatever two texts share over SHINGLE + window - 1
 * words in a row, they share a fingerprint of.
 */
export function fingerprintsOf(shingles: readonly number[], window: number): ReadonlySet<number> {
  const kept = new Set<number>();
  for (let at = 0; at + window <= shingles.length; at++) {
    let least = Number.POSITIVE_INFINITY;
    for (let next = at; next < at + window; next++) least = Math.min(least, shingles[next] ?? least);
    kept.add(least);
  }
  if (shingles.length < window) for (const shingle of shingles) kept.add(shingle);
  return kept;
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
