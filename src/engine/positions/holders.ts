import { CLAUSE_OPENERS, FIRST_PERSON, OFFICES, OWN_SIDES, THIRD_PERSON } from '../english/lists/clauses.js';
import type { OwnSide } from './own-side.js';
import { phraseBefore } from './phrases.js';
import { verbGroup } from './polarity.js';
import { isQuotationMark, type WordRange, type WordSequence } from './word-sequence.js';

/** Who holds what a predicate says: the source itself or its side, a country or party that may be its side, another, somebody of whom the article does not tell which, or nobody named. */
export type Holder = 'source' | 'own' | 'side' | 'other' | 'unknown' | 'none';

/** The holder of a predicate in the content whose verb group starts at `before`. */
export function holderBefore(sequence: WordSequence, before: number, floor: number, side: OwnSide): Holder {
  const subject = phraseBefore(sequence, before, floor) ?? sharedSubject(sequence, before, floor);
  return subject === null ? 'none' : holderOf(sequence, subject, side);
}

/** How far back the first of two joined verbs is looked for. */
const FARTHEST_JOINED = 20;

/** "She met the mayor | and asked him": the subject of the verb before, where a conjunction joins the two. */
function sharedSubject(sequence: WordSequence, before: number, floor: number): WordRange | null {
  const { words, parts } = sequence;
  let joint = before - 1;
  while (joint > floor && isQuotationMark(words[joint] ?? '')) joint--;
  if (joint <= floor || !/^(?:and|but|or)$/.test(words[joint] ?? '')) return null;
  for (let at = joint - 1; at > floor && at > joint - FARTHEST_JOINED; at--) {
    if (CLAUSE_OPENERS.has(words[at] ?? '')) return null;
    if ((parts[at] !== 'VERB' && parts[at] !== 'AUX') || words[at - 1] === 'to' || /ing$/.test(words[at] ?? '')) continue;
    const subject = phraseBefore(sequence, verbGroup(sequence, at, floor).from, floor);
    if (subject !== null) return subject;
  }
  return null;
}

export function holderOf(sequence: WordSequence, { from, to }: WordRange, side: OwnSide): Holder {
  const { words, quoted, capital } = sequence;
  const head = words[to - 1] ?? '';
  const first = words[from] ?? '';
  if (first === 'your') return 'other';
  if (FIRST_PERSON.has(head) || FIRST_PERSON.has(first)) return 'own';
  if (side.observes && !THIRD_PERSON.has(head)) return first === 'there' || first === 'no' ? 'none' : 'other';
  if (to === from + 1 && THIRD_PERSON.has(head)) return quoted[from] ? 'other' : 'own';
  for (let at = from; at < to; at++) if (capital[at] && side.isOwn(words[at] ?? '')) return 'own';
  if (OFFICES.has(head)) return side.speaksForAnother ? 'own' : quoted[from] ? 'side' : 'unknown';
  if (isNamed(sequence, from, to + 1)) return to === from + 1 && !quoted[from] ? side.mayBeSide(head) : 'unknown';
  if (!OWN_SIDES.has(head)) return first === 'there' || first === 'no' ? 'none' : 'other';
  return quoted[from] && !side.speaksForAnother && !isThis(words, from, to) ? 'other' : 'own';
}

const isThis = (words: readonly string[], from: number, to: number): boolean =>
  words.slice(from, to).some((word) => word === 'this' || word === 'our');

/** "the Tarvian government": a side that is named is somebody's in particular. */
function isNamed(sequence: WordSequence, from: number, to: number): boolean {
  for (let at = from; at < to - 1; at++) if (sequence.parts[at] === 'PROPN') return true;
  return false;
}
