import { z } from 'zod';
import {
  comparePositions,
  createIssueMatcher,
  type DayPosition,
  findShifts,
  type Issue,
  type IssueMatcher,
  type PositionLane,
  positionsMatrix,
  positionsTimeline,
  type Shift,
} from '../../answers/index.js';
import { type Desk, issueFor, matcherFor } from '../desk.js';
import { operation } from '../operation.js';
import { pageOf } from '../paging.js';
import {
  cell,
  dayPosition,
  holder,
  issue,
  issueRef,
  lane,
  positionsLookedAt,
  readShown,
  shift,
  showCell,
  showDay,
  showIssue,
  showLane,
  shownOfDay,
  showShift,
} from '../shapes/positions.js';
import { count, day, list, next, shape } from '../shapes/shape.js';
import { about, paged, speakerName, speakers } from './parameters.js';

const issuesAnswer = shape('Issues', 'The issues that are followed, in the order of their files.', z.strictObject({ issues: list(issue) }));

export const listIssues = operation({
  id: 'listIssues',
  method: 'get',
  path: '/issues',
  tag: 'Positions',
  summary: 'List the issues that are followed',
  details: 'Everywhere else an issue may be one of these, by id or name, or any words.',
  answer: issuesAnswer,
  examples: [{}],
  run: async ({ issues }) => ({ issues: issues.issues }),
});

const asked = { speaker: speakers.describe('Whose; repeat it for several. Without one, everybody’s.'), on: about.optional(), ...paged };

interface Question {
  readonly speaker?: readonly string[] | undefined;
  readonly on?: string | undefined;
}

/** The lanes that a question means, with the issues that their indexes mean. */
async function lanesFor(desk: Desk, { speaker, on }: Question) {
  const matcher = matcherFor(desk, on);
  return desk.remember(`api lanes ${JSON.stringify([speaker ?? null, on ?? null])}`, async () => ({
    matcher,
    answer: positionsTimeline({
      statements: await desk.positioned(),
      matcher,
      groups: desk.issues.groups,
      ...(speaker === undefined ? {} : { holders: speaker }),
    }),
  }));
}

const issueAt = ({ issues }: IssueMatcher, index: number): Issue => issues[index] ?? { id: '', name: '', terms: [], not: [], opposite: [] };

const nameOfLane = ({ holder: key, issue: index }: PositionLane): string => JSON.stringify([key, index]);

const positionsAnswer = shape(
  'PositionsPage',
  'Who is for what, who against, and on what condition: by issue, then by name.',
  z.strictObject({ lanes: list(lane), next, lookedAt: positionsLookedAt }),
);

export const getPositions = operation({
  id: 'getPositions',
  method: 'get',
  path: '/positions',
  tag: 'Positions',
  summary: 'Who is for what, who against, and on what condition, day by day',
  problems: ['cursor-wrong'],
  query: z.strictObject(asked),
  answer: positionsAnswer,
  examples: [{ query: { speaker: 'Lena Varga', on: 'ceasefire' } }, { query: { limit: '2' } }],
  async run(desk, { query, links }) {
    const { matcher, answer } = await lanesFor(desk, query);
    const page = pageOf(answer.lanes, nameOfLane, query);
    const shown = await readShown(
      desk.record,
      page.items.flatMap(({ days }) => days.map(shownOfDay)),
      links,
    );
    return {
      lanes: page.items.map((one) => showLane(one, issueAt(matcher, one.issue), shown)),
      next: page.next,
      lookedAt: answer.lookedAt,
    };
  },
});

const shiftsAnswer = shape(
  'ShiftsPage',
  'Where a side or its condition changed, the latest first, and days on which somebody was both for and against.',
  z.strictObject({
    shifts: list(shift),
    contradictions: list(z.strictObject({ holder, issue: issueRef, day: dayPosition })).describe('The latest 20.'),
    next,
    lookedAt: positionsLookedAt,
  }),
);

const MOST_CONTRADICTIONS = 20;

const nameOfShift = ({ holder: key, issue: index, then, now }: Shift): string =>
  JSON.stringify([key, index, shownOfDay(then), shownOfDay(now)]);

