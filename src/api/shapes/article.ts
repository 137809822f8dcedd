import { z } from 'zod';
import type { ArticleHead, RecordedArticle } from '../../record/index.js';
import type { Links } from './links.js';
import { count, href, list, printedDay, shape, words } from './shape.js';

export const BLOCK_KINDS = [
  'headline',
  'standfirst',
  'byline',
  'dateline',
  'paragraph',
  'caption',
  'heading',
  'quote',
  'boilerplate',
] as const;

export const sha256 = shape(
  'TextHash',
  'SHA-256 of a text in UTF-8, in hexadecimal: what a text is known by.',
  z.string().regex(/^[0-9a-f]{64}$/),
);

export const articleHead = shape(
  'ArticleHead',
  'One version of an article, without its text.',
  z.strictObject({
    sha256,
    address: z.string().describe('What the article is known by: its url, else its id within its outlet.'),
    id: z.string(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: printedDay.nullable().describe('The day printed, as the outlet gave it.'),
    url: z.string().nullable(),
    authors: list(z.string()),
    language: z.string().nullable(),
    wire: z.string().nullable().describe('The agency whose story it is.'),
    usageTerms: z.string().nullable().describe('What the outlet lets be done with the text, in its own words.'),
    embargoedUntil: z.string().nullable().describe('The moment before which it must not go out.'),
    imported: z
      .string()
      .nullable()
      .describe('The collection that this was taken over from, where it is somebody else’s quotation and no article that was read.'),
    version: z.int().min(1).describe('1 for the first text that its address carried.'),
    current: z.boolean().describe('Whether it is the latest text of its address.'),
    filed: z.string().nullable(),
    permalink: href,
    self: href,
  }),
);

export type ShownHead = z.infer<typeof articleHead>;

export const block = shape(
  'Block',
  'A part of the text, `text.slice(start, end)`. What is not journalism is kept and marked `boilerplate`.',
  z.strictObject({ kind: z.enum(BLOCK_KINDS), start: count, end: count, reason: z.string().optional() }),
);

export const note = shape(
  'Note',
  'Something about a place in the text that a reader should know.',
  z.strictObject({
    code: z.string().describe('A word for what it is: "cue-dropped", "language-not-read" ...'),
    start: count,
    end: count,
    message: z.string(),
  }),
);

export const articleText = {
  text: words.describe('The whole text, never changed. All offsets count in it, in UTF-16 code units.'),
  blocks: list(block),
  notes: list(note),
  versions: list(articleHead).describe('Every text that its address carried, first to last.'),
  copies: list(articleHead).describe('Every address and version that carries this text, first printed first.'),
};

export function showHead(head: ArticleHead, links: Links): ShownHead {
  return {
    sha256: head.sha256,
    address: head.address,
    id: head.id,
    title: head.title,
    outlet: head.outlet,
    published: head.published,
    url: head.url,
    authors: head.authors,
    language: head.language,
    wire: head.wire,
    usageTerms: head.usageTerms,
    embargoedUntil: head.embargoedUntil,
    imported: head.imported,
    version: head.version,
    current: head.current,
    filed: head.filed,
    permalink: links.page(`/article/${head.sha256}`),
    self: links.api(`/articles/${head.sha256}`),
  };
}

export function showText({ article, notes, versions, appearances }: RecordedArticle, links: Links) {
  return {
    text: article.text,
    blocks: article.blocks,
    notes: notes.map(({ code, span, message }) => ({ code, start: span.start, end: span.end, message })),
    versions: versions.map((head) => showHead(head, links)),
    copies: appearances.map((head) => showHead(head, links)),
  };
}
