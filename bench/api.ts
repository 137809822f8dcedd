import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openRecord } from '../src/record/index.js';
import { makeArticles, numbers } from './made-articles.js';

/**
 * How fast the HTTP API answers `search` on a record of 100,000 statements: `npx tsc -b && npx tsx bench/api.ts [REQUESTS] [RECORD]`.
 * The built program serves in a process of its own; this one asks over 8 kept connections, no question twice unless it says so.
 * A question is one to three words drawn as often as they stand in the texts, so that common words come often, some with a
 * speaker, a day or an outlet. The processor's time is the server's alone: trust it where the machine has other work.
 */
const ARTICLES = 5_000;
const CONNECTIONS = 8;
const requests = Number(process.argv[2] ?? 4_000);
const given = process.argv[3];
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const place = given ?? join(folder, 'record.sqlite');
const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));

async function makeRecord(): Promise<void> {
  if (existsSync(place)) return;
  const made = makeArticles();
  const record = await openRecord(place, 'write');
  for (let from = 0; from < ARTICLES; from += 250)
    await record.file(Array.from({ length: 250 }, (_, index) => ({ reading: made.reading(from + index) })));
  await record.close();
}

const next = numbers(11);
const made = makeArticles();

/** A word as often as it stands in the texts. */
const word = (): string => made.word(next);

function question(): string {
  const words = Array.from({ length: 1 + Math.floor(next() * 3) }, word);
  const kind = next();
  if (kind < 0.15) return `${words[0]} speaker:"${made.name(next)}"`;
  if (kind < 0.3) return `${words[0]} date:2030-${String(1 + Math.floor(next() * 12)).padStart(2, '0')}`;
  if (kind < 0.4) return `${words[0]} outlet:courier`;
  if (kind < 0.45) return `"${words.join(' ')}"`;
  return words.join(' ');
}

interface Answer {
  readonly status: number;
  readonly bytes: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

const ask = (address: URL, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    get(address, { agent, headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes }));
    }).on('error', reject);
  });

/** The processor's time of another process, in milliseconds; null where the system does not tell. */
function spentBy(pid: number): number | null {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return null;
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const at = (sorted: readonly number[], share: number): string =>
  `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)} ms`;

/** Asks all of it over the connections, and writes a line. */
async function measure(name: string, addresses: readonly URL[], pid: number): Promise<void> {
  const times: number[] = [];
  let failed = 0;
  let bytes = 0;
  const before = spentBy(pid);
  const start = performance.now();
  const queue = addresses.values();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (const address of queue) {
        const asked = performance.now();
        const answer = await ask(address);
        times.push(performance.now() - asked);
        bytes += answer.bytes;
        if (answer.status !== 200) failed++;
      }
    }),
  );
  const wall = performance.now() - start;
  const after = spentBy(pid);
  times.sort((one, other) => one - other);
  const processor = before === null || after === null ? 'not told' : `${Math.round((times.length / (after - before)) * 1000)}`;
  console.log(
    `| ${name} | ${Math.round((times.length / wall) * 1000)} | ${processor} | ${at(times, 0.5)} | ${at(times, 0.95)} | ${at(times, 0.99)} | ${at(times, 1)} | ${Math.round(bytes / times.length / 1000)} kB |${failed > 0 ? ` ${failed} FAILED` : ''}`,
  );
}

async function serving(use: (address: string, pid: number) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', '0', '--json', '--record', place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  try {
    const line = await new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve));
    await use((JSON.parse(line) as { readonly address: string }).address, child.pid ?? 0);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

await makeRecord();
await serving(async (address, pid) => {
  const search = (query: string, limit = 20): URL =>
    new URL(`/api/v1/statements?${new URLSearchParams({ q: query, limit: String(limit) })}`, address);
  const different = [...new Set(Array.from({ length: 2 * requests }, question))].slice(0, requests);
  await measure(
    'warm-up',
    different.slice(0, 200).map((query) => search(`${query} `)),
    pid,
  );
  console.log('| what | requests a second | a second of the server’s processor time | p50 | p95 | p99 | slowest | answer |');
  console.log('|---|---|---|---|---|---|---|---|');
  await measure(
    '`search`, every question another',
    different.map((query) => search(query)),
    pid,
  );
  await measure(
    '… with 5 statements an answer',
    different.map((query) => search(query, 5)),
    pid,
  );
  await measure(
    '`search` for one common word each',
    Array.from({ length: 200 }, (_, index) => search(made.commonWord(index % 20), 20 + Math.floor(index / 20))),
    pid,
  );
  await measure(
    '`search`, ten questions over and over',
    Array.from({ length: requests }, (_, index) => search(different[index % 10] ?? '')),
    pid,
  );
});
agent.destroy();
rmSync(folder, { recursive: true, force: true });
