import { type Citations, citeStatement } from '../../answers/cite.js';
import type { Matter } from '../../answers/figures/ledger.js';
import type { Rendering } from '../../answers/same-words/compare-words.js';
import { type SameWords, sameWords, type Variant } from '../../answers/same-words/same-words.js';
import type { Reason, Span } from '../../engine/index.js';
import type { Collection, Collections } from '../../people/index.js';
import type { RecordedArticle, RecordedStatement, StatementRecord } from '../../record/index.js';
import { articleAddress, clauseOf, passageAddress, searchAddress, statementAddress, threadAddress } from '../addresses.js';
import { claimedFigures } from '../claimed-figures.js';
import { dayText, embargoText, weekdayText } from '../days.js';
import { statementForms } from '../editing.js';
import { exportLinks } from '../exporting.js';
import { type Child, counted, type Html, html, isolated } from '../html.js';
import { stanceLabel } from '../stance.js';
import { byLine, nameText, saidText, sourceLine, speakerText, statementList, statementRows, whenOf } from '../statement-view.js';
import type { Desk, View } from '../view.js';
import { voicedText } from '../voices.js';
import { clipped, PAGE_LENGTH, plainWords, wordsOf } from '../words.js';
import { collectForm } from './collections.js';
import { ANY_FIGURES, readMatters } from './figures.js';

export interface StatementData {
  readonly statement: RecordedStatement;
  /** The block that holds its first words, and the one before it. */
  readonly context: readonly ContextBlock[];
  /** Statements inside this one and around it: who is reported to have said it. */
  readonly inside: readonly RecordedStatement[];
  readonly around: RecordedStatement | null;
  /** The same words over outlets, and how many sources they go back to; null where nothing else has them. */
  readonly elsewhere: Elsewhere | null;
  readonly citations: Citations;
  /** The same passage in the original page; null where it has no address on the web. */
  readonly passage: string | null;
  readonly path: string;
  /** Lists into which whoever is signed in can put it; absent where nobody signs in. */
  readonly collections?: readonly Collection[];
  /** What else the record has on what its figures count. */
  readonly matters: readonly Matter[];
}

/** What {@link sameWords} found, without the statement itself. */
type Elsewhere = Omit<SameWords, 'statement' | 'articles' | 'lookedAt'>;

interface ContextBlock extends Span {
  readonly text: string;
  readonly statements: readonly RecordedStatement[];
}

/** A quotation longer than this is set smaller. */
const LARGE_LENGTH = 320;

/** How much of the text around the words is shown. */
const CONTEXT_LENGTH = 4_000;

const ownOf = async (collections: Collections, person: string): Promise<readonly Collection[]> =>
  (await collections.seenBy(person)).filter(({ owner }) => owner === person);

export const statementView: View<StatementData> = {
  async read(desk, asked) {
    const { record, collections } = desk;
    const id = asked.part('id');
    const statement = (await record.statement(id)) ?? (await shortened(record, id));
    if (statement === null) return null;
    const article = await record.article(statement.article.sha256);
    const neighbours = await record.statementsOf(statement.article.sha256);
    const path = statementAddress(statement.id);
    return {
      statement,
      context: article === null ? [] : contextOf(article, statement, neighbours),
      inside: neighbours.filter((other) => other.within === statement.id),
      around: neighbours.find((other) => other.id === statement.within) ?? null,
      elsewhere: await elsewhereOf(record, statement.id),
      citations: citeStatement(statement, plainWords(statement, PAGE_LENGTH), path),
      passage: passageAddress(statement.article.url, statement.statement.citation),
      matters: await mattersOf(desk, statement),
      path,
      ...(collections === null || asked.person === null ? {} : { collections: await ownOf(collections, asked.person) }),
    };
  },
  title: ({ statement }) => `${speakerText(statement)}: ${clipped(plainWords(statement), 80).text}`,
  body: (data, { canExport, editing }) => html`<article class="statement-page">
<p class="kicker">${saidLine(data.statement)}</p>
<h1>${isolated(speakerText(data.statement))}</h1>
${bigWords(data.statement)}
${positionOf(data.statement)}
${facts(data)}
${inContext(data)}
${claimedFigures(data.statement, data.matters)}
${alsoIn(data)}
${nested(data)}
${citeSection(data)}
${canExport && exportLinks(['id', data.statement.id], 1)}
${whySection(data.statement)}
${editing && statementForms(data.statement)}
${data.collections !== undefined && collectForm(data.statement.id, data.collections)}
</article>`,
  rows: ({ statement }) => statementRows([statement]),
};

