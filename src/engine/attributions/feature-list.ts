import { mix } from './hashing.js';

/** The features of one place, as hashes; reused for place after place. */
export interface FeatureList {
  readonly hashes: Int32Array;
  length: number;
}

export const makeFeatureList = (capacity: number): FeatureList => ({ hashes: new Int32Array(capacity), length: 0 });

/** Adds the feature that template `template` makes of one value. */
export function add1(list: FeatureList, template: number, a: number): void {
  list.hashes[list.length++] = mix(template, a);
}

export function add2(list: FeatureList, template: number, a: number, b: number): void {
  list.hashes[list.length++] = mix(mix(template, a), b);
}

export function add3(list: FeatureList, template: number, a: number, b: number, c: number): void {
  list.hashes[list.length++] = mix(mix(mix(template, a), b), c);
}
