import { DUTY_MODALS, FUTURE_MODALS, STATIVE_VERBS } from '../english/lists/clauses.js';
import { PAST_VERBS } from '../english/lists/past-verbs.js';
import { CHOSEN_VERBS, GOAL_NOUNS, RHETORICAL_VERBS } from '../english/lists/stances.js';
import type { Candidate } from './candidates.js';
import { complementOf, gapAt, isGerund, isVerbLike, opposite, withoutObject } from './complements.js';
import { type Holder, holderBefore } from './holders.js';
import { verbForms } from './inflections.js';
import { isCourseNoun, predicatesAt, type Side } from './lexicon.js';
import type { OwnSide } from './own-side.js';
import { nounPhrase, phraseBefore, skipMarks, verbPhrase } from './phrases.js';
import { verbGroup } from './polarity.js';
import { isQuotationMark, type WordRange, type WordSequence } from './word-sequence.js';

/** Sides taken by a modal, an imperative, or a "there will be no": no predicate of the lists is needed. */

export const modalStarts = (): readonly string[] => [...DUTY_MODALS, ...FUTURE_MODALS, ...GOAL_NOUNS, ...OTHER_STARTS];

/** Whether one of these rules can start with a word; imperatives start with any verb. */
export const startsModal = (word: string): boolean =>
  DUTY_MODALS.has(word) || FUTURE_MODALS.has(word) || GOAL_NOUNS.has(word) || OTHER_STARTS.has(word);

const OTHER_STARTS = new Set([
  'am',
  'are',
  'is',
  "'m",
  "'re",
  "'s",
  'was',
  'were',
  'have',
  'has',
  'need',
  'needs',
  'got',
  'going',
  'about',
  'cannot',
  'can',
  'ca',
  'could',
  'no',
  'not',
]);

interface Modal {
  readonly kind: 'duty' | 'future' | 'ability';
  /** The first word behind the modal's own words. */
  readonly to: number;
}

