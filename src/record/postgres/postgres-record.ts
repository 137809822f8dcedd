import type { Span } from '../../engine/index.js';
import { concerns, refuseOthers } from '../corrections/concerns.js';
import { failuresOf, lookedAtOf, speakerSummaries, type VerifiedRow, type VerifiedText } from '../sql/decoded.js';
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
  StatementPage,
  StatementQuery,
  StatementRecord,
} from '../statement-record.js';
import { textOf } from '../verify-text.js';
import { briefs } from './briefs.js';
import type { Connection, Session } from './connection.js';
import { applyCorrections, heldCorrections } from './correcting.js';
import { fileItems, type Item, itemOf } from './filing.js';
import { findArticle, headsOf, recordedStatements } from './reading-back.js';
import { POSTGRES_SCHEMA } from './schema.js';
import { sharedPassages, textsLike } from './text-prints.js';
import { findPhrase, findTexts } from './text-search.js';
import { postgresWriter as writer } from './writer.js';

/** How many keys, and how many rows, are fetched at once while all statements of a query are gone through. */
const KEYS_AT_ONCE = 4_000;
const ROWS_AT_ONCE = 200;

const LIMIT = 50;
const LARGEST_LIMIT = 1_000;

/** The record in an open PostgreSQL database. */
export function createPostgresRecord(connection: Connection): StatementRecord {
  const revision = () => revisionOf(connection);
  const looked = createLookedAt(connection, revision);
  return {
    place: connection.place,
    schema: POSTGRES_SCHEMA,
    file: (filings) => fileAll(connection, filings),
    statement: async (id) => (await rowsOf(connection, queries.statementQuery(writer, id)))[0] ?? null,
    statementIds: async (start) => (await connection.all(queries.idsQuery(writer, start))).map(({ id }) => id),
    statements: (query) => pageOf(connection, query),
    iterate: (query) => iterate(connection, query),
    briefs: (filter) => briefs(connection, filter),
    count: async (filter, versions) => (await connection.all(queries.countQuery(writer, filter, versions ?? 'current')))[0]?.found ?? 0,
    article: (key) => findArticle(connection, key),
    articles: (query) => iterateArticles(connection, query ?? {}),
    lookedAt: looked,
    speakers: (query) => speakersOf(connection, query),
    outlets: async () =>
      (await connection.all(queries.outletsQuery(writer))).map(({ outlet, articles, statements, first, last }) => {
        return { outlet, articles, statements, from: first, to: last };
      }),
    findTexts: async (words, limit) => textsAt(connection, await findTexts(connection, words, limit)),
    findPhrase: async (words, limit) => textsAt(connection, await findPhrase(connection, words, limit)),
    textsLike: (sha256, limit) => textsLike(connection, sha256, limit),
    sharedPassages: () => sharedPassages(connection),
    text: async (sha256) => {
      const key = await textKey(connection, sha256);
      return key === null ? null : ((await textsAt(connection, [key]))[0] ?? null);
    },
    statementsOf: async (sha256, near) => {
      const key = await textKey(connection, sha256);
      return key === null ? [] : statementsIn(connection, key, near ?? EVERYWHERE);
    },
    verify: () => verify(connection),
    correct: (corrections, instead) => correct(connection, corrections, instead),
    corrections: () => heldCorrections(connection),
    revision,
    close: () => connection.close(),
  };
}

/** Held by everybody who files, together; by whoever corrects, alone. */
const LOCK_OF_CORRECTIONS = 0x4f6e5263_02;

/** Counts a change, at the end of its transaction, so that nobody waits for long; which of the counters does not matter. */
const COUNT_CHANGE = 'update revisions set writes = writes + 1 where slot = pg_backend_pid() % 64';

const revisionOf = async (session: Session): Promise<string> =>
  String((await session.query<{ readonly writes: number }>('select sum(writes) as writes from revisions'))[0]?.writes ?? 0);

