import { type Issue, queryIssue } from '../../answers/issues/issue.js';
import type { DayPosition } from '../../answers/positions/day-positions.js';
import type { PositionLane } from '../../answers/positions/positions-timeline.js';
import type { Shift } from '../../answers/positions/shifts.js';
import type { Stance } from '../../engine/index.js';
import { EVERYTHING, type LookedAt } from '../../record/index.js';
import { articleAddress, clauseOf, compareAddress, issueAddress, speakerAddress, statementAddress, withQuery } from '../addresses.js';
import { type Board, boardOn } from '../board.js';
import { lanesChart } from '../charts/lanes.js';
import { shortDayText } from '../days.js';
import { type Feed, statementsFeed } from '../feed.js';
import { lookedAtLine } from '../frame.js';
import { type Child, counted, type Html, html, isolated, joined, numberText } from '../html.js';
import {
  byLastWord,
  dayLabel,
  dayText,
  type Lines,
  lanesOf,
  lastWord,
  linesOf,
  positionWords,
  type Statements,
  statementsById,
} from '../lanes-view.js';
import { pageHead } from '../page-head.js';
import { shiftPair } from '../shift-view.js';
import { STANCES, stanceLabel } from '../stance.js';
import { nameText } from '../statement-view.js';
import { type Asked, AskedWrongly, type Desk, type View } from '../view.js';

export interface IssueData {
  readonly issue: Issue;
  /** Whether it is one of the followed issues, which have an address of their own. */
  readonly followed: boolean;
  /** Whose positions alone are shown, with every statement behind them; null for everybody's. */
  readonly speaker: string | null;
  /** Last word first. */
  readonly lanes: readonly PositionLane[];
  readonly shifts: readonly Shift[];
  readonly contradictions: readonly DayPosition[];
  /** How many statements of each stance each outlet carried. */
  readonly outlets: readonly OutletStances[];
  /** Statements on the issue whose speaker cannot be told. */
  readonly unnamed: number;
  readonly statements: Statements;
  readonly lines: Lines;
  readonly lookedAt: LookedAt;
}

interface OutletStances {
  readonly outlet: string | null;
  readonly stances: Readonly<Record<Stance, number>>;
}

/** Lanes on one page; more are reached by the words of a name. */
const MOST_LANES = 24;

const MOST_SHIFTS = 5;

/** One question to the record takes no more ids. */
const MOST_IN_FEED = 10_000;

/** Positions on an issue, the last filed first. */
async function feedOf({ record }: Desk, asked: Asked, board: Board, issue: Issue, index: number): Promise<Feed> {
  const speaker = asked.value('speaker');
  const lanes = board.lanes.filter((lane) => lane.issue === index && (speaker === null || lane.holder === speaker));
  const of = lanes.flatMap((lane) => [...lane.days.flatMap((day) => day.statements), ...lane.undated]).map(({ statement }) => statement.id);
  return statementsFeed(
    record,
    `Positions: ${issue.name}`,
    { kind: 'ids', of: [...new Set(of)].slice(-MOST_IN_FEED) },
    asked.value('after'),
  );
}

/** Positions on an issue of the user's files. */
export const issueView: View<IssueData> = {
  ...rendering(),
  async feed(desk, asked) {
    const board = await desk.board();
    const index = board.matcher.issues.findIndex(({ id }) => id === asked.part('id'));
    const issue = board.matcher.issues[index];
    return issue === undefined ? null : feedOf(desk, asked, board, issue, index);
  },
  async read(desk, asked) {
    const board = await desk.board();
    const index = board.matcher.issues.findIndex(({ id }) => id === asked.part('id'));
    const issue = board.matcher.issues[index];
    if (issue === undefined) return null;
    return dataOf(desk, asked, board, issue, index);
  },
};

/** Positions on any words. */
export const adHocView: View<IssueData> = {
  ...rendering(),
  async read(desk, asked) {
    const { issue, board } = await askedFor(desk, asked);
    return dataOf(desk, asked, board, issue, 0);
  },
  async feed(desk, asked) {
    const { issue, board } = await askedFor(desk, asked);
    return feedOf(desk, asked, board, issue, 0);
  },
};

async function askedFor(desk: Desk, asked: Asked): Promise<{ readonly issue: Issue; readonly board: Board }> {
  const query = asked.value('q');
  if (query === null || query.length > 300) throw new AskedWrongly('Give the words of the issue, up to 300 characters: /issue?q=ferry.');
  const issue = queryIssue(query);
  return { issue, board: await desk.remember(`board on ${query}`, async () => boardOn(await desk.board(), issue)) };
}

