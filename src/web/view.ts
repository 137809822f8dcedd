import type { Memory } from '../answers/memory.js';
import type { Office } from '../engine/index.js';
import type { Collections } from '../people/index.js';
import type { LookedAt, StatementRecord } from '../record/index.js';
import type { Board } from './board.js';
import type { Feed } from './feed.js';
import type { Html } from './html.js';
import type { Rows } from './respond.js';

export type Measures = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What the pages are made from. */
export interface Desk extends Memory {
  readonly record: StatementRecord;
  /** How right the engine is, by what was measured: part of the engine, then measure, then points of 100. */
  readonly measures: Measures;
  /** Lists of statements that people keep; null where nobody signs in. */
  readonly collections: Collections | null;
  /** Offices of somebody whom a registry knows, by the key of the speaker. */
  readonly offices: (key: string) => readonly Office[];
  /** Positions on the issues that the user follows. */
  readonly board: () => Promise<Board>;
}

/** What a reader asked of a page: the parts of its address. */
export interface Asked {
  /** A named part of the path, decoded. */
  part(name: string): string;
  /** A value of the query, without white space at its ends; null where it is absent or empty. */
  value(name: string): string | null;
  values(name: string): readonly string[];
  /** Who is signed in; null where nobody need be. */
  readonly person: string | null;
  /** Whether statements can be taken along as files. */
  readonly canExport: boolean;
  /** Whether corrections can be made on these pages. */
  readonly editing: boolean;
  /** The page's path, encoded, without an ending such as `.json`. */
  readonly path: string;
  /** The whole query, for links to the next page. */
  readonly query: URLSearchParams;
}

/** One page: what it shows is its data; HTML, JSON and CSV are made from that alone. */
export interface View<Data> {
  /** Null where there is nothing at this address. */
  read(desk: Desk, asked: Asked): Promise<Data | null>;
  title(data: Data): string;
  body(data: Data, asked: Asked): Html;
  /** What stands in the search box. */
  query?(data: Data): string;
  rows?(data: Data): Rows;
  /** What came into the record lately, for feed readers; null where there is nothing at this address. */
  feed?(desk: Desk, asked: Asked): Promise<Feed | null>;
}

/** Data that says how much it was made from. */
export interface Weighed {
  readonly lookedAt: LookedAt;
}

/** What a reader asked for cannot be read: the message says what to change. */
export class AskedWrongly extends Error {}

/** The address of the next page of a list. */
export function nextAddress(asked: Asked, cursor: string): string {
  const query = new URLSearchParams(asked.query);
  query.set('after', cursor);
  return `${asked.path}?${query.toString()}`;
}
