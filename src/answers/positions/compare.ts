import type { Day } from '../../engine/index.js';
import { compareText, type DayPosition } from './day-positions.js';
import { type PositionLane, type PositionsAnswer, type PositionsQuestion, positionsTimeline } from './positions-timeline.js';

/** One line of the clock: what each holder said on these days; null where nothing. */
export interface ComparedDays {
  readonly from: Day;
  readonly to: Day;
  /** One a lane, in the lanes' order. */
  readonly positions: readonly (DayPosition | null)[];
}

export interface Comparison extends PositionsAnswer {
  /** First to last. */
  readonly clock: readonly ComparedDays[];
}

/** Several holders on one issue on one clock: the lanes in the order in which the holders are asked for. */
export function comparePositions(question: PositionsQuestion): Comparison {
  const answer = positionsTimeline(question);
  return { ...answer, ...compareLanes(answer.lanes, question.holders ?? []) };
}

/** The same of lanes that are at hand. */
export function compareLanes(given: readonly PositionLane[], holders: readonly string[]): Omit<Comparison, 'lookedAt'> {
  const lanes = inOrder(given, holders);
  const rows = new Map<string, (DayPosition | null)[]>();
  lanes.forEach((lane, column) => {
    for (const day of lane.days) {
      const key = `${day.from} ${day.to}`;
      const row = rows.get(key) ?? lanes.map(() => null);
      row[column] = day;
      rows.set(key, row);
    }
  });
  const clock = [...rows].map(([key, positions]) => ({ from: key.slice(0, 10), to: key.slice(11), positions }));
  return { lanes, clock: clock.sort((left, right) => compareText(left.from, right.from) || compareText(left.to, right.to)) };
}

function inOrder(lanes: readonly PositionLane[], holders: readonly string[]): readonly PositionLane[] {
  const rank = ({ holder, holderName }: PositionLane): number => {
    const name = holderName.toLowerCase();
    const at = holders.findIndex(
      (wanted) => holder === wanted || name === wanted.toLowerCase() || name.endsWith(` ${wanted.toLowerCase()}`),
    );
    return at < 0 ? holders.length : at;
  };
  return [...lanes].sort((left, right) => rank(left) - rank(right));
}
