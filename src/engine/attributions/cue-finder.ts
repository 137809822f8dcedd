import type { Sentence, TokenRange } from '../model.js';
import { type ChainModel, FORBIDDEN, marginalsOf, readVote, VOTE_WORDS, viterbi, vote3 } from './chain-model.js';
import { CUE_FEATURE_CAPACITY, cueFeatures, makeCueContext } from './cue-features.js';
import { makeFeatureList } from './feature-list.js';
import type { TokenTable } from './token-table.js';

/** The labels of the chain that finds cues. */
export const CUE = { none: 0, start: 1, more: 2 } as const;
export const CUES = 3;

/** A run of words that may attribute something, with the probability that its likeliest word is part of a cue. */
export interface CandidateCue extends TokenRange {
  readonly probability: number;
}

/**
 * A token this likely to be part of a cue makes a candidate; the judge decides about it. Measured by `npm run lab:train`:
 * at this value about 95 of 100 labelled cues are among the candidates.
 */
const FLOOR = 0.1;

/** Every run of words that may be a cue, in text order. */
export function findCues(table: TokenTable, sentences: readonly Sentence[], model: ChainModel): readonly CandidateCue[] {
  const context = makeCueContext(table);
  const list = makeFeatureList(CUE_FEATURE_CAPACITY);
  const found: CandidateCue[] = [];
  let longest = 0;
  for (const { from, to } of sentences) longest = Math.max(longest, to - from);
  const votes = new Int32Array(VOTE_WORDS);
  const scores = new Float32Array(longest * CUES);
  const marginals = new Float32Array(longest * CUES);
  const best = new Uint8Array(longest);
  for (const { from, to } of sentences) {
    const count = to - from;
    if (count === 0) continue;
    for (let place = 0; place < count; place++) {
      cueFeatures(table, context, from + place, list);
      vote3(model, list, votes, 0);
      for (let label = 0; label < CUES; label++) scores[place * CUES + label] = readVote(votes, 0, label) * model.scale;
    }
    marginalsOf(model, scores, count, marginals);
    collect(from, count, model, scores, marginals, best, found);
  }
  return found;
}

/** Grows a candidate around each likely token of a sentence, the likeliest first. */
function collect(
  from: number,
  count: number,
  model: ChainModel,
  scores: Float32Array,
  marginals: Float32Array,
  best: Uint8Array,
  found: CandidateCue[],
): void {
  const first = found.length;
  const taken = new Uint8Array(count);
  for (;;) {
    let peak = -1;
    let probability = FLOOR;
    for (let place = 0; place < count; place++) {
      const chance = taken[place] === 0 ? 1 - (marginals[place * CUES] as number) : 0;
      if (chance < probability) continue;
      peak = place;
      probability = chance;
    }
    if (peak < 0) break;
    const kept = scores[peak * CUES] as number;
    scores[peak * CUES] = FORBIDDEN;
    viterbi(model, scores, count, best);
    scores[peak * CUES] = kept;
    let start = peak;
    while (start > 0 && best[start] === CUE.more && best[start - 1] !== CUE.none && taken[start - 1] === 0) start--;
    let end = peak + 1;
    while (end < count && best[end] === CUE.more && taken[end] === 0) end++;
    taken.fill(1, start, end);
    found.push({ from: from + start, to: from + end, probability });
  }
  const sorted = found.splice(first).sort((a, b) => a.from - b.from);
  found.push(...sorted);
}
