import { type Article, type Block, contentHash } from '../engine/index.js';
import { makeStorable } from './decode.js';
import type { Metadata } from './fields.js';
import type { ReaderNote } from './reader.js';
import { isAgency, wireOfDateline } from './wire.js';

/** A paragraph with what it is, before it has its place in the text. */
export interface Part {
  readonly kind: Block['kind'];
  readonly text: string;
  readonly reason?: string;
}

/** An article of parts: the text is the parts with an empty line between two, and each is a block. `told` is taken as it is. */
export function assemble(parts: readonly Part[], told: Metadata): { readonly article: Article; readonly notes: readonly ReaderNote[] } {
  const joined = makeStorable(parts.map((part) => part.text).join('\n\n'));
  const blocks: Block[] = [];
  let at = 0;
  for (const { kind, text, reason } of parts) {
    blocks.push({ kind, start: at, end: at + text.length, ...(reason === undefined ? {} : { reason }) });
    at += text.length + 2;
  }
  const { text } = joined;
  const first = blocks.find((block) => block.kind === 'paragraph');
  const article: Article = {
    id: told.id ?? contentHash(text).slice(0, 16),
    text,
    blocks,
    language: told.language,
    published: told.published,
    outlet: told.outlet,
    url: told.url,
    title: told.title,
    authors: told.authors.filter((name) => !isAgency(name)),
    wire: told.wire ?? told.authors.find(isAgency) ?? (first === undefined ? null : wireOfDateline(text.slice(first.start, first.end))),
    usageTerms: told.usageTerms,
    embargoedUntil: told.embargoedUntil,
    imported: null,
  };
  return { article, notes: joined.notes };
}

/** Whether any part holds words of the article itself. */
export const hasArticleText = (parts: readonly Part[]): boolean =>
  parts.some(({ kind }) => kind === 'paragraph' || kind === 'quote' || kind === 'heading');
