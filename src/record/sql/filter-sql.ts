import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { speakerKey } from '../../engine/speakers/names.js';
import { nameKey } from '../name-key.js';
import type { Filter, Versions } from '../statement-record.js';

/** A condition on the row `s` of statements. */
export type Condition = RawBuilder<SqlBool>;

export type WordsFilter = Extract<Filter, { readonly kind: 'words' }>;

/** What a store knows about its full-text indexes: a condition for words that must all be met, and for words of which one must. */
export interface WordIndex {
  all(filters: readonly WordsFilter[]): Condition;
  any(filters: readonly WordsFilter[]): Condition;
  /** Whether few statements hold the words, as far as the store can tell quickly. */
  isRare(filter: WordsFilter): boolean;
}

const ALWAYS: Condition = sql<SqlBool>`1 = 1`;
const NEVER: Condition = sql<SqlBool>`1 = 0`;

/** A filter as a condition on `s`, for every store whose words `index` can find. Values are bound, never spelled into the text. */
export function filterSql(filter: Filter, index: WordIndex): Condition {
  switch (filter.kind) {
    case 'everything':
      return ALWAYS;
    case 'and':
      return combine(filter.of, index, 'and');
    case 'or':
      return combine(filter.of, index, 'or');
    case 'not':
      return sql<SqlBool>`coalesce(not (${filterSql(filter.of, index)}), 1 = 1)`;
    case 'words':
      return index.all([filter]);
    default:
      return leafSql(filter);
  }
}

/** Words beside one another go to the index in one question: it answers that faster than many. */
function combine(filters: readonly Filter[], index: WordIndex, how: 'and' | 'or'): Condition {
  const words = filters.filter((filter) => filter.kind === 'words');
  const others = filters.filter((filter) => filter.kind !== 'words').map((filter) => filterSql(filter, index));
  const parts = words.length === 0 ? others : [how === 'and' ? index.all(words) : index.any(words), ...others];
  if (parts.length === 0) return how === 'and' ? ALWAYS : NEVER;
  return sql<SqlBool>`(${sql.join(parts, how === 'and' ? sql` and ` : sql` or `)})`;
}

type Leaf = Exclude<Filter, { readonly kind: 'everything' | 'and' | 'or' | 'not' | 'words' }>;

function leafSql(filter: Leaf): Condition {
  switch (filter.kind) {
    case 'speaker':
      return speakerSql(filter.name);
    case 'speaker-key':
      return anyOf(filter.keys, (keys) => sameSpeaker(sql`select coalesce(merged_into, speaker_key) from speakers where key in (${keys})`));
    case 'speaker-kind':
      return sql<SqlBool>`s.speaker_kind = ${filter.is}`;
    case 'outlet':
    case 'wire':
    case 'imported':
    case 'embargoed':
    case 'printed':
    case 'language':
    case 'address':
      return sql<SqlBool>`s.text_key in (select a.text_key from appearances a where ${appearanceSql(filter)})`;
    case 'said':
      return saidSql(filter.from, filter.to);
    case 'said-known':
      return sql<SqlBool>`s.said is not null`;
    case 'first-printed':
      return firstPrintedSql(filter.from, filter.to);
    case 'manner':
      return sql<SqlBool>`s.manner = ${filter.is}`;
    case 'mode':
      return sql<SqlBool>`s.mode = ${filter.is}`;
    case 'act':
      return sql<SqlBool>`s.act = ${filter.is}`;
    case 'stance':
      return sql<SqlBool>`s.stance = ${filter.is}`;
    case 'position':
      return sql<SqlBool>`s.stance is not null`;
    case 'figures':
      return sql<SqlBool>`s.figures > 0`;
    case 'retold':
      return sql<SqlBool>`s.retold = 1`;
    case 'text':
      return sql<SqlBool>`s.text_key in (select text_key from texts where sha256 = ${filter.sha256})`;
    case 'ids':
      return anyOf(filter.of, (ids) => sql<SqlBool>`s.id in (${ids})`);
  }
}

const anyOf = (values: readonly string[], make: (list: RawBuilder<unknown>) => Condition): Condition =>
  values.length === 0 ? NEVER : make(sql.join(values));

/** A pattern that finds the words of a key in order, whole words only. Empty where there are none. */
const pattern = (key: string): string => (key === '' ? '' : `% ${key} %`);

/** A pattern for the names of speakers, in any spelling. */
export const speakerPattern = (name: string): string => pattern(speakerKey(name));

/** Names that hold the words, and everybody whom a correction made one with them. */
function speakerSql(name: string): Condition {
  const wanted = speakerPattern(name);
  if (wanted === '') return NEVER;
  return sameSpeaker(sql`select coalesce(p.merged_into, p.speaker_key) from speaker_names n
    join speakers p on p.speaker_key = n.speaker_key where ' ' || n.name_key || ' ' like ${wanted}`);
}

