import { z } from 'zod';
import { type Conflict, coverage, figuresLedger, type Matter, readQuery, type ThreadNode, thread } from '../../answers/index.js';
import type { Filter } from '../../record/index.js';
import { operation } from '../operation.js';
import { pageOf } from '../paging.js';
import type { Links } from '../shapes/links.js';
import { count, list, next, shape, words } from '../shapes/shape.js';
import { act, lookedAt, type ShownStatement, showStatement, span, statement, statementId } from '../shapes/statement.js';
import { paged, query } from './parameters.js';

/** Statements with figures that one answer reads: the latest. */
const MOST_READ = 1_000;

const pair = list(z.strictObject({ left: count, right: count, kind: z.enum(['exclude', 'differ']) }));

const matter = shape(
  'Matter',
  'Claims that count the same thing over the same kind of period, first to last. Nobody is said to be right. Pairs are indexes into `claims`.',
  z.strictObject({
    name: z.string(),
    counted: z.strictObject({ noun: z.string(), of: z.string().nullable(), event: z.string().nullable() }),
    scope: z.string().nullable().describe('The period, in the words of the claim.'),
    claims: list(
      z.strictObject({
        statement: statementId,
        claimant: z.string().nullable(),
        claimantKey: z.string(),
        value: z.number(),
        unit: z.string().nullable(),
        qualifier: z.string().nullable(),
        exact: words,
        span,
        scope: z.string().nullable(),
        day: z.string().nullable(),
        dayIs: z.enum(['said', 'printed', 'not known']),
        outlet: z.string().nullable(),
      }),
    ),
    firsts: list(count).describe('Each claimant’s first claim of a value.'),
    conflicts: pair.describe(
      'Claims of different claimants, of one period, with different numbers. `exclude`: both cannot be right as they are qualified.',
    ),
    changes: pair.describe('Claims of one claimant whose values differ.'),
  }),
);

const figuresPage = shape(
  'FiguresPage',
  'Who claims how many of what: matters with most conflicts first.',
  z.strictObject({
    matters: list(matter),
    next,
    read: count.describe('How many statements with figures were read: the latest 1,000 at most.'),
    lookedAt,
  }),
);

export const getFigures = operation({
  id: 'getFigures',
  method: 'get',
  path: '/figures',
  tag: 'Figures, replies, coverage',
  summary: 'Who claims how many of what, over which period, and where claims differ',
  problems: ['query-wrong', 'cursor-wrong'],
  query: z.strictObject({
    q: query.default(''),
    single: z.boolean().default(false).describe('With matters of which there is one claim.'),
    ...paged,
  }),
  answer: figuresPage,
  examples: [{ query: { q: 'soldiers' } }, { query: { single: 'true', limit: '5' } }],
  async run({ record, remember }, { query: { q, single, ...paging } }) {
    const filter: Filter = { kind: 'and', of: [{ kind: 'figures' }, readQuery(q)] };
    const { matters, read } = await remember(`api figures ${q}`, async () => {
      const page = await record.statements({ filter, order: { by: 'said', direction: 'descending' }, limit: MOST_READ });
      return { matters: figuresLedger(page.statements).toSorted(byInterest), read: page.statements.length };
    });
    const page = pageOf(
      matters.filter(({ claims }) => single || claims.length > 1),
      ({ claims }) => JSON.stringify([claims[0]?.statement, claims[0]?.span]),
      paging,
    );
    return { matters: page.items.map(showMatter), next: page.next, read, lookedAt: await record.lookedAt(filter) };
  },
});

const byInterest = (one: Matter, other: Matter): number =>
  other.conflicts.length - one.conflicts.length || other.changes.length - one.changes.length || other.claims.length - one.claims.length;

const showPair = ({ left, right, kind }: Conflict) => ({ left, right, kind });

const showMatter = (one: Matter): z.input<typeof matter> => ({
  name: one.name,
  counted: one.counted,
  scope: one.scope?.words ?? null,
  claims: one.claims.map(({ article: _article, counted: _counted, scope, ...claim }) => ({ ...claim, scope: scope?.words ?? null })),
  firsts: one.firsts,
  conflicts: one.conflicts.map(showPair),
  changes: one.changes.map(showPair),
});

const stances = z.strictObject({ for: count, 'only-if': count, against: count, unclear: count });

