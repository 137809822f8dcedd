import { z } from 'zod';
import { list, shape } from './shape.js';

/** The longest text that one article may have, in UTF-16 code units: a book has half of it. */
export const LONGEST_TEXT = 2_000_000;

const name = z.string().min(1).max(500);

export const givenArticle = shape(
  'GivenArticle',
  'An article to be filed. It is known by its `url`, else by its `id` within its `outlet`: give at least one. Filing the same again changes nothing; another text under the same address becomes a further version.',
  z
    .strictObject({
      text: z.string().min(1).max(LONGEST_TEXT).regex(/\S/).describe('Plain text. Paragraphs are parted by an empty line.'),
      url: z
        .url({ protocol: /^https?$/ })
        .max(2_000)
        .optional(),
      id: name.optional(),
      title: z.string().max(2_000).optional(),
      outlet: name.optional(),
      published: z.iso.date().optional().describe('The day printed. Without it, days like "on Tuesday" cannot be told.'),
      authors: list(name).optional(),
      language: z
        .string()
        .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/)
        .optional()
        .describe('A BCP 47 tag. What is not English is filed and not read.'),
      usageTerms: z.string().min(1).max(2_000).optional().describe('What the outlet lets be done with the text.'),
      embargoedUntil: z.iso.datetime({ precision: 0 }).optional().describe('The moment before which it must not go out, in UTC.'),
      wire: name.optional().describe('The agency whose story it is.'),
    })
    .refine(({ url, id }) => url !== undefined || id !== undefined, {
      path: ['url'],
      message: 'give "url" or "id": an article is known by it',
    }),
);

export type GivenArticle = z.infer<typeof givenArticle>;
