import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Mode } from '../src/engine/index.js';
import { corpusFile, type NewsLine, type Pair, type Part, readLines } from './corpora.js';
import type { SaidLabel } from './date-examples.js';

/** What a label says of an attribution beside its speaker: when, to whom, where, and what is done by it. */
export interface StatementLabel {
  readonly attribution: number;
  readonly said: SaidLabel;
  readonly addressee: Pair | null;
  readonly occasion: Pair | null;
  readonly act: string;
  /** Only the shared layers have it. */
  readonly mode?: Mode;
}

export interface LabelledArticle {
  readonly id: string;
  readonly labels: readonly StatementLabel[];
  /** Where the labels come from: the shared layers, or `lab/labels`. */
  readonly from: 'layers' | 'lab';
}

/**
 * The labelled articles of one part: the shared layers, and for train also those of `lab/labels/train.jsonl`, which hold
 * places and labels but none of the articles' words: their ids, made of headlines, are hashed.
 */
export function labelledArticles(part: Part): readonly LabelledArticle[] {
  const read = (file: string, from: LabelledArticle['from']): readonly LabelledArticle[] =>
    readLines<Omit<LabelledArticle, 'from'>>(file).map((line) => ({ ...line, from }));
  const layers = read(corpusFile('layers', part), 'layers');
  if (part === 'dev') return layers;
  const ids = new Map(readLines<NewsLine>(corpusFile('polnear', part)).map(({ id }) => [idHash(id), id]));
  const own = read(fileURLToPath(new URL('labels/train.jsonl', import.meta.url)), 'lab');
  return [...layers, ...own.map((article) => ({ ...article, id: ids.get(article.id) ?? article.id }))];
}

const idHash = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 16);

/** The news lines of some labelled articles. */
export function newsOf(part: Part, articles: readonly LabelledArticle[]): readonly NewsLine[] {
  const ids = new Set(articles.map(({ id }) => id));
  return readLines<NewsLine>(corpusFile('polnear', part)).filter(({ id }) => ids.has(id));
}
