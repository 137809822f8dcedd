import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import {
  checkQuotation,
  comparePositions,
  countStatements,
  createIssueMatcher,
  readPositioned,
  search,
  timeline,
} from '../src/answers/index.js';
import { type Filter, openRecord, type StatementRecord } from '../src/record/index.js';
import { loadIssues } from '../src/runtime/load-issues.js';
import { makeArticles } from './made-articles.js';

/**
 * A record of many articles, and how fast it answers. Articles have some 800 made words and 5 statements, two of which take a
 * side; they are filed without the engine, whose speed is measured elsewhere.
 *
 *     npx tsx bench/scale.ts make PLACE ARTICLES [FIRST]   files them, and says how fast
 *     npx tsx bench/scale.ts ask PLACE ARTICLES            asks as a desk would, and says how long answers take
 */
const [, , action = '', place = '', number = '200000', from = '0'] = process.argv;
const count = Number(number);
const made = makeArticles(5);
const BATCH = 100;

const line = (name: string, value: string): void => console.log(`${name.padEnd(52)}${value}`);

async function fileThem(first: number): Promise<void> {
  const record = await openRecord(place, 'write');
  const began = performance.now();
  let filing = 0;
  for (let at = first; at < count; at += BATCH) {
    const filings = Array.from({ length: Math.min(BATCH, count - at) }, (_, index) => ({ reading: made.reading(at + index) }));
    const start = performance.now();
    await record.file(filings);
    filing += performance.now() - start;
    const done = at - first + filings.length;
    if (done % 20_000 === 0) line(`${at + filings.length} articles`, `${Math.round((done / filing) * 1000)} filed a second`);
  }
  const done = count - first;
  line('filed', `${done} articles in ${Math.round((performance.now() - began) / 1000)} s, of which filing ${Math.round(filing / 1000)} s`);
  line('filed a second, made ones not counted', String(Math.round((done / filing) * 1000)));
  if (!place.includes('://')) line('bytes on disk', String(statSync(place).size));
  await record.close();
}

/** How often each kind of question is asked, each time another one. */
const RUNS = 60;

const p = (times: readonly number[], share: number): string =>
  (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(0);

async function time(name: string, ask: (run: number) => Promise<number>): Promise<void> {
  const times: number[] = [];
  let found = 0;
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    found += await ask(run);
    times.push(performance.now() - start);
  }
  const first = times[0]?.toFixed(0);
  times.sort((one, other) => one - other);
  line(
    name,
    `p50 ${p(times, 0.5)} ms, p95 ${p(times, 0.95)} ms, slowest ${p(times, 1)} ms, first ${first} ms; ${Math.round(found / RUNS)} found`,
  );
}

/** Another statement for every run, from anywhere in the record. */
const statementOf = (run: number) => made.reading(Math.floor((run * 0.618_034 * count) % count)).statements[run % 5];
const wordOf = (run: number, at: number): string => statementOf(run)?.words.split(' ')[at] ?? '';
const speakerOf = (run: number): string => statementOf(run)?.speaker.name ?? '';

async function askThem(): Promise<void> {
  const record = await openRecord(place, 'read');
  const { issues } = loadIssues();
  const find = async (query: string): Promise<number> => {
    const { statements } = await search(record, { query, limit: 20 });
    await countStatements(record, query);
    return statements.length;
  };
  await time('search: a word of a statement', (run) => find(wordOf(run, 5)));
  await time('search: two words', (run) => find(`${wordOf(run, 6)} ${wordOf(run, 9)}`));
  await time('search: a phrase', (run) => find(`"${wordOf(run, 11)} ${wordOf(run, 12)} ${wordOf(run, 13)}"`));
  await time('search: a word of a speaker', (run) => find(`${wordOf(run, 7)} speaker:"${speakerOf(run)}"`));
  await time('search: an outlet in a month', () => find('outlet:"Radio Karst" date:2030-05'));
  await time('search: a word in texts', (run) => find(`text:${wordOf(run, 8)}`));
  await time('search: everything, latest first', () => find(''));
  await time('timeline of a speaker', async (run) => (await timeline(record, { speaker: speakerOf(run), limit: 20 })).entries.length);
  await time('timeline of a speaker on a matter', async (run) => {
    return (await timeline(record, { speaker: speakerOf(run), on: 'ceasefire', limit: 20 })).entries.length;
  });
  await time('compare two speakers on an issue', (run) => compareTwo(record, issues, [speakerOf(run), speakerOf(run + 1)]));
  await time('check: the words as they were said', (run) => check(record, statementOf(run)?.words ?? ''));
  await time('check: two words altered', (run) => check(record, altered(statementOf(run)?.words ?? '')));
  await time('check: words of nobody', (run) =>
    check(record, `${wordOf(run, 3)} ${wordOf(run + 1, 4)} ${wordOf(run + 2, 5)} ${wordOf(run + 3, 6)}`),
  );
  await record.close();
}

async function compareTwo(
  record: StatementRecord,
  issues: Parameters<typeof createIssueMatcher>[0],
  holders: readonly string[],
): Promise<number> {
  const matcher = createIssueMatcher(issues.filter(({ id }) => id === 'ceasefire'));
  const among: Filter = { kind: 'or', of: holders.map((name) => ({ kind: 'speaker', name })) };
  const statements = await readPositioned(record, { among });
  return comparePositions({ statements, matcher, groups: [], holders }).clock.length;
}

const check = async (record: StatementRecord, quotation: string): Promise<number> =>
  (await checkQuotation(record, { quotation })).verdict === 'not-found' ? 0 : 1;

const altered = (words: string): string =>
  words
    .split(' ')
    .map((word, at) => (at === 4 || at === 14 ? 'otherwise' : word))
    .join(' ');

if (action === 'make') await fileThem(Number(from));
else if (action === 'ask') await askThem();
else console.error('npx tsx bench/scale.ts make|ask PLACE ARTICLES');
