import type { Article, Block, BlockKind } from './model.js';

const BREAK = /\n[^\S\n]*(?:\n[^\S\n]*)+/g;

/** Paragraphs of a plain text: runs of lines without an empty line between them, white space at their ends left out. */
export function splitBlocks(text: string, kind: BlockKind = 'paragraph'): readonly Block[] {
  const blocks: Block[] = [];
  let from = 0;
  const push = (to: number): void => {
    let start = from;
    let end = to;
    while (start < end && /\s/.test(text[start] ?? '')) start++;
    while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
    if (start < end) blocks.push({ kind, start, end });
  };
  for (const match of text.matchAll(BREAK)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(text.length);
  return blocks;
}

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
