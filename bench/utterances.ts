import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createUtterances } from '../src/answers/same-words/utterances.js';
import { type BriefStatement, EVERYTHING, openRecord } from '../src/record/index.js';
import { makeRecord } from './made-record.js';

/**
 * How long it takes to group the statements of a record into utterances, and then those of one more article:
 * `npx tsx bench/utterances.ts [ARTICLES] [PLACE]`. All statements are taken for quotations; those of every tenth article are
 * told once more by another outlet, one word shorter. The record is made where there is none and kept.
 */
const count = Number(process.argv[2] ?? 5_000);
const place = process.argv[3] ?? join(tmpdir(), `onrecord-bench-${count}.sqlite`);

const quoted = (statement: BriefStatement): BriefStatement => ({ ...statement, manner: 'direct' });

const copied = (statement: BriefStatement): BriefStatement => ({
  ...statement,
  id: `${statement.id}-copy`,
  text: -statement.text,
  outlet: 'The Copy',
  manner: 'direct',
  words: statement.words.slice(0, statement.words.lastIndexOf(' ')),
});

await makeRecord(place, count);
const record = await openRecord(place, 'write');
const utterances = createUtterances();
const start = performance.now();
const before = process.cpuUsage();
let statements = 0;
let last: readonly BriefStatement[] = [];
for await (const list of record.briefs(EVERYTHING)) {
  utterances.add(list.map(quoted));
  utterances.add(list.filter(({ text }) => text % 10 === 0).map(copied));
  statements += list.length;
  if (list.length > 0) last = list.slice(-20);
}
const { user, system } = process.cpuUsage(before);
const megabytes = Math.round(process.memoryUsage().rss / 1e6);
console.log(
  `${statements} statements grouped in ${((performance.now() - start) / 1000).toFixed(1)} s, processor ${((user + system) / 1e6).toFixed(1)} s, ${megabytes} MB`,
);
const again = performance.now();
utterances.add(
  last.map((statement) => ({ ...quoted(statement), id: `${statement.id}-again`, text: -1 - statement.text, outlet: 'One More' })),
);
console.log(`one more article with ${last.length} statements: ${(performance.now() - again).toFixed(2)} ms`);
const carried = utterances.carried();
console.log(`${carried.length} utterances in several texts, ${carried.filter(({ texts }) => texts > 2).length} in more than two`);
await record.close();
