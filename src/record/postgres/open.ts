import type { RecordAccess } from '../open-record.js';
import type { StatementRecord } from '../statement-record.js';
import { type Connection, createConnection } from './connection.js';
import { postgresPlace } from './place.js';
import { createPostgresRecord } from './postgres-record.js';
import { prepareSchema } from './schema.js';

/** Connects to a database whose record is of this program's schema, or is made so where `access` lets it. */
export async function connectPostgres(place: string, access: RecordAccess): Promise<Connection> {
  const connection = createConnection(postgresPlace(place, access));
  try {
    await prepareSchema(connection, access);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** Opens the record in a PostgreSQL database. Its corrections are in the database as well. */
export const openPostgres = async (place: string, access: RecordAccess): Promise<StatementRecord> =>
  createPostgresRecord(await connectPostgres(place, access));
