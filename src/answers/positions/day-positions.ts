import type { Day, Stance } from '../../engine/index.js';
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
  const [only] = positions;
  if (only !== undefined && positions.length === 1) return heldOnce(only);
  const dated: Dated[] = [];
  const undated: IssuePosition[] = [];
  const printed = byPrintedDay(positions);
  const letters = printed.map(({ statement }) => lettersOf(statement.words));
  const first = firstPrintings(printed, letters);
  for (const [index, position] of printed.entries()) {
    const { from, to } = (first.get(letters[index] ?? -1) ?? position).statement;
    if (from === null || to === null) undated.push(position);
    else dated.push({ position, from, to });
  }
  return { days: groupDays(dated).map(dayPosition), undated };
}

function heldOnce(position: IssuePosition): HeldPositions {
  const { from, to } = position.statement;
  if (from === null || to === null) return { days: [], undated: [position] };
  return { days: [dayPosition({ from, to, statements: [position] })], undated: [] };
}

interface Dated {
  readonly position: IssuePosition;
  readonly from: Day;
  readonly to: Day;
}

/** The statements of one day, or of one span of days. */
interface DayGroup {
  readonly from: Day;
  readonly to: Day;
  /** First printed first. */
  statements: readonly IssuePosition[];
}

/** So many letters in a row are seldom said twice: the second printing of the same words tells of the first day. */
const SHORTEST_REPEAT = 30;

/** By the letters of their words: the first printing that gives a day. Whatever day others give them, or none, that is when they were said. */
function firstPrintings(printed: readonly IssuePosition[], letters: readonly (number | null)[]): ReadonlyMap<number, IssuePosition> {
  const first = new Map<number, IssuePosition>();
  for (const [index, position] of printed.entries()) {
    const { from, to } = position.statement;
    const key = letters[index] ?? null;
    if (key !== null && from !== null && to !== null && !first.has(key)) first.set(key, position);
  }
  return first;
}

/** A number for a text's letters, whatever stands between them; null for a text of few. */
function lettersOf(words: string): number | null {
  let mixed = 0x811c9dc5;
  let letters = 0;
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at);
    if (
      code < 48 ||
      (code > 57 && code < 65) ||
      (code > 90 && code < 97) ||
      (code > 122 && code < 0xc0) ||
      (code >= 0x2000 && code < 0x2070)
    )
      continue;
    mixed = Math.imul(mixed ^ (code < 97 ? code | 32 : code), 0x01000193);
    letters++;
  }
  return letters < SHORTEST_REPEAT ? null : (mixed >>> 0) * 0x10000 + (letters & 0xffff);
}

const byPrintedDay = (positions: readonly IssuePosition[]): readonly IssuePosition[] =>
  positions.length < 2
    ? positions
    : positions.toSorted((left, right) => compareText(left.statement.printed ?? '9', right.statement.printed ?? '9'));

/** One group a day; a span of days joins a day within it that says the same, and else stands by itself. */
function groupDays(dated: readonly Dated[]): readonly DayGroup[] {
  const days = new Map<Day, { readonly from: Day; readonly to: Day; readonly statements: IssuePosition[] }>();
  const spans: Dated[] = [];
  for (const one of dated) {
    if (one.from !== one.to) {
      spans.push(one);
      continue;
    }
    const known = days.get(one.from);
    if (known === undefined) days.set(one.from, { from: one.from, to: one.to, statements: [one.position] });
    else known.statements.push(one.position);
  }
  const groups: DayGroup[] = [...days.values()];
  for (const span of spans) {
    const joined = groups.find(
      (group) => group.from <= span.to && span.from <= group.to && group.statements.some((other) => agree(span.position, other)),
    );
    if (joined === undefined) groups.push({ from: span.from, to: span.to, statements: [span.position] });
    else joined.statements = byPrintedDay([...joined.statements, span.position]);
  }
  return groups.sort((left, right) => compareText(left.from, right.from) || compareText(left.to, right.to));
}

const agree = (left: IssuePosition, right: IssuePosition): boolean =>
  left.stance === right.stance || left.stance === 'unclear' || (isYes(left.stance) && isYes(right.stance));

const isYes = (stance: Stance): boolean => stance === 'for' || stance === 'only-if';

/**
 * A day's statements as one position. For and against on one day is a contradiction, and the side is unclear. A condition
 * told in one place and left out in another belongs to the day: the fuller wording is shown.
 */
function dayPosition({ from, to, statements }: DayGroup): DayPosition {
  const has = (stance: Stance): boolean => statements.some((position) => position.stance === stance);
  const reportedLater = statements.every((position) => position.statement.retold);
  const contradiction = !reportedLater && statements.length > 1 && has('for') && has('against');
  const order = statements.length > 1 && isUnconditional(statements) ? UNCONDITIONAL_FIRST : CONDITION_FIRST;
  const stance: Stance = contradiction ? 'unclear' : (order.find(has) ?? 'unclear');
  const shown = bestOf(statements, stance);
  return {
    holder: shown.holder,
    holderName: shown.holderName,
    issue: shown.issue,
    from,
    to,
    stance,
    condition: contradiction ? null : shown.statement.condition,
    contradiction,
    reportedLater,
    shown,
    statements,
  };
}

/** The statement that words a stance best: with its condition and not retold, else not retold, else the first. */
function bestOf(statements: readonly IssuePosition[], stance: Stance): IssuePosition {
  const fitting = statements.filter((position) => position.stance === stance);
  const best =
    fitting.find(({ statement }) => statement.condition !== null && !statement.retold) ??
    fitting.find(({ statement }) => !statement.retold) ??
    fitting[0] ??
    statements[0];
  if (best === undefined) throw new RangeError('a day has no statement');
  return best;
}

const CONDITION_FIRST: readonly Stance[] = ['only-if', 'against', 'for', 'unclear'];
const UNCONDITIONAL_FIRST: readonly Stance[] = ['for', 'only-if', 'against', 'unclear'];

/** Whether somebody says in so many words that there is no condition: then a condition told beside it is not the day's. */
const isUnconditional = (statements: readonly IssuePosition[]): boolean =>
  statements.some(({ stance, statement }) => stance === 'for' && !statement.retold && UNCONDITIONAL.test(statement.words));

const UNCONDITIONAL = /\b(?:without (?:any )?(?:pre-?|prior )?conditions?|no (?:pre-?|prior )?conditions|unconditional(?:ly)?)\b/i;

/** Whether two days say the same: one stance, and conditions that are the same or worded alike. */
export const samePosition = (left: DayPosition, right: DayPosition): boolean =>
  left.stance === right.stance && sameCondition(left.condition, right.condition);

export const compareText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
