import { parseQuery, readQuery, search } from '../../answers/index.js';
import type { Filter, LookedAt, RecordedStatement, StatementRecord } from '../../record/index.js';
import { clauseOf, searchAddress } from '../addresses.js';
import { statementsFeed } from '../feed.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html, isolated, numberText } from '../html.js';
import { STANCES, stanceShape, stanceWords } from '../stance.js';
import { nameText, statementList, statementRows } from '../statement-view.js';
import { nextAddress, type View } from '../view.js';

export interface SearchData {
  readonly query: string;
  /** What is wrong with the query, and where; null where it was understood. */
  readonly mistake: { readonly start: number; readonly end: number; readonly message: string } | null;
  readonly count: number;
  readonly statements: readonly RecordedStatement[];
  readonly next: string | null;
  readonly facets: readonly Facet[];
  /** How many of the hits the facets were counted on: the latest. */
  readonly faceted: number;
  /** The words that were looked for, to be marked in the hits. */
  readonly terms: readonly string[];
  readonly lookedAt: LookedAt | null;
}

export interface Facet {
  readonly name: string;
  readonly values: readonly FacetValue[];
}

export interface FacetValue {
  /** What narrows the query to it: `outlet:"Interline"`. */
  readonly clause: string;
  readonly label: string;
  readonly count: number;
}

const PAGE_SIZE = 25;

/** Facets are counted on so many of the latest hits: reading more would take longer than a page may. */
const FACETED = 300;

const MOST_VALUES = 8;

export const searchView: View<SearchData> = {
  async read({ record, remember }, asked) {
    const query = asked.value('q') ?? '';
    const parsed = parseQuery(query);
    const nothing = { query, count: 0, statements: [], next: null, facets: [], faceted: 0, terms: [], lookedAt: null };
    if (parsed.kind === 'mistake') return { ...nothing, mistake: parsed };
    const answer = await search(record, { query, limit: PAGE_SIZE, after: asked.value('after') });
    const { facets, faceted, count } = await remember(`hits of ${query}`, () => readHits(record, parsed.filter));
    return {
      query,
      mistake: null,
      count,
      statements: answer.statements,
      next: answer.next,
      facets,
      faceted,
      terms: termsOf(parsed.filter),
      lookedAt: answer.lookedAt,
    };
  },
  title: ({ query }) => (query === '' ? 'All statements' : `Search: ${query}`),
  query: ({ query }) => query,
  body: (data, asked) => html`<h1 class="label">${data.query === '' ? 'All statements, newest first' : 'Search'}</h1>
${data.mistake !== null ? mistake(data) : hits(data, asked)}`,
  rows: ({ statements }) => statementRows(statements),
  async feed({ record }, asked) {
    const query = asked.value('q') ?? '';
    const title = query === '' ? 'All statements' : `Statements: ${query}`;
    return statementsFeed(record, title, readQuery(query), asked.value('after'));
  },
};

/** What all hits have in common: worked out once for all pages of a search. */
async function readHits(record: StatementRecord, filter: Filter): Promise<Pick<SearchData, 'facets' | 'faceted' | 'count'>> {
  const latest = await record.statements({ filter, order: { by: 'said', direction: 'descending' }, limit: FACETED });
  const faceted = latest.statements.length;
  return { facets: facetsOf(latest.statements), faceted, count: latest.next === null ? faceted : await record.count(filter) };
}

function mistake({ query, mistake: wrong }: SearchData): Html | null {
  if (wrong === null) return null;
  const [before, at, after] = [query.slice(0, wrong.start), query.slice(wrong.start, wrong.end), query.slice(wrong.end)];
  return html`<div class="empty" role="alert"><p>This query cannot be read: ${wrong.message}.</p><p class="asked">${before}<mark>${at === '' ? ' ' : at}</mark>${after}</p>
<p>Words, “exact phrases”, <code>-not</code>, <code>OR</code>, and fields: <code>speaker:"Lena Varga"</code>, <code>outlet:Interline</code>, <code>date:2031-03</code>, <code>stance:only-if</code>.</p></div>`;
}

