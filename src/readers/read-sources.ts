import { createPackedReader, type ReadInner } from './archives/packed-reader.js';
import { createTarReader } from './archives/tar-reader.js';
import { warcReader } from './archives/warc-reader.js';
import { createZipReader } from './archives/zip-reader.js';
import type { ColumnMapping } from './data/columns.js';
import { csvReader } from './data/csv-reader.js';
import { parquetReader } from './data/parquet-reader.js';
import { decodeHead, isBinary } from './decode.js';
import { pdfReader } from './documents/pdf-reader.js';
import { wordReader } from './documents/word-reader.js';
import { feedReader } from './feeds/feed-reader.js';
import { bytesOfFile, type Found, failureOf, findFiles, sizeOfFile } from './files.js';
import { htmlReader } from './html/html-reader.js';
import { jsonLinesReader } from './json-lines-reader.js';
import { jsonReader } from './json-reader.js';
import { withLanguage } from './language/with-language.js';
import { mailReader } from './mail/mail-reader.js';
import { newsroomReader } from './newsroom/newsroom-reader.js';
import {
  type ArticleOrFailure,
  DEFAULT_LIMITS,
  type Failure,
  type FetchedFrom,
  failure,
  type Limits,
  type Passed,
  type Reader,
  type ReadOutput,
  SNIFF_BYTES,
  type Sniff,
  type Source,
  type Unchanged,
} from './reader.js';
import { concatenate } from './streams.js';
import { textReader } from './text-reader.js';
import { transcriptReader } from './transcripts/transcript-reader.js';
import { isWebAddress } from './web-address.js';

const readInner: ReadInner = (name, chunks, limits, depth, columns) => readBytes(name, chunks, { limits, depth, columns });

/** The readers, in the order in which they are asked; the last one takes what is text and nothing else. */
export const READERS: readonly Reader[] = [
  createPackedReader(readInner),
  parquetReader,
  pdfReader,
  warcReader,
  wordReader,
  createZipReader(readInner),
  createTarReader(readInner),
  newsroomReader,
  feedReader,
  mailReader,
  transcriptReader,
  csvReader,
  jsonLinesReader,
  jsonReader,
  htmlReader,
  textReader,
];

/** What standard input is called on the command line and in messages. */
export const STANDARD_INPUT = '-';

/** What became of opening an address. */
export type Opened = (FetchedFrom & { readonly kind: 'opened'; readonly bytes: Uint8Array }) | Unchanged | Failure;

export interface ReadOptions {
  readonly readers?: readonly Reader[];
  readonly limits?: Limits;
  /** Where the bytes of "-" come from; without it "-" is a failure. */
  readonly standardInput?: AsyncIterable<Uint8Array> | null;
  /** Told how many bytes were taken in, as they are: for progress. */
  readonly taken?: (bytes: number) => void;
  /** Fetches an address; never rejects. Without it addresses are failures. */
  readonly open?: (address: string) => Promise<Opened>;
  /** What a server said of the bytes. */
  readonly fetched?: FetchedFrom;
  /** Which columns of tables hold what. */
  readonly columns?: ColumnMapping | null;
  /** The file on disk that the bytes are. */
  readonly file?: string;
  /** In how many archives and packings the bytes lie. */
  readonly depth?: number;
  /** `told`: each file and address is followed by a mark that it is finished. */
  readonly ends?: 'told';
  /** Where an earlier run stood: everything up to this file or address was finished, and so many items of the next one. */
  readonly from?: ReadFrom;
}

export interface ReadFrom {
  readonly after: string | null;
  readonly items: number;
}

/** So many addresses are fetched ahead of the one whose turn it is: hosts answer slowly, and each is asked for one at a time. */
const AHEAD = 6;

/**
 * Reads files, folders, addresses and "-" one after another, in order. Whatever cannot be read is a failure in its place, and
 * reading goes on: this never throws because of what a source is or holds.
 */
export async function* readSources(paths: readonly string[], options: ReadOptions = {}): AsyncIterable<ArticleOrFailure | Passed> {
  let after = options.from?.after ?? null;
  let passOver = after === null ? (options.from?.items ?? 0) : 0;
  const opening = new Map<number, Promise<Opened>>();
  for (const [index, path] of paths.entries()) {
    for await (const found of findSources(path)) {
      const source = found.kind === 'file' ? found.path : found.place.source;
      if (after !== null) {
        if (found.kind === 'file' && source !== STANDARD_INPUT && !isWebAddress(source)) options.taken?.(await sizeOfFile(source));
        if (source !== after) continue;
        after = null;
        passOver = options.from?.items ?? 0;
        continue;
      }
      if (isWebAddress(path)) openAhead(paths, index, opening, options);
      for await (const item of itemsOf(found, opening.get(index), options)) {
        if (passOver > 0) passOver--;
        else yield item.place.source === source ? item : { ...item, place: { ...item.place, file: source } };
      }
      passOver = 0;
      opening.delete(index);
      if (options.ends === 'told') yield { kind: 'finished', place: { source, line: null } };
    }
  }
}

