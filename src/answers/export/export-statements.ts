import type { StatementRecord } from '../../record/index.js';
import { annotationsFormat } from './annotations.js';
import { type BriefOptions, briefPieces } from './brief.js';
import { bibtexFormat, cslFormat, risFormat } from './citations.js';
import { csvFormat } from './csv.js';
import { eventsFormat } from './events.js';
import { exportRow } from './export-row.js';
import { createTexts, type Exported, type ExportQuestion, type ExportReport, exportedStatements, startReport } from './exported.js';
import type { StreamedFormat } from './formats.js';
import { markdownFormat } from './markdown.js';
import { schemaOrgFormat } from './schema-org.js';
import { lines, type TextFormat } from './text-format.js';

export interface StreamedExport {
  /** To be written one after another as they are; text in UTF-8. */
  readonly pieces: AsyncIterable<string | Uint8Array>;
  /** Complete when the last piece has been taken. */
  readonly report: ExportReport;
}

export interface StreamQuestion extends ExportQuestion {
  readonly format: StreamedFormat;
  /** A byte order mark before CSV, for spreadsheets that know UTF-8 only by it. */
  readonly mark?: 'with-mark' | 'without-mark';
  /** What a brief is called and what it answers. */
  readonly brief?: BriefOptions;
}

/** Pieces of text are handed on when they have about so many characters: fewer, larger writes. */
const PIECE = 65_536;

/** The statements of a filter in a format, in constant memory; a brief alone is held whole, and refused where it would be long. */
export function exportStatements(record: StatementRecord, question: StreamQuestion): StreamedExport {
  const report = startReport();
  const statements = exportedStatements(record, { ...question, order: question.order ?? orderOf(question.format) }, report);
  if (question.format === 'parquet') return { report, pieces: parquetOf(statements, report) };
  if (question.format === 'brief') return { report, pieces: briefPieces(record, question, statements, report) };
  return { report, pieces: textPieces(formatOf(record, question, question.format), statements, report) };
}

/** The writer of Parquet is loaded by those who want it. */
async function* parquetOf(statements: AsyncIterable<Exported>, report: ExportReport): AsyncGenerator<Uint8Array> {
  const { parquetPieces } = await import('./parquet.js');
  yield* parquetPieces(statements, () => void report.written++);
}

const orderOf = (format: StreamedFormat): NonNullable<ExportQuestion['order']> =>
  format === 'brief' || format === 'markdown' ? { by: 'said', direction: 'ascending' } : { by: 'filed', direction: 'ascending' };

function formatOf(record: StatementRecord, question: StreamQuestion, format: Exclude<StreamedFormat, 'parquet' | 'brief'>): TextFormat {
  const { length = 'excerpts', mark = 'without-mark' } = question;
  switch (format) {
    case 'jsonl':
      return lines(
        (exported) => `${JSON.stringify(length === 'full' ? exportRow(exported) : { ...exportRow(exported), text: undefined })}\n`,
      );
    case 'csv':
      return csvFormat({ mark, text: length === 'full' ? 'with-text' : 'without-text' });
    case 'annotations':
      return annotationsFormat({ textOf: createTexts(record), length });
    case 'schema-org':
      return schemaOrgFormat();
    case 'events':
      return eventsFormat();
    case 'csl':
      return cslFormat();
    case 'bibtex':
      return bibtexFormat();
    case 'ris':
      return risFormat();
    case 'markdown':
      return markdownFormat();
  }
}

async function* textPieces(format: TextFormat, statements: AsyncIterable<Exported>, report: ExportReport): AsyncGenerator<string> {
  let piece = format.begins;
  for await (const exported of statements) {
    const made = format.one(exported);
    const one = made instanceof Promise ? await made : made;
    if (one === null) continue;
    piece += report.written > 0 ? format.between + one : one;
    report.written++;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece + format.ends(report);
}
