import { RecordError, type RecordErrorCode } from '../record-error.js';

/** A value that SQLite takes and gives. */
export type Value = string | number | bigint | null | Uint8Array;

/** A compiled statement. Rows are objects by column name. */
export interface Prepared {
  run(...values: readonly Value[]): { readonly changes: number | bigint; readonly lastInsertRowid: number | bigint };
  get(...values: readonly Value[]): unknown;
  all(...values: readonly Value[]): readonly unknown[];
  iterate(...values: readonly Value[]): IterableIterator<unknown>;
}

/** The part of node:sqlite's API that is used here; `@photostructure/sqlite` has the same. */
export interface Driver {
  exec(sql: string): void;
  prepare(sql: string): Prepared;
  function(name: string, options: { readonly deterministic: boolean }, body: (...values: readonly Value[]) => Value): void;
  close(): void;
}

type DriverMaker = new (place: string | URL, options: { readonly readOnly: boolean; readonly timeout: number }) => Driver;

let maker: Promise<DriverMaker> | null = null;

/** SQLite as this Node has it: built in from Node 22 on, else the optional package. Looked for once. */
export function loadDriver(): Promise<DriverMaker> {
  maker ??= findDriver();
  return maker;
}

async function findDriver(): Promise<DriverMaker> {
  const builtIn = loadBuiltIn();
  if (builtIn !== null) return builtIn;
  try {
    const { DatabaseSync } = await import('@photostructure/sqlite');
    return DatabaseSync as unknown as DriverMaker;
  } catch (cause) {
    throw new RecordError(
      'store-missing',
      'this Node has no SQLite: use Node 22 or later, or install the optional package with "npm install @photostructure/sqlite"',
      { cause },
    );
  }
}

/** Node 22 says on loading that node:sqlite is experimental; the part used here is covered by the tests, so nobody need be told. */
function loadBuiltIn(): DriverMaker | null {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    const sqlite = process.getBuiltinModule?.('node:sqlite' as 'node:fs') as unknown as { readonly DatabaseSync?: DriverMaker } | undefined;
    return sqlite?.DatabaseSync ?? null;
  } catch {
    return null;
  } finally {
    process.emitWarning = emitWarning;
  }
}

const MEANINGS: readonly (readonly [RegExp, RecordErrorCode, string])[] = [
  [
    /database is locked|database table is locked|busy/i,
    'record-busy',
    'another program is writing to the record; try again when it is done',
  ],
  [/readonly|read-only|EROFS/i, 'record-read-only', 'the record cannot be written to; check the rights of the file and its folder'],
  [/disk is full|ENOSPC/i, 'record-full', 'the disk is full; nothing of this step was filed; free some space and run it again'],
  [/not a database/i, 'record-not-ours', 'this file is not a record; name another with --record'],
  [/malformed|corrupt/i, 'record-damaged', 'the record is damaged; restore it from a copy, or file the articles again into a fresh one'],
  [
    /unable to open|disk I\/O|cannot open|(?:is|not) a directory|EACCES|EPERM|EEXIST/i,
    'record-unreadable',
    'the record cannot be opened; check that its folder is there and may be written to',
  ],
];

/** What the store reports, in the record's own terms. What is not known passes through as it is. */
export function asRecordError(error: unknown, place: string): unknown {
  if (error instanceof RecordError || !(error instanceof Error)) return error;
  for (const [pattern, code, advice] of MEANINGS)
    if (pattern.test(error.message)) return new RecordError(code, `${place}: ${advice}`, { cause: error });
  return error;
}
