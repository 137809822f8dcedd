import { agree, type Claim } from '../answers/figures/ledger.js';
import type { FigureMark } from './charts/figures.js';
import { nameText } from './statement-view.js';

export const claimantOf = (claim: Claim): string => nameText(claim.claimant ?? 'claimant not told');

/** A claim as a mark of the drawing. */
export const markOf = (claim: Claim, first: boolean): FigureMark => ({
  claimant: claimantOf(claim),
  day: claim.day,
  value: claim.value,
  open: openOf(claim),
  first,
  words: claim.exact,
});

/** Where the qualifier lets the number be, told by asking what it would agree with. */
function openOf({ value, qualifier }: Claim): FigureMark['open'] {
  const reaches = (factor: number): boolean => agree({ value, qualifier }, { value: value * factor, qualifier: null });
  const [up, down] = [reaches(1.02), reaches(0.98)];
  if (up) return down ? 'both' : 'up';
  return down ? 'down' : 'none';
}
