import type { Issue } from '../answers/issues/issue.js';
import { createIssueMatcher, type IssueMatcher } from '../answers/issues/issue-matcher.js';
import type { IssueFile, SpeakerGroup } from '../answers/issues/parse-issues.js';
import { type PositionedStatement, positionedStatement } from '../answers/positions/positioned-statement.js';
import { type PositionLane, positionsTimeline } from '../answers/positions/positions-timeline.js';
import { findShifts, type ShiftsAnswer } from '../answers/positions/shifts.js';
import { EVERYTHING, type StatementRecord } from '../record/index.js';
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

/**
 * Gives the board of a record. It is made once and kept until the record holds more or fewer statements or positions, or follows other
 * corrections:
 * reading them all takes some 50 ms for each thousand.
 */
export function createBoards(record: StatementRecord, { issues, groups }: IssueFile): () => Promise<Board> {
  const matcher = createIssueMatcher(issues);
  let kept: { readonly stamp: string; readonly board: Promise<Board> } | null = null;
  return async () => {
    const counts = await Promise.all([record.count(EVERYTHING), record.count({ kind: 'position' }), record.corrections()]);
    const stamp = JSON.stringify(counts);
    if (kept?.stamp !== stamp) kept = { stamp, board: readBoard(record, matcher, groups) };
    return kept.board;
  };
}

async function readBoard(record: StatementRecord, matcher: IssueMatcher, groups: readonly SpeakerGroup[]): Promise<Board> {
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
