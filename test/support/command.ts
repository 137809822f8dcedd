import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { EXITS } from '../../src/cli/exit-codes.js';
import { readArguments } from '../../src/cli/program.js';
import { runCommand } from '../../src/cli/run-command.js';

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
  /** Runs as somebody who may not write what others made, also where the tests run as root. */
  readonly user?: 'without-rights';
  /** No file can grow beyond so many kilobytes: what a full disk looks like to a program. */
  readonly largestFile?: number;
}

const NOBODY = 65_534;

/** Surroundings in which no record of the person who runs the tests can be reached. */
export const testEnvironment = (): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: join(scratch(), 'home'),
  TZ: 'UTC',
});

/** Runs the built `onrecord` as a process of its own. */
export function onrecord(given: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const [program = '', ...words] = [...limit(options.largestFile), process.execPath, main, ...given];
  return ended(program, words, options);
}

/** Starts the built `onrecord`, with its input open. Whoever starts it ends it. */
export const startOnrecord = (given: readonly string[]) =>
  spawn(process.execPath, [main, ...given], { cwd: root, env: testEnvironment(), stdio: ['pipe', 'pipe', 'pipe'] });

/** Runs a line of a shell in which `onrecord` is the built program. */
export const onShell = (line: string, options: RunOptions = {}): Promise<Ran> =>
  ended('bash', ['-c', `onrecord() { ${JSON.stringify(process.execPath)} ${JSON.stringify(main)} "$@"; }; ${line}`], options);

function ended(program: string, words: readonly string[], options: RunOptions): Promise<Ran> {
  const child = spawn(program, words, {
    cwd: options.folder ?? root,
    env: { ...testEnvironment(), ...options.environment },
    ...(options.user && process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
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

/** A shell sets the limit; with the signal ignored, a write beyond it fails as one on a full disk does. `ulimit` counts 512 or 1024 bytes. */
const limit = (kilobytes: number | undefined): readonly string[] =>
  kilobytes === undefined ? [] : ['bash', '-c', `trap '' XFSZ; ulimit -f ${kilobytes}; exec "$@"`, 'bash'];

/** Runs a command in this process, from its sources, with everything that the process would give it but threads: faster by a second. */
export async function command(given: readonly string[], options: Pick<RunOptions, 'input' | 'environment'> = {}): Promise<Ran> {
  const out = collector();
  const messages = collector();
  const asked = readArguments(given, '0.0.0', { out: (text) => out.stream.write(text), messages: (text) => messages.stream.write(text) });
  const exit =
    asked.kind === 'done'
      ? asked.number
      : EXITS[
          await runCommand(asked.load, asked.given, asked.options, {
            environment: { ...testEnvironment(), ONRECORD_JOBS: '1', ...options.environment },
            input: Readable.from([Buffer.from(options.input ?? '')]),
            out: out.stream,
            messages: messages.stream,
            stop: new AbortController().signal,
          })
        ].number;
  return { exit, out: out.text(), messages: messages.text() };
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
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
  const { exit, messages } = await command(['add', join(root, 'samples', 'articles'), '--record', place]);
  if (exit !== 0 || !existsSync(place)) throw new Error(`the samples could not be filed (${exit}): ${messages}`);
  return place;
}
