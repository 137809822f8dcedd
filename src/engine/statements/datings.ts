import { type Assignment, assignEvents } from '../dates/assign-events.js';
import { formatDay } from '../dates/calendar.js';
import { type CarryContext, carryContext, type EventDays, standsBefore } from '../dates/carry.js';
import { formatEdtf } from '../dates/edtf.js';
import { retoldFeatures } from '../dates/retold.js';
import { type PlacedDate, placeDates } from '../dates/said-dates.js';
import { statedDate } from '../dates/stated-dates.js';
import { RETOLD_WEIGHTS } from '../dates/weights.js';
import { binaryWeights, readLinear, sumOf } from '../learned/linear.js';
import type { Dating, Reason, Speaker } from '../model.js';
import { sourceKeys } from './source-keys.js';
import { type StatementView, spanOf } from './view.js';

const RETOLD = binaryWeights(readLinear(RETOLD_WEIGHTS), 'retold');

/**
 * The day or interval in which each attribution was said, and the words that say so: a date in its own sentence, else the
 * date of an event of the article that it plainly belongs to, else nothing.
 */
export function dateAttributions(view: StatementView, speakers: readonly Speaker[]): readonly Dating[] {
  const dates = placeDates(view);
  const stated = view.places.map((_, index) => statedDate(view, dates, index));
  const context = carryContext(view, dates, stated, sourceKeys(view, speakers));
  const assignments = sharedByTurns(context, assignEvents(context));
  return view.places.map((place, index): Dating => {
    const own = stated[index];
    const assignment = assignments[index];
    const event = context.events[assignment?.event ?? -1];
    if (own != null) return datingOf(context, index, own, 'stated', { rule: 'date-in-sentence', score: 1 });
    if (event === undefined) return openDating(context, index, assignment?.score ?? 1);
    const reason = { rule: 'day-of-event', score: assignment?.score ?? 0 };
    return datingOf(context, index, nearestDate(event, place.sentence), 'implied', reason);
  });
}

/** The turns of one printed conversation share their day: the one that most of them were assigned. */
function sharedByTurns(context: CarryContext, assignments: readonly Assignment[]): readonly Assignment[] {
  const { attributions } = context.view.attributed;
  if (!attributions.some(({ reason }) => reason.rule === 'transcript-turn')) return assignments;
  const isOpen = (index: number): boolean => isTurn(context, index) && context.stated[index] == null;
  const counts = new Map<number, number>();
  for (const [index, { event }] of assignments.entries()) if (event >= 0 && isOpen(index)) counts.set(event, (counts.get(event) ?? 0) + 1);
  const most = [...counts].sort((one, other) => other[1] - one[1])[0];
  if (most === undefined) return assignments;
  return assignments.map((assignment, index) =>
    assignment.event < 0 && isOpen(index) ? { event: most[0], score: TURN_SCORE } : assignment,
  );
}

/** How sure it is that the turns of one conversation were spoken on one day. */
const TURN_SCORE = 0.9;

/** Whether an attribution's cue is a mark behind a name or letter, and nothing holds it. */
function isTurn({ view }: CarryContext, index: number): boolean {
  const cue = view.places[index]?.cue;
  const mark = view.words.lower[cue?.[0]?.from ?? -1];
  return view.attributed.attributions[index]?.within === null && cue?.length === 1 && (mark === ':' || mark === '.');
}

/** The event's date nearest to a sentence, before it if there is one. */
function nearestDate(event: EventDays, sentence: number): PlacedDate | null {
  return event.dates.findLast((date) => date.sentence <= sentence) ?? event.dates[0] ?? null;
}

function openDating(context: CarryContext, index: number, score: number): Dating {
  const retold = isRetold(context, index, null);
  return { from: null, to: null, basis: 'unknown', edtf: null, evidence: null, retold, reason: { rule: 'nothing-says-when', score } };
}

function datingOf(context: CarryContext, index: number, date: PlacedDate | null, basis: 'stated' | 'implied', reason: Reason): Dating {
  if (date === null) return openDating(context, index, 1);
  const { from, to, approximate } = date.resolved;
  return {
    from: from === null ? null : formatDay(from),
    to: to === null ? null : formatDay(to),
    basis,
    edtf: formatEdtf(date.resolved, approximate),
    evidence: spanOf(context.view.attributed.tokens, date),
    retold: isRetold(context, index, date, basis === 'stated'),
    reason,
  };
}

function isRetold(context: CarryContext, index: number, date: PlacedDate | null, stated = false): boolean {
  if (standsBefore(context.view, index) && date === null) return true;
  if (date !== null && isPastYear(context, date)) return true;
  return sumOf(RETOLD, retoldFeatures(context, index, date?.resolved ?? null, stated)) > 0;
}

/** Whether a date is a period of months or years that was over half a year before the day printed: "in 2012". */
function isPastYear({ published }: CarryContext, { resolved: { from, to } }: PlacedDate): boolean {
  return published !== null && from !== null && to !== null && to - from > 60 && published - to > 183;
}
