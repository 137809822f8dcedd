import { AUXILIARIES, COURSE_PRONOUNS, DUTY_MODALS, STATIVE_VERBS, TIME_WORDS } from '../english/lists/clauses.js';
import { TELLING_VERBS } from '../english/lists/stances.js';
import { isClaimNoun, isCourseNoun, type Match, type PredicateKind, predicatesAt, type Side } from './lexicon.js';
import { nounPhrase, skipMarks, verbPhrase } from './phrases.js';
import { isQuotationMark, type WordRange, type WordSequence } from './word-sequence.js';

/** What a predicate is about, and the side after all predicates on the way to it: "refused to rule out a strike". */
export interface Complement {
  readonly target: WordRange;
  readonly side: Side;
  readonly shape: 'noun' | 'verb' | 'gerund' | 'clause';
  /** Where the last predicate on the way ends: the evidence reaches to here. */
  readonly reached: number;
}

/** How many predicates may follow one another before a target: "decided to agree to consider". */
const LONGEST_CHAIN = 4;

export const gapAt =
  (sequence: WordSequence) =>
  (at: number): boolean =>
    sequence.parts[at] === 'ADV' && sequence.words[at] !== 'not' && sequence.words[at] !== 'never';

/** The complement of the predicate that ends at `from`, looked for up to `limit`; null where none can be read. */
export function complementOf(
  sequence: WordSequence,
  kind: PredicateKind,
  side: Side,
  from: number,
  limit: number,
  depth = 0,
): Complement | null {
  const { words } = sequence;
  const at = startOfComplement(sequence, from, limit);
  if (at >= limit) return null;
  const word = words[at] ?? '';
  if ((word === 'not' || word === 'never') && words[at + 1] === 'to') return verbComplement(sequence, opposite(side), at + 2, limit, depth);
  const infinitive = word === 'to' ? infinitiveVerb(sequence, at + 1, limit) : -1;
  if (infinitive >= 0) return verbComplement(sequence, side, infinitive, limit, depth);
  if (word === 'that' && startsClause(sequence, at + 1, limit))
    return takesClause(kind) ? clauseComplement(sequence, side, at + 1, limit, 'that') : null;
  if (isGerund(sequence, at)) return verbComplement(sequence, side, at, limit, depth, 'gerund');
  if (kind === 'urges' && word === 'about') return null;
  if (takesPreposition(kind) && /^(?:for|to|of|on|about|against|over|toward|towards|in)$/.test(word))
    return prepositionComplement(sequence, side, at + 1, limit, depth);
  return nounComplement(sequence, kind, side, at, limit, depth);
}

/** Skips marks, adverbs and times: "announced plans Tuesday | to expand". */
function startOfComplement(sequence: WordSequence, from: number, limit: number): number {
  const { words, parts } = sequence;
  let at = skipMarks(sequence, from, limit);
  if (words[at] === 'at' && /^(?:least|most)$/.test(words[at + 1] ?? '')) at += 2;
  while (at < limit && ((parts[at] === 'ADV' && !NOT.test(words[at] ?? '')) || isWeekday(words[at] ?? '')))
    at = skipMarks(sequence, at + 1, limit);
  return at;
}

const NOT = /^(?:not|never)$/;
const isWeekday = (word: string): boolean => word.endsWith('day') && TIME_WORDS.has(word);

export const opposite = (side: Side): Side => (side === 0 ? 0 : side === 1 ? -1 : 1);

const takesClause = (kind: PredicateKind): boolean =>
  kind === 'proposes' || kind === 'urges' || kind === 'wants' || kind === 'commits' || kind === 'intends' || kind === 'support-noun';

const takesPreposition = (kind: PredicateKind): boolean =>
  kind === 'hesitation-noun' ||
  kind === 'is-willing' ||
  kind === 'is-unwilling' ||
  kind === 'is-hesitant' ||
  kind === 'support-noun' ||
  kind === 'opposition-noun' ||
  kind === 'urges' ||
  kind === 'wants';

export function isVerbLike(sequence: WordSequence, at: number): boolean {
  const part = sequence.parts[at];
  if (part === 'VERB' || part === 'AUX') return true;
  // Taggers take "to vote", "to end" for nouns: an infinitive has no determiner before it.
  return (
    (part === 'NOUN' || part === 'ADJ' || part === 'ADV') &&
    /^(?:DET|PRON|PROPN|ADJ|NOUN|NUM)$/.test(sequence.parts[at + 1] ?? '') &&
    !/s$/.test(sequence.words[at] ?? '')
  );
}