async function fileAll(connection: Connection, filings: readonly Filing[]): Promise<readonly Filed[]> {
  if (filings.length === 0) return [];
  const items = filings.map(itemOf);
  const filed = await connection
    .transaction((session) => fileTogether(session, items))
    .catch((error: unknown) => {
      if (error === SPOKEN_OF) return null;
      throw error;
    });
  return filed ?? connection.transaction((session) => fileAlone(session, items));
}

/** Thrown to take back what corrections turn out to speak of. */
const SPOKEN_OF = new Error('corrections speak of what was filed');

async function fileTogether(session: Session, items: readonly Item[]): Promise<readonly Filed[]> {
  await session.query('select pg_advisory_xact_lock_shared($1)', [LOCK_OF_CORRECTIONS]);
  const corrections = await heldCorrections(session);
  const { filed, made } = await fileItems(session, items);
  const changed = items.filter((_, index) => filed[index]?.outcome !== 'known');
  const statements = new Set(changed.flatMap(({ reading }) => reading.statements.map(({ id }) => id)));
  if (corrections.length > 0 && concerns(corrections, statements, made)) throw SPOKEN_OF;
  if (changed.length > 0) await session.query(COUNT_CHANGE);
  return filed;
}

/** What is filed is what corrections speak of, for the first time or again: they are followed anew, by nobody else meanwhile. */
async function fileAlone(session: Session, items: readonly Item[]): Promise<readonly Filed[]> {
  await session.query('select pg_advisory_xact_lock($1)', [LOCK_OF_CORRECTIONS]);
  const { filed } = await fileItems(session, items);
  await applyCorrections(session, await heldCorrections(session));
  await session.query(COUNT_CHANGE);
  return filed;
}

const correct = (connection: Connection, ...[corrections, instead]: Parameters<StatementRecord['correct']>) =>
  connection.transaction(async (session) => {
    await session.query('select pg_advisory_xact_lock($1)', [LOCK_OF_CORRECTIONS]);
    refuseOthers(connection.place, await heldCorrections(session), instead);
    const outcomes = await applyCorrections(session, corrections);
    await session.query(COUNT_CHANGE);
    return outcomes;
  });

const rowsOf = async (session: Session, query: ReturnType<typeof queries.rowsQuery>): Promise<readonly RecordedStatement[]> =>
  recordedStatements(session, await session.all(query));

/** Statements by their keys, in the order of the keys; those that are gone meanwhile are left out. */
async function statementsAt(session: Session, keys: readonly queries.OrderedKey[]): Promise<readonly RecordedStatement[]> {
  if (keys.length === 0) return [];
  const found = await session.all(
    queries.rowsQuery(
      writer,
      keys.map(({ key }) => key),
    ),
  );
  const rows = new Map(found.map((row) => [row.key, row]));
  return recordedStatements(
    session,
    keys.map(({ key }) => rows.get(key)).filter((row) => row !== undefined),
  );
}

async function pageOf(connection: Connection, query: StatementQuery): Promise<StatementPage> {
  const limit = Math.max(1, Math.min(query.limit ?? LIMIT, LARGEST_LIMIT));
  const after = query.after ? queries.readCursor(query.order, query.after) : null;
  const keys = await connection.all(queries.keysQuery(writer, query, after, limit + 1));
  const shown = keys.slice(0, limit);
  const last = shown.at(-1);
  return {
    statements: await statementsAt(connection, shown),
    next: keys.length > limit && last !== undefined ? queries.writeCursor(query.order, last) : null,
  };
}

async function* iterate(connection: Connection, query: StatementQuery): AsyncGenerator<RecordedStatement> {
  for await (const keys of connection.stream(queries.keysQuery(writer, query, null, Number.MAX_SAFE_INTEGER), KEYS_AT_ONCE))
    for (let from = 0; from < keys.length; from += ROWS_AT_ONCE)
      yield* await statementsAt(connection, keys.slice(from, from + ROWS_AT_ONCE));
}

const HEADS_AT_ONCE = 500;