export const getShifts = operation({
  id: 'getShifts',
  method: 'get',
  path: '/shifts',
  tag: 'Positions',
  summary: 'Where a side or its condition changed: then and now, in the speaker’s words',
  problems: ['cursor-wrong'],
  query: z.strictObject(asked),
  answer: shiftsAnswer,
  examples: [{ query: { speaker: 'Dorin Kessal' } }, { query: { on: 'ceasefire', limit: '3' } }],
  async run(desk, { query, links }) {
    const { matcher, answer } = await lanesFor(desk, query);
    const found = findShifts(answer.lanes);
    const page = pageOf(found.shifts, nameOfShift, query);
    const contradictions = found.contradictions.slice(0, MOST_CONTRADICTIONS);
    const days: readonly DayPosition[] = [...page.items.flatMap(({ then, now }) => [then, now]), ...contradictions.map((one) => one.day)];
    const shown = await readShown(desk.record, days.map(shownOfDay), links);
    return {
      shifts: page.items.map((one) => showShift(one, issueAt(matcher, one.issue), shown)),
      contradictions: contradictions.map((one) => ({
        holder: { key: one.holder, name: one.holderName },
        issue: showIssue(issueAt(matcher, one.issue)),
        day: showDay(one.day, shown),
      })),
      next: page.next,
      lookedAt: answer.lookedAt,
    };
  },
});

const comparison = shape(
  'Comparison',
  'Several holders on one issue on one clock. Each row of the clock has a position or null for each of `holders`, in their order.',
  z.strictObject({
    issue: issueRef,
    holders: list(holder),
    clock: list(z.strictObject({ from: day, to: day, positions: list(dayPosition.nullable()) })),
    lookedAt: positionsLookedAt,
  }),
);

export const compareSpeakers = operation({
  id: 'compareSpeakers',
  method: 'get',
  path: '/compare',
  tag: 'Positions',
  summary: 'Several speakers on one issue, on one clock',
  query: z.strictObject({
    speaker: z.array(speakerName).min(1).max(8).describe('Repeat it: up to eight speakers.'),
    on: about,
  }),
  answer: comparison,
  examples: [{ query: { speaker: ['Dorin Kessal', 'Lena Varga'], on: 'ceasefire' } }],
  async run(desk, { query: { speaker, on }, links }) {
    const matcher = matcherFor(desk, on);
    const answer = comparePositions({ statements: await desk.positioned(), matcher, groups: desk.issues.groups, holders: speaker });
    const days = answer.clock.flatMap(({ positions }) => positions.filter((one) => one !== null));
    const shown = await readShown(desk.record, days.map(shownOfDay), links);
    return {
      issue: showIssue(issueAt(matcher, 0)),
      holders: answer.lanes.map((one) => ({ key: one.holder, name: one.holderName })),
      clock: answer.clock.map(({ from, to, positions }) => ({
        from,
        to,
        positions: positions.map((one) => (one === null ? null : showDay(one, shown))),
      })),
      lookedAt: answer.lookedAt,
    };
  },
});

const matrixAnswer = shape(
  'Matrix',
  'Speakers by issues, most statements first: the latest position of each. A row has a cell for each issue that it took a side on.',
  z.strictObject({
    issues: list(issueRef),
    rows: list(z.strictObject({ holder, statements: count, cells: list(cell) })),
    next,
    lookedAt: positionsLookedAt,
  }),
);

export const getMatrix = operation({
  id: 'getMatrix',
  method: 'get',
  path: '/matrix',
  tag: 'Positions',
  summary: 'Speakers by issues, with the latest position of each',
  problems: ['cursor-wrong'],
  query: z.strictObject({ on: list(about).optional().describe('Issues; repeat it for several. Without one, all.'), ...paged }),
  answer: matrixAnswer,
  examples: [{ query: { on: ['ceasefire', 'sanctions'], limit: '5' } }, { query: {} }],
  async run(desk, { query, links }) {
    const { matcher, matrix } = await matrixFor(desk, query.on);
    const page = pageOf(matrix.rows, ({ holder: key }) => key, query);
    const cells = page.items.map((row) =>
      row.cells.flatMap((one, column) => (one === null ? [] : [{ one, of: issueAt(matcher, matrix.issues[column] ?? -1) }])),
    );
    const shown = await readShown(
      desk.record,
      cells.flat().map(({ one }) => one.shown.statement.id),
      links,
    );
    return {
      issues: matrix.issues.map((index) => showIssue(issueAt(matcher, index))),
      rows: page.items.map((row, index) => ({
        holder: { key: row.holder, name: row.holderName },
        statements: row.statements,
        cells: (cells[index] ?? []).map(({ one, of }) => showCell(one, of, shown)),
      })),
      next: page.next,
      lookedAt: matrix.lookedAt,
    };
  },
});

async function matrixFor(desk: Desk, on: readonly string[] | undefined) {
  const matcher =
    on === undefined ? matcherFor(desk, undefined) : createIssueMatcher([...new Set(on)].map((one) => issueFor(desk.issues.issues, one)));
  return desk.remember(`api matrix ${JSON.stringify(on ?? null)}`, async () => ({
    matcher,
    matrix: positionsMatrix({ statements: await desk.positioned(), matcher, groups: desk.issues.groups }),
  }));
}
