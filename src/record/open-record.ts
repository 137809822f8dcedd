import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { RecordError } from './record-error.js';
import { type Connection, createConnection } from './sqlite/connection.js';
import { asRecordError, loadDriver } from './sqlite/driver.js';
import { migrate, SCHEMA, schemaOf } from './sqlite/schema.js';
import { createSqliteRecord } from './sqlite/sqlite-record.js';
import { holdsWords } from './sqlite/word-index.js';
import type { StatementRecord } from './statement-record.js';

/** `read` never changes the record and fails where there is none; `write` makes or migrates it. */
export type RecordAccess = 'read' | 'write';

/** How long one process waits for another that is writing, in milliseconds: longer than a large batch takes to file. */
const PATIENCE = 15_000;

const MEMORY = ':memory:';

/**
 * Opens the record at a place: a file, or `:memory:` for one that is gone when it is closed. Its folder is made where it is
 * missing. To be used on the main thread. Any number of processes may have it open; one writes at a time, others wait.
 */
export async function openRecord(place: string, access: RecordAccess): Promise<StatementRecord> {
  if (/^postgres(?:ql)?:/.test(place))
    throw new RecordError('store-missing', `${place}: this release keeps records in files only; name a file with --record`);
  const inMemory = place === MEMORY;
  if (access === 'read' && !inMemory && !existsSync(place))
    throw new RecordError('record-missing', `${place}: there is no record; file something into it with "onrecord add"`);
  const connection = await connect(place, access === 'read' && !inMemory);
  try {
    prepare(connection, access === 'read' && !inMemory, inMemory);
    return createSqliteRecord(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
}

async function connect(place: string, readOnly: boolean): Promise<Connection> {
  const Driver = await loadDriver();
  try {
    if (!readOnly && place !== MEMORY) mkdirSync(dirname(place), { recursive: true });
    const driver = new Driver(place, { readOnly, timeout: PATIENCE });
    driver.function('holds_words', { deterministic: true }, holdsWords);
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