async function dataOf(desk: Desk, asked: Asked, board: Board, issue: Issue, index: number): Promise<IssueData> {
  const speaker = asked.value('speaker');
  const own = board.lanes.filter((lane) => lane.issue === index && (speaker === null || lane.holder === speaker));
  const lanes = byLastWord(own).slice(0, MOST_LANES);
  const shifts = board.changes.shifts.filter((shift) => shift.issue === index && (speaker === null || shift.holder === speaker));
  const shown = [
    ...lanes.map((lane) => lastWord(lane).shown),
    ...shifts.slice(0, MOST_SHIFTS).flatMap(({ then, now }) => [then.shown, now.shown]),
    ...(speaker === null
      ? []
      : lanes.flatMap((lane) => [
          ...latestDays(lane).flatMap((day) => day.statements.slice(0, MOST_SOURCES + 1)),
          ...lane.undated.slice(0, MOST_UNDATED),
          ...(firstCondition(lane)?.statements.slice(0, 1) ?? []),
        ])),
  ];
  return {
    issue,
    followed: asked.path !== '/issue',
    speaker,
    lanes,
    shifts,
    contradictions: board.changes.contradictions
      .filter((one) => one.issue === index && (speaker === null || one.holder === speaker))
      .map(({ day }) => day),
    unnamed:
      speaker === null
        ? board.unnamed.filter(({ target }) => board.matcher.match(target).some((match) => match.issue === index)).length
        : 0,
    outlets: outletsOf(own),
    statements: await statementsById(
      desk.record,
      shown.flatMap((position) => (position === null ? [] : [position.statement.id])),
    ),
    lines: linesOf(board, lanes),
    lookedAt: await desk.record.lookedAt(EVERYTHING),
  };
}

function outletsOf(lanes: readonly PositionLane[]): readonly OutletStances[] {
  const outlets = new Map<string | null, Record<Stance, number>>();
  for (const lane of lanes) {
    for (const { statement, stance } of [...lane.days.flatMap((day) => day.statements), ...lane.undated]) {
      const stances = outlets.get(statement.outlet) ?? { for: 0, 'only-if': 0, against: 0, unclear: 0 };
      stances[stance]++;
      outlets.set(statement.outlet, stances);
    }
  }
  return [...outlets]
    .map(([outlet, stances]) => ({ outlet, stances }))
    .sort((one, other) => (one.outlet ?? '').localeCompare(other.outlet ?? '', 'en'));
}

function rendering(): Pick<View<IssueData>, 'title' | 'body' | 'rows'> {
  return {
    title: ({ issue, lanes, speaker }) => (speaker === null ? issue.name : `${lanes[0]?.holderName ?? speaker} on ${issue.name}`),
    body: (data) =>
      data.lanes.length === 0
        ? empty(data)
        : html`${heading(data)}${picture(data)}${latest(data)}${shiftsSection(data)}${evidence(data)}${coverage(data)}${lookedAtLine(data.lookedAt)}`,
    rows: ({ issue, lanes }) => ({
      columns: [
        'issue',
        'speaker',
        'from',
        'to',
        'stance',
        'condition',
        'reported_later',
        'contradiction',
        'words',
        'statement',
        'outlet',
        'printed',
      ],
      rows: lanes.flatMap((lane) =>
        lane.days.map((day) => [
          issue.id,
          lane.holderName,
          day.from,
          day.to,
          day.stance,
          day.condition,
          day.reportedLater ? 1 : 0,
          day.contradiction ? 1 : 0,
          day.shown.statement.words,
          day.shown.statement.id,
          day.shown.statement.outlet,
          day.shown.statement.printed,
        ]),
      ),
    }),
  };
}

const empty = ({ issue, lookedAt }: IssueData): Html => html`<h1>${isolated(nameText(issue.name))}</h1>
<div class="empty"><p>Nobody takes a side on this in the record.</p><p>Search for the words instead: <a href="${withQuery('/search', [['q', issue.name]])}">${isolated(nameText(issue.name))}</a>; or look at <a href="/issues">the issues</a> that are followed.</p></div>
${lookedAtLine(lookedAt)}`;

