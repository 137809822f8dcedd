import { setTimeout } from 'node:timers/promises';
import { readQuery } from '../../answers/index.js';
import type { Issue } from '../../answers/issues/issue.js';
import { parseQuery } from '../../answers/search/parse-query.js';
import type { Filter, LookedAt, Order, RecordedStatement, StatementRecord } from '../../record/index.js';
import { clauseOf, issueAddress, searchAddress } from '../addresses.js';
import type { Board } from '../board.js';
import { exportLinks } from '../exporting.js';
import { statementsFeed } from '../feed.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html, isolated, numberText } from '../html.js';
import { STANCES, stanceShape, stanceWords } from '../stance.js';
import { nameText, statementList, statementRows } from '../statement-view.js';
import { AskedWrongly, nextAddress, type View } from '../view.js';

export interface SearchData {
  readonly query: string;
  /** The issue to which it is narrowed. */
  readonly issue: Issue | null;
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
  /** What narrows the query to it: `outlet:"Interline"`; the id of an issue, which stands beside the query. */
  readonly clause: string;
  readonly kind?: 'issue';
  readonly label: string;
  readonly count: number;
}

const PAGE_SIZE = 25;

/** Facets are counted on so many of the latest hits: reading more would take longer than a page may. */
const FACETED = 300;

const MOST_VALUES = 8;

