import { AUXILIARIES, CLAUSE_OPENERS } from '../english/lists/clauses.js';
import { complementOf, gapAt, opposite, standsForAnother } from './complements.js';
import { type Holder, holderBefore } from './holders.js';
import { isCourseNoun, type Match, type PredicateKind, predicateStarts, predicatesAt, type Side, startsPredicate } from './lexicon.js';
import {
  cleftCandidate,
  deonticCandidate,
  goalCandidate,
  imperativeCandidate,
  modalStarts,
  needCandidate,
  progressiveCandidate,
  refusalOfExistence,
  startsModal,
} from './modals.js';
import { openQuestion, questionStarts, startsQuestion } from './open-questions.js';
import type { OwnSide } from './own-side.js';
import { nounPhrase, phraseBefore, skipMarks, verbPhrase } from './phrases.js';
import { type VerbGroup, verbGroup } from './polarity.js';
import { endsSentence, type Role, type WordRange, type WordSequence } from './word-sequence.js';

/** One way to read a position from an attribution: what a rule saw. The finder takes the best of them. */
export interface Candidate {
  readonly rule: string;
  /** The word that the rule was found at. */
  readonly at: number;
  readonly side: Side;
  readonly target: WordRange;
  /** The words that prove the side. */
  readonly evidence: WordRange;
  readonly holder: Holder;
  readonly role: Role;
  readonly shape: 'noun' | 'verb' | 'gerund' | 'clause';
  /** Where the target only stands for a course named before ("the idea"). */
  readonly anaphoric: boolean;
  /** Whether a negation decided the side. */
  readonly negated: boolean;
  /** Whether the predicate judges any subject: "unacceptable". */
  readonly plain: boolean;
}

/** Whether any rule can start at a word; imperatives start sentences instead. Most words are told off by two letters and a length. */
function startsRule(word: string): boolean {
  if (SHAPES[shapeOf(word)] === 0) return false;
  return startsPredicate(word) || startsModal(word) || startsQuestion(word);
}

const shapeOf = (word: string): number => ((word.charCodeAt(0) & 63) << 10) | ((word.charCodeAt(1) & 63) << 4) | Math.min(word.length, 15);

const SHAPES = new Uint8Array(1 << 16);
for (const word of [...predicateStarts(), ...modalStarts(), ...questionStarts()]) SHAPES[shapeOf(word)] = 1;

/** Everything in the sequence that could be a position, in text order. */
export function findCandidates(sequence: WordSequence, own: OwnSide): readonly Candidate[] {
  const { words } = sequence;
  const found: Candidate[] = [];
  const isGap = gapAt(sequence);
  let sentence = 0;
  let limit = endOfSentence(words, 0);
  let floor = contentFloor(sequence, 0, limit);
  let past = 0;
  let covered = 0;
  for (let at = 0; at < words.length; at++) {
    if (at >= limit) {
      sentence = limit + 1;
      limit = endOfSentence(words, sentence);
      floor = contentFloor(sequence, sentence, limit);
      continue;
    }
    if (at < past || (!startsRule(words[at] ?? '') && at > floor + 2)) continue;
    const from = sequence.roles[at] === 'cue' ? sentence : Math.max(Math.min(floor, at), at - LONGEST_CLAUSE);
    const candidate = openQuestion(sequence, at, sentence, limit) ?? candidateAt(sequence, at, from, limit, own, isGap);
    if (candidate !== null && at < covered && candidate.rule.endsWith('noun')) continue;
    if (candidate === null || (sequence.denies && candidate.role === 'content')) continue;
    found.push(candidate);
    if (candidate.target.from >= at) covered = candidate.target.to;
    past = Math.max(past, candidate.evidence.to, candidate.rule === 'open-question' ? candidate.target.to : 0);
  }
  return found;
}

/** How far back a subject is looked for. */
const LONGEST_CLAUSE = 100;

/** Where the content's clause can start: a cue before it is no part of its first sentence. */
function contentFloor({ roles }: WordSequence, sentence: number, limit: number): number {
  let floor = sentence;
  while (floor < limit && roles[floor] === 'cue') floor++;
  return floor;
}

