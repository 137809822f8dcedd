import {
  type CheckedPart,
  checkQuotation,
  LONGEST_QUOTATION,
  type QuotationCheck,
  type QuotationMatch,
  type Verdict,
} from '../../answers/index.js';
import { articleAddress, passageAddress, statementAddress } from '../addresses.js';
import { shortDayText } from '../days.js';
import { lookedAtLine } from '../frame.js';
import { type Child, counted, type Html, html, isolated } from '../html.js';
import { importedText, nameText, saidText, speakerText } from '../statement-view.js';
import type { View } from '../view.js';
import { clipped, quoted } from '../words.js';

export interface CheckData {
  readonly text: string;
  readonly speaker: string | null;
  /** One for each quotation of a draft; one for a text without quotation marks. */
  readonly checks: readonly QuotationCheck[];
  /** Quotations of the draft that were not looked at, because there were too many or they were too long. */
  readonly passedOver: number;
}

/** So many quotations of a draft are checked at once: more would keep a reader waiting. */
const MOST_QUOTATIONS = 30;

/** Shorter runs in quotation marks are names and titles more often than quotations. */
const SHORTEST = 3;

const QUOTATION = /“([^“”]{1,4000})”|"([^"]{1,4000})"|«([^«»]{1,4000})»/g;

/** The quotations of a draft; the text itself where it has no quotation marks, or is one quotation as a whole. */
export function quotationsOf(text: string): readonly string[] {
  const words = (part: string): number => part.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const found = [...text.matchAll(QUOTATION)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((part) => words(part) >= SHORTEST);
  return found.length === 0 && words(text) > 0 ? [text] : found;
}

const countWords = (text: string): number => text.split(/\s+/).length;

export const checkView: View<CheckData> = {
  async read({ record }, asked) {
    const text = asked.value('q') ?? '';
    const speaker = asked.value('speaker');
    const found = quotationsOf(text);
    const checked = found.filter((quotation) => countWords(quotation) <= LONGEST_QUOTATION).slice(0, MOST_QUOTATIONS);
    const checks: QuotationCheck[] = [];
    for (const quotation of checked) checks.push(await checkQuotation(record, { quotation, speaker, limit: 6 }));
    return { text, speaker, checks, passedOver: found.length - checked.length };
  },
  title: ({ checks }) => (checks[0] === undefined ? 'Check a quotation' : `Check: ${verdictText(checks[0])}`),
  body: (data) => html`<h1>Check a quotation</h1>
<p class="lead">Who said these words, where, and was anything changed? A whole draft can be pasted: each quotation in it is looked up.</p>
<form class="check-form" action="/check" method="post">
<label for="q">Quotation or draft</label>
<textarea id="q" name="q" rows="5" maxlength="100000" placeholder="“We cannot declare a ceasefire”">${data.text}</textarea>
<div class="choices"><label>Said to be by <input type="text" name="speaker" value="${data.speaker}" placeholder="anybody"></label><button>Check</button></div>
</form>
${data.checks.length > 0 && html`<ol class="findings">${data.checks.map(finding)}</ol>`}
${data.passedOver > 0 && html`<p class="empty">${counted(data.passedOver, 'more quotation')} not looked up: at most ${MOST_QUOTATIONS} at once, of at most ${LONGEST_QUOTATION} words each.</p>`}
${data.checks[0] !== undefined && lookedAtLine(data.checks[0].lookedAt)}`,
  rows: ({ checks }) => ({
    columns: ['quotation', 'verdict', 'speaker', 'said', 'outlet', 'printed', 'words', 'statement', 'url'],
    rows: checks.flatMap((check) => {
      const matches = check.parts.flatMap((part) => part.matches);
      if (matches.length === 0) return [[check.quotation, check.verdict, null, null, null, null, null, null, null]];
      return matches.map(({ head, statement, words }) => [
        check.quotation,
        check.verdict,
        statement?.speaker.name ?? null,
        statement?.statement.said.from ?? null,
        head.outlet,
        head.published,
        words.join(' … '),
        statement?.id ?? null,
        head.url,
      ]);
    }),
  }),
};

/** The verdict in one line. */
export function verdictText(check: QuotationCheck): string {
  const changes = check.parts[0]?.matches[0]?.differences.filter((difference) => difference.kind !== 'same') ?? [];
  const words = changes.reduce((sum, { quoted: ours, source }) => sum + Math.max(wordCount(ours), wordCount(source)), 0);
  const texts: Readonly<Record<Verdict, string>> = {
    exact: 'Word for word: these words are on record',
    shortened: `Shortened: ${counted(
      check.leftOut.reduce((sum, part) => sum + wordCount(part), 0),
      'word',
    )} of the source left out`,
    stitched: 'Stitched: these words stand in different places and were joined',
    altered: words === 1 ? 'Altered: one word differs' : `Altered: ${words} words differ`,
    otherwise: 'In other words: the same is quoted otherwise, as another translation does',
    'other-speaker': 'Said by somebody else',
    reported: 'Only reported: no article has these words in quotation marks',
    'not-quoted': 'An article’s own words: it quotes nobody with them',
    'not-found': 'Not found in what was looked at',
  };
  return texts[check.verdict];
}

const wordCount = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

const finding = (check: QuotationCheck): Html => html`<li>
<h2 class="verdict">${verdictText(check)}</h2>
<blockquote class="words direct" dir="auto"><p>${quoted(clipped(check.quotation.trim(), 2_000).text)}</p></blockquote>
${check.verdict === 'not-found' && html`<p class="by">That says nothing about the world: these articles do not hold the words, nor words near them.</p>`}
${check.leftOut.length > 0 && html`<p class="by">Left out: <span class="words">${check.leftOut.map((part) => html`<em dir="auto">${clipped(part, 400).text}</em> `)}</span></p>`}
${check.parts.map((part) => sources(part, check.parts.length > 1))}
</li>`;

const sources = ({ words, matches }: CheckedPart, named: boolean): Html =>
  html`${named && html`<h3>“${isolated(clipped(words, 200).text)}”</h3>`}<ol class="statements">${matches.map(source)}</ol>`;

const VOICES = {
  quoted: 'in quotation marks',
  reported: 'reported, without quotation marks',
  article: 'in the article’s own words',
} as const;

function source(match: QuotationMatch): Html {
  const { head, statement } = match;
  const first = match.spans[0];
  const passage = passageAddress(head.url, { exact: match.words });
  const words = clipped(match.words.join(' … '), 800).text;
  return html`<li><p class="when">${statement === null ? 'day not told' : saidText(statement)}${head.published !== null && html` <span class="printed">printed ${shortDayText(head.published)}</span>`}</p>
<div>${match.differences.length > 0 ? html`<p class="words diff" dir="auto">${match.differences.map(differenceOf)}</p>` : html`<p class="words" dir="auto">${match.voice === 'quoted' ? quoted(words) : words}</p>`}
<p class="by">${statement === null ? null : html`<strong>${isolated(speakerText(statement))}</strong>, `}${VOICES[match.voice]} — <a href="${articleAddress(head.sha256, statement?.id)}">${isolated(nameText(head.outlet ?? head.address))}</a>${importedText(head)}${
    statement !== null && html` · <a href="${statementAddress(statement.id)}" data-open>statement</a>`
  }${passage !== null && html` · <a href="${passage}" rel="noreferrer">original</a>`}${first !== undefined && html` · <span class="number">characters ${first.start}–${match.spans.at(-1)?.end}</span>`}</p></div></li>`;
}

/** Longer runs of a difference are cut. */
const RUN_LENGTH = 500;

/** What the source has and the quotation lacks is put in; what only the quotation has is struck. */
function differenceOf(difference: QuotationMatch['differences'][number], index: number): Child {
  const [ours, theirs] = [clipped(difference.quoted, RUN_LENGTH).text, clipped(difference.source, RUN_LENGTH).text];
  const between = index === 0 ? '' : ' ';
  if (difference.kind === 'same') return [between, theirs];
  return [
    between,
    ours !== '' && html`<del>${ours}</del>`,
    ours !== '' && theirs !== '' && ' ',
    theirs !== '' && html`<ins>${theirs}</ins>`,
  ];
}
