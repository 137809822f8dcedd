import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'dist', 'cli', 'main.js');

export interface Ran {
  readonly exit: number | null;
  readonly out: string;
  readonly messages: string;
}

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** Surroundings in which no record of the person who runs the tests can be reached. */
export const testEnvironment = (): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: join(scratch(), 'home'),
  TZ: 'UTC',
});

/** Runs the built `onrecord` as a process of its own. */
export function onrecord(given: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...given], {
    cwd: options.folder ?? root,
    env: { ...testEnvironment(), ...options.environment },
  });
  const out: Buffer[] = [];
  const messages: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => messages.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, out: Buffer.concat(out).toString(), messages: Buffer.concat(messages).toString() }));
  });
}

let made: string | null = null;

/** A folder of this run, gone when it ends. */
export function scratch(): string {
  if (made === null) {
    made = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    const folder = made;
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  }
  return made;
}

/** Writes a file into the scratch folder and gives its path. */
export function put(name: string, content: string | Uint8Array): string {
  const path = join(scratch(), name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

let built: Promise<string> | null = null;

/** A record that holds all sample articles, built once for all tests of a thread. Not to be written to. */
export function sampleRecord(): Promise<string> {
  built ??= buildSamples();
  return built;
}

async function buildSamples(): Promise<string> {
  const place = join(scratch(), 'samples.sqlite');
  const { exit, messages } = await onrecord(['add', 'samples/articles', '--record', place]);
  if (exit !== 0 || !existsSync(place)) throw new Error(`the samples could not be filed (${exit}): ${messages}`);
  return place;
}