/** The verb of an infinitive behind its "to", adverbs between them left out: "to quickly and quietly sign". -1 where there is none. */
export function infinitiveVerb(sequence: WordSequence, from: number, limit: number): number {
  let at = from;
  while (at < limit && at < from + LONGEST_SPLIT && !isVerbLike(sequence, at)) {
    const part = sequence.parts[at];
    const word = sequence.words[at] ?? '';
    const passed = part === 'ADV' || isQuotationMark(word) || word === 'either' || word === 'both' || (part === 'CCONJ' && at > from);
    if (!passed) return -1;
    at++;
  }
  return at < limit && isVerbLike(sequence, at) ? at : -1;
}

/** So many words may split an infinitive. */
const LONGEST_SPLIT = 4;

export const isGerund = (sequence: WordSequence, at: number): boolean =>
  /ing$/.test(sequence.words[at] ?? '') &&
  (sequence.parts[at] === 'VERB' ||
    (sequence.parts[at] === 'NOUN' &&
      (sequence.parts[at + 1] === 'DET' || /^(?:its|their|our|his|her)$/.test(sequence.words[at + 1] ?? ''))));

/** A clause rather than a noun phrase follows "that": a subject and a verb within reach. */
function startsClause(sequence: WordSequence, from: number, limit: number): boolean {
  for (let at = from; at < limit && at < from + 12; at++) {
    const part = sequence.parts[at];
    if (part === 'VERB' || part === 'AUX') return at > from;
  }
  return false;
}

function verbComplement(
  sequence: WordSequence,
  side: Side,
  from: number,
  limit: number,
  depth: number,
  shape: 'verb' | 'gerund' = 'verb',
): Complement | null {
  let at = skipMarks(sequence, from, limit);
  while (at < limit && sequence.parts[at] === 'ADV' && !isVerbLike(sequence, at) && sequence.parts[at + 1] !== 'PUNCT') at++;
  if (at >= limit) return null;
  const seen = seeing(sequence, side, at, limit);
  if (seen !== null) return seen;
  const inner = depth < LONGEST_CHAIN ? innerComplement(sequence, side, at, limit, depth) : null;
  if (inner !== null) return inner;
  if (side === -1 && TELLING_VERBS.has(sequence.words[at] ?? '')) return null;
  if (STATIVE_VERBS.has(sequence.words[at] ?? '') && sequence.words[at] !== 'remain') return null;
  const none = withoutObject(sequence, side, at, limit);
  if (none !== null) return none;
  const target = verbPhrase(sequence, at, limit);
  return target === null ? null : { target, side, shape, reached: at };
}

/** "hold no elections", "take part in no talks": the negation stands before the object. */
export function withoutObject(sequence: WordSequence, side: Side, at: number, limit: number): Complement | null {
  for (let no = at + 1; no < limit && no <= at + 3; no++) {
    if (sequence.words[no] !== 'no' || sequence.words[no + 1] === 'longer') continue;
    const target = nounPhrase(sequence, no + 1, limit);
    return target === null ? null : { target, side: opposite(side), shape: 'noun', reached: no + 1 };
  }
  return null;
}

/** "wants to see Tarvia withdraw", "would love to have Berg run": the verb behind the noun phrase is the course. */
function seeing(sequence: WordSequence, side: Side, at: number, limit: number): Complement | null {
  const word = sequence.words[at] ?? '';
  if (word !== 'see' && word !== 'have') return null;
  const object = nounPhrase(sequence, at + 1, limit);
  if (object === null) return null;
  const next = skipMarks(sequence, object.to, limit);
  if (sequence.parts[next] !== 'VERB' || next >= limit)
    return word === 'see' ? { target: object, side, shape: 'noun', reached: at + 1 } : null;
  const target = verbPhrase(sequence, next, limit);
  return target === null ? null : { target, side, shape: 'verb', reached: next };
}

/** Predicates that pass their holder's side on to what they are about. */
function innerComplement(sequence: WordSequence, side: Side, at: number, limit: number, depth: number): Complement | null {
  for (const match of predicatesAt(sequence.words, at, gapAt(sequence))) {
    const through = passedOn(match, side);
    if (through === null) continue;
    const inner = complementOf(sequence, match.predicate.kind, through, match.to, limit, depth + 1);
    if (inner !== null) return { ...inner, reached: Math.max(inner.reached, match.to) };
  }
  return null;
}

function passedOn({ predicate }: Match, side: Side): Side | null {
  switch (predicate.kind) {
    case 'supports':
    case 'proposes':
    case 'urges':
    case 'commits':
    case 'intends':
    case 'wants':
      return side;
    case 'opposes':
    case 'refuses':
    case 'avoids':
      return opposite(side);
    case 'weighs':
      return side === -1 ? -1 : 0;
    default:
      return null;
  }
}

