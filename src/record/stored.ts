import type { Attribution, Note, Reading, Referent, Span, Statement } from '../engine/index.js';
import { speakerKey } from '../engine/speakers/names.js';
import { nameKey } from './name-key.js';
import type { ArticleHead, RecordedMention, Wording } from './statement-record.js';

/** How values are written into a store's JSON columns, and read back: the columns beside them are made from these. */

export interface StoredStatement {
  readonly statement: Statement;
  readonly attribution: Attribution;
  readonly within: string | null;
  readonly wording: Wording;
}

/** What is kept of a reading besides its statements. */
export interface StoredReading {
  readonly referents: readonly Referent[];
  readonly mentions: readonly RecordedMention[];
  readonly notes: readonly Note[];
  /** The release that read it, where whoever filed it told. */
  readonly engine?: string;
}

type Seldom = 'usageTerms' | 'embargoedUntil' | 'imported';

/**
 * The data of an article that a version keeps as it was filed; the rest of its head is made from columns. What few articles
 * have is left out where it is null.
 */
export type StoredHead = Omit<ArticleHead, 'address' | 'sha256' | 'version' | 'current' | 'filed' | Seldom> &
  Partial<Pick<ArticleHead, Seldom>>;

const JOINT = ' … ';

/**
 * Nothing is written twice: the words where they are the citation's own, the content where it is the cited places, and
 * wordings only where there are any.
 */
export function writeStatement(stored: StoredStatement): string {
  const { words, ...others } = stored.statement;
  const { content, ...rest } = stored.attribution;
  const { citation } = stored.statement;
  const wording = Object.fromEntries(Object.entries(stored.wording).filter(([, value]) => value !== null));
  return JSON.stringify({
    ...stored,
    statement: words === citation.exact.join(JOINT) ? others : stored.statement,
    attribution: sameSpans(content, citation.spans) ? rest : stored.attribution,
    wording,
  });
}

const sameSpans = (one: readonly Span[], other: readonly Span[]): boolean =>
  one.length === other.length && one.every(({ start, end }, index) => start === other[index]?.start && end === other[index]?.end);

export function readStatement(json: string): StoredStatement {
  const stored = JSON.parse(json) as StoredStatement;
  const { citation } = stored.statement;
  const { words = citation.exact.join(JOINT), id, attribution, speaker, ...rest } = stored.statement;
  const { content = citation.spans, source, cue, ...others } = stored.attribution;
  return {
    ...stored,
    statement: { id, attribution, speaker, words, ...rest },
    attribution: { source, cue, content, ...others },
    wording: { ...NO_WORDING, ...stored.wording },
  };
}

const NO_WORDING: Wording = {
  source: null,
  cue: null,
  saidEvidence: null,
  addressee: null,
  occasion: null,
  whom: null,
  target: null,
  condition: null,
  stanceEvidence: null,
};

/** Everything that the record keeps of one statement, spans put into words. A Reading has one statement for each attribution, in their order. */
export function storeStatement(reading: Reading, statement: Statement): StoredStatement {
  const attribution = reading.attributions[statement.attribution];
  if (attribution === undefined) throw new RangeError(`statement ${statement.id} has no attribution`);
  const container = attribution.within === null ? undefined : reading.statements[attribution.within];
  return { statement, attribution, within: container?.id ?? null, wording: wordingOf(reading.article.text, statement, attribution) };
}

export function wordingOf(text: string, statement: Statement, attribution: Attribution): Wording {
  const words = (span: Span | null | undefined): string | null => (span ? text.slice(span.start, span.end) : null);
  const all = (spans: readonly Span[]): string | null => (spans.length === 0 ? null : spans.map(words).join(JOINT));
  return {
    source: all(attribution.source),
    cue: all(attribution.cue),
    saidEvidence: words(statement.said.evidence),
    addressee: words(statement.addressee),
    occasion: words(statement.occasion),
    whom: words(statement.whom),
    target: words(statement.position?.target),
    condition: words(statement.position?.condition),
    stanceEvidence: words(statement.position?.evidence),
  };
}

export function storeReading(reading: Reading, engine?: string | null): StoredReading {
  const { tokens } = reading;
  const mentions = reading.mentions.map(
    ({ from, to, kind, referent, reason }): RecordedMention => ({
      start: tokens[from]?.start ?? 0,
      end: tokens[to - 1]?.end ?? 0,
      kind,
      referent,
      reason,
    }),
  );
  return { referents: reading.referents, mentions, notes: reading.notes, ...(engine ? { engine } : {}) };
}

export function storeHead(reading: Reading): StoredHead {
  const { text: _text, blocks: _blocks, usageTerms, embargoedUntil, imported, ...head } = reading.article;
  const seldom = Object.entries({ usageTerms, embargoedUntil, imported }).filter(([, value]) => value !== null);
  return { ...head, ...Object.fromEntries(seldom) };
}

const SELDOM = { usageTerms: null, embargoedUntil: null, imported: null };

/** What a head says nothing about is null. */
export const readHead = (json: string): Omit<ArticleHead, 'address' | 'sha256' | 'version' | 'current' | 'filed'> => ({
  ...SELDOM,
  ...(JSON.parse(json) as StoredHead),
});

/**
 * What a speaker is known by across the record: the registry's id, else kind and name; an outlet's own voice by the outlet.
 * People's names are one where only their spelling differs.
 */
export function keyOfSpeaker(speaker: Pick<Statement['speaker'], 'kind' | 'name' | 'id'>, outlet: string | null): string {
  if (speaker.id !== null) return `registry:${speaker.id}`;
  if (speaker.kind === 'author') return `author:${nameKey(outlet ?? '')}`;
  if (speaker.name === null) return `${speaker.kind}:`;
  const key = speaker.kind === 'person' ? speakerKey(speaker.name) : nameKey(speaker.name);
  return `${speaker.kind}:${key || speaker.name}`;
}

/** A text for a store's columns: neither a NUL, at which bindings end, nor half a character, which has no UTF-8. */
export const asColumn = (text: string): string => (UNSTORABLE.test(text) ? text.replace(/\0|\p{Surrogate}/gu, '\uFFFD') : text);

const UNSTORABLE = /[\0\ud800-\udfff]/;

/** A lone surrogate is no character: it is kept as U+FFFD, as its hash in UTF-8 counts it. Offsets stay as they are. */
export function wellFormed(reading: Reading): Reading {
  return /\p{Surrogate}/u.test(reading.article.text) ? (mend(reading) as Reading) : reading;
}

function mend(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\uFFFD');
  if (Array.isArray(value)) return value.map(mend);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mend(part)]));
}
