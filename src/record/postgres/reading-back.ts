import type { Block, SpeakerKind } from '../../engine/index.js';
import type { StatementRow } from '../sql/queries.js';
import type { ArticleHead, RecordedArticle, RecordedStatement } from '../statement-record.js';
import { readHead, readStatement, type StoredReading, type StoredStatement } from '../stored.js';
import { textOf } from '../verify-text.js';
import type { Session } from './connection.js';

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

const headOf = (row: HeadRow): ArticleHead => ({
  ...readHead(row.head),
  address: row.address,
  sha256: row.sha256,
  version: row.version,
  current: row.current === 1,
  filed: row.filed,
});

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

/** Written beside a statement that a correction changed. */
interface Corrected {
  readonly corrections: readonly string[];
}

/** Rows of statements with the heads of their articles, in the order of the rows. */
export async function recordedStatements(session: Session, rows: readonly StatementRow[]): Promise<readonly RecordedStatement[]> {
  const head = await headsOf(
    session,
    rows.map(({ first }) => first),
  );
  return rows.map((row) => {
    const stored: StoredStatement & Partial<Corrected> = readStatement(row.corrected ?? row.json);
    const { statement, attribution, within, wording } = stored;
    return {
      id: statement.id,
      statement,
      attribution,
      within,
      wording,
      speaker: { key: row.speakerKey, kind: row.speakerKind as SpeakerKind, name: row.speakerName },
      article: head(row.first),
      appearances: row.appearances,
      corrections: stored.corrections ?? [],
    };
  });
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

const WAYS = [
  ['t.sha256 = $1', 'a.appearance_key <> t.first_appearance, a.appearance_key'],
  ['r.address = $1', 'a.current desc, a.version desc'],
  ['r.id = $1', 'a.current desc, a.appearance_key'],
] as const;

async function findAppearance(session: Session, key: string): Promise<HeadRow | undefined> {
  if (key.includes('\0')) return undefined;
  for (const [where, order] of WAYS) {
    const [row] = await session.query<HeadRow>(`${HEAD} where ${where} order by ${order} limit 1`, [key]);
    if (row !== undefined) return row;
  }
  return undefined;
}
