import { isGzip, isZstd, UnpackError, unpack } from '../archives/unpack.js';
import { decode } from '../decode.js';
import { parseProblem } from '../json-record.js';
import { type Failure, failure, type Place } from '../reader.js';
import { linesOfStream } from '../streams.js';
import { csvRecords } from './csv-records.js';
import type { ImportedQuotation } from './imported-quotation.js';
import type { ReadRow, Row } from './layouts.js';

/** A line of a collection of quotations may have so many bytes: an article with all its quotations. */
const LONGEST_LINE = 16_000_000;

/**
 * The quotations of a file in CSV (with a header) or JSON Lines, each plain or packed with gzip or zstd, one after another in
 * constant memory. A row that cannot be read is a failure with its line; reading goes on behind it.
 */
export async function* readQuotations(
  source: string,
  chunks: AsyncIterable<Uint8Array>,
  read: ReadRow,
): AsyncGenerator<ImportedQuotation | Failure> {
  try {
    const opened = await unpacked(chunks);
    const rows = looksLikeJson(opened.head) ? jsonRows(source, opened.chunks) : csvRows(source, opened.chunks);
    let seen = false;
    for await (const item of rows) {
      seen = true;
      if (item.kind === 'failure') {
        yield item;
        continue;
      }
      const found = read(item.row, item.place);
      if (typeof found === 'string') yield failure('not-a-quotation', item.place, found);
      else yield* found;
    }
    if (!seen) yield failure('empty', { source, line: null }, 'holds no quotations');
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    yield failure(error.code === 'bomb' ? 'too-large' : 'not-readable', { source, line: null }, error.message);
  }
}

interface RowAt {
  readonly kind: 'row';
  readonly row: Row;
  readonly place: Place;
}

async function* jsonRows(source: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RowAt | Failure> {
  for await (const { number, bytes } of linesOfStream(chunks, LONGEST_LINE)) {
    const place = { source, line: number };
    if (bytes === null) {
      yield failure('too-large', place, `is longer than ${LONGEST_LINE / 1e6} MB, the most that one line may have`);
      continue;
    }
    const text = decode(bytes).text.trim();
    if (text === '') continue;
    try {
      const row: unknown = JSON.parse(text);
      if (typeof row === 'object' && row !== null && !Array.isArray(row)) yield { kind: 'row', row: row as Row, place };
      else yield failure('not-a-quotation', place, 'holds no object');
    } catch (error) {
      yield failure('broken-json', place, `is not valid JSON: ${parseProblem(error)}`);
    }
  }
}

async function* csvRows(source: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<RowAt | Failure> {
  let header: readonly string[] | null = null;
  for await (const record of csvRecords(source, chunks)) {
    if (record.kind === 'failure') {
      yield record;
      continue;
    }
    if (header === null) {
      header = record.cells.map((name) => name.trim());
      continue;
    }
    const place = { source, line: record.line };
    if (record.cells.length !== header.length) {
      yield failure('broken-csv', place, `has ${record.cells.length} cells where the header has ${header.length}`);
      continue;
    }
    yield { kind: 'row', row: Object.fromEntries(header.map((name, index) => [name, record.cells[index]])), place };
  }
}

const looksLikeJson = (head: Uint8Array): boolean =>
  /^\s*[{[]/.test(new TextDecoder().decode(head.subarray(0, 200)).replace(/^\uFEFF/, ''));

interface Unpacked {
  /** The first bytes. */
  readonly head: Uint8Array;
  /** All of them. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

async function unpacked(chunks: AsyncIterable<Uint8Array>): Promise<Unpacked> {
  const opened = await peek(chunks);
  if (isGzip(opened.head)) return peek(unpack(opened.chunks, 'gzip'));
  return isZstd(opened.head) ? peek(unpack(opened.chunks, 'zstd')) : opened;
}

/** The first chunk, and everything including it. */
async function peek(chunks: AsyncIterable<Uint8Array>): Promise<Unpacked> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? new Uint8Array() : first.value;
  return {
    head,
    chunks: (async function* () {
      if (first.done) return;
      yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    })(),
  };
}
