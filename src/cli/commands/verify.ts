import type { Run } from '../commands.js';
import { withRecord } from '../with-record.js';
import { formatCount, plural } from '../words/numbers.js';

/** Failures are shown up to so many; all are counted. */
const SHOWN = 100;

/** Checks every citation of the record against the stored bytes. */
export const verify: Run = (context, _, options) =>
  withRecord(context, options, 'read', async (record) => {
    const statements = await record.count({ kind: 'everything' }, 'all');
    const { articles } = await record.lookedAt({ kind: 'everything' });
    const failures: object[] = [];
    let failed = 0;
    for await (const failure of record.verify()) {
      if (context.stop.aborted) return 'interrupted';
      if (++failed > SHOWN) continue;
      failures.push(failure);
      const which = failure.statement === null ? failure.address : `${failure.address}, statement ${failure.statement}`;
      if (!options.json) await context.out.line(`${which}: ${failure.message} (${failure.code})`);
    }
    if (options.json) await context.out.line(JSON.stringify({ record: record.place, articles, statements, failed, failures }));
    else {
      if (failed > SHOWN) await context.out.line(`… and ${formatCount(failed - SHOWN)} more.`);
      const verdict = failed === 0 ? 'all hold' : `${plural(failed, 'place')} where the record does not hold what it claims`;
      await context.out.line(
        `${plural(statements, 'statement')} in ${plural(articles, 'article')} checked against the stored texts: ${verdict}.`,
      );
    }
    return failed === 0 ? 'ok' : 'nothing-found';
  });
