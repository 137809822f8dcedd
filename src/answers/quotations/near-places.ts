import { FUNCTION_WORDS } from '../../engine/english/lists/function-words.js';
import { type Alignment, align } from './align.js';
import type { HeldText, Place } from './held-text.js';

/** A place whose words are nearly those of the quotation. */
export interface NearPlace {
  readonly place: Place;
  readonly alignment: Alignment;
  /** 1 for the same words; falls by what was changed, over the length of the longer side. */
  readonly similarity: number;
}

/**
 * Least similarity of an altered quotation, and least share of its telling words that must stand in the source unaltered:
 * below these, invented quotations begin to find places. Chosen on altered and invented quotations of the labelled train
 * articles; `npx tsx lab/check-quotations.ts` measures them anew.
 */
const LEAST_SIMILARITY = 0.6;
const LEAST_TELLING = 0.5;

/** Below this many words one change can mean anything. */
const LEAST_WORDS = 3;

/** The place of a text that is nearest to the quotation, or null where none is near. */
export function nearPlace(held: HeldText, keys: readonly string[]): NearPlace | null {
  if (keys.length < LEAST_WORDS) return null;
  const runs = [window(held, keys), ...held.interrupted.filter((words) => words.length * 2 >= keys.length)];
  let best: NearPlace | null = null;
  for (const words of runs) {
    const source = words.map((index) => held.run.keys[index] ?? '');
    const alignment = align(keys, source);
    const length = Math.max(keys.length, alignment.to - alignment.from);
    const similarity = 1 - alignment.distance / length;
    if (similarity <= (best?.similarity ?? 0)) continue;
    best = { place: { held, words: words.slice(alignment.from, alignment.to) }, alignment, similarity };
  }
  return best !== null && isNear(best, keys) ? best : null;
}

function isNear({ alignment, similarity }: NearPlace, keys: readonly string[]): boolean {
  if (similarity < LEAST_SIMILARITY) return false;
  const same = alignment.steps.filter(({ kind }) => kind === 'same' || kind === 'swapped').map(({ quoted }) => keys[quoted ?? 0] ?? '');
  const telling = keys.filter(isTelling).length;
  const found = same.filter(isTelling).length;
  return same.length >= LEAST_WORDS && found >= Math.min(2, telling) && found >= telling * LEAST_TELLING;
}

/** Words like "of" and "would" stand in every text and tell none from another. */
export const isTelling = (key: string): boolean => !FUNCTION_WORDS.has(key);

/** The stretch of a text, three times the quotation's length, that holds most of its words; rare words of the text weigh more. */
function window(held: HeldText, keys: readonly string[]): readonly number[] {
  const { keys: source } = held.run;
  const wanted = new Set(keys);
  const counts = new Map<string, number>();
  for (const key of source) if (wanted.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const weights = source.map((key) => (wanted.has(key) ? 1 / (counts.get(key) ?? 1) : 0));
  const size = keys.length + 2;
  let sum = 0;
  let best = { sum: -1, end: 0 };
  for (let end = 0; end < weights.length; end++) {
    sum += (weights[end] ?? 0) - (weights[end - size] ?? 0);
    if (sum > best.sum + 1e-9) best = { sum, end };
  }
  const from = Math.max(0, best.end - size - keys.length);
  const to = Math.min(source.length, best.end + keys.length + 1);
  return Array.from({ length: to - from }, (_, index) => from + index);
}
