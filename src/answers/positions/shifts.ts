import { type ConditionChange, conditionChange } from './condition-change.js';
import { compareText, type DayPosition, samePosition } from './day-positions.js';
import type { PositionLane } from './positions-timeline.js';

/** Two positions of one holder on one issue, one after the other, with a different side or condition: then and now. No verdict. */
export interface Shift {
  readonly holder: string;
  readonly holderName: string;
  readonly issue: number;
  readonly then: DayPosition;
  readonly now: DayPosition;
  readonly stanceChanged: boolean;
  readonly condition: ConditionChange;
}

/** A day on which one holder was both for and against. */
export interface Contradiction {
  readonly holder: string;
  readonly holderName: string;
  readonly issue: number;
  readonly day: DayPosition;
}

export interface ShiftsAnswer {
  /** By the later day, last first. */
  readonly shifts: readonly Shift[];
  readonly contradictions: readonly Contradiction[];
}

/**
 * The shifts in lanes. Days whose side is unclear, or contradicts itself, neither make nor hide a shift; a position known
 * only from later articles counts where its days lie apart from the others'.
 */
export function findShifts(lanes: readonly PositionLane[]): ShiftsAnswer {
  const shifts = lanes.flatMap(shiftsOf);
  const contradictions = lanes.flatMap(({ holder, holderName, issue, days }) =>
    days.filter((day) => day.contradiction).map((day) => ({ holder, holderName, issue, day })),
  );
  return {
    shifts: shifts.sort((left, right) => compareText(right.now.to, left.now.to) || compareText(left.holderName, right.holderName)),
    contradictions: contradictions.sort((left, right) => compareText(right.day.to, left.day.to)),
  };
}

function shiftsOf({ holder, holderName, issue, days }: PositionLane): readonly Shift[] {
  const clear = days.filter((day) => day.stance !== 'unclear');
  const found: Shift[] = [];
  let then: DayPosition | null = null;
  for (const now of clear) {
    if (now.reportedLater && overlapsOther(now, clear)) continue;
    if (then !== null && !samePosition(then, now)) {
      found.push({
        holder,
        holderName,
        issue,
        then,
        now,
        stanceChanged: then.stance !== now.stance,
        condition: conditionChange(then.condition, now.condition),
      });
    }
    then = now;
  }
  return found;
}

/** A span told later that holds a day of its own tells no order. */
const overlapsOther = (span: DayPosition, days: readonly DayPosition[]): boolean =>
  days.some((day) => day !== span && day.from <= span.to && span.from <= day.to);
