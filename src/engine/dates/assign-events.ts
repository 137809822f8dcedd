import { type LinearModel, probabilities, readLinear } from '../learned/linear.js';
import { type CarryContext, carryFeatures, standsBefore } from './carry.js';
import { CARRY_WEIGHTS } from './weights.js';

const CARRY = readLinear(CARRY_WEIGHTS);

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
  model: LinearModel = CARRY,
  threshold: number = CARRY_THRESHOLD,
): readonly Assignment[] {
  const carry = model.classes.indexOf('carry');
  const assigned = new Array<number>(context.order.length).fill(-1);
  const out = new Array<Assignment>(context.order.length).fill({ event: -1, score: 1 });
  for (const index of context.order) {
    const own = context.stated[index];
    const best = own == null ? likeliestEvent(context, model, carry, index, assigned) : { event: eventOf(context, own.resolved), score: 1 };
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

function likeliestEvent(context: CarryContext, model: LinearModel, carry: number, index: number, assigned: readonly number[]): Assignment {
  let best: Assignment = { event: -1, score: 0 };
  for (let event = 0; event < context.events.length; event++) {
    const score = probabilities(model, carryFeatures(context, index, event, assigned))[carry] ?? 0;
    if (score > best.score) best = { event, score };
  }
  return best;
}
