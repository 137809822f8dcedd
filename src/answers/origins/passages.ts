import type { Span } from '../../engine/index.js';
import { type RunningWords, SHINGLE, shinglesOf } from '../../record/index.js';

/** Words that stand in a row in both texts. */
export interface Passage {
  readonly left: Span;
  readonly right: Span;
  readonly words: number;
}

/** Only one shingle in four or so is a fingerprint, so a standing paragraph shows as this part of its shingles. */
const STANDING_SHARE = 6;

/**
 * The longest passages that two texts share, in the order of the left one, none inside another. Passages made of
 * `standing` shingles are left out.
 */
export function sharedPassages(left: RunningWords, right: RunningWords, standing: ReadonlySet<number> = new Set()): readonly Passage[] {
  const places = new Map<number, number>();
  shinglesOf(right).forEach((shingle, at) => {
    if (!places.has(shingle)) places.set(shingle, at);
  });
  const found: Passage[] = [];
  const shingles = shinglesOf(left);
  for (let at = 0; at < shingles.length; at++) {
    const there = places.get(shingles[at] ?? -1);
    if (there === undefined || !sameWords(left, right, at, there, SHINGLE)) continue;
    let length = SHINGLE;
    while (at + length < left.words.length && left.words[at + length] === right.words[there + length]) length++;
    const inside = shingles.slice(at, at + length - SHINGLE + 1);
    const stand = inside.filter((shingle) => standing.has(shingle)).length;
    if (stand <= inside.length / STANDING_SHARE)
      found.push({ left: spanOf(left, at, length), right: spanOf(right, there, length), words: length });
    at += length - 1;
  }
  return found;
}

function sameWords(left: RunningWords, right: RunningWords, at: number, there: number, length: number): boolean {
  for (let word = 0; word < length; word++) if (left.words[at + word] !== right.words[there + word]) return false;
  return true;
}

const spanOf = (running: RunningWords, at: number, length: number): Span => ({
  start: running.starts[at] ?? 0,
  end: running.ends[at + length - 1] ?? 0,
});
