import { openRecord } from '../../record/index.js';
import type { Run } from '../commands.js';
import { optionText } from '../context.js';
import { recordPlace } from '../settings.js';
import { formatCount, plural } from '../words/numbers.js';

/** Failures are shown up to so many; all are counted. */
const SHOWN = 100;

/** Checks every citation of the record against the stored bytes. */
export const verify: Run = async (context, _, options) => {
  const record = await openRecord(recordPlace(optionText(options, 'record'), context.environment), 'read');
  try {
    const statements = await record.count({ kind: 'everything' }, 'all');
    const { articles } = await record.lookedAt({ kind: 'everything' });
    const failures: object[] = [];
    let count = 0;
    for await (const failure of record.verify()) {
      if (context.stop.aborted) return 'interrupted';
      if (++count <= SHOWN) {
        failures.push(failure);
        const which = failure.statement === null ? failure.address : `${failure.address}, statement ${failure.statement}`;
        if (!options.json) await context.out.line(`${which}: ${failure.message} (${failure.code})`);
      }
    }
    if (options.json) await context.out.line(JSON.stringify({ record: record.place, articles, statements, failed: count, failures }));
    else if (count > SHOWN) await context.out.line(`… and ${formatCount(count - SHOWN)} more.`);
    if (!options.json)
      await context.out.line(
        `${plural(statements, 'statement')} in ${plural(articles, 'article')} checked against the stored texts: ${count === 0 ? 'all hold' : `${plural(count, 'place')} where the record does not hold what it claims`}.`,
      );
    return count === 0 ? 'ok' : 'nothing-found';
  } finally {
    await record.close();
  }
};
