import Tinypool from 'tinypool';
import type { Article } from '../engine/index.js';
import type { SlimReading } from './slim-reading.js';

/** Worker threads that read articles. A thread that dies or hangs is replaced; what it was reading is a rejection. */
export interface WorkerPool {
  readonly threads: number;
  read(articles: readonly Article[]): Promise<readonly SlimReading[]>;
  close(): Promise<void>;
}

/** A batch has at most {@link BATCH} characters, which takes a tenth of a second; an hour-long pause in a machine's sleep is no hang. */
const LONGEST_READING = 120_000;

/** What a thread's heap may grow to before it is replaced: words that were never seen before stay in the tagger. */
const RECYCLE = 400_000_000;

export function openPool(threads: number): WorkerPool {
  const pool = new Tinypool({
    filename: new URL('./read-worker.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    isolateWorkers: false,
    maxMemoryLimitBeforeRecycle: RECYCLE,
  });
  return {
    threads,
    read: async (articles) => JSON.parse((await pool.run(articles, { signal: AbortSignal.timeout(LONGEST_READING) })) as string),
    close: () => pool.destroy(),
  };
}
