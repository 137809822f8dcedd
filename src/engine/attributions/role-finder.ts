import type { TokenIndex, TokenRange } from '../model.js';
import { type ChainModel, FORBIDDEN, vote5 } from './chain-model.js';
import { type FeatureList, makeFeatureList } from './feature-list.js';
import {
  makeBetween,
  passToken,
  ROLE_FEATURE_CAPACITY,
  ROLES,
  relativeFeatures,
  shapeOfCue,
  sideFeatures,
  windowOf,
} from './role-features.js';
import type { TokenTable } from './token-table.js';

/** Scores of the roles around one cue: `scores` starts with a row of {@link ROLES} for each token of `window`; the next cue's overwrite it. */
export interface RoleScores {
  readonly window: TokenRange;
  readonly scores: Float32Array;
}

/** Scores each token near a cue for each role. What depends on the token and its side alone is worked out once an article. */
export function createRoleScorer(table: TokenTable, model: ChainModel): (cue: TokenRange) => RoleScores {
  const list = makeFeatureList(ROLE_FEATURE_CAPACITY);
  const sides = [new Float32Array(table.count * ROLES), new Float32Array(table.count * ROLES)] as const;
  const known = [new Uint8Array(table.count), new Uint8Array(table.count)] as const;
  const between = makeBetween();
  let scores = new Float32Array(256 * ROLES);
  return (cue) => {
    const window = windowOf(table, cue);
    const size = (window.to - window.from) * ROLES;
    if (scores.length < size) scores = new Float32Array(size * 2);
    scores.fill(0, 0, size);
    const shape = shapeOfCue(table, cue);
    for (let at = cue.from; at < cue.to; at++) {
      const into = (at - window.from) * ROLES;
      for (let label = 1; label < ROLES; label++) scores[into + label] = FORBIDDEN;
    }
    const visit = (at: TokenIndex, side: 0 | 1): void => {
      const into = (at - window.from) * ROLES;
      relativeFeatures(table, shape, at, between, list);
      vote5(model, list, scores, into);
      passToken(table, at, side, between);
      const own = sides[side];
      if (known[side][at] === 0) {
        known[side][at] = 1;
        sideFeatures(table, at, side, list);
        vote5(model, list, own, at * ROLES);
      }
      for (let label = 0; label < ROLES; label++) {
        scores[into + label] = ((scores[into + label] as number) + (own[at * ROLES + label] as number)) * model.scale;
      }
    };
    resetBetween(between);
    for (let at = cue.from - 1; at >= window.from; at--) visit(at, 0);
    resetBetween(between);
    for (let at = cue.to; at < window.to; at++) visit(at, 1);
    return { window, scores };
  };
}

function resetBetween(between: ReturnType<typeof makeBetween>): void {
  between.commas = 0;
  between.verbs = 0;
  between.nominals = 0;
  between.quotes = 0;
  between.sentences = 0;
}

/** All features of the tokens around one cue, in text order, for training. */
export function eachRoleFeatures(
  table: TokenTable,
  cue: TokenRange,
  take: (at: TokenIndex, relative: FeatureList, side: FeatureList) => void,
): void {
  const relative = makeFeatureList(ROLE_FEATURE_CAPACITY);
  const side = makeFeatureList(ROLE_FEATURE_CAPACITY);
  const window = windowOf(table, cue);
  const shape = shapeOfCue(table, cue);
  const between = makeBetween();
  const lefts: {
    readonly commas: number;
    readonly verbs: number;
    readonly nominals: number;
    readonly quotes: number;
    readonly sentences: number;
  }[] = [];
  for (let at = cue.from - 1; at >= window.from; at--) {
    lefts.push({ ...between });
    passToken(table, at, 0, between);
  }
  for (let at = window.from; at < window.to; at++) {
    relative.length = 0;
    side.length = 0;
    if (at < cue.from) {
      const counted = lefts[cue.from - 1 - at];
      if (counted !== undefined) relativeFeatures(table, shape, at, counted, relative);
      sideFeatures(table, at, 0, side);
    } else if (at >= cue.to) {
      if (at === cue.to) resetBetween(between);
      relativeFeatures(table, shape, at, between, relative);
      passToken(table, at, 1, between);
      sideFeatures(table, at, 1, side);
    }
    take(at, relative, side);
  }
}
