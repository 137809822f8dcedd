import type { Role } from './people.js';

/** The tables of people, in both kinds of database. Moments are milliseconds since 1970. */
export interface Tables {
  readonly people: { readonly name: string; readonly shown: string; readonly role: Role; readonly password: string };
  readonly people_sessions: { readonly hash: string; readonly name: string; readonly made: number; readonly used: number };
  readonly people_tokens: {
    readonly id: string;
    readonly hash: string;
    readonly name: string;
    readonly label: string;
    readonly rights: string;
    readonly per_minute: number | null;
    readonly until: number | null;
    readonly made: number;
    readonly used: number | null;
  };
  readonly people_attempts: { readonly key: string; readonly failures: number; readonly last: number; readonly until: number };
  readonly people_log: {
    readonly number: number;
    readonly at: number;
    readonly who: string;
    readonly action: string;
    readonly detail: string;
  };
  readonly people_collections: {
    readonly id: string;
    readonly owner: string;
    readonly title: string;
    readonly shared: number;
    readonly made: number;
  };
  readonly people_collected: { readonly collection: string; readonly statement: string; readonly note: string | null; readonly at: number };
}

/** Makes what is not there. `numbered`: how this database counts rows up. */
export const SCHEMA_SQL = (numbered: string): string => `
  create table if not exists people (name text primary key, shown text not null, role text not null, password text not null);
  create table if not exists people_sessions (hash text primary key, name text not null, made bigint not null, used bigint not null);
  create table if not exists people_tokens (
    id text primary key, hash text not null unique, name text not null, label text not null, rights text not null,
    per_minute integer, until bigint, made bigint not null, used bigint);
  create table if not exists people_attempts (key text primary key, failures integer not null, last bigint not null, until bigint not null);
  create table if not exists people_log (number ${numbered}, at bigint not null, who text not null, action text not null, detail text not null);
  create table if not exists people_collections (
    id text primary key, owner text not null, title text not null, shared integer not null, made bigint not null);
  create table if not exists people_collected (
    collection text not null, statement text not null, note text, at bigint not null, primary key (collection, statement));
`;
