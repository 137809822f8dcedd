import { z } from 'zod';
import { search, statementInContext, timeline } from '../../answers/index.js';
import { sameWords } from '../../answers/same-words/same-words.js';
import type { Order } from '../../record/index.js';
import { operation } from '../operation.js';
import { articleHead, showHead } from '../shapes/article.js';
import { same, showSame } from '../shapes/same-words.js';
import { count, day, list, next, shape, words } from '../shapes/shape.js';
import { lookedAt, showStatement, statement, statementId } from '../shapes/statement.js';
import { after, limit, paged, query, speakerName, versions } from './parameters.js';

const ORDERS: Readonly<Record<'said' | 'printed' | 'filed', Order['by']>> = { said: 'said', printed: 'printed', filed: 'filed' };

const statementPage = shape(
  'StatementPage',
  'Statements that meet a query.',
  z.strictObject({ query: z.string(), statements: list(statement), next, lookedAt }),
);

export const searchStatements = operation({
  id: 'searchStatements',
  method: 'get',
  path: '/statements',
  tag: 'Statements',
  summary: 'Find statements by words, speaker, outlet, day and more',
  details: 'Without `q`, everything. Latest said first unless told otherwise; statements of an unknown day come last.',
  problems: ['query-wrong', 'cursor-wrong'],
  query: z.strictObject({
    q: query.default(''),
    order: z.enum(['said', 'printed', 'filed']).default('said').describe('By the day said, the day printed, or as filed.'),
    direction: z.enum(['ascending', 'descending']).default('descending'),
    versions,
    ...paged,
  }),
  answer: statementPage,
  examples: [
    { query: { q: 'ceasefire speaker:"Lena Varga"', limit: '5' } },
    { query: { q: '"not one metre" OR withdrawal -outlet:vestnar', order: 'printed', direction: 'ascending' } },
    { query: {} },
  ],
  async run({ record }, { query: { q, order, direction, ...rest }, links }) {
    const answer = await search(record, {
      query: q,
      order: { by: ORDERS[order], direction },
      versions: rest.versions,
      limit: rest.limit,
      after: rest.after ?? null,
    });
    return { ...answer, statements: answer.statements.map((one) => showStatement(one, links)) };
  },
});

const parts = z.strictObject({ id: statementId });

export const getStatement = operation({
  id: 'getStatement',
  method: 'get',
  path: '/statements/{id}',
  tag: 'Statements',
  summary: 'One statement',
  parts,
  problems: ['not-found'],
  answer: statement,
  examples: [],
  async run({ record }, { path: { id }, links }) {
    const found = await record.statement(id);
    return found === null ? null : showStatement(found, links);
  },
});

const MARKED = ['content', 'source', 'cue', 'said', 'addressee', 'occasion', 'whom', 'target', 'condition'] as const;

const inContext = shape(
  'StatementInContext',
  'A statement where it stands.',
  z.strictObject({
    statement,
    passage: z
      .strictObject({ start: count, end: count, text: words })
      .describe('The paragraphs that hold the words and their source; `start` is where they begin in the article.'),
    marks: list(z.strictObject({ role: z.enum(MARKED), start: count, end: count })).describe(
      'What is what in the passage; offsets count in the article.',
    ),
    before: words.nullable(),
    after: words.nullable(),
    containers: list(statement).describe('Statements that contain this one, outermost first.'),
    contained: list(statement),
    appearances: list(articleHead).describe('Everywhere its text appeared, first printed first.'),
  }),
);

export const getStatementInContext = operation({
  id: 'getStatementInContext',
  method: 'get',
  path: '/statements/{id}/context',
  tag: 'Statements',
  summary: 'One statement in its paragraph, with what surrounds it',
  parts,
  problems: ['not-found'],
  answer: inContext,
  examples: [],
  async run({ record }, { path: { id }, links }) {
    const found = await statementInContext(record, id);
    if (found === null) return null;
    const { passage, marks, before } = found;
    return {
      ...{ passage, marks, before, after: found.after },
      statement: showStatement(found.statement, links),
      containers: found.containers.map((one) => showStatement(one, links)),
      contained: found.contained.map((one) => showStatement(one, links)),
      appearances: found.appearances.map((head) => showHead(head, links)),
    };
  },
});

export const getSameWords = operation({
  id: 'getSameWords',
  method: 'get',
  path: '/statements/{id}/same-words',
  tag: 'Statements',
  summary: 'The same utterance over outlets: shortened, altered, translated otherwise, and how many origins it has',
  parts,
  problems: ['not-found'],
  answer: same,
  examples: [],
  async run({ record }, { path: { id }, links }) {
    const found = await sameWords(record, id);
    return found === null ? null : showSame(found, links);
  },
});

const saidOn = shape(
  'SaidOn',
  'When something was said, as a reader should be told it.',
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('day'), day }),
    z.strictObject({ kind: z.literal('between'), from: day, to: z.string() }),
    z.strictObject({ kind: z.literal('on-or-before'), to: day }),
    z.strictObject({ kind: z.literal('on-or-after'), from: day }),
    z.strictObject({ kind: z.literal('unknown'), printed: z.string().nullable() }),
  ]),
);

const timelinePage = shape(
  'TimelinePage',
  'What somebody said, by the day it was said; those of an unknown day after them, by printed day.',
  z.strictObject({
    speakers: list(z.strictObject({ key: z.string(), name: z.string().nullable(), statements: count })).describe(
      'Whom the name means in this record.',
    ),
    entries: list(z.strictObject({ said: saidOn, reportedLater: z.boolean(), statement })),
    next,
    lookedAt,
  }),
);

export const getTimeline = operation({
  id: 'getTimeline',
  method: 'get',
  path: '/timeline',
  tag: 'Statements',
  summary: 'What somebody said, first to last',
  problems: ['query-wrong', 'cursor-wrong'],
  query: z.strictObject({
    speaker: speakerName.optional().describe('Words of the name, or a key. Without one, everybody.'),
    on: query.optional(),
    limit,
    after,
  }),
  answer: timelinePage,
  examples: [{ query: { speaker: 'Lena Varga', on: 'ceasefire' } }, { query: { limit: '3' } }],
  async run({ record }, { query: { speaker, on, ...rest }, links }) {
    const answer = await timeline(record, { speaker: speaker ?? null, on: on ?? null, limit: rest.limit, after: rest.after ?? null });
    return {
      speakers: answer.speakers.map(({ key, name, statements }) => ({ key, name, statements })),
      entries: answer.entries.map((entry) => ({ ...entry, statement: showStatement(entry.statement, links) })),
      next: answer.next,
      lookedAt: answer.lookedAt,
    };
  },
});
