import { EVERYTHING, type LookedAt, type OutletSummary, type RecordedStatement, type SpeakerSummary } from '../../record/index.js';
import { clauseOf, searchAddress } from '../addresses.js';
import { statementsFeed } from '../feed.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html, isolated } from '../html.js';
import type { Statements } from '../lanes-view.js';
import { shiftPair } from '../shift-view.js';
import { nameText, statementList, statementRows } from '../statement-view.js';
import type { View } from '../view.js';
import { type IssueSummary, issueRow, summaries } from './issues.js';
import { type NamedShift, named, wordsOfShifts } from './shifts.js';
import { speakerRow } from './speakers.js';

export interface StartData {
  readonly statements: number;
  readonly shifts: readonly NamedShift[];
  readonly shiftWords: Statements;
  readonly issues: readonly IssueSummary[];
  /** The latest positions, where nothing shifted. */
  readonly latest: readonly RecordedStatement[];
  readonly speakers: readonly SpeakerSummary[];
  readonly outlets: readonly OutletSummary[];
  readonly lookedAt: LookedAt;
}

const MOST_SHIFTS = 3;

export const startView: View<StartData> = {
  async read({ record, board, remember }) {
    const positions = await board();
    const shifts = named(positions, positions.changes.shifts.slice(0, MOST_SHIFTS));
    const [statements, page, speakers, outlets, lookedAt] = await Promise.all([
      remember('count', () => record.count(EVERYTHING)),
      record.statements({ filter: { kind: 'position' }, order: { by: 'said', direction: 'descending' }, limit: 4 }),
      remember('speakers', () => record.speakers({ name: null, kinds: ['person', 'organization'], limit: 10 })),
      remember('outlets', () => record.outlets()),
      record.lookedAt(EVERYTHING),
    ]);
    return {
      shifts,
      shiftWords: await wordsOfShifts(record, shifts),
      issues: summaries(positions).slice(0, 8),
      statements,
      latest: shifts.length > 0 ? [] : page.statements,
      speakers,
      outlets: outlets.slice(0, 10),
      lookedAt,
    };
  },
  title: () => '',
  body: (data) => html`<h1>Who said what, when, and on what condition</h1>
<form class="search large start-search" action="/search" role="search"><input id="search" type="search" name="q" aria-label="Search the record" placeholder="ceasefire speaker:&quot;Lena Varga&quot;"><button>Search</button></form>
${data.statements === 0 ? emptyRecord : full(data)}
${lookedAtLine(data.lookedAt)}`,
  rows: ({ latest }) => statementRows(latest),
  feed: ({ record }, asked) => statementsFeed(record, 'Positions on record', { kind: 'position' }, asked.value('after')),
};

const emptyRecord = html`<div class="empty"><p>The record is empty.</p><p>Fill it: <code>onrecord add FOLDER</code> reads articles from files, and this page shows what they say that people said.</p></div>`;

const full = (
  data: StartData,
): Html => html`<p class="examples">${counted(data.statements, 'statement')} on record. Try <a href="${searchAddress('stance:only-if')}">everything said under a condition</a>.</p>
${data.shifts.length > 0 && html`<section><h2>Latest shifts</h2>${data.shifts.map(({ shift, issue }) => shiftPair(shift, issue, data.shiftWords, 300))}<p class="more"><a href="/shifts">All shifts</a></p></section>`}
${data.issues.length > 0 && html`<section><h2>Issues with movement</h2><ul class="index issues">${data.issues.map(issueRow)}</ul><p class="more"><a href="/issues">All issues</a> · <a href="/matrix">who stands where</a></p></section>`}
<div class="columns"><section><h2>Who speaks most</h2><ul class="index">${data.speakers.map(speakerRow)}</ul><p class="more"><a href="/speakers">All speakers</a></p></section>
<section><h2>What is in the record</h2><ul class="index">${data.outlets.map((outlet) => html`<li><a href="${searchAddress(clauseOf('outlet', outlet.outlet ?? ''))}">${isolated(nameText(outlet.outlet ?? 'outlet not given'))}</a><span>${counted(outlet.articles, 'article')}</span></li>`)}</ul><p class="more"><a href="/coverage">Coverage, week by week</a></p></section></div>
${data.latest.length > 0 && html`<section><h2>Latest positions</h2>${statementList(data.latest)}</section>`}`;
