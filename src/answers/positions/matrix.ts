import type { Day, Stance } from '../../engine/index.js';
import { compareText, type DayPosition } from './day-positions.js';
import type { IssuePosition } from './matched-positions.js';
import type { PositionsLookedAt } from './positioned-statement.js';
import { type PositionLane, type PositionsQuestion, positionsTimeline } from './positions-timeline.js';

/** The latest position of one holder on one issue. */
export interface MatrixCell {
  readonly stance: Stance;
  /** The last day on which it was said; null where no statement has a day. */
  readonly day: Day | null;
  readonly shown: IssuePosition;
  readonly contradiction: boolean;
  /** The ids of all statements behind the cell, first to last. */
  readonly statements: readonly string[];
}

export interface MatrixRow {
  readonly holder: string;
  readonly holderName: string;
  /** One an issue, in the order of `issues`; null where nothing was said. */
  readonly cells: readonly (MatrixCell | null)[];
  readonly statements: number;
}

export interface Matrix {
  /** Indexes into the matcher's issues. */
  readonly issues: readonly number[];
  /** Most statements first. */
  readonly rows: readonly MatrixRow[];
  readonly lookedAt: PositionsLookedAt;
}

/** Holders by issues, with the latest position of each. */
export function positionsMatrix(question: PositionsQuestion): Matrix {
  const { lanes, lookedAt } = positionsTimeline(question);
  return { ...matrixOfLanes(lanes, question.issues ?? [...question.matcher.issues.keys()]), lookedAt };
}

/** The same of lanes that are at hand. */
export function matrixOfLanes(lanes: readonly PositionLane[], asked: readonly number[]): Omit<Matrix, 'lookedAt'> {
  const spoken = new Set(lanes.map((lane) => lane.issue));
  const issues = asked.filter((issue) => spoken.has(issue));
  const rows = new Map<string, PositionLane[]>();
  for (const lane of lanes) {
    const row = rows.get(lane.holder);
    if (row === undefined) rows.set(lane.holder, [lane]);
    else row.push(lane);
  }
  return {
    issues,
    rows: [...rows.values()]
      .map((row) => rowOf(row, issues))
      .sort((left, right) => right.statements - left.statements || compareText(left.holderName, right.holderName)),
  };
}

function rowOf(lanes: readonly PositionLane[], issues: readonly number[]): MatrixRow {
  const cells = issues.map((issue) => {
    const lane = lanes.find((one) => one.issue === issue);
    return lane === undefined ? null : cellOf(lane);
  });
  const [first] = lanes;
  return {
    holder: first?.holder ?? '',
    holderName: first?.holderName ?? '',
    cells,
    statements: cells.reduce((sum, cell) => sum + (cell?.statements.length ?? 0), 0),
  };
}

function cellOf({ days, undated }: PositionLane): MatrixCell | null {
  const statements: string[] = [];
  for (const day of days) for (const { statement } of day.statements) statements.push(statement.id);
  for (const { statement } of undated) statements.push(statement.id);
  const latest = latestOf(days);
  if (latest !== null)
    return { stance: latest.stance, day: latest.to, shown: latest.shown, contradiction: latest.contradiction, statements };
  const shown = undated.at(-1);
  return shown === undefined ? null : { stance: shown.stance, day: null, shown, contradiction: false, statements };
}

/** The position with the last day; a span of days counts by its first, so that it does not hide a day within it. */
const latestOf = (days: readonly DayPosition[]): DayPosition | null =>
  days.reduce<DayPosition | null>((best, day) => (best === null || day.from >= best.from ? day : best), null);