function prepositionComplement(sequence: WordSequence, side: Side, from: number, limit: number, depth: number): Complement | null {
  const at = skipMarks(sequence, from, limit);
  if (isGerund(sequence, at)) return verbComplement(sequence, side, at, limit, depth, 'gerund');
  return nounThenVerb(sequence, side, at, limit, depth) ?? nounOnly(sequence, side, at, limit);
}

function nounComplement(
  sequence: WordSequence,
  kind: PredicateKind,
  side: Side,
  at: number,
  limit: number,
  depth: number,
): Complement | null {
  if (
    kind === 'intends' ||
    (kind === 'commits' && !offersCourse(sequence, at, limit)) ||
    (kind === 'is-willing' && !PREPOSITION.test(sequence.words[at - 1] ?? '')) ||
    (kind === 'support-noun' && sequence.roles[at - 1] !== 'cue')
  )
    return null;
  if (kind === 'urges' || kind === 'wants' || kind === 'proposes' || kind === 'supports') {
    const urged =
      kind === 'supports' || (kind === 'proposes' && sequence.words[at - 1] !== 'for')
        ? null
        : nounThenVerb(sequence, side, at, limit, depth);
    if (urged !== null) return urged;
    if (kind === 'urges' && !URGED_THINGS.test(sequence.words[at - 1] ?? '')) return null;
    const clause = kind === 'proposes' || kind === 'urges' ? clauseComplement(sequence, side, at, limit, 'bare') : null;
    if (clause !== null) return clause;
  }
  return (kind === 'commits' ? givenTo(sequence, side, at, limit) : null) ?? nounOnly(sequence, side, at, limit);
}

/** "offered Korrend a truce": to whom, then the course. */
function givenTo(sequence: WordSequence, side: Side, at: number, limit: number): Complement | null {
  const first = nounPhrase(sequence, at, limit);
  if (first === null || first.to >= limit || sequence.parts[first.to] !== 'DET') return null;
  const target = nounPhrase(sequence, first.to, limit);
  return target === null ? null : { target, side, shape: 'noun', reached: at };
}

/** "offered an exchange", not "offered his opinion". */
const offersCourse = (sequence: WordSequence, at: number, limit: number): boolean => {
  const object = nounPhrase(sequence, at, limit);
  if (object === null) return false;
  const to = sequence.parts[object.to] === 'DET' ? (nounPhrase(sequence, object.to, limit)?.to ?? object.to) : object.to;
  return sequence.words.slice(object.from, to).some(isCourseNoun);
};

const PREPOSITION = /^(?:of|to|for|with|on|about|against)$/;
const URGED_THINGS = /^(?:urg|order|request|counsel)/;

function nounOnly(sequence: WordSequence, side: Side, at: number, limit: number): Complement | null {
  if (sequence.words[at] === 'no') {
    const none = nounPhrase(sequence, at + 1, limit);
    return none === null ? null : { target: none, side: opposite(side), shape: 'noun', reached: at + 1 };
  }
  const target = nounPhrase(sequence, at, limit);
  if (target === null || isClaim(sequence, target) || isSubject(sequence, target.to, limit)) return null;
  return { target, side, shape: 'noun', reached: at };
}

/** "Tarvia to withdraw", "both sides not to fire": who is to act, then the course. */
function nounThenVerb(sequence: WordSequence, side: Side, at: number, limit: number, depth: number): Complement | null {
  const { words } = sequence;
  const marker = infinitiveBehind(sequence, at, limit);
  if (marker < 0) return null;
  const negated = words[marker - 1] === 'not' || words[marker - 1] === 'never';
  return verbComplement(sequence, negated ? opposite(side) : side, infinitiveVerb(sequence, marker + 1, limit), limit, depth);
}

/** The "to" of an infinitive that follows the noun phrase at `from`; -1 where a verb, a mark or a clause comes first. */
function infinitiveBehind(sequence: WordSequence, from: number, limit: number): number {
  const { words, parts } = sequence;
  for (let at = from + 1; at < limit && at < from + 14; at++) {
    if (words[at] === 'to' && infinitiveVerb(sequence, at + 1, limit) >= 0) return isNominalRun(sequence, from, at) ? at : -1;
    const part = parts[at];
    if (part === 'AUX' || part === 'SCONJ' || words[at] === ',') return -1;
  }
  return -1;
}

