import type { DayPosition } from '../answers/positions/day-positions.js';
import type { IssuePosition } from '../answers/positions/matched-positions.js';
import type { PositionLane } from '../answers/positions/positions-timeline.js';
import type { RecordedStatement, StatementRecord } from '../record/index.js';
import { statementAddress } from './addresses.js';
import type { Board } from './board.js';
import type { Lane, LaneMark } from './charts/lanes.js';
import { intervalText } from './days.js';
import { type Child, type Html, html, isolated } from './html.js';
import { stanceLabel } from './stance.js';
import { clipped, wordsOf } from './words.js';

/** So many shapes one page draws: with their words some 40 KB. */
const MOST_MARKS = 110;

const LEAST_MARKS = 3;

/** Words of statements in one short line each, by their ids. */
export type Lines = Readonly<Record<string, string>>;

export const linesOf = (board: Board, lanes: readonly PositionLane[]): Lines =>
  Object.fromEntries(
    lanes.flatMap((lane) => lane.days.map(({ shown: { statement } }) => [statement.id, board.lines.get(statement.id) ?? ''])),
  );

/** Position lanes as rows of the picture. Of very many days the latest are drawn. */
export function lanesOf(lines: Lines, lanes: readonly PositionLane[], nameOf: (lane: PositionLane) => Child): readonly Lane[] {
  const most = Math.max(LEAST_MARKS, Math.floor(MOST_MARKS / Math.max(1, lanes.length)));
  return lanes.map((lane) => ({
    name: nameOf(lane),
    plainName: lane.holderName,
    aside: lane.days.length > 0 ? null : html` <small>day not given</small>`,
    marks: lane.days.slice(-most).map((day) => markOf(lines, day)),
  }));
}

const markOf = (lines: Lines, day: DayPosition): LaneMark => ({
  from: day.from,
  to: day.to,
  stance: day.stance,
  condition: day.condition === null ? null : clipped(day.condition, 90).text,
  words: day.contradiction ? 'for and against on one day' : (lines[day.shown.statement.id] ?? ''),
  href: statementAddress(day.shown.statement.id),
  retold: day.reportedLater,
});

/** The last word of a lane: its latest day, else what has no day. */
export function lastWord(lane: PositionLane): { readonly day: DayPosition | null; readonly shown: IssuePosition | null } {
  const day = lane.days.reduce<DayPosition | null>((best, one) => (best === null || one.from >= best.from ? one : best), null);
  return { day, shown: day?.shown ?? lane.undated.at(-1) ?? null };
}

/** Lanes by their last word, latest first. */
export const byLastWord = (lanes: readonly PositionLane[]): readonly PositionLane[] =>
  lanes.toSorted((one, other) => lastDay(other).localeCompare(lastDay(one)));

const lastDay = (lane: PositionLane): string => lastWord(lane).day?.from ?? '';

/** Shape, words and condition of a day's position. */
export const dayLabel = (day: DayPosition): Html =>
  html`${stanceLabel(day.stance)}${
    day.contradiction && html` <small>for and against that day</small>`
  }${day.condition !== null && html`: <strong class="condition">${isolated(clipped(day.condition, 160).text)}</strong>`}`;

export const dayText = (day: DayPosition): string => `${intervalText(day.from, day.to)}${day.reportedLater ? ', reported later' : ''}`;

/** Statements by their ids. */
export type Statements = Readonly<Record<string, RecordedStatement>>;

/** Whole statements by their ids, for a page that shows their words. */
export async function statementsById(record: StatementRecord, ids: readonly string[]): Promise<Statements> {
  const unique = [...new Set(ids)].slice(0, 500);
  if (unique.length === 0) return {};
  const { statements } = await record.statements({ filter: { kind: 'ids', of: unique }, limit: unique.length });
  return Object.fromEntries(statements.map((statement) => [statement.id, statement]));
}

/** The words of a position, linked to their statement. */
export function positionWords({ statement }: IssuePosition, statements: Statements, length: number): Html {
  const recorded = statements[statement.id];
  return recorded === undefined ? html`<p class="words">…</p>` : wordsOf(recorded, [], length);
}
