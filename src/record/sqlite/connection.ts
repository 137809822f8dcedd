import type { CompiledQuery } from 'kysely';
import { asRecordError, type Driver, type Prepared, type Value } from './driver.js';

/** How many compiled statements are kept. Queries of filters differ in shape, so the oldest make room. */
const KEPT = 200;

/** One open database with its compiled statements. Not to be shared between threads. */
export interface Connection {
  readonly place: string;
  prepare(sql: string): Prepared;
  all<Row>(query: CompiledQuery<Row>): readonly Row[];
  exec(sql: string): void;
  /** Runs the work in one writing transaction: all of it is there afterwards, or none. */
  transaction<T>(work: () => T): T;
  /** Changes whenever anybody, this process or another, wrote to the record. */
  stamp(): string;
  close(): void;
}

/** Wraps an open driver. Every failure that a user can mend comes out as a RecordError. */
export function createConnection(driver: Driver, place: string): Connection {
  const statements = new Map<string, Prepared>();
  let open = true;
  let writes = 0;
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw asRecordError(error, place);
    }
  };
  const prepare = (sql: string): Prepared => {
    const kept = statements.get(sql);
    if (kept !== undefined) {
      statements.delete(sql);
      statements.set(sql, kept);
      return kept;
    }
    const prepared = driver.prepare(sql);
    statements.set(sql, prepared);
    if (statements.size > KEPT) statements.delete(statements.keys().next().value ?? '');
    return prepared;
  };
  return {
    place,
    prepare: (sql) => guard(() => prepare(sql)),
    all: <Row>(query: CompiledQuery<Row>) =>
      guard(() => prepare(query.sql).all(...(query.parameters as readonly Value[])) as readonly Row[]),
    exec: (sql) => guard(() => driver.exec(sql)),
    transaction: (work) =>
      guard(() => {
        writes++;
        driver.exec('begin immediate');
        try {
          const result = work();
          driver.exec('commit');
          return result;
        } catch (error) {
          rollBack(driver);
          throw error;
        }
      }),
    stamp: () => guard(() => `${(prepare('pragma data_version').get() as { readonly data_version: number }).data_version} ${writes}`),
    close: () => {
      if (!open) return;
      open = false;
      statements.clear();
      settle(driver);
      guard(() => driver.close());
    },
  };
}

/** Brings everything into the one file, so that a copy of it is whole: a driver may keep its log until its statements are collected. */
function settle(driver: Driver): void {
  try {
    driver.exec('pragma wal_checkpoint(truncate)');
  } catch {
    // A reader may not, and another process may be in the way: it does the same when it closes.
  }
}

/** A full disk may have rolled back by itself; saying so again would hide why. */
function rollBack(driver: Driver): void {
  try {
    driver.exec('rollback');
  } catch {
    // Nothing was open any more: what is wanted has happened.
  }
}
