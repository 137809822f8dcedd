import type { ChainLink, Day, Stance } from '../engine/index.js';
import type { ArticleHead, RecordedSpeaker, RecordedStatement } from '../record/index.js';
import { articleAddress, speakerAddress, statementAddress } from './addresses.js';
import { intervalText, shortDayText } from './days.js';
import { type Child, type Html, html, isolated, joined } from './html.js';
import type { Rows } from './respond.js';
import { stanceLabel } from './stance.js';
import { clipped, LIST_LENGTH, wordsOf } from './words.js';

const NAME_LENGTH = 160;

export const nameText = (name: string): string => clipped(name, NAME_LENGTH).text;

/** Who spoke, in words, also where nobody can be named. */
export function speakerText(recorded: RecordedStatement): string {
  const { speaker, wording, article } = recorded;
  if (speaker.name !== null) return nameText(speaker.name);
  if (speaker.kind === 'author') return article.outlet === null ? 'the writer of the article' : `the writer, ${nameText(article.outlet)}`;
  if (speaker.kind === 'none') return 'nobody named';
  return wording.source === null ? 'speaker not told' : nameText(wording.source);
}

/** A name that leads to the speaker's page; a name alone where no address can hold its key. */
export function speakerLink(speaker: RecordedSpeaker, length = NAME_LENGTH): Html {
  const name = isolated(clipped(speaker.name ?? 'not named', length).text);
  const address = speakerAddress(speaker.key);
  return address === null ? html`<strong>${name}</strong>` : html`<a class="speaker" href="${address}">${name}</a>`;
}

function speakerPart(recorded: RecordedStatement): Html {
  if (recorded.speaker.name !== null) return speakerLink(recorded.speaker);
  return html`<strong>${isolated(speakerText(recorded))}</strong>`;
}

const through = (link: ChainLink): Child => [link.kind === 'spokesman' ? 'through ' : 'via ', isolated(nameText(link.name))];

/** "Lena Varga, through Tessa Halvik, to reporters, in Osterin". */
export const byLine = (recorded: RecordedStatement): Html =>
  html`${speakerPart(recorded)}${surroundings(recorded).map((part) => [', ', part])}`;

/** Through whom, to whom, where. */
function surroundings(recorded: RecordedStatement): readonly Child[] {
  const { wording, statement } = recorded;
  return [
    ...statement.chain.filter((link) => link.kind === 'spokesman' || link.kind === 'medium').map(through),
    ...(wording.addressee === null ? [] : [['to ', isolated(nameText(wording.addressee))]]),
    ...(wording.occasion === null ? [] : [isolated(nameText(wording.occasion))]),
  ];
}

function circumstances(recorded: RecordedStatement): Child {
  const parts = surroundings(recorded);
  return parts.length === 0 ? null : [joined(parts, ', '), ' — '];
}

export function saidText(recorded: RecordedStatement): string {
  const { from, to } = recorded.statement.said;
  return intervalText(from, to);
}

const timeOf = (day: Day | null, text: string): Html => (day === null ? html`${text}` : html`<time datetime="${day}">${text}</time>`);

/** The day said first; the day printed after it, smaller. */
export function whenOf(recorded: RecordedStatement): Html {
  const { said } = recorded.statement;
  const printed = recorded.article.published;
  return html`<p class="when">${timeOf(said.from === said.to ? said.from : null, saidText(recorded))}${
    printed !== null && html` <span class="printed">printed ${timeOf(printed, shortDayText(printed))}</span>`
  }${said.retold && html` <span class="printed">reported later</span>`}</p>`;
}

/** Shape and words of the position, with what it is about and on what condition. */
export function positionLine(recorded: RecordedStatement): Html | null {
  const { position } = recorded.statement;
  if (position === null) return null;
  const { target, condition } = recorded.wording;
  return html`<p class="about">${stanceLabel(position.stance)}${target !== null && [' — ', isolated(clipped(target, 120).text)]}${
    condition !== null && html`: <strong class="condition">${isolated(clipped(condition, 240).text)}</strong>`
  }</p>`;
}

/** Whose quotation it is where no article was read; nothing for what the engine read. */
export const importedText = ({ imported }: Pick<ArticleHead, 'imported'>): Html | null =>
  imported === null ? null : html`, <em class="imported">imported from ${isolated(nameText(imported))}</em>`;

export function sourceLine(recorded: RecordedStatement): Html {
  const { article } = recorded;
  const more = recorded.appearances - 1;
  return html`<a href="${articleAddress(article.sha256, recorded.id)}">${isolated(nameText(article.outlet ?? 'article without outlet'))}</a>${
    article.wire !== null && article.wire !== article.outlet && [', by ', isolated(nameText(article.wire))]
  }${importedText(article)}${more > 0 && `, and at ${more} other ${more === 1 ? 'address' : 'addresses'}`} · <a href="${statementAddress(recorded.id)}" data-open>statement</a>${
    recorded.corrections.length > 0 && html` · <a href="/corrections">corrected</a>`
  }`;
}

export interface ListOptions {
  /** Words to mark. */
  readonly terms?: readonly string[];
  /** Whose page it is: said once above the list, not on every line. */
  readonly speaker?: string;
}

/** One statement in a list. */
export const statementItem = (recorded: RecordedStatement, { terms = [], speaker }: ListOptions = {}): Html => html`<li id="${recorded.id}">
${whenOf(recorded)}
<div>${positionLine(recorded)}
${wordsOf(recorded, terms, LIST_LENGTH)}
<p class="by">${speaker === recorded.speaker.key ? circumstances(recorded) : [byLine(recorded), ' — ']}${sourceLine(recorded)}</p></div>
</li>`;

export const statementList = (statements: readonly RecordedStatement[], options: ListOptions = {}): Html =>
  html`<ol class="statements">${statements.map((recorded) => statementItem(recorded, options))}</ol>`;

const COLUMNS = [
  'id',
  'speaker',
  'speaker_kind',
  'said_from',
  'said_to',
  'basis',
  'printed',
  'manner',
  'mode',
  'act',
  'words',
  'target',
  'stance',
  'condition',
  'addressee',
  'occasion',
  'outlet',
  'title',
  'url',
  'start',
  'end',
  'sha256',
  'imported',
] as const;

/** Statements as rows of a table: what every `.csv` of a list of statements has. */
export const statementRows = (statements: readonly RecordedStatement[]): Rows => ({ columns: COLUMNS, rows: statements.map(rowOf) });

function rowOf(recorded: RecordedStatement): readonly (string | number | null)[] {
  const { statement, wording, article, attribution, speaker } = recorded;
  const stance: Stance | null = statement.position?.stance ?? null;
  const spans = statement.citation.spans;
  return [
    recorded.id,
    speaker.name ?? wording.source,
    speaker.kind,
    statement.said.from,
    statement.said.to,
    statement.said.basis,
    article.published,
    attribution.manner,
    attribution.mode,
    statement.act,
    statement.words,
    wording.target,
    stance,
    wording.condition,
    wording.addressee,
    wording.occasion,
    article.outlet,
    article.title,
    article.url,
    spans[0]?.start ?? null,
    spans.at(-1)?.end ?? null,
    article.sha256,
    article.imported,
  ];
}
