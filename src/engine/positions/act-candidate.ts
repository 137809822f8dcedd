import type { Act } from '../model.js';
import type { Candidate } from './candidates.js';
import { isGerund } from './complements.js';
import { isCourseNoun, type Side } from './lexicon.js';
import { nounPhrase, phraseBefore, skipMarks, verbPhrase } from './phrases.js';
import type { WordRange, WordSequence } from './word-sequence.js';

/** The side that an act takes by itself; null for acts that take none. */
export function sideOfAct(act: Act): Side | null {
  switch (act) {
    case 'demands':
    case 'offers':
    case 'promises':
    case 'agrees':
    case 'threatens':
      return 1;
    case 'rejects':
      return -1;
    default:
      return null;
  }
}

/** A position that only the act tells: the first course of action that the content names. Null where it names none. */
export function actCandidate(sequence: WordSequence, act: Act): Candidate | null {
  const side = sideOfAct(act);
  if (side === null) return null;
  const from = sequence.roles.indexOf('content');
  if (from < 0) return null;
  const target = firstCourse(sequence, from);
  if (target === null) return null;
  return {
    rule: 'act',
    at: from,
    side,
    target,
    evidence: { from: sequence.roles.includes('cue') ? sequence.roles.indexOf('cue') : from, to: from > 0 ? from : target.to },
    holder: 'source',
    role: 'content',
    shape: 'noun',
    anaphoric: false,
    negated: false,
    plain: false,
  };
}

function firstCourse(sequence: WordSequence, from: number): WordRange | null {
  const { words, parts } = sequence;
  const limit = words.length;
  const start = skipMarks(sequence, from, limit);
  if (isGerund(sequence, start)) return verbPhrase(sequence, start, limit);
  for (let at = start; at < limit; at++) {
    if (words[at] === 'to' && parts[at + 1] === 'VERB') return verbPhrase(sequence, at + 1, limit);
    if (parts[at] !== 'NOUN' || !isCourseNoun(words[at] ?? '')) continue;
    const before = phraseBefore(sequence, at + 1, start);
    return before === null ? null : nounPhrase(sequence, before.from, limit);
  }
  return nounPhrase(sequence, start, limit);
}