function candidateAt(
  sequence: WordSequence,
  at: number,
  sentence: number,
  limit: number,
  own: OwnSide,
  isGap: (index: number) => boolean,
): Candidate | null {
  for (const match of predicatesAt(sequence.words, at, isGap)) {
    const candidate =
      match.predicate.target === 'subject'
        ? ofSubject(sequence, at, match, sentence, limit)
        : ofObject(sequence, at, match, sentence, limit, own);
    if (candidate !== null) return candidate;
  }
  return (
    cleftCandidate(sequence, at, limit, own) ??
    needCandidate(sequence, at, sentence, limit, own) ??
    goalCandidate(sequence, at, limit) ??
    progressiveCandidate(sequence, at, sentence, limit, own) ??
    deonticCandidate(sequence, at, sentence, limit, own) ??
    refusalOfExistence(sequence, at, sentence, limit) ??
    imperativeCandidate(sequence, at, sentence, limit)
  );
}

function endOfSentence(words: readonly string[], from: number): number {
  let at = from;
  while (at < words.length && !endsSentence(words[at] ?? '')) at++;
  return at;
}

// ------------------------------------------------------------------------------------- "rejected | a truce"

const NOUN_KINDS: ReadonlySet<PredicateKind> = new Set(['support-noun', 'opposition-noun', 'hesitation-noun']);
const WORD_KINDS: ReadonlySet<PredicateKind> = new Set(['is-willing', 'is-unwilling', 'is-hesitant']);
/** What only its holder can know of: said of another, it is a report about that other. */
const INNER: ReadonlySet<PredicateKind> = new Set([
  'intends',
  'is-hesitant',
  'is-unwilling',
  'is-willing',
  'opposes',
  'proposes',
  'refuses',
  'wants',
  'weighs',
  'supports',
  'commits',
]);
/** Formal acts: read only where the cue does them. */
const FORMAL: ReadonlySet<PredicateKind> = new Set(['enacts', 'annuls']);
const COURSE_ONLY: ReadonlySet<PredicateKind> = new Set(['announces', 'condemns', 'praises']);

function ofObject(sequence: WordSequence, at: number, match: Match, sentence: number, limit: number, own: OwnSide): Candidate | null {
  const { predicate, to } = match;
  if (FORMAL.has(predicate.kind) && sequence.roles[at] !== 'cue') return null;
  if (predicate.kind === 'weighs' && sequence.roles[at] === 'content' && !/(?:ing|consider)$/.test(sequence.words[at] ?? '')) return null;
  if (!hasRightPart(sequence, at, predicate.kind)) return null;
  const group = verbGroup(sequence, at, sentence);
  if (WORD_KINDS.has(predicate.kind) && !group.copula && sequence.roles[at] === 'content' && at > sentence) return null;
  // "could pull out of the city": with a modal the act itself is the course.
  if (predicate.kind === 'bans' && (group.future || group.unsure || sequence.words[at - 1] === 'can')) return null;
  if (!group.copula && /^(?:for|against)$/.test(sequence.words[at] ?? '')) return null;
  const side = sideOf(predicate.side, predicate.negated, group);
  if (side === null) return null;
  const complement = complementOf(sequence, predicate.kind, side, to, limit) ?? contentBefore(sequence, at, side, to);
  if (complement === null || (predicate.kind === 'intends' && complement.reached === to && complement.target.to <= at)) return null;
  const { target, shape } = complement;
  if (predicate.kind === 'weighs' && shape === 'noun' && !namesCourse(sequence, target)) return null;
  if (COURSE_ONLY.has(predicate.kind) && (shape !== 'noun' || !namesCourse(sequence, target))) return null;
  // Blamed or praised is what the phrase is about: "the debate moderators" are people.
  if (COURSE_ONLY.has(predicate.kind) && !headsCourse(sequence, target)) return null;
  const role = sequence.roles[at] ?? 'content';
  const holder = role === 'cue' ? 'source' : holderOfPredicate(sequence, at, group, sentence, predicate.kind, own);
  if (holder === 'other' && INNER.has(predicate.kind)) return null;
  return {
    rule: predicate.kind,
    at,
    side: group.unsure ? 0 : complement.side,
    target,
    evidence: { from: group.negated || group.unsure ? group.from : at, to: Math.max(to, Math.min(complement.reached, target.from)) },
    holder,
    role,
    shape,
    anaphoric: standsForAnother(sequence, target),
    negated: group.negated,
    plain: predicate.plain,
  };
}

const sideOf = (plain: Side, negated: Side | null, group: VerbGroup): Side | null => (group.negated ? negated : plain);

