import { z } from 'zod';
import type { DayPosition, Issue, IssuePosition, MatrixCell, PositionLane, PositionsLookedAt, Shift } from '../../answers/index.js';
import type { StatementRecord } from '../../record/index.js';
import type { Links } from './links.js';
import { count, day, list, shape, words } from './shape.js';
import { type ShownStatement, showStatement, stance, statement, statementId } from './statement.js';

export const issue = shape(
  'Issue',
  'A matter that is followed, as its terms. Who is for what an `opposite` term names is against it.',
  z.strictObject({ id: z.string(), name: z.string(), terms: list(z.string()), not: list(z.string()), opposite: list(z.string()) }),
);

export const issueRef = shape('IssueReference', 'An issue by id and name.', z.strictObject({ id: z.string(), name: z.string() }));

export const holder = shape(
  'Holder',
  'Who holds a position: a speaker by key, or a group of the user’s own file.',
  z.strictObject({ key: z.string(), name: z.string() }),
);

export const dayPosition = shape(
  'DayPosition',
  'What one holder’s statements of one day (or one span of days) come to on one issue.',
  z.strictObject({
    from: day,
    to: day,
    stance,
    condition: words.nullable(),
    contradiction: z.boolean().describe('The day’s statements stand both for and against.'),
    reportedLater: z.boolean(),
    shown: statement.describe('The statement that words it best.'),
    statements: list(statementId).describe('All statements of the day, first printed first.'),
  }),
);

export const lane = shape(
  'PositionLane',
  'What one holder said on one issue, day by day.',
  z.strictObject({
    holder,
    issue: issueRef,
    days: list(dayPosition),
    undated: list(z.strictObject({ stance, statement: statementId })).describe('Statements whose day nobody knows.'),
  }),
);

export const shift = shape(
  'Shift',
  'Two positions of one holder on one issue, one after the other, with a different side or condition. No verdict.',
  z.strictObject({
    holder,
    issue: issueRef,
    before: dayPosition,
    after: dayPosition,
    stanceChanged: z.boolean(),
    condition: z.enum(['appeared', 'hardened', 'softened', 'went', 'changed', 'same']),
  }),
);

export const cell = shape(
  'MatrixCell',
  'The latest position of one holder on one issue.',
  z.strictObject({
    issue: issueRef,
    stance,
    day: day.nullable(),
    contradiction: z.boolean(),
    shown: statement,
    statements: list(statementId).describe('All statements behind it, first to last.'),
  }),
);

export const positionsLookedAt = shape(
  'PositionsLookedAt',
  'How many statements that take a side were looked at. Days are printed days.',
  z.strictObject({ statements: count, outlets: count, from: z.string().nullable(), to: z.string().nullable() }),
);

/** Statements of an answer about positions as they are shown, by id. */
export type Shown = (id: string) => ShownStatement;

const AT_ONCE = 500;

/** Reads the statements that an answer shows. One that is gone meanwhile is an error: the answer was made from another record. */
export async function readShown(record: StatementRecord, ids: readonly string[], links: Links): Promise<Shown> {
  const shown = new Map<string, ShownStatement>();
  const wanted = [...new Set(ids)];
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const of = wanted.slice(from, from + AT_ONCE);
    const page = await record.statements({ filter: { kind: 'ids', of }, versions: 'all', limit: AT_ONCE });
    for (const one of page.statements) shown.set(one.id, showStatement(one, links));
  }
  return (id) => {
    const found = shown.get(id);
    if (found === undefined) throw new RangeError(`statement ${id} went away while the answer was made`);
    return found;
  };
}

export const showIssue = ({ id, name }: Issue): z.input<typeof issueRef> => ({ id, name });

const idOf = ({ statement: { id } }: IssuePosition): string => id;

export const shownOfDay = (one: DayPosition): string => idOf(one.shown);

export const showDay = (one: DayPosition, shown: Shown): z.input<typeof dayPosition> => ({
  from: one.from,
  to: one.to,
  stance: one.stance,
  condition: one.condition,
  contradiction: one.contradiction,
  reportedLater: one.reportedLater,
  shown: shown(idOf(one.shown)),
  statements: one.statements.map(idOf),
});

export const showLane = (one: PositionLane, of: Issue, shown: Shown): z.input<typeof lane> => ({
  holder: { key: one.holder, name: one.holderName },
  issue: showIssue(of),
  days: one.days.map((each) => showDay(each, shown)),
  undated: one.undated.map((each) => ({ stance: each.stance, statement: idOf(each) })),
});

export const showShift = (one: Shift, of: Issue, shown: Shown): z.input<typeof shift> => ({
  holder: { key: one.holder, name: one.holderName },
  issue: showIssue(of),
  before: showDay(one.then, shown),
  after: showDay(one.now, shown),
  stanceChanged: one.stanceChanged,
  condition: one.condition,
});

export const showCell = (one: MatrixCell, of: Issue, shown: Shown): z.input<typeof cell> => ({
  issue: showIssue(of),
  stance: one.stance,
  day: one.day,
  contradiction: one.contradiction,
  shown: shown(idOf(one.shown)),
  statements: one.statements,
});

export const showPositionsLookedAt = (looked: PositionsLookedAt): z.input<typeof positionsLookedAt> => looked;
