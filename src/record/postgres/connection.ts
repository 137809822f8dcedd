import type { CompiledQuery } from 'kysely';
import pg from 'pg';
import Cursor from 'pg-cursor';
import { asRecordError, codeOf } from './failures.js';
import type { PostgresPlace } from './place.js';

/** Whatever takes SQL: any connection, or the one that a transaction runs on. */
export interface Session {
  query<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  all<Row>(query: CompiledQuery<Row>): Promise<readonly Row[]>;
}

/** A database with a few connections to it. Every failure that a user can mend comes out as a RecordError. */
export interface Connection extends Session {
  /** The place as people may see it. */
  readonly place: string;
  /** Runs the work in one transaction: all of it is there afterwards, or none. It is begun again where others were in the way. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** The rows of a long answer, so many at once, as of one moment. */
  stream<Row>(query: CompiledQuery<Row>, atOnce: number): AsyncIterable<readonly Row[]>;
  close(): Promise<void>;
}

/** One connection each for what a page asks at once; a record that is only filed into uses one. */
const CONNECTIONS = 6;

/** How long a connection may take to come about, in milliseconds. */
const PATIENCE = 15_000;

/** How often a transaction is begun again that the server broke off because two waited for each other. */
const ATTEMPTS = 6;

/** Keys and counts are numbers: none comes near to what a double cannot hold. */
const NUMBERS: ReadonlySet<number> = new Set([pg.types.builtins.INT8, pg.types.builtins.NUMERIC]);

const types = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    NUMBERS.has(id) ? Number : pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
};

export function createConnection({ address, shown }: PostgresPlace): Connection {
  const pool = new pg.Pool({ connectionString: address, max: CONNECTIONS, connectionTimeoutMillis: PATIENCE, keepAlive: true, types });
  // A connection that is lost while nobody uses it is simply made anew.
  pool.on('error', () => undefined);
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asRecordError(error, shown);
    }
  };
  const session = (to: pg.Pool | pg.PoolClient): Session => {
    const query = async <Row>(text: string, values: readonly unknown[] = []) =>
      (await guard(() => to.query(text, values.map(storable)))).rows as readonly Row[];
    return { query, all: (compiled) => query(compiled.sql, compiled.parameters) };
  };
  let closed: Promise<void> | null = null;
  return {
    place: shown,
    ...session(pool),
    transaction: async (work) => {
      for (let attempt = 1; ; attempt++) {
        const client = await guard(() => pool.connect());
        try {
          return await inTransaction(client, () => work(session(client)));
        } catch (error) {
          if (attempt === ATTEMPTS || !isBrokenOff(error)) throw asRecordError(error, shown);
        }
      }
    },
    stream: (query, atOnce) => stream(pool, query, atOnce, shown),
    close: () => (closed ??= pool.end()),
  };
}

/** PostgreSQL has no NUL in a text: nothing that it keeps equals one that has, and columns are kept without. */
const storable = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;

/** A client that failed in a way that leaves its state unknown is not used again. */
async function inTransaction<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  try {
    await client.query('begin');
    const result = await work();
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    const undone = await client.query('rollback').then(
      () => true,
      () => false,
    );
    client.release(!undone);
    throw error;
  }
}

/** Two transactions waited for each other: nothing was done, and the same again may well succeed. */
function isBrokenOff(error: unknown): boolean {
  const code = codeOf(error) ?? codeOf((error as { readonly cause?: unknown }).cause ?? {});
  return code === '40P01' || code === '40001';
}

async function* stream<Row>(pool: pg.Pool, query: CompiledQuery<Row>, atOnce: number, shown: string): AsyncGenerator<readonly Row[]> {
  let client: pg.PoolClient | null = null;
  try {
    client = await pool.connect();
    await client.query('set statement_timeout = 0');
    const cursor = client.query(new Cursor<Row>(query.sql, query.parameters as unknown[], { types } as object));
    try {
      for (;;) {
        const rows = await cursor.read(atOnce);
        if (rows.length > 0) yield rows;
        if (rows.length < atOnce) break;
      }
    } finally {
      await cursor.close();
    }
    await client.query('reset statement_timeout');
    client.release();
    client = null;
  } catch (error) {
    throw asRecordError(error, shown);
  } finally {
    // Somebody who stops early leaves a connection whose settings nobody put back.
    client?.release(true);
  }
}
