import type { Block } from '../../engine/index.js';
import { HEAD, type HeadRow, headOf, WAYS_TO_AN_ARTICLE } from '../sql/decoded.js';
import type { ArticleHead, RecordedArticle } from '../statement-record.js';
import type { StoredReading } from '../stored.js';
import { textOf } from '../verify-text.js';
import type { Connection } from './connection.js';

/** How many heads are remembered before the memory is emptied: a list of statements names the same few over and over. */
const REMEMBERED = 5_000;

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
  for (const { column, order } of WAYS_TO_AN_ARTICLE) {
    const row = connection.prepare(`${HEAD} where ${column} = ? order by ${order} limit 1`).get(key) as HeadRow | undefined;
    if (row !== undefined) return row;
  }
  return undefined;
}
