import type { Day } from '../../engine/index.js';
import type { Exported } from './exported.js';

/** One statement as a flat row. Fields are added at the end, never changed. Null where the article does not say. */
export interface ExportRow {
  readonly id: string;
  readonly speaker: string | null;
  readonly speaker_kind: string;
  readonly speaker_key: string;
  readonly said_from: Day | null;
  readonly said_to: Day | null;
  readonly said_basis: string;
  readonly retold: boolean;
  readonly words: string;
  readonly manner: string;
  readonly mode: string;
  readonly act: string;
  readonly whom: string | null;
  readonly addressee: string | null;
  readonly occasion: string | null;
  readonly target: string | null;
  readonly stance: string | null;
  readonly condition: string | null;
  readonly outlet: string | null;
  readonly published: Day | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly article: string;
  readonly sha256: string;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly corrections: number;
  /** Whether `words` are cut to an excerpt. */
  readonly cut: boolean;
  /** The collection that it was taken over from; null where the engine read it in an article. */
  readonly imported: string | null;
  readonly usage_terms: string | null;
  /** The article's text; null unless full texts were asked for, and where terms of use stand against it. */
  readonly text: string | null;
}

export type ColumnKind = 'text' | 'integer' | 'number' | 'boolean';

/** The columns of every table that is exported, in order, with what they hold. */
export const COLUMNS = {
  id: 'text',
  speaker: 'text',
  speaker_kind: 'text',
  speaker_key: 'text',
  said_from: 'text',
  said_to: 'text',
  said_basis: 'text',
  retold: 'boolean',
  words: 'text',
  manner: 'text',
  mode: 'text',
  act: 'text',
  whom: 'text',
  addressee: 'text',
  occasion: 'text',
  target: 'text',
  stance: 'text',
  condition: 'text',
  outlet: 'text',
  published: 'text',
  title: 'text',
  url: 'text',
  article: 'text',
  sha256: 'text',
  start: 'integer',
  end: 'integer',
  confidence: 'number',
  corrections: 'integer',
  cut: 'boolean',
  imported: 'text',
  usage_terms: 'text',
  text: 'text',
} as const satisfies Readonly<Record<keyof ExportRow, ColumnKind>>;

export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly (keyof ExportRow)[];

export function exportRow({ recorded, words, cut, text }: Exported): ExportRow {
  const { id, statement, attribution, wording, speaker, article, corrections } = recorded;
  const { spans } = statement.citation;
  return {
    id,
    speaker: speaker.name,
    speaker_kind: speaker.kind,
    speaker_key: speaker.key,
    said_from: statement.said.from,
    said_to: statement.said.to,
    said_basis: statement.said.basis,
    retold: statement.said.retold,
    words,
    manner: attribution.manner,
    mode: attribution.mode,
    act: statement.act,
    whom: wording.whom,
    addressee: wording.addressee,
    occasion: wording.occasion,
    target: wording.target,
    stance: statement.position?.stance ?? null,
    condition: wording.condition,
    outlet: article.outlet,
    published: article.published,
    title: article.title,
    url: article.url,
    article: article.id,
    sha256: article.sha256,
    start: spans[0]?.start ?? 0,
    end: spans.at(-1)?.end ?? 0,
    confidence: attribution.confidence,
    corrections: corrections.length,
    cut,
    imported: article.imported,
    usage_terms: article.usageTerms,
    text,
  };
}
