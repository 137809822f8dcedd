import type { Day } from '../../engine/index.js';
import type { Filter, Order, RecordedStatement, StatementRecord, Versions } from '../../record/index.js';

/** One statement as a flat row. Fields are added at the end, never changed. Null where the article does not say. */
export interface ExportRow {
  readonly id: string;
  readonly speaker: string | null;
  readonly speaker_kind: string;
  readonly speaker_key: string;
  readonly said_from: Day | null;
  readonly said_to: Day | null;
  readonly said_basis: string;
  readonly retold: boolean;
  readonly words: string;
  readonly manner: string;
  readonly mode: string;
  readonly act: string;
  readonly whom: string | null;
  readonly addressee: string | null;
  readonly occasion: string | null;
  readonly target: string | null;
  readonly stance: string | null;
  readonly condition: string | null;
  readonly outlet: string | null;
  readonly published: Day | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly article: string;
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly corrections: number;
}

export type ExportFormat = 'jsonl' | 'csv';

export interface ExportQuestion {
  readonly filter: Filter;
  readonly format: ExportFormat;
  /** Default: as filed, which is the fastest. */
  readonly order?: Order;
  readonly versions?: Versions;
}

const COLUMNS = [
  'id',
  'speaker',
  'speaker_kind',
  'speaker_key',
  'said_from',
  'said_to',
  'said_basis',
  'retold',
  'words',
  'manner',
  'mode',
  'act',
  'whom',
  'addressee',
  'occasion',
  'target',
  'stance',
  'condition',
  'outlet',
  'published',
  'title',
  'url',
  'article',
  'sha256',
  'start',
  'end',
  'confidence',
  'corrections',
] as const satisfies readonly (keyof ExportRow)[];

/** Lines are handed on in pieces of about so many characters: fewer, larger writes. */
const PIECE = 65_536;

/** The statements of a filter as text to be written out, in pieces, in constant memory. */
export async function* exportRows(record: StatementRecord, question: ExportQuestion): AsyncGenerator<string> {
  const { filter, format, order, versions } = question;
  const line = format === 'csv' ? csvLine : jsonLine;
  let piece = format === 'csv' ? `${COLUMNS.join(',')}\r\n` : '';
  for await (const statement of record.iterate({ filter, ...(order && { order }), ...(versions && { versions }) })) {
    piece += line(exportRow(statement));
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

export function exportRow({ id, statement, attribution, wording, speaker, article, corrections }: RecordedStatement): ExportRow {
  const { spans } = statement.citation;
  return {
    id,
    speaker: speaker.name,
    speaker_kind: speaker.kind,
    speaker_key: speaker.key,
    said_from: statement.said.from,
    said_to: statement.said.to,
    said_basis: statement.said.basis,
    retold: statement.said.retold,
    words: statement.words,
    manner: attribution.manner,
    mode: attribution.mode,
    act: statement.act,
    whom: wording.whom,
    addressee: wording.addressee,
    occasion: wording.occasion,
    target: wording.target,
    stance: statement.position?.stance ?? null,
    condition: wording.condition,
    outlet: article.outlet,
    published: article.published,
    title: article.title,
    url: article.url,
    article: article.id,
    sha256: article.sha256,
    start: spans[0]?.start ?? 0,
    end: spans.at(-1)?.end ?? 0,
    confidence: attribution.confidence,
    corrections: corrections.length,
  };
}

const jsonLine = (row: ExportRow): string => `${JSON.stringify(row)}\n`;

/** RFC 4180: lines end in CR LF; a cell with a comma, a mark or a line end stands in marks. */
const csvLine = (row: ExportRow): string => `${COLUMNS.map((column) => csvCell(row[column])).join(',')}\r\n`;

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front: what an article says must not be run by
 * whoever opens the file.
 */
function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
