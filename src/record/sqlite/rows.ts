import { type CopiedTable, endSql, lastSql, type Row, type RowStore, rangeSql, type Value } from '../sql/copied-tables.js';
import type { Connection } from './connection.js';

const mark = (): string => '?';

/** The tables of a record in an open SQLite database. */
export function createSqliteRows(connection: Connection): RowStore {
  return {
    place: connection.place,
    last: async (table) => (connection.prepare(lastSql(table)).get() as { readonly last: number | null }).last,
    endOf: async (table, after) => {
      const row = connection.prepare(endSql(table, mark)).get(after) as { readonly last: number | null };
      return row.last;
    },
    rows: async (table, after, end) => {
      const rows = connection.prepare(rangeSql(table, mark)).all(after, end) as readonly Readonly<Record<string, Value>>[];
      return rows.map((row) => table.columns.map((column) => row[column] ?? null));
    },
    put: async (table, after, end, rows) => connection.transaction(() => put(connection, table, after, end, rows)),
    finish: async () => connection.exec('analyze'),
    close: async () => connection.close(),
  };
}

/** What indexes of words hold of a table's rows, and how they are told to forget it. */
const INDEXES: Readonly<Record<string, readonly string[]>> = {
  texts: [
    `insert into text_words (text_words, rowid, body) select 'delete', text_key, lexemes(body) from texts where text_key > ?1 and text_key <= ?2`,
    'delete from text_prints where text_key > ?1 and text_key <= ?2',
  ],
  statements: [
    `insert into statement_words (statement_words, rowid, words, target)
     select 'delete', statement_key, lexemes(words), lexemes(coalesce(target, '')) from statements where statement_key > ?1 and statement_key <= ?2`,
  ],
};

const INDEXED: Readonly<Record<string, readonly string[]>> = {
  texts: [
    'insert into text_words (rowid, body) select text_key, lexemes(body) from texts where text_key > ?1 and text_key <= ?2',
    `insert or ignore into text_prints (print, text_key)
     select p.value, t.text_key from texts t, json_each(prints_of(t.body, t.blocks)) p where t.text_key > ?1 and t.text_key <= ?2`,
  ],
  statements: [
    `insert into statement_words (rowid, words, target)
     select statement_key, lexemes(words), lexemes(coalesce(target, '')) from statements where statement_key > ?1 and statement_key <= ?2`,
  ],
};

function put(connection: Connection, { name, columns }: CopiedTable, after: number, end: number, rows: readonly Row[]): void {
  const { there } = connection
    .prepare(`select exists (select 1 from ${name} where ${columns[0]} > ? and ${columns[0]} <= ?) as there`)
    .get(after, end) as { readonly there: number };
  if (there === 1) {
    for (const sql of INDEXES[name] ?? []) connection.prepare(sql).run(after, end);
    connection.prepare(`delete from ${name} where ${columns[0]} > ? and ${columns[0]} <= ?`).run(after, end);
  }
  const insert = connection.prepare(
    `insert into ${name} (${columns.join(', ')}) values (${columns.map((column) => (BYTES.has(column) ? 'coalesce(?, zeroblob(0))' : '?')).join(', ')})`,
  );
  for (const row of rows) insert.run(...row);
  for (const sql of INDEXED[name] ?? []) connection.prepare(sql).run(after, end);
}

/** A driver may take no bytes for null. */
const BYTES: ReadonlySet<string> = new Set(['body', 'bytes']);
