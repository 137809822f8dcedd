import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPeople } from '../../src/people/index.js';
import { emptyDatabase, startAsking } from '../support/postgres.js';
import { describePeople } from './conformance.js';

const CHEAP = { N: 2, r: 1, p: 1 };
const TABLES = ['people', 'people_sessions', 'people_tokens', 'people_attempts', 'people_log', 'people_collections', 'people_collected'];

let address: string;
let asking: Awaited<ReturnType<typeof startAsking>>;

beforeAll(async () => {
  address = await emptyDatabase();
  await (await openPeople(address, CHEAP)).close();
  asking = await startAsking(address);
});

afterAll(() => asking.end());

describePeople('PostgreSQL', async () => {
  await asking.ask(TABLES.map((table) => `delete from ${table}`).join('; '));
  return openPeople(address, CHEAP);
});

test('two servers that start at once both find the tables', async () => {
  const fresh = await emptyDatabase();
  const both = await Promise.all([openPeople(fresh, CHEAP), openPeople(fresh, CHEAP)]);
  expect(await both[1].all()).toEqual([]);
  await Promise.all(both.map((people) => people.close()));
});
