import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPeople } from '../../src/people/index.js';
import { scratch } from '../support/command.js';
import { describePeople } from './conformance.js';

let made = 0;

// What a password costs is told by itself; everything else need not wait for it.
const CHEAP = { N: 2, r: 1, p: 1 };

describePeople('a file', () => openPeople(join(scratch(), `people-${made++}.sqlite`), CHEAP));

test('only its owner may read the file', async () => {
  const place = join(scratch(), 'private-people.sqlite');
  await (await openPeople(place)).close();
  if (process.platform !== 'win32') expect(statSync(place).mode & 0o777).toBe(0o600);
});

test('a password costs 32 MB and three rounds to try, and an unknown name costs the same', async () => {
  const people = await openPeople(join(scratch(), 'costly-people.sqlite'));
  await people.add('Ana', 'read', 'correct horse osterin');
  const timed = async (name: string): Promise<number> => {
    const start = performance.now();
    await people.signIn({ name, password: 'wrong wrong wrong', address: name }, 0);
    return performance.now() - start;
  };
  const times = { known: await timed('Ana'), unknown: await timed('Bela') };
  await people.close();
  // A hash that is not worked out would be a hundred times as fast; the machine's own moods are far smaller.
  expect(times.unknown).toBeGreaterThan(times.known / 10);
  expect(times.known).toBeGreaterThan(times.unknown / 10);
});
