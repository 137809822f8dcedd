import type { IssueMatcher } from '../issues/issue-matcher.js';
import type { SpeakerGroup } from '../issues/parse-issues.js';
import { compareText, type DayPosition, heldPositions } from './day-positions.js';
import { type Holder, type IssuePosition, issuePositions } from './matched-positions.js';
import { type PositionedStatement, type PositionsLookedAt, positionsLookedAt } from './positioned-statement.js';

export interface PositionsQuestion {
  readonly statements: readonly PositionedStatement[];
  readonly matcher: IssueMatcher;
  readonly groups?: readonly SpeakerGroup[];
  /** Keys or names of speakers or groups; absent: everybody. A part of a name finds it. */
  readonly holders?: readonly string[];
  /** Indexes into the matcher's issues; absent: all. */
  readonly issues?: readonly number[];
}

/** What one holder said on one issue, day by day. */
export interface PositionLane {
  readonly holder: string;
  readonly holderName: string;
  readonly issue: number;
  readonly days: readonly DayPosition[];
  /** No day is known. */
  readonly undated: readonly IssuePosition[];
}

export interface PositionsAnswer {
  /** By issue, then by name. */
  readonly lanes: readonly PositionLane[];
  readonly lookedAt: PositionsLookedAt;
}

/** The positions of holders on issues over time. */
export function positionsTimeline(question: PositionsQuestion): PositionsAnswer {
  // By issue, then by holder: a key made of both would be a string for every position.
  const lanes = new Map<number, Map<string, IssuePosition[]>>();
  const wanted = {
    ...(question.holders === undefined ? {} : { holder: holderFilter(question.holders) }),
    ...(question.issues === undefined ? {} : { issues: new Set(question.issues) }),
  };
  for (const position of issuePositions(question.statements, question.matcher, question.groups, wanted)) {
    let holders = lanes.get(position.issue);
    if (holders === undefined) {
      holders = new Map();
      lanes.set(position.issue, holders);
    }
    const lane = holders.get(position.holder);
    if (lane === undefined) holders.set(position.holder, [position]);
    else lane.push(position);
  }
  return {
    lanes: [...lanes.values()]
      .flatMap((holders) => [...holders.values()].map(laneOf))
      .sort((left, right) => left.issue - right.issue || compareText(left.holderName, right.holderName)),
    lookedAt: positionsLookedAt(question.statements),
  };
}

function laneOf(positions: readonly IssuePosition[]): PositionLane {
  const [first] = positions;
  if (first === undefined) throw new RangeError('a lane has no position');
  return { holder: first.holder, holderName: first.holderName, issue: first.issue, ...heldPositions(positions) };
}

/** Whether a holder is asked for: by key, by name, or by the first or last words of the name. */
function holderFilter(wanted: readonly string[]): (holder: Holder) => boolean {
  const known = new Map<string, boolean>();
  const names = wanted.map((name) => name.toLowerCase());
  return ({ key, name }) => {
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const lower = name.toLowerCase();
    const fits = names.some(
      (one) => one === key.toLowerCase() || one === lower || lower.endsWith(` ${one}`) || lower.startsWith(`${one} `),
    );
    known.set(key, fits);
    return fits;
  };
}
