import { type ExportFormat, exportRows, readQuery } from '../../answers/index.js';
import type { Run } from '../commands.js';
import { optionText } from '../context.js';
import { problem } from '../messages.js';
import { withRecord } from '../with-record.js';

const FORMATS: readonly ExportFormat[] = ['jsonl', 'csv'];

/** Writes statements for other programs, in constant memory. */
export const exportStatements: Run = (context, words, options) => {
  const given = optionText(options, 'format') ?? 'jsonl';
  const format = FORMATS.find((one) => one === given);
  if (format === undefined) throw problem('format-wrong', given, FORMATS.join(' or '));
  return withRecord(context, options, 'read', async (record) => {
    const filter = readQuery(words.join(' '));
    if ((await record.count(filter)) === 0) return 'nothing-found';
    for await (const piece of exportRows(record, { filter, format })) if (!(await context.out.text(piece)) || context.stop.aborted) break;
    return 'ok';
  });
};
