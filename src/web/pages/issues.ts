import type { Issue } from '../../answers/issues/issue.js';
import type { Day, Stance } from '../../engine/index.js';
import { EVERYTHING, type LookedAt } from '../../record/index.js';
import { issueAddress, withQuery } from '../addresses.js';
import { type Board, issueOf } from '../board.js';
import { spanText } from '../days.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html, isolated, joined } from '../html.js';
import { lastWord } from '../lanes-view.js';
import { STANCES, stanceShape, stanceWords } from '../stance.js';
import { nameText } from '../statement-view.js';
import type { View } from '../view.js';

export interface IssuesData {
  readonly issues: readonly IssueSummary[];
  /** Issues that are followed and of which the record has no position. */
  readonly silent: readonly Issue[];
  readonly lookedAt: LookedAt;
}

export interface IssueSummary {
  readonly issue: Issue;
  readonly speakers: number;
  readonly statements: number;
  readonly shifts: number;
  /** How many speakers stand where, by their last words. */
  readonly stances: Readonly<Record<Stance, number>>;
  readonly from: Day | null;
  readonly to: Day | null;
}

export const issuesView: View<IssuesData> = {
  async read({ record, board }) {
    const positions = await board();
    const issues = summaries(positions);
    const spoken = new Set(issues.map(({ issue }) => issue.id));
    return { issues, silent: positions.matcher.issues.filter(({ id }) => !spoken.has(id)), lookedAt: await record.lookedAt(EVERYTHING) };
  },
  title: () => 'Issues',
  body: (data) => html`<h1>Issues</h1>
<p class="lead">Courses of action that somebody is for or against. Any words serve as an issue too.</p>
<form class="choices" action="/issue"><label>Positions on <input type="text" name="q" placeholder="ferry, bridge"></label><button class="quiet">Show</button></form>
${data.issues.length === 0 && html`<div class="empty"><p>No position on a followed issue is in this record.</p><p>Ask for other words above, or name issues of your own: <code>onrecord issue add</code>.</p></div>`}
<ul class="index issues">${data.issues.map(issueRow)}</ul>
${
  data.silent.length > 0 &&
  html`<p class="looked-at">Followed, and nobody takes a side in this record: ${joined(
    data.silent.slice(0, 40).map(({ name }) => isolated(nameText(name))),
    ', ',
  )}.</p>`
}
${lookedAtLine(data.lookedAt)}`,
  rows: ({ issues }) => ({
    columns: ['id', 'name', 'speakers', 'statements', 'shifts', 'for', 'only_if', 'against', 'unclear', 'from', 'to'],
    rows: issues.map(({ issue, speakers, statements, shifts, stances, from, to }) => [
      issue.id,
      issue.name,
      speakers,
      statements,
      shifts,
      stances.for,
      stances['only-if'],
      stances.against,
      stances.unclear,
      from,
      to,
    ]),
  }),
};

/** Every issue with a position, most shifts first, then most speakers. */
export function summaries(board: Board): readonly IssueSummary[] {
  return board.matcher.issues
    .flatMap((_, index) => summaryOf(board, index))
    .sort((one, other) => other.shifts - one.shifts || other.speakers - one.speakers || other.statements - one.statements);
}

function summaryOf(board: Board, index: number): readonly IssueSummary[] {
  const lanes = board.lanes.filter(({ issue }) => issue === index);
  if (lanes.length === 0) return [];
  const days = lanes.flatMap((lane) => lane.days.flatMap(({ from, to }) => [from, to])).sort();
  const stances: Record<Stance, number> = { for: 0, 'only-if': 0, against: 0, unclear: 0 };
  for (const lane of lanes) {
    const { day, shown } = lastWord(lane);
    const stance = day?.stance ?? shown?.stance;
    if (stance !== undefined) stances[stance]++;
  }
  return [
    {
      issue: issueOf(board, index),
      speakers: lanes.length,
      statements: lanes.reduce(
        (sum, lane) => sum + lane.undated.length + lane.days.reduce((count, day) => count + day.statements.length, 0),
        0,
      ),
      shifts: board.changes.shifts.filter((shift) => shift.issue === index).length,
      stances,
      from: days[0] ?? null,
      to: days.at(-1) ?? null,
    },
  ];
}

export const issueRow = ({ issue, speakers, shifts, stances, from, to }: IssueSummary): Html =>
  html`<li><a href="${issueAddress(issue.id)}">${isolated(nameText(issue.name))}</a><span>${counted(speakers, 'speaker')}${shifts > 0 && `, ${counted(shifts, 'shift')}`}${from !== null && `, ${spanText(from, to)}`} <span class="tally">${STANCES.map(
    (stance) =>
      stances[stance] > 0 &&
      html`<span class="${stance}" title="${stances[stance]} ${stanceWords(stance)}">${stanceShape(stance)} ${stances[stance]}<span class="unseen"> ${stanceWords(stance)}</span></span> `,
  )}</span></span></li>`;

export const adHocAddress = (words: string): string => withQuery('/issue', [['q', words]]);
