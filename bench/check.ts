import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { checkQuotation } from '../src/answers/index.js';
import { openRecord, type StatementRecord } from '../src/record/index.js';
import { makeArticles } from './made-articles.js';
import { makeRecord } from './made-record.js';

/**
 * How long the check of one quotation takes: `npx tsx bench/check.ts [ARTICLES] [PLACE]`. Articles have 20 statements, so 5,000
 * of them are 100,000 statements. The record is made where there is none and kept. Prints the median, the 95th of a hundred, and
 * the processor's time for each.
 */
const count = Number(process.argv[2] ?? 5_000);
const place = process.argv[3] ?? join(tmpdir(), `onrecord-bench-${count}.sqlite`);
const CHECKS = 60;
const made = makeArticles();

const wordsOf = (index: number): readonly string[] => made.reading((index * 77) % count).statements[index % 20]?.words.split(' ') ?? [];

/** Ways to quote what somebody said, and words that nobody said in this order. */
const WAYS: Readonly<Record<string, (index: number) => string>> = {
  'the same words': (index) => wordsOf(index).join(' '),
  'one dropped': (index) =>
    wordsOf(index)
      .filter((_, at) => at !== 7)
      .join(' '),
  'one changed': (index) =>
    wordsOf(index)
      .map((word, at) => (at === 5 ? 'varga' : word))
      .join(' '),
  'an ellipsis': (index) => `${wordsOf(index).slice(0, 6).join(' ')} … ${wordsOf(index).slice(12).join(' ')}`,
  'two joined': (index) => [...wordsOf(index).slice(0, 8), ...wordsOf(index + 1).slice(8)].join(' '),
  invented: (index) => Array.from({ length: 15 }, (_, at) => wordsOf(index * 31 + at * 7)[at]).join(' '),
};

async function time(record: StatementRecord, name: string, quotations: readonly string[]): Promise<void> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const quotation of quotations) {
    const start = performance.now();
    await checkQuotation(record, { quotation });
    times.push(performance.now() - start);
  }
  const { user, system } = process.cpuUsage(before);
  const sorted = times.sort((one, other) => one - other);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  console.log(
    `${name.padEnd(20)}median ${at(0.5)} ms, 95th ${at(0.95)} ms, processor ${((user + system) / quotations.length / 1000).toFixed(1)} ms`,
  );
}

await makeRecord(place, count);
const record = await openRecord(place, 'write');
console.log(`${count} articles, ${count * 20} statements, Node ${process.version}`);
for (const [name, way] of [['warming up', WAYS['the same words']] as const, ...Object.entries(WAYS)]) {
  const quotations = Array.from({ length: CHECKS }, (_, index) => way?.(index) ?? '');
  await time(record, name, quotations);
}
await record.close();
