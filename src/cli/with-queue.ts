import { isPostgres } from '../record/index.js';
import type { ArticleQueue } from '../runtime/queue/article-queue.js';
import { type Context, type Options, optionText } from './context.js';
import { problem } from './messages.js';
import { recordPlace } from './settings.js';

/** Opens the queue of the record that the command line means, which lies in the same database, and frees it whatever happens. */
export async function withQueue<T>(context: Context, options: Options, use: (queue: ArticleQueue) => Promise<T>): Promise<T> {
  const place = recordPlace(optionText(options, 'record'), context.environment);
  if (!isPostgres(place)) throw problem('queue-place');
  const { openQueue } = await import('../runtime/queue/article-queue.js');
  const queue = await openQueue(place);
  try {
    return await use(queue);
  } finally {
    await queue.close();
  }
}
