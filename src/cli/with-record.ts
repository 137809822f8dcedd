import { openRecord, type RecordAccess, type StatementRecord } from '../record/index.js';
import { type Context, type Options, optionText } from './context.js';
import { problem } from './messages.js';
import { recordPlace } from './settings.js';

/** Opens the record that the command line means, and frees it whatever happens. */
export async function withRecord<T>(
  context: Context,
  options: Options,
  access: RecordAccess,
  use: (record: StatementRecord) => Promise<T>,
): Promise<T> {
  const record = await openRecord(recordPlace(optionText(options, 'record'), context.environment), access);
  try {
    return await use(record);
  } finally {
    await record.close();
  }
}

/** How many to show, where nobody says. */
const LIMIT = 20;

/** The number that `--limit` gives. */
export function limitOf(options: Options): number {
  const given = optionText(options, 'limit');
  if (given === undefined) return LIMIT;
  if (!/^[1-9]\d{0,2}$/.test(given)) throw problem('limit-wrong', given);
  return Number(given);
}
