import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import type { Writer } from '../sql/queries.js';
import type { Tables } from '../sql/tables.js';
import { createWordIndex } from './word-index.js';

/** Writes SQL for PostgreSQL; it has no connection. */
export const postgresWriter: Writer = {
  database: new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (database) => new PostgresIntrospector(database),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  }),
  words: createWordIndex(),
};
