import type { Day, Stance } from '../../engine/index.js';
import { wordsOf } from '../issues/word-stems.js';
import { sameCondition } from './condition-change.js';
import type { IssuePosition } from './matched-positions.js';

/** What one holder's statements of one day (or of one span of days) come to on one issue. */
export interface DayPosition {
  readonly holder: string;
  readonly holderName: string;
  readonly issue: number;
  /** Both inclusive; equal for a day. */
  readonly from: Day;
  readonly to: Day;
  /** `unclear` where the day's statements contradict one another. */
  readonly stance: Stance;
  readonly condition: string | null;
  /** One statement stands both for and against that day. */
  readonly contradiction: boolean;
  /** Known only from articles that tell it as something of the past. */
  readonly reportedLater: boolean;
  /** The statement that words it best: with its condition, first printed. */
  readonly shown: IssuePosition;
  /** All statements of the day, first printed first: other outlets, other wordings, what was retold later. */
  readonly statements: readonly IssuePosition[];
}

export interface HeldPositions {
  /** By day, first to last. */
  readonly days: readonly DayPosition[];
  /** Statements of which no day is known, by printed day. */
  readonly undated: readonly IssuePosition[];
}

/** The days' positions of one holder on one issue, from all of the holder's statements on it. */
export function heldPositions(positions: readonly IssuePosition[]): HeldPositions {
  const dated: Dated[] = [];
  const undated: IssuePosition[] = [];
  for (const position of withoutRepeats(positions)) {
    if (position.from === null || position.to === null) undated.push(position.position);
    else dated.push({ position: position.position, from: position.from, to: position.to });
  }
  return {
    days: groupDays(dated).map(dayPosition),
    undated: undated.sort((left, right) => compareText(left.statement.printed ?? '9', right.statement.printed ?? '9')),
  };
}

interface Dated {
  readonly position: IssuePosition;
  readonly from: Day;
  readonly to: Day;
}

interface PerhapsDated {
  readonly position: IssuePosition;
  readonly from: Day | null;
  readonly to: Day | null;
}

/** So many words in a row are seldom said twice: the second printing of the same words tells of the first day. */
const SHORTEST_REPEAT = 6;

/** The same words printed again, whatever day an outlet gives them, are filed under the day of their first printing. */
function withoutRepeats(positions: readonly IssuePosition[]): readonly PerhapsDated[] {
  const first = new Map<string, { readonly from: Day | null; readonly to: Day | null }>();
  const order = [...positions].sort((left, right) => compareText(left.statement.printed ?? '9', right.statement.printed ?? '9'));
  return order.map((position) => {
    const { from, to, words } = position.statement;
    const key = wordsOf(words).join(' ').toLowerCase();
    const known = first.get(key);
    if (known !== undefined && key.split(' ').length >= SHORTEST_REPEAT) return { position, from: known.from ?? from, to: known.to ?? to };
    if (from !== null || known === undefined) first.set(key, { from, to });
    return { position, from, to };
  });
}

/** One list a day; a span of days joins a day within it that says the same, and else stands by itself. */
function groupDays(dated: readonly Dated[]): readonly (readonly Dated[])[] {
  const days = new Map<Day, Dated[]>();
  for (const one of dated) {
    if (one.from !== one.to) continue;
    const known = days.get(one.from);
    if (known === undefined) days.set(one.from, [one]);
    else known.push(one);
  }
  const spans: Dated[][] = [];
  for (const one of dated) {
    if (one.from === one.to) continue;
    const within = [...days.values()].find((day) =>
      day.some((other) => one.from <= other.from && other.from <= one.to && agree(one, other)),
    );
    const span = spans.find(
      (other) => other.some(({ from, to }) => from <= one.to && one.from <= to) && other.some((each) => agree(one, each)),
    );
    if (within !== undefined) within.push(one);
    else if (span !== undefined) span.push(one);
    else spans.push([one]);
  }
  return [...days.values(), ...spans].sort(
    (left, right) => compareText(startOf(left), startOf(right)) || compareText(endOf(left), endOf(right)),
  );
}

const startOf = (day: readonly Dated[]): Day => narrowest(day).from;
const endOf = (day: readonly Dated[]): Day => narrowest(day).to;

const narrowest = (day: readonly Dated[]): Dated => day.reduce((best, one) => (one.from > best.from || one.to < best.to ? one : best));

const agree = (left: Dated, right: Dated): boolean =>
  left.position.stance === right.position.stance || left.position.stance === 'unclear' || (isYes(left) && isYes(right));

const isYes = ({ position }: Dated): boolean => position.stance === 'for' || position.stance === 'only-if';

/**
 * A day's statements as one position. For and against on one day is a contradiction, and the side is unclear. A condition
 * told in one place and left out in another belongs to the day: the fuller wording is shown.
 */
function dayPosition(day: readonly Dated[]): DayPosition {
  const { from, to } = narrowest(day);
  const statements = day
    .map(({ position }) => position)
    .sort((left, right) => compareText(left.statement.printed ?? '9', right.statement.printed ?? '9'));
  const has = (stance: Stance): boolean => statements.some((position) => position.stance === stance);
  const contradiction = has('for') && has('against') && !statements.every((position) => position.statement.retold);
  const stance: Stance = contradiction ? 'unclear' : ((['only-if', 'against', 'for', 'unclear'] as const).find(has) ?? 'unclear');
  const best = statements.filter((position) => position.stance === stance);
  const shown =
    best.find(({ statement }) => statement.condition !== null && !statement.retold) ??
    best.find(({ statement }) => !statement.retold) ??
    best[0] ??
    statements[0];
  if (shown === undefined) throw new RangeError('a day has no statement');
  return {
    holder: shown.holder,
    holderName: shown.holderName,
    issue: shown.issue,
    from,
    to,
    stance,
    condition: contradiction ? null : (shown.statement.condition ?? null),
    contradiction,
    reportedLater: statements.every((position) => position.statement.retold),
    shown,
    statements,
  };
}

/** Whether two days say the same: one stance, and conditions that are the same or worded alike. */
export const samePosition = (left: DayPosition, right: DayPosition): boolean =>
  left.stance === right.stance && sameCondition(left.condition, right.condition);

export const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
