import type { Issue } from '../../answers/issues/issue.js';
import type { PositionLane } from '../../answers/positions/positions-timeline.js';
import type { Shift } from '../../answers/positions/shifts.js';
import type { Day } from '../../engine/index.js';
import { EVERYTHING, type LookedAt } from '../../record/index.js';
import { issueAddress, shiftAddress, withQuery } from '../addresses.js';
import { type Board, issueOf } from '../board.js';
import { lanesChart } from '../charts/lanes.js';
import { correctionDays, FEED_LENGTH, type FeedEntry, latest, statementLines, updatedOf } from '../feed.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html, isolated } from '../html.js';
import { type Lines, lanesOf, linesOf, type Statements, statementsById } from '../lanes-view.js';
import type { Rows } from '../respond.js';
import { changeText, conditionChangeView, shiftPair, shiftSides } from '../shift-view.js';
import { nameText } from '../statement-view.js';
import type { Asked, View } from '../view.js';

export interface ShiftsData {
  readonly issue: Issue | null;
  readonly speaker: string | null;
  readonly count: number;
  readonly from: number;
  readonly shifts: readonly NamedShift[];
  readonly issues: readonly Issue[];
  readonly statements: Statements;
  readonly lookedAt: LookedAt;
}

export interface NamedShift {
  readonly issue: Issue;
  readonly shift: Shift;
}

const PAGE_SIZE = 12;

export const shiftsView: View<ShiftsData> = {
  async read({ record, board }, asked) {
    const positions = await board();
    const wanted = asked.value('issue');
    const speaker = asked.value('speaker');
    const all = shiftsAsked(positions, asked);
    const from = Math.max(0, Math.floor(Number(asked.value('from') ?? 0)) || 0);
    const shifts = named(positions, all.slice(from, from + PAGE_SIZE));
    return {
      issue: positions.matcher.issues.find(({ id }) => id === wanted) ?? null,
      speaker,
      count: all.length,
      from,
      shifts,
      issues: [...new Set(positions.changes.shifts.map((shift) => issueOf(positions, shift.issue)))],
      statements: await wordsOfShifts(record, shifts),
      lookedAt: await record.lookedAt(EVERYTHING),
    };
  },
  title: ({ issue }) => (issue === null ? 'Shifts' : `Shifts on ${issue.name}`),
  body: (data, asked) => html`<h1>Shifts${data.issue !== null && html` on ${isolated(nameText(data.issue.name).toLowerCase())}`}</h1>
<p class="lead">Two positions of one speaker, one after the other, with another side or another condition: the words then beside the words now. No verdict: people may have reasons.</p>
<form class="choices" action="/shifts"><label>Issue <select name="issue"><option value="">all issues</option>${data.issues.map((issue) => html`<option value="${issue.id}"${issue.id === data.issue?.id ? html` selected` : ''}>${nameText(issue.name)}</option>`)}</select></label><button class="quiet">Show</button></form>
${data.count === 0 && html`<div class="empty"><p>Nobody’s position on a followed issue changed in this record.</p><p><a href="/issues">The issues</a></p></div>`}
${data.shifts.map(({ shift, issue }) => shiftPair(shift, issue, data.statements))}
${data.from + PAGE_SIZE < data.count && html`<p class="more"><a href="${withQuery(asked.path, [...(data.issue === null ? [] : [['issue', data.issue.id] as const]), ...(data.speaker === null ? [] : [['speaker', data.speaker] as const]), ['from', String(data.from + PAGE_SIZE)]])}" rel="next">Older shifts</a></p>`}
${lookedAtLine(data.lookedAt, data.count > 0 && `; ${counted(data.count, 'shift')}`)}`,
  rows: ({ shifts }) => shiftRows(shifts),
  async feed(desk, asked) {
    const positions = await desk.board();
    const all = named(positions, shiftsAsked(positions, asked)).slice(0, MOST_FEED);
    const statements = await wordsOfShifts(desk.record, all);
    const corrected = await correctionDays(desk.record);
    const entries = all.flatMap((one) => shiftEntry(one, statements, corrected) ?? []);
    const newest = entries.toSorted((one, other) => (other.updated ?? '').localeCompare(one.updated ?? '')).slice(0, FEED_LENGTH);
    return { title: 'Shifts', entries: newest, next: null };
  },
};

/** The latest shifts by day said, among which the feed has the last that came to light. */
const MOST_FEED = 500;

