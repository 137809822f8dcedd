import type { Alignment, Step } from './align.js';
import type { Place } from './held-text.js';
import type { WordRun } from './word-run.js';

/**
 * A run of words that the quotation and its source share, or in which they differ: `left-out` stands in the source alone,
 * `put-in` in the quotation alone.
 */
export interface Difference {
  readonly kind: Step['kind'];
  readonly quoted: string;
  readonly source: string;
}

/** An alignment with a place of a text as runs of words, as they are written on each side. */
export const differences = (quoted: WordRun, place: Place, { steps, from }: Alignment): readonly Difference[] =>
  differencesBetween(
    steps,
    (index) => written(quoted, index),
    (index) => written(place.held.run, place.words[index - from] ?? -1),
  );

/** An alignment of two runs of words as runs, as they are written on each side. */
export const runDifferences = (quoted: WordRun, source: WordRun, { steps }: Alignment): readonly Difference[] =>
  differencesBetween(
    steps,
    (index) => written(quoted, index),
    (index) => written(source, index),
  );

function differencesBetween(
  steps: readonly Step[],
  quotedWord: (index: number) => string,
  sourceWord: (index: number) => string,
): readonly Difference[] {
  const runs: { kind: Step['kind']; quoted: string[]; source: string[] }[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    const run = last?.kind === step.kind ? last : { kind: step.kind, quoted: [], source: [] };
    if (run !== last) runs.push(run);
    if (step.quoted !== null) run.quoted.push(quotedWord(step.quoted));
    if (step.source !== null) run.source.push(sourceWord(step.source));
  }
  return runs.map((run) => ({ kind: run.kind, quoted: run.quoted.join(' '), source: run.source.join(' ') }));
}

function written({ text, spans }: WordRun, index: number): string {
  const span = spans[index];
  return span === undefined ? '' : text.slice(span.start, span.end);
}
