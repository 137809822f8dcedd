import { identifySpeakers, type Language, type Reading, type Registry, readArticle } from '../engine/index.js';
import { type ArticleOrFailure, type Failure, failure, type Passed, type ReadableArticle } from '../readers/index.js';
import { loadEnglish } from './load-english.js';
import { wholeReading } from './slim-reading.js';
import { shippedRegistry } from './speaker-registry.js';
import { openPool, type WorkerPool } from './worker-pool.js';

/** An article as it came and as the engine read it. */
export interface ReadItem extends Omit<ReadableArticle, 'kind'> {
  readonly kind: 'reading';
  readonly reading: Reading;
}

export type ReadOutcome = ReadItem | Failure | Passed;

export interface ReadArticlesOptions {
  /** Worker threads; 1 reads on the calling thread. */
  readonly jobs: number;
  /** How many bytes will come, where that is known: threads are started at once for much and never for little. */
  readonly expected?: number | null;
  /** Who is known by name; the registry that ships where none is given. */
  readonly registry?: Registry;
}

/** Below this much text a thread's start (a third of a second) costs more than it saves. */
const WORTH_THREADS = 400_000;

/** A batch's text, in characters: enough that passing it on costs nothing, little enough that all threads end together. */
const BATCH = 60_000;

/** A batch that is not full goes out after so many milliseconds without another article, so that a slow pipe is a quick filter. */
const PATIENCE = 100;

/** Batches under way for each thread: one that is read, one that waits. */
const AHEAD = 2;

/**
 * Reads articles as they come, in their order; failures and skipped files pass through in their places. Much text is read on
 * worker threads, and their readings then hold no sentences and no quotations and only the tokens that bound mentions.
 * Speakers whom the registry knows have its ids. An article on which the engine fails becomes a failure; the others are not touched by it.
 */
export async function* readArticles(items: AsyncIterable<Incoming>, options: ReadArticlesOptions): AsyncIterable<ReadOutcome> {
  const registry = options.registry ?? shippedRegistry();
  for await (const outcome of readAll(items, options)) {
    yield outcome.kind === 'reading' ? { ...outcome, reading: identifySpeakers(outcome.reading, registry) } : outcome;
  }
}

async function* readAll(items: AsyncIterable<Incoming>, options: ReadArticlesOptions): AsyncIterable<ReadOutcome> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    if (!(yield* readHere(iterator, readHereFirst(options)))) return;
    yield* readOnThreads(iterator, options.jobs);
  } finally {
    await iterator.return?.();
  }
}

/** How many characters to read on the calling thread before threads are started. */
function readHereFirst({ jobs, expected = null }: ReadArticlesOptions): number {
  if (jobs <= 1) return Number.POSITIVE_INFINITY;
  if (expected === null) return WORTH_THREADS;
  return expected < WORTH_THREADS ? Number.POSITIVE_INFINITY : 0;
}

let english: Language | null = null;

/** Reads on this thread until more than `most` characters went through; false where the items came to their end. */
async function* readHere(iterator: AsyncIterator<Incoming>, most: number): AsyncGenerator<ReadOutcome, boolean> {
  let length = 0;
  while (length < most) {
    const { done, value } = await iterator.next();
    if (done) return false;
    if (value.kind !== 'article') yield value;
    else {
      english ??= loadEnglish();
      length += value.article.text.length;
      yield readOne(value, english);
    }
  }
  return true;
}

function readOne(item: ReadableArticle, language: Language): ReadOutcome {
  try {
    return { ...item, kind: 'reading', reading: readArticle(item.article, language) };
  } catch (error) {
    return engineFailure(item, error);
  }
}

const engineFailure = (item: ReadableArticle, error: unknown): Failure =>
  failure('engine-failed', item.place, `could not be read by the engine: ${error instanceof Error ? error.message : String(error)}`);

type Incoming = ArticleOrFailure | Passed;
type Batch = readonly Incoming[];

/** Keeps every thread busy, and gives what is ready whether or not more has come in. */
async function* readOnThreads(iterator: AsyncIterator<Incoming>, jobs: number): AsyncIterable<ReadOutcome> {
  const pool = openPool(jobs);
  const source = batches(iterator)[Symbol.asyncIterator]();
  const under: Promise<readonly ReadOutcome[]>[] = [];
  let coming: Promise<IteratorResult<Batch>> | null = source.next();
  try {
    while (coming !== null || under.length > 0) {
      const first: Promise<readonly ReadOutcome[]> | undefined = under[0];
      const full = under.length >= jobs * AHEAD;
      const arrived: IteratorResult<Batch> | null =
        coming === null || full ? null : first === undefined ? await coming : await Promise.race([coming, first.then(() => null)]);
      if (arrived !== null) {
        coming = arrived.done ? null : source.next();
        if (!arrived.done) under.push(readBatch(pool, arrived.value));
      } else if (first !== undefined) {
        yield* await first;
        under.shift();
      }
    }
  } finally {
    await pool.close();
  }
}

/** Items in batches of about {@link BATCH} characters; a batch goes out sooner where nothing more comes. */
async function* batches(iterator: AsyncIterator<Incoming>): AsyncIterable<Batch> {
  let batch: Incoming[] = [];
  let length = 0;
  let next = iterator.next();
  for (;;) {
    const result = batch.length === 0 ? await next : await within(next, PATIENCE);
    if (result?.done) break;
    if (result !== null) {
      batch.push(result.value);
      length += result.value.kind === 'article' ? result.value.article.text.length : 0;
    }
    if (result === null || length >= BATCH) {
      yield batch;
      batch = [];
      length = 0;
    }
    if (result !== null) next = iterator.next();
  }
  if (batch.length > 0) yield batch;
}

/** What a promise gives within so many milliseconds, else null. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Reads a batch on a thread. Where that fails, each article is read again by itself, so that one cannot take the others along. Never rejects. */
async function readBatch(pool: WorkerPool, batch: Batch): Promise<readonly ReadOutcome[]> {
  const articles = batch.filter((item) => item.kind === 'article');
  try {
    const readings = await pool.read(articles.map((item) => item.article));
    let at = 0;
    return batch.map((item) => {
      if (item.kind !== 'article') return item;
      const slim = readings[at++];
      if (slim === undefined) throw new RangeError('a worker thread gave fewer readings than it was given articles');
      return { ...item, kind: 'reading', reading: wholeReading(item.article, slim) };
    });
  } catch (error) {
    if (articles.length <= 1) return batch.map((item) => (item.kind === 'article' ? engineFailure(item, error) : item));
    const outcomes: ReadOutcome[] = [];
    for (const item of batch) outcomes.push(...(await readBatch(pool, [item])));
    return outcomes;
  }
}
