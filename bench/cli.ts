import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { search, timeline } from '../src/answers/index.js';
import { openRecord, type StatementRecord } from '../src/record/index.js';

/**
 * How fast the program is as people run it: `npx tsx bench/cli.ts [ARTICLES.jsonl]` after a build. Files the articles into a fresh
 * record with one thread and with all, asks it questions, and starts `--help`. Writes a table for bench/README.md.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist', 'cli', 'main.js');
const articles = process.argv[2] ?? join(root, '..', 'shared', 'corpora', 'polnear', 'train.jsonl');
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const place = join(folder, 'record.sqlite');

interface Added {
  readonly articles: number;
  readonly characters: number;
  readonly statements: number;
  readonly seconds: number;
}

/** Highest resident memory of a process, in megabytes, as the kernel counts it. */
const peakOf = (pid: number): number => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function add(jobs: number): Promise<Added & { readonly peak: number; readonly processor: number }> {
  for (const ending of ['', '-wal', '-shm']) rmSync(place + ending, { force: true });
  const child = spawn(process.execPath, [main, 'add', articles, '--record', place, '--jobs', String(jobs), '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  let peak = 0;
  let processor = 0;
  const watch = setInterval(() => {
    try {
      peak = Math.max(peak, peakOf(child.pid ?? 0));
      const ticks = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      processor = (Number(ticks[11]) + Number(ticks[12])) / 100;
    } catch {
      clearInterval(watch);
    }
  }, 50);
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`add ended with ${code}`);
  return { ...(JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as Added), peak, processor };
}

/** Median and 95th percentile of a question asked again and again, in milliseconds. */
async function time(questions: readonly (() => Promise<unknown>)[]): Promise<string> {
  const times: number[] = [];
  for (let run = 0; run < 20; run++)
    for (const ask of questions) {
      const start = performance.now();
      await ask();
      if (run > 0) times.push(performance.now() - start);
    }
  times.sort((one, other) => one - other);
  return `${at(times, 0.5)} / ${at(times, 0.95)} ms`;
}

const at = (sorted: readonly number[], share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);

const QUERIES = [
  'president',
  '"white house"',
  'tax type:direct',
  'speaker:Clinton date:2016',
  'immigration OR border',
  'is:position stance:against',
  'zebra',
];

async function questions(record: StatementRecord): Promise<void> {
  row('search, 7 queries, p50 / p95', await time(QUERIES.map((query) => () => search(record, { query, limit: 20 }))));
  const speakers = (await record.speakers({ name: null, limit: 5 })).map(({ key }) => key);
  row('timeline, 5 speakers with most statements, p50 / p95', await time(speakers.map((speaker) => () => timeline(record, { speaker }))));
}

function helpTime(): string {
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now();
    spawnSync(process.execPath, [main, '--help']);
    return performance.now() - start;
  }).sort((one, other) => one - other);
  const empty = join(folder, 'empty.mjs');
  writeFileSync(empty, '');
  const start = performance.now();
  spawnSync(process.execPath, [empty]);
  return `${at(times, 0.5)} ms (an empty script: ${(performance.now() - start).toFixed(0)} ms)`;
}

const row = (name: string, value: string): void => console.log(`| ${name} | ${value} |`);

console.log(`| what | Node ${process.versions.node}, ${cpus().length} processors |\n|---|---|`);
row('`onrecord --help`, median', helpTime());
for (const jobs of [1, cpus().length]) {
  const { articles: count, characters, statements, seconds, peak, processor } = await add(jobs);
  const threads = jobs === 1 ? 'one thread' : `${jobs} threads`;
  row(
    `articles filed a second, ${threads}`,
    `${(count / seconds).toFixed(0)} (${count} articles, ${(characters / 1e6).toFixed(1)} million characters, ${statements} statements in ${seconds.toFixed(1)} s)`,
  );
  row(`articles filed a second of processor time, ${threads}`, (count / processor).toFixed(0));
  row(`highest memory, ${threads}`, `${peak.toFixed(0)} MB`);
}
row('record on disk', `${(statSync(place).size / 1e6).toFixed(1)} MB`);
const record = await openRecord(place, 'read');
await questions(record);
await record.close();
rmSync(folder, { recursive: true, force: true });
