import { type BinaryWeights, binaryWeights, logistic, readLinear, sumOf } from '../learned/linear.js';
import { type CarryContext, relationFeatures, standsBefore } from './carry.js';
import { CARRY_WEIGHTS } from './weights.js';

const CARRY = binaryWeights(readLinear(CARRY_WEIGHTS), 'carry');

/**
 * How sure the engine must be before an event's day becomes an attribution's: chosen in cross-validation over the train
 * articles as the lowest at which 19 of 20 attributions without a day stay without one (`npm run lab:dates`).
 */
export const CARRY_THRESHOLD = 0.7;

/** What an attribution was assigned: the event's place, -1 for none, and how sure. */
export interface Assignment {
  readonly event: number;
  readonly score: number;
}

/** Assigns each attribution an event of its article, in text order: the one that its own sentence dates, else the likeliest, else none. */
export function assignEvents(
  context: CarryContext,
  weights: BinaryWeights = CARRY,
  threshold: number = CARRY_THRESHOLD,
): readonly Assignment[] {
  const assigned = new Array<number>(context.order.length).fill(-1);
  const out = new Array<Assignment>(context.order.length).fill({ event: -1, score: 1 });
  for (const index of context.order) {
    const own = context.stated[index];
    const best = own == null ? likeliestEvent(context, weights, index, assigned) : { event: eventOf(context, own.resolved), score: 1 };
    const kept =
      own != null || (best.score >= threshold && !standsBefore(context.view, index)) ? best : { event: -1, score: 1 - best.score };
    assigned[index] = kept.event;
    out[index] = kept;
  }
  return out;
}

function eventOf({ events }: CarryContext, days: { readonly from: number | null; readonly to: number | null }): number {
  return events.findIndex((event) => event.from === days.from && event.to === days.to);
}

function likeliestEvent(context: CarryContext, weights: BinaryWeights, index: number, assigned: readonly number[]): Assignment {
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  for (const event of context.candidates(index)) {
    const sum = sumOf(weights, relationFeatures(context, index, event, assigned));
    if (sum > highest) {
      highest = sum;
      best = event;
    }
  }
  if (best < 0) return { event: -1, score: 0 };
  return { event: best, score: logistic(highest + sumOf(weights, context.own[index] ?? [])) };
}
