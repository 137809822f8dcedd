import {
  EXPORT_FORMATS,
  type ExportFormat,
  type ExportReport,
  exportStatements,
  isExportFormat,
  readQuery,
  type StreamQuestion,
  withheldText,
} from '../../answers/index.js';
import type { Filter, StatementRecord } from '../../record/index.js';
import type { Run } from '../commands.js';
import { type Context, instantOf, type Options, optionText } from '../context.js';
import { exportFile, exportToPipe } from '../export-file.js';
import { findStatement } from '../find-statement.js';
import { problem } from '../messages.js';
import { withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';

/** Writes statements for people and for other programs, in constant memory. */
export const exportStatementsOf: Run = (context, words, options) => {
  const format = formatOf(options);
  const place = optionText(options, 'output') ?? null;
  const pages = pagesOf(options);
  if (place === null && context.out.isTerminal && isBinary(format)) throw problem('output-missing', format);
  return withRecord(context, options, 'read', async (record) => {
    const { filter, asked } = await chosen(record, words, options);
    if ((await record.count(filter)) === 0) return 'nothing-found';
    const question = {
      filter,
      now: instantOf(context.now()),
      pages,
      length: options.fullText ? 'full' : 'excerpts',
      mark: options.bom ? 'with-mark' : 'without-mark',
      brief: { title: optionText(options, 'title') ?? 'Who said what', asked },
    } as const;
    const report = await write(context, record, question, format, place);
    await tell(context, report, place, format);
    return report.written > 0 ? 'ok' : 'nothing-found';
  });
};

function formatOf(options: Options): ExportFormat {
  const given = optionText(options, 'format') ?? 'jsonl';
  if (!isExportFormat(given)) throw problem('format-wrong', given, Object.keys(EXPORT_FORMATS).join(', '));
  return given;
}

const isBinary = (format: ExportFormat): boolean => format === 'parquet' || format === 'sqlite';

/** The address of the record's pages, for links. Only an address as the user gave it is ever written. */
function pagesOf(options: Options): string | null {
  const given = optionText(options, 'pages');
  if (given === undefined) return null;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) throw problem('pages-wrong', '--pages', given);
  return given.replace(/\/+$/, '');
}

/** What a query finds, or the statements named by their ids. */
async function chosen(
  record: StatementRecord,
  words: readonly string[],
  options: Options,
): Promise<{ readonly filter: Filter; readonly asked: string }> {
  const ids = optionText(options, 'ids');
  const query = words.join(' ');
  if (ids === undefined) return { filter: readQuery(query), asked: query === '' ? 'Every statement' : `Statements that answer: ${query}` };
  if (query !== '') throw problem('ids-and-query');
  const given = ids.split(',').filter((id) => id.trim() !== '');
  const of: string[] = [];
  for (const id of given) of.push(await findStatement(record, id));
  return { filter: { kind: 'ids', of }, asked: `${plural(of.length, 'chosen statement')}` };
}

type Question = Omit<StreamQuestion, 'format'>;

async function write(
  context: Context,
  record: StatementRecord,
  question: Question,
  format: ExportFormat,
  place: string | null,
): Promise<ExportReport> {
  if (place !== null) return exportFile(context, record, question, format, place);
  if (format === 'sqlite') return exportToPipe(context, record, question);
  const { pieces, report } = exportStatements(record, { ...question, format });
  for await (const piece of pieces) if (!(await context.out.text(piece)) || context.stop.aborted) break;
  return report;
}

async function tell(context: Context, report: ExportReport, place: string | null, format: ExportFormat): Promise<void> {
  const { written, withoutText } = report;
  const what = plural(written, format === 'events' ? 'event' : 'statement');
  if (place !== null) await context.messages.line(`onrecord: ${what} written to ${place}`);
  const withheld = withheldText(report);
  if (withheld !== null) await context.messages.line(`onrecord: ${withheld}`);
  if (withoutText > 0)
    await context.messages.line(
      `onrecord: ${plural(withoutText, 'statement')} without the article's text: its terms of use stand against it`,
    );
}
