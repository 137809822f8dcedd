import type { Block } from '../../engine/index.js';
import { HEAD, type HeadRow, headOf, recordedStatement, WAYS_TO_AN_ARTICLE } from '../sql/decoded.js';
import type { StatementRow } from '../sql/queries.js';
import type { ArticleHead, RecordedArticle, RecordedStatement } from '../statement-record.js';
import type { StoredReading } from '../stored.js';
import { textOf } from '../verify-text.js';
import type { Session } from './connection.js';

/** Heads of appearances by their keys, each of which is there. */
export async function headsOf(session: Session, appearances: readonly number[]): Promise<(appearance: number) => ArticleHead> {
  const rows =
    appearances.length === 0 ? [] : await session.query<HeadRow>(`${HEAD} where a.appearance_key = any($1)`, [[...new Set(appearances)]]);
  const heads = new Map(rows.map((row) => [row.key, headOf(row)]));
  return (appearance) => {
    const head = heads.get(appearance);
    if (head === undefined) throw new RangeError(`no appearance has the key ${appearance}`);
    return head;
  };
}

/** Rows of statements with the heads of their articles, in the order of the rows. */
export async function recordedStatements(session: Session, rows: readonly StatementRow[]): Promise<readonly RecordedStatement[]> {
  const head = await headsOf(
    session,
    rows.map(({ first }) => first),
  );
  return rows.map((row) => recordedStatement(row, head(row.first)));
}

interface TextRow {
  readonly body: Uint8Array;
  readonly blocks: string;
  readonly reading: string;
}

/** An article by its text's hash, its address or its id, in this order; the current version, or the first appearance of a text. */
export async function findArticle(session: Session, key: string): Promise<RecordedArticle | null> {
  const appearance = await findAppearance(session, key);
  if (appearance === undefined) return null;
  const all = async (where: string, order: string): Promise<readonly ArticleHead[]> =>
    (await session.query<HeadRow>(`${HEAD} where ${where} order by ${order}`, [appearance.key])).map(headOf);
  const [text] = await session.query<TextRow>(
    'select t.body, t.blocks, t.reading from appearances a join texts t on t.text_key = a.text_key where a.appearance_key = $1',
    [appearance.key],
  );
  if (text === undefined) return null;
  const [original] = await session.query<{ readonly bytes: Uint8Array }>('select bytes from originals where appearance_key = $1', [
    appearance.key,
  ]);
  const { address: _a, sha256: _s, version: _v, current: _c, filed: _f, ...told } = headOf(appearance);
  return {
    head: headOf(appearance),
    article: { ...told, text: textOf(text.body), blocks: JSON.parse(text.blocks) as readonly Block[] },
    appearances: await all(
      'a.text_key = (select text_key from appearances where appearance_key = $1)',
      'a.published is null, a.published, a.appearance_key',
    ),
    versions: await all('a.article_key = (select article_key from appearances where appearance_key = $1)', 'a.version'),
    ...(JSON.parse(text.reading) as StoredReading),
    original: original === undefined ? null : new Uint8Array(original.bytes),
  };
}

async function findAppearance(session: Session, key: string): Promise<HeadRow | undefined> {
  if (key.includes('\0')) return undefined;
  for (const { column, order } of WAYS_TO_AN_ARTICLE) {
    const [row] = await session.query<HeadRow>(`${HEAD} where ${column} = $1 order by ${order} limit 1`, [key]);
    if (row !== undefined) return row;
  }
  return undefined;
}
