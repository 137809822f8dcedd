import { WEIGHTS } from './position-weights.js';

/** How likely a candidate with these features is a position, 0 to 1. */
export function likelihood(features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += WEIGHTS.get(feature) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
