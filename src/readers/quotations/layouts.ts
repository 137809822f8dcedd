import type { SpeakerKind } from '../../engine/model.js';
import { contentHash } from '../../engine/statements/content-hash.js';
import { dayOf } from '../days.js';
import type { Place } from '../reader.js';
import type { ImportedQuotation } from './imported-quotation.js';

/** A row of a collection under the names that its file gives the values. */
export type Row = Readonly<Record<string, unknown>>;

/** Turns a row into its quotations, or says what is wrong with it. */
export type ReadRow = (row: Row, place: Place) => readonly ImportedQuotation[] | string;

export const LAYOUTS = ['columns', 'quotebank', 'gdelt'] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What the collections of known layouts are called. */
export const COLLECTION_NAMES: Readonly<Record<Layout, string | null>> = {
  columns: null,
  quotebank: 'Quotebank',
  gdelt: 'GDELT Global Quotation Graph',
};

/** What can be mapped, and the names under which it is looked for where nobody says. */
export const FIELDS = {
  words: ['words', 'quotation', 'quote', 'statement', 'text'],
  speaker: ['speaker', 'speakername', 'who', 'author', 'name'],
  kind: ['kind', 'speakerkind'],
  wikidata: ['wikidata', 'qid'],
  said: ['said', 'saidfrom', 'datesaid', 'saidon'],
  published: ['published', 'publicationdate', 'pubdate', 'date'],
  url: ['url', 'link', 'sourceurl'],
  outlet: ['outlet', 'publisher', 'publication', 'newspaper', 'source'],
  title: ['title', 'headline'],
  id: ['id', 'quoteid'],
  before: ['before', 'pre', 'leftcontext'],
  after: ['after', 'post', 'rightcontext'],
  confidence: ['confidence', 'probability'],
  language: ['language', 'lang'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Field = keyof typeof FIELDS;
export type Mapping = Readonly<Partial<Record<Field, string>>>;

/** "words=quote,speaker=who" as a mapping; a string says what is wrong with it. */
export function readMapping(text: string): Mapping | string {
  const mapping: Partial<Record<Field, string>> = {};
  for (const part of text.split(',').filter((one) => one.trim() !== '')) {
    const [field = '', ...column] = part.split('=').map((one) => one.trim());
    if (!Object.hasOwn(FIELDS, field)) return `"${field}" cannot be mapped; it can be ${Object.keys(FIELDS).join(', ')}`;
    if (column.join('=') === '') return `"${part.trim()}" names no column; write ${field}=COLUMN`;
    mapping[field as Field] = column.join('=');
  }
  return mapping;
}

/** So long may a quotation be: a speech, not a book. */
const LONGEST_WORDS = 20_000;
const LONGEST_CONTEXT = 2_000;

interface Given {
  readonly id?: unknown;
  readonly words: unknown;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly speaker?: unknown;
  readonly kind?: unknown;
  readonly wikidata?: unknown;
  readonly said?: unknown;
  readonly published?: unknown;
  readonly url?: unknown;
  readonly outlet?: unknown;
  readonly title?: unknown;
  readonly language?: unknown;
  readonly confidence?: unknown;
  readonly occurrences?: unknown;
}

const KINDS: readonly SpeakerKind[] = ['person', 'organization', 'group', 'document', 'anonymous'];

/** Values that say that nothing is known. */
const NOTHING = new Set(['', 'none', 'null', 'nan', 'n/a', 'unknown', 'undefined']);

function quotation(given: Given, place: Place): ImportedQuotation | string {
  const words = typeof given.words === 'string' ? given.words.trim() : '';
  if (!/[\p{L}\p{N}]/u.test(words)) return 'holds no words that were said';
  if (words.length > LONGEST_WORDS)
    return `holds more than ${LONGEST_WORDS} characters that were said, the most that one quotation may have`;
  const days = [dayIn(given.said), dayIn(given.published)] as const;
  const wrong = [given.said, given.published].find((value, index) => textIn(value) !== null && days[index] === null);
  if (wrong !== undefined) return `has a date that is not one day: ${JSON.stringify(wrong).slice(0, 60)}`;
  const kind = KINDS.find((one) => one === textIn(given.kind));
  const speaker = textIn(given.speaker);
  const url = textIn(given.url);
  const address = url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
  return {
    kind: 'quotation',
    id: textIn(given.id) ?? contentHash(JSON.stringify([words, textIn(given.before), speaker, url])).slice(0, 16),
    words,
    before: contextIn(given.before).slice(-LONGEST_CONTEXT),
    after: contextIn(given.after).slice(0, LONGEST_CONTEXT),
    speaker,
    speakerKind: speaker === null ? 'unresolved' : (kind ?? 'person'),
    wikidata: /^Q\d{1,12}$/.test(textIn(given.wikidata) ?? '') ? textIn(given.wikidata) : null,
    said: days[0],
    published: days[1],
    url: address,
    outlet: textIn(given.outlet) ?? (address === null ? null : new URL(address).hostname.replace(/^www\./, '')),
    title: textIn(given.title),
    language: languageIn(given.language),
    confidence: shareIn(given.confidence),
    occurrences: Number.isInteger(given.occurrences) ? (given.occurrences as number) : null,
    place,
  };
}

const one = (given: Given, place: Place): readonly ImportedQuotation[] | string => {
  const made = quotation(given, place);
  return typeof made === 'string' ? made : [made];
};

/** Any table or list of objects, by its columns' names or by a mapping. */
export function columnsLayout(mapping: Mapping): ReadRow {
  return (row, place) => {
    const plain = new Map(Object.entries(row).map(([name, value]) => [plainName(name), value]));
    const value = (field: Field): unknown => {
      const column = mapping[field];
      if (column !== undefined) return row[column] ?? plain.get(plainName(column));
      const name = FIELDS[field].find((known) => textIn(plain.get(known)) !== null);
      return name === undefined ? undefined : plain.get(name);
    };
    return one(Object.fromEntries((Object.keys(FIELDS) as Field[]).map((field) => [field, value(field)])) as unknown as Given, place);
  };
}

const plainName = (name: string): string => name.toLowerCase().replace(/[-_. ]/g, '');

/**
 * Quotebank (doi.org/10.5281/zenodo.4277311): its quotation-centric rows (`quoteID`, `quotation`, `speaker`, `qids`, `date`,
 * `probas`, `urls`, `numOccurrences`) and its article-centric rows (`articleID`, `url`, `title`, `date`, `quotations` with contexts).
 */
export const quotebankLayout: ReadRow = (row, place) => (Array.isArray(row.quotations) ? articleRow(row, place) : quotationRow(row, place));

function quotationRow(row: Row, place: Place): readonly ImportedQuotation[] | string {
  const qids = Array.isArray(row.qids) ? row.qids : [];
  return one(
    {
      id: row.quoteID,
      words: row.quotation,
      speaker: row.speaker,
      wikidata: qids.length === 1 ? qids[0] : null,
      published: row.date,
      url: Array.isArray(row.urls) ? row.urls[0] : null,
      confidence: topShare(row.probas, row.speaker),
      occurrences: row.numOccurrences,
      language: 'en',
    },
    place,
  );
}

function articleRow(row: Row, place: Place): readonly ImportedQuotation[] | string {
  return each(row.quotations, (quote, index) =>
    quotation(
      {
        id: `${String(row.articleID ?? row.url ?? '')}#${String(quote.quoteID ?? index)}`,
        words: quote.quotation,
        before: quote.leftContext,
        after: quote.rightContext,
        speaker: quote.localTopSpeaker ?? quote.globalTopSpeaker,
        published: row.date,
        url: row.url,
        title: row.title,
        confidence: topShare(quote.localProbas ?? quote.globalProbas, quote.localTopSpeaker ?? quote.globalTopSpeaker),
        occurrences: quote.numOccurrences,
        language: 'en',
      },
      place,
    ),
  );
}

/** The share that a list of pairs [speaker, share] gives to a speaker. */
function topShare(pairs: unknown, speaker: unknown): unknown {
  if (!Array.isArray(pairs)) return null;
  const pair = pairs.find((entry) => Array.isArray(entry) && entry[0] === speaker);
  return Array.isArray(pair) ? pair[1] : null;
}

/** GDELT's Global Quotation Graph: an article a row (`date`, `url`, `title`, `lang`), each quote between what stands before and behind it. It names no speakers. */
export const gdeltLayout: ReadRow = (row, place) =>
  each(row.quotes, (quote) =>
    quotation(
      { words: quote.quote, before: quote.pre, after: quote.post, published: row.date, url: row.url, title: row.title, language: row.lang },
      place,
    ),
  );

/** The quotations of a row that has several: one that is wrong makes the whole row wrong only where none is right. */
function each(list: unknown, read: (quote: Row, index: number) => ImportedQuotation | string): readonly ImportedQuotation[] | string {
  if (!Array.isArray(list)) return 'has no list of quotations';
  const found = list.map((quote, index) => (typeof quote === 'object' && quote !== null ? read(quote as Row, index) : 'holds no object'));
  const wrong = found.find((made) => typeof made === 'string');
  const right = found.filter((made) => typeof made !== 'string');
  return wrong !== undefined && right.length === 0 ? wrong : right;
}

function textIn(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.trim().replace(/\s+/g, ' ').slice(0, 2_000);
  return NOTHING.has(text.toLowerCase()) ? null : text;
}

const contextIn = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s+/g, ' ') : '');

const dayIn = (value: unknown): string | null => {
  const text = textIn(value);
  return text === null ? null : dayOf(text.replace(/^(\d{8})\d{6}$/, '$1'));
};

function shareIn(value: unknown): number | null {
  const share = typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return share >= 0 && share <= 1 ? share : null;
}

function languageIn(value: unknown): string | null {
  const text = textIn(value)?.toLowerCase() ?? '';
  if (/^[a-z]{2}(?:-[a-z]{2})?$/.test(text)) return text;
  return text === 'english' || text === 'eng' ? 'en' : null;
}