function shiftsAsked(positions: Board, asked: Asked): readonly Shift[] {
  const [wanted, speaker] = [asked.value('issue'), asked.value('speaker')];
  return positions.changes.shifts.filter(
    (shift) => (wanted === null || issueOf(positions, shift.issue).id === wanted) && (speaker === null || shift.holder === speaker),
  );
}

/** Both quotations, with their days and conditions; null where one of them is gone meanwhile. */
function shiftEntry({ shift, issue }: NamedShift, statements: Statements, corrected: ReadonlyMap<string, Day>): FeedEntry | null {
  const [then, now] = [statements[shift.then.shown.statement.id], statements[shift.now.shown.statement.id]];
  if (then === undefined || now === undefined) return null;
  return {
    name: `shift ${issue.id} ${then.id} ${now.id}`,
    title: `${nameText(shift.holderName)} on ${nameText(issue.name).toLowerCase()}: ${changeText(shift)}`,
    updated: latest([updatedOf(then, corrected), updatedOf(now, corrected)]),
    author: nameText(shift.holderName),
    path: shiftAddress(issue.id, then.id, now.id),
    via: null,
    stance: shift.now.stance,
    lines: ['Then:', ...statementLines(then), 'Now:', ...statementLines(now)],
  };
}

export const named = (board: Board, shifts: readonly Shift[]): readonly NamedShift[] =>
  shifts.map((shift) => ({ shift, issue: issueOf(board, shift.issue) }));

export const wordsOfShifts = (record: Parameters<typeof statementsById>[0], shifts: readonly NamedShift[]): Promise<Statements> =>
  statementsById(
    record,
    shifts.flatMap(({ shift: { then, now } }) => [then.shown.statement.id, now.shown.statement.id]),
  );

const shiftRows = (shifts: readonly NamedShift[]): Rows => ({
  columns: [
    'issue',
    'speaker',
    'then_day',
    'then_stance',
    'then_condition',
    'then_words',
    'then_statement',
    'now_day',
    'now_stance',
    'now_condition',
    'now_words',
    'now_statement',
    'condition_change',
  ],
  rows: shifts.map(({ issue, shift: { holderName, then, now, condition } }) => [
    issue.id,
    holderName,
    ...[then, now].flatMap((day) => [day.from, day.stance, day.condition, day.shown.statement.words, day.shown.statement.id]),
    condition,
  ]),
});

export interface ShiftData {
  readonly named: NamedShift;
  readonly lane: PositionLane;
  readonly statements: Statements;
  readonly lines: Lines;
}

/** One shift, with the speaker's whole lane on the issue. */
export const shiftView: View<ShiftData> = {
  async read({ record, board }, asked) {
    const positions = await board();
    const [from, to] = [asked.part('from'), asked.part('to')];
    const issue = positions.matcher.issues.findIndex(({ id }) => id === asked.part('issue'));
    const shift = positions.changes.shifts.find(
      ({ then, now, issue: of }) => of === issue && then.shown.statement.id === from && now.shown.statement.id === to,
    );
    const lane = positions.lanes.find((one) => one.issue === issue && one.holder === shift?.holder);
    if (shift === undefined || lane === undefined) return null;
    const one = { shift, issue: issueOf(positions, issue) };
    return { named: one, lane, statements: await wordsOfShifts(record, [one]), lines: linesOf(positions, [lane]) };
  },
  title: ({ named: { shift, issue } }) => `${shift.holderName} on ${issue.name}: ${changeText(shift)}`,
  body: ({
    named: { shift, issue },
    lane,
    statements,
    lines,
  }) => html`<p class="kicker"><a href="/shifts">Shift</a> · <a href="${issueAddress(issue.id)}">${isolated(nameText(issue.name))}</a></p>
<h1>${isolated(nameText(shift.holderName))}: ${changeText(shift)}</h1>
${shiftSides(shift, statements, 3_000)}
${conditionSection(shift)}
<figure><figcaption>All positions of ${isolated(nameText(shift.holderName))} on this, by the day said</figcaption>${lanesChart(lanesOf(lines, [lane], () => isolated(nameText(issue.name))))}</figure>
<p class="more"><a href="${withQuery(issueAddress(issue.id), [['speaker', shift.holder]])}">Every statement behind it</a></p>`,
  rows: ({ named: one }) => shiftRows([one]),
};

function conditionSection(shift: Shift): Html | null {
  const view = conditionChangeView(shift);
  return view === null ? null : html`<h2>The condition</h2>${view}`;
}