const coverageAnswer = shape(
  'Coverage',
  'Which outlets carried whose statements, with which sides, and which carried none.',
  z.strictObject({
    speakers: list(
      z.strictObject({
        key: z.string(),
        name: z.string().nullable(),
        statements: count,
        last: z.string().nullable().describe('The last day on which they spoke on it, by what is held.'),
        outlets: list(
          z.strictObject({
            outlet: z.string().nullable(),
            statements: count,
            stances,
            first: z.string().nullable(),
            last: z.string().nullable(),
          }),
        ),
      }),
    ),
    silent: list(z.strictObject({ outlet: z.string().nullable(), articles: count })).describe('Outlets that printed nothing on it.'),
    next,
    lookedAt,
  }),
);

export const getCoverage = operation({
  id: 'getCoverage',
  method: 'get',
  path: '/coverage',
  tag: 'Figures, replies, coverage',
  summary: 'Which outlets carried whose statements, and which carried none',
  problems: ['query-wrong', 'cursor-wrong'],
  query: z.strictObject({ q: query.default(''), ...paged }),
  answer: coverageAnswer,
  examples: [{ query: { q: 'ceasefire', limit: '5' } }],
  async run({ record, remember }, { query: { q, ...paging } }) {
    const answer = await remember(`api coverage ${q}`, () => coverage(record, { on: q === '' ? null : q }));
    const page = pageOf(answer.speakers, ({ key }) => key, paging);
    return {
      speakers: page.items.map(({ key, name, statements, last }) => ({
        ...{ key, name, statements, last },
        outlets: answer.cells
          .filter(({ speakerKey }) => speakerKey === key)
          .map(({ speakerKey: _key, speaker: _speaker, ...cell }) => cell),
      })),
      silent: answer.silent,
      next: page.next,
      lookedAt: answer.lookedAt,
    };
  },
});

/** A statement and what answers it. Declared by hand: a schema that holds itself tells its type to nobody. */
export interface ShownThread {
  readonly statement: ShownStatement;
  readonly reply: 'answers' | 'denies' | 'contradicts' | null;
  readonly shown: string | null;
  readonly answers: readonly ShownThread[];
}

const node: z.ZodType<ShownThread> = shape(
  'ThreadNode',
  'A statement and what answers it, where the article’s own words show it.',
  z.strictObject({
    statement,
    reply: z.enum(['answers', 'denies', 'contradicts']).nullable().describe('How it answers the one above; null at the top.'),
    shown: words.nullable().describe('The words that show it.'),
    get answers() {
      return list(node);
    },
  }),
);

const threadsPage = shape(
  'ThreadsPage',
  'Claim, denial, counter-claim, in the articles in which a query finds statements.',
  z.strictObject({
    threads: list(node),
    addresses: list(z.strictObject({ statement: statementId, act, whom: words })).describe(
      'Who accuses, demands, asks, denies, and whom: the first 200.',
    ),
    articles: count.describe('Articles with a statement that the query finds: the first 60 are read.'),
    next,
    lookedAt,
  }),
);

const MOST_ADDRESSES = 200;

export const getThreads = operation({
  id: 'getThreads',
  method: 'get',
  path: '/threads',
  tag: 'Figures, replies, coverage',
  summary: 'Who answers whom',
  problems: ['query-wrong', 'cursor-wrong'],
  query: z.strictObject({ q: query.default('is:position'), ...paged }),
  answer: threadsPage,
  examples: [{ query: { q: 'clinic' } }],
  async run({ record, remember }, { query: { q, ...paging }, links }) {
    const answer = await remember(`api threads ${q}`, () => thread(record, { on: q }));
    const page = pageOf(answer.threads, ({ statement: { id } }) => id, paging);
    return {
      threads: page.items.map((one) => showThread(one, links)),
      addresses: answer.addresses.slice(0, MOST_ADDRESSES).map((one) => ({ statement: one.statement.id, act: one.act, whom: one.whom })),
      articles: answer.articles,
      next: page.next,
      lookedAt: answer.lookedAt,
    };
  },
});

const showThread = (one: ThreadNode, links: Links): ShownThread => ({
  statement: showStatement(one.statement, links),
  reply: one.reply?.kind ?? null,
  shown: one.shown,
  answers: one.answers.map((answer) => showThread(answer, links)),
});
