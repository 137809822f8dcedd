import { performance } from 'node:perf_hooks';
import { EVERYTHING, openRecord, type StatementRecord } from '../src/record/index.js';
import { loadIssues } from '../src/runtime/load-issues.js';
import { createApp } from '../src/web/index.js';
import { makeArticles } from './made-articles.js';

/**
 * How long each page takes, in time of the processor, and how large it is: `npx tsx bench/pages.ts [ARTICLES]`. An article has 20 statements, a third
 * of them with a position; 5,000 make 100,000. First: as the first reader after the start has it; then: the median of five more.
 */
const count = Number(process.argv[2] ?? 5_000);

async function fill(record: StatementRecord): Promise<void> {
  const made = makeArticles();
  for (let from = 0; from < count; from += 250)
    await record.file(Array.from({ length: Math.min(250, count - from) }, (_, index) => ({ reading: made.reading(from + index) })));
}

/** Addresses of every page, with what most is said about and by whom. */
async function addresses(record: StatementRecord): Promise<readonly string[]> {
  const speakers = await record.speakers({ name: null, limit: 3 });
  const [one, other] = speakers.map(({ key }) => encodeURIComponent(key));
  const { statements } = await record.statements({ filter: { kind: 'and', of: [EVERYTHING, { kind: 'position' }] }, limit: 1 });
  const [statement] = statements;
  const words = statement?.statement.words.split(' ').slice(2, 9).join(' ') ?? '';
  return [
    '/',
    '/search?q=',
    `/search?q=${encodeURIComponent(words.split(' ')[0] ?? '')}`,
    '/search?q=ceasefire+stance%3Aagainst',
    '/speakers',
    `/speaker/${one}`,
    `/article/${statement?.article.sha256}`,
    `/s/${statement?.id}`,
    '/issues',
    '/issue/ceasefire',
    `/issue/ceasefire?speaker=${one}`,
    '/issue?q=ferry+line',
    '/shifts',
    '/shifts?issue=ceasefire',
    `/compare?speaker=${one}&speaker=${other}&issue=ceasefire`,
    '/matrix',
    '/replies?q=ceasefire',
    `/check?q=${encodeURIComponent(words)}`,
    '/figures',
    '/coverage',
    '/corrections',
    '/about',
  ];
}

const record = await openRecord(':memory:', 'write');
await fill(record);
const app = createApp({ record, issues: loadIssues([]) });
const begun = performance.now();
await app.prepare();
console.log(`${count * 20} statements, Node ${process.version}; made ready in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
console.log('| page | first | then | size |\n|---|---|---|---|');
for (const address of await addresses(record)) {
  const times: number[] = [];
  let size = 0;
  for (let run = 0; run < 6; run++) {
    const start = process.cpuUsage();
    const response = await app.request(address);
    size = (await response.arrayBuffer()).byteLength;
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
    if (response.status !== 200) console.log(`${address}: ${response.status}`);
  }
  const [first = 0, ...others] = times;
  const median = others.sort((a, b) => a - b)[2] ?? 0;
  const over = first > 100 || median > 100 || size > 100_000 ? ' !' : '';
  console.log(
    `| ${decodeURIComponent(address).replace(/[0-9a-f]{60,}/, '…')}${over} | ${first.toFixed(0)} ms | ${median.toFixed(0)} ms | ${(size / 1000).toFixed(0)} KB |`,
  );
}
await record.close();
