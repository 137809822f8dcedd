import type { Language } from '../language.js';
import type { Act, Attributed, Attribution, Position, Span, TokenIndex } from '../model.js';
import { wordFormsOf } from '../text/word-forms.js';
import { actCandidate } from './act-candidate.js';
import { type Candidate, findCandidates } from './candidates.js';
import { conditionedStance, type StanceAndCondition } from './conditioned-stance.js';
import { featuresOf } from './features.js';
import { likelihood } from './likelihood.js';
import { type OwnSide, ownSides } from './own-side.js';
import { type WordRange, type WordSequence, wordSequence } from './word-sequence.js';

/** The side that each attribution's source takes on a course of action; null where it takes none. One entry an attribution, in their order. `names` are the sources' full names where they are known. */
export function findPositions(
  attributed: Attributed,
  acts: readonly Act[],
  names: readonly (string | null)[],
  _language: Language,
): readonly (Position | null)[] {
  const lower = lowerCaser(attributed);
  const sides = ownSides(attributed, lower);
  let course: Span | null = null;
  return attributed.attributions.map((attribution, index) => {
    const sequence = wordSequence(attributed, attribution, lower);
    const best = bestCandidate(weighCandidates(sequence, attribution, acts[index] ?? 'states', sides(attribution, names[index] ?? null)));
    if (best === null) return null;
    const position = positionOf(attributed, sequence, best, course);
    course = position.target;
    return position;
  });
}

/** Below this, no position is told. Chosen on the folds of the labelled training articles, where F hardly changes from 0.3 to 0.45: `npm run lab:positions`. */
const THRESHOLD = 0.42;

/** What is said first is what is meant, unless something later is clearly more of a position. */
const CLEARLY_BETTER = 0.15;

/** How far back a course may have been named that "the idea" stands for, in code units: some four sentences. */
const FARTHEST_COURSE = 600;

export interface Weighed {
  readonly candidate: Candidate;
  readonly stance: StanceAndCondition;
  readonly features: readonly string[];
  readonly score: number;
}

/** All readings of one attribution with what the model makes of them. */
export function weighCandidates(sequence: WordSequence, attribution: Attribution, act: Act, own: OwnSide): readonly Weighed[] {
  const candidates = findCandidates(sequence, own).filter(
    (candidate) => candidate.rule !== 'ability' || candidate.side !== 0 || conditionedStance(sequence, candidate).condition !== null,
  );
  const byAct = candidates.length === 0 ? actCandidate(sequence, act) : null;
  return (byAct === null ? candidates : [byAct]).map((candidate) => {
    const stance = conditionedStance(sequence, candidate);
    const features = featuresOf(sequence, candidate, attribution, act, stance);
    return { candidate, stance, features, score: likelihood(features) };
  });
}

function bestCandidate(weighed: readonly Weighed[]): Weighed | null {
  let best: Weighed | null = null;
  for (const one of weighed) if (one.score >= THRESHOLD && (best === null || one.score > best.score + CLEARLY_BETTER)) best = one;
  return best;
}

function positionOf(
  attributed: Attributed,
  sequence: WordSequence,
  { candidate, stance: conditioned, score }: Weighed,
  course: Span | null,
): Position {
  const { stance, condition } = conditioned;
  const named = spanOf(attributed, sequence, candidate.target);
  const known = candidate.anaphoric && course !== null && named.start - course.end < FARTHEST_COURSE && named.start > course.end;
  return {
    target: known ? course : named,
    stance,
    condition: condition === null ? null : spanOf(attributed, sequence, condition),
    evidence: spanOf(attributed, sequence, candidate.evidence),
    reason: { rule: candidate.rule, score },
  };
}

function spanOf({ tokens }: Attributed, sequence: WordSequence, { from, to }: WordRange): Span {
  const first = tokens[sequence.tokens[from] ?? 0];
  const last = tokens[sequence.tokens[Math.max(from, to - 1)] ?? 0];
  const start = first?.start ?? 0;
  return { start, end: Math.max(start, last?.end ?? start) };
}

/** The lower-case words of an article's tokens; '' beyond them. */
export function lowerCaser({ article, tokens }: Attributed): (token: TokenIndex) => string {
  const { lower } = wordFormsOf(article.text, tokens);
  return (at) => lower[at] ?? '';
}
