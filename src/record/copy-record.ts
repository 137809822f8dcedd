import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Correction } from './corrections/correction.js';
import { correctionsPlace, writeCorrection } from './corrections/corrections-file.js';
import { openRecord, openRows } from './open-record.js';
import { isPostgres } from './postgres/place.js';
import { RecordError } from './record-error.js';
import { COPIED_TABLES, type CopiedTable, type Row, type RowStore, tableNamed } from './sql/copied-tables.js';
import type { Failure } from './statement-record.js';

/** What became of a copy. */
export interface CopyReport {
  /** Rows that the two records have of each table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Rows that this run wrote; fewer than there are where an earlier run had written the others. */
  readonly written: number;
  /** Places where the copy does not hold what it claims; empty where all is well. */
  readonly failures: readonly Failure[];
}

/** Told after each step: the table at hand and how many of its rows were gone through. */
export type CopyProgress = (step: { readonly doing: 'copying' | 'comparing'; readonly table: string; readonly rows: number }) => void;

/**
 * Makes `to` hold what `from` holds, row by row with the same keys, from a file into a database or the other way, in constant
 * memory. A run that was broken off is gone on with by the next one. Afterwards every row of both is compared, and every text and
 * citation of the copy checked against its bytes. A record that holds anything else is refused and not touched.
 */
export async function copyRecord(from: string, to: string, tell: CopyProgress = () => undefined): Promise<CopyReport> {
  // Opening follows a file of corrections, so that the copy has them.
  await (await openRecord(from, 'read')).close();
  const source = await openRows(from, 'read');
  try {
    const target = await openRows(to, 'write');
    try {
      await refuseOther(source, target);
      let written = 0;
      for (const table of COPIED_TABLES) written += await copyTable(source, target, table, tell);
      const { rows, mended } = await compareTables(source, target, tell);
      await target.finish();
      await placeCorrections(to, target);
      return { rows, written: written + mended, failures: await verifyCopy(to) };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

/** What is there must be the beginning of a copy: its last text is the source's of the same key, and nothing was added to it. */
async function refuseOther(source: RowStore, target: RowStore): Promise<void> {
  const texts = tableNamed('texts');
  const end = await target.last(texts);
  if (end === null) return;
  const [[theirs], [ours]] = [await target.rows(texts, end - 1, end), await source.rows(texts, end - 1, end)];
  if (end <= ((await source.last(texts)) ?? 0) && theirs?.[1] === ours?.[1]) return;
  throw new RecordError('record-not-ours', `${target.place}: there is another record already; copy into an empty file or database`);
}

async function copyTable(source: RowStore, target: RowStore, table: CopiedTable, tell: CopyProgress): Promise<number> {
  let after = (await target.last(table)) ?? FIRST;
  let written = 0;
  for (;;) {
    const end = await source.endOf(table, after);
    if (end === null) return written;
    const rows = await source.rows(table, after, end);
    await target.put(table, after, end, rows);
    written += rows.length;
    after = end;
    tell({ doing: 'copying', table: table.name, rows: written });
  }
}

/** Before every key: corrections count from 0. */
const FIRST = -1;

/** Compares both row for row, and writes again what changed in the source after it was copied. */
async function compareTables(source: RowStore, target: RowStore, tell: CopyProgress) {
  const counts: Record<string, number> = {};
  let mended = 0;
  for (const table of COPIED_TABLES) {
    let count = 0;
    let after = FIRST;
    for (;;) {
      const [ours, theirs] = [await source.endOf(table, after), await target.endOf(table, after)];
      const end = Math.max(ours ?? after, theirs ?? after);
      if (end === after) break;
      const rows = await source.rows(table, after, end);
      if (digest(rows) !== digest(await target.rows(table, after, end))) {
        await target.put(table, after, end, rows);
        mended += rows.length;
        if (digest(rows) !== digest(await target.rows(table, after, end)))
          throw new RecordError('record-damaged', `${target.place}: rows of "${table.name}" do not read back as they were written`);
      }
      count += rows.length;
      after = end;
      tell({ doing: 'comparing', table: table.name, rows: count });
    }
    counts[table.name] = count;
  }
  return { rows: counts, mended };
}

function digest(rows: readonly Row[]): string {
  const hash = createHash('sha256');
  for (const row of rows) {
    for (const value of row) {
      if (value instanceof Uint8Array) hash.update(`bytes ${value.length} `).update(value);
      else hash.update(JSON.stringify(value));
      hash.update('\n');
    }
  }
  return hash.digest('hex');
}

/** A record in a file follows the file beside it, which must say the same as the rows that were copied. */
async function placeCorrections(to: string, target: RowStore): Promise<void> {
  if (isPostgres(to)) return;
  const table = tableNamed('corrections');
  const lines: string[] = [];
  for (let after = FIRST, end = await target.endOf(table, after); end !== null; after = end, end = await target.endOf(table, after))
    for (const row of await target.rows(table, after, end)) lines.push(writeCorrection(JSON.parse(String(row[2])) as Correction));
  const file = correctionsPlace(to);
  const text = lines.join('');
  if (existsSync(file) && readFileSync(file, 'utf8') !== text)
    throw new RecordError('record-not-ours', `${file}: other corrections lie beside the copy; put them away and copy again`);
  if (text !== '') writeFileSync(file, text);
}

async function verifyCopy(to: string): Promise<readonly Failure[]> {
  const record = await openRecord(to, 'read');
  try {
    const failures: Failure[] = [];
    for await (const failure of record.verify()) if (failures.length < 100) failures.push(failure);
    return failures;
  } finally {
    await record.close();
  }
}
