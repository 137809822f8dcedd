/** A value of a row as every store gives and takes it. */
export type Value = string | number | null | Uint8Array;

/** A row's values in the order of its table's columns. */
export type Row = readonly Value[];

/**
 * A table that a copy of a record takes over row by row. The first column is the key that orders it; rows of one key belong
 * together. What a store derives from these (indexes of words, fingerprints) it makes itself.
 */
export interface CopiedTable {
  readonly name: string;
  readonly columns: readonly [key: string, ...others: readonly string[]];
  /** So many keys are taken at once: rows of texts are large. */
  readonly atOnce: number;
}

/** In the order in which they are copied: a record that was copied half way lacks what comes last, the statements. */
export const COPIED_TABLES = [
  { name: 'outlets', columns: ['outlet_key', 'name', 'name_key'], atOnce: 1_000 },
  { name: 'articles', columns: ['article_key', 'address', 'id'], atOnce: 2_000 },
  {
    name: 'texts',
    columns: ['text_key', 'sha256', 'first_appearance', 'appearances', 'current', 'blocks', 'body', 'reading'],
    atOnce: 100,
  },
  {
    name: 'appearances',
    columns: [
      'appearance_key',
      'article_key',
      'text_key',
      'version',
      'current',
      'outlet_key',
      'published',
      'language',
      'wire_key',
      'filed',
      'head',
      'embargoed_until',
      'imported_key',
    ],
    atOnce: 1_000,
  },
  { name: 'originals', columns: ['appearance_key', 'bytes'], atOnce: 20 },
  { name: 'speakers', columns: ['speaker_key', 'key', 'kind', 'name', 'renamed', 'merged_into'], atOnce: 2_000 },
  { name: 'speaker_names', columns: ['speaker_key', 'name_key', 'name', 'own'], atOnce: 2_000 },
  { name: 'speaker_roles', columns: ['speaker_key', 'role', 'from_day', 'to_day'], atOnce: 2_000 },
  { name: 'corrections', columns: ['ordinal', 'id', 'json'], atOnce: 1_000 },
  {
    name: 'statements',
    columns: [
      'statement_key',
      'id',
      'text_key',
      'ordinal',
      'start_at',
      'end_at',
      'speaker_key',
      'speaker_kind',
      'printed',
      'outlet_key',
      'said',
      'said_end',
      'said_ends',
      'retold',
      'manner',
      'mode',
      'act',
      'stance',
      'figures',
      'current',
      'withdrawn',
      'words',
      'target',
      'condition',
      'whom',
      'evidence',
      'json',
      'corrected',
    ],
    atOnce: 1_000,
  },
] as const satisfies readonly CopiedTable[];

export const tableNamed = (name: (typeof COPIED_TABLES)[number]['name']): CopiedTable =>
  COPIED_TABLES.find((table) => table.name === name) ?? COPIED_TABLES[0];

/** The rows of a record's tables, as they are, for a copy of it. */
export interface RowStore {
  /** Where it is, as people may see it. */
  readonly place: string;
  /** The greatest key; null where the table is empty. */
  last(table: CopiedTable): Promise<number | null>;
  /** The key at the end of the next so many keys behind `after`; null where there are none. */
  endOf(table: CopiedTable, after: number): Promise<number | null>;
  /** The rows of the keys behind `after` up to `end`, ordered by all of their columns. */
  rows(table: CopiedTable, after: number, end: number): Promise<readonly Row[]>;
  /** Puts these rows in the place of all that the table has between the two keys, all of them or none. */
  put(table: CopiedTable, after: number, end: number, rows: readonly Row[]): Promise<void>;
  /** Makes the store ready for use after rows were put. */
  finish(): Promise<void>;
  close(): Promise<void>;
}

/** How the rows of a range are asked for, for every store; `mark` writes its parameters. */
export const rangeSql = ({ name, columns }: CopiedTable, mark: (number: number) => string): string =>
  `select ${columns.join(', ')} from ${name} where ${columns[0]} > ${mark(1)} and ${columns[0]} <= ${mark(2)} order by ${columns.filter((column) => !LARGE.has(column)).join(', ')}`;

export const lastSql = ({ name, columns: [key] }: CopiedTable): string => `select max(${key}) as last from ${name}`;

export const endSql = ({ name, columns: [key], atOnce }: CopiedTable, mark: (number: number) => string): string =>
  `select max(${key}) as last from (select distinct ${key} from ${name} where ${key} > ${mark(1)} order by ${key} limit ${atOnce}) keys`;

/** Columns that no order needs. */
const LARGE: ReadonlySet<string> = new Set([
  'body',
  'blocks',
  'reading',
  'bytes',
  'head',
  'json',
  'corrected',
  'words',
  'target',
  'condition',
  'whom',
  'evidence',
]);
