import type { Block, Span } from '../../engine/index.js';
import type { ArticleHead, RecordedArticle, RecordedStatement } from '../../record/index.js';
import { articleAddress, statementAddress, webAddress } from '../addresses.js';
import { dayText, embargoText } from '../days.js';
import { type Difference, lineDifferences, wordDifferences } from '../diff.js';
import { type Child, counted, type Html, html, isolated } from '../html.js';
import { stanceLabel } from '../stance.js';
import { importedText, nameText, saidText, speakerLink, speakerText, statementRows } from '../statement-view.js';
import type { View } from '../view.js';
import { voicedText } from '../voices.js';
import { clipped } from '../words.js';

export interface ArticleData {
  readonly head: ArticleHead;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly statements: readonly RecordedStatement[];
  readonly appearances: readonly ArticleHead[];
  readonly versions: readonly ArticleHead[];
  /** What changed since the version before; null for a first version. */
  readonly changes: readonly Difference[] | null;
  /** Which part of a long article the page shows, from 1 on. */
  readonly part: number;
  readonly parts: number;
}

/** Characters of text that one page shows: with its marks about 60 KB. */
const PART_LENGTH = 16_000;

export const articleView: View<ArticleData> = {
  async read({ record }, asked) {
    const found = await record.article(asked.part('sha256'));
    if (found === null) return null;
    const parts = partsOf(found.article.blocks).length;
    const part = Math.min(parts, Math.max(1, Math.floor(Number(asked.value('part') ?? 1)) || 1));
    const before = await versionBefore(found, (sha256) => record.article(sha256));
    return {
      head: found.head,
      text: found.article.text,
      blocks: found.article.blocks,
      statements: await record.statementsOf(found.head.sha256),
      appearances: found.appearances,
      versions: found.versions,
      changes: before === null ? null : changesBetween(before, found),
      part,
      parts,
    };
  },
  title: ({ head }) => head.title ?? head.address,
  body: (data, asked) => html`<article>
<p class="kicker">${kicker(data.head)}</p>
<h1 dir="auto">${clipped(data.head.title ?? 'An article without a title', 300).text}</h1>
${linkLine(data)}
${voiceLegend(data)}
<div class="article-body">${bodyBlocks(data)}</div>
${data.parts > 1 && html`<p class="more">Part ${data.part} of ${data.parts}. ${data.part < data.parts && html`<a href="${asked.path}?part=${data.part + 1}">Next part</a>`}${data.part > 1 && html` <a href="${asked.path}?part=${data.part - 1}">Part before</a>`}</p>`}
${changesSection(data)}
${versionsSection(data)}
</article>`,
  rows: ({ statements }) => statementRows(statements),
};

async function versionBefore(
  found: RecordedArticle,
  read: (sha256: string) => Promise<RecordedArticle | null>,
): Promise<RecordedArticle | null> {
  const before = found.versions.find((version) => version.version === found.head.version - 1);
  return before === undefined ? null : read(before.sha256);
}

function changesBetween(before: RecordedArticle, after: RecordedArticle): readonly Difference[] {
  const lines = ({ article }: RecordedArticle): readonly string[] =>
    article.blocks.map((block) => article.text.slice(block.start, block.end));
  return lineDifferences(lines(before), lines(after)).filter((difference) => difference.kind !== 'same');
}

const kicker = (head: ArticleHead): Child => [
  isolated(nameText(head.outlet ?? 'outlet not given')),
  ' · ',
  head.published === null ? 'day not given' : dayText(head.published),
  head.authors.length > 0 && [' · ', isolated(nameText(head.authors.join(', ')))],
  head.wire !== null && head.wire !== head.outlet && [' · ', isolated(nameText(head.wire))],
  !head.current && html` · <strong>an earlier version</strong>`,
  importedText(head),
  head.embargoedUntil !== null && html` · <strong>embargo ${embargoText(head.embargoedUntil)}</strong>`,
  head.usageTerms !== null && [' · terms of use: ', isolated(nameText(head.usageTerms))],
];

function linkLine({ head, statements }: ArticleData): Html {
  const original = webAddress(head.url);
  return html`<p class="by">${counted(statements.length, 'statement')}${original !== null && html` · <a href="${original}" rel="noreferrer">the original page</a>`}${
    original === null && head.url !== null && [' · ', isolated(nameText(head.url))]
  }</p>`;
}

const voiceLegend = ({ statements }: ArticleData): Html | null =>
  statements.length === 0
    ? null
    : html`<p class="legend"><span class="source">who</span><span class="cue">word of saying</span><span class="voice direct">quotation</span><span class="voice mixed">partly quoted</span><span class="voice indirect">reported</span></p>`;

interface Piece extends Span {
  readonly kind: Block['kind'];
}

/** The blocks, cut where a page would grow too long. */
function partsOf(blocks: readonly Block[]): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]];
  let length = 0;
  for (const block of blocks) {
    for (let start = block.start; start < block.end; start += PART_LENGTH) {
      const end = Math.min(block.end, start + PART_LENGTH);
      if (length > 0 && length + end - start > PART_LENGTH) {
        parts.push([]);
        length = 0;
      }
      length += end - start;
      parts.at(-1)?.push({ kind: block.kind, start, end });
    }
  }
  return parts;
}

