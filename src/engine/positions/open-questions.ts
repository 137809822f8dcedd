import type { Candidate } from './candidates.js';
import { complementOf } from './complements.js';
import { predicatesAt } from './lexicon.js';
import { verbPhrase } from './phrases.js';
import type { WordSequence } from './word-sequence.js';

/** Whether an open question can start with a word. */
export const startsQuestion = (word: string): boolean => STARTS.has(word);

export const questionStarts = (): Iterable<string> => STARTS;

const STARTS = new Set(['whether', 'if', 'what', 'how']);

/** How far before "whether" the word stands that leaves the question open, and how far behind it the verb. */
const REACH = 8;

/** "declined to say whether it would attend", "has not decided whether to sign": about a course, the side not told. */
export function openQuestion(sequence: WordSequence, at: number, sentence: number, limit: number): Candidate | null {
  const { words } = sequence;
  const word = words[at] ?? '';
  if (!startsQuestion(word)) return null;
  const open = openingWord(sequence, at, sentence, word);
  if (open < 0) return null;
  const target = questionedCourse(sequence, at + 1, limit);
  if (target === null) return null;
  return {
    rule: 'open-question',
    at,
    side: 0,
    target,
    evidence: { from: open, to: at + 1 },
    holder: sequence.roles[open] === 'cue' ? 'source' : 'own',
    role: sequence.roles[open] ?? 'content',
    shape: 'verb',
    anaphoric: false,
    negated: false,
    plain: false,
  };
}

const LEFT_OPEN = /^(?:declin|refus|n't$|not$|never$|undecided|unclear|unsure|uncertain|weigh|debat|consider|ponder|mull|discuss)/;
const DECIDING = /^(?:decid|rul|commit|made|settl|determin)/;

function openingWord(sequence: WordSequence, at: number, sentence: number, word: string): number {
  let deciding = word === 'whether' || word === 'if';
  for (let look = at - 1; look >= sentence && look >= at - REACH; look--) {
    const before = sequence.words[look] ?? '';
    if (sequence.parts[look] === 'PUNCT' && before !== '"' && before !== '“') return -1;
    if (DECIDING.test(before)) deciding = true;
    if (deciding && LEFT_OPEN.test(before)) return look;
  }
  return -1;
}

/** The course in question: behind "to", a modal, or a predicate of a stance; "was a violation" is none. */
function questionedCourse(sequence: WordSequence, from: number, limit: number) {
  const { words, parts } = sequence;
  if (words[from] === 'to') return verbPhrase(sequence, from + 1, limit);
  for (let at = from; at < limit && at < from + REACH; at++) {
    const word = words[at] ?? '';
    if (words[at + 1] === 'have') return null;
    if (/^(?:would|will|'ll|should|could)$/.test(word)) return verbPhrase(sequence, nextVerb(sequence, at + 1, limit), limit);
    for (const { predicate, to } of predicatesAt(words, at, () => false)) {
      if (predicate.target === 'subject' || parts[at] === 'NOUN') continue;
      const complement = complementOf(sequence, predicate.kind, 1, to, limit);
      if (complement !== null) return complement.target;
    }
  }
  return null;
}

function nextVerb(sequence: WordSequence, from: number, limit: number): number {
  let at = from;
  while (at < limit - 1 && (sequence.parts[at] === 'ADV' || sequence.words[at] === 'be' || sequence.words[at] === 'not')) at++;
  return at;
}
