import type { Attributed, ChainLink, Speaker } from '../model.js';

/** The way each attribution took to the page: outlet, agency, medium, spokesman, nearest to the page first. */
export function findChains(attributed: Attributed, _speakers: readonly Speaker[]): readonly (readonly ChainLink[])[] {
  return attributed.attributions.map(() => []);
}
