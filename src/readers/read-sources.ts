import { createPackedReader } from './archives/packed-reader.js';
import { warcReader } from './archives/warc-reader.js';
import { decodeHead, isBinary } from './decode.js';
import { wordReader } from './documents/word-reader.js';
import { feedReader } from './feeds/feed-reader.js';
import { bytesOfFile, failureOf, findFiles, sizeOfFile } from './files.js';
import { htmlReader } from './html/html-reader.js';
import { jsonLinesReader } from './json-lines-reader.js';
import { jsonReader } from './json-reader.js';
import {
  type ArticleOrFailure,
  DEFAULT_LIMITS,
  type Failure,
  failure,
  type Limits,
  type Reader,
  type Skipped,
  SNIFF_BYTES,
  type Sniff,
  type Source,
} from './reader.js';
import { concatenate } from './streams.js';
import { textReader } from './text-reader.js';

const packedReader = createPackedReader((name, chunks, limits) => readBytes(name, chunks, { limits }));

/** The readers, in the order in which they are asked; the last one takes what is text and nothing else. */
export const READERS: readonly Reader[] = [
  packedReader,
  warcReader,
  wordReader,
  feedReader,
  jsonLinesReader,
  jsonReader,
  htmlReader,
  textReader,
];

/** What standard input is called on the command line and in messages. */
export const STANDARD_INPUT = '-';

export interface ReadOptions {
  readonly readers?: readonly Reader[];
  readonly limits?: Limits;
  /** Where the bytes of "-" come from; without it "-" is a failure. */
  readonly standardInput?: AsyncIterable<Uint8Array> | null;
  /** Told how many bytes were taken in, as they are: for progress. */
  readonly taken?: (bytes: number) => void;
}

/**
 * Reads files, folders and "-" one after another, in order. Whatever cannot be read is a failure in its place, and reading goes on:
 * this never throws because of what a source is or holds.
 */
export async function* readSources(paths: readonly string[], options: ReadOptions = {}): AsyncIterable<ArticleOrFailure | Skipped> {
  for (const path of paths) {
    if (path === STANDARD_INPUT) {
      if (options.standardInput) yield* readBytes(STANDARD_INPUT, options.standardInput, options);
      else yield failure('not-found', { source: path, line: null }, 'standard input is not there');
      continue;
    }
    for await (const found of findFiles(path)) {
      if (found.kind === 'file') yield* readBytes(found.path, bytesOfFile(found.path), options);
      else yield found;
    }
  }
}

/** Reads bytes of any kind under a name. */
export async function* readBytes(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncIterable<ArticleOrFailure> {
  try {
    const source = await sniff(name, options.taken ? counted(chunks, options.taken) : chunks);
    const chosen = chooseReader(source.sniff, options.readers ?? READERS);
    if ('kind' in chosen) yield chosen;
    else yield* chosen.read(source, options.limits ?? DEFAULT_LIMITS);
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

/** How many bytes the files that these paths mean have; null where standard input is one of them. What cannot be read counts nothing. */
export async function sizeOfPaths(paths: readonly string[]): Promise<number | null> {
  let sum = 0;
  for (const path of paths) {
    if (path === STANDARD_INPUT) return null;
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
async function sniff(name: string, chunks: AsyncIterable<Uint8Array>): Promise<Source> {
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
  return { sniff: { source: name, head, text: decodeHead(head) }, chunks: rejoin(whole, iterator) };
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
