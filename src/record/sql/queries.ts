import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type RawBuilder,
  type SqlBool,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import { RecordError } from '../record-error.js';
import type { ArticleQuery, Filter, Order, SpeakerQuery, StatementQuery, Versions } from '../statement-record.js';
import { filterSql, isSelective, lookedAtSql, speakerPattern, standingSql, type WordIndex } from './filter-sql.js';
import type { Tables } from './tables.js';

/** The questions that are put to every store alike, compiled to its SQL. Stores run them. */

/** Writes SQL for SQLite; it has no connection. */
export const sqliteWriter = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export interface Writer {
  readonly database: Kysely<Tables>;
  readonly words: WordIndex;
}

/** Where a statement stands in an order. */
export interface OrderedKey {
  readonly key: number;
  readonly value: string | null;
}

const FILED: Order = { by: 'filed', direction: 'ascending' };

/** Keys of statements in order, from behind `after` on. */
export function keysQuery(writer: Writer, query: StatementQuery, after: OrderedKey | null, limit: number): CompiledQuery<OrderedKey> {
  const { by, direction } = query.order ?? FILED;
  const way = direction === 'ascending' ? sql`asc` : sql`desc`;
  const column = by === 'said' ? sql.ref('s.said') : sql.ref('s.printed');
  const conditions = [standingSql(query.versions ?? 'current'), filterSql(query.filter, writer.words)];
  if (after !== null) conditions.push(behind(by === 'filed' ? null : column, direction, after));
  const where = sql.join(conditions, sql` and `);
  const built =
    by === 'filed'
      ? sql<OrderedKey>`select s.statement_key as key, null as value from statements s where ${where} order by ${isSelective(query.filter, writer.words) ? sql`+s.statement_key` : sql`s.statement_key`} ${way} limit ${limit}`
      : sql<OrderedKey>`select s.statement_key as key, ${column} as value from statements s where ${where}
          order by ${column} ${way} nulls last, s.statement_key ${way} limit ${limit}`;
  return built.compile(writer.database);
}

/** Rows behind the given one: those without a value come last whichever the direction. */
function behind(column: RawBuilder<unknown> | null, direction: Order['direction'], after: OrderedKey): RawBuilder<SqlBool> {
  const past = direction === 'ascending' ? sql`>` : sql`<`;
  const later = sql<SqlBool>`s.statement_key ${past} ${after.key}`;
  if (column === null) return later;
  if (after.value === null) return sql<SqlBool>`(${column} is null and ${later})`;
  return sql<SqlBool>`(${column} ${past} ${after.value} or (${column} = ${after.value} and ${later}) or ${column} is null)`;
}

export interface StatementRow {
  readonly key: number;
  readonly json: string;
  readonly corrected: string | null;
  readonly appearances: number;
  readonly speakerKey: string;
  readonly speakerKind: string;
  readonly speakerName: string | null;
  readonly first: number;
}

const statementRows = ({ database }: Writer) =>
  database
    .selectFrom('statements as s')
    .innerJoin('texts as t', 't.text_key', 's.text_key')
    .innerJoin('speakers as own', 'own.speaker_key', 's.speaker_key')
    .leftJoin('speakers as merged', 'merged.speaker_key', 'own.merged_into')
    .select(({ ref }) => [
      ref('s.statement_key').as('key'),
      's.json',
      's.corrected',
      't.appearances',
      't.first_appearance as first',
      sql<string>`coalesce(merged.key, own.key)`.as('speakerKey'),
      sql<string>`coalesce(merged.kind, own.kind)`.as('speakerKind'),
      sql<string | null>`coalesce(merged.renamed, merged.name, own.renamed, own.name)`.as('speakerName'),
    ]);

export const rowsQuery = (writer: Writer, keys: readonly number[]): CompiledQuery<StatementRow> =>
  statementRows(writer).where('s.statement_key', 'in', keys).compile();

export const statementQuery = (writer: Writer, id: string): CompiledQuery<StatementRow> =>
  statementRows(writer).where('s.id', '=', id).where('s.withdrawn', '=', 0).compile();