async function* findSources(path: string): AsyncIterable<Found> {
  if (path === STANDARD_INPUT || isWebAddress(path)) yield { kind: 'file', path };
  else yield* findFiles(path);
}

function openAhead(paths: readonly string[], index: number, opening: Map<number, Promise<Opened>>, { open }: ReadOptions): void {
  if (open === undefined) return;
  for (let next = index; next < paths.length && opening.size < AHEAD; next++) {
    const address = paths[next];
    if (address !== undefined && isWebAddress(address) && !opening.has(next)) opening.set(next, open(address));
  }
}

async function* itemsOf(
  found: Found,
  opening: Promise<Opened> | undefined,
  options: ReadOptions,
): AsyncIterable<ArticleOrFailure | Passed> {
  if (found.kind !== 'file') yield found;
  else if (found.path === STANDARD_INPUT) {
    if (options.standardInput) yield* readBytes(STANDARD_INPUT, options.standardInput, options);
    else yield failure('not-found', { source: found.path, line: null }, 'standard input is not there');
  } else if (isWebAddress(found.path)) yield* readOpened(found.path, opening && (await opening), options);
  else yield* readBytes(found.path, bytesOfFile(found.path), { ...options, file: found.path });
}

async function* readOpened(path: string, opened: Opened | undefined, options: ReadOptions): AsyncIterable<ArticleOrFailure | Passed> {
  if (opened === undefined) yield failure('fetch-failed', { source: path, line: null }, 'is an address, and nothing is fetched here');
  else if (opened.kind !== 'opened') yield opened;
  else yield* readBytes(path, once(opened.bytes), { ...options, fetched: opened });
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

/** Reads bytes of any kind under a name. */
export async function* readBytes(name: string, chunks: AsyncIterable<Uint8Array>, options: ReadOptions = {}): AsyncIterable<ReadOutput> {
  try {
    const source = await sniff(name, options.taken ? counted(chunks, options.taken) : chunks, options);
    const chosen = chooseReader(source.sniff, options.readers ?? READERS);
    if ('kind' in chosen) yield chosen;
    else
      for await (const item of chosen.read(source, options.limits ?? DEFAULT_LIMITS))
        yield item.kind === 'article' && source.sniff.depth === 0 ? withLanguage(item) : item;
  } catch (error) {
    yield failureOf(name, error);
  }
}

function chooseReader(sniffed: Sniff, readers: readonly Reader[]): Reader | Failure {
  const place = { source: sniffed.source, line: null };
  if (sniffed.head.length === 0) return failure('empty', place, 'is empty');
  const reader = readers.find((candidate) => candidate.accepts(sniffed));
  if (reader) return reader;
  if (isBinary(sniffed.head)) return failure('binary', place, 'is not text');
  return failure(
    'format-not-read',
    place,
    'is markup (a web page, feed or document), which is not read; save the article as text, Markdown or JSON',
  );
}

/**
 * How many bytes the files that these paths mean have; null where standard input or an address is among them. What cannot be
 * read counts nothing.
 */
export async function sizeOfPaths(paths: readonly string[]): Promise<number | null> {
  let sum = 0;
  for (const path of paths) {
    if (path === STANDARD_INPUT || isWebAddress(path)) return null;
    for await (const found of findFiles(path)) if (found.kind === 'file') sum += await sizeOfFile(found.path);
  }
  return sum;
}

async function* counted(chunks: AsyncIterable<Uint8Array>, taken: (bytes: number) => void): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    taken(chunk.length);
    yield chunk;
  }
}

/** Takes the first bytes of a stream and gives them back with the rest. */
async function sniff(name: string, chunks: AsyncIterable<Uint8Array>, options: ReadOptions): Promise<Source> {
  const { fetched = null, depth = 0, file = null, columns = null } = options;
  const iterator = chunks[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  let length = 0;
  while (length < SNIFF_BYTES) {
    const { done, value } = await iterator.next();
    if (done) break;
    taken.push(value);
    length += value.length;
    if (isWholeLine(value)) break;
  }
  const whole = concatenate(taken);
  const head = whole.subarray(0, SNIFF_BYTES);
  return { sniff: { source: name, head, text: decodeHead(head), fetched, depth, file, columns }, chunks: rejoin(whole, iterator) };
}

/** A first chunk that holds a whole line of JSON Lines tells enough: whoever sends a line at a time waits for no more. */
function isWholeLine(chunk: Uint8Array): boolean {
  const end = chunk.indexOf(10);
  return end > 0 && chunk[0] === 0x7b && chunk[chunk[end - 1] === 13 ? end - 2 : end - 1] === 0x7d;
}

async function* rejoin(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
