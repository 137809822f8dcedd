import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Article, type Mode, makeArticle, type SpeakerKind } from '../src/engine/index.js';

/** Corpora and scorers lie beside the repository, never in it. */
export const SHARED = fileURLToPath(new URL('../../shared/', import.meta.url));

export type Part = 'train' | 'dev';

export type Pair = readonly [number, number];

export interface GoldAttribution {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
}

/** A line of `polnear/*.jsonl`. */
export interface NewsLine {
  readonly id: string;
  readonly outlet: string | null;
  readonly published: string | null;
  readonly author: string | null;
  readonly title: string | null;
  readonly wire: string | null;
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}

/** The part of a label that the lab itself needs; the scorer reads the rest. */
export interface LayerLabel {
  readonly attribution: number;
  readonly mode: Mode;
  readonly speaker: { readonly kind: SpeakerKind; readonly name: string | null };
}

/** A line of `layers/*.jsonl`. */
export interface LayerLine {
  readonly id: string;
  readonly labels: readonly LayerLabel[];
}

/** A line of `gum/*.jsonl`; a token is [start, end, part of speech, lemma, head, relation]. */
export interface GumLine {
  readonly id: string;
  readonly genre: string;
  readonly published: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly tokens: readonly (readonly [number, number, string, string, number, string])[];
  readonly mentions: readonly GumMention[];
}

export interface GumMention {
  readonly start: number;
  readonly end: number;
  readonly type: string;
  readonly cluster: number;
  readonly head: number;
  readonly link: string | null;
  readonly pronoun: boolean;
}

export const corpusFile = (corpus: 'polnear' | 'layers' | 'gum', part: Part): string => `${SHARED}corpora/${corpus}/${part}.jsonl`;

export function readLines<T>(file: string): readonly T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** The article of a corpus line, as a reader of plain files would deliver it. */
export function articleOf(line: NewsLine): Article {
  return makeArticle({
    id: line.id,
    text: line.text,
    language: 'en',
    published: line.published,
    outlet: line.outlet,
    title: line.title,
    authors: line.author === null ? [] : [line.author],
    wire: line.wire === 'NA' ? null : line.wire,
  });
}
