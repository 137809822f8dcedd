import { createHash } from 'node:crypto';
import type { Reading } from '../../engine/index.js';
import { nameKey } from '../name-key.js';
import { textPrints } from '../prints/text-prints.js';
import { addressOf, type Filed, type Filing } from '../statement-record.js';
import { storeHead, storeReading, storeStatement, wellFormed, writeStatement } from '../stored.js';
import { lexemesOf } from '../words/lexemes.js';
import type { Connection } from './connection.js';
import { column, columnOrNull, type Keys } from './keys.js';
import { COLUMNS, columnValues } from './statement-columns.js';
import { addPrints } from './text-prints.js';

/** Files one article, inside the caller's transaction. */
export function fileArticle(connection: Connection, keys: Keys, filing: Filing): Filed {
  const reading = wellFormed(filing.reading);
  const body = encoder.encode(reading.article.text);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const address = addressOf(reading.article);
  const file: Work = { connection, keys, filing, reading, body, sha256, address, article: articleKey(connection, reading, address) };
  const text = connection.prepare('select text_key as key, first_appearance as first from texts where sha256 = ?').get(sha256) as
    | TextRow
    | undefined;
  if (text === undefined) return fileText(file);
  const there = connection
    .prepare('select appearance_key as key, version, head from appearances where article_key = ? and text_key = ?')
    .get(file.article, text.key) as AppearanceRow | undefined;
  return there === undefined ? fileAppearance(file, text) : fileAgain(file, text, there);
}

