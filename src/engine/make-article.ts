import type { Article, Block, BlockKind } from './model.js';
import { paragraphsOf } from './text/paragraphs.js';

/** The paragraphs of a plain text as blocks: see {@link paragraphsOf} for what is one. */
export const splitBlocks = (text: string, kind: BlockKind = 'paragraph'): readonly Block[] =>
  paragraphsOf(text).map(({ start, end }) => ({ kind, start, end }));

/** An article of a plain text: what is not given is null, blocks are its paragraphs. */
export function makeArticle(given: Partial<Article> & { readonly text: string }): Article {
  return {
    id: '',
    blocks: splitBlocks(given.text),
    language: null,
    published: null,
    outlet: null,
    url: null,
    title: null,
    authors: [],
    wire: null,
    usageTerms: null,
    embargoedUntil: null,
    imported: null,
    ...given,
  };
}
