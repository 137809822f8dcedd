import { z } from 'zod';
import { ACTS, MANNERS, MODES, SPEAKER_KINDS, STANCES } from '../../engine/model-values.js';
import type { RecordedSpeaker, RecordedStatement } from '../../record/index.js';
import { articleHead, showHead } from './article.js';
import type { Links } from './links.js';
import { count, day, href, list, shape, words } from './shape.js';

export const stance = shape('Stance', 'A side taken on a course of action.', z.enum(STANCES));
export const speakerKind = shape('SpeakerKind', 'What kind of speaker it is.', z.enum(SPEAKER_KINDS));
export const act = shape('Act', 'What the speaker does by it.', z.enum(ACTS));

export const statementId = shape(
  'StatementId',
  'Made from the article’s text and the place in it: the same forever, wherever it is read.',
  z.string().regex(/^[0-9a-f]{16}$/),
);

export const span = shape(
  'Span',
  'A run of the article’s text, `text.slice(start, end)`, in UTF-16 code units.',
  z.strictObject({ start: count, end: count }),
);

/** Where words stand: offsets as a W3C TextPositionSelector has them, the words as a TextQuoteSelector has them. */
export const citation = shape(
  'Citation',
  'Where the words stand, so that they can be found again: the text by its hash, the offsets, the exact words, and what stands beside them.',
  z.strictObject({
    sha256: z.string().describe('SHA-256 of the article’s text in UTF-8, in hexadecimal.'),
    spans: list(span),
    exact: list(words).describe('The words at each span, unaltered.'),
    prefix: words,
    suffix: words,
  }),
);

export const speakerRef = shape(
  'SpeakerReference',
  'Who spoke. `name` is null where the article names nobody; `source` then has its words ("an official").',
  z.strictObject({
    key: z.string().describe('Equal for all statements of one speaker.'),
    kind: speakerKind,
    name: z.string().nullable(),
    source: words.nullable().describe('The words by which the article calls the speaker.'),
    registry: z.string().nullable().describe('Id in the registry of office holders.'),
    wikidata: z.string().nullable(),
    self: href.nullable().describe('The speaker in this API; null where the key is too long for an address.'),
  }),
);

export const said = shape(
  'Said',
  'When it was said. Both days are inclusive and null where nothing says; the day printed is the article’s.',
  z.strictObject({
    from: day.nullable(),
    to: day.nullable(),
    basis: z.enum(['stated', 'implied', 'unknown']),
    edtf: z.string().nullable().describe('Extended Date/Time Format, ISO 8601-2.'),
    evidence: words.nullable().describe('The words that say so.'),
    retold: z.boolean().describe('Brought up as background by an article about later events.'),
  }),
);

export const position = shape(
  'Position',
  'A side taken, with the words that show it. A label never stands without them.',
  z.strictObject({
    stance,
    target: words,
    condition: words.nullable(),
    evidence: words,
    spans: z.strictObject({ target: span, condition: span.nullable(), evidence: span }),
  }),
);

export const figure = shape(
  'Figure',
  'A quantity that the words claim.',
  z.strictObject({
    value: z.number(),
    unit: z.string().nullable(),
    qualifier: z.string().nullable(),
    start: count,
    end: count,
  }),
);

export const chainLink = shape(
  'ChainLink',
  'One link of the way the words took to the page, nearest to the page first.',
  z.strictObject({ kind: z.enum(['outlet', 'agency', 'medium', 'spokesman', 'speaker']), name: z.string(), evidence: span.nullable() }),
);

export const statement = shape(
  'Statement',
  'One thing that somebody said, with everything that is known of it. `words` are a quotation only where `manner` is `direct`, and partly where it is `mixed`; `indirect` words are the reporter’s and are never to be shown in quotation marks.',
  z.strictObject({
    id: statementId,
    words: words.describe('The exact words of the article; parts that a cue interrupts are joined with " … ".'),
    manner: z.enum(MANNERS),
    mode: z.enum(MODES),
    act,
    whom: words.nullable().describe('Whom the act is done to.'),
    speaker: speakerRef,
    said,
    addressee: words.nullable(),
    occasion: words.nullable(),
    position: position.nullable(),
    figures: list(figure),
    chain: list(chainLink),
    citation,
    within: statementId.nullable().describe('The statement that contains this one: "Berg said that Varga is ready".'),
    article: articleHead,
    appearances: count.describe('At how many addresses its text appeared.'),
    confidence: z.number().min(0).max(1).describe('Probability that words and source are right, calibrated.'),
    corrections: list(z.string()).describe('Ids of the corrections that changed it.'),
    permalink: href.describe('Its page, for people.'),
    self: href.describe('Itself in this API.'),
  }),
);

export type ShownStatement = z.infer<typeof statement>;

export const lookedAt = shape(
  'LookedAt',
  'How much the answer was made from, so that "nothing found" can be weighed. Days are printed days.',
  z.strictObject({
    articles: count,
    imported: count.describe('Quotations of others’ collections, which are no articles and counted in nothing else here.'),
    outlets: count,
    from: z.string().nullable(),
    to: z.string().nullable(),
  }),
);

export function showSpeaker({ key, kind, name }: RecordedSpeaker, links: Links) {
  return { key, kind, name, self: links.speaker(key) };
}

export function showStatement(recorded: RecordedStatement, links: Links): ShownStatement {
  const { id, statement: one, attribution, wording } = recorded;
  return {
    id,
    words: one.words,
    manner: attribution.manner,
    mode: attribution.mode,
    act: one.act,
    whom: wording.whom,
    speaker: {
      ...showSpeaker(recorded.speaker, links),
      source: wording.source,
      registry: one.speaker.id,
      wikidata: one.speaker.wikidata,
    },
    said: {
      from: one.said.from,
      to: one.said.to,
      basis: one.said.basis,
      edtf: one.said.edtf,
      evidence: wording.saidEvidence,
      retold: one.said.retold,
    },
    addressee: wording.addressee,
    occasion: wording.occasion,
    position: showPosition(recorded),
    figures: one.figures,
    chain: one.chain,
    citation: one.citation,
    within: recorded.within,
    article: showHead(recorded.article, links),
    appearances: recorded.appearances,
    confidence: attribution.confidence,
    corrections: recorded.corrections,
    permalink: links.page(`/s/${id}`),
    self: links.api(`/statements/${id}`),
  };
}

function showPosition({ statement: { position: held }, wording }: RecordedStatement): ShownStatement['position'] {
  if (held === null) return null;
  const { target, condition, evidence } = held;
  return {
    stance: held.stance,
    target: wording.target ?? '',
    condition: wording.condition,
    evidence: wording.stanceEvidence ?? '',
    spans: { target, condition, evidence },
  };
}