interface Work {
  readonly connection: Connection;
  readonly keys: Keys;
  readonly filing: Filing;
  readonly reading: Reading;
  readonly body: Uint8Array;
  readonly sha256: string;
  readonly address: string;
  readonly article: number;
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

const encoder = new TextEncoder();

function articleKey(connection: Connection, reading: Reading, address: string): number {
  const found = connection.prepare('select article_key as found from articles where address = ?').get(column(address));
  if (found !== undefined) return (found as { readonly found: number }).found;
  const insert = connection.prepare('insert into articles (address, id) values (?, ?)');
  return Number(insert.run(column(address), column(reading.article.id)).lastInsertRowid);
}

/** The text is not there: it, its first appearance and its statements are made. A driver may take no bytes for null. */
function fileText(work: Work): Filed {
  const { connection, reading, body, sha256 } = work;
  const text = nextKey(connection, 'texts', 'text_key');
  const appearance = nextKey(connection, 'appearances', 'appearance_key');
  connection
    .prepare(
      'insert into texts (text_key, sha256, first_appearance, appearances, current, blocks, body, reading) values (?, ?, ?, 1, 1, ?, coalesce(?, zeroblob(0)), ?)',
    )
    .run(text, sha256, appearance, JSON.stringify(reading.article.blocks), body, JSON.stringify(storeReading(reading, work.filing.engine)));
  connection.prepare('insert into text_words (rowid, body) values (?, ?)').run(text, lexemesOf(reading.article.text));
  addPrints(connection, text, textPrints(reading.article.text, reading.article.blocks));
  const version = addAppearance(work, text, appearance);
  const statements = addStatements(work, text, 1);
  return { outcome: version === 1 ? 'filed' : 'version', ...named(work), version, statements };
}

/** The text is there, at another address. */
function fileAppearance(work: Work, text: TextRow): Filed {
  const { connection } = work;
  const version = addAppearance(work, text.key, nextKey(connection, 'appearances', 'appearance_key'));
  connection.prepare('update texts set appearances = appearances + 1 where text_key = ?').run(text.key);
  refreshCurrent(connection, text.key);
  const statements = refreshReading(work, text);
  return { outcome: version === 1 ? 'appearance' : 'version', ...named(work), version, statements };
}

/** Text and address are there: nothing to do, unless the article's data changed or the caller wants this reading. */
function fileAgain(work: Work, text: TextRow, there: AppearanceRow): Filed {
  const { connection, keys, reading, filing } = work;
  const head = JSON.stringify(storeHead(reading));
  const replace = filing.known === 'replace';
  const base = { ...named(work), version: there.version };
  if (head === there.head && !replace) return { outcome: 'known', ...base, statements: countStatements(connection, text.key) };
  const { outlet, published, language, wire, embargoed, imported } = columnsOf(reading, keys);
  connection
    .prepare(
      `update appearances set outlet_key = ?, published = ?, language = ?, wire_key = ?, head = ?, embargoed_until = ?, imported_key = ?
       where appearance_key = ?`,
    )
    .run(outlet, published, language, wire, head, embargoed, imported, there.key);
  return { outcome: 'amended', ...base, statements: refreshReading(work, text, there.key) };
}

const named = (work: Work) => ({ address: work.address, sha256: work.sha256 });

/** Keys are counted here, not by the table, so that rows which name one another can be written once. One writer at a time: no race. */
function nextKey(connection: Connection, table: 'texts' | 'appearances' | 'statements', name: string): number {
  const row = connection.prepare(`select max(${name}) as last from ${table}`).get() as { readonly last: number | null };
  return (row.last ?? 0) + 1;
}

function columnsOf(reading: Reading, keys: Keys) {
  const { outlet, published, language, wire, embargoedUntil, imported } = reading.article;
  return {
    outlet: keys.outlet(outlet),
    published: columnOrNull(published),
    language: language === null ? null : column(language.toLowerCase().split('-')[0] ?? ''),
    wire: wire === null ? null : column(nameKey(wire)),
    embargoed: columnOrNull(embargoedUntil),
    imported: imported === null ? null : column(nameKey(imported)),
  };
}

/** Adds the text as the latest version of its address; what was the latest is none any more. Returns the version's number. */
function addAppearance(work: Work, text: number, key: number): number {
  const { connection, keys, filing, reading, article } = work;
  const last = connection
    .prepare('select text_key as text, version from appearances where article_key = ? order by version desc limit 1')
    .get(article) as { readonly text: number; readonly version: number } | undefined;
  if (last !== undefined) {
    connection.prepare('update appearances set current = 0 where article_key = ?').run(article);
    refreshCurrent(connection, last.text);
  }
  const version = (last?.version ?? 0) + 1;
  const { outlet, published, language, wire, embargoed, imported } = columnsOf(reading, keys);
  connection
    .prepare(
      `insert into appearances (appearance_key, article_key, text_key, version, current, outlet_key, published, language, wire_key, filed, head,
         embargoed_until, imported_key)
       values (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      key,
      article,
      text,
      version,
      outlet,
      published,
      language,
      wire,
      columnOrNull(filing.filed ?? null),
      JSON.stringify(storeHead(reading)),
      embargoed,
      imported,
    );
  if (filing.original)
    connection.prepare('insert into originals (appearance_key, bytes) values (?, coalesce(?, zeroblob(0)))').run(key, filing.original);
  return version;
}

/** A text is current while it is the latest version of some address; its statements carry the same mark. */
function refreshCurrent(connection: Connection, text: number): void {
  const { current } = connection
    .prepare('select exists (select 1 from appearances where text_key = ? and current = 1) as current')
    .get(text) as { readonly current: number };
  const { changes } = connection.prepare('update texts set current = ? where text_key = ? and current <> ?').run(current, text, current);
  if (Number(changes) > 0) connection.prepare('update statements set current = ? where text_key = ?').run(current, text);
}

/**
 * Days are read against the printed day, so a text's statements are those of its first printed appearance, in whatever order
 * appearances are filed. Puts this reading in place where it is that one's. Returns how many statements the text has.
 */
function refreshReading(work: Work, text: TextRow, amended?: number): number {
  const { connection, reading } = work;
  const first = connection
    .prepare(
      'select appearance_key as key, article_key as article, published, outlet_key as outlet from appearances where text_key = ? order by published is null, published, appearance_key limit 1',
    )
    .get(text.key) as { readonly key: number; readonly article: number; readonly published: string | null; readonly outlet: number | null };
  if (first.key !== text.first) connection.prepare('update texts set first_appearance = ? where text_key = ?').run(first.key, text.key);
  if (first.article !== work.article || (first.key === text.first && first.key !== amended)) {
    if (first.key !== text.first)
      connection
        .prepare('update statements set printed = ?, outlet_key = ? where text_key = ?')
        .run(first.published, first.outlet, text.key);
    return countStatements(connection, text.key);
  }
  const { current } = connection.prepare('select current from texts where text_key = ?').get(text.key) as { readonly current: number };
  removeStatements(connection, text.key);
  connection
    .prepare('update texts set blocks = ?, reading = ? where text_key = ?')
    .run(JSON.stringify(reading.article.blocks), JSON.stringify(storeReading(reading, work.filing.engine)), text.key);
  return addStatements(work, text.key, current);
}

function countStatements(connection: Connection, text: number): number {
  const row = connection.prepare('select count(*) as found from statements where text_key = ?').get(text) as { readonly found: number };
  return row.found;
}

/** The index has no words of its own: it must be told which ones to forget before their rows go. */
function removeStatements(connection: Connection, text: number): void {
  connection
    .prepare(
      `insert into statement_words (statement_words, rowid, words, target)
       select 'delete', statement_key, lexemes(words), lexemes(coalesce(target, '')) from statements where text_key = ?`,
    )
    .run(text);
  connection.prepare('delete from statements where text_key = ?').run(text);
}

const INSERT_STATEMENT = `insert or ignore into statements (
  statement_key, id, text_key, ordinal, printed, outlet_key, current, speaker_key, json, withdrawn, ${COLUMNS.join(', ')})
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ${COLUMNS.map(() => '?').join(', ')})`;

/** Two attributions of the very same characters have one id and are one statement: the first. */
function addStatements({ connection, keys, reading }: Work, text: number, current: number): number {
  const insert = connection.prepare(INSERT_STATEMENT);
  const index = connection.prepare('insert into statement_words (rowid, words, target) values (?, ?, ?)');
  const { outlet, published } = reading.article;
  const printed = columnOrNull(published);
  const outletKey = keys.outlet(outlet);
  let key = nextKey(connection, 'statements', 'statement_key');
  let added = 0;
  for (const statement of reading.statements) {
    const stored = storeStatement(reading, statement);
    const { id, attribution, speaker } = statement;
    const who = keys.speaker(speaker, outlet);
    const { changes } = insert.run(
      key,
      id,
      text,
      attribution,
      printed,
      outletKey,
      current,
      who,
      writeStatement(stored),
      ...columnValues(stored),
    );
    if (Number(changes) === 0) continue;
    index.run(key, lexemesOf(statement.words), lexemesOf(stored.wording.target ?? ''));
    key++;
    added++;
  }
  return added;
}