function heading({ issue, followed, speaker, lanes }: IssueData): Html {
  const name = isolated(nameText(issue.name));
  const terms = joined(
    issue.terms.slice(0, 8).map((term) => isolated(nameText(term.replaceAll(' * ', ' … ')))),
    ', ',
  );
  const everybody = followed ? issueAddress(issue.id) : withQuery('/issue', [['q', issue.name]]);
  return pageHead({
    kicker: [html`<a href="/issues">Issue</a>`, speaker !== null && [' · ', html`<a href="${everybody}">everybody on it</a>`]],
    title:
      speaker === null ? name : html`${isolated(nameText(lanes[0]?.holderName ?? ''))} on ${isolated(nameText(issue.name).toLowerCase())}`,
    lead:
      speaker === null
        ? html`Who is for it, who against, on what condition, and since when. Found by: ${terms}${issue.terms.length > 8 && ` and ${issue.terms.length - 8} more`}.`
        : 'What was said on it, by the day said.',
  });
}

const picture = (data: IssueData): Html =>
  html`<figure><figcaption>Positions by the day said</figcaption>${lanesChart(lanesOf(data.lines, data.lanes, (lane) => laneName(lane, data)))}</figure>`;

function laneName(lane: PositionLane, data: IssueData): Child {
  const address = ownAddress(data, lane.holder);
  const name = isolated(nameText(lane.holderName));
  return data.speaker === null ? html`<a href="${address}">${name}</a>` : name;
}

const ownAddress = ({ issue, followed }: IssueData, holder: string): string =>
  withQuery(followed ? issueAddress(issue.id) : '/issue', [
    ...(followed ? [] : [['q', issue.name] as const]),
    ['speaker', holder.slice(0, 600)],
  ]);

/** The same as the picture, in words: the last word of each. */
function latest(data: IssueData): Html | null {
  if (data.speaker !== null) return null;
  return html`<h2>Last words</h2><table class="stack"><thead><tr><th scope="col">Speaker</th><th scope="col">Said</th><th scope="col">Position</th><th scope="col">Words</th></tr></thead>
<tbody>${data.lanes.map((lane) => {
    const { day, shown } = lastWord(lane);
    return html`<tr><th scope="row"><a href="${ownAddress(data, lane.holder)}">${isolated(nameText(lane.holderName))}</a></th><td>${day === null ? 'day not given' : dayText(day)}</td><td>${
      day === null ? shown !== null && stanceLabel(shown.stance) : dayLabel(day)
    }</td><td>${shown !== null && [positionWords(shown, data.statements, 240), html`<a href="${statementAddress(shown.statement.id)}">statement</a>`]}</td></tr>`;
  })}</tbody></table>
${compareLine(data)}`;
}

function compareLine({ lanes, issue }: IssueData): Html | null {
  const [one, other] = lanes;
  if (one === undefined || other === undefined) return null;
  return html`<p class="more"><a href="${compareAddress(
    lanes.slice(0, 3).map((lane) => lane.holder),
    issue.id,
  )}">Compare them day by day</a></p>`;
}

function shiftsSection({ shifts, issue, followed, statements, contradictions, speaker }: IssueData): Child {
  const shown = { id: followed ? issue.id : null, name: issue.name };
  return [
    shifts.length > 0 &&
      html`<h2>${counted(shifts.length, 'shift')}</h2>${shifts.slice(0, MOST_SHIFTS).map((shift) => shiftPair(shift, shown, statements))}${
        shifts.length > MOST_SHIFTS &&
        html`<p class="more"><a href="${withQuery('/shifts', [['issue', issue.id], ...(speaker === null ? [] : [['speaker', speaker] as const])])}">All ${shifts.length}</a></p>`
      }`,
    contradictions.length > 0 &&
      html`<h2>For and against on one day</h2><ul class="index">${contradictions.slice(0, 10).map(contradictionRow)}</ul>`,
  ];
}

const contradictionRow = (day: DayPosition): Html =>
  html`<li><span>${isolated(nameText(day.holderName))}, ${dayText(day)}</span><span>${joined(
    day.statements
      .slice(0, 6)
      .map(
        ({ statement, stance }) =>
          html`${stanceLabel(stance)} <a href="${statementAddress(statement.id)}">${isolated(statement.outlet ?? 'statement')}</a>`,
      ),
    ' · ',
  )}</span></li>`;