function hasRightPart(sequence: WordSequence, at: number, kind: PredicateKind): boolean {
  const part = sequence.parts[at];
  const word = sequence.words[at] ?? '';
  if (NOUN_KINDS.has(kind)) return part === 'NOUN' || part === 'PROPN';
  if (WORD_KINDS.has(kind)) return part !== 'VERB' || /ed$/.test(word) || AUXILIARIES.has(sequence.words[at - 1] ?? '');
  if (word === 'back' && part === 'ADV') return /^(?:AUX|PART|ADV|PRON)$/.test(sequence.parts[at - 1] ?? '');
  if (part === 'NOUN' || part === 'ADJ' || part === 'PROPN') return sequence.roles[at] === 'cue' || sequence.words[at - 1] === 'to';
  return part === 'VERB' || part === 'AUX' || part === 'ADV' || part === 'ADP' || part === 'X';
}

function holderOfPredicate(
  sequence: WordSequence,
  at: number,
  group: VerbGroup,
  sentence: number,
  kind: PredicateKind,
  own: OwnSide,
): Holder {
  return holderBefore(sequence, NOUN_KINDS.has(kind) ? at : group.from, sentence, own);
}

/** "A truce, he insisted on": the cue stands last and the content before it is the target. */
function contentBefore(
  sequence: WordSequence,
  at: number,
  side: Side,
  to: number,
): { target: WordRange; side: Side; shape: 'noun'; reached: number } | null {
  if (sequence.roles[at] !== 'cue') return null;
  for (let index = to; index < sequence.roles.length; index++) if (sequence.roles[index] === 'content') return null;
  const from = skipMarks(sequence, 0, at);
  if (sequence.roles[from] !== 'content') return null;
  const target = nounPhrase(sequence, from, at);
  return target === null ? null : { target, side, shape: 'noun', reached: to };
}

/** Whether a phrase names something that could be done or not done. */
export function namesCourse(sequence: WordSequence, { from, to }: WordRange): boolean {
  for (let at = from; at < to; at++) if (isCourseNoun(sequence.words[at] ?? '')) return true;
  return standsForAnother(sequence, { from, to });
}

/** "a boycott of the vote", not "the results of the vote": the phrase's own noun is a course, or only stands for one. */
function headsCourse(sequence: WordSequence, { from, to }: WordRange): boolean {
  let head = from;
  while (head + 1 < to && !/^(?:ADP|PART|SCONJ)$/.test(sequence.parts[head + 1] ?? '')) head++;
  return isCourseNoun(sequence.words[head] ?? '') || standsForAnother(sequence, { from, to });
}

// ------------------------------------------------------------------------------------- "a truce | is unacceptable"

function ofSubject(sequence: WordSequence, at: number, match: Match, sentence: number, limit: number): Candidate | null {
  const { predicate, to } = match;
  const group = verbGroup(sequence, skipDegree(sequence, at, sentence), sentence);
  const called = group.copula ? null : calledBefore(sequence, group.from, sentence);
  if (!group.copula && called === null) return null;
  const side = sideOf(predicate.side, predicate.negated, group);
  if (side === null) return null;
  // "It is hard to dispute": said of a fact.
  if (predicate.kind === 'is-bad' && isPastFact(sequence, to, limit)) return null;
  if (predicate.kind === 'is-hard' && sequence.words[group.from - 1] === 'it') return null;
  const named =
    (predicate.kind === 'is-hard' ? subjectBefore(sequence, group.from, sentence, false) : null) ??
    behindIt(sequence, at, to, limit) ??
    called ??
    subjectBefore(sequence, group.from, sentence, predicate.plain && !isPast(sequence, group.from, at));
  if (named === null) return null;
  return {
    rule: predicate.kind,
    at,
    side: group.unsure && predicate.kind !== 'is-open' ? 0 : named.opposed ? opposite(side) : side,
    target: named.target,
    evidence: { from: Math.min(group.from, at), to },
    holder: 'source',
    role: sequence.roles[at] ?? 'content',
    shape: named.shape,
    anaphoric: standsForAnother(sequence, named.target),
    negated: group.negated,
    plain: predicate.plain,
  };
}

