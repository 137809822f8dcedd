import * as lists from '../english/lists/stances.js';
import { plural, verbForms } from './inflections.js';

/** The side a predicate puts its holder on: 1 for, -1 against, 0 open. */
export type Side = 1 | 0 | -1;

export type PredicateKind =
  | 'supports'
  | 'proposes'
  | 'urges'
  | 'intends'
  | 'wants'
  | 'commits'
  | 'opposes'
  | 'bans'
  | 'announces'
  | 'enacts'
  | 'annuls'
  | 'refuses'
  | 'avoids'
  | 'condemns'
  | 'praises'
  | 'weighs'
  | 'is-willing'
  | 'is-unwilling'
  | 'is-hesitant'
  | 'support-noun'
  | 'opposition-noun'
  | 'hesitation-noun'
  | 'is-good'
  | 'is-bad'
  | 'is-open'
  | 'is-hard';

/** A class of predicates. `negated` is the side under a negation; null where a negated one takes no side. */
export interface Predicate {
  readonly kind: PredicateKind;
  readonly side: Side;
  readonly negated: Side | null;
  /** Whether the target is what follows (object, infinitive, gerund, clause), or the subject: "a truce is unacceptable". */
  readonly target: 'object' | 'subject';
  /** Whether a subject that is not plainly a course of action is judged as well: "unacceptable". */
  readonly plain: boolean;
}

interface Pattern {
  readonly rest: readonly string[];
  readonly predicate: Predicate;
}

/** Where a predicate's words were found: half-open, in words of the sequence. */
export interface Match {
  readonly predicate: Predicate;
  readonly to: number;
}

type Inflection = (base: string) => readonly string[];

const asIs: Inflection = (base) => [base];
const nounForms: Inflection = (base) => [base, plural(base)];

const patterns = new Map<string, Pattern[]>();

function add(
  list: ReadonlySet<string>,
  inflect: Inflection,
  kind: PredicateKind,
  side: Side,
  negated: Side | null,
  target: 'object' | 'subject' = 'object',
): void {
  for (const phrase of list) {
    const predicate: Predicate = { kind, side, negated, target, plain: lists.PLAIN_JUDGEMENTS.has(phrase) };
    const [first = '', ...rest] = phrase.split('_');
    for (const form of inflect(first)) {
      const bucket = patterns.get(form);
      if (bucket === undefined) patterns.set(form, [{ rest, predicate }]);
      else bucket.push({ rest, predicate });
    }
  }
}

add(lists.SUPPORTING_VERBS, verbForms, 'supports', 1, -1);
add(lists.PROPOSING_VERBS, verbForms, 'proposes', 1, null);
add(lists.ANNOUNCING_VERBS, verbForms, 'announces', 1, null);
add(lists.URGING_VERBS, verbForms, 'urges', 1, null);
add(lists.INTENDING_VERBS, verbForms, 'intends', 1, -1);
add(lists.WANTING_VERBS, verbForms, 'wants', 1, -1);
add(lists.COMMITTING_VERBS, verbForms, 'commits', 1, null);
add(lists.OPPOSING_VERBS, verbForms, 'opposes', -1, 1);
add(lists.BANNING_VERBS, verbForms, 'bans', -1, 1);
add(lists.ENACTING_VERBS, verbForms, 'enacts', 1, -1);
add(lists.ANNULLING_VERBS, verbForms, 'annuls', -1, 1);
add(lists.REFUSING_VERBS, verbForms, 'refuses', -1, 1);
add(lists.AVOIDING_VERBS, verbForms, 'avoids', -1, 1);
add(lists.CONDEMNING_VERBS, verbForms, 'condemns', -1, null);
add(lists.PRAISING_VERBS, verbForms, 'praises', 1, null);
add(lists.WEIGHING_VERBS, verbForms, 'weighs', 0, -1);
add(lists.WILLING_WORDS, asIs, 'is-willing', 1, -1);
add(lists.UNWILLING_WORDS, asIs, 'is-unwilling', -1, 1);
add(lists.HESITANT_WORDS, asIs, 'is-hesitant', 0, null);
add(lists.SUPPORTING_NOUNS, nounForms, 'support-noun', 1, -1);
add(lists.OPPOSING_NOUNS, nounForms, 'opposition-noun', -1, 1);
add(lists.HESITATING_NOUNS, nounForms, 'hesitation-noun', 0, null);
add(lists.BAD_COURSE, asIs, 'is-bad', -1, 1, 'subject');
add(lists.GOOD_COURSE, asIs, 'is-good', 1, -1, 'subject');
add(lists.OPEN_COURSE, asIs, 'is-open', 0, -1, 'subject');
add(lists.HARD_COURSE, asIs, 'is-hard', 0, null, 'subject');
for (const bucket of patterns.values()) bucket.sort((left, right) => right.rest.length - left.rest.length);

export const predicateStarts = (): Iterable<string> => patterns.keys();

/** Whether a predicate can start with a word. */
export const startsPredicate = (word: string): boolean => patterns.has(word);

/** Up to this many adverbs may stand between the words of a predicate: "calls once again for". */
const LONGEST_GAP = 2;

/** The predicates that start with the word at `at`, longest first. `isGap` tells the words that may stand inside one. */
const NONE: readonly Match[] = [];

export function predicatesAt(words: readonly string[], at: number, isGap: (index: number) => boolean): readonly Match[] {
  const bucket = patterns.get(words[at] ?? '');
  if (bucket === undefined) return NONE;
  const found: Match[] = [];
  for (const { rest, predicate } of bucket) {
    const to = matchRest(words, at + 1, rest, isGap);
    if (to >= 0) found.push({ predicate, to });
  }
  return found;
}

function matchRest(words: readonly string[], from: number, rest: readonly string[], isGap: (index: number) => boolean): number {
  let at = from;
  for (const word of rest) {
    let gap = 0;
    while (words[at] !== word && gap < LONGEST_GAP && isGap(at)) {
      at++;
      gap++;
    }
    if (words[at] !== word) return -1;
    at++;
  }
  return at;
}

/** Whether a noun names a thing that could be done or not done: "plan", "strikes". */
export const isCourseNoun = (word: string): boolean => COURSES.has(word);

/** Whether a noun names a claim, which is denied rather than refused. */
export const isClaimNoun = (word: string): boolean => CLAIMS.has(word);

const CLAIMS: ReadonlySet<string> = new Set([...lists.CLAIM_NOUNS].flatMap(nounForms));

const COURSES: ReadonlySet<string> = new Set([...lists.COURSE_NOUNS].flatMap(nounForms));
