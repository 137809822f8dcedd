import type { Block, SpeakerKind } from '../../engine/index.js';
import type { ArticleHead, Failure, LookedAt, RecordedStatement, SpeakerSummary } from '../statement-record.js';
import { readHead, readStatement, type StoredStatement } from '../stored.js';
import { verifyText } from '../verify-text.js';
import type * as queries from './queries.js';

/** What the rows of every store mean. Stores fetch them each in their own way. */

/** One version of an article, as {@link HEAD} selects it. */
export interface HeadRow {
  readonly key: number;
  readonly address: string;
  readonly sha256: string;
  readonly version: number;
  readonly current: number;
  readonly filed: string | null;
  readonly head: string;
}

export const HEAD = `select a.appearance_key as key, r.address, t.sha256, a.version, a.current, a.filed, a.head
  from appearances a join articles r on r.article_key = a.article_key join texts t on t.text_key = a.text_key`;

/** What an article can be asked for by, in the order in which it is tried, and which of several is meant. */
export const WAYS_TO_AN_ARTICLE = [
  { column: 't.sha256', order: 'a.appearance_key <> t.first_appearance, a.appearance_key' },
  { column: 'r.address', order: 'a.current desc, a.version desc' },
  { column: 'r.id', order: 'a.current desc, a.appearance_key' },
] as const;

export const headOf = (row: HeadRow): ArticleHead => ({
  ...readHead(row.head),
  address: row.address,
  sha256: row.sha256,
  version: row.version,
  current: row.current === 1,
  filed: row.filed,
});

/** Written beside a statement that a correction changed. */
interface Corrected {
  readonly corrections: readonly string[];
}

export function recordedStatement(row: queries.StatementRow, article: ArticleHead): RecordedStatement {
  const stored: StoredStatement & Partial<Corrected> = readStatement(row.corrected ?? row.json);
  const { statement, attribution, within, wording } = stored;
  return {
    id: statement.id,
    statement,
    attribution,
    within,
    wording,
    speaker: { key: row.speakerKey, kind: row.speakerKind as SpeakerKind, name: row.speakerName },
    article,
    appearances: row.appearances,
    corrections: stored.corrections ?? [],
  };
}

export const lookedAtOf = (row: queries.LookedAtRow | undefined): LookedAt => ({
  articles: row?.articles ?? 0,
  imported: row?.imported ?? 0,
  outlets: row?.outlets ?? 0,
  from: row?.first ?? null,
  to: row?.last ?? null,
});

/** Speakers with the other names and the offices that were found for them. */
export function speakerSummaries(
  rows: readonly queries.SpeakerRow[],
  names: readonly { readonly speaker: number; readonly name: string }[],
  roles: readonly queries.RoleRow[],
): readonly SpeakerSummary[] {
  const variants = new Map<number, string[]>();
  for (const { speaker, name } of names) variants.set(speaker, [...(variants.get(speaker) ?? []), name]);
  return rows.map(({ speaker, key, kind, name, statements, first, last }) => ({
    key,
    kind: kind as SpeakerKind,
    name,
    variants: (variants.get(speaker) ?? []).filter((variant) => variant !== name),
    statements,
    from: first,
    to: last,
    roles: roles.filter((role) => role.speaker === speaker).map(({ role, first: from, last: to }) => ({ role, from, to })),
  }));
}

export interface VerifiedText {
  readonly key: number;
  readonly sha256: string;
  readonly body: Uint8Array;
  readonly blocks: string;
  readonly address: string;
}

export interface VerifiedRow {
  readonly id: string;
  readonly words: string;
  readonly json: string;
  readonly corrected: string | null;
}

/** What a stored text and its stored statements claim and do not hold. */
export function failuresOf(text: VerifiedText, rows: readonly VerifiedRow[]): readonly Failure[] {
  const statements = rows.map(({ id, words, json, corrected }) => ({
    id,
    words,
    stored: readStatement(json),
    corrected: corrected === null ? null : readStatement(corrected),
  }));
  return verifyText({ ...text, blocks: JSON.parse(text.blocks) as readonly Block[], statements });
}
