import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf, contentOf, ended, faultsOf, kill, memoryOf, quantile, run, start, type Trial, wait, writeArticles } from './trial.js';

/** A server with forms is killed at random moments while corrections are made through it. What it said was done must be there. */
export const killedServer: Trial = {
  name: 'server killed',
  async run({ folder, chance, size }) {
    const record = filed(folder, 'served.sqlite', 30);
    const ids = statementsOf(record);
    const failures: string[] = [];
    const confirmed = new Set<string>();
    let sent = 0;
    for (let round = 0; round < size.kills; round++) {
      const server = start(['serve', '--edit', '--port', '0', '--json', '--record', record]);
      const address = await addressOf(server);
      const killing = wait(chance() * 2000).then(() => kill(server));
      await Promise.all([killing, correctUntilGone(address)]);
    }
    failures.push(...faultsOf(record));
    const kept = correctionsOf(record);
    if (confirmed.size === 0) failures.push('no correction was ever confirmed: the trial proves nothing');
    for (const id of confirmed) if (!kept.includes(id)) failures.push(`the correction ${id} was confirmed and is not there`);
    if (new Set(kept).size !== kept.length) failures.push('a correction is there twice');
    return {
      name: this.name,
      tried: `${size.kills} kills`,
      figures: { kills: size.kills, sent, confirmed: confirmed.size, kept: kept.length },
      failures,
    };

    async function correctUntilGone(address: string): Promise<void> {
      for (;;) {
        const statement = ids[sent % ids.length] ?? '';
        const name = `Speaker ${sent++}`;
        try {
          const body = new URLSearchParams({ kind: 'speaker', statement, name, speakerKind: 'person' });
          const response = await fetch(new URL('/corrections', address), {
            method: 'POST',
            body,
            redirect: 'manual',
            headers: { Origin: new URL(address).origin },
          });
          const id = response.headers.get('Location')?.split('#')[1];
          if (response.status !== 303 || id === undefined)
            failures.push(`a correction was answered with ${response.status}: ${(await response.text()).slice(0, 200)}`);
          else confirmed.add(id);
        } catch {
          return;
        }
      }
    }
  },
};

function correctionsOf(record: string): readonly string[] {
  const file = `${record}.corrections.jsonl`;
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { readonly id: string }).id);
}

const PATHS = [
  '/',
  '/search?q=ceasefire',
  '/speakers',
  '/issues',
  '/issue/ceasefire',
  '/shifts',
  '/matrix',
  '/coverage',
  '/search.json?q=harbour',
  '/check?q=no+ceasefire',
];

/** Many readers ask for pages while articles are filed into the same record. */
export const readersWhileAdding: Trial = {
  name: 'readers while adding',
  async run({ folder, size }) {
    const record = filed(folder, 'read.sqlite', size.articles);
    const further = join(folder, 'further.jsonl');
    writeArticles(further, size.articles * 3);
    const server = start(['serve', '--port', '0', '--json', '--record', record]);
    const address = await addressOf(server);
    const adder = start(['add', further, '--record', record, '--jobs', '1']);
    const { times, failures } = await load(address, size.readers, size.readingSeconds * 1000);
    await kill(server);
    const exit = await ended(adder);
    if (exit !== 0) failures.push(`the adder ended with ${exit}`);
    failures.push(...faultsOf(record));
    const figures = {
      readers: size.readers,
      requests: times.length,
      'p50 ms': Math.round(quantile(times, 0.5)),
      'p95 ms': Math.round(quantile(times, 0.95)),
      'p99 ms': Math.round(quantile(times, 0.99)),
    };
    return { name: this.name, tried: `${times.length} requests`, figures, failures };
  },
};

/** A server is asked without a pause; its memory at the end is compared with its memory after a fifth of the time. */
export const soak: Trial = {
  name: 'soak',
  async run({ folder, size }) {
    const record = filed(folder, 'soaked.sqlite', size.articles);
    const server = start(['serve', '--port', '0', '--json', '--record', record]);
    const address = await addressOf(server);
    const pid = server.pid ?? 0;
    const first = await load(address, 8, size.soakSeconds * 200);
    const early = memoryOf(pid);
    const rest = await load(address, 8, size.soakSeconds * 800);
    const late = memoryOf(pid);
    await kill(server);
    const failures = [...first.failures, ...rest.failures];
    // The collector needs no more than this to work in; what leaks grows with every request.
    if (late > early * 1.3 + 60) failures.push(`memory grew from ${Math.round(early)} to ${Math.round(late)} MB`);
    const requests = first.times.length + rest.times.length;
    return {
      name: this.name,
      tried: `${requests} requests`,
      figures: { requests, 'early MB': Math.round(early), 'late MB': Math.round(late) },
      failures,
    };
  },
};

/** So many readers ask one page after another for so long. */
async function load(
  address: string,
  readers: number,
  milliseconds: number,
): Promise<{ readonly times: number[]; readonly failures: string[] }> {
  const times: number[] = [];
  const failures: string[] = [];
  const until = performance.now() + milliseconds;
  const reader = async (which: number): Promise<void> => {
    for (let turn = which; performance.now() < until; turn++) {
      const path = PATHS[turn % PATHS.length] ?? '/';
      const began = performance.now();
      const response = await fetch(new URL(path, address));
      const text = await response.text();
      times.push(performance.now() - began);
      if (response.status !== 200) failures.push(`${path} was answered with ${response.status}: ${text.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: readers }, (_, which) => reader(which)));
  return { times, failures: failures.slice(0, 20) };
}

function filed(folder: string, name: string, count: number): string {
  const articles = join(folder, `${name}.jsonl`);
  writeArticles(articles, count);
  const record = join(folder, name);
  run('add', articles, '--record', record);
  return record;
}

const statementsOf = (record: string): readonly string[] =>
  contentOf(record)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly id: string }).id);
