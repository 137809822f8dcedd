import { AUXILIARIES, FUTURE_MODALS, NEGATIVE_SUBJECTS, NEGATORS, UNSURE_MODALS } from '../english/lists/clauses.js';
import { isQuotationMark, type WordSequence } from './word-sequence.js';

/** What stands around a predicate in its verb group: "has never", "would not", "may". */
export interface VerbGroup {
  /** The first word of the group: its subject ends before it. */
  readonly from: number;
  readonly negated: boolean;
  /** "may", "might", "perhaps": the side is left open. */
  readonly unsure: boolean;
  /** "will", "would". */
  readonly future: boolean;
  /** A form of "be" directly before: "was rejected", "is ready". */
  readonly copula: boolean;
}

const LONGEST_GROUP = 8;
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", "'re", "'m", 'am', 'remains', 'remain', 'seems', 'stands']);

/** Reads the verb group leftwards from the predicate at `at`, not before `floor`. Linear in the group, which is short. */
export function verbGroup(sequence: WordSequence, at: number, floor: number): VerbGroup {
  const { words, parts } = sequence;
  let from = at;
  let negations = 0;
  let unsure = false;
  let future = false;
  let copula = false;
  while (from > floor && at - from < LONGEST_GROUP) {
    const word = words[from - 1] ?? '';
    const part = parts[from - 1] ?? 'X';
    if (isQuotationMark(word)) {
      from--;
      continue;
    }
    if (NEGATORS.has(word)) negations++;
    else if (word === 'no' && words[from] === 'longer') negations++;
    else if (AUXILIARIES.has(word) || word === 'to' || word === 'longer' || word === 'yet') {
      future ||= FUTURE_MODALS.has(word);
      copula ||= BE.has(word);
    } else if (part !== 'ADV' && !UNSURE_MODALS.has(word)) break;
    unsure ||= UNSURE_MODALS.has(word);
    from--;
  }
  if (isNegativeSubject(sequence, from, floor)) negations++;
  return { from, negated: negations % 2 === 1, unsure, future, copula };
}

/** "no one refuses", "nobody in Osterin wants", "none of them". */
function isNegativeSubject(sequence: WordSequence, before: number, floor: number): boolean {
  const { words, parts } = sequence;
  for (let at = before - 1; at >= floor && at >= before - 6; at--) {
    const word = words[at] ?? '';
    if (NEGATIVE_SUBJECTS.has(word)) return true;
    if (word === 'no') return true;
    const part = parts[at];
    if (part === 'PUNCT' || part === 'VERB' || part === 'AUX' || part === 'SCONJ') return false;
  }
  return false;
}