/** What selects statements' rows, without a condition: for questions that are asked so often that they are compiled once. */
export const rowsText = (writer: Writer): string => statementRows(writer).compile().sql;

export const idsQuery = ({ database }: Writer, start: string): CompiledQuery<{ readonly id: string }> =>
  database
    .selectFrom('statements')
    .select('id')
    .where('id', '>=', start)
    .where('id', '<', `${start}\u{10FFFF}`)
    .where('withdrawn', '=', 0)
    .orderBy('id')
    .limit(10)
    .compile();

export const countQuery = (writer: Writer, filter: Filter, versions: Versions): CompiledQuery<{ readonly found: number }> =>
  sql<{ readonly found: number }>`select count(*) as found from statements s
    where ${standingSql(versions)} and ${filterSql(filter, writer.words)}`.compile(writer.database);

export interface LookedAtRow {
  readonly articles: number;
  readonly imported: number;
  readonly outlets: number;
  readonly first: string | null;
  readonly last: string | null;
}

export function lookedAtQuery(writer: Writer, filter: Filter): CompiledQuery<LookedAtRow> {
  const condition = lookedAtSql(filter);
  const where = condition === null ? sql`a.current = 1` : sql`a.current = 1 and ${condition}`;
  return sql<LookedAtRow>`select count(distinct a.article_key) as articles, count(distinct a.outlet_key) as outlets,
    min(a.published) as first, max(a.published) as last,
    (select count(*) from appearances a where a.imported_key is not null and ${where}) as imported
    from appearances a where a.imported_key is null and ${where}`.compile(writer.database);
}

