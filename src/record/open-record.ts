import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { correctionsPlace, readCorrections } from './corrections/corrections-file.js';
import { isPostgres } from './postgres/place.js';
import { RecordError } from './record-error.js';
import type { RowStore } from './sql/copied-tables.js';
import { type Connection, createConnection } from './sqlite/connection.js';
import { asRecordError, loadDriver } from './sqlite/driver.js';
import { createSqliteRows } from './sqlite/rows.js';
import { migrate, SCHEMA, schemaOf } from './sqlite/schema.js';
import { createSqliteRecord } from './sqlite/sqlite-record.js';
import { printsOf } from './sqlite/text-prints.js';
import { holdsWords, lexemesInSql } from './sqlite/word-index.js';
import type { StatementRecord } from './statement-record.js';

/** `read` never changes the record and fails where there is none; `write` makes or migrates it. */
export type RecordAccess = 'read' | 'write';

/** How long one process waits for another that is writing, in milliseconds: longer than a large batch takes to file. */
const PATIENCE = 15_000;

const MEMORY = ':memory:';

/**
 * Opens the record at a place: the address of a PostgreSQL database (`postgres://…`), a file, or `:memory:` for one that is
 * gone when it is closed. A file's folder is made where it is missing. To be used on the main thread. Any number of processes
 * may have it open; of those with a file one writes at a time, others wait.
 *
 * Where a file of corrections lies beside a record in a file, the record follows it from here on. Lines that are no entry are passed
 * over: `readCorrections` names them. Where there is none, the record goes on following what it followed.
 */
export async function openRecord(place: string, access: RecordAccess): Promise<StatementRecord> {
  if (isPostgres(place)) return (await import('./postgres/open.js')).openPostgres(place, access);
  const inMemory = place === MEMORY;
  if (access === 'read' && !inMemory && !existsSync(place))
    throw new RecordError('record-missing', `${place}: there is no record; file something into it with "onrecord add"`);
  const readOnly = access === 'read' && !inMemory;
  const record = await openFile(place, readOnly, inMemory);
  if (!inMemory) await followFile(record, readOnly);
  return record;
}

/** Opens the tables of a record, for a copy of it. */
export async function openRows(place: string, access: RecordAccess): Promise<RowStore> {
  if (isPostgres(place)) return (await import('./postgres/open.js')).openPostgresRows(place, access);
  const connection = await connect(place, access === 'read');
  try {
    prepare(connection, access === 'read', place === MEMORY);
    return createSqliteRows(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function openFile(place: string, readOnly: boolean, inMemory: boolean): Promise<StatementRecord> {
  const connection = await connect(place, readOnly);
  try {
    prepare(connection, readOnly, inMemory);
    return createSqliteRecord(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** A reader makes the record follow a changed file too: whoever asks next is to see what was set right. */
async function followFile(record: StatementRecord, readOnly: boolean): Promise<void> {
  const file = correctionsPlace(record.place);
  if (!existsSync(file)) return;
  try {
    const { corrections } = readCorrections(readFileSync(file, 'utf8'));
    if (JSON.stringify(corrections) === JSON.stringify(await record.corrections())) return;
    const writer = readOnly ? await openFile(record.place, false, false) : record;
    await writer.correct(corrections);
    if (writer !== record) await writer.close();
  } catch (error) {
    await record.close();
    throw error;
  }
}

async function connect(place: string, readOnly: boolean): Promise<Connection> {
  const Driver = await loadDriver();
  try {
    if (!readOnly && place !== MEMORY) mkdirSync(dirname(place), { recursive: true });
    const driver = new Driver(place, { readOnly, timeout: PATIENCE });
    driver.function('holds_words', { deterministic: true }, holdsWords);
    driver.function('lexemes', { deterministic: true }, lexemesInSql);
    driver.function('prints_of', { deterministic: true }, printsOf);
    return createConnection(driver, place);
  } catch (error) {
    throw asRecordError(error, place);
  }
}

/** A large page holds several statements; 64 MB of pages in memory keep the upper part of every index there. */
function prepare(connection: Connection, readOnly: boolean, inMemory: boolean): void {
  connection.exec('pragma cache_size = -65536; pragma temp_store = memory; pragma foreign_keys = off;');
  const version = schemaOf(connection);
  if (readOnly) {
    if (version < SCHEMA)
      throw new RecordError(
        'record-older',
        `${connection.place}: an earlier release wrote this record; run "onrecord add" or "onrecord verify" once to bring it up to date`,
      );
    return;
  }
  if (version === 0) connection.exec('pragma page_size = 8192;');
  if (!inMemory) connection.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma wal_autocheckpoint = 4000;');
  migrate(connection);
}
