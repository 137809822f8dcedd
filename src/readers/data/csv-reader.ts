import { isBinary } from '../decode.js';
import { readRecord } from '../json-record.js';
import { failure, type Limits, type Reader, type ReadOutput, type Sniff, type Source } from '../reader.js';
import { textsOfStream } from '../streams.js';
import { columnsNote, mapColumns, recordOf, withoutText } from './columns.js';
import { csvRows, separatorOf } from './csv-rows.js';

/** Tables of separated values with a line of names: one article a row, tables of any size. */
export const csvReader: Reader = {
  name: 'csv',
  accepts: (sniff) =>
    !isBinary(sniff.head) && (/\.(?:csv|tsv|tab)$/i.test(sniff.source) || isServedAsCsv(sniff) || looksLikeTable(sniff.text)),
  read: readTable,
};

/** A first line of names, of which one is a text's and another one is of another field: no article begins so. */
function looksLikeTable(head: string): boolean {
  const first =
    head
      .replace(/^\ufeff/, '')
      .split('\n', 1)[0]
      ?.trim() ?? '';
  const separator = first.length > 0 && first.length < 1000 && head.includes('\n') ? separatorOf(first) : null;
  if (separator === null) return false;
  const mapping = mapColumns(
    first.split(separator).map((name) => name.trim().replace(/^"|"$/g, '')),
    null,
  );
  return mapping.has('text') && mapping.size > 1;
}

const isServedAsCsv = (sniff: Sniff): boolean => /^text\/(?:csv|tab-separated-values)\b/i.test(sniff.fetched?.contentType ?? '');

async function* readTable(source: Source, limits: Limits): AsyncIterable<ReadOutput> {
  const { source: name, text, columns: given } = source.sniff;
  const place = { source: name, line: null };
  const separator = separatorOf(text.replace(/^\ufeff/, '')) ?? ',';
  let columns: readonly string[] | null = null;
  let mapping = mapColumns([], null);
  let rows = 0;
  for await (const { line, values } of csvRows(textsOfStream(source.chunks), separator, limits.item)) {
    const where = { source: name, line };
    if (values === null)
      yield failure(
        'too-large',
        where,
        `is a row of more than ${limits.item / 1e6} million characters; a quotation mark may lack its pair`,
      );
    else if (columns === null) {
      columns = values.map((value) => value.trim());
      mapping = mapColumns(columns, given);
      if (!mapping.has('text')) {
        yield failure('no-text-column', place, withoutText(columns));
        return;
      }
    } else {
      const row = rowOf(columns, values);
      const notes = rows === 0 ? [columnsNote(columns, mapping)] : [];
      rows++;
      yield readRecord(recordOf(row, mapping), where, notes, limits);
    }
  }
  if (rows === 0) yield failure('empty', place, 'is a table without rows');
}

/** Null prototype: the table names the keys. */
function rowOf(columns: readonly string[], values: readonly string[]): Readonly<Record<string, string>> {
  const row: Record<string, string> = Object.create(null);
  for (const [index, column] of columns.entries()) row[column] ??= values[index] ?? '';
  return row;
}
