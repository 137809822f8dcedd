import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { numbers } from '../made-articles.js';

/** What a trial has: a folder of its own, chance that can be repeated, and how large it is to be. */
export interface Surroundings {
  readonly folder: string;
  /** From 0 to 1. */
  readonly chance: () => number;
  readonly size: Size;
}

/** How many of each: a small run is part of every check of a commit, a full one is for the figures. */
export interface Size {
  readonly kills: number;
  readonly articles: number;
  readonly readers: number;
  readonly readingSeconds: number;
  readonly soakSeconds: number;
}

export const SIZES = {
  small: { kills: 6, articles: 120, readers: 40, readingSeconds: 6, soakSeconds: 12 },
  full: { kills: 100, articles: 340, readers: 200, readingSeconds: 30, soakSeconds: 1200 },
} as const satisfies Record<string, Size>;

/** What came out: what was tried, and every way in which it went wrong. */
export interface Outcome {
  readonly name: string;
  readonly tried: string;
  readonly figures: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

export interface Trial {
  readonly name: string;
  /** Null where this machine cannot do it, with the reason. */
  run(surroundings: Surroundings): Promise<Outcome | { readonly name: string; readonly notRun: string }>;
}

export const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'dist', 'cli', 'main.js');

export const makeFolder = (): string => mkdtempSync(join(tmpdir(), 'onrecord-reliability-'));

export const chanceOf = (seed: number): (() => number) => numbers(seed);

const environment = (extra: Readonly<Record<string, string>>) => ({ ...process.env, NO_COLOR: '1', ONRECORD_CONFIG: '', ...extra });

/** Starts the built program. Whoever starts it ends it. */
export const start = (given: readonly string[], extra: Readonly<Record<string, string>> = {}): ChildProcess =>
  spawn(process.execPath, [main, ...given], { env: environment(extra), stdio: ['ignore', 'pipe', 'pipe'] });

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly messages: string;
}

/** Runs the built program to its end. */
export function run(...given: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...given], {
    env: environment({}),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return { status, out: stdout, messages: stderr };
}

export const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Resolves when the process has ended. */
export const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('close', (code) => resolve(code));
  });

/** Kills it as a power cut would. */
export async function kill(child: ChildProcess): Promise<void> {
  const closed = ended(child);
  child.kill('SIGKILL');
  await closed;
}

/** The sample articles, again and again, each time with a number in the text: as many different ones as wanted, one a line. */
export function writeArticles(file: string, count: number): void {
  const folder = join(root, 'samples', 'articles');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') || name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const lines = Array.from({ length: count }, (_, index) => {
    const text = `${texts[index % texts.length] ?? ''}\n\nDespatch ${index}.\n`;
    return JSON.stringify({ id: `despatch-${index}`, outlet: 'Harbour Wire', published: '2031-03-14', text });
  });
  writeFileSync(file, `${lines.join('\n')}\n`);
}

/** What a record holds, as text that is equal for equal records; the order in which articles came does not count. */
export const contentOf = (record: string): string =>
  run('export', '--record', record, '--format', 'jsonl').out.split('\n').sort().join('\n');

/** Why a record is not whole; empty where it is. */
export function faultsOf(record: string): readonly string[] {
  const { status, out, messages } = run('verify', '--record', record);
  return status === 0 ? [] : [`verify ended with ${status}: ${(out + messages).slice(0, 500)}`];
}

export function removeRecord(record: string): void {
  for (const ending of ['', '-wal', '-shm', '.corrections.jsonl']) rmSync(record + ending, { force: true });
}

/** The address that a server prints when it is ready. */
export function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const line = said.split('\n')[0] ?? '';
      if (said.includes('\n')) resolve((JSON.parse(line) as { readonly address: string }).address);
    });
    server.once('close', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
  });
}

/** The value below which so much of all lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Resident memory of a process, in megabytes. */
export const memoryOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
