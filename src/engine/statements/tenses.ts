import type { WordSource } from '../dates/word-source.js';
import { PAST_VERBS } from '../english/lists/past-verbs.js';
import type { TokenRange } from '../model.js';

/**
 * How a cue stands to time: "said" past, "says" present, "has said" perfect, "had said" pluperfect, "will say" future,
 * "would say" conditional, "saying" participle, "to say" infinitive, "according to" none.
 */
export type Tense = 'past' | 'present' | 'perfect' | 'pluperfect' | 'future' | 'conditional' | 'participle' | 'infinitive' | 'none';

const AUXILIARIES: ReadonlyMap<string, Tense> = new Map([
  ["'d", 'conditional'],
  ["'ll", 'future'],
  ["'s", 'present'],
  ["'ve", 'perfect'],
  ['are', 'present'],
  ['can', 'conditional'],
  ['could', 'conditional'],
  ['did', 'past'],
  ['do', 'present'],
  ['does', 'present'],
  ['had', 'pluperfect'],
  ['has', 'perfect'],
  ['have', 'perfect'],
  ['is', 'present'],
  ['may', 'conditional'],
  ['might', 'conditional'],
  ['must', 'conditional'],
  ['should', 'conditional'],
  ['to', 'infinitive'],
  ['was', 'past'],
  ['were', 'past'],
  ['will', 'future'],
  ['would', 'conditional'],
]);

/** The tense of a cue, by its first auxiliary or the form of its first full verb. */
export function tenseOf(words: WordSource, cue: readonly TokenRange[]): Tense {
  const first = cue[0];
  if (first === undefined) return 'none';
  for (let at = first.from; at < first.to; at++) {
    const lower = words.lower[at] ?? '';
    const auxiliary = AUXILIARIES.get(lower);
    if (auxiliary !== undefined) return perfectOrPossession(words, at, auxiliary, first.to);
    const pos = words.pos[at];
    if (pos === 'VERB' || pos === 'AUX' || PAST_VERBS.has(lower)) return formOf(lower);
  }
  const last = words.lower[first.from] ?? '';
  return last.endsWith('ed') ? 'past' : 'none';
}

/** "has said" is perfect, "has plans" present, "had a plan" past. */
function perfectOrPossession(words: WordSource, at: number, auxiliary: Tense, to: number): Tense {
  if (auxiliary !== 'perfect' && auxiliary !== 'pluperfect') return auxiliary;
  for (let next = at + 1; next < to; next++) {
    const lower = words.lower[next] ?? '';
    if (PAST_VERBS.has(lower) || lower.endsWith('ed') || lower.endsWith('en') || lower === 'been') return auxiliary;
  }
  return auxiliary === 'perfect' ? 'present' : 'past';
}

function formOf(verb: string): Tense {
  if (verb.endsWith('ing')) return 'participle';
  if (verb.endsWith('ed') || PAST_VERBS.has(verb)) return 'past';
  return 'present';
}
