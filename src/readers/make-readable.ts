import { type Article, type Block, type BlockKind, contentHash, type Day, paragraphsOf, type Span } from '../engine/index.js';
import type { Part } from './assemble.js';
import type { Metadata } from './fields.js';
import { furnitureReason, isBiography } from './furniture.js';
import { readHead } from './head.js';
import { isAgency, wireOfDateline, wireOfRights } from './wire.js';

/** `markdown` knows headings, quotes and images by their marks; the marks stay in the text. */
export type Dialect = 'plain' | 'markdown';

/** What the text itself tells, as far as it was read. */
export interface Draft {
  readonly blocks: Block[];
  title: string | null;
  published: Day | null;
  authors: readonly string[];
}

/** How far from the end of the text an author's biography may stand, in blocks that are not page furniture. */
const TAIL_BLOCKS = 4;

/**
 * An article of a text and what is told about it: finds the headline, byline, date and agency that the text itself gives,
 * and marks what is not journalism. What is told beside the text wins over what stands in it. The text stays as it is.
 */
export function makeReadable(text: string, told: Metadata, dialect: Dialect): Article {
  const draft: Draft = { blocks: [], title: told.title, published: told.published, authors: told.authors };
  const paragraphs = paragraphsOf(text);
  const rest = readHead(text, paragraphs, dialect, draft);
  for (const paragraph of rest) draft.blocks.push(blockOf(text, paragraph, dialect));
  markRelated(text, draft);
  markBiographies(text, draft);
  return {
    id: told.id ?? contentHash(text).slice(0, 16),
    text,
    blocks: draft.blocks,
    language: told.language,
    published: draft.published,
    outlet: told.outlet,
    url: told.url,
    title: draft.title,
    authors: draft.authors.filter((name) => !isAgency(name)),
    wire: told.wire ?? draft.authors.find(isAgency) ?? wireOfText(text, draft.blocks),
    usageTerms: told.usageTerms,
    embargoedUntil: told.embargoedUntil,
    imported: null,
  };
}

/** The paragraphs of a text that has no head of its own: what else is known of the article stands elsewhere. */
export const partsOfText = (text: string): readonly Part[] =>
  paragraphsOf(text).map(({ start, end }) => {
    const words = text.slice(start, end);
    const reason = furnitureReason(words);
    return reason === null ? { kind: 'paragraph', text: words } : { kind: 'boilerplate', text: words, reason };
  });

function blockOf(text: string, { start, end }: Span, dialect: Dialect): Block {
  const words = text.slice(start, end);
  const marked = dialect === 'markdown' ? markdownKind(words) : null;
  const reason = marked === null ? furnitureReason(words) : marked === 'boilerplate' ? 'a rule between two parts' : null;
  return reason === null ? { kind: marked ?? 'paragraph', start, end } : { kind: 'boilerplate', start, end, reason };
}

/** What Markdown's marks make of a paragraph; null where it has none. */
function markdownKind(paragraph: string): BlockKind | null {
  if (/^#{1,6}\s/.test(paragraph)) return 'heading';
  if (paragraph.startsWith('>')) return 'quote';
  if (/^!\[[^\]\n]{0,500}\]\([^)\n]{0,500}\)$/.test(paragraph)) return 'caption';
  return /^(?:[-*_] ?){3,}$/.test(paragraph) ? 'boilerplate' : null;
}

/** Lines under which a page lists other articles. */
const RELATED =
  /^(?:related(?: (?:articles|stories|links|news|content|topics|coverage))?|more (?:stories|news|on this(?: story| topic)?|from .{1,40})|read (?:next|more|also)|recommended(?: for you)?|most (?:read|popular|viewed)|you may also like|trending(?: now)?|latest (?:news|stories)|see also):?$/i;

/** Marks the titles of other articles below such a line: short lines that end like no sentence. The first other line ends the list. */
function markRelated(text: string, draft: Draft): void {
  let listed = false;
  for (const [index, block] of draft.blocks.entries()) {
    const words = text.slice(block.start, block.end);
    if (block.kind === 'boilerplate') listed ||= RELATED.test(words.trim());
    else if (listed && block.kind === 'paragraph' && looksLikeTitle(words))
      draft.blocks[index] = { ...block, kind: 'boilerplate', reason: 'title of another article' };
    else listed = false;
  }
}

const looksLikeTitle = (line: string): boolean =>
  line.length <= 140 && !line.includes('\n') && !/[.!:;,]["”’')]*$/.test(line) && !/^["“]/.test(line);

function markBiographies(text: string, draft: Draft): void {
  const { blocks, authors } = draft;
  let seen = 0;
  for (let index = blocks.length - 1; index > 0 && seen < TAIL_BLOCKS; index--) {
    const block = blocks[index];
    if (block?.kind !== 'boilerplate') seen++;
    if (block?.kind === 'paragraph' && isBiography(text.slice(block.start, block.end), authors))
      blocks[index] = { ...block, kind: 'boilerplate', reason: 'about somebody who wrote the article' };
  }
}

/** The agency that the first paragraph's dateline or a line about rights below the text credits. */
function wireOfText(text: string, blocks: readonly Block[]): string | null {
  const words = (block: Span): string => text.slice(block.start, block.end);
  const first = blocks.find((block) => block.kind === 'paragraph');
  const dateline = first && wireOfDateline(words(first));
  if (dateline) return dateline;
  for (const block of blocks.slice(-TAIL_BLOCKS)) {
    const rights = block.kind === 'boilerplate' ? wireOfRights(words(block)) : null;
    if (rights) return rights;
  }
  return null;
}
