import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeArticle } from '../../src/engine/index.js';
import { EVERYTHING, openRecord } from '../../src/record/index.js';
import { type ArticleQueue, openQueue, type QueuedArticle } from '../../src/runtime/queue/article-queue.js';
import { work } from '../../src/runtime/queue/work.js';
import { emptyDatabase } from '../support/postgres.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

let place = '';
let queue: ArticleQueue;
const children = new Set<ChildProcess>();

beforeEach(async () => {
  place = await emptyDatabase();
  queue = await openQueue(place);
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  await queue.close();
});

const article = (number: number): QueuedArticle => ({
  article: makeArticle({
    id: `n${number}`,
    outlet: 'Harbour Wire',
    published: '2031-03-14',
    language: 'en',
    text: `“We will sign report ${number},” Lena Varga told reporters in Osterin on Thursday. Tomas Berg said that report ${number} was idle talk.`,
  }),
  place: { source: 'made.jsonl', line: number + 1 },
});

const articles = (count: number, from = 0): readonly QueuedArticle[] => Array.from({ length: count }, (_, index) => article(from + index));

const options = (told: (worked: { articles: number }) => void = () => undefined) => ({
  jobs: 1,
  day: '2031-03-15',
  end: 'when-empty' as const,
  stop: new AbortController().signal,
  clock: () => performance.now(),
  told,
});

async function workHere(): Promise<void> {
  const record = await openRecord(place, 'write');
  await work(queue, record, options());
  await record.close();
}

async function held(): Promise<{ articles: number; statements: number; failures: number }> {
  const record = await openRecord(place, 'read');
  const { articles } = await record.lookedAt(EVERYTHING);
  const statements = await record.count(EVERYTHING, 'all');
  let failures = 0;
  for await (const _ of record.verify()) failures++;
  await record.close();
  return { articles, statements, failures };
}

/** A worker in a process of its own. */
function startWorker(): ChildProcess {
  const script = join(root, 'test', 'runtime', 'working-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, place], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  children.add(child);
  return child;
}

describe('a queue of articles', () => {
  test('is taken in order, told of, and counted', async () => {
    await queue.add(articles(3), 60);
    await queue.add(articles(2, 3), 60);
    expect(await queue.state()).toMatchObject({ waiting: { batches: 2, articles: 5 }, working: { batches: 0 }, failures: 0 });
    const first = await queue.take();
    expect(first?.articles.map(({ article }) => article.id)).toEqual(['n0', 'n1', 'n2']);
    expect(await queue.state()).toMatchObject({ waiting: { articles: 2 }, working: { articles: 3 } });
    expect(first !== null && (await queue.done(first, []))).toBe(true);
    expect(first !== null && (await queue.done(first, []))).toBe(false);
    await workHere();
    expect(await queue.state()).toMatchObject({ waiting: { batches: 0 }, working: { batches: 0 }, done: { all: 5, hour: 5 }, failures: 0 });
    expect(await held()).toMatchObject({ articles: 2 });
  });

  test('keeps whatever characters an article holds', async () => {
    const text = 'A \u0000 and \ud800 said “yes”, Lena Varga said.';
    await queue.add([{ ...article(1), article: { ...article(1).article, text } }], 60);
    expect((await queue.take())?.articles[0]?.article.text).toBe(text);
  });

  test('lists an article that cannot be filed, with its reason, and files the others of its batch', async () => {
    const broken = { ...article(7), article: { ...article(7).article, text: null as unknown as string } };
    await queue.add([...articles(3), broken], 60);
    await workHere();
    expect(await held()).toMatchObject({ articles: 3, failures: 0 });
    const [listed, ...more] = await queue.failures(10);
    expect(more).toEqual([]);
    expect(listed).toMatchObject({ place: { source: 'made.jsonl', line: 8 }, article: { id: 'n7' } });
    expect(listed?.reason).not.toBe('');
    expect(await queue.state()).toMatchObject({ waiting: { batches: 0 }, failures: 1 });
    expect(await queue.retry([listed?.id ?? ''])).toBe(1);
    expect(await queue.state()).toMatchObject({ waiting: { articles: 1 }, failures: 0 });
    await workHere();
    expect(await queue.forget(null)).toBe(1);
    expect(await queue.failures(10)).toEqual([]);
  });

  test('gives what a silent worker had to another, one by one, and in the end lists it', async () => {
    await queue.add(articles(2), 1);
    const taken: number[] = [];
    for (let round = 0; round < 8 && (await queue.failures(10)).length < 2; round++) {
      for (let batch = await queue.take(); batch !== null; batch = await queue.take()) taken.push(batch.articles.length);
      await pause(1_200);
      await queue.revive();
    }
    // Once as a batch; then it is taken apart, and each article is tried three times.
    expect(taken).toEqual([2, 0, 1, 1, 1, 1, 1, 1]);
    expect((await queue.failures(10)).map(({ article }) => article.id).sort()).toEqual(['n0', 'n1']);
    expect(await queue.state()).toMatchObject({ waiting: { batches: 0 }, working: { batches: 0 }, failures: 2 });
  });
});

test('workers that are killed at random moments lose and double nothing', async () => {
  const count = 120;
  for (let from = 0; from < count; from += 4) await queue.add(articles(4, from), 4);
  const random = [700, 1_400, 400, 2_100, 900];
  let [first, second] = [startWorker(), startWorker()];
  for (const milliseconds of random) {
    await pause(1_500 + milliseconds);
    first.kill('SIGKILL');
    [first, second] = [second, startWorker()];
  }
  await workHere();
  expect(await held()).toEqual({ articles: count, statements: count * 2, failures: 0 });
  expect(await queue.state()).toMatchObject({ waiting: { batches: 0 }, working: { batches: 0 }, done: { all: count }, failures: 0 });
});
