import { z } from 'zod';
import { type ComparedText, findOrigins } from '../../answers/index.js';
import type { ArticleHead, Filter, StatementRecord } from '../../record/index.js';
import type { Desk } from '../desk.js';
import { operation } from '../operation.js';
import { cursorWrong, readCursor, writeCursor } from '../paging.js';
import { ProblemError } from '../problems.js';
import { articleHead, articleText, sha256, showHead, showText } from '../shapes/article.js';
import { givenArticle } from '../shapes/given-article.js';
import { origin, showOrigins } from '../shapes/same-words.js';
import { count, day, href, list, next, shape } from '../shapes/shape.js';
import { lookedAt, showStatement, statement } from '../shapes/statement.js';
import { paged } from './parameters.js';

const filters = {
  outlet: z.string().min(1).max(300).optional().describe('Words of the outlet’s name.'),
  from: day.optional().describe('Printed on this day or later.'),
  to: day.optional().describe('Printed on this day or earlier.'),
  address: z.string().min(1).max(2_000).optional().describe('The article of this address: its url, else its id within its outlet.'),
};

type Filters = { readonly [Name in keyof typeof filters]?: string | undefined };

function filterOf({ outlet, from, to, address }: Filters): Filter {
  const of: Filter[] = [];
  if (outlet !== undefined) of.push({ kind: 'outlet', name: outlet });
  if (from !== undefined || to !== undefined) of.push({ kind: 'printed', from: from ?? null, to: to ?? null });
  if (address !== undefined) of.push({ kind: 'address', is: address });
  return { kind: 'and', of };
}

const articlePage = shape(
  'ArticlePage',
  'Current articles in the order in which they were filed.',
  z.strictObject({ articles: list(articleHead), next, lookedAt }),
);

export const listArticles = operation({
  id: 'listArticles',
  method: 'get',
  path: '/articles',
  tag: 'Articles',
  summary: 'List articles, in the order in which they were filed',
  problems: ['cursor-wrong'],
  query: z.strictObject({ ...filters, ...paged }),
  answer: articlePage,
  examples: [{ query: { outlet: 'interline', from: '2030-01-01', limit: '5' } }, { query: {} }],
  async run({ record }, { query: { limit, after, ...given }, links }) {
    const filter = filterOf(given);
    const found = await firstOf(record, filter, limit + 1, after === undefined ? null : placeOf(after));
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      articles: shown.map((head) => showHead(head, links)),
      next: found.length > limit && last !== undefined ? writeCursor([last.address, last.sha256]) : null,
      lookedAt: await record.lookedAt(filter),
    };
  },
});

async function firstOf(record: StatementRecord, filter: Filter, most: number, after: Place | null): Promise<readonly ArticleHead[]> {
  const found: ArticleHead[] = [];
  for await (const head of record.articles({ filter, after })) {
    found.push(head);
    if (found.length === most) break;
  }
  return found;
}

type Place = Pick<ArticleHead, 'address' | 'sha256'>;

const PLACE = z.tuple([z.string(), z.string()]);

function placeOf(after: string): Place {
  const read = PLACE.safeParse(readCursor(after));
  if (!read.success) throw cursorWrong();
  const [address, hash] = read.data;
  return { address, sha256: hash };
}

const article = shape(
  'Article',
  'One version of an article with its text, its parts, and everything that was said in it.',
  z.strictObject({ article: articleHead, ...articleText, statements: list(statement).describe('In text order.') }),
);

export const getArticle = operation({
  id: 'getArticle',
  method: 'get',
  path: '/articles/{sha256}',
  tag: 'Articles',
  summary: 'One text with its parts, versions and statements',
  parts: z.strictObject({ sha256 }),
  problems: ['not-found'],
  answer: article,
  examples: [],
  async run({ record }, { path, links }) {
    const held = await record.article(path.sha256);
    if (held === null || held.head.sha256 !== path.sha256) return null;
    const statements = await record.statementsOf(path.sha256);
    return {
      article: showHead(held.head, links),
      ...showText(held, links),
      statements: statements.map((one) => showStatement(one, links)),
    };
  },
});

/** Comparing every pair takes a second for so many; a narrower question is answered sooner. */
const MOST_COMPARED = 1_000;