async function* iterateArticles(connection: Connection, { filter, after }: ArticleQuery): AsyncGenerator<ArticleHead> {
  let last = after ? (await connection.all(queries.appearanceQuery(writer, after)))[0]?.key : 0;
  while (last !== undefined) {
    const rows: readonly { readonly key: number }[] = await connection.all(queries.articlesQuery(writer, filter, last, HEADS_AT_ONCE));
    const head = await headsOf(
      connection,
      rows.map(({ key }) => key),
    );
    for (const { key } of rows) yield head(key);
    last = rows.length < HEADS_AT_ONCE ? undefined : rows.at(-1)?.key;
  }
}

/** How many answers are remembered: nearly every question asks how much there is in all. */
const REMEMBERED = 100;

function createLookedAt(connection: Connection, revision: () => Promise<string>): (filter: Filter) => Promise<LookedAt> {
  const known = new Map<string, LookedAt>();
  let stamp = '';
  return async (filter) => {
    const now = await revision();
    if (now !== stamp || known.size > REMEMBERED) known.clear();
    stamp = now;
    const query = queries.lookedAtQuery(writer, filter);
    const key = JSON.stringify([query.sql, query.parameters]);
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const [row] = await connection.all(query);
    const answer = lookedAtOf(row);
    known.set(key, answer);
    return answer;
  };
}

async function speakersOf(connection: Connection, query: SpeakerQuery): Promise<readonly SpeakerSummary[]> {
  const rows = await connection.all(queries.speakersQuery(writer, query));
  if (rows.length === 0) return [];
  const keys = rows.map(({ speaker }) => speaker);
  const names = await connection.all(queries.variantsQuery(writer, keys));
  const roles = await connection.all(queries.rolesQuery(writer, keys));
  return speakerSummaries(rows, names, roles);
}

const OF_A_TEXT = `${queries.rowsText(writer)} where s.text_key = $1 and s.withdrawn = 0 and s.start_at < $2 and s.end_at > $3 order by s.ordinal`;

const statementsIn = async (session: Session, text: number, { start, end }: Span): Promise<readonly RecordedStatement[]> =>
  recordedStatements(session, await session.query<queries.StatementRow>(OF_A_TEXT, [text, end, start]));

/** Offsets are 32-bit numbers in the columns. */
const EVERYWHERE = { start: -1, end: 0x7fffffff };

async function textKey(session: Session, sha256: string): Promise<number | null> {
  const [row] = await session.query<{ readonly key: number }>('select text_key as key from texts where sha256 = $1', [sha256]);
  return row?.key ?? null;
}

interface TextRow {
  readonly key: number;
  readonly sha256: string;
  readonly first: number;
  readonly body: Uint8Array;
}

async function textsAt(session: Session, keys: readonly number[]): Promise<readonly RecordedText[]> {
  if (keys.length === 0) return [];
  const rows = await session.query<TextRow>(
    'select text_key as key, sha256, first_appearance as first, body from texts where text_key = any($1)',
    [keys],
  );
  const head = await headsOf(
    session,
    rows.map(({ first }) => first),
  );
  const texts = new Map(rows.map(({ key, sha256, first, body }) => [key, { sha256, text: textOf(body), head: head(first) }]));
  return keys.map((key) => texts.get(key)).filter((text) => text !== undefined);
}

/** How many texts are checked at once. */
const TEXTS_AT_ONCE = 50;

async function* verify(connection: Connection): AsyncGenerator<Failure> {
  let last = 0;
  for (;;) {
    const texts = await connection.query<VerifiedText>(
      `select t.text_key as key, t.sha256, t.body, t.blocks, r.address from texts t
       join appearances a on a.appearance_key = t.first_appearance join articles r on r.article_key = a.article_key
       where t.text_key > $1 order by t.text_key limit ${TEXTS_AT_ONCE}`,
      [last],
    );
    const rows = await connection.query<VerifiedRow & { readonly text: number }>(
      'select text_key as text, id, words, json, corrected from statements where text_key = any($1) order by text_key, ordinal',
      [texts.map(({ key }) => key)],
    );
    for (const text of texts)
      yield* failuresOf(
        text,
        rows.filter((row) => row.text === text.key),
      );
    const end = texts.at(-1);
    if (end === undefined) return;
    last = end.key;
  }
}
