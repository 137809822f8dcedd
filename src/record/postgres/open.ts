import type { RecordAccess } from '../open-record.js';
import type { RowStore } from '../sql/copied-tables.js';
import type { StatementRecord } from '../statement-record.js';
import { type Connection, createConnection } from './connection.js';
import { postgresPlace } from './place.js';
import { createPostgresRecord } from './postgres-record.js';
import { createPostgresRows } from './rows.js';
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

/** The tables of the record in a PostgreSQL database, for a copy of it. No step is given up for taking long. */
export async function openPostgresRows(place: string, access: RecordAccess): Promise<RowStore> {
  const patient = new URL(place);
  patient.searchParams.set('options', `-c statement_timeout=0 ${patient.searchParams.get('options') ?? ''}`.trim());
  return createPostgresRows(await connectPostgres(patient.toString(), access));
}
