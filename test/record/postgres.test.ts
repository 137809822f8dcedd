import { afterAll, beforeAll } from 'vitest';
import { openRecord } from '../../src/record/index.js';
import { ask, emptyDatabase } from '../support/postgres.js';
import { holdsToTheRecord } from './conformance.js';

let address = '';

beforeAll(async () => {
  address = await emptyDatabase();
  await (await openRecord(address, 'write')).close();
});

/** Deleting a few rows costs less than a database of its own, or than truncating, for each test. */
async function emptyRecord() {
  const tables = 'outlets texts articles appearances originals speakers speaker_names speaker_roles statements corrections'.split(' ');
  await ask(address, tables.map((table) => `delete from onrecord.${table}`).join('; '));
  return openRecord(address, 'write');
}

holdsToTheRecord('a record in PostgreSQL', emptyRecord);
