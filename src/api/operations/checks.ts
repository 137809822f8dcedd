import { z } from 'zod';
import { type CheckedQuotation, checkDraft, checkQuotation, LONGEST_QUOTATION, type QuotationCheck } from '../../answers/index.js';
import { RecordError } from '../../record/index.js';
import { operation } from '../operation.js';
import { wrongPlace } from '../problems.js';
import { articleHead, showHead } from '../shapes/article.js';
import type { Links } from '../shapes/links.js';
import { difference, showVariant, variant } from '../shapes/same-words.js';
import { count, list, shape, words } from '../shapes/shape.js';
import { lookedAt, showStatement, span, statement } from '../shapes/statement.js';

export const VERDICTS = [
  'exact',
  'shortened',
  'stitched',
  'altered',
  'otherwise',
  'other-speaker',
  'reported',
  'not-quoted',
  'not-found',
] as const;

export const verdict = shape(
  'Verdict',
  '`exact`: somebody’s own words. `shortened`: the same with something left out. `stitched`: each part is somebody’s words, but not said together. `altered`: nearly the same words. `otherwise`: the same utterance is quoted in other words, as another translation does. `other-speaker`: somebody else’s words. `reported`: only as reported speech, without quotation marks. `not-quoted`: an article’s own words. `not-found`: not in what was looked at.',
  z.enum(VERDICTS),
);

const match = shape(
  'QuotationMatch',
  'A place that holds the words, or nearly.',
  z.strictObject({
    article: articleHead,
    spans: list(span),
    words: list(words).describe('The words at each span, unaltered.'),
    voice: z
      .enum(['quoted', 'reported', 'article'])
      .describe('Whose words the place holds: somebody’s own, somebody’s as reported, or the article’s.'),
    statement: statement.nullable().describe('Null where the engine made no statement of them.'),
    similarity: z.number(),
    differences: list(difference),
    goesOn: words.nullable().describe('How the source’s sentence goes on: what is left out there can be the condition.'),
  }),
);

export const checked = shape(
  'QuotationCheck',
  'What became of a quotation. It never says whether it is true.',
  z.strictObject({
    quotation: words,
    verdict,
    parts: list(z.strictObject({ words, matches: list(match) })),
    leftOut: list(words).describe('For `shortened`: what stands between the parts in the source.'),
    elsewhere: list(variant).describe('How other places quote the same utterance in other words.'),
    lookedAt,
  }),
);

export function showCheck(check: QuotationCheck, links: Links): z.input<typeof checked> {
  return {
    quotation: check.quotation,
    verdict: check.verdict,
    parts: check.parts.map((part) => ({
      words: part.words,
      matches: part.matches.map(({ head, statement: held, ...one }) => ({
        ...one,
        article: showHead(head, links),
        statement: held === null ? null : showStatement(held, links),
      })),
    })),
    leftOut: check.leftOut,
    elsewhere: check.elsewhere.map((one) => showVariant(one, links)),
    lookedAt: check.lookedAt,
  };
}

const question = z.strictObject({
  quotation: z
    .string()
    .min(1)
    .max(20_000)
    .describe(`The words, with or without marks; "…" and [insertions] are understood. At most ${LONGEST_QUOTATION} words.`),
  speaker: z.string().min(1).max(600).optional().describe('Who is said to have said them.'),
  limit: z.int().min(1).max(50).default(10).describe('How many places are told of each part.'),
});

const shared = {
  tag: 'Checking',
  summary: 'Check a quotation: who said these words, where, and what was changed about them',
  answer: checked,
};

export const checkByQuery = operation({
  ...shared,
  id: 'checkQuotation',
  method: 'get',
  path: '/check',
  query: z.strictObject({ ...question.shape, quotation: question.shape.quotation.max(4_000) }),
  examples: [
    { query: { quotation: 'There will be no ceasefire' } },
    { query: { quotation: 'There will be a ceasefire', speaker: 'Kessal' } },
  ],
  run: async ({ record }, { query, links }) =>
    showCheck(await checkAt('query', 'quotation', () => checkQuotation(record, asked(query))), links),
});

export const checkByBody = operation({
  ...shared,
  id: 'checkLongQuotation',
  method: 'post',
  path: '/check',
  details: 'The same as a GET, for what is too long for an address.',
  body: { schema: shape('QuotationQuestion', 'A quotation to be checked.', question), limit: 100_000 },
  examples: [{ body: { quotation: '“The guns that struck the hospital were not ours”' } }],
  run: async ({ record }, { body, links }) =>
    showCheck(await checkAt('body', '/quotation', () => checkQuotation(record, asked(body))), links),
});

const asked = ({ quotation, speaker, limit }: z.output<typeof question>) => ({ quotation, speaker: speaker ?? null, limit });

/** A quotation that is too long is the asker's, and its place is known. */
async function checkAt<T>(where: 'query' | 'body', name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RecordError && error.code === 'query-wrong') throw wrongPlace({ in: where, name, detail: error.message });
    throw error;
  }
}

/** A draft of some 20,000 words. */
const LONGEST_DRAFT = 150_000;
/** Each takes some milliseconds; a draft with more is checked in parts. */
const MOST_QUOTATIONS = 200;

const draftAnswer = shape(
  'DraftCheck',
  'Every quotation of a draft, in its order.',
  z.strictObject({
    quotations: list(
      z.strictObject({
        words,
        start: count,
        end: count,
        line: z.int().min(1),
        check: checked,
      }),
    ).describe('Quotations of three words or more, with their places in the draft.'),
    complete: z.boolean().describe('False where the draft has more than 200 quotations: check the rest apart.'),
    verdicts: z.partialRecord(z.enum(VERDICTS), count).describe('How many of each verdict.'),
  }),
);

export const checkDraftText = operation({
  id: 'checkDraft',
  method: 'post',
  path: '/check-draft',
  tag: 'Checking',
  summary: 'Check every quotation of a draft',
  body: {
    schema: shape(
      'Draft',
      'A plain text with quotations in double or angled marks.',
      z.strictObject({ text: z.string().min(1).max(LONGEST_DRAFT) }),
    ),
    limit: 4 * LONGEST_DRAFT,
  },
  answer: draftAnswer,
  examples: [{ body: { text: 'Kessal said: “There will be no ceasefire.” She answered: “We were never asked for one at all.”' } }],
  async run({ record }, { body, links }) {
    const { quotations, complete } = await firstQuotations(checkDraft(record, body.text));
    const verdicts: Partial<Record<(typeof VERDICTS)[number], number>> = {};
    for (const { check } of quotations) verdicts[check.verdict] = (verdicts[check.verdict] ?? 0) + 1;
    return {
      quotations: quotations.map(({ words: quoted, start, end, line, check }) => ({
        words: quoted,
        start,
        end,
        line,
        check: showCheck(check, links),
      })),
      complete,
      verdicts,
    };
  },
});

async function firstQuotations(all: AsyncIterable<CheckedQuotation>) {
  const quotations: CheckedQuotation[] = [];
  for await (const one of all) {
    if (quotations.length === MOST_QUOTATIONS) return { quotations, complete: false };
    quotations.push(one);
  }
  return { quotations, complete: true };
}
