import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { makeArticle } from '../src/engine/index.js';
import { EVERYTHING, openRecord } from '../src/record/index.js';
import { openQueue, type QueuedArticle } from '../src/runtime/queue/article-queue.js';
import { makeArticles } from './made-articles.js';

/**
 * How much faster two workers are than one: `npx tsx bench/scale-workers.ts POSTGRES-ADDRESS WORKERS [ARTICLES]`. Articles of made
 * words, which the engine reads like any others, wait in the queue of an empty record; workers are processes of one thread each.
 */
const [, , place = '', workers = '1', number = '400'] = process.argv;
const program = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const made = makeArticles(5);
const queue = await openQueue(place);
const articles = Array.from({ length: Number(number) }, (_, index): QueuedArticle => {
  const { text, outlet, published } = made.reading(index).article;
  return { article: makeArticle({ id: `${index}`, text, outlet, published, language: 'en' }), place: { source: 'made', line: index + 1 } };
});
for (let from = 0; from < articles.length; from += 20) await queue.add(articles.slice(from, from + 20), 120);

const began = performance.now();
const work = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, 'work', '--until-empty', '--jobs', '1', '--record', place], { stdio: 'ignore' });
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
  });
await Promise.all(Array.from({ length: Number(workers) }, work));
const seconds = (performance.now() - began) / 1000;
const record = await openRecord(place, 'read');
const { articles: filed } = await record.lookedAt(EVERYTHING);
console.log(`${workers} workers: ${filed} articles in ${seconds.toFixed(1)} s, ${(filed / seconds).toFixed(1)} a second`);
await record.close();
await queue.close();
