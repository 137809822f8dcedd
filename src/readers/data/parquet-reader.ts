import { open } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { decompress as unzstd } from 'fzstd';
import type { AsyncBuffer, Compressors, FileMetaData } from 'hyparquet';
import { readRecord } from '../json-record.js';
import { failure, type Limits, type Reader, type ReadOutput, type Source } from '../reader.js';
import { collect } from '../streams.js';
import { columnsNote, mapColumns, recordOf, withoutText } from './columns.js';

/** Parquet tables (Apache): one article a row. Files on disk are read a group of rows at a time, others are held whole. */
export const parquetReader: Reader = {
  name: 'parquet',
  accepts: (sniff) => new TextDecoder('latin1').decode(sniff.head.subarray(0, 4)) === 'PAR1',
  read: readParquet,
};

/** A page or a group of rows that unpacks to more than this is refused: groups have 128 MB by custom. In bytes. */
const LARGEST_PAGE = 256_000_000;
const LARGEST_GROUP = 1_000_000_000;

/** So many rows become articles at once. */
const ROWS = 500;

async function* readParquet(source: Source, limits: Limits): AsyncIterable<ReadOutput> {
  const place = { source: source.sniff.source, line: null };
  const opened = await openBuffer(source, limits);
  if (opened === null) {
    yield failure('too-large', place, `is larger than ${limits.document / 1e6} MB inside of an archive; unpack it and read the file`);
    return;
  }
  try {
    yield* readRows(opened.buffer, source, limits);
  } catch (error) {
    yield failure(
      'not-readable',
      place,
      `is Parquet that cannot be read: ${error instanceof Error ? error.message.slice(0, 200) : String(error)}`,
    );
  } finally {
    await opened.close();
  }
}

async function* readRows(buffer: AsyncBuffer, source: Source, limits: Limits): AsyncIterable<ReadOutput> {
  const { source: name, columns: given } = source.sniff;
  const place = { source: name, line: null };
  const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet');
  const metadata: FileMetaData = await parquetMetadataAsync(buffer);
  const columns = parquetSchema(metadata).children.map((child) => child.element.name);
  const mapping = mapColumns(columns, given);
  if (!mapping.has('text')) {
    yield failure('no-text-column', place, withoutText(columns));
    return;
  }
  let start = 0;
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows);
    if (Number(group.total_byte_size) > LARGEST_GROUP || rows < 0)
      yield failure('too-large', { source: `${name}[${start}]`, line: null }, `is a group of rows of more than ${LARGEST_GROUP / 1e9} GB`);
    else {
      const read = await parquetReadObjects({
        file: buffer,
        metadata,
        columns: [...new Set(mapping.values())],
        rowStart: start,
        rowEnd: start + rows,
        compressors,
      });
      for (const [index, row] of read.entries()) {
        const at = start + index;
        const record = plainRecord(recordOf(row, mapping));
        yield readRecord(record, { source: `${name}[${at}]`, line: null }, at === 0 ? [columnsNote(columns, mapping)] : [], limits);
        if (index % ROWS === ROWS - 1) await new Promise(setImmediate);
      }
    }
    start += rows;
  }
  if (start === 0) yield failure('empty', place, 'is a table without rows');
}

/** Days and whole numbers as JSON has them. */
const plainRecord = (record: object): object =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      value instanceof Date
        ? Number.isNaN(value.getTime())
          ? null
          : value.toISOString()
        : typeof value === 'bigint'
          ? Number(value)
          : value,
    ]),
  );

const compressors: Compressors = {
  GZIP: (input, size) => gunzipSync(input, { maxOutputLength: limited(size) }),
  BROTLI: (input, size) => brotliDecompressSync(input, { maxOutputLength: limited(size) }),
  ZSTD: (input, size) => unzstd(input, new Uint8Array(limited(size))),
};

function limited(size: number): number {
  if (size > LARGEST_PAGE) throw new RangeError(`a page unpacks to ${size} bytes`);
  return Math.max(1, size);
}

interface OpenBuffer {
  readonly buffer: AsyncBuffer;
  close(): Promise<void>;
}

async function openBuffer(source: Source, limits: Limits): Promise<OpenBuffer | null> {
  const { file } = source.sniff;
  if (file === null) {
    const bytes = await collect(source.chunks, limits.document);
    if (bytes === null) return null;
    const whole = bytes.slice().buffer as ArrayBuffer;
    return { buffer: { byteLength: whole.byteLength, slice: (start, end) => whole.slice(start, end) }, close: async () => {} };
  }
  const handle = await open(file);
  const { size } = await handle.stat();
  return {
    close: () => handle.close(),
    buffer: {
      byteLength: size,
      slice: async (start, end = size) => {
        const length = Math.max(0, Math.min(end, size) - start);
        if (length > LARGEST_GROUP) throw new RangeError(`${length} bytes are wanted at once`);
        const bytes = new Uint8Array(length);
        await handle.read(bytes, 0, length, start);
        return bytes.buffer;
      },
    },
  };
}
