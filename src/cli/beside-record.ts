import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from './settings.js';
import { dataFolder } from './settings.js';

/**
 * Where files that belong to a record lie: beside its file, by its name with something behind it. A record on a server has no
 * beside; its files lie in the user's data folder under a name made from the server's address. The folder is made.
 */
export function besideRecord(place: string, environment: Environment): string {
  const beside = /^[a-z][a-z0-9+.-]+:\/\//i.test(place)
    ? join(dataFolder(environment), `server-${createHash('sha256').update(place).digest('hex').slice(0, 12)}`)
    : place;
  mkdirSync(dirname(beside), { recursive: true });
  return beside;
}
