import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { COLUMN_NAMES, COLUMNS, type ColumnKind, type ExportRow, exportRow } from './export-row.js';
import type { Exported } from './exported.js';

/** So many rows are held before they are written: a group of a Parquet file. */
const GROUP = 10_000;

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

const TYPES: Readonly<Record<ColumnKind, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  integer: { type: 'INT32', repetition_type: 'REQUIRED' },
  number: { type: 'DOUBLE', repetition_type: 'REQUIRED' },
  boolean: { type: 'BOOLEAN', repetition_type: 'REQUIRED' },
};

const SCHEMA: SchemaElement[] = [
  { name: 'statements', num_children: COLUMN_NAMES.length },
  ...COLUMN_NAMES.map((name) => ({ name, ...TYPES[COLUMNS[name]] })),
];

/** An Apache Parquet file of the rows, in pieces: never more than one group of rows is held. */
export async function* parquetPieces(statements: AsyncIterable<Exported>, written: () => void): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const file = new ParquetWriter({ writer: bytes, schema: SCHEMA, createdBy: 'onrecord' });
  let rows: ExportRow[] = [];
  for await (const exported of statements) {
    rows.push(exportRow(exported));
    written();
    if (rows.length < GROUP) continue;
    writeGroup(file, rows);
    rows = [];
    yield take(bytes);
  }
  if (rows.length > 0) writeGroup(file, rows);
  file.finish();
  yield take(bytes);
}

function writeGroup(file: ParquetWriter, rows: readonly ExportRow[]): void {
  file.write({ columnData: COLUMN_NAMES.map((name) => ({ name, data: rows.map((row) => row[name]) })), rowGroupSize: GROUP });
}

/** What was written since the last time. The writer goes on counting, and fills its buffer from the beginning. */
function take(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}