const MOST_MATTERS = 2;

async function mattersOf(desk: Desk, { id, statement }: RecordedStatement): Promise<readonly Matter[]> {
  if (statement.figures.length === 0) return [];
  const { all } = await readMatters(desk, '', ANY_FIGURES);
  return all.filter(({ claims }) => claims.length > 1 && claims.some((claim) => claim.statement === id)).slice(0, MOST_MATTERS);
}

async function shortened(record: StatementRecord, start: string): Promise<RecordedStatement | null> {
  if (!/^[\w-]{6,}$/.test(start)) return null;
  const ids = await record.statementIds(start);
  return ids.length === 1 && ids[0] !== undefined ? record.statement(ids[0]) : null;
}

function saidLine(recorded: RecordedStatement): Child {
  const { from, to, retold } = recorded.statement.said;
  const weekday = from !== null && from === to ? `${weekdayText(from)}, ` : '';
  return [`${weekday}${saidText(recorded)}`, retold && ' — reported later'];
}

function bigWords(recorded: RecordedStatement): Html {
  const long = recorded.statement.words.length > LARGE_LENGTH;
  const cut = recorded.statement.words.length > PAGE_LENGTH;
  return html`<div class="${long ? 'big long' : 'big'}">${wordsOf(recorded, [], PAGE_LENGTH)}${
    cut && html`<p class="by">Cut here; the data of this page has the words whole.</p>`
  }</div>`;
}

function positionOf(recorded: RecordedStatement): Html | null {
  const { position } = recorded.statement;
  if (position === null) return null;
  const { target, condition, stanceEvidence } = recorded.wording;
  return html`<p class="about">${stanceLabel(position.stance)}${target !== null && [' — ', isolated(clipped(target, 200).text)]}${
    condition !== null && html`: <strong class="condition">${isolated(clipped(condition, 400).text)}</strong>`
  }${stanceEvidence !== null && html`<br><small>shown by: ${isolated(clipped(stanceEvidence, 400).text)}</small>`}</p>`;
}

function facts({ statement: recorded, passage }: StatementData): Html {
  const { wording, article, statement, attribution } = recorded;
  const rows: readonly (readonly [string, Child] | null)[] = [
    [
      'Who',
      [
        byLine(recorded),
        wording.source !== null &&
          wording.source !== recorded.speaker.name &&
          html` <small>(in the text: ${isolated(nameText(wording.source))})</small>`,
      ],
    ],
    ['Said', [saidText(recorded), dayReason(recorded)]],
    ['Printed', article.published === null ? 'day not given' : dayText(article.published)],
    [
      'In',
      [
        html`<a href="${articleAddress(article.sha256, recorded.id)}">${isolated(nameText(article.title ?? article.address))}</a>`,
        article.outlet !== null && [', ', isolated(nameText(article.outlet))],
        article.authors.length > 0 && [', by ', isolated(nameText(article.authors.join(', ')))],
      ],
    ],
    article.wire === null || article.wire === article.outlet ? null : ['Agency', isolated(nameText(article.wire))],
    article.imported === null
      ? null
      : [
          'Imported',
          html`from <a href="${searchAddress(clauseOf('imported', article.imported))}">${isolated(nameText(article.imported))}</a> <small>(taken over as it stands there; nothing was read into it)</small>`,
        ],
    article.usageTerms === null ? null : ['Terms of use', isolated(nameText(article.usageTerms))],
    article.embargoedUntil === null ? null : ['Embargo', embargoText(article.embargoedUntil)],
    [
      'As',
      `${MANNER[attribution.manner]}; ${MODE[attribution.mode]}; the speaker ${statement.act}${wording.whom === null ? '' : ` (${nameText(wording.whom)})`}`,
    ],
    recorded.appearances > 1
      ? [
          'Also in',
          html`${counted(recorded.appearances - 1, 'other address', 'other addresses')} with the same text; <a href="${articleAddress(article.sha256)}#appearances">all of them</a>`,
        ]
      : null,
    passage === null ? null : ['Original', html`<a href="${passage}" rel="noreferrer">the passage in its page</a>`],
    recorded.corrections.length === 0 ? null : ['Corrected', html`<a href="/corrections">${recorded.corrections.join(', ')}</a>`],
  ];
  return html`<dl class="facts sources">${rows.map((row) => row && html`<dt>${row[0]}</dt><dd>${row[1]}</dd>`)}</dl>`;
}

