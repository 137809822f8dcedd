import type { Issue } from '../../answers/issues/issue.js';
import { type Comparison, compareLanes } from '../../answers/positions/compare.js';
import type { DayPosition } from '../../answers/positions/day-positions.js';
import { EVERYTHING, type LookedAt } from '../../record/index.js';
import { statementAddress } from '../addresses.js';
import type { Board } from '../board.js';
import { intervalText } from '../days.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html, isolated, joined } from '../html.js';
import { dayLabel, positionWords, type Statements, statementsById } from '../lanes-view.js';
import { nameText } from '../statement-view.js';
import type { View } from '../view.js';

export interface CompareData {
  readonly issue: Issue | null;
  readonly chosen: readonly string[];
  readonly comparison: Omit<Comparison, 'lookedAt'> | null;
  /** What there is to choose from: speakers with positions, most first. */
  readonly speakers: readonly { readonly key: string; readonly name: string }[];
  readonly issues: readonly Issue[];
  readonly statements: Statements;
  readonly lookedAt: LookedAt;
}

const MOST_COLUMNS = 4;

const MOST_DAYS = 60;

const MOST_CHOICES = 60;

export const compareView: View<CompareData> = {
  async read({ record, board }, asked) {
    const positions = await board();
    const chosen = [...new Set(asked.values('speaker'))].slice(0, MOST_COLUMNS);
    const wanted = asked.value('issue') ?? bestIssue(positions, chosen);
    const index = positions.matcher.issues.findIndex(({ id }) => id === wanted);
    const issue = positions.matcher.issues[index] ?? null;
    const { matcher, lanes } = positions;
    const comparison =
      issue === null || chosen.length === 0
        ? null
        : compareLanes(
            lanes.filter((lane) => lane.issue === index && chosen.includes(lane.holder)),
            chosen,
          );
    const shown =
      comparison?.clock
        .slice(-MOST_DAYS)
        .flatMap(({ positions: days }) => days.flatMap((day) => (day === null ? [] : [day.shown.statement.id]))) ?? [];
    return {
      issue,
      chosen,
      comparison,
      speakers: speakersOf(positions),
      issues: matcher.issues.filter((_, at) => positions.lanes.some((lane) => lane.issue === at)),
      statements: await statementsById(record, shown),
      lookedAt: await record.lookedAt(EVERYTHING),
    };
  },
  title: ({ comparison, issue }) =>
    comparison === null ? 'Compare' : `${comparison.lanes.map((lane) => lane.holderName).join(', ')} on ${issue?.name}`,
  body: (
    data,
  ) => html`<h1>Compare${data.issue !== null && data.comparison !== null && html` on ${isolated(nameText(data.issue.name).toLowerCase())}`}</h1>
<p class="lead">Speakers side by side on one clock: what was said the same day stands on the same line.</p>
${choices(data)}
${data.comparison === null ? nothingChosen(data) : table(data.comparison, data.statements)}
${lookedAtLine(data.lookedAt)}`,
  rows: ({ comparison, issue }) => ({
    columns: ['issue', 'speaker', 'from', 'to', 'stance', 'condition', 'words', 'statement', 'outlet'],
    rows: (comparison?.lanes ?? []).flatMap((lane) =>
      lane.days.map((day) => [
        issue?.id ?? null,
        lane.holderName,
        day.from,
        day.to,
        day.stance,
        day.condition,
        day.shown.statement.words,
        day.shown.statement.id,
        day.shown.statement.outlet,
      ]),
    ),
  }),
};

/** The issue on which the chosen speakers said most. */
function bestIssue({ lanes, matcher }: Board, chosen: readonly string[]): string | null {
  const counts = new Map<number, number>();
  for (const lane of lanes)
    if (chosen.length === 0 || chosen.includes(lane.holder))
      counts.set(lane.issue, (counts.get(lane.issue) ?? 0) + 1000 + lane.days.length);
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best === undefined ? null : (matcher.issues[best[0]]?.id ?? null);
}

function speakersOf({ lanes }: Board): CompareData['speakers'] {
  const counts = new Map<string, { key: string; name: string; days: number }>();
  for (const { holder, holderName, days } of lanes) {
    const known = counts.get(holder);
    counts.set(holder, { key: holder, name: holderName, days: (known?.days ?? 0) + days.length });
  }
  return [...counts.values()]
    .filter(({ key }) => key.length < 600)
    .sort((one, other) => other.days - one.days)
    .slice(0, MOST_CHOICES)
    .map(({ key, name }) => ({ key, name }));
}

function choices({ speakers, chosen, issues, issue }: CompareData): Html {
  const columns = Math.min(MOST_COLUMNS, Math.max(2, chosen.length + 1));
  return html`<form class="choices" action="/compare">${Array.from(
    { length: columns },
    (_, column) =>
      html`<label>${column === 0 ? 'Speaker' : 'and'} <select name="speaker"><option value="">–</option>${speakers.map(
        ({ key, name }) => html`<option value="${key}"${key === chosen[column] ? html` selected` : ''}>${nameText(name)}</option>`,
      )}</select></label>`,
  )}<label>on <select name="issue">${issues.map((one) => html`<option value="${one.id}"${one.id === issue?.id ? html` selected` : ''}>${nameText(one.name)}</option>`)}</select></label><button>Compare</button></form>`;
}

const nothingChosen = ({ speakers }: CompareData): Html =>
  speakers.length === 0
    ? html`<div class="empty"><p>Nobody takes a side on a followed issue in this record, so there is nobody to compare.</p></div>`
    : html`<div class="empty"><p>Choose two to four speakers and an issue above.</p></div>`;

function table({ lanes, clock }: Omit<Comparison, 'lookedAt'>, statements: Statements): Html {
  if (lanes.length === 0)
    return html`<div class="empty"><p>None of them takes a side on this in the record. Choose another issue.</p></div>`;
  const undated = lanes.reduce((count, lane) => count + lane.undated.length, 0);
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Positions side by side"><table class="compare stack"><thead><tr><th scope="col" class="day">Said</th>${lanes.map((lane) => html`<th scope="col">${isolated(nameText(lane.holderName))}</th>`)}</tr></thead>
<tbody>${clock.slice(-MOST_DAYS).map(({ from, to, positions }) => html`<tr><th scope="row" class="day">${intervalText(from, to)}</th>${positions.map((day, column) => cell(day, lanes[column]?.holderName ?? '', statements))}</tr>`)}</tbody></table></div>
${clock.length > MOST_DAYS && html`<p class="by">The latest ${MOST_DAYS} days of ${clock.length}; the data of this page has all.</p>`}
${
  undated > 0 &&
  html`<p class="by">${counted(undated, 'statement')} without a day: ${joined(
    lanes
      .flatMap((lane) => lane.undated)
      .slice(0, 8)
      .map(({ statement }) => html`<a href="${statementAddress(statement.id)}">${isolated(nameText(statement.speakerName))}</a>`),
    ', ',
  )}.</p>`
}`;
}

const cell = (day: DayPosition | null, name: string, statements: Statements): Html =>
  day === null
    ? html`<td></td>`
    : html`<td><span class="who-narrow">${isolated(nameText(name))}</span><p class="about">${dayLabel(day)}${day.reportedLater && html` <small>reported later</small>`}</p>${positionWords(day.shown, statements, 300)}<p class="by">${isolated(nameText(day.shown.statement.outlet ?? 'article'))} · <a href="${statementAddress(day.shown.statement.id)}">statement</a></p></td>`;
