import { work as workOn } from '../../runtime/queue/work.js';
import type { Run } from '../commands.js';
import { optionText } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { problem } from '../messages.js';
import { startProgress } from '../progress.js';
import { jobsOf } from '../settings.js';
import { withQueue } from '../with-queue.js';
import { withRecord } from '../with-record.js';
import { formatCount, plural } from '../words/numbers.js';

/** Takes articles from the queue, reads and files them, beside any number of others who do the same. */
export const work: Run = (context, _given, options) => {
  const jobs = jobsOf(optionText(options, 'jobs'), context.environment);
  if (jobs === null) throw problem('jobs-wrong', optionText(options, 'jobs') ?? '');
  return withQueue<Exit>(context, options, (queue) =>
    withRecord<Exit>(context, options, 'write', async (record) => {
      const progress = startProgress(context);
      let articles = 0;
      let statements = 0;
      let failed = 0;
      await workOn(queue, record, {
        jobs,
        day: context.today,
        end: options.untilEmpty ? 'when-empty' : 'when-stopped',
        stop: context.stop,
        clock: context.clock,
        told: (worked) => {
          articles += worked.articles;
          statements += worked.statements;
          failed += worked.failed;
          for (let count = 0; count < worked.articles; count++) progress.article(0);
        },
      }).finally(progress.end);
      if (options.json) await context.out.line(JSON.stringify({ record: record.place, articles, statements, failed }));
      else {
        const listed = failed === 0 ? '' : ` ${formatCount(failed)} could not be read: onrecord queue failures.`;
        await context.out.line(`${plural(articles, 'article')} filed, ${plural(statements, 'statement')} found.${listed}`);
      }
      return 'ok';
    }),
  );
};