const MANNER = { direct: 'a quotation', mixed: 'partly quoted', indirect: 'reported speech' } as const;
const MODE = {
  speech: 'put into words',
  thought: 'held, wanted or believed, as the article reports',
  act: 'done by a decision or formal act',
} as const;

function dayReason(recorded: RecordedStatement): Child {
  const { said } = recorded.statement;
  const evidence = recorded.wording.saidEvidence;
  if (said.basis === 'unknown') return html` <small>(nothing in the text tells)</small>`;
  const words = evidence === null ? '' : `: “${clipped(evidence, 120).text}”`;
  return html` <small>(${said.basis === 'stated' ? 'the sentence says' : 'from the event that the article dates'}${words})</small>`;
}

function contextOf(
  article: RecordedArticle,
  recorded: RecordedStatement,
  neighbours: readonly RecordedStatement[],
): readonly ContextBlock[] {
  const { blocks, text } = article.article;
  const first = recorded.statement.citation.spans[0]?.start ?? 0;
  const at = Math.max(
    0,
    blocks.findIndex((block) => block.start <= first && first < block.end),
  );
  return blocks.slice(Math.max(0, at - 1), at + 2).flatMap((block) => {
    if (block.kind === 'boilerplate') return [];
    const from = first - block.start > CONTEXT_LENGTH / 2 && first < block.end ? first - CONTEXT_LENGTH / 2 : block.start;
    const end = Math.min(block.end, from + CONTEXT_LENGTH);
    const statements = neighbours.filter((other) => other.statement.citation.spans.some((span) => span.start < end && span.end > from));
    return [{ start: from, end, text: text.slice(from, end), statements }];
  });
}

function inContext({ statement, context }: StatementData): Html | null {
  if (context.length === 0) return null;
  const blocks = context.map((block) => {
    const own = block.statements.filter((other) => other.id === statement.id);
    const spans = shifted(own, block.start);
    return html`<p dir="auto">${voicedText(block.text, { start: 0, end: block.text.length }, spans, new Map())}</p>`;
  });
  return html`<section aria-labelledby="context"><h2 id="context">In context</h2><div class="context prose">${blocks}</div>
<p class="more"><a href="${articleAddress(statement.article.sha256, statement.id)}">The whole article, with every voice marked</a> · <a href="${threadAddress(statement.id)}">who answers whom in it</a></p></section>`;
}

/** The spans of statements, counted from another place. */
function shifted(statements: readonly RecordedStatement[], by: number): readonly RecordedStatement[] {
  const move = (spans: readonly Span[]): readonly Span[] => spans.map(({ start, end }) => ({ start: start - by, end: end - by }));
  return statements.map((recorded) => {
    const { content, source, cue } = recorded.attribution;
    return { ...recorded, attribution: { ...recorded.attribution, content: move(content), source: move(source), cue: move(cue) } };
  });
}

const nested = ({ inside, around }: StatementData): Html | null =>
  inside.length === 0 && around === null
    ? null
    : html`<section aria-labelledby="nested"><h2 id="nested">Who reports whom</h2>${around !== null && [html`<p class="lead">These words stand inside a statement of another:</p>`, statementList([around])]}${
        inside.length > 0 && [html`<p class="lead">Inside these words others are reported:</p>`, statementList(inside)]
      }</section>`;

async function elsewhereOf(record: StatementRecord, id: string): Promise<Elsewhere | null> {
  const found = await sameWords(record, id);
  if (found === null || found.quoted.length + found.reported.length === 0) return null;
  const { condition, quoted: direct, reported, first, origins } = found;
  return { condition, quoted: direct, reported, first, origins };
}

const MOST_VARIANTS = 12;

