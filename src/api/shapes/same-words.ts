import { z } from 'zod';
import type { Origins } from '../../answers/index.js';
import type { SameWords, Variant } from '../../answers/same-words/same-words.js';
import type { ArticleHead } from '../../record/index.js';
import { articleHead, showHead } from './article.js';
import type { Links } from './links.js';
import { count, list, shape, words } from './shape.js';
import { lookedAt, showStatement, statement, statementId } from './statement.js';

export const difference = shape(
  'Difference',
  'A run of words that two renderings share, or in which they differ. `quoted` is the side that was asked about.',
  z.strictObject({ kind: z.enum(['same', 'changed', 'left-out', 'put-in', 'swapped']), quoted: words, source: words }),
);

export const variant = shape(
  'Variant',
  'Another rendering of one utterance.',
  z.strictObject({
    statement,
    rendering: z.enum(['same', 'shorter', 'longer', 'altered', 'otherwise']),
    differences: list(difference),
    likeness: z.number(),
    sameSpeaker: z.boolean().describe('Whether the record knows both as one speaker; else the words alone hang them together.'),
    condition: z
      .enum(['kept', 'elsewhere in the article', 'left out'])
      .nullable()
      .describe('Of an utterance with a condition: what this rendering does with it.'),
  }),
);

export const origin = shape(
  'Origin',
  'Texts that go back to one source and count once.',
  z.strictObject({
    agency: z.string().nullable(),
    members: list(
      z.strictObject({
        article: articleHead,
        of: z.string().nullable().describe('Hash of the text that this one hangs on; null for the first.'),
        relation: z.enum(['copy', 'rewrite', 'version']).nullable(),
        share: z.number().nullable().describe('Share of the shorter text’s own words that stand in shared passages.'),
        direction: z.enum(['known', 'not known']),
        because: z.string(),
      }),
    ),
  }),
);

export const same = shape(
  'SameWords',
  'Every rendering of one utterance, and where the articles come from.',
  z.strictObject({
    statement,
    condition: words.nullable(),
    quoted: list(variant).describe('Renderings in quotation marks, by printed day.'),
    reported: list(variant).describe('Renderings without quotation marks: never to be shown as quotations.'),
    first: statementId.describe('The statement that was printed first.'),
    outlets: count,
    origins: list(origin),
    lookedAt,
  }),
);

export const showVariant = (one: Variant, links: Links): z.input<typeof variant> => ({
  ...one,
  statement: showStatement(one.statement, links),
});

export function showSame(found: SameWords, links: Links): z.input<typeof same> {
  return {
    statement: showStatement(found.statement, links),
    condition: found.condition,
    quoted: found.quoted.map((one) => showVariant(one, links)),
    reported: found.reported.map((one) => showVariant(one, links)),
    first: found.first.id,
    outlets: found.origins.outlets,
    origins: showOrigins(found.origins, found.articles, links),
    lookedAt: found.lookedAt,
  };
}

/** Origins with the articles that their indexes mean. */
export const showOrigins = ({ origins }: Origins, heads: readonly ArticleHead[], links: Links): readonly z.input<typeof origin>[] =>
  origins.map(({ agency, members }) => ({
    agency,
    members: members.flatMap(({ text, of, ...member }) => {
      const head = heads[text];
      return head === undefined
        ? []
        : [{ ...member, article: showHead(head, links), of: of === null ? null : (heads[of]?.sha256 ?? null) }];
    }),
  }));