const sameSpeaker = (keys: RawBuilder<unknown>): Condition =>
  sql<SqlBool>`s.speaker_key in (select speaker_key from speakers where coalesce(merged_into, speaker_key) in (${keys}))`;

/** The interval in which it was said overlaps the one asked for. */
function saidSql(from: string | null, to: string | null): Condition {
  const parts = [sql`s.said is not null`];
  if (from !== null) parts.push(sql`s.said_end >= ${from}`);
  if (to !== null) parts.push(sql`s.said <= ${to}`);
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

function firstPrintedSql(from: string | null, to: string | null): Condition {
  const parts = [sql`s.printed is not null`];
  if (from !== null) parts.push(sql`s.printed >= ${from}`);
  if (to !== null) parts.push(sql`s.printed <= ${to}`);
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

type AppearanceLeaf = Extract<Filter, { readonly kind: 'outlet' | 'wire' | 'imported' | 'embargoed' | 'printed' | 'language' | 'address' }>;

/** A condition on the row `a` of appearances. */
function appearanceSql(filter: AppearanceLeaf): Condition {
  switch (filter.kind) {
    case 'outlet': {
      const wanted = pattern(nameKey(filter.name));
      if (wanted === '') return NEVER;
      return sql<SqlBool>`a.outlet_key in (select outlet_key from outlets where ' ' || name_key || ' ' like ${wanted})`;
    }
    case 'wire':
      return sql<SqlBool>`a.wire_key = ${nameKey(filter.name)}`;
    case 'embargoed':
      return sql<SqlBool>`a.embargoed_until > ${filter.at}`;
    case 'imported': {
      if (filter.from === null) return sql<SqlBool>`a.imported_key is not null`;
      const wanted = pattern(nameKey(filter.from));
      return wanted === '' ? NEVER : sql<SqlBool>`' ' || a.imported_key || ' ' like ${wanted}`;
    }
    case 'printed': {
      const parts = [sql`a.published is not null`];
      if (filter.from !== null) parts.push(sql`a.published >= ${filter.from}`);
      if (filter.to !== null) parts.push(sql`a.published <= ${filter.to}`);
      return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
    }
    case 'language':
      return sql<SqlBool>`a.language = ${filter.is.toLowerCase()}`;
    case 'address':
      return sql<SqlBool>`a.article_key in (select article_key from articles where address = ${filter.is})`;
  }
}

/** Which articles a filter could look at: its conditions on articles alone, everything else left out. Null for all of them. */
export function lookedAtSql(filter: Filter): Condition | null {
  switch (filter.kind) {
    case 'outlet':
    case 'wire':
    case 'imported':
    case 'embargoed':
    case 'printed':
    case 'language':
    case 'address':
      return appearanceSql(filter);
    case 'and': {
      const parts = filter.of.map(lookedAtSql).filter((part) => part !== null);
      return parts.length === 0 ? null : sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
    }
    case 'or': {
      const parts = filter.of.map(lookedAtSql);
      return parts.length === 0 || parts.includes(null) ? null : sql<SqlBool>`(${sql.join(parts, sql` or `)})`;
    }
    case 'not': {
      const part = aboutArticles(filter.of) ? lookedAtSql(filter.of) : null;
      return part === null ? null : sql<SqlBool>`coalesce(not ${part}, 1 = 1)`;
    }
    default:
      return null;
  }
}

function aboutArticles(filter: Filter): boolean {
  switch (filter.kind) {
    case 'outlet':
    case 'wire':
    case 'imported':
    case 'embargoed':
    case 'printed':
    case 'language':
    case 'address':
      return true;
    case 'and':
    case 'or':
      return filter.of.length > 0 && filter.of.every(aboutArticles);
    case 'not':
      return aboutArticles(filter.of);
    default:
      return false;
  }
}

/** What every answer leaves out: what a person withdrew, and (for `current`) texts that a later version replaced. */
export const standingSql = (versions: Versions): Condition =>
  versions === 'current' ? sql<SqlBool>`(s.withdrawn = 0 and s.current = 1)` : sql<SqlBool>`s.withdrawn = 0`;

/** Whether a filter leaves so few statements that they are better found first and sorted then, not the other way round. */
export function isSelective(filter: Filter, index: WordIndex): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.of.some((one) => isSelective(one, index));
    case 'or':
      return filter.of.length > 0 && filter.of.every((one) => isSelective(one, index));
    case 'words':
      return index.isRare(filter);
    case 'speaker':
    case 'speaker-key':
    case 'address':
    case 'text':
    case 'ids':
      return true;
    default:
      return false;
  }
}
