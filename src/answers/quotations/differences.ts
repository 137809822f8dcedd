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

/** An alignment as runs of words, as they are written on each side. */
export function differences(quoted: WordRun, place: Place, { steps, from }: Alignment): readonly Difference[] {
  const runs: { kind: Step['kind']; quoted: string[]; source: string[] }[] = [];
  for (const step of steps) {
    const last = runs.at(-1);
    const run = last?.kind === step.kind ? last : { kind: step.kind, quoted: [], source: [] };
    if (run !== last) runs.push(run);
    if (step.quoted !== null) run.quoted.push(written(quoted, step.quoted));
    if (step.source !== null) run.source.push(written(place.held.run, place.words[step.source - from] ?? -1));
  }
  return runs.map((run) => ({ kind: run.kind, quoted: run.quoted.join(' '), source: run.source.join(' ') }));
}

function written({ text, spans }: WordRun, index: number): string {
  const span = spans[index];
  return span === undefined ? '' : text.slice(span.start, span.end);
}
