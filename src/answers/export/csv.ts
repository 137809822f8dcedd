import { COLUMN_NAMES, exportRow } from './export-row.js';
import { lines, type TextFormat } from './text-format.js';

/** The byte order mark by which spreadsheets know UTF-8. */
const MARK = '\uFEFF';

/** RFC 4180: a header, lines that end in CR LF, cells with a comma, a quotation mark or a line end in quotation marks. */
export function csvFormat(options: {
  readonly mark: 'with-mark' | 'without-mark';
  readonly text: 'with-text' | 'without-text';
}): TextFormat {
  const columns = options.text === 'with-text' ? COLUMN_NAMES : COLUMN_NAMES.filter((name) => name !== 'text');
  return lines(
    (exported) => {
      const row = exportRow(exported);
      return `${columns.map((column) => csvCell(row[column])).join(',')}\r\n`;
    },
    `${options.mark === 'with-mark' ? MARK : ''}${columns.join(',')}\r\n`,
  );
}

/**
 * A text that a spreadsheet would take for a formula gets an apostrophe in front: what an article says must not be run by
 * whoever opens the file.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