/** "is absolute insanity", "is a very welcome tack": what may stand between the copula and the predicate. */
function skipDegree(sequence: WordSequence, at: number, sentence: number): number {
  let from = at;
  while (
    from > sentence &&
    at - from < 3 &&
    /^(?:ADJ|ADV|DET|PUNCT)$/.test(sequence.parts[from - 1] ?? '') &&
    !/^(?:not|never|n't|,|no)$/.test(sequence.words[from - 1] ?? '')
  )
    from--;
  return from;
}

/** "It is absurd that you had four hundred votes": what is judged has happened. */
function isPastFact({ words, parts }: WordSequence, from: number, limit: number): boolean {
  if (words[from] !== 'that') return false;
  for (let at = from + 1; at < limit && at < from + 6; at++)
    if (parts[at] === 'VERB' || parts[at] === 'AUX') return /(?:ed|had|was|were|did)$/.test(words[at] ?? '');
  return false;
}

interface Named {
  readonly target: WordRange;
  readonly shape: 'noun' | 'verb';
  readonly opposed?: boolean;
}

/** "it is wrong to negotiate", "it is essential that Tarvia withdraw". */
function behindIt(sequence: WordSequence, _at: number, to: number, limit: number): Named | null {
  const { words } = sequence;
  let at = to;
  if (words[at] === 'for') while (at < limit && at < to + 8 && words[at] !== 'to') at++;
  if (words[at] === 'to') {
    if (/^(?:required|needed)$/.test(words[to - 1] ?? '')) return null;
    const target = verbPhrase(sequence, at + 1, limit);
    return target === null ? null : { target, shape: 'verb' };
  }
  if (words[at] === 'not' && words[at + 1] === 'to') {
    const target = verbPhrase(sequence, at + 2, limit);
    return target === null ? null : { target, shape: 'verb', opposed: true };
  }
  if (words[at] !== 'that') return null;
  const complement = complementOf(sequence, 'proposes', 1, at, limit);
  return complement === null ? null : { target: complement.target, shape: 'verb' };
}

/** "called the plan unacceptable": no copula, the phrase before it is an object of the cue. */
function calledBefore(sequence: WordSequence, before: number, sentence: number): Named | null {
  if (!sequence.calls) return null;
  const to = sequence.words[before - 1] === 'as' ? before - 1 : before;
  return subjectBefore(sequence, to, sentence, false);
}

const isPast = (sequence: WordSequence, from: number, to: number): boolean => {
  for (let at = from; at < to; at++) if (/^(?:was|were|been)$/.test(sequence.words[at] ?? '')) return true;
  return false;
};

function subjectBefore(sequence: WordSequence, before: number, sentence: number, plain: boolean): Named | null {
  const gerund = gerundSubject(sequence, before, sentence) ?? ideaOf(sequence, before, sentence);
  if (gerund !== null) return { target: gerund, shape: 'verb' };
  const target = phraseBefore(sequence, before, sentence);
  if (target === null || !(namesCourse(sequence, target) || (plain && isThing(sequence, target)))) return null;
  return { target, shape: 'noun' };
}

/** "The idea of tracking down and deporting people is absurd": the gerund behind a noun at the start of the clause. */
function ideaOf(sequence: WordSequence, before: number, sentence: number): WordRange | null {
  const { words, parts } = sequence;
  for (let at = before - 2; at > sentence && at > before - FARTHEST_IDEA; at--) {
    if (CLAUSE_OPENERS.has(words[at] ?? '') || words[at] === ',' || parts[at] === 'AUX') return null;
    if (words[at] !== 'of' || !IDEA.test(words[at - 1] ?? '') || parts[at + 1] !== 'VERB' || !/ing$/.test(words[at + 1] ?? '')) continue;
    return { from: at + 1, to: before };
  }
  return null;
}

const FARTHEST_IDEA = 20;
const IDEA = /^(?:concept|idea|notion|policy|practice|prospect|thought)$/;

/** Not a person and not a pronoun: its head is a common noun or the name of an event. */
const isThing = (sequence: WordSequence, { to }: WordRange): boolean =>
  sequence.parts[to - 1] === 'NOUN' || /xit$/.test(sequence.words[to - 1] ?? '');

/** "Arming more people is insane": a gerund at the start of the sentence. */
function gerundSubject(sequence: WordSequence, before: number, sentence: number): WordRange | null {
  let start = sentence;
  while (start < before && (sequence.roles[start] === 'cue' || sequence.words[start] === 'that')) start++;
  const from = skipMarks(sequence, start, before);
  if (from >= before || !/ing$/.test(sequence.words[from] ?? '') || sequence.parts[from] !== 'VERB') return null;
  return verbPhrase(sequence, from, before);
}