/** Everything that one speaker said on the issue, day by day: what a cell of the matrix opens to. */
function evidence(data: IssueData): Child {
  if (data.speaker === null) return null;
  return data.lanes.map(
    (
      lane,
    ) => html`${firstConditionSection(lane, data.statements)}<h2>Day by day</h2><ol class="statements">${latestDays(lane).map((day) => dayRow(day, data.statements))}</ol>${lane.days.length > MOST_DAYS && html`<p class="by">The latest ${MOST_DAYS} of ${counted(lane.days.length, 'day')}; ${html`<a href="${withQuery('/search', [['q', clauseOf('speaker', lane.holderName)], ...(data.followed ? [['issue', data.issue.id] as const] : [])])}">all statements on it</a>`}.</p>`}
${lane.undated.length > 0 && html`<h2>Day not given</h2><ol class="statements">${lane.undated.slice(0, MOST_UNDATED).map((position) => html`<li id="${position.statement.id}"><p class="when">day not given</p><div><p class="about">${stanceLabel(position.stance)}</p>${positionWords(position, data.statements, 400)}${outletLine(position.statement, data.statements)}</div></li>`)}</ol>`}
<p class="more">${speakerAddress(lane.holder) !== null && !lane.holder.startsWith('group:') && html`<a href="${speakerAddress(lane.holder)}">All statements of ${isolated(nameText(lane.holderName))}</a>`}</p>`,
  );
}

/** The first day on which a condition was attached. */
const firstCondition = ({ days }: PositionLane): DayPosition | undefined => days.find((day) => day.condition !== null);

function firstConditionSection(lane: PositionLane, statements: Statements): Html | null {
  const first = firstCondition(lane);
  return first === undefined
    ? null
    : html`<h2>First condition</h2><ol class="statements first-condition">${conditionRow(first, statements)}</ol>`;
}

const conditionRow = (day: DayPosition, statements: Statements): Html =>
  html`<li><p class="when">${dayText(day)}</p><div><p class="about">${dayLabel(day)}</p>${positionWords(day.shown, statements, 300)}${outletLine(day.shown.statement, statements)}</div></li>`;

/** Days that one page shows with their words, and statements of one day: some 70 KB. */
const MOST_DAYS = 40;
const MOST_SOURCES = 4;
const MOST_UNDATED = 20;

/** The last days of a lane, latest first. */
const latestDays = ({ days }: PositionLane): readonly DayPosition[] => days.slice(-MOST_DAYS).reverse();

function dayRow(day: DayPosition, statements: Statements): Html {
  const others = day.statements.filter(({ statement }) => statement.id !== day.shown.statement.id);
  return html`<li id="${day.shown.statement.id}"><p class="when">${dayText(day)}</p><div><p class="about">${dayLabel(day)}</p>${positionWords(day.shown, statements, 500)}${outletLine(day.shown.statement, statements)}
${others.length > 0 && html`<details><summary>${counted(others.length, 'more statement')} of that day</summary><ul>${others.slice(0, MOST_SOURCES).map((position) => html`<li>${positionWords(position, statements, 300)}${outletLine(position.statement, statements)}</li>`)}</ul></details>`}</div></li>`;
}

function outletLine({ id, outlet, printed }: DayPosition['shown']['statement'], statements: Statements): Html {
  const sha256 = statements[id]?.article.sha256;
  const name = isolated(nameText(outlet ?? 'article'));
  return html`<p class="by">${sha256 === undefined ? name : html`<a href="${articleAddress(sha256, id)}">${name}</a>`}${printed !== null && `, printed ${shortDayText(printed)}`} · <a href="${statementAddress(id)}" data-open>statement</a></p>`;
}

/** Which side's words each outlet carried: the refusal but not the offer. */
function coverage({ outlets, speaker }: IssueData): Html | null {
  if (outlets.length === 0 || speaker !== null) return null;
  return html`<h2>Who carried what</h2><div class="scroll" tabindex="0" role="region" aria-label="Statements by outlet and stance"><table><thead><tr><th scope="col">Outlet</th>${STANCES.map((stance) => html`<th scope="col" class="number">${stanceLabel(stance)}</th>`)}</tr></thead>
<tbody>${outlets.slice(0, 40).map(({ outlet, stances }) => html`<tr><th scope="row">${isolated(nameText(outlet ?? 'outlet not given'))}</th>${STANCES.map((stance) => html`<td class="number">${stances[stance] === 0 ? '–' : numberText(stances[stance])}</td>`)}</tr>`)}</tbody></table></div>`;
}
