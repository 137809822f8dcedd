import { type Claim, figuresLedger, type Matter } from '../../answers/figures/ledger.js';
import { readQuery } from '../../answers/index.js';
import type { Filter, LookedAt } from '../../record/index.js';
import { searchAddress, statementAddress } from '../addresses.js';
import { figuresChart } from '../charts/figures.js';
import { shortDayText } from '../days.js';
import { claimantOf, markOf } from '../figure-marks.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html, isolated, joined, numberText } from '../html.js';
import type { Desk, View } from '../view.js';
import { clipped } from '../words.js';

export interface FiguresData {
  readonly query: string;
  /** What more than one claim counts, contested matters first. */
  readonly matters: readonly Matter[];
  /** Claims that nothing else is comparable with. */
  readonly single: number;
  readonly shown: number;
  readonly from: number;
  readonly lookedAt: LookedAt;
  /** How many statements with figures were read. */
  readonly read: number;
}

/** Statements with figures that one page reads: the latest. */
const MOST_READ = 1_000;

const PAGE_SIZE = 10;

const MOST_CLAIMS = 40;

export const figuresView: View<FiguresData> = {
  async read(desk, asked) {
    const query = asked.value('q') ?? '';
    const filter: Filter = { kind: 'and', of: [ANY_FIGURES, readQuery(query)] };
    const { all, read } = await readMatters(desk, query, filter);
    const matters = all.filter((matter) => matter.claims.length > 1).sort(byInterest);
    const from = Math.max(0, Math.floor(Number(asked.value('from') ?? 0)) || 0);
    return {
      query,
      matters,
      single: all.length - matters.length,
      from,
      shown: PAGE_SIZE,
      lookedAt: await desk.record.lookedAt(filter),
      read,
    };
  },
  title: () => 'Figures',
  body: (data, asked) => html`<h1>Figures</h1>
<p class="lead">Each side’s numbers, kept apart. Claims that count the same thing over the same time stand together; nothing here says which is right.</p>
<form class="choices" action="/figures"><label>About <input type="text" name="q" value="${data.query}" placeholder="prisoners"></label><button class="quiet">Show</button></form>
${data.matters.length === 0 ? empty(data) : data.matters.slice(data.from, data.from + PAGE_SIZE).map((matter, index) => matterSection(matter, data.from + index))}
${data.from + PAGE_SIZE < data.matters.length && html`<p class="more"><a href="${asked.path}?${new URLSearchParams({ q: data.query, from: String(data.from + PAGE_SIZE) }).toString()}" rel="next">${counted(data.matters.length - data.from - PAGE_SIZE, 'more matter')}</a></p>`}
${lookedAtLine(data.lookedAt, html`; ${counted(data.read, 'statement')} with figures${data.read === MOST_READ && ', the latest'}; ${counted(data.single, 'figure')} that nothing else in the record is comparable with`)}`,
  rows: ({ matters }) => ({
    columns: ['matter', 'claimant', 'value', 'unit', 'qualifier', 'exact', 'period', 'day', 'first', 'statement'],
    rows: matters.flatMap((matter) =>
      matter.claims.map((claim, index) => [
        matter.name,
        claim.claimant,
        claim.value,
        claim.unit,
        claim.qualifier,
        claim.exact,
        claim.scope?.words ?? null,
        claim.day,
        matter.firsts.includes(index) ? 1 : 0,
        claim.statement,
      ]),
    ),
  }),
};

export const ANY_FIGURES: Filter = { kind: 'figures' };

/** What the latest statements with figures claim, of all or of those that a query finds. */
export const readMatters = ({ record, remember }: Desk, query: string, filter: Filter): Promise<Read> =>
  remember(`figures ${query}`, async () => {
    const page = await record.statements({ filter, order: { by: 'said', direction: 'descending' }, limit: MOST_READ });
    return { all: figuresLedger(page.statements), read: page.statements.length };
  });

interface Read {
  readonly all: readonly Matter[];
  readonly read: number;
}

const byInterest = (one: Matter, other: Matter): number =>
  other.conflicts.length - one.conflicts.length || other.changes.length - one.changes.length || other.claims.length - one.claims.length;

const empty = ({ query }: FiguresData): Html =>
  html`<div class="empty"><p>No two claims in this record count the same thing${query !== '' && html` for ${isolated(query)}`}.</p><p><a href="${searchAddress('is:figure')}">All statements with figures</a></p></div>`;

function matterSection(matter: Matter, index: number): Html {
  const id = `matter-${index}`;
  return html`<section aria-labelledby="${id}"><h2 id="${id}">${isolated(clipped(matter.name, 160).text)}${matter.scope !== null && !matter.name.includes(matter.scope.words) && html` <small>${isolated(matter.scope.words)}</small>`}</h2>
${conflictLine(matter)}
<div class="matter"><figure>${figuresChart(
    matter.claims.slice(0, MOST_CLAIMS).map((claim, at) => markOf(claim, matter.firsts.includes(at))),
    matter.name,
    `chart-${index}`,
  )}</figure>
${ledger(matter, index)}</div></section>`;
}

function conflictLine(matter: Matter): Html {
  const claimants = [...new Set(matter.claims.map(claimantOf))];
  const pairs = matter.conflicts.slice(0, 1).map(({ left, right }) => {
    const [one, other] = [matter.claims[left], matter.claims[right]];
    return one === undefined || other === undefined
      ? null
      : html` — ${isolated(claimantOf(one))}: ${isolated(one.exact)}; ${isolated(claimantOf(other))}: ${isolated(other.exact)}`;
  });
  return html`<p class="lead">${matter.conflicts.length === 0 ? html`Claimed by ${joined(claimants.slice(0, 5).map(isolated), ', ')}; no two of them contradict each other.` : html`They cannot all be right as they are qualified${pairs}.`}</p>`;
}

const ledger = (
  { claims, firsts }: Matter,
  at: number,
): Html => html`<details open><summary>Ledger</summary><div class="scroll" tabindex="0" role="region" aria-label="Ledger ${at + 1}"><table class="stack">
<thead><tr><th scope="col" class="short">Day</th><th scope="col">Claimant</th><th scope="col" class="number">Number</th><th scope="col">In the words</th></tr></thead>
<tbody>${claims.slice(0, MOST_CLAIMS).map((claim, index) => html`<tr><td class="short">${claim.day === null ? 'not given' : shortDayText(claim.day)}</td><th scope="row">${isolated(claimantOf(claim))}</th><td class="number">${numberText(claim.value)}</td><td>${ledgerWords(claim, firsts.includes(index))}</td></tr>`)}</tbody></table></div></details>`;

function ledgerWords(claim: Claim, first: boolean): Html {
  const qualifier = claim.qualifier !== null && !claim.exact.includes(claim.qualifier) ? `${claim.qualifier} ` : '';
  return html`<span class="words" dir="auto">${clipped(`${qualifier}${claim.exact}`, 120).text}</span>${claim.scope !== null && html` <small>${isolated(claim.scope.words)}</small>`}${
    !first && html` <small>· again</small>`
  } · <a href="${statementAddress(claim.statement)}">statement</a>`;
}