/** Who else has it: quotations by their words, reported versions apart, and how many sources there are behind the outlets. */
function alsoIn({ elsewhere, statement }: StatementData): Html | null {
  if (elsewhere === null) return null;
  const { origins, first } = elsewhere;
  return html`<section aria-labelledby="also"><h2 id="also">Also in</h2>
<p class="lead">${counted(origins.outlets, 'outlet')}, ${counted(origins.origins.length, 'origin')}: copies of one story count once. ${first.id === statement.id ? 'Printed here first.' : html`<a href="${statementAddress(first.id)}">Printed first</a> in ${isolated(nameText(first.article.outlet ?? 'an article'))}.`}</p>
${variants('In quotation marks', elsewhere.quoted)}${variants('Reported, without quotation marks', elsewhere.reported)}</section>`;
}

const variants = (title: string, list: readonly Variant[]): Html | null =>
  list.length === 0
    ? null
    : html`<h3>${title}</h3><ol class="statements">${list.slice(0, MOST_VARIANTS).map(variantItem)}</ol>${list.length > MOST_VARIANTS && html`<p class="by">and ${list.length - MOST_VARIANTS} more; the data of this page has all.</p>`}`;

const RENDERINGS: Readonly<Record<Rendering, string>> = {
  same: 'the same words',
  shorter: 'shortened',
  longer: 'with more of it',
  altered: 'with other words',
  otherwise: 'in another translation or wording',
};

function variantItem({ statement: other, rendering, differences, condition }: Variant): Html {
  const words =
    rendering === 'altered' || rendering === 'shorter'
      ? html`<p class="words diff" dir="auto">${differences.slice(0, 80).map(variantRun)}</p>`
      : wordsOf(other, [], 500);
  return html`<li>${whenOf(other)}<div><p class="about">${RENDERINGS[rendering]}${condition === 'left out' && html`; <strong>the condition is left out</strong>`}${condition === 'elsewhere in the article' && '; the condition stands elsewhere in its article'}</p>${words}
<p class="by">${byLine(other)} — ${sourceLine(other)}</p></div></li>`;
}

/** What this statement has and the other lacks is struck; what only the other has is put in. */
function variantRun({ kind, quoted: theirs, source: ours }: Variant['differences'][number], index: number): Child {
  const between = index === 0 ? '' : ' ';
  const [there, here] = [clipped(theirs, 300).text, clipped(ours, 300).text];
  if (kind === 'same') return [between, there];
  return [between, here !== '' && html`<del>${here}</del>`, here !== '' && there !== '' && ' ', there !== '' && html`<ins>${there}</ins>`];
}

function citeSection({ citations }: StatementData): Html {
  const forms: readonly (readonly [string, string, string])[] = [
    ['plain', 'Plain', citations.plain],
    ['markdown', 'Markdown', citations.markdown],
    ['bibtex', 'BibTeX', citations.bibtex],
    ['ris', 'RIS', citations.ris],
    ['csl', 'CSL-JSON', JSON.stringify(citations.csl, null, 2)],
    ['wikipedia', 'Wikipedia', citations.wikipedia],
  ];
  return html`<section aria-labelledby="cite" class="cite"><h2 id="cite">Cite</h2>${forms.map(([id, name, text], index) => {
    const body = html`<pre id="cite-${id}" tabindex="0" aria-label="${name}">${clipped(text, 4_000).text}</pre><button type="button" class="quiet" data-copy="cite-${id}" hidden>Copy</button>`;
    return index === 0 ? html`<h3>${name}</h3>${body}` : html`<details><summary>${name}</summary>${body}</details>`;
  })}</section>`;
}

function whySection({ statement, attribution }: RecordedStatement): Html {
  const reasons: readonly (readonly [string, Reason])[] = [
    ['The words', attribution.reason],
    ['The speaker', statement.speaker.reason],
    ['The day', statement.said.reason],
    ...(statement.position === null ? [] : [['The position', statement.position.reason] as const]),
  ];
  return html`<section aria-labelledby="why"><h2 id="why">Why we think so</h2>
<p class="lead">Each decision carries the name of the rule that made it.${attribution.confidence > 0 && ` How sure the reading is of speaker and words together: ${Math.round(attribution.confidence * 100)} in 100.`}</p>
<dl class="facts">${reasons.map(([name, reason]) => html`<dt>${name}</dt><dd>${reasonText(reason)}</dd>`)}</dl></section>`;
}

const reasonText = (reason: Reason): Html =>
  html`<code>${reason.rule}</code>${reason.parts !== undefined && reason.parts.length > 0 && html` <small>of ${reason.parts.slice(0, 8).map((part, index) => [index > 0 && ', ', html`<code>${part.rule}</code>`])}</small>`}`;
