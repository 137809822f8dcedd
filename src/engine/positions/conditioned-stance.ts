import type { Stance } from '../model.js';
import type { Candidate } from './candidates.js';
import { type Condition, findConditions } from './conditions.js';
import { phraseBefore } from './phrases.js';
import { endsSentence, isQuotationMark, sentenceAround, type WordRange, type WordSequence } from './word-sequence.js';

export interface StanceAndCondition {
  readonly stance: Stance;
  readonly condition: WordRange | null;
}

/** The stance of a candidate with the condition that its words give, in its own sentence or at the start of the next. */
export function conditionedStance(sequence: WordSequence, candidate: Candidate): StanceAndCondition {
  const plain: Stance = candidate.side === 0 ? 'unclear' : candidate.side === 1 ? 'for' : 'against';
  const sentence = sentenceAround(sequence, candidate.evidence.from);
  for (const found of findConditions(sequence, sentence.from, sentence.to)) {
    const condition = beforeMainClause(sequence, found, candidate);
    if (overlaps(condition.range, candidate.evidence) || isEvenTrade(sequence, condition, candidate)) continue;
    const stance = under(sequence, condition, candidate, plain);
    if (stance !== null) return { stance, condition: condition.range };
  }
  const next = conditionBehind(sequence, sentence.to + 1);
  if (next !== null && plain !== 'against') return { stance: 'only-if', condition: next };
  return { stance: plain, condition: null };
}

/** "Until a truce is signed there will be no elections": without a comma, the condition ends where the main clause begins. */
function beforeMainClause(sequence: WordSequence, condition: Condition, { evidence }: Candidate): Condition {
  const { from, to } = condition.range;
  if (from >= evidence.from || to <= evidence.from) return condition;
  const subject = phraseBefore(sequence, evidence.from, from + condition.opener);
  const end = subject === null ? evidence.from : subject.from;
  return end > from + condition.opener ? { ...condition, range: { from, to: end } } : condition;
}

/** "all prisoners in return for all prisoners": what is exchanged names the course and is no condition of it. */
function isEvenTrade(sequence: WordSequence, { range }: Condition, { target }: Candidate): boolean {
  const { words } = sequence;
  if (words[range.from] !== 'in' || words[range.from + 2] !== 'for') return false;
  return words.slice(target.from, target.to).includes(words[range.to - 1] ?? '');
}

/** "There is one condition: ...", "But only when ...": a condition that the next sentence adds. */
function conditionBehind(sequence: WordSequence, from: number): WordRange | null {
  const { words } = sequence;
  let start = from;
  while (start < words.length && (isQuotationMark(words[start] ?? '') || endsSentence(words[start] ?? ''))) start++;
  const sentence = sentenceAround(sequence, start);
  if (start >= sentence.to) return null;
  const named = namedCondition(sequence, start, sentence.to);
  if (named !== null) return named;
  const opener = /^(?:but|yet|and)$/.test(words[start] ?? '') ? start + 1 : start;
  if (words[opener] !== 'only' && words[opener] !== 'on' && words[opener] !== 'unless' && words[opener] !== 'provided') return null;
  const condition = findConditions(sequence, start, sentence.to)[0];
  return condition !== undefined && condition.range.from <= opener ? { from: start, to: trimmed(sequence, sentence.to) } : null;
}

function namedCondition(sequence: WordSequence, from: number, to: number): WordRange | null {
  for (let at = from; at < to && at < from + 7; at++) {
    if (!/^conditions?$/.test(sequence.words[at] ?? '')) continue;
    const before = sequence.words[at - 1] ?? '';
    const after = sequence.words[at + 1] ?? '';
    if (/^(?:no|without|any)$/.test(before) || !/^(?::|is|are|--|—|–|,)$/.test(after)) return null;
    return { from: at > from && /^(?:one|our|my|a|the|two|three|only|single)$/.test(before) ? at - 1 : at, to: trimmed(sequence, to) };
  }
  return null;
}

/** The end of a sentence without the marks that close it. */
function trimmed(sequence: WordSequence, to: number): number {
  let end = to;
  while (end > 0 && isQuotationMark(sequence.words[end - 1] ?? '')) end--;
  return end;
}

const overlaps = (left: WordRange, right: WordRange): boolean => left.from < right.to && right.from < left.to;

/** The stance under a condition; null where this one does not bear on the candidate. */
function under(sequence: WordSequence, condition: Condition, candidate: Candidate, plain: Stance): Stance | null {
  const opener = sequence.words[condition.range.from] ?? '';
  if (condition.kind === 'exceptive') {
    if (plain === 'against') return 'only-if';
    // "ready to talk without shouting": to be for something is not limited by what it goes without, or before what it comes.
    if (opener === 'without' || opener === 'before' || opener === 'pending' || opener === 'absent' || opener === 'prior') return null;
    return plain === 'for' || candidate.rule === 'is-open' || candidate.rule === 'ability' ? 'only-if' : null;
  }
  if (condition.kind === 'temporal') return plain === 'against' && candidate.negated && isPresent(sequence, condition) ? 'against' : null;
  if (plain === 'against') return opener === 'only' ? null : 'against';
  return 'only-if';
}

/** "when we are attacked", "while the strikes go on": what holds in general, not a time that is over. */
function isPresent(sequence: WordSequence, { range, opener }: Condition): boolean {
  let subject = false;
  for (let at = range.from + opener; at < range.to; at++) {
    const word = sequence.words[at] ?? '';
    const part = sequence.parts[at];
    if (part === 'VERB' || part === 'AUX') return subject && !/ed$/.test(word) && !/^(?:was|were|had|did|went|came|took|said)$/.test(word);
    subject = true;
  }
  return false;
}
