/**
 * The features of one place, as keys; reused for place after place. A key is the sum of a template's number and of what its
 * values come to at their places: `template(30) + asFirst(stem) + asSecond(next)`. Sums, for they cost next to nothing;
 * {@link hashOf} makes of each the hash that a model knows the feature by.
 */
export interface FeatureList {
  readonly keys: Int32Array;
  length: number;
}

export const makeFeatureList = (capacity: number): FeatureList => ({ keys: new Int32Array(capacity), length: 0 });

// Functions as small as these are always inlined into those that list features; larger ones are called there, at thrice the price.
const { imul } = Math;

export const template = (number: number): number => imul(number, 0x9e3779b1 | 0);
export const asFirst = (value: number): number => imul(value, 0x85ebca6b | 0);
export const asSecond = (value: number): number => imul(value, 0xc2b2ae35 | 0);
export const asThird = (value: number): number => imul(value, 0x27d4eb2f | 0);

/** The hash of a feature's key. Different keys have different hashes. */
export function hashOf(key: number): number {
  const h = imul(key ^ (key >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}
