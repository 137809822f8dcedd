import type { StatementRecord } from '../record/index.js';
import { problem } from './messages.js';

/** The id of the one statement whose id begins as given. */
export async function findStatement(record: StatementRecord, given: string): Promise<string> {
  const start = given.trim();
  const ids = start === '' ? [] : await record.statementIds(start);
  const [only] = ids.includes(start) ? [start] : ids;
  if (only === undefined) throw problem('statement-unknown', start);
  if (only !== start && ids.length > 1) throw problem('statement-several', start, ids.join(', '));
  return only;
}