const originsAnswer = shape(
  'Origins',
  'Which articles are copies, rewrites or versions of one another. Independent reports of one event are origins of their own.',
  z.strictObject({
    compared: count.describe('How many articles were compared: the first 1,000 that the question means.'),
    complete: z.boolean(),
    outlets: count,
    origins: count,
    groups: list(origin).describe('Origins with more than one text.'),
    lookedAt,
  }),
);

export const getOrigins = operation({
  id: 'getOrigins',
  method: 'get',
  path: '/origins',
  tag: 'Articles',
  summary: 'Which articles go back to one source',
  query: z.strictObject(filters),
  answer: originsAnswer,
  examples: [{ query: { from: '2030-01-01', to: '2030-01-31' } }],
  async run(desk, { query, links }) {
    const filter = filterOf(query);
    const { texts, complete } = await desk.remember(`api origins ${JSON.stringify(filter)}`, () => textsOf(desk, filter));
    const found = findOrigins(texts);
    const groups = found.origins.filter(({ members }) => members.length > 1);
    return {
      compared: texts.length,
      complete,
      outlets: found.outlets,
      origins: found.origins.length,
      groups: showOrigins(
        { ...found, origins: groups },
        texts.map(({ head }) => head),
        links,
      ),
      lookedAt: await desk.record.lookedAt(filter),
    };
  },
});

async function textsOf({ record }: Desk, filter: Filter): Promise<{ readonly texts: readonly ComparedText[]; readonly complete: boolean }> {
  const heads = await firstOf(record, filter, MOST_COMPARED + 1, null);
  const texts: ComparedText[] = [];
  for (const head of heads.slice(0, MOST_COMPARED)) {
    const held = await record.article(head.sha256);
    if (held !== null) texts.push({ head, text: held.article.text, blocks: held.article.blocks });
  }
  return { texts, complete: heads.length <= MOST_COMPARED };
}

/** How many articles, and how many bytes of them, one request may bring. */
const MOST_AT_ONCE = 100;
const LARGEST_BODY = 20_000_000;

/** So much of what was filed stands in a log: no list of a hundred long addresses. */
const LOGGED = 500;

const filedAnswer = shape(
  'FiledArticles',
  'What became of each article, in order. All are filed or none.',
  z.strictObject({
    articles: list(
      z.strictObject({
        outcome: z
          .enum(['filed', 'version', 'appearance', 'amended', 'known'])
          .describe(
            '`filed`: it was not there. `version`: its address had another text. `appearance`: its text was there at another address. `amended`: its data changed. `known`: nothing changed.',
          ),
        address: z.string(),
        sha256,
        version: z.int().min(1),
        statements: count,
        permalink: href,
        self: href,
      }),
    ),
  }),
);

export const fileArticles = operation({
  id: 'fileArticles',
  method: 'post',
  path: '/articles',
  tag: 'Articles',
  summary: 'File one article, or several',
  details:
    'Each is read by the engine and filed with its statements before the answer comes. Sending the same again changes nothing, so a request whose answer was lost can be sent again.',
  access: 'write',
  problems: ['not-allowed'],
  body: { schema: z.union([givenArticle, z.array(givenArticle).min(1).max(MOST_AT_ONCE)]), limit: LARGEST_BODY },
  answer: filedAnswer,
  examples: [
    {
      body: {
        text: 'Lena Varga said on Tuesday: "We will sign once the bridge opens."',
        url: 'https://meridianpost.example/2031/03/14/bridge',
        outlet: 'The Meridian Post',
        published: '2031-03-14',
      },
    },
  ],
  async run({ intake }, { body, links, asker }) {
    if (intake === null) throw new ProblemError('not-allowed', 'This server takes no articles.');
    const filed = await intake(Array.isArray(body) ? body : [body]);
    await asker.wrote(
      'file articles',
      filed
        .map(({ outcome, address }) => `${outcome}: ${address}`)
        .join(', ')
        .slice(0, LOGGED),
    );
    return {
      articles: filed.map((one) => ({
        ...one,
        permalink: links.page(`/article/${one.sha256}`),
        self: links.api(`/articles/${one.sha256}`),
      })),
    };
  },
});
