import { afterAll, beforeAll } from 'vitest';
import { openRecord, type StatementRecord } from '../../src/record/index.js';
import { emptyDatabase, startAsking } from '../support/postgres.js';
import { holdsToTheRecord } from './conformance.js';

let record: StatementRecord;
let asking: Awaited<ReturnType<typeof startAsking>>;

beforeAll(async () => {
  const address = await emptyDatabase();
  record = await openRecord(address, 'write');
  asking = await startAsking(address);
});

afterAll(async () => {
  await record.close();
  await asking.end();
});

const TABLES = 'outlets texts articles appearances originals speakers speaker_names speaker_roles statements corrections'.split(' ');

/** Every test has an empty record; connecting anew for each would take longer than the tests. */
async function emptyRecord(): Promise<StatementRecord> {
  const emptied = TABLES.map((table) => `delete from onrecord.${table}`);
  await asking.ask([...emptied, 'update onrecord.revisions set writes = writes + 1 where slot = 0'].join('; '));
  return { ...record, close: async () => undefined };
}

holdsToTheRecord('a record in PostgreSQL', emptyRecord);
