import { createHash } from 'node:crypto';
import type { Reading } from '../../engine/index.js';
import { nameKey } from '../name-key.js';
import { textPrints } from '../prints/text-prints.js';
import { COLUMNS, columnValues } from '../sqlite/statement-columns.js';
import { addressOf, type Filed, type Filing } from '../statement-record.js';
import { asColumn, type StoredStatement, storeHead, storeReading, storeStatement, wellFormed, writeStatement } from '../stored.js';
import type { Session } from './connection.js';
import { columnOrNull, findKeys, type Keys } from './keys.js';
import { asPrints } from './text-prints.js';
import { rowWords } from './word-index.js';

/** One article on its way into the record. */
export interface Item {
  readonly filing: Filing;
  readonly reading: Reading;
  readonly body: Uint8Array;
  readonly sha256: string;
  readonly address: string;
}

const encoder = new TextEncoder();

export function itemOf(filing: Filing): Item {
  const reading = wellFormed(filing.reading);
  const body = encoder.encode(reading.article.text);
  return { filing, reading, body, sha256: createHash('sha256').update(body).digest('hex'), address: addressOf(reading.article) };
}

interface TextRow {
  readonly key: number;
  readonly first: number;
}

interface AppearanceRow {
  readonly key: number;
  readonly version: number;
  readonly head: string;
}

/** What the record has of the articles at hand. Kept up to date while they are filed one after another. */
interface State {
  readonly session: Session;
  readonly keys: Keys;
  readonly articles: Map<string, number>;
  readonly texts: Map<string, TextRow>;
  /** Addresses that had no version when the transaction began. */
  readonly fresh: Set<string>;
}

export interface FiledItems {
  readonly filed: readonly Filed[];
  /** Keys of the speakers that were made. */
  readonly made: ReadonlySet<string>;
}

/** Files articles inside the caller's transaction. */
export async function fileItems(session: Session, items: readonly Item[]): Promise<FiledItems> {
  await lockItems(session, items);
  const state = await stateOf(session, items);
  const filed: Filed[] = [];
  for (const item of items) filed.push(await fileItem(state, item));
  return { filed, made: state.keys.made };
}

/**
 * Whoever files the same texts or addresses at the same time waits here, before anything is written. All locks are taken in
 * one order, so nobody waits in a circle.
 */
async function lockItems(session: Session, items: readonly Item[]): Promise<void> {
  const numbers = new Set<bigint>();
  for (const { sha256, address } of items) {
    numbers.add(lockOf(`text ${sha256}`));
    numbers.add(lockOf(`article ${address}`));
  }
  const sorted = [...numbers].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0)).map(String);
  await session.query('select count(pg_advisory_xact_lock(number)) from unnest($1::bigint[]) number', [sorted]);
}

const lockOf = (name: string): bigint => createHash('sha256').update(name).digest().readBigInt64BE();

async function stateOf(session: Session, items: readonly Item[]): Promise<State> {
  const texts = await session.query<TextRow & { readonly sha256: string }>(
    'select sha256, text_key as key, first_appearance as first from texts where sha256 = any($1)',
    [[...new Set(items.map(({ sha256 }) => sha256))]],
  );
  const { articles, fresh } = await articleKeys(session, items);
  return {
    session,
    keys: await findKeys(session, {
      outlets: items.map(({ reading }) => reading.article.outlet),
      speakers: items.flatMap(({ reading }) => reading.statements.map(({ speaker }) => ({ speaker, outlet: reading.article.outlet }))),
    }),
    articles,
    texts: new Map(texts.map(({ sha256, key, first }) => [sha256, { key, first }])),
    fresh,
  };
}

async function articleKeys(session: Session, items: readonly Item[]) {
  const ids = new Map<string, string>();
  for (const { address, reading } of items) if (!ids.has(asColumn(address))) ids.set(asColumn(address), asColumn(reading.article.id));
  const find = (addresses: readonly string[]) =>
    session.query<{ readonly address: string; readonly key: number }>(
      'select address, article_key as key from articles where address = any($1)',
      [addresses],
    );
  const articles = new Map((await find([...ids.keys()])).map(({ address, key }) => [address, key]));
  const fresh = new Set([...ids.keys()].filter((address) => !articles.has(address)));
  if (fresh.size > 0) {
    const rows = [...fresh].map((address) => ({ address, id: ids.get(address) }));
    const made = await session.query<{ readonly address: string; readonly key: number }>(
      `insert into articles (address, id) select address, id from json_populate_recordset(null::articles, $1)
       returning address, article_key as key`,
      [JSON.stringify(rows)],
    );
    for (const { address, key } of made) articles.set(address, key);
  }
  return { articles, fresh };
}

const articleOf = (state: State, item: Item): number => state.articles.get(asColumn(item.address)) ?? 0;

