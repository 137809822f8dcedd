import type { Instant } from '../../engine/index.js';
import { contentHash } from '../../engine/statements/content-hash.js';
import type { Filter, RecordedStatement, StatementRecord } from '../../record/index.js';
import { type Claim, figuresLedger, type Matter } from '../figures/ledger.js';
import type { IssueMatcher } from '../issues/issue-matcher.js';
import type { SpeakerGroup } from '../issues/parse-issues.js';
import { positionsTimeline } from '../positions/positions-timeline.js';
import { readPositioned } from '../positions/read-positioned.js';
import { findShifts, type Shift } from '../positions/shifts.js';

export interface WatchQuestion {
  /** The statements that are watched. */
  readonly filter: Filter;
  readonly matcher: IssueMatcher;
  readonly groups: readonly SpeakerGroup[];
  /** Figures count only where their words are about one of the issues. */
  readonly figures: 'all' | 'of-issues';
  /** What is under embargo at this moment is not looked at. */
  readonly now: Instant;
}

/** A change as it was found, by its id; {@link describeChange} puts it into words. */
export type FoundChange =
  | { readonly id: string; readonly kind: 'shift'; readonly shift: Shift }
  | { readonly id: string; readonly kind: 'figure'; readonly matter: string; readonly then: Claim; readonly now: Claim };

/**
 * Every change of a position, a condition or a figure among the watched statements, first to last. That a word appears is no
 * change, nor is a first position. The same change has the same id whenever it is looked for and however many outlets tell it.
 */
export async function findChanges(record: StatementRecord, question: WatchQuestion): Promise<readonly FoundChange[]> {
  const found = [...(await findPositionChanges(record, question)), ...(await findFigureChanges(record, question))];
  const first = new Map<string, FoundChange>();
  for (const change of found) if (!first.has(change.id)) first.set(change.id, change);
  return [...first.values()];
}

const watched = ({ filter, now }: WatchQuestion, more: Filter): Filter => ({
  kind: 'and',
  of: [more, filter, { kind: 'not', of: { kind: 'embargoed', at: now } }],
});

async function findPositionChanges(record: StatementRecord, question: WatchQuestion): Promise<readonly FoundChange[]> {
  const statements = await readPositioned(record, { among: watched(question, { kind: 'position' }) });
  const { lanes } = positionsTimeline({ statements, matcher: question.matcher, groups: question.groups });
  const { shifts } = findShifts(lanes);
  return shifts.map((shift): FoundChange => ({ id: shiftId(shift, question.matcher), kind: 'shift', shift })).reverse();
}

/** The statement that words a day best may change with what is filed later: it is no part of what a shift is. */
function shiftId({ holder, issue, then, now, condition }: Shift, matcher: IssueMatcher): string {
  return idOf(['shift', matcher.issues[issue]?.id ?? '', holder, then.stance, now.stance, now.from, now.to, condition]);
}

async function findFigureChanges(record: StatementRecord, question: WatchQuestion): Promise<readonly FoundChange[]> {
  const statements: RecordedStatement[] = [];
  for await (const recorded of record.iterate({ filter: watched(question, { kind: 'figures' }) }))
    if (question.figures === 'all' || question.matcher.match(recorded.statement.words).length > 0) statements.push(recorded);
  return figuresLedger(statements).flatMap(changesOf);
}

/** Where a claimant's number is another than the one claimed before it. */
function changesOf(matter: Matter): readonly FoundChange[] {
  const { claims, changes, counted, scope, name } = matter;
  const last = new Map<string, number>();
  const before = claims.map(({ claimantKey }, index) => {
    const previous = last.get(claimantKey);
    last.set(claimantKey, index);
    return previous;
  });
  return changes.flatMap(({ left, right }): readonly FoundChange[] => {
    const [then, now] = [claims[left], claims[right]];
    if (before[right] !== left || then === undefined || now === undefined || now.claimant === null) return [];
    const parts = ['figure', counted.noun, counted.of, counted.event, scope?.key ?? null, now.claimantKey, then.value, now.value, now.day];
    return [{ id: idOf(parts), kind: 'figure', matter: name, then, now }];
  });
}

const idOf = (parts: readonly (string | number | null)[]): string => contentHash(JSON.stringify(parts)).slice(0, 24);
