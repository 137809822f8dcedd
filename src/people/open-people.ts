import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isPostgres } from '../record/index.js';
import { createCollections } from './collections.js';
import { openFile, openServer, type PeopleDatabase } from './database.js';
import { PASSWORD_COST, type PasswordCost } from './passwords.js';
import type { People } from './people.js';
import { createPersons } from './persons.js';
import { createSessions } from './sessions.js';
import { createTokens } from './tokens.js';

/** Where the people of a record are: in its own database where it is on a server, else in a file beside it. */
export const peoplePlace = (record: string): string => (isPostgres(record) ? record : `${record}.people.sqlite`);

/** Whether anybody was ever added to a record in a file. A server is asked by opening it. */
export const hasPeople = (place: string): boolean => isPostgres(place) || existsSync(place);

/** Opens the people of a place, and makes what is missing. A file can be read by its owner only. */
export async function openPeople(place: string, cost: PasswordCost = PASSWORD_COST): Promise<People> {
  const database = isPostgres(place) ? await openServer(place) : await openPrivately(place);
  return createPeople(database, cost);
}

async function openPrivately(place: string): Promise<PeopleDatabase> {
  mkdirSync(dirname(place), { recursive: true });
  if (!existsSync(place)) writeFileSync(place, '', { mode: 0o600 });
  else chmodSync(place, 0o600);
  return openFile(place);
}

function createPeople(database: PeopleDatabase, cost: PasswordCost): People {
  const sessions = createSessions(database, cost);
  return {
    ...createPersons(database, cost),
    ...createTokens(database),
    ...sessions,
    collections: createCollections(database),
    close: () => database.close(),
  };
}
