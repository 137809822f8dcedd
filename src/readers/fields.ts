import type { Day, Instant } from '../engine/model.js';
import { dayOf, dayOfMoment, embargoEnd, WITHOUT_END } from './days.js';
import type { ReaderNote } from './reader.js';

/** What is told about an article beside its text. */
export interface Metadata {
  readonly id: string | null;
  readonly title: string | null;
  readonly published: Day | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly authors: readonly string[];
  readonly language: string | null;
  readonly wire: string | null;
  readonly usageTerms: string | null;
  readonly embargoedUntil: Instant | null;
}

/** For formats that tell some of it and not the rest. */
export const NOTHING_TOLD: Metadata = {
  id: null,
  title: null,
  published: null,
  outlet: null,
  url: null,
  authors: [],
  language: null,
  wire: null,
  usageTerms: null,
  embargoedUntil: null,
};

/** The names that exports use for each field, best first; compared in lower case without "_", "-" and ".". */
const NAMES = {
  id: ['id', 'articleid', 'docid', 'documentid', 'uuid', 'guid'],
  title: ['title', 'headline', 'articletitle'],
  published: [
    'published',
    'publishedat',
    'datepublished',
    'datepublish',
    'publishdate',
    'publicationdate',
    'pubdate',
    'publishedon',
    'date',
  ],
  outlet: ['outlet', 'newspaper', 'publication', 'publisher', 'sitename', 'source', 'sourcename', 'sourcedomain', 'domain', 'site'],
  url: ['url', 'canonicalurl', 'canonical', 'weburl', 'link', 'permalink', 'sourceurl'],
  authors: ['authors', 'author', 'byline', 'creator'],
  language: ['language', 'lang', 'inlanguage'],
  wire: ['wire', 'agency', 'wireservice'],
  usageTerms: ['usageterms', 'usage', 'rightsusage'],
  embargoedUntil: ['embargoeduntil', 'embargoed', 'embargo', 'embargodate'],
  text: ['text', 'maintext', 'body', 'content', 'articlebody', 'bodytext', 'fulltext', 'articletext', 'story'],
} as const;

export type FieldName = keyof typeof NAMES;

export const FIELD_NAMES = Object.keys(NAMES) as readonly FieldName[];

const plainName = (name: string): string => name.toLowerCase().replace(/[-_. ]/g, '');

/** How well a name fits a field: 0 for the best name that exports use for it, -1 for none of them. */
export const fieldOfName = (field: FieldName, name: string): number => (NAMES[field] as readonly string[]).indexOf(plainName(name));

/** The values of a record by the names of this page, whatever its own names are. Own properties only. */
export class Fields {
  readonly #values = new Map<string, unknown>();

  constructor(record: object) {
    for (const [name, value] of Object.entries(record)) {
      const plain = plainName(name);
      if (!this.#values.has(plain)) this.#values.set(plain, value);
    }
  }

  /** The first value that says something, under the best of a field's names. */
  get(field: FieldName): unknown {
    for (const name of NAMES[field]) {
      const value = this.#values.get(name);
      if (saysSomething(value)) return value;
    }
    return null;
  }
}

/** What exports write where they know nothing. */
const NOTHING = new Set(['', 'none', 'null', 'nan', 'n/a', 'undefined', 'unknown']);

function saysSomething(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  return typeof value !== 'string' || !NOTHING.has(value.trim().toLowerCase());
}

/** Reads the metadata of a record (JSON or front matter); what cannot be understood is null and noted. */
export function metadataOf(fields: Fields): { readonly metadata: Metadata; readonly notes: readonly ReaderNote[] } {
  const written = fields.get('published');
  const published = written === null ? null : publishedOf(written);
  const notes: ReaderNote[] = [];
  if (written !== null && published === null)
    notes.push({
      code: 'date-not-understood',
      message: `the publication date ${JSON.stringify(written).slice(0, 60)} is not one day; left unknown`,
    });
  const embargo = fields.get('embargoedUntil');
  const embargoedUntil = embargo === null ? null : embargoEnd(embargo);
  if (embargoedUntil === WITHOUT_END && embargo !== true)
    notes.push({
      code: 'date-not-understood',
      message: `the end of the embargo ${JSON.stringify(embargo).slice(0, 60)} is no moment; kept under embargo without an end`,
    });
  const metadata: Metadata = {
    id: textOf(fields.get('id')),
    title: textOf(fields.get('title')),
    published,
    outlet: textOf(fields.get('outlet')),
    url: textOf(fields.get('url')),
    authors: authorsOf(fields.get('authors')),
    language: textOf(fields.get('language'))?.toLowerCase() ?? null,
    wire: textOf(fields.get('wire')),
    usageTerms: textOf(fields.get('usageTerms')),
    embargoedUntil,
  };
  return { metadata, notes };
}

/** The words of a text field: a string, a number, or the naming part of an object ("{name}", "{main}"). */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return NOTHING.has(value.trim().toLowerCase()) ? null : value.trim().replace(/\s+/g, ' ');
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const named = value as { name?: unknown; main?: unknown; title?: unknown };
    const inner = named.name ?? named.main ?? named.title;
    return typeof inner === 'string' ? textOf(inner) : null;
  }
  return null;
}

/** The article's text: a string as it stands, or a list of paragraphs joined with empty lines; null for anything else. */
export function bodyOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join('\n\n');
  return null;
}

function publishedOf(value: unknown): Day | null {
  if (typeof value === 'number') return value > 1e7 && value < 1e8 ? dayOf(String(value)) : dayOfMoment(value);
  return typeof value === 'string' ? dayOf(value) : null;
}

function authorsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(textOf).filter((name): name is string => name !== null);
  const text = textOf(value);
  return text === null ? [] : splitAuthors(text);
}

/** "By Ida Holm, Jon Berg and Lena Varga" is three names. */
export function splitAuthors(text: string): readonly string[] {
  return text
    .replace(/^by\s+/i, '')
    .split(/\s*[,;&]\s*|\s+and\s+/i)
    .map((name) => name.trim())
    .filter((name) => name !== '' && !NOTHING.has(name.toLowerCase()));
}