async function fileItem(state: State, item: Item): Promise<Filed> {
  const text = state.texts.get(item.sha256);
  if (text === undefined) return fileText(state, item);
  const [there] = await state.session.query<AppearanceRow>(
    'select appearance_key as key, version, head from appearances where article_key = $1 and text_key = $2',
    [articleOf(state, item), text.key],
  );
  return there === undefined ? fileAppearance(state, item, text) : fileAgain(state, item, text, there);
}

/** The text is not there: it, its first appearance and its statements are made. */
async function fileText(state: State, item: Item): Promise<Filed> {
  const { session } = state;
  const { reading, body, sha256 } = item;
  const version = await nextVersion(state, item);
  const { plain, stems } = rowWords(reading.article.text, null);
  const [made] = await session.query<{ readonly text: number; readonly appearance: number }>(
    `with numbers as materialized (select nextval(pg_get_serial_sequence('texts', 'text_key')) as text_key,
       nextval(pg_get_serial_sequence('appearances', 'appearance_key')) as appearance_key),
     text as (insert into texts (text_key, sha256, first_appearance, appearances, current, blocks, body, reading, plain, stems, prints)
       select text_key, $1, appearance_key, 1, 1, $2, $3, $4, $5, $6, $8 from numbers),
     appearance as (insert into appearances (${APPEARANCE.join(', ')}, appearance_key, text_key)
       select ${APPEARANCE.map((name) => `given.${name}`).join(', ')}, numbers.appearance_key, numbers.text_key
       from numbers, json_populate_record(null::appearances, $7) given)
     select text_key as text, appearance_key as appearance from numbers`,
    [
      sha256,
      JSON.stringify(reading.article.blocks),
      body,
      JSON.stringify(storeReading(reading, item.filing.engine)),
      plain,
      stems,
      JSON.stringify(appearanceRow(state, item, version)),
      asPrints(textPrints(reading.article.text, reading.article.blocks)),
    ],
  );
  if (made === undefined) throw new RangeError('a text that is filed has a key');
  state.texts.set(sha256, { key: made.text, first: made.appearance });
  await addOriginal(session, made.appearance, item);
  const statements = await addStatements(state, item, made.text, 1);
  return { outcome: version === 1 ? 'filed' : 'version', ...named(item), version, statements };
}

/** The text is there, at another address. */
async function fileAppearance(state: State, item: Item, text: TextRow): Promise<Filed> {
  const { session } = state;
  const version = await nextVersion(state, item);
  const [made] = await session.query<{ readonly key: number }>(
    `insert into appearances (${APPEARANCE.join(', ')}, text_key)
     select ${APPEARANCE.join(', ')}, $2 from json_populate_record(null::appearances, $1) returning appearance_key as key`,
    [JSON.stringify(appearanceRow(state, item, version)), text.key],
  );
  if (made !== undefined) await addOriginal(session, made.key, item);
  await session.query('update texts set appearances = appearances + 1 where text_key = $1', [text.key]);
  await refreshCurrent(session, text.key);
  const statements = await refreshReading(state, item, text);
  return { outcome: version === 1 ? 'appearance' : 'version', ...named(item), version, statements };
}

/** Text and address are there: nothing to do, unless the article's data changed or the caller wants this reading. */
async function fileAgain(state: State, item: Item, text: TextRow, there: AppearanceRow): Promise<Filed> {
  const { session } = state;
  const replace = item.filing.known === 'replace';
  const base = { ...named(item), version: there.version };
  const row = appearanceRow(state, item, there.version);
  if (row.head === there.head && !replace) return { outcome: 'known', ...base, statements: await countStatements(session, text.key) };
  const changed = APPEARANCE.filter((name) => !KEPT.has(name));
  await session.query(
    `update appearances a set (${changed.join(', ')}) = (select ${changed.join(', ')} from json_populate_record(null::appearances, $1))
     where appearance_key = $2`,
    [JSON.stringify(row), there.key],
  );
  return { outcome: 'amended', ...base, statements: await refreshReading(state, item, text, there.key) };
}

const named = ({ address, sha256 }: Item) => ({ address, sha256 });

const APPEARANCE = [
  'article_key',
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
] as const;

/** What filing an article again leaves as it is. */
const KEPT: ReadonlySet<string> = new Set(['article_key', 'version', 'current', 'filed']);

function appearanceRow(state: State, item: Item, version: number) {
  const { outlet, published, language, wire, embargoedUntil, imported } = item.reading.article;
  return {
    article_key: articleOf(state, item),
    version,
    current: 1,
    outlet_key: state.keys.outlet(outlet),
    published: columnOrNull(published),
    language: language === null ? null : asColumn(language.toLowerCase().split('-')[0] ?? ''),
    wire_key: wire === null ? null : asColumn(nameKey(wire)),
    filed: columnOrNull(item.filing.filed ?? null),
    head: JSON.stringify(storeHead(item.reading)),
    embargoed_until: columnOrNull(embargoedUntil),
    imported_key: imported === null ? null : asColumn(nameKey(imported)),
  };
}

