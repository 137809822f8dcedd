import { openRecord } from '../../src/record/index.js';
import { openQueue } from '../../src/runtime/queue/article-queue.js';
import { work } from '../../src/runtime/queue/work.js';

// Run by queue.test.ts: works on the queue of the record at argv[2] until it is killed or nothing waits.
const [, , place = ''] = process.argv;
const queue = await openQueue(place);
const record = await openRecord(place, 'write');
await work(queue, record, {
  jobs: 1,
  day: '2031-03-15',
  end: 'when-empty',
  stop: new AbortController().signal,
  clock: () => performance.now(),
  told: () => undefined,
});
await record.close();
await queue.close();
