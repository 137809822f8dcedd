import { z } from 'zod';
import { EVERYTHING } from '../../record/index.js';
import { operation } from '../operation.js';
import { pageOf } from '../paging.js';
import { PROBLEMS } from '../problems.js';
import { count, href, list, next, shape } from '../shapes/shape.js';
import { act, lookedAt, speakerKind, stance } from '../shapes/statement.js';
import { paged } from './parameters.js';

const recordAnswer = shape(
  'RecordInformation',
  'What is in the record.',
  z.strictObject({
    program: z.strictObject({ name: z.literal('onrecord'), version: z.string() }),
    schema: count.describe('The number of the schema that the record has.'),
    revision: z
      .string()
      .describe('Differs from what it was before wherever anything in the record may have changed since, as long as this server runs.'),
    statements: count,
    positions: count.describe('Statements that take a side.'),
    corrections: count,
    lookedAt,
    links: z.strictObject({ document: href, statements: href, articles: href, speakers: href, issues: href, pages: href }),
  }),
);

export const getRecord = operation({
  id: 'getRecord',
  method: 'get',
  path: '/record',
  tag: 'About',
  summary: 'What is in the record',
  answer: recordAnswer,
  examples: [{}],
  async run({ record, remember, version }, { links }) {
    const counts = await remember('api counts', async () => ({
      statements: await record.count(EVERYTHING),
      positions: await record.count({ kind: 'position' }),
    }));
    return {
      program: { name: 'onrecord' as const, version },
      schema: record.schema,
      revision: await record.revision(),
      ...counts,
      corrections: (await record.corrections()).length,
      lookedAt: await record.lookedAt(EVERYTHING),
      links: {
        document: links.api('/openapi.json'),
        statements: links.api('/statements'),
        articles: links.api('/articles'),
        speakers: links.api('/speakers'),
        issues: links.api('/issues'),
        pages: links.page('/'),
      },
    };
  },
});

const someDay = z.string().nullable();

const change = shape(
  'Change',
  'What an entry sets right.',
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('merge'), from: z.string(), into: z.string() }),
    z.strictObject({ kind: z.literal('split'), from: z.string(), name: z.string(), statements: list(z.string()) }),
    z.strictObject({ kind: z.literal('rename'), speaker: z.string(), name: z.string() }),
    z.strictObject({ kind: z.literal('role'), speaker: z.string(), role: z.string(), from: someDay, to: someDay }),
    z.strictObject({ kind: z.literal('said'), statement: z.string(), from: someDay, to: someDay }),
    z.strictObject({ kind: z.literal('speaker'), statement: z.string(), name: z.string().nullable(), speakerKind }),
    z.strictObject({ kind: z.literal('act'), statement: z.string(), act }),
    z.strictObject({
      kind: z.literal('position'),
      statement: z.string(),
      stance: stance.nullable(),
      target: z.string().nullable(),
      condition: z.string().nullable(),
    }),
    z.strictObject({ kind: z.literal('words'), statement: z.string(), words: z.string() }),
    z.strictObject({ kind: z.literal('withdraw'), statement: z.string() }),
    z.strictObject({ kind: z.literal('undo'), entry: z.string() }),
  ]),
);

const correctionsPage = shape(
  'CorrectionsPage',
  'What people set right, the latest first. Each entry stays, also when a later one takes it back.',
  z.strictObject({
    corrections: list(z.strictObject({ id: z.string(), day: someDay, note: z.string().nullable(), change })),
    next,
  }),
);

export const listCorrections = operation({
  id: 'listCorrections',
  method: 'get',
  path: '/corrections',
  tag: 'About',
  summary: 'What people set right in this record',
  problems: ['cursor-wrong'],
  query: z.strictObject(paged),
  answer: correctionsPage,
  examples: [{}],
  async run({ record }, { query }) {
    const page = pageOf([...(await record.corrections())].reverse(), ({ id }) => id, query);
    return { corrections: page.items, next: page.next };
  },
});

const problemsAnswer = shape(
  'ProblemKinds',
  'Every kind of problem that an answer can have: the part of its `type` behind "#".',
  z.strictObject({ problems: list(z.strictObject({ name: z.string(), status: z.int(), title: z.string() })) }),
);

export const listProblems = operation({
  id: 'listProblems',
  method: 'get',
  path: '/problems',
  tag: 'About',
  summary: 'Every kind of problem that an answer can have',
  answer: problemsAnswer,
  examples: [{}],
  run: async () => ({ problems: Object.entries(PROBLEMS).map(([name, { status, title }]) => ({ name, status, title })) }),
});
