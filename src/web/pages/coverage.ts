import type { Day } from '../../engine/index.js';
import { EVERYTHING, type LookedAt, type OutletSummary, type StatementRecord } from '../../record/index.js';
import { clauseOf, searchAddress } from '../addresses.js';
import { type SquareRow, squaresChart } from '../charts/squares.js';
import { type Periods, periodName, periodStart, periodsOf } from '../charts/weeks.js';
import { dayText, shortDayText } from '../days.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html, isolated, numberText } from '../html.js';
import { nameText } from '../statement-view.js';
import type { View } from '../view.js';

export interface CoverageData {
  readonly outlets: readonly OutletSummary[];
  /** Articles by outlet and printed day; an outlet without a name is the empty word. */
  readonly days: Readonly<Record<string, Readonly<Record<Day, number>>>>;
  /** Articles whose printed day nobody told. */
  readonly undated: number;
  readonly lookedAt: LookedAt;
}

const MOST_OUTLETS = 40;

export const coverageView: View<CoverageData> = {
  read: ({ record, remember }) => remember('coverage', () => readCoverage(record)),
  title: () => 'Coverage',
  body: (data) => {
    const periods = periodsFor(data);
    return html`<h1>Coverage</h1>
<p class="lead">What the record holds of each outlet, week by week. Where a square is empty, the record has nothing of that outlet: silence there says nothing about the speakers.</p>
${periods === null ? html`<div class="empty"><p>No article with a printed day is in the record. Add some: <code>onrecord add FOLDER</code></p></div>` : chart(data, periods)}
${table(data)}
${lookedAtLine(data.lookedAt, data.undated > 0 && `; ${counted(data.undated, 'article')} without a printed day`)}`;
  },
  rows: ({ outlets }) => ({
    columns: ['outlet', 'articles', 'statements', 'from', 'to'],
    rows: outlets.map((outlet) => [outlet.outlet, outlet.articles, outlet.statements, outlet.from, outlet.to]),
  }),
};

async function readCoverage(record: StatementRecord): Promise<CoverageData> {
  const days: Record<string, Record<Day, number>> = {};
  let undated = 0;
  for await (const head of record.articles()) {
    if (head.published === null) undated++;
    else {
      const day = head.published.slice(0, 10);
      const outlet = head.outlet ?? '';
      days[outlet] ??= {};
      const counts = days[outlet];
      counts[day] = (counts[day] ?? 0) + 1;
    }
  }
  return { outlets: await record.outlets(), days, undated, lookedAt: await record.lookedAt(EVERYTHING) };
}

function periodsFor(data: CoverageData): Periods | null {
  const all = new Map<Day, number>();
  for (const counts of Object.values(data.days))
    for (const [day, count] of Object.entries(counts)) all.set(day, (all.get(day) ?? 0) + count);
  return periodsOf(all);
}

function chart(data: CoverageData, periods: Periods): Html {
  const between = { from: periods.from, to: periodStart(periods, periods.counts.length - 1) };
  const rows = data.outlets.slice(0, MOST_OUTLETS).map((outlet): SquareRow => {
    const counts = periodsOf(new Map(Object.entries(data.days[outlet.outlet ?? ''] ?? {})), between)?.counts ?? [];
    return {
      name: html`${isolated(nameText(outlet.outlet ?? 'outlet not given'))}<small>${counted(outlet.articles, 'article')}</small>`,
      plainName: outlet.outlet ?? 'outlet not given',
      counts,
    };
  });
  return html`<figure><figcaption>Articles in the record, by outlet and ${periodName(periods)}</figcaption>${squaresChart(rows, periods, 'articles')}</figure>`;
}

const table = ({
  outlets,
}: CoverageData): Html => html`<h2>By outlet</h2><div class="scroll" tabindex="0" role="region" aria-label="By outlet"><table class="stack">
<thead><tr><th scope="col">Outlet</th><th scope="col" class="number">Articles</th><th scope="col" class="number">Statements</th><th scope="col">First printed</th><th scope="col">Last printed</th></tr></thead>
<tbody>${outlets.slice(0, 200).map((outlet) => html`<tr><th scope="row">${outlet.outlet === null ? 'not given' : html`<a href="${searchAddress(clauseOf('outlet', outlet.outlet))}">${isolated(nameText(outlet.outlet))}</a>`}</th><td class="number" data-label="articles">${numberText(outlet.articles)}</td><td class="number" data-label="statements">${numberText(outlet.statements)}</td><td data-label="from">${outlet.from === null ? '' : shortDayText(outlet.from)}</td><td data-label="to">${outlet.to === null ? '' : dayText(outlet.to)}</td></tr>`)}</tbody></table></div>`;