function modalAt(sequence: WordSequence, at: number): Modal | null {
  const { words } = sequence;
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  if (DUTY_MODALS.has(word)) return { kind: 'duty', to: word === 'ought' && next === 'to' ? at + 2 : at + 1 };
  if ((word === 'have' || word === 'has' || (/^needs?$/.test(word) && sequence.parts[at] !== 'NOUN') || word === 'got') && next === 'to')
    return { kind: 'duty', to: at + 2 };
  if ((word === 'going' && next === 'to') || (word === 'about' && next === 'to')) return { kind: 'future', to: at + 2 };
  // "he'd left" had been done, "he'd leave" would be.
  if (word === "'d" && (/(?:ed|en|n't)$/.test(next) || PAST_VERBS.has(next) || sequence.parts[at + 1] !== 'VERB')) return null;
  if (FUTURE_MODALS.has(word)) return { kind: 'future', to: at + 1 };
  if (word === 'cannot' || word === 'can' || word === 'ca' || word === 'could') return { kind: 'ability', to: at + 1 };
  return null;
}

/** "the bill should be passed", "we will sign", "we cannot accept": by a modal verb. */
export function deonticCandidate(sequence: WordSequence, at: number, sentence: number, limit: number, own: OwnSide): Candidate | null {
  const modal = modalAt(sequence, at);
  if (modal === null) return null;
  const { words } = sequence;
  const group = verbGroup(sequence, at, sentence);
  let verb = modal.to;
  let negated = words[at] === 'cannot' || group.negated;
  while (verb < limit && verb < modal.to + 4 && isBetween(sequence, verb)) {
    if (isNegator(words[verb] ?? '')) negated = true;
    verb++;
  }
  if (words[verb] === 'be' && isGerund(sequence, verb + 1)) verb++;
  if (verb >= limit) return null;
  const doubt = doubtOf(sequence, group.from, sentence, own);
  if (doubt === 'of another') return null;
  if (doubt === 'doubted') negated = !negated;
  const holder = sequence.roles[at] === 'cue' ? 'source' : holderBefore(sequence, group.from, sentence, own);
  if (modal.kind === 'ability' && holder !== 'own') return null;
  // "our troops could leave" is open, and a side only under a condition: who asks for one tells.
  if (modal.kind === 'ability' && !negated) return activeOf(sequence, at, verb, limit, modal, 0, holder);
  return (
    passiveOf(sequence, at, verb, sentence, modal, negated, holder) ?? activeOf(sequence, at, verb, limit, modal, negated ? -1 : 1, holder)
  );
}

/**
 * Who says that something should be done, where the content tells. "I do not think (that) we should sign": the negation stands
 * with the thinking and means the deed. "They say we should sign", "he never suggested we should": another's word, or none.
 */
function doubtOf(sequence: WordSequence, before: number, sentence: number, own: OwnSide): 'doubted' | 'of another' | null {
  const { words, roles } = sequence;
  const subject = phraseBefore(sequence, before, sentence);
  if (subject === null) return null;
  const thinking = words[subject.from - 1] === 'that' ? subject.from - 2 : subject.from - 1;
  const word = words[thinking] ?? '';
  if (thinking <= sentence || roles[thinking] === 'cue' || !(DOUBTED.test(word) || TOLD.test(word))) return null;
  const group = verbGroup(sequence, thinking, sentence);
  if (group.negated) return DOUBTED.test(word) ? 'doubted' : 'of another';
  return TOLD.test(word) && sequence.quoted[thinking] && holderBefore(sequence, group.from, sentence, own) === 'other'
    ? 'of another'
    : null;
}

const DOUBTED = /^(?:think|believe)$/;
const TOLD = /^(?:argue|argued|argues|claim|claimed|claims|said|say|says|suggest|suggested|suggests)$/;

/** Adverbs, negators and marks between a modal and its verb; taggers take some verbs for adverbs. */
const isBetween = (sequence: WordSequence, at: number): boolean =>
  sequence.parts[at] === 'ADV' ||
  /^(?:kind|sort|of)$/.test(sequence.words[at] ?? '') ||
  isQuotationMark(sequence.words[at] ?? '') ||
  isNegator(sequence.words[at] ?? '');

const isNegator = (word: string): boolean => word === 'not' || word === "n't" || word === 'never';

/** "We should be worried": no course of action. */
const FEELING = /^(?:asham|concern|disappoint|embarrass|frighten|pleas|scar|shock|surpris|terrifi|tir|worri)/;
const TOLERATING = /^(?:accept|allow|toler|permit|recogni|ratif|sign)/;
const PASSING = /^(?:pass|adopt|approv|accept|back|support|sign|ratif|endors|held|done|made|implement|introduc|maintain|kept)/;

/** "the bill should be passed", "strikes will not be tolerated". */
function passiveOf(
  sequence: WordSequence,
  at: number,
  verb: number,
  sentence: number,
  modal: Modal,
  negated: boolean,
  holder: Holder,
): Candidate | null {
  const { words, parts } = sequence;
  if (words[verb] !== 'be') return null;
  let participle = verb + 1;
  while (parts[participle] === 'ADV') participle++;
  const word = words[participle] ?? '';
  if (parts[participle] !== 'VERB' || /ing$/.test(word) || FEELING.test(word)) return null;
  if (modal.kind === 'future' && !(negated && TOLERATING.test(word)) && holder !== 'own') return null;
  const subject = phraseBefore(sequence, at, sentence);
  if (subject === null) return null;
  const opposes = predicatesAt(words, participle, gapAt(sequence)).some((match) => match.predicate.kind === 'opposes');
  const side: Side = negated ? -1 : 1;
  const target: WordRange = opposes || PASSING.test(word) || TOLERATING.test(word) ? subject : { from: subject.from, to: participle + 1 };
  return make(
    sequence,
    'must-be-done',
    at,
    participle + 1,
    target,
    opposes ? opposite(side) : side,
    holder === 'own' ? 'own' : 'none',
    negated,
    'noun',
  );
}

function activeOf(
  sequence: WordSequence,
  at: number,
  verb: number,
  limit: number,
  modal: Modal,
  side: Side,
  holder: Holder,
): Candidate | null {
  const { words, parts } = sequence;
  const word = words[verb] ?? '';
  if (!/^(?:VERB|NOUN|ADJ)$/.test(parts[verb] ?? '')) return null;
  if (modal.kind === 'future' && holder !== 'own' && holder !== 'side') return null;
  const negated = side === -1;
  const inner = innerOf(sequence, verb, side, limit);
  if (word === 'have' && inner === null && !hasCourse(sequence, verb + 1, limit)) return null; // "will have a hard time"
  if (inner === null && negated && words[at] === 'could') return null; // "could not sleep": it did not come to it.
  if (inner !== null)
    return make(sequence, `${modal.kind}-${inner.rule}`, at, inner.reached, inner.target, inner.side, holder, negated, inner.shape);
  if (isStative(sequence, verb) || !isVerbLike(sequence, verb) || (isGerund(sequence, verb) && words[verb - 1] !== 'be')) return null;
  const none = withoutObject(sequence, side, verb, limit);
  if (none !== null) return make(sequence, modal.kind, at, verb, none.target, none.side, holder, true, 'verb');
  const target = verbPhrase(sequence, verb, limit);
  return target === null ? null : make(sequence, modal.kind, at, verb, target, side, holder, negated, 'verb');
}

/** "We will have a vote": what is had is a course. */
function hasCourse(sequence: WordSequence, from: number, limit: number): boolean {
  const object = nounPhrase(sequence, from, limit);
  return object !== null && namesReform(sequence, object);
}

/** "It will look bad" is no course of action, "we will look for another partner" is one. */
const isStative = ({ words }: WordSequence, at: number): boolean =>
  STATIVE_VERBS.has(words[at] ?? '') && !(words[at] === 'look' && /^(?:for|into)$/.test(words[at + 1] ?? ''));

function innerOf(sequence: WordSequence, verb: number, side: Side, limit: number) {
  for (const { predicate, to } of predicatesAt(sequence.words, verb, gapAt(sequence))) {
    if (predicate.target === 'subject' || predicate.kind === 'support-noun' || predicate.kind === 'opposition-noun') continue;
    if (predicate.kind === 'enacts' || predicate.kind === 'annuls') continue;
    if (predicate.kind === 'intends' || predicate.kind === 'condemns' || predicate.kind === 'praises' || predicate.kind === 'bans')
      continue;
    const through: Side | null = side === -1 ? predicate.negated : side === 0 ? 0 : predicate.side;
    if (through === null) continue;
    const complement = complementOf(sequence, predicate.kind, through, to, limit);
    if (complement !== null)
      return { ...complement, rule: predicate.kind, reached: Math.max(to, Math.min(complement.reached, complement.target.from)) };
  }
  return null;
}

const CHOSEN: ReadonlySet<string> = new Set([...CHOSEN_VERBS].map((phrase) => verbForms(phrase.split('_')[0] ?? '').at(-1) ?? ''));

/** "We are leaving the talks", "he is not dropping out": what one does by choice. */
export function progressiveCandidate(sequence: WordSequence, at: number, sentence: number, limit: number, own: OwnSide): Candidate | null {
  const { words, roles } = sequence;
  if (!BE_FORM.test(words[at] ?? '') || roles[at] !== 'content') return null;
  let verb = at + 1;
  let negated = false;
  for (; verb < limit && verb < at + 4 && isBetween(sequence, verb); verb++) negated ||= isNegator(words[verb] ?? '');
  if (!CHOSEN.has(words[verb] ?? '')) return null;
  const group = verbGroup(sequence, at, sentence);
  const holder = holderBefore(sequence, group.from, sentence, own);
  if (holder !== 'own' || group.unsure) return null;
  const target = verbPhrase(sequence, verb, limit);
  return target === null ? null : make(sequence, 'progressive', at, verb + 1, target, negated ? -1 : 1, holder, negated, 'verb');
}

const BE_FORM = /^(?:am|are|is|was|were|'m|'re|'s)$/;

/** "What we demand is a truce": the predicate stands before, the course behind "is". */
export function cleftCandidate(sequence: WordSequence, at: number, limit: number, own: OwnSide): Candidate | null {
  const { words, parts } = sequence;
  if (words[at] !== 'what') return null;
  for (let verb = at + 2; verb < limit && verb <= at + 5; verb++) {
    if (parts[verb] === 'PUNCT') return null;
    for (const { predicate, to } of predicatesAt(words, verb, gapAt(sequence))) {
      if (predicate.target === 'subject' || !/^(?:is|was|are)$/.test(words[to] ?? '')) continue;
      const holder = holderBefore(sequence, verb, at + 1, own);
      const target = words[to + 1] === 'to' ? verbPhrase(sequence, to + 2, limit) : nounPhrase(sequence, to + 1, limit);
      if (target === null || holder !== 'own') return null;
      return make(sequence, 'cleft', at, to + 1, target, predicate.side, holder, false, 'noun');
    }
  }
  return null;
}

/** "Our task is to end the war", "their strategy: to wait". */
export function goalCandidate(sequence: WordSequence, at: number, limit: number): Candidate | null {
  const { words } = sequence;
  if (!GOAL_NOUNS.has(words[at] ?? '') || sequence.parts[at] !== 'NOUN') return null;
  for (let look = at + 1; look < limit && look < at + GOAL_REACH; look++) {
    if (!/^(?:is|was|be|:|-|--|—)$/.test(words[look] ?? '')) continue;
    const negated = words[look + 1] === 'not';
    const to = negated ? look + 2 : look + 1;
    if (words[to] !== 'to' || STATIVE_VERBS.has(words[to + 1] ?? '')) continue;
    const target = verbPhrase(sequence, to + 1, limit);
    return target === null ? null : make(sequence, 'goal', at, to + 1, target, negated ? -1 : 1, 'none', negated, 'verb');
  }
  return null;
}

/** How far behind the noun "is to" may stand. */
const GOAL_REACH = 16;

/** "we need guarantees". */
export function needCandidate(sequence: WordSequence, at: number, sentence: number, limit: number, own: OwnSide): Candidate | null {
  if (!/^needs?$/.test(sequence.words[at] ?? '') || sequence.parts[at] === 'NOUN' || sequence.words[at + 1] === 'to') return null;
  const group = verbGroup(sequence, at, sentence);
  const holder = holderBefore(sequence, group.from, sentence, own);
  const target = nounPhrase(sequence, at + 1, limit);
  if (target === null || (holder !== 'own' && !namesReform(sequence, target))) return null;
  return make(sequence, 'needs', at, at + 1, target, group.negated ? -1 : 1, holder, group.negated, 'noun');
}

/** "The country needs a truce": whoever says so is for it; "the country needs rain" is no side. */
function namesReform({ words }: WordSequence, { from, to }: WordRange): boolean {
  for (let at = from; at < to; at++) if (isCourseNoun(words[at] ?? '')) return true;
  return false;
}

/** "there will be no truce", "no truce without guarantees", "no to the deal". */
export function refusalOfExistence(sequence: WordSequence, at: number, sentence: number, limit: number): Candidate | null {
  const { words, parts } = sequence;
  if (words[at] !== 'no' && !(words[at] === 'not' && words[at + 1] === 'any')) return null;
  if (parts[at + 1] === 'PUNCT' || words[at + 1] === 'longer' || words[at + 1] === 'one') return null;
  if (words[at + 1] === 'to') {
    const target = nounPhrase(sequence, at + 2, limit);
    return target === null || at > skipMarks(sequence, sentence, limit)
      ? null
      : make(sequence, 'no-to', at, at + 2, target, -1, 'own', true, 'noun');
  }
  const target = nounPhrase(sequence, at + 1, limit);
  if (target === null || !isRefused(sequence, at, target, sentence)) return null;
  return make(sequence, 'there-is-no', Math.max(sentence, at - 3), at + 1, target, -1, 'none', true, 'noun');
}

/** Refused, not merely absent: a modal before ("there can be no"), or a condition behind ("no talks without"). */
function isRefused(sequence: WordSequence, at: number, target: WordRange, sentence: number): boolean {
  const { words } = sequence;
  if (words[at - 1] === 'be' && /^(?:will|can|must|should|shall|would|could|'ll)$/.test(words[at - 2] ?? '')) return true;
  const first = skipMarks(sequence, sentence, at);
  return first === at && /^(?:without|until|unless|before|if|as|while)$/.test(words[target.to] ?? '');
}

/** "Stop the killing", "Let us talk", "Do not sign it": quoted words that start with a verb. */
export function imperativeCandidate(sequence: WordSequence, at: number, sentence: number, limit: number): Candidate | null {
  const { words, quoted, roles } = sequence;
  if (!quoted[at] || roles[at] !== 'content') return null;
  const first = skipMarks(sequence, sentence, limit);
  if (at !== first || !isQuotationMark(words[at - 1] ?? words[sentence] ?? '')) return null;
  let verb = at;
  let side: Side = 1;
  if (words[at] === 'let' && words[at + 1] === 'me') return null;
  if (words[at] === 'let' && (words[at + 1] === 'us' || words[at + 1] === "'s")) verb = at + 2;
  else if ((words[at] === 'do' && isNegator(words[at + 1] ?? '')) || words[at] === 'never') {
    verb = words[at] === 'do' ? at + 2 : at + 1;
    side = -1;
  } else if (words[at] === 'just' || words[at] === 'please') verb = at + 1;
  if (!isBase(sequence, verb) || STATIVE_VERBS.has(words[verb] ?? '') || RHETORICAL_VERBS.has(words[verb] ?? '')) return null;
  const target = verbPhrase(sequence, verb, limit);
  if (target === null || target.to <= verb + 1) return null;
  return make(sequence, 'imperative', at, verb + 1, target, side, 'own', side === -1, 'verb');
}

/** A verb in its base form. Taggers take "Change the law" for a noun: a determiner behind it tells. */
function isBase(sequence: WordSequence, at: number): boolean {
  const { words, parts } = sequence;
  if (/(?:ing|ed|[^s]s)$/.test(words[at] ?? '')) return false;
  if (parts[at] === 'VERB') return true;
  return (
    (parts[at] === 'NOUN' || parts[at] === 'ADJ' || parts[at] === 'PROPN') &&
    (parts[at + 1] === 'DET' || /^(?:your|our|the|it|them|us)$/.test(words[at + 1] ?? ''))
  );
}

function make(
  sequence: WordSequence,
  rule: string,
  from: number,
  to: number,
  target: WordRange,
  side: Side,
  holder: Holder,
  negated: boolean,
  shape: Candidate['shape'],
): Candidate {
  return {
    rule,
    at: from,
    side,
    target,
    evidence: { from, to: Math.max(to, from + 1) },
    holder,
    role: sequence.roles[from] ?? 'content',
    shape,
    anaphoric: false,
    negated,
    plain: false,
  };
}
