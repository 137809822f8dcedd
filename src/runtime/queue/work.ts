import { setTimeout as pause } from 'node:timers/promises';
import type { Day } from '../../engine/index.js';
import { failure } from '../../readers/index.js';
import { RecordError, type StatementRecord } from '../../record/index.js';
import { type ReadOutcome, readArticles } from '../read-articles.js';
import type { ArticleQueue, Batch, QueuedArticle } from './article-queue.js';

export interface WorkOptions {
  readonly jobs: number;
  readonly day: Day;
  /** Ends when nothing waits and nobody has anything in hand; else goes on until it is stopped. */
  readonly end: 'when-empty' | 'when-stopped';
  readonly stop: AbortSignal;
  /** Milliseconds on a clock that only goes forward. */
  readonly clock: () => number;
  /** Told of each batch that came to its end here. */
  readonly told: (worked: Worked) => void;
}

export interface Worked {
  readonly articles: number;
  readonly statements: number;
  readonly failed: number;
}

/** How long a worker waits before it looks again where nothing waits, and how often it looks for those who fell silent, in milliseconds. */
const PAUSE = 500;
const REVIVE = 3_000;

/** A batch on its way through the engine. */
interface UnderWay {
  readonly batch: Batch;
  readonly outcomes: ReadOutcome[];
}

/**
 * Takes batches, reads and files their articles, and says so, until it is to end. A batch that was filed but not told of before
 * the process died is read again by another worker, whose filing then changes nothing.
 */
export async function work(queue: ArticleQueue, record: StatementRecord, options: WorkOptions): Promise<void> {
  const underWay: UnderWay[] = [];
  const items = articlesFrom(queue, underWay, options);
  for await (const outcome of readArticles(items, { jobs: options.jobs })) {
    const [first] = underWay;
    if (first === undefined) continue;
    first.outcomes.push(outcome);
    if (first.outcomes.length < first.batch.articles.length) continue;
    underWay.shift();
    options.told(await fileBatch(queue, record, first, options.day));
  }
  for (const { batch } of underWay) await queue.giveBack(batch, 'the worker was stopped');
}

/** Articles of one batch after another, as fast as they are read. */
async function* articlesFrom(queue: ArticleQueue, underWay: UnderWay[], { end, stop, clock }: WorkOptions) {
  let revived = Number.NEGATIVE_INFINITY;
  while (!stop.aborted) {
    if (clock() - revived > REVIVE) {
      await queue.revive();
      revived = clock();
    }
    const batch = await queue.take();
    if (batch === null) {
      if (end === 'when-empty' && underWay.length === 0 && (await isEmpty(queue))) return;
      await pause(PAUSE);
      continue;
    }
    if (batch.articles.length === 0) continue;
    underWay.push({ batch, outcomes: [] });
    for (const one of batch.articles) yield incoming(one);
  }
}

/** What a queue holds was put there by whoever may write to the database. */
const incoming = ({ article, place }: QueuedArticle) =>
  typeof article.text === 'string' && Array.isArray(article.blocks)
    ? { kind: 'article' as const, article, place, notes: [] }
    : failure('engine-failed', place, 'could not be read: it is no article');

async function isEmpty(queue: ArticleQueue): Promise<boolean> {
  const { waiting, working } = await queue.state();
  return waiting.batches + working.batches === 0;
}

const NOTHING: Worked = { articles: 0, statements: 0, failed: 0 };

/** Files what was read; what the engine or the record cannot take is listed, or given back where it is not the article's fault. */
async function fileBatch(queue: ArticleQueue, record: StatementRecord, { batch, outcomes }: UnderWay, day: Day): Promise<Worked> {
  const readings = outcomes.filter((outcome) => outcome.kind === 'reading');
  const failed = outcomes.flatMap((outcome, index): readonly (QueuedArticle & { readonly reason: string })[] => {
    const one = batch.articles[index];
    return outcome.kind === 'failure' && one !== undefined ? [{ ...one, reason: outcome.message }] : [];
  });
  try {
    const filed = await record.file(readings.map(({ reading }) => ({ reading, filed: day })));
    if (!(await queue.done(batch, failed))) return NOTHING;
    return { articles: filed.length, statements: filed.reduce((sum, one) => sum + one.statements, 0), failed: failed.length };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await queue.giveBack(batch, reason).catch(() => undefined);
    // Without its database a worker is of no use: it ends, and what it had in hand is given to others.
    if (error instanceof RecordError && error.code !== 'record-busy') throw error;
    return NOTHING;
  }
}
