import type { Span } from '../../engine/index.js';
import { concerns, refuseOthers } from '../corrections/concerns.js';
import { failuresOf, lookedAtOf, recordedStatement, speakerSummaries, type VerifiedRow, type VerifiedText } from '../sql/decoded.js';
import * as queries from '../sql/queries.js';
import type {
  ArticleHead,
  ArticleQuery,
  Failure,
  Filed,
  Filing,
  Filter,
  LookedAt,
  RecordedStatement,
  RecordedText,
  SpeakerQuery,
  SpeakerSummary,
  StatementQuery,
  StatementRecord,
} from '../statement-record.js';
import { textOf } from '../verify-text.js';
import { briefs } from './briefs.js';
import type { Connection } from './connection.js';
import { applyCorrections, heldCorrections } from './correcting.js';
import { fileArticle } from './filing.js';
import { createKeys, type Keys } from './keys.js';
import { createHeads, findArticle, type Heads } from './reading-back.js';
import { SCHEMA } from './schema.js';
import { sharedPassages, textsLike } from './text-prints.js';
import { findPhrase, findTexts } from './text-search.js';
import { createWordIndex } from './word-index.js';

/** How many keys, and how many rows, are fetched at once while all statements of a query are gone through. */
const KEYS_AT_ONCE = 20_000;
const ROWS_AT_ONCE = 200;

const LIMIT = 50;
const LARGEST_LIMIT = 1_000;

/** More matches than this are not sorted but met one by one in the order asked for. */
const COMMON = 2_000;

const COUNT = `select count(*) as found from (select 1 from statement_words where statement_words match ? limit ${COMMON})`;

/** Writes questions with filters: how common their words are decides how they are best answered. */
const filtering = (connection: Connection): queries.Writer => ({
  database: queries.sqliteWriter,
  words: createWordIndex((match) => (connection.prepare(COUNT).get(match) as { readonly found: number }).found >= COMMON),
});

/** Writes all other questions. */
const writer: queries.Writer = { database: queries.sqliteWriter, words: createWordIndex(() => false) };

/** The record in an open SQLite database. All work is done when a method returns its promise: calls never overlap. */
export function createSqliteRecord(connection: Connection): StatementRecord {
  const keys = createKeys(connection);
  const heads = createHeads(connection);
  const looked = createLookedAt(connection);
  const read = <T>(work: () => T): T => {
    heads.refresh();
    return work();
  };
  return {
    place: connection.place,
    schema: SCHEMA,
    file: async (filings) => fileAll(connection, keys, filings),
    statement: async (id) => read(() => rowsOf(connection, heads, queries.statementQuery(writer, id))[0] ?? null),
    statementIds: async (start) => connection.all(queries.idsQuery(writer, start)).map(({ id }) => id),
    statements: async (query) => read(() => pageOf(connection, heads, query)),
    iterate: (query) => iterate(connection, heads, query),
    briefs: (filter) => briefs(connection, filtering(connection), filter),
    count: async (filter, versions) =>
      connection.all(queries.countQuery(filtering(connection), filter, versions ?? 'current'))[0]?.found ?? 0,
    article: async (key) => findArticle(connection, key),
    articles: (query) => iterateArticles(connection, heads, query ?? {}),
    lookedAt: async (filter) => looked(filter),
    speakers: async (query) => speakersOf(connection, query),
    outlets: async () =>
      connection.all(queries.outletsQuery(writer)).map(({ outlet, articles, statements, first, last }) => {
        return { outlet, articles, statements, from: first, to: last };
      }),
    findTexts: async (words, limit) => read(() => findTexts(connection, words, limit).map((key) => textAt(connection, heads, key))),
    findPhrase: async (words, limit) => read(() => findPhrase(connection, words, limit).map((key) => textAt(connection, heads, key))),
    textsLike: async (sha256, limit) => textsLike(connection, sha256, limit),
    sharedPassages: () => sharedPassages(connection),
    text: async (sha256) =>
      read(() => {
        const key = textKey(connection, sha256);
        return key === null ? null : textAt(connection, heads, key);
      }),
    statementsOf: async (sha256, near) =>
      read(() => {
        const key = textKey(connection, sha256);
        return key === null ? [] : statementsIn(connection, heads, key, near ?? EVERYWHERE);
      }),
    verify: () => verify(connection),
    correct: async (corrections, instead) =>
      connection.transaction(() => {
        refuseOthers(connection.place, heldCorrections(connection), instead);
        return applyCorrections(connection, keys, corrections);
      }),
    corrections: async () => heldCorrections(connection),
    // The one tells what others wrote, the other what this connection did.
    revision: async () =>
      JSON.stringify([connection.prepare('pragma data_version').get(), connection.prepare('select total_changes() as changes').get()]),
    close: async () => connection.close(),
  };
}

function fileAll(connection: Connection, keys: Keys, filings: readonly Filing[]): readonly Filed[] {
  try {
    keys.takeMade();
    return connection.transaction(() => {
      const filed = filings.map((filing) => fileArticle(connection, keys, filing));
      followCorrections(connection, keys, filings, filed);
      return filed;
    });
  } catch (error) {
    keys.forget();
    throw error;
  }
}

/** What was filed may be what corrections speak of, for the first time or again. */
function followCorrections(connection: Connection, keys: Keys, filings: readonly Filing[], filed: readonly Filed[]): void {
  const corrections = heldCorrections(connection);
  if (corrections.length === 0) return;
  const changed = filings.filter((_, index) => filed[index]?.outcome !== 'known');
  const statements = new Set(changed.flatMap(({ reading }) => reading.statements.map(({ id }) => id)));
  if (concerns(corrections, statements, keys.takeMade())) applyCorrections(connection, keys, corrections);
}