function bodyBlocks(data: ArticleData): readonly Child[] {
  const pieces = partsOf(data.blocks)[data.part - 1] ?? [];
  const ordinals = new Map(data.statements.map((statement, index) => [statement.id, index + 1]));
  const children: Child[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    if (piece.kind !== 'boilerplate') {
      children.push(bodyRow(data, piece, ordinals));
      continue;
    }
    const from = index;
    while (pieces[index + 1]?.kind === 'boilerplate') index++;
    children.push(leftOut(data, pieces.slice(from, index + 1)));
  }
  return children;
}

const leftOut = (data: ArticleData, pieces: readonly Piece[]): Html =>
  html`<div class="left-out"><details><summary>Left out here: ${counted(pieces.length, 'paragraph')} of page furniture</summary>${pieces.map(
    (piece) => html`<p class="boilerplate" dir="auto">${data.text.slice(piece.start, piece.end)}</p>`,
  )}</details></div>`;

function bodyRow(data: ArticleData, piece: Piece, ordinals: ReadonlyMap<string, number>): Html {
  const touching = data.statements.filter(({ attribution }) =>
    [...attribution.content, ...attribution.source, ...attribution.cue].some((span) => span.start < piece.end && span.end > piece.start),
  );
  const starting = touching.filter(({ statement }) => {
    const start = statement.citation.spans[0]?.start ?? -1;
    return start >= piece.start && start < piece.end;
  });
  return html`<div><p class="${piece.kind}" dir="auto">${voicedText(data.text, piece, touching, ordinals)}</p>${
    starting.length > 0 && html`<ul class="margin">${starting.map((recorded) => marginNote(recorded, ordinals.get(recorded.id) ?? 0))}</ul>`
  }</div>`;
}

function marginNote(recorded: RecordedStatement, ordinal: number): Html {
  const { speaker, statement, wording } = recorded;
  const who =
    speaker.name === null ? html`<strong>${isolated(clipped(speakerText(recorded), 80).text)}</strong>` : speakerLink(speaker, 80);
  const days = statement.said.from === null && statement.said.to === null ? '' : `, ${saidText(recorded)}`;
  return html`<li id="${recorded.id}"><a class="ordinal" href="${statementAddress(recorded.id)}" aria-label="Statement ${ordinal}">${ordinal}</a>${who}${days}${
    statement.act !== 'states' && html` <span class="caps">${statement.act}</span>`
  }${
    statement.position !== null && [
      ' ',
      stanceLabel(statement.position.stance),
      wording.condition !== null && html`: <strong>${isolated(clipped(wording.condition, 90).text)}</strong>`,
    ]
  }</li>`;
}

function changesSection({ changes, versions, head }: ArticleData): Html | null {
  if (changes === null) return null;
  const before = versions.find((version) => version.version === head.version - 1);
  const pairs = pairsOf(changes);
  return html`<section aria-labelledby="changes" class="diff"><h2 id="changes">What changed since version ${head.version - 1}</h2>${
    pairs.length === 0
      ? html`<p>Nothing in the text.</p>`
      : pairs.map((pair) => html`<p class="words" dir="auto">${pair.map(differenceOf)}</p>`)
  }${before !== undefined && html`<p class="more"><a href="${articleAddress(before.sha256)}">Version ${before.version} as it was</a></p>`}</section>`;
}

/** A paragraph taken out beside the one put in for it, word by word. */
function pairsOf(changes: readonly Difference[]): readonly (readonly Difference[])[] {
  const removed = changes.filter((change) => change.kind === 'removed');
  const added = changes.filter((change) => change.kind === 'added');
  const count = Math.min(Math.max(removed.length, added.length), 20);
  return Array.from({ length: count }, (_, index) =>
    wordDifferences(clipped(removed[index]?.text ?? '', 3_000).text, clipped(added[index]?.text ?? '', 3_000).text),
  );
}

const differenceOf = (difference: Difference): Child => {
  if (difference.kind === 'same') return difference.text;
  return difference.kind === 'removed' ? html`<del>${difference.text}</del>` : html`<ins>${difference.text}</ins>`;
};

const headRow = (head: ArticleHead, name: string): Html =>
  html`<li><a href="${articleAddress(head.sha256)}">${isolated(nameText(head.outlet ?? head.address))}${head.title !== null && [': ', isolated(nameText(head.title))]}</a><span>${name}${head.published !== null && `printed ${dayText(head.published)}`}</span></li>`;

function versionsSection({ appearances, versions }: ArticleData): Child {
  return [
    versions.length > 1 &&
      html`<section aria-labelledby="versions"><h2 id="versions">Versions</h2><ul class="index">${versions.map((head) => headRow(head, `version ${head.version}${head.current ? ', current' : ''} `))}</ul></section>`,
    appearances.length > 1 &&
      html`<section aria-labelledby="appearances"><h2 id="appearances">The same text at ${counted(appearances.length, 'address', 'addresses')}</h2><ul class="index">${appearances.slice(0, 50).map((head) => headRow(head, ''))}</ul></section>`,
  ];
}
