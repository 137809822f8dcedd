import { type Article, identifySpeakers, type Reading } from '../engine/index.js';
import { wholeReading } from './slim-reading.js';
import { shippedRegistry } from './speaker-registry.js';
import { openPool, type WorkerPool } from './worker-pool.js';

/** Reads articles beside whatever else the process does: a server goes on answering. */
export interface ArticleReader {
  /** In the order given, by the speakers' registry that ships. Rejects where the engine fails on one. */
  read(articles: readonly Article[]): Promise<readonly Reading[]>;
  close(): Promise<void>;
}

/** A thread is started with the first articles and kept. */
export function openArticleReader(threads = 1): ArticleReader {
  let pool: WorkerPool | null = null;
  return {
    async read(articles) {
      pool ??= openPool(threads);
      const readings = await pool.read(articles);
      return articles.map((article, index) => {
        const slim = readings[index];
        if (slim === undefined) throw new RangeError('a worker thread gave fewer readings than it was given articles');
        return identifySpeakers(wholeReading(article, slim), shippedRegistry());
      });
    },
    close: async () => pool?.close(),
  };
}
