import { setImmediate } from 'node:timers/promises';
import type { Issue } from '../answers/issues/issue.js';
import { createIssueMatcher, type IssueMatcher } from '../answers/issues/issue-matcher.js';
import type { IssueFile, SpeakerGroup } from '../answers/issues/parse-issues.js';
import { type PositionedStatement, positionedStatement } from '../answers/positions/positioned-statement.js';
import { type PositionLane, positionsTimeline } from '../answers/positions/positions-timeline.js';
import { findShifts, type ShiftsAnswer } from '../answers/positions/shifts.js';
import type { StatementRecord } from '../record/index.js';
import { plainWords } from './words.js';

/** Every position of the record on every issue, as the pages of positions show them. */
export interface Board {
  readonly statements: readonly PositionedStatement[];
  /** Positions whose speaker cannot be told: they are of several people, so they make no lane. */
  readonly unnamed: readonly PositionedStatement[];
  readonly matcher: IssueMatcher;
  readonly groups: readonly SpeakerGroup[];
  /** One for each holder and issue on which there is a position. */
  readonly lanes: readonly PositionLane[];
  readonly changes: ShiftsAnswer;
  /** Words of a statement as they are set, in one short line, by its id. */
  readonly lines: ReadonlyMap<string, string>;
}

/** A line under a mark is as long as two lines of a list. */
const LINE_LENGTH = 140;

/** So many statements are read before others have their turn. */
const TURN = 200;

/** Reads every position of the record: some 50 ms for each thousand, with turns for others in between. */
export async function readBoard(record: StatementRecord, { issues, groups }: IssueFile): Promise<Board> {
  const matcher = createIssueMatcher(issues);
  const statements: PositionedStatement[] = [];
  const unnamed: PositionedStatement[] = [];
  const lines = new Map<string, string>();
  for await (const recorded of record.iterate({ filter: { kind: 'position' } })) {
    const positioned = positionedStatement(recorded);
    if (positioned === null) continue;
    if (recorded.speaker.name === null) {
      unnamed.push(positioned);
      continue;
    }
    statements.push(positioned);
    lines.set(recorded.id, plainWords(recorded, LINE_LENGTH));
    if (lines.size % TURN === 0) await setImmediate();
  }
  const { lanes } = positionsTimeline({ statements, matcher, groups });
  return { statements, unnamed, matcher, groups, lanes, changes: findShifts(lanes), lines };
}

/** Positions on an issue that the user's files do not have: any words serve as one. */
export function boardOn(board: Board, issue: Issue): Board {
  const matcher = createIssueMatcher([issue]);
  const { lanes } = positionsTimeline({ statements: board.statements, matcher, groups: board.groups });
  return { ...board, matcher, lanes, changes: findShifts(lanes) };
}

export const issueOf = (board: Board, index: number): Issue =>
  board.matcher.issues[index] ?? { id: '', name: '', terms: [], not: [], opposite: [] };
