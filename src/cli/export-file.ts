import { createReadStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ExportFormat, type ExportReport, exportSqlite, exportStatements, type StreamQuestion } from '../answers/index.js';
import type { StatementRecord } from '../record/index.js';
import type { Context } from './context.js';
import { problem } from './messages.js';

type Question = Omit<StreamQuestion, 'format'>;

/** Writes an export to a file that is not there yet. It gets its name when it is whole; a stop leaves nothing behind. */
export async function exportFile(
  context: Context,
  record: StatementRecord,
  question: Question,
  format: ExportFormat,
  place: string,
): Promise<ExportReport> {
  if (existsSync(place)) throw problem('output-exists', place);
  const part = `${place}.part-${process.pid}`;
  try {
    const report =
      format === 'sqlite' ? await exportSqlite(record, question, part) : await stream(context, record, { ...question, format }, part);
    if (!context.stop.aborted) await rename(part, place);
    return report;
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'syscall' in error) throw problem('output-unwritable', place, error.message);
    throw error;
  } finally {
    rmSync(part, { force: true });
  }
}

async function stream(context: Context, record: StatementRecord, question: StreamQuestion, part: string): Promise<ExportReport> {
  const { pieces, report } = exportStatements(record, question);
  const file: FileHandle = await open(part, 'wx');
  try {
    for await (const piece of pieces) {
      await (typeof piece === 'string' ? file.writeFile(piece, 'utf8') : file.writeFile(piece));
      if (context.stop.aborted) break;
    }
  } finally {
    await file.close();
  }
  return report;
}

/** A database cannot be written in one go from front to back: it is made in a folder of its own and sent on from there. */
export async function exportToPipe(context: Context, record: StatementRecord, question: Question): Promise<ExportReport> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-export-'));
  try {
    const place = join(folder, 'export.sqlite');
    const report = await exportSqlite(record, question, place);
    for await (const piece of createReadStream(place)) if (!(await context.out.text(piece as Buffer)) || context.stop.aborted) break;
    return report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
