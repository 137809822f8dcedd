import { RecordError } from '../record-error.js';
import type { Connection } from './connection.js';

/** "OnRc": tells a record from any other SQLite file. */
const APPLICATION = 0x4f6e5263;

/**
 * What leads from each schema to the next, in order: entry 0 makes schema 1 of an empty file. A released entry is never
 * changed; `test/record/releases` holds a record of each.
 *
 * The indexes hold words as `lexemesOf` makes them and keep no text of their own: whoever takes a row out says what it had.
 * Positions are read from their index alone, because rows lie far apart in the table.
 */
const MIGRATIONS: readonly string[] = [
  `
  create table outlets (outlet_key integer primary key, name text not null unique, name_key text not null);
  create table texts (
    text_key integer primary key, sha256 text not null unique, first_appearance integer not null, appearances integer not null,
    current integer not null, blocks text not null, body blob not null, reading text not null);
  create table articles (article_key integer primary key, address text not null unique, id text not null);
  create index articles_by_id on articles (id);
  create table appearances (
    appearance_key integer primary key, article_key integer not null references articles, text_key integer not null references texts,
    version integer not null, current integer not null, outlet_key integer references outlets, published text, language text,
    wire_key text, filed text, head text not null, unique (article_key, text_key));
  create table originals (appearance_key integer primary key references appearances, bytes blob not null);
  create index appearances_by_text on appearances (text_key);
  create index appearances_by_outlet on appearances (outlet_key, published);
  create index appearances_by_day on appearances (published);
  create table speakers (
    speaker_key integer primary key, key text not null unique, kind text not null, name text, renamed text,
    merged_into integer references speakers);
  create index speakers_merged on speakers (merged_into) where merged_into is not null;
  create table speaker_names (
    speaker_key integer not null references speakers, name_key text not null, name text not null,
    own integer not null default 1, primary key (speaker_key, name_key)) without rowid;
  create table statements (
    statement_key integer primary key, id text not null unique, text_key integer not null references texts, ordinal integer not null,
    start_at integer not null, end_at integer not null, speaker_key integer not null references speakers, speaker_kind text not null, printed text, said text, said_end text,
    retold integer not null, manner text not null, mode text not null, act text not null, stance text, figures integer not null,
    current integer not null, withdrawn integer not null, words text not null, target text, condition text, json text not null,
    corrected text);
  create index statements_by_text on statements (text_key, ordinal, start_at, end_at, withdrawn);
  create index statements_by_speaker on statements (speaker_key, said, current, withdrawn);
  create index statements_by_day on statements (said, said_end, current, withdrawn);
  create index statements_by_printed on statements (printed);
  create index statements_with_position on statements (speaker_key, said) where stance is not null;
  create index statements_corrected on statements (statement_key) where corrected is not null or withdrawn = 1;
  create table speaker_roles (
    speaker_key integer not null references speakers, role text not null, from_day text, to_day text);
  create table corrections (ordinal integer primary key, id text not null, json text not null);
  create virtual table statement_words using fts5(
    words, target, content='statements', content_rowid='statement_key', columnsize=0,
    tokenize='porter unicode61 remove_diacritics 2');
  create virtual table text_words using fts5(
    body, content='texts', content_rowid='text_key', columnsize=0,
    tokenize='porter unicode61 remove_diacritics 2');
  insert into statement_words (statement_words, rank) values ('hashsize', 33554432);
  insert into text_words (text_words, rank) values ('hashsize', 33554432);
  pragma application_id = ${APPLICATION};
  `,
  `
  alter table appearances add column embargoed_until text;
  alter table appearances add column imported_key text;
  create index appearances_imported on appearances (imported_key, text_key) where imported_key is not null;
  `,
  `
  drop table statement_words;
  drop table text_words;
  create virtual table statement_words using fts5(words, target, content='', columnsize=0, tokenize='ascii');
  create virtual table text_words using fts5(body, content='', columnsize=0, tokenize='ascii');
  insert into statement_words (statement_words, rank) values ('hashsize', 33554432);
  insert into text_words (text_words, rank) values ('hashsize', 33554432);
  insert into statement_words (rowid, words, target) select statement_key, lexemes(words), lexemes(coalesce(target, '')) from statements;
  insert into text_words (rowid, body) select text_key, lexemes(body) from texts;
  `,
  `
  alter table statements add column outlet_key integer;
  alter table statements add column said_ends text;
  alter table statements add column whom text;
  alter table statements add column evidence text;
  update statements set
    outlet_key = (select a.outlet_key from texts t join appearances a on a.appearance_key = t.first_appearance
      where t.text_key = statements.text_key),
    said_ends = case when said is null then null
      when json_extract(coalesce(corrected, json), '$.statement.said.from') is null then 'to'
      when json_extract(coalesce(corrected, json), '$.statement.said.to') is null then 'from' else 'both' end,
    whom = json_extract(coalesce(corrected, json), '$.wording.whom'),
    evidence = json_extract(coalesce(corrected, json), '$.wording.stanceEvidence');
  drop index statements_with_position;
  create index statements_with_position on statements (
    speaker_key, said, said_end, said_ends, retold, printed, outlet_key, manner, act, stance, target, condition, evidence, whom, words,
    current, withdrawn, id, text_key, speaker_kind) where stance is not null;
  create table text_prints (print integer not null, text_key integer not null references texts, primary key (print, text_key)) without rowid;
  insert into text_prints (print, text_key)
    select p.value, t.text_key from texts t, json_each(prints_of(t.body, t.blocks)) p;
  `,
  `
  create index statements_by_speaker_printed on statements (speaker_key, printed);
  `,
];

/** The schema that this program writes. */
export const SCHEMA = MIGRATIONS.length;

const pragma = (connection: Connection, name: string): number => {
  const row = connection.prepare(`pragma ${name}`).get() as Readonly<Record<string, number>> | undefined;
  return Number(row?.[name] ?? 0);
};

/** The schema of an open record; 0 for an empty file. Refuses what is not a record and what a later release wrote. */
export function schemaOf(connection: Connection): number {
  const version = pragma(connection, 'user_version');
  const application = pragma(connection, 'application_id');
  const tables = connection.prepare('select count(*) as found from sqlite_schema').get() as { readonly found: number };
  if (application !== APPLICATION && Number(tables.found) > 0)
    throw new RecordError('record-not-ours', `${connection.place}: this is a database of another program; name another file with --record`);
  if (version > SCHEMA)
    throw new RecordError(
      'record-newer',
      `${connection.place}: a later release of OnRecord wrote this record (schema ${version}; this one knows up to ${SCHEMA}); update OnRecord to open it`,
    );
  return version;
}

/** Brings the record to this program's schema, each step in a transaction of its own. Safe when several processes try at once. */
export function migrate(connection: Connection): void {
  for (let version = schemaOf(connection); version < SCHEMA; version++)
    connection.transaction(() => {
      if (schemaOf(connection) !== version) return;
      connection.exec(`${MIGRATIONS[version] ?? ''}; pragma user_version = ${version + 1};`);
    });
}