const rowsOf = (
  connection: Connection,
  heads: Heads,
  query: Parameters<typeof connection.all<queries.StatementRow>>[0],
): readonly RecordedStatement[] => connection.all(query).map((row) => recordedStatement(row, heads.of(row.first)));

/** Statements by their keys, in the order of the keys; those that are gone meanwhile are left out. */
function statementsAt(connection: Connection, heads: Heads, keys: readonly queries.OrderedKey[]): readonly RecordedStatement[] {
  if (keys.length === 0) return [];
  const rows = new Map(
    connection
      .all(
        queries.rowsQuery(
          writer,
          keys.map(({ key }) => key),
        ),
      )
      .map((row) => [row.key, row]),
  );
  return keys
    .map(({ key }) => rows.get(key))
    .filter((row) => row !== undefined)
    .map((row) => recordedStatement(row, heads.of(row.first)));
}

function pageOf(connection: Connection, heads: Heads, query: StatementQuery) {
  const limit = Math.max(1, Math.min(query.limit ?? LIMIT, LARGEST_LIMIT));
  const after = query.after ? queries.readCursor(query.order, query.after) : null;
  const keys = connection.all(queries.keysQuery(filtering(connection), query, after, limit + 1));
  const shown = keys.slice(0, limit);
  const last = shown.at(-1);
  return {
    statements: statementsAt(connection, heads, shown),
    next: keys.length > limit && last !== undefined ? queries.writeCursor(query.order, last) : null,
  };
}

async function* iterate(connection: Connection, heads: Heads, query: StatementQuery): AsyncGenerator<RecordedStatement> {
  let after: queries.OrderedKey | null = null;
  for (;;) {
    const keys: readonly queries.OrderedKey[] = connection.all(queries.keysQuery(filtering(connection), query, after, KEYS_AT_ONCE));
    for (let from = 0; from < keys.length; from += ROWS_AT_ONCE) {
      heads.refresh();
      yield* statementsAt(connection, heads, keys.slice(from, from + ROWS_AT_ONCE));
    }
    after = keys.at(-1) ?? null;
    if (after === null || keys.length < KEYS_AT_ONCE) return;
  }
}

const HEADS_AT_ONCE = 500;

async function* iterateArticles(connection: Connection, heads: Heads, { filter, after }: ArticleQuery): AsyncGenerator<ArticleHead> {
  let last = after ? connection.all(queries.appearanceQuery(writer, after))[0]?.key : 0;
  while (last !== undefined) {
    const rows: readonly { readonly key: number }[] = connection.all(queries.articlesQuery(writer, filter, last, HEADS_AT_ONCE));
    heads.refresh();
    for (const { key } of rows) yield heads.of(key);
    last = rows.length < HEADS_AT_ONCE ? undefined : rows.at(-1)?.key;
  }
}

/** How many answers are remembered: nearly every question asks how much there is in all. */
const REMEMBERED = 100;

function createLookedAt(connection: Connection): (filter: Filter) => LookedAt {
  const known = new Map<string, LookedAt>();
  let stamp = '';
  return (filter) => {
    const now = connection.stamp();
    if (now !== stamp || known.size > REMEMBERED) known.clear();
    stamp = now;
    const query = queries.lookedAtQuery(writer, filter);
    const key = JSON.stringify([query.sql, query.parameters]);
    const [row] = known.has(key) ? [] : connection.all(query);
    const answer = known.get(key) ?? lookedAtOf(row);
    known.set(key, answer);
    return answer;
  };
}

function speakersOf(connection: Connection, query: SpeakerQuery): readonly SpeakerSummary[] {
  const rows = connection.all(queries.speakersQuery(writer, query));
  if (rows.length === 0) return [];
  const keys = rows.map(({ speaker }) => speaker);
  return speakerSummaries(rows, connection.all(queries.variantsQuery(writer, keys)), connection.all(queries.rolesQuery(writer, keys)));
}

const OF_A_TEXT = `${queries.rowsText(writer)} where s.text_key = ? and s.withdrawn = 0 and s.start_at < ? and s.end_at > ? order by s.ordinal`;

const statementsIn = (connection: Connection, heads: Heads, text: number, { start, end }: Span): readonly RecordedStatement[] =>
  (connection.prepare(OF_A_TEXT).all(text, end, start) as readonly queries.StatementRow[]).map((row) =>
    recordedStatement(row, heads.of(row.first)),
  );

const EVERYWHERE = { start: -1, end: Number.MAX_SAFE_INTEGER };

function textKey(connection: Connection, sha256: string): number | null {
  const row = connection.prepare('select text_key as key from texts where sha256 = ?').get(sha256);
  return row === undefined ? null : (row as { readonly key: number }).key;
}

function textAt(connection: Connection, heads: Heads, key: number): RecordedText {
  const row = connection.prepare('select sha256, first_appearance as first, body from texts where text_key = ?').get(key) as {
    readonly sha256: string;
    readonly first: number;
    readonly body: Uint8Array;
  };
  return { sha256: row.sha256, text: textOf(row.body), head: heads.of(row.first) };
}

async function* verify(connection: Connection): AsyncGenerator<Failure> {
  let last = 0;
  for (;;) {
    const text = connection
      .prepare(
        `select t.text_key as key, t.sha256, t.body, t.blocks, r.address from texts t
         join appearances a on a.appearance_key = t.first_appearance join articles r on r.article_key = a.article_key
         where t.text_key > ? order by t.text_key limit 1`,
      )
      .get(last) as VerifiedText | undefined;
    if (text === undefined) return;
    last = text.key;
    const rows = connection
      .prepare('select id, words, json, corrected from statements where text_key = ? order by ordinal')
      .all(text.key) as readonly VerifiedRow[];
    yield* failuresOf(text, rows);
  }
}
