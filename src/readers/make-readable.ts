import { type Article, type Block, type BlockKind, contentHash, type Day, paragraphsOf, type Span } from '../engine/index.js';
import type { Part } from './assemble.js';
import type { Metadata } from './fields.js';
import { isBiography, isFurniture } from './furniture.js';
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

/** How far from the end of the text an author's biography may stand, in blocks. */
const TAIL_BLOCKS = 4;

/**
 * An article of a text and what is told about it: finds the headline, byline, date and agency that the text itself gives,
 * and marks what is not journalism. What is told beside the text wins over what stands in it. The text stays as it is.
 */
export function makeReadable(text: string, told: Metadata, dialect: Dialect): Article {
  const draft: Draft = { blocks: [], title: told.title, published: told.published, authors: told.authors };
  const paragraphs = paragraphsOf(text);
  const rest = readHead(text, paragraphs, dialect, draft);
  for (const paragraph of rest) draft.blocks.push({ kind: kindOf(text.slice(paragraph.start, paragraph.end), dialect), ...paragraph });
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
    return { kind: kindOf(words, 'plain'), text: words };
  });

/** What a paragraph below the head is. */
function kindOf(paragraph: string, dialect: Dialect): BlockKind {
  if (dialect === 'markdown') {
    if (/^#{1,6}\s/.test(paragraph)) return 'heading';
    if (paragraph.startsWith('>')) return 'quote';
    if (/^!\[[^\]\n]{0,500}\]\([^)\n]{0,500}\)$/.test(paragraph)) return 'caption';
    if (/^(?:[-*_] ?){3,}$/.test(paragraph)) return 'boilerplate';
  }
  return isFurniture(paragraph) ? 'boilerplate' : 'paragraph';
}

function markBiographies(text: string, draft: Draft): void {
  const { blocks, authors } = draft;
  for (let index = Math.max(1, blocks.length - TAIL_BLOCKS); index < blocks.length; index++) {
    const block = blocks[index];
    if (block?.kind === 'paragraph' && isBiography(text.slice(block.start, block.end), authors))
      blocks[index] = { ...block, kind: 'boilerplate' };
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
