import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { asRecordError, loadDriver, type Value } from '../record/sqlite/driver.js';
import { PeopleError } from './people.js';
import { SCHEMA_SQL, type Tables } from './tables.js';

/** One open database of people: what writes its SQL and what runs it. */
export interface PeopleDatabase {
  readonly writer: Kysely<Tables>;
  run<Row>(query: CompiledQuery<Row>): Promise<readonly Row[]>;
  close(): Promise<void>;
}

const sqliteWriter = (): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (database) => new SqliteIntrospector(database),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });

const postgresWriter = (): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });

/** In milliseconds: how long one process waits for another. */
const PATIENCE = 10_000;

/** Opens the file, and makes it where there is none. Only its owner may read it. */
export async function openFile(place: string): Promise<PeopleDatabase> {
  const Driver = await loadDriver();
  try {
    const driver = new Driver(place, { readOnly: false, timeout: PATIENCE });
    driver.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on;');
    driver.exec(SCHEMA_SQL('integer primary key autoincrement'));
    let open = true;
    return {
      writer: sqliteWriter(),
      run: async <Row>(query: CompiledQuery<Row>) => {
        try {
          return driver.prepare(query.sql).all(...(query.parameters as readonly Value[])) as readonly Row[];
        } catch (error) {
          throw asRecordError(error, place);
        }
      },
      close: async () => {
        if (open) driver.close();
        open = false;
      },
    };
  } catch (error) {
    throw asRecordError(error, place);
  }
}

/** Opens the tables in the database of a PostgreSQL record, and makes them where there are none. */
export async function openServer(address: string): Promise<PeopleDatabase> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: address, max: 4, connectionTimeoutMillis: PATIENCE });
  pool.on('error', () => undefined); // an idle connection that is cut is made again when it is needed
  try {
    // Two servers that start at once must not both make the tables.
    await pool.query(
      `begin; select pg_advisory_xact_lock(720418); ${SCHEMA_SQL('bigint generated always as identity primary key')}; commit`,
    );
  } catch (cause) {
    await pool.end();
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new PeopleError('people-unusable', `the database of the record cannot keep people: ${message}`, { cause });
  }
  return {
    writer: postgresWriter(),
    run: async <Row>(query: CompiledQuery<Row>) => (await pool.query(query.sql, [...query.parameters])).rows as readonly Row[],
    close: () => pool.end(),
  };
}
