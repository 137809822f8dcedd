import { EVERYTHING, type LookedAt, type OutletSummary, type RecordedStatement, type SpeakerSummary } from '../../record/index.js';
import { clauseOf, searchAddress } from '../addresses.js';
import { lookedAtLine } from '../frame.js';
import { counted, type Html, html, isolated } from '../html.js';
import { nameText, statementList, statementRows } from '../statement-view.js';
import type { View } from '../view.js';
import { speakerRow } from './speakers.js';

export interface StartData {
  readonly statements: number;
  readonly latest: readonly RecordedStatement[];
  readonly speakers: readonly SpeakerSummary[];
  readonly outlets: readonly OutletSummary[];
  readonly lookedAt: LookedAt;
}

export const startView: View<StartData> = {
  async read({ record }) {
    const [statements, page, speakers, outlets, lookedAt] = await Promise.all([
      record.count(EVERYTHING),
      record.statements({ filter: { kind: 'position' }, order: { by: 'said', direction: 'descending' }, limit: 4 }),
      record.speakers({ name: null, kinds: ['person', 'organization'], limit: 10 }),
      record.outlets(),
      record.lookedAt(EVERYTHING),
    ]);
    return { statements, latest: page.statements, speakers, outlets: outlets.slice(0, 10), lookedAt };
  },
  title: () => '',
  body: (data) => html`<h1>Who said what, when, and on what condition</h1>
<form class="search large start-search" action="/search" role="search"><input id="search" type="search" name="q" aria-label="Search the record" placeholder="ceasefire speaker:&quot;Lena Varga&quot;"><button>Search</button></form>
${data.statements === 0 ? emptyRecord : full(data)}
${lookedAtLine(data.lookedAt)}`,
  rows: ({ latest }) => statementRows(latest),
};

const emptyRecord = html`<div class="empty"><p>The record is empty.</p><p>Fill it: <code>onrecord add FOLDER</code> reads articles from files, and this page shows what they say that people said.</p></div>`;

const full = (
  data: StartData,
): Html => html`<p class="examples">${counted(data.statements, 'statement')} on record. Try <a href="${searchAddress('stance:only-if')}">everything said under a condition</a>.</p>
<div class="columns"><section><h2>Who speaks most</h2><ul class="index">${data.speakers.map(speakerRow)}</ul><p class="more"><a href="/speakers">All speakers</a></p></section>
<section><h2>What is in the record</h2><ul class="index">${data.outlets.map((outlet) => html`<li><a href="${searchAddress(clauseOf('outlet', outlet.outlet ?? ''))}">${isolated(nameText(outlet.outlet ?? 'outlet not given'))}</a><span>${counted(outlet.articles, 'article')}</span></li>`)}</ul><p class="more"><a href="/coverage">Coverage, week by week</a></p></section></div>
${data.latest.length > 0 && html`<section><h2>Latest positions</h2>${statementList(data.latest)}</section>`}`;
