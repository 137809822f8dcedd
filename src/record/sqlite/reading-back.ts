import type { Block, SpeakerKind } from '../../engine/index.js';
import type { StatementRow } from '../sql/queries.js';
import type { ArticleHead, RecordedArticle, RecordedStatement } from '../statement-record.js';
import { readHead, readStatement, type StoredReading, type StoredStatement } from '../stored.js';
import { textOf } from '../verify-text.js';
import type { Connection } from './connection.js';

/** How many heads are remembered before the memory is emptied: a list of statements names the same few over and over. */
const REMEMBERED = 5_000;

interface HeadRow {
  readonly key: number;
  readonly address: string;
  readonly sha256: string;
  readonly version: number;
  readonly current: number;
  readonly filed: string | null;
  readonly head: string;
}

const HEAD = `select a.appearance_key as key, r.address, t.sha256, a.version, a.current, a.filed, a.head
  from appearances a join articles r on r.article_key = a.article_key join texts t on t.text_key = a.text_key`;

export const headOf = (row: HeadRow): ArticleHead => ({
  ...readHead(row.head),
  address: row.address,
  sha256: row.sha256,
  version: row.version,
  current: row.current === 1,
  filed: row.filed,
});

/** Heads of appearances by their keys. */
export interface Heads {
  of(appearance: number): ArticleHead;
  /** Forgets what somebody's writing may have made old. To be called before every question. */
  refresh(): void;
}

export function createHeads(connection: Connection): Heads {
  const heads = new Map<number, ArticleHead>();
  let stamp = '';
  return {
    of(appearance) {
      const known = heads.get(appearance);
      if (known !== undefined) return known;
      const row = connection.prepare(`${HEAD} where a.appearance_key = ?`).get(appearance) as HeadRow;
      const head = headOf(row);
      if (heads.size >= REMEMBERED) heads.clear();
      heads.set(appearance, head);
      return head;
    },
    refresh() {
      const now = connection.stamp();
      if (now !== stamp) heads.clear();
      stamp = now;
    },
  };
}

/** Written beside a statement that a correction changed. */
interface Corrected {
  readonly corrections: readonly string[];
}

export function recordedStatement(row: StatementRow, heads: Heads): RecordedStatement {
  const stored: StoredStatement & Partial<Corrected> = readStatement(row.corrected ?? row.json);
  const { statement, attribution, within, wording } = stored;
  return {
    id: statement.id,
    statement,
    attribution,
    within,
    wording,
    speaker: { key: row.speakerKey, kind: row.speakerKind as SpeakerKind, name: row.speakerName },
    article: heads.of(row.first),
    appearances: row.appearances,
    corrections: stored.corrections ?? [],
  };
}

interface TextRow {
  readonly sha256: string;
  readonly body: Uint8Array;
  readonly blocks: string;
  readonly reading: string;
}

/** An article by its text's hash, its address or its id, in this order; the current version, or the first appearance of a text. */
export function findArticle(connection: Connection, key: string): RecordedArticle | null {
  const appearance = findAppearance(connection, key);
  if (appearance === undefined) return null;
  const all = (where: string, order: string): readonly ArticleHead[] =>
    (connection.prepare(`${HEAD} where ${where} order by ${order}`).all(appearance.key) as readonly HeadRow[]).map(headOf);
  const text = connection
    .prepare(
      'select t.sha256, t.body, t.blocks, t.reading from appearances a join texts t on t.text_key = a.text_key where a.appearance_key = ?',
    )
    .get(appearance.key) as TextRow;
  const original = connection.prepare('select bytes from originals where appearance_key = ?').get(appearance.key) as
    | { readonly bytes: Uint8Array }
    | undefined;
  const { address: _a, sha256: _s, version: _v, current: _c, filed: _f, ...told } = headOf(appearance);
  const blocks = JSON.parse(text.blocks) as readonly Block[];
  return {
    head: headOf(appearance),
    article: { ...told, text: textOf(text.body), blocks },
    appearances: all(
      'a.text_key = (select text_key from appearances where appearance_key = ?)',
      'a.published is null, a.published, a.appearance_key',
    ),
    versions: all('a.article_key = (select article_key from appearances where appearance_key = ?)', 'a.version'),
    ...(JSON.parse(text.reading) as StoredReading),
    original: original === undefined ? null : new Uint8Array(original.bytes),
  };
}

function findAppearance(connection: Connection, key: string): HeadRow | undefined {
  const find = (where: string, order: string): HeadRow | undefined =>
    connection.prepare(`${HEAD} where ${where} order by ${order} limit 1`).get(key) as HeadRow | undefined;
  return (
    find('t.sha256 = ?', 'a.appearance_key <> t.first_appearance, a.appearance_key') ??
    find('r.address = ?', 'a.current desc, a.version desc') ??
    find('r.id = ?', 'a.current desc, a.appearance_key')
  );
}
