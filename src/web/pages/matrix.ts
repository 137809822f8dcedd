import type { Issue } from '../../answers/issues/issue.js';
import { type Matrix, type MatrixCell, matrixOfLanes } from '../../answers/positions/matrix.js';
import { EVERYTHING, type LookedAt } from '../../record/index.js';
import { issueAddress, withQuery } from '../addresses.js';
import { shortDayText } from '../days.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html, isolated } from '../html.js';
import type { Lines } from '../lanes-view.js';
import { stanceLabel } from '../stance.js';
import { nameText } from '../statement-view.js';
import type { View } from '../view.js';
import { clipped } from '../words.js';

export interface MatrixData {
  readonly issues: readonly Issue[];
  readonly rows: Matrix['rows'];
  readonly speakers: number;
  /** Where the columns begin among all issues with a position, and how many there are. */
  readonly from: number;
  readonly all: number;
  readonly lines: Lines;
  readonly lookedAt: LookedAt;
}

const MOST_ROWS = 24;

const MOST_COLUMNS = 7;

export const matrixView: View<MatrixData> = {
  async read({ record, board, remember }, asked) {
    const from = Math.max(0, Math.floor(Number(asked.value('from') ?? 0)) || 0);
    const { lanes, matcher, lines } = await board();
    const matrix = await remember('matrix', async () => matrixOfLanes(lanes, [...matcher.issues.keys()]));
    const rows = matrix.rows.filter((row) => row.holder.length < 600);
    const used = matrix.issues
      .map((issue, column) => ({ issue, column, count: rows.filter((row) => row.cells[column] !== null).length }))
      .sort((one, other) => other.count - one.count)
      .slice(from, from + MOST_COLUMNS);
    const spoken = rows
      .map((row) => ({ ...row, cells: used.map(({ column }) => row.cells[column] ?? null) }))
      .filter(({ cells }) => cells.some((cell) => cell !== null));
    const shown = spoken.slice(0, MOST_ROWS);
    const ids = shown.flatMap(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : [cell.shown.statement.id])));
    return {
      issues: used.map(({ issue }) => matcher.issues[issue]).filter((issue) => issue !== undefined),
      rows: shown,
      speakers: spoken.length,
      from,
      all: matrix.issues.length,
      lines: Object.fromEntries(ids.map((id) => [id, lines.get(id) ?? ''])),
      lookedAt: await record.lookedAt(EVERYTHING),
    };
  },
  title: () => 'Matrix',
  body: (data) => html`<h1>Who stands where</h1>
<p class="lead">The last position of each speaker on each issue, with its day. A cell opens to every statement behind it.</p>
${data.rows.length === 0 ? html`<div class="empty"><p>Nobody takes a side on a followed issue in this record.</p><p><a href="/issues">The issues</a></p></div>` : table(data)}
${data.all > MOST_COLUMNS && html`<p class="more">${data.from + MOST_COLUMNS < data.all && html`<a href="/matrix?from=${data.from + MOST_COLUMNS}">Further issues</a> `}${data.from > 0 && html`<a href="/matrix?from=${Math.max(0, data.from - MOST_COLUMNS)}">Issues before these</a>`}</p>`}
${lookedAtLine(data.lookedAt, data.speakers > data.rows.length && `; the ${data.rows.length} who say most, of ${counted(data.speakers, 'speaker')}`)}`,
  rows: ({ issues, rows }) => ({
    columns: ['speaker', ...issues.map(({ id }) => id)],
    rows: rows.map((row) => [
      row.holderName,
      ...row.cells.map((cell) => (cell === null ? null : `${cell.stance}${cell.day === null ? '' : ` ${cell.day}`}`)),
    ]),
  }),
};

const table = ({
  issues,
  rows,
  lines,
}: MatrixData): Html => html`<div class="scroll" tabindex="0" role="region" aria-label="Speakers by issues"><table class="matrix"><thead><tr><td></td>${issues.map((issue) => html`<th scope="col"><a href="${issueAddress(issue.id)}">${isolated(nameText(issue.name))}</a></th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${isolated(clipped(row.holderName, 80).text)}</th>${row.cells.map((cell, column) => cellOf(cell, row.holder, issues[column], lines))}</tr>`)}</tbody></table></div>`;

function cellOf(cell: MatrixCell | null, holder: string, issue: Issue | undefined, lines: Lines): Html {
  if (cell === null || issue === undefined) return html`<td></td>`;
  const { condition } = cell.shown.statement;
  const gist = condition !== null && cell.stance === 'only-if' ? condition : (lines[cell.shown.statement.id] ?? '');
  return html`<td><a href="${withQuery(issueAddress(issue.id), [['speaker', holder]])}">${stanceLabel(cell.stance)}${cell.contradiction && html` <small>both that day</small>`} <span class="gist">${isolated(clipped(gist, 70).text)}</span><small>${cell.day === null ? 'day not given' : shortDayText(cell.day)}</small></a></td>`;
}
