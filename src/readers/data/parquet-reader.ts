import { readRecord } from '../json-record.js';
import { type LimitedWorker, startLimitedWorker, workerFile } from '../limited-worker.js';
import { failure, type Limits, type Reader, type ReadOutput, type Source } from '../reader.js';
import { collect } from '../streams.js';
import { columnsNote, mapColumns, recordOf, withoutText } from './columns.js';
import type { ParquetAnswer, ParquetQuestion } from './parquet-worker.js';

/**
 * Parquet tables (Apache): one article a row. Files on disk are read a group of rows at a time, others are held whole. The library
 * that reads them believes every count that a file states, so it works in a worker with limits of time and memory.
 */
export const parquetReader: Reader = {
  name: 'parquet',
  accepts: (sniff) => new TextDecoder('latin1').decode(sniff.head.subarray(0, 4)) === 'PAR1',
  read: readParquet,
};

/** Groups have 128 MB by custom. In bytes. */
const LARGEST_GROUP = 1_000_000_000;

/** Columns repeat themselves: a group that unpacks to more than so many times the whole file gets no more time for it. */
const LARGEST_RATIO = 20;

/** So many rows become articles at once. */
const ROWS = 500;

/** What the worker's heap may grow to, in megabytes. */
const MEMORY = 2_048;

/** A group is read at tens of megabytes a second: so many milliseconds, and so many for each megabyte, are ample. */
const LONGEST = 3_000;
const LONGEST_MEGABYTE = 1_000;

async function* readParquet(source: Source, limits: Limits): AsyncIterable<ReadOutput> {
  const place = { source: source.sniff.source, line: null };
  const { file } = source.sniff;
  const bytes = file === null ? await collect(source.chunks, limits.document) : null;
  if (file === null && bytes === null) {
    yield failure('too-large', place, `is larger than ${limits.document / 1e6} MB inside of an archive; unpack it and read the file`);
    return;
  }
  const worker = startLimitedWorker(workerFile('data/parquet-worker.js'), MEMORY);
  try {
    const question: ParquetQuestion =
      file === null ? { kind: 'bytes', bytes: (bytes ?? new Uint8Array()).slice().buffer as ArrayBuffer } : { kind: 'file', path: file };
    yield* readRows(worker, question, source, limits);
  } catch (error) {
    yield failure('not-readable', place, `is Parquet that cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await worker.close();
  }
}

/** Asks, and throws what the worker complains of. */
async function answerOf<Kind extends ParquetAnswer['kind']>(
  worker: LimitedWorker,
  kind: Kind,
  question: ParquetQuestion,
  bytes: number,
): Promise<Extract<ParquetAnswer, { readonly kind: Kind }>> {
  const longest = LONGEST + (bytes / 1e6) * LONGEST_MEGABYTE;
  const answer = await worker.ask<ParquetAnswer>(question, longest);
  if (answer === null) throw new Error(`it takes more than ${Math.round(longest / 1000)} s or ${MEMORY} MB`);
  if (answer.kind !== kind) throw new Error(answer.kind === 'problem' ? answer.message : 'it was answered out of turn');
  return answer as Extract<ParquetAnswer, { readonly kind: Kind }>;
}

async function* readRows(worker: LimitedWorker, question: ParquetQuestion, source: Source, limits: Limits): AsyncIterable<ReadOutput> {
  const { source: name, columns: given } = source.sniff;
  const place = { source: name, line: null };
  const { columns, groups, size } = await answerOf(worker, 'opened', question, question.kind === 'bytes' ? question.bytes.byteLength : 1e7);
  const mapping = mapColumns(columns, given);
  if (!mapping.has('text')) {
    yield failure('no-text-column', place, withoutText(columns));
    return;
  }
  const wanted = [...new Set(mapping.values())];
  let start = 0;
  for (const group of groups) {
    if (group.bytes > LARGEST_GROUP || !(group.bytes >= 0) || !(group.rows >= 0))
      yield failure('too-large', { source: `${name}[${start}]`, line: null }, `is a group of rows of more than ${LARGEST_GROUP / 1e9} GB`);
    else {
      const { rows } = await answerOf(
        worker,
        'rows',
        { kind: 'rows', columns: wanted, from: start, to: start + group.rows },
        Math.min(group.bytes, size * LARGEST_RATIO),
      );
      for (const [index, row] of rows.entries()) {
        const at = start + index;
        const record = plainRecord(recordOf(row, mapping));
        yield readRecord(record, { source: `${name}[${at}]`, line: null }, at === 0 ? [columnsNote(columns, mapping)] : [], limits);
        if (index % ROWS === ROWS - 1) await new Promise(setImmediate);
      }
    }
    start += group.rows;
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