export interface SpeakerRow {
  readonly speaker: number;
  readonly key: string;
  readonly kind: string;
  readonly name: string | null;
  readonly statements: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Speakers that have a statement which stands, most of them first. Those of one person are counted together. */
export function speakersQuery({ database }: Writer, query: SpeakerQuery): CompiledQuery<SpeakerRow> {
  const conditions = [sql`1 = 1`];
  if (query.name !== null) {
    const pattern = speakerPattern(query.name);
    conditions.push(
      pattern === ''
        ? sql`1 = 0`
        : sql`p.speaker_key in (select coalesce(q.merged_into, q.speaker_key) from speaker_names n
            join speakers q on q.speaker_key = n.speaker_key where ' ' || n.name_key || ' ' like ${pattern})`,
    );
  }
  if (query.kinds !== undefined) conditions.push(query.kinds.length === 0 ? sql`1 = 0` : sql`p.kind in (${sql.join(query.kinds)})`);
  if (query.keys !== undefined) conditions.push(query.keys.length === 0 ? sql`1 = 0` : sql`p.key in (${sql.join(query.keys)})`);
  return sql<SpeakerRow>`
    select p.speaker_key as speaker, p.key, p.kind, coalesce(p.renamed, p.name) as name, sum(c.statements) as statements, min(c.first) as first, max(c.last) as last
    from (select speaker_key, count(*) as statements, min(said) as first, max(said) as last from statements
      where current = 1 and withdrawn = 0${amongSpeakers(conditions)} group by speaker_key) c
    join speakers o on o.speaker_key = c.speaker_key
    join speakers p on p.speaker_key = coalesce(o.merged_into, o.speaker_key)
    where ${sql.join(conditions, sql` and `)}
    group by p.speaker_key, p.key, p.kind, p.name, p.renamed having ${behindSpeaker(query.after)} order by statements desc, p.key limit ${query.limit}`.compile(
    database,
  );
}

/** Where only some speakers are asked for, only their statements are counted. */
const amongSpeakers = (conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> =>
  conditions.length === 1
    ? sql``
    : sql` and speaker_key in (select o.speaker_key from speakers o join speakers p on p.speaker_key = coalesce(o.merged_into, o.speaker_key)
        where ${sql.join(conditions, sql` and `)})`;

const behindSpeaker = (after: SpeakerQuery['after']): RawBuilder<SqlBool> =>
  after === null || after === undefined
    ? sql<SqlBool>`1 = 1`
    : sql<SqlBool>`(sum(c.statements) < ${after.statements} or (sum(c.statements) = ${after.statements} and p.key > ${after.key}))`;

/** Keys of current appearances in the order of filing, behind the one of `last`. */
export function articlesQuery(
  { database }: Writer,
  filter: Filter | undefined,
  last: number,
  limit: number,
): CompiledQuery<{ readonly key: number }> {
  const condition = filter === undefined ? null : lookedAtSql(filter);
  return sql<{ readonly key: number }>`select a.appearance_key as key from appearances a
    where a.current = 1 and a.imported_key is null and a.appearance_key > ${last} and ${condition ?? sql`1 = 1`} order by a.appearance_key limit ${limit}`.compile(
    database,
  );
}

/** The key of one version of an article. */
export const appearanceQuery = (
  { database }: Writer,
  { address, sha256 }: NonNullable<ArticleQuery['after']>,
): CompiledQuery<{ readonly key: number }> =>
  sql<{ readonly key: number }>`select a.appearance_key as key from appearances a
    join articles r on r.article_key = a.article_key join texts t on t.text_key = a.text_key
    where r.address = ${address} and t.sha256 = ${sha256}`.compile(database);

export const variantsQuery = (
  { database }: Writer,
  speakers: readonly number[],
): CompiledQuery<{ readonly speaker: number; readonly name: string }> =>
  sql<{ readonly speaker: number; readonly name: string }>`
    select coalesce(o.merged_into, o.speaker_key) as speaker, n.name from speakers o join speaker_names n on n.speaker_key = o.speaker_key
    where o.speaker_key in (${sql.join(speakers)}) or o.merged_into in (${sql.join(speakers)}) order by n.name_key`.compile(database);

export interface RoleRow {
  readonly speaker: number;
  readonly role: string;
  readonly first: string | null;
  readonly last: string | null;
}

export const rolesQuery = ({ database }: Writer, speakers: readonly number[]): CompiledQuery<RoleRow> =>
  sql<RoleRow>`
    select coalesce(o.merged_into, o.speaker_key) as speaker, r.role, r.from_day as first, r.to_day as last
    from speakers o join speaker_roles r on r.speaker_key = o.speaker_key
    where o.speaker_key in (${sql.join(speakers)}) or o.merged_into in (${sql.join(speakers)})
    order by r.from_day is not null, r.from_day, r.role`.compile(database);

export interface OutletRow extends Omit<LookedAtRow, 'outlets' | 'imported'> {
  readonly outlet: string | null;
  readonly statements: number;
}

export const outletsQuery = ({ database }: Writer): CompiledQuery<OutletRow> =>
  sql<OutletRow>`
    select o.name as outlet, count(distinct a.article_key) as articles, min(a.published) as first, max(a.published) as last,
      sum(coalesce(c.statements, 0)) as statements
    from appearances a left join outlets o on o.outlet_key = a.outlet_key
    left join (select text_key, count(*) as statements from statements where withdrawn = 0 group by text_key) c on c.text_key = a.text_key
    where a.current = 1 and a.imported_key is null group by o.outlet_key order by o.name_key is null, o.name_key, o.name`.compile(database);

/** A cursor as callers carry it: opaque, and only good for the order that it was made in. */
export const writeCursor = (order: Order | undefined, { key, value }: OrderedKey): string =>
  Buffer.from(JSON.stringify([orderName(order), key, value])).toString('base64url');

export function readCursor(order: Order | undefined, cursor: string): OrderedKey {
  try {
    const [name, key, value] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as readonly [unknown, unknown, unknown];
    if (name === orderName(order) && Number.isSafeInteger(key) && (value === null || typeof value === 'string'))
      return { key: key as number, value };
  } catch {
    // Falls through to the one message for every cursor that is none.
  }
  throw new RecordError('cursor-wrong', 'this cursor does not belong to this query; start again without one');
}

const orderName = (order: Order | undefined): string => `${(order ?? FILED).by} ${(order ?? FILED).direction}`;