function isNominalRun(sequence: WordSequence, from: number, to: number): boolean {
  let nominal = false;
  for (let at = from; at < to; at++) {
    const part = sequence.parts[at];
    if (part === 'VERB' && !/(?:ed|ing)$/.test(sequence.words[at] ?? '')) return false;
    if (part === 'NOUN' || part === 'PROPN' || part === 'PRON') nominal = true;
  }
  // "the right to vote", "a bid to end": there the infinitive belongs to the noun, and the whole phrase is the course.
  return (
    nominal &&
    !/^(?:bid|chance|decision|effort|efforts|move|opportunity|plan|plans|proposal|right|rights|vote|way)$/.test(
      sequence.words[to - 1] ?? '',
    )
  );
}

/**
 * "that Tarvia withdraw its troops", "the government should go": what is asked for in a clause. Without a verb of duty or a
 * subjunctive the clause is a claim, and there is no complement.
 */
function clauseComplement(sequence: WordSequence, side: Side, from: number, limit: number, opener: 'that' | 'bare'): Complement | null {
  const { words, parts } = sequence;
  const subject = nounPhrase(sequence, from, limit);
  let at = subject?.to ?? (parts[from] === 'PRON' ? from + 1 : from);
  if (at === from) return null;
  const predicate = words[from - (opener === 'that' ? 2 : 1)] ?? '';
  const demands = /^(?:demand|propos|recommend|urg|ask|order|request)/.test(predicate);
  const suggests = /^(?:suggest|propos|recommend|hop)/.test(predicate);
  const singular = isSingular(words[at - 1] ?? '');
  let modal = false;
  let negated = false;
  for (; at < limit; at++) {
    const word = words[at] ?? '';
    if (DUTY_MODALS.has(word) || (suggests && word === 'could')) modal = true;
    else if (word === 'not' || word === "n't") negated = true;
    else if (modal && (word === 'to' || word === 'able' || (word === 'be' && words[at + 1] === 'able'))) continue;
    else if (parts[at] !== 'ADV' && !/^["“”']$/.test(word)) break;
  }
  if (at >= limit || (!modal && opener === 'bare')) return null;
  const word = words[at] ?? '';
  if (word === 'be' && words[at - 1] === 'there') {
    const target = nounPhrase(sequence, at + 1, limit);
    return target === null ? null : { target, side, shape: 'clause', reached: from };
  }
  const through = negated ? opposite(side) : side;
  if (word === 'be' && parts[at + 1] === 'VERB') return { target: { from, to: at + 2 }, side: through, shape: 'clause', reached: from };
  if (parts[at] !== 'VERB' && !modal) return null;
  if (!modal && ((!singular && !demands) || /(?:s|ed|ing)$/.test(word) || PAST.test(word))) return null;
  const complement = verbComplement(sequence, through, at, limit, LONGEST_CHAIN);
  // "that the deliveries stop": without an object the subject belongs to the course.
  if (complement !== null && subject !== null && complement.target.from === at && takesNoObject(sequence, complement.target)) {
    return { ...complement, target: { from: subject.from, to: complement.target.to } };
  }
  return complement;
}

const takesNoObject = (sequence: WordSequence, { from, to }: WordRange): boolean =>
  to === from + 1 || /^(?:at|immediately|now)$/.test(sequence.words[from + 1] ?? '');

const isSingular = (word: string): boolean =>
  !/s$/.test(word) || /(?:ss|us|is)$/.test(word) || word === 'they' || word === 'we' || word === 'you';
const PAST = /^(?:was|were|had|did|went|made|came|said|took|got|gave|knew|saw|is|has|does|are|have|do)$/;

/** A verb follows: the phrase is the subject of a clause that tells a fact ("hopes the vote will end it"). */
const isSubject = (sequence: WordSequence, at: number, limit: number): boolean =>
  at < limit && (sequence.parts[at] === 'AUX' || AUXILIARIES.has(sequence.words[at] ?? ''));

const isClaim = (sequence: WordSequence, { from, to }: WordRange): boolean => {
  for (let at = from; at < to && at < from + 5; at++) if (isClaimNoun(sequence.words[at] ?? '')) return true;
  return false;
};

/** Whether the words only stand for a course named before: "it", "the idea". */
export function standsForAnother(sequence: WordSequence, { from, to }: WordRange): boolean {
  const first = sequence.words[from] ?? '';
  if (to === from + 1) return COURSE_PRONOUNS.has(first);
  return (
    to === from + 2 &&
    /^(?:the|that|this|such)$/.test(first) &&
    /^(?:idea|notion|move|suggestion|step|proposal|offer|request|demand)$/.test(sequence.words[from + 1] ?? '')
  );
}