function hits(data: SearchData, asked: Parameters<typeof searchView.body>[1]): Html {
  if (data.count === 0) return empty(data);
  return html`<p class="lead">${counted(data.count, 'statement')}${data.query !== '' && html` for <span class="asked">${isolated(data.query)}</span>`}, newest first</p>
<div class="with-facets"><div>
${statementList(data.statements, { terms: data.terms })}
${data.next !== null && html`<p class="more"><a href="${nextAddress(asked, data.next)}" rel="next">Older statements</a></p>`}
${data.lookedAt !== null && lookedAtLine(data.lookedAt)}
</div>${facetColumn(data)}</div>`;
}

const empty = (data: SearchData): Html => html`<div class="empty"><p>Nothing in this record answers ${isolated(data.query)}.</p>
<p>Try fewer words, a family name alone, or the words of the article: <a href="${searchAddress(`text:"${data.terms.join(' ')}"`)}">anywhere in the articles’ text</a>. Whether a quotation is real is asked on <a href="/check?${new URLSearchParams({ q: data.query }).toString()}">Check</a>.</p></div>
${data.lookedAt !== null && lookedAtLine(data.lookedAt)}`;

function facetColumn(data: SearchData): Html {
  return html`<aside class="facets" aria-label="Narrow down">${data.faceted < data.count && html`<p class="label">Counted on the latest ${numberText(data.faceted)}</p>`}${data.facets.map(
    (facet) => html`<h2>${facet.name}</h2><ul>${facet.values.map((value) => facetValue(value, data.query))}</ul>`,
  )}</aside>`;
}

function facetValue({ clause, label, count }: FacetValue, query: string): Html {
  const chosen = query.includes(clause);
  const next = chosen ? query.replace(clause, '').replace(/\s+/g, ' ').trim() : `${query} ${clause}`.trim();
  const shape = STANCES.find((stance) => clause === `stance:${stance}`);
  const name = [shape !== undefined && [stanceShape(shape), ' '], isolated(label)];
  return chosen
    ? html`<li><a href="${searchAddress(next)}" aria-current="true">${name} <span aria-label="take away">×</span></a><span>${numberText(count)}</span></li>`
    : html`<li><a href="${searchAddress(next)}">${name}</a><span>${numberText(count)}</span></li>`;
}

function facetsOf(statements: readonly RecordedStatement[]): readonly Facet[] {
  const facets: readonly Facet[] = [
    facet('Speaker', statements, ({ speaker }) =>
      speaker.name === null ? null : { clause: clauseOf('speaker', speaker.name), label: nameText(speaker.name) },
    ),
    facet('Stance', statements, ({ statement: { position } }) =>
      position === null ? null : { clause: `stance:${position.stance}`, label: stanceWords(position.stance) },
    ),
    facet('Outlet', statements, ({ article: { outlet } }) =>
      outlet === null ? null : { clause: clauseOf('outlet', outlet), label: nameText(outlet) },
    ),
    facet('Form', statements, ({ attribution: { manner } }) => ({ clause: `type:${manner}`, label: FORMS[manner] })),
    facet('Year said', statements, ({ statement: { said } }) =>
      said.from === null ? null : { clause: `date:${said.from.slice(0, 4)}`, label: said.from.slice(0, 4) },
    ),
    facet('Imported from', statements, ({ article: { imported } }) =>
      imported === null ? null : { clause: clauseOf('imported', imported), label: nameText(imported) },
    ),
  ];
  return facets.filter(({ values }) => values.length > 0);
}

const FORMS = { direct: 'quotation', mixed: 'partly quoted', indirect: 'reported' } as const;

function facet(
  name: string,
  statements: readonly RecordedStatement[],
  valueIn: (statement: RecordedStatement) => Omit<FacetValue, 'count'> | null,
): Facet {
  const values = new Map<string, FacetValue>();
  for (const statement of statements) {
    const value = valueIn(statement);
    if (value !== null) values.set(value.clause, { ...value, count: (values.get(value.clause)?.count ?? 0) + 1 });
  }
  return {
    name,
    values: [...values.values()]
      .sort((one, other) => other.count - one.count || one.label.localeCompare(other.label, 'en'))
      .slice(0, MOST_VALUES),
  };
}

/** The words that a filter asks for; what it excludes is not among them. */
export function termsOf(filter: Filter): readonly string[] {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.of.flatMap(termsOf);
  return filter.kind === 'words' ? [filter.words] : [];
}
