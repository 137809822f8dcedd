import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { EVERYTHING, type Filter, openRecord, type StatementRecord } from '../src/record/index.js';
import { makeArticles } from './made-articles.js';

/**
 * How fast articles are stored and found again, without the engine: `npx tsx bench/record.ts [ARTICLES] [BATCH]`.
 * Articles have some 800 words and 20 statements. Making them is not counted. On a machine that has other work, trust the
 * processor's time more than the clock.
 */
const count = Number(process.argv[2] ?? 5_000);
const batch = Number(process.argv[3] ?? 250);
const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
const place = join(folder, 'record.sqlite');
const made = makeArticles();

const line = (name: string, value: string): void => console.log(`${name.padEnd(58)}${value}`);

async function fileThem(record: StatementRecord): Promise<void> {
  let spent = 0;
  let processor = 0;
  for (let from = 0; from < count; from += batch) {
    const filings = Array.from({ length: Math.min(batch, count - from) }, (_, index) => ({ reading: made.reading(from + index) }));
    const before = process.cpuUsage();
    const start = performance.now();
    await record.file(filings);
    spent += performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    processor += (user + system) / 1000;
  }
  const rate = (time: number): string => `${Math.round((count / time) * 1000)} articles, ${Math.round((count * 20_000) / time)} statements`;
  line('filed a second', rate(spent));
  line('filed a second of the processor’s time', rate(processor));
  line('bytes on disk for each article', `${Math.round(statSync(place).size / count)}`);
}

const RUNS = 12;

/** The median and the slowest of eleven runs, the first left out: it reads from disk. */
async function time(name: string, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  let note = '';
  const before = process.cpuUsage();
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const result = await work();
    times.push(performance.now() - start);
    note = Array.isArray(result) ? `${result.length} found` : typeof result === 'number' ? `${result} found` : '';
  }
  const sorted = times.slice(1).sort((one, other) => one - other);
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / RUNS / 1000;
  line(
    name,
    `${(sorted[5] ?? 0).toFixed(1)} ms, slowest ${(sorted.at(-1) ?? 0).toFixed(1)} ms, processor ${processor.toFixed(1)} ms  ${note}`,
  );
}

const page =
  (record: StatementRecord, filter: Filter, by: 'said' | 'printed' | 'filed' = 'said') =>
  async () =>
    (await record.statements({ filter, order: { by, direction: 'descending' } })).statements;

const words = (text: string, match: 'inflected' | 'exact' = 'inflected'): Filter => ({
  kind: 'words',
  where: 'statement',
  match,
  words: text,
});

async function askIt(record: StatementRecord): Promise<void> {
  const sample = made.reading(Math.floor(count / 2)).statements[3];
  const said = sample?.words.split(' ') ?? [];
  const common =
    made
      .reading(0)
      .statements[0]?.words.split(' ')
      .sort((one, other) => one.length - other.length)[0] ?? '';
  const speaker = sample?.speaker.name ?? '';
  await time('a page of everything, by day said', page(record, EVERYTHING));
  await time('a page of everything, by printed day', page(record, EVERYTHING, 'printed'));
  await time('a page for a common word', page(record, words(common)));
  await time('a page for an exact phrase', page(record, words(said.slice(2, 6).join(' '), 'exact')));
  await time(
    'a page for two words of one speaker',
    page(record, { kind: 'and', of: [words(said[0] ?? ''), words(said[1] ?? ''), { kind: 'speaker', name: speaker }] }),
  );
  await time('a speaker’s page', page(record, { kind: 'speaker', name: speaker }));
  await time(
    'an outlet in one month',
    page(record, {
      kind: 'and',
      of: [
        { kind: 'outlet', name: 'Radio Karst' },
        { kind: 'said', from: '2030-05-01', to: '2030-05-31' },
      ],
    }),
  );
  await time(
    'positions in one month',
    page(record, { kind: 'and', of: [{ kind: 'position' }, { kind: 'said', from: '2030-05-01', to: '2030-05-31' }] }),
  );
  await time('count of a common word', () => record.count(words(common)));
  await time('how much was looked at', () => record.lookedAt(EVERYTHING));
  await time('speakers', () => record.speakers({ name: null, limit: 50 }));
  await time('outlets', () => record.outlets());
  await time('texts by phrase', () => record.findPhrase(said, 20));
  await time('texts by most of their words', () => record.findTexts(said, 20));
  const start = performance.now();
  let seen = 0;
  for await (const _ of record.iterate({ filter: EVERYTHING })) seen++;
  line('statements gone through a second', `${Math.round((seen / (performance.now() - start)) * 1000)}`);
  const began = performance.now();
  for await (const failure of record.verify()) throw new Error(failure.message);
  line('articles verified a second', `${Math.round((count / (performance.now() - began)) * 1000)}`);
}

try {
  const record = await openRecord(place, 'write');
  line('articles', `${count} in batches of ${batch}, Node ${process.version}`);
  await fileThem(record);
  await askIt(record);
  await record.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