async function addOriginal(session: Session, appearance: number, { filing }: Item): Promise<void> {
  if (filing.original)
    await session.query('insert into originals (appearance_key, bytes) values ($1, $2)', [appearance, Buffer.from(filing.original)]);
}

/** The number of the version that the address gets next; what was its latest is none any more. */
async function nextVersion(state: State, item: Item): Promise<number> {
  const { session, fresh } = state;
  if (fresh.delete(asColumn(item.address))) return 1;
  const article = articleOf(state, item);
  const [last] = await session.query<{ readonly text: number; readonly version: number }>(
    'select text_key as text, version from appearances where article_key = $1 order by version desc limit 1',
    [article],
  );
  if (last === undefined) return 1;
  await session.query('update appearances set current = 0 where article_key = $1 and current = 1', [article]);
  await refreshCurrent(session, last.text);
  return last.version + 1;
}

/** A text is current while it is the latest version of some address; its statements carry the same mark. */
async function refreshCurrent(session: Session, text: number): Promise<void> {
  const changed = await session.query<{ readonly current: number }>(
    `update texts t set current = n.current
     from (select exists (select 1 from appearances where text_key = $1 and current = 1)::int as current) n
     where t.text_key = $1 and t.current <> n.current returning t.current`,
    [text],
  );
  const [row] = changed;
  if (row !== undefined) await session.query('update statements set current = $1 where text_key = $2', [row.current, text]);
}

interface FirstRow {
  readonly key: number;
  readonly article: number;
  readonly published: string | null;
  readonly outlet: number | null;
}

/**
 * Days are read against the printed day, so a text's statements are those of its first printed appearance, in whatever order
 * appearances are filed. Puts this reading in place where it is that one's. Returns how many statements the text has.
 */
async function refreshReading(state: State, item: Item, text: TextRow, amended?: number): Promise<number> {
  const { session, texts } = state;
  const [first] = await session.query<FirstRow>(
    `select appearance_key as key, article_key as article, published, outlet_key as outlet from appearances where text_key = $1
     order by published is null, published, appearance_key limit 1`,
    [text.key],
  );
  if (first === undefined) throw new RangeError('a text that is there has an appearance');
  const moved = first.key !== text.first;
  if (moved) {
    await session.query('update texts set first_appearance = $1 where text_key = $2', [first.key, text.key]);
    texts.set(item.sha256, { key: text.key, first: first.key });
  }
  if (first.article !== articleOf(state, item) || (!moved && first.key !== amended)) {
    if (moved)
      await session.query('update statements set printed = $1, outlet_key = $2 where text_key = $3', [
        first.published,
        first.outlet,
        text.key,
      ]);
    return countStatements(session, text.key);
  }
  const [row] = await session.query<{ readonly current: number }>('select current from texts where text_key = $1', [text.key]);
  await session.query('delete from statements where text_key = $1', [text.key]);
  await session.query('update texts set blocks = $1, reading = $2 where text_key = $3', [
    JSON.stringify(item.reading.article.blocks),
    JSON.stringify(storeReading(item.reading, item.filing.engine)),
    text.key,
  ]);
  return addStatements(state, item, text.key, row?.current ?? 1);
}

async function countStatements(session: Session, text: number): Promise<number> {
  const [row] = await session.query<{ readonly found: number }>('select count(*) as found from statements where text_key = $1', [text]);
  return row?.found ?? 0;
}

/** The columns of a statement that follow from what is stored of it, by their names. */
export function statementRow(stored: StoredStatement): Readonly<Record<string, unknown>> {
  const values = columnValues(stored);
  return {
    ...Object.fromEntries(COLUMNS.map((name, index) => [name, values[index]])),
    ...rowWords(stored.statement.words, stored.wording.target),
  };
}

/** The names of {@link statementRow}. */
export const STATEMENT_ROW = [...COLUMNS, 'plain', 'stems'] as const;

const INSERTED = ['id', 'text_key', 'ordinal', 'printed', 'outlet_key', 'current', 'speaker_key', 'json', 'withdrawn', ...STATEMENT_ROW];

/** Two attributions of the very same characters have one id and are one statement: the first. */
async function addStatements({ session, keys }: State, { reading }: Item, text: number, current: number): Promise<number> {
  if (reading.statements.length === 0) return 0;
  const { outlet, published } = reading.article;
  const rows = reading.statements.map((statement) => {
    const stored = storeStatement(reading, statement);
    return {
      id: statement.id,
      text_key: text,
      ordinal: statement.attribution,
      printed: columnOrNull(published),
      outlet_key: keys.outlet(outlet),
      current,
      speaker_key: keys.speaker(statement.speaker, outlet),
      json: writeStatement(stored),
      withdrawn: 0,
      ...statementRow(stored),
    };
  });
  const added = await session.query(
    `insert into statements (${INSERTED.join(', ')}) select ${INSERTED.join(', ')} from json_populate_recordset(null::statements, $1)
     on conflict (id) do nothing returning 1`,
    [JSON.stringify(rows)],
  );
  return added.length;
}
