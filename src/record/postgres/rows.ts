import type { Block } from '../../engine/index.js';
import { textPrints } from '../prints/text-prints.js';
import { COPIED_TABLES, type CopiedTable, endSql, lastSql, type Row, type RowStore, rangeSql, type Value } from '../sql/copied-tables.js';
import { textOf } from '../verify-text.js';
import type { Connection } from './connection.js';
import { asPrints } from './text-prints.js';
import { rowWords } from './word-index.js';

const mark = (number: number): string => `$${number}`;

/** The tables of a record in an open PostgreSQL database. */
export function createPostgresRows(connection: Connection): RowStore {
  return {
    place: connection.place,
    last: async (table) => (await connection.query<{ readonly last: number | null }>(lastSql(table)))[0]?.last ?? null,
    endOf: async (table, after) =>
      (await connection.query<{ readonly last: number | null }>(endSql(table, mark), [after]))[0]?.last ?? null,
    rows: async (table, after, end) => {
      const rows = await connection.query<Readonly<Record<string, Value>>>(rangeSql(table, mark), [after, end]);
      return rows.map((row) => table.columns.map((column) => row[column] ?? null));
    },
    put: (table, after, end, rows) => put(connection, table, after, end, rows),
    finish: () => finish(connection),
    close: () => connection.close(),
  };
}

const put = (
  { transaction }: Connection,
  { name, columns }: CopiedTable,
  after: number,
  end: number,
  rows: readonly Row[],
): Promise<void> =>
  transaction(async (session) => {
    const [key] = columns;
    await session.query(`delete from ${name} where ${key} > $1 and ${key} <= $2`, [after, end]);
    const named = rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, asJson(row[index] ?? null)])));
    const derived = DERIVED[name];
    const written =
      derived === undefined ? named : named.map((row, index) => ({ ...row, ...derived.make(rowOf(columns, rows[index] ?? [])) }));
    const list = [...columns, ...(derived?.columns ?? [])].join(', ');
    await session.query(`insert into ${name} (${list}) select ${list} from json_populate_recordset(null::${name}, $1)`, [
      JSON.stringify(written),
    ]);
  });

type Named = Readonly<Record<string, Value>>;

const rowOf = (columns: readonly string[], row: Row): Named =>
  Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]));

const asJson = (value: Value): string | number | null => (value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value);

interface Derived {
  readonly columns: readonly string[];
  readonly make: (row: Named) => object;
}

/** What this store keeps beside a row, made from it. */
const DERIVED: Readonly<Record<string, Derived>> = {
  texts: {
    columns: ['plain', 'stems', 'prints'],
    make: ({ body, blocks }) => {
      const text = body instanceof Uint8Array ? textOf(body) : '';
      return { ...rowWords(text, null), prints: asPrints(textPrints(text, JSON.parse(String(blocks)) as readonly Block[])) };
    },
  },
  statements: {
    columns: ['plain', 'stems'],
    make: ({ words, target }) => rowWords(String(words), target === null || target === undefined ? null : String(target)),
  },
};

/** Keys that are made from here on stand behind those that were put; the planner learns what there is. */
async function finish(connection: Connection): Promise<void> {
  await connection.transaction(async (session) => {
    await session.query('set local statement_timeout = 0');
    for (const { name, columns } of COPIED_TABLES) {
      const [sequence] = await session.query<{ readonly name: string | null }>(
        `select pg_get_serial_sequence('${name}', '${columns[0]}') as name`,
      );
      if (sequence?.name) await session.query(`select setval($1, greatest((select max(${columns[0]}) from ${name}), 1))`, [sequence.name]);
    }
    await session.query('update revisions set writes = writes + 1 where slot = 0');
    await session.query('analyze texts, statements, appearances, speakers, speaker_names, articles');
  });
}
