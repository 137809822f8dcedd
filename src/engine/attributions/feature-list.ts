/** The features of one place, as hashes; reused for place after place. */
export interface FeatureList {
  readonly hashes: Int32Array;
  length: number;
}

export const makeFeatureList = (capacity: number): FeatureList => ({ hashes: new Int32Array(capacity), length: 0 });

const TEMPLATE = 0x9e3779b1 | 0;
const FIRST = 0x85ebca6b | 0;
const SECOND = 0xc2b2ae35 | 0;
const THIRD = 0x27d4eb2f | 0;

function finish(sum: number): number {
  const h = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

/** Adds the feature that template `template` makes of one value. */
export function add1(list: FeatureList, template: number, a: number): void {
  list.hashes[list.length++] = finish((Math.imul(template, TEMPLATE) + Math.imul(a, FIRST)) | 0);
}

/** The same of two values. */
export function add2(list: FeatureList, template: number, a: number, b: number): void {
  list.hashes[list.length++] = finish((Math.imul(template, TEMPLATE) + Math.imul(a, FIRST) + Math.imul(b, SECOND)) | 0);
}

/** The same of three values. */
export function add3(list: FeatureList, template: number, a: number, b: number, c: number): void {
  list.hashes[list.length++] = finish(
    (Math.imul(template, TEMPLATE) + Math.imul(a, FIRST) + Math.imul(b, SECOND) + Math.imul(c, THIRD)) | 0,
  );
}
