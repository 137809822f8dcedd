import type { Article } from '../engine/model.js';
import type { ColumnMapping } from './data/columns.js';

/** Where something came from, as messages name it: a path or "-" for standard input, and the line where one is known (from 1). */
export interface Place {
  readonly source: string;
  readonly line: number | null;
  /** The file, address or "-" that was given, where `source` names a place in it. */
  readonly file?: string;
}

/** Why something could not be read. Words, so that programs and people can both look them up: docs/adding-news.md lists them. */
export type FailureCode =
  | 'not-found'
  | 'not-readable'
  | 'empty'
  | 'binary'
  | 'format-not-read'
  | 'too-large'
  | 'broken-json'
  | 'not-an-article'
  | 'not-a-quotation'
  | 'broken-csv'
  | 'no-text'
  | 'engine-failed'
  | 'path-refused'
  | 'no-text-column'
  | 'canceled'
  | FetchFailureCode;

/** Why an address gave nothing. */
export type FetchFailureCode =
  | 'address-wrong'
  | 'address-refused'
  | 'robots-refused'
  | 'fetch-failed'
  | 'fetch-timeout'
  | 'fetch-status'
  | 'fetch-later'
  | 'fetch-redirects';

/** What a reader wants people to know about an article that it could read all the same. */
export type ReaderNoteCode =
  | 'entities-refused'
  | 'columns-guessed'
  | 'language-differs'
  | 'encoding-guessed'
  | 'text-repaired'
  | 'date-not-understood'
  | 'no-article-found'
  | 'page-cut'
  | 'teaser';

export interface ReaderNote {
  readonly code: ReaderNoteCode;
  readonly message: string;
}

export interface ReadableArticle {
  readonly kind: 'article';
  readonly article: Article;
  readonly place: Place;
  readonly notes: readonly ReaderNote[];
}

export interface Failure {
  readonly kind: 'failure';
  readonly code: FailureCode;
  readonly place: Place;
  readonly message: string;
}

/** A file of a folder that holds no kind of article that can be read ("photo.jpg"): no failure, but said. */
export interface Skipped {
  readonly kind: 'skipped';
  readonly place: Place;
}

/** An address whose text did not change since it was filed: the server says so. */
export interface Unchanged {
  readonly kind: 'unchanged';
  readonly place: Place;
}

/** Everything of one file or address has been given; told only to those who ask for it. */
export interface Finished {
  readonly kind: 'finished';
  readonly place: Place;
}

export type ArticleOrFailure = ReadableArticle | Failure;

/** What a reader gives. */
export type ReadOutput = ArticleOrFailure | Skipped;

/** What comes beside articles and failures. */
export type Passed = Skipped | Unchanged | Finished;

/** How much a reader takes in at once. */
export interface Limits {
  /** Of one article's text, in bytes of its file or in characters of its field. */
  readonly article: number;
  /** Of one line of JSON Lines or one web page, in bytes: a text with everything around it. */
  readonly item: number;
  /** Of one file that has to be held whole: a JSON document, in bytes. */
  readonly document: number;
}

/**
 * A book has one million characters, the longest news stories a tenth of that: two million let every article through and keep a
 * mistaken log file out. A JSON document is held in memory about four times over.
 */
export const DEFAULT_LIMITS: Limits = { article: 2_000_000, item: 16_000_000, document: 200_000_000 };

/** The beginning of a source, by which a reader is chosen. */
export interface Sniff {
  /** As in {@link Place}. */
  readonly source: string;
  /** The first bytes, at most {@link SNIFF_BYTES}; fewer where the source ends or its first chunk begins with a whole line of JSON Lines. */
  readonly head: Uint8Array;
  /** `head`, decoded, without what may be cut at its end. */
  readonly text: string;
  /** What a server says of the bytes; null where they were not fetched. */
  readonly fetched: FetchedFrom | null;
  /** In how many archives and packings this lies. */
  readonly depth: number;
  /** The file on disk that these bytes are, for formats that are read from their end; null for anything else. */
  readonly file: string | null;
  /** Which columns of a table hold what, as the user says; null where he does not. */
  readonly columns: ColumnMapping | null;
}

export interface FetchedFrom {
  /** Where the bytes were in the end. */
  readonly address: string;
  /** "text/html; charset=utf-8"; null where the server does not say. */
  readonly contentType: string | null;
}

export const SNIFF_BYTES = 16_384;

/** Bytes with a name, read once from the start: `chunks` include what was sniffed. */
export interface Source {
  readonly sniff: Sniff;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/**
 * Turns one kind of source into articles, streaming: what comes out never has to be held together in memory.
 * One bad item is one failure with its place; reading goes on behind it. Never throws because of what the bytes hold.
 */
export interface Reader {
  readonly name: string;
  accepts(sniff: Sniff): boolean;
  read(source: Source, limits: Limits): AsyncIterable<ReadOutput>;
}

export const failure = (code: FailureCode, place: Place, message: string): Failure => ({ kind: 'failure', code, place, message });
