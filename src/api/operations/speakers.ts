import { z } from 'zod';
import type { SpeakerSummary } from '../../record/index.js';
import { operation } from '../operation.js';
import { cursorWrong, readCursor, writeCursor } from '../paging.js';
import { type Links, LONGEST_KEY } from '../shapes/links.js';
import { count, day, href, list, next, shape } from '../shapes/shape.js';
import { showSpeaker, speakerKind } from '../shapes/statement.js';
import { paged } from './parameters.js';

const speaker = shape(
  'Speaker',
  'Somebody across the record.',
  z.strictObject({
    key: z.string(),
    kind: speakerKind,
    name: z.string().nullable(),
    variants: list(z.string()).describe('Other spellings under which the record has the speaker.'),
    statements: count,
    from: day.nullable().describe('First and last day said.'),
    to: day.nullable(),
    roles: list(z.strictObject({ role: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
    self: href.nullable(),
  }),
);

const show = (one: SpeakerSummary, links: Links): z.input<typeof speaker> => ({ ...one, ...showSpeaker(one, links) });

const speakerPage = shape('SpeakerPage', 'Speakers, most statements first.', z.strictObject({ speakers: list(speaker), next }));

export const listSpeakers = operation({
  id: 'listSpeakers',
  method: 'get',
  path: '/speakers',
  tag: 'Speakers and outlets',
  summary: 'List speakers, or find them by name',
  problems: ['cursor-wrong'],
  query: z.strictObject({
    name: z.string().min(1).max(LONGEST_KEY).optional().describe('Words of the name in order; any spelling that the record has.'),
    kind: list(speakerKind).optional(),
    ...paged,
  }),
  answer: speakerPage,
  examples: [{ query: { name: 'Solanek' } }, { query: { kind: ['person', 'organization'], limit: '5' } }],
  async run({ record }, { query: { name, kind, limit, after }, links }) {
    const found = await record.speakers({
      name: name ?? null,
      ...(kind === undefined ? {} : { kinds: kind }),
      after: after === undefined ? null : placeOf(after),
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      speakers: shown.map((one) => show(one, links)),
      next: found.length > limit && last !== undefined ? writeCursor([last.statements, last.key]) : null,
    };
  },
});

const PLACE = z.tuple([z.int().min(0), z.string()]);

function placeOf(after: string): Pick<SpeakerSummary, 'statements' | 'key'> {
  const read = PLACE.safeParse(readCursor(after));
  if (!read.success) throw cursorWrong();
  const [statements, key] = read.data;
  return { statements, key };
}

export const getSpeaker = operation({
  id: 'getSpeaker',
  method: 'get',
  path: '/speakers/{key}',
  tag: 'Speakers and outlets',
  summary: 'One speaker by key',
  parts: z.strictObject({ key: z.string().min(1).max(LONGEST_KEY) }),
  problems: ['not-found'],
  answer: speaker,
  examples: [],
  async run({ record }, { path: { key }, links }) {
    const [found] = await record.speakers({ name: null, keys: [key], limit: 1 });
    return found === undefined ? null : show(found, links);
  },
});

const outlets = shape(
  'Outlets',
  'Outlets by name; null for articles that name none. Days are printed days.',
  z.strictObject({
    outlets: list(
      z.strictObject({
        outlet: z.string().nullable(),
        articles: count,
        statements: count,
        from: z.string().nullable(),
        to: z.string().nullable(),
      }),
    ),
  }),
);

export const listOutlets = operation({
  id: 'listOutlets',
  method: 'get',
  path: '/outlets',
  tag: 'Speakers and outlets',
  summary: 'List outlets, with what is held of each',
  answer: outlets,
  examples: [{}],
  run: async ({ record }) => ({ outlets: await record.outlets() }),
});