export const searchView: View<SearchData> = {
  async read(desk, asked) {
    const { record, remember } = desk;
    const query = asked.value('q') ?? '';
    const parsed = parseQuery(query);
    const nothing = { query, issue: null, count: 0, statements: [], next: null, facets: [], faceted: 0, terms: [], lookedAt: null };
    if (parsed.kind === 'mistake') return { ...nothing, mistake: parsed };
    const wanted = asked.value('issue');
    const board = await (wanted === null ? Promise.race([desk.board(), setTimeout(PATIENCE, null)]) : desk.board());
    const issue = board === null ? null : issueIn(board, wanted);
    const filter: Filter =
      board === null || issue === null
        ? parsed.filter
        : { kind: 'and', of: [parsed.filter, { kind: 'ids', of: statementsOn(board, issue) }] };
    const page = await record.statements({ filter, order: NEWEST, limit: PAGE_SIZE, after: asked.value('after') });
    const { facets, faceted, count } = await remember(`hits of ${query} on ${board === null ? 'no board' : (issue?.id ?? '')}`, () =>
      readHits(record, filter, board),
    );
    return {
      query,
      issue,
      mistake: null,
      count,
      statements: page.statements,
      next: page.next,
      facets,
      faceted,
      terms: termsOf(parsed.filter),
      lookedAt: await record.lookedAt(parsed.filter),
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

/** A search does not wait for the positions of the whole record, which take a while after the start: it goes without the facet of issues, in milliseconds. */
const PATIENCE = 30;

const NEWEST: Order = { by: 'said', direction: 'descending' };

function issueIn({ matcher }: Board, id: string | null): Issue | null {
  if (id === null) return null;
  const found = matcher.issues.find((issue) => issue.id === id);
  if (found === undefined) throw new AskedWrongly(`No issue is called "${id}" here. The issues that are followed are listed under Issues.`);
  return found;
}

/** More statements than this make a question that takes longer than a page may: the latest of them count. */
const MOST_ON_ISSUE = 8_000;

/** The statements that take a side on an issue, by their ids. */
const statementsOn = ({ lanes, matcher }: Board, { id }: Issue): readonly string[] =>
  lanes
    .filter((lane) => matcher.issues[lane.issue]?.id === id)
    .flatMap((lane) => [...lane.days.flatMap((day) => day.statements), ...lane.undated])
    .map(({ statement }) => statement)
    .sort((one, other) => (other.from ?? '').localeCompare(one.from ?? ''))
    .slice(0, MOST_ON_ISSUE)
    .map(({ id: statement }) => statement);

/** What all hits have in common: worked out once for all pages of a search. */
async function readHits(
  record: StatementRecord,
  filter: Filter,
  board: Board | null,
): Promise<Pick<SearchData, 'facets' | 'faceted' | 'count'>> {
  const latest = await record.statements({ filter, order: NEWEST, limit: FACETED });
  const faceted = latest.statements.length;
  return { facets: facetsOf(latest.statements, board), faceted, count: latest.next === null ? faceted : await record.count(filter) };
}

function mistake({ query, mistake: wrong }: SearchData): Html | null {
  if (wrong === null) return null;
  const [before, at, after] = [query.slice(0, wrong.start), query.slice(wrong.start, wrong.end), query.slice(wrong.end)];
  return html`<div class="empty" role="alert"><p>This query cannot be read: ${wrong.message}.</p><p class="asked">${before}<mark>${at === '' ? ' ' : at}</mark>${after}</p>
<p>Words, “exact phrases”, <code>-not</code>, <code>OR</code>, and fields: <code>speaker:"Lena Varga"</code>, <code>outlet:Interline</code>, <code>date:2031-03</code>, <code>stance:only-if</code>.</p></div>`;
}

function hits(data: SearchData, asked: Parameters<typeof searchView.body>[1]): Html {
  if (data.count === 0) return empty(data);
  return html`<p class="lead">${counted(data.count, 'statement')}${data.query !== '' && html` for <span class="asked">${isolated(data.query)}</span>`}${data.issue !== null && html` that take a side on <a href="${issueAddress(data.issue.id)}">${isolated(nameText(data.issue.name))}</a>`}, newest first</p>
<div class="with-facets"><div>
${statementList(data.statements, { terms: data.terms })}
${data.next !== null && html`<p class="more"><a href="${nextAddress(asked, data.next)}" rel="next">Older statements</a></p>`}
${asked.canExport && data.issue === null && exportLinks(['q', data.query], data.count)}
${data.lookedAt !== null && lookedAtLine(data.lookedAt)}
</div>${facetColumn(data)}</div>`;
}

const empty = (data: SearchData): Html => html`<div class="empty"><p>Nothing in this record answers ${isolated(data.query)}.</p>
<p>Try fewer words, a family name alone, or the words of the article: <a href="${searchAddress(`text:"${data.terms.join(' ')}"`)}">anywhere in the articles’ text</a>. Whether a quotation is real is asked on <a href="/check?${new URLSearchParams({ q: data.query }).toString()}">Check</a>.</p></div>
${data.lookedAt !== null && lookedAtLine(data.lookedAt)}`;

function facetColumn(data: SearchData): Html {
  return html`<aside class="facets" aria-label="Narrow down">${data.faceted < data.count && html`<p class="label">Counted on the latest ${numberText(data.faceted)}</p>`}${data.facets.map(
    (facet) => html`<h2>${facet.name}</h2><ul>${facet.values.map((value) => facetValue(value, data))}</ul>`,
  )}</aside>`;
}

function facetValue(value: FacetValue, { query, issue }: SearchData): Html {
  const { clause, label, count } = value;
  const chosen = value.kind === 'issue' ? issue?.id === clause : query.includes(clause);
  const shape = STANCES.find((stance) => clause === `stance:${stance}`);
  const name = [shape !== undefined && [stanceShape(shape), ' '], isolated(label)];
  const address = narrowed(value, chosen, query, issue);
  return chosen
    ? html`<li><a href="${address}" aria-current="true">${name} <span aria-label="take away">×</span></a><span>${numberText(count)}</span></li>`
    : html`<li><a href="${address}">${name}</a><span>${numberText(count)}</span></li>`;
}

/** The address of the search with a value of a facet put to it, or taken from it. */
function narrowed({ clause, kind }: FacetValue, chosen: boolean, query: string, issue: Issue | null): string {
  if (kind === 'issue') return searchAddress(query, chosen ? [] : [['issue', clause]]);
  const next = chosen ? query.replace(clause, '').replace(/\s+/g, ' ').trim() : `${query} ${clause}`.trim();
  return searchAddress(next, issue === null ? [] : [['issue', issue.id]]);
}

function facetsOf(statements: readonly RecordedStatement[], board: Board | null): readonly Facet[] {
  const facets: readonly Facet[] = [
    facet('Speaker', statements, ({ speaker }) =>
      speaker.name === null ? null : { clause: clauseOf('speaker', speaker.name), label: nameText(speaker.name) },
    ),
    ...(board === null ? [] : [issueFacet(statements, board)]),
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

/** On which issues the hits take a side. */
function issueFacet(statements: readonly RecordedStatement[], { lanes, matcher }: Board): Facet {
  const wanted = new Set(statements.flatMap(({ id, statement }) => (statement.position === null ? [] : [id])));
  const counts = new Map<number, number>();
  if (wanted.size > 0)
    for (const { issue, days, undated } of lanes)
      for (const { statement } of [...days.flatMap((day) => day.statements), ...undated])
        if (wanted.has(statement.id)) counts.set(issue, (counts.get(issue) ?? 0) + 1);
  const values = [...counts].flatMap(([index, count]): readonly FacetValue[] => {
    const issue = matcher.issues[index];
    return issue === undefined ? [] : [{ clause: issue.id, kind: 'issue', label: nameText(issue.name), count }];
  });
  return { name: 'Issue', values: ranked(values) };
}

const ranked = (values: readonly FacetValue[]): readonly FacetValue[] =>
  values.toSorted((one, other) => other.count - one.count || one.label.localeCompare(other.label, 'en')).slice(0, MOST_VALUES);

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
  return { name, values: ranked([...values.values()]) };
}

/** The words that a filter asks for; what it excludes is not among them. */
export function termsOf(filter: Filter): readonly string[] {
  if (filter.kind === 'and' || filter.kind === 'or') return filter.of.flatMap(termsOf);
  return filter.kind === 'words' ? [filter.words] : [];
}
