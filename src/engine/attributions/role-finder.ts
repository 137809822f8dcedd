import type { TokenIndex, TokenRange } from '../model.js';
import { addVotes, type ChainModel, FORBIDDEN, readVote, VOTE_WORDS, type Votes, vote5 } from './chain-model.js';
import { type FeatureList, makeFeatureList } from './feature-list.js';
import {
  type CueShape,
  classFeatures,
  distanceFeatures,
  lookAt,
  makeBetween,
  makeSight,
  passToken,
  ROLE_FEATURE_CAPACITY,
  ROLES,
  relativeFeatures,
  settingFeatures,
  settingOf,
  shapeOfCue,
  sideFeatures,
  windowOf,
  wordFeatures,
} from './role-features.js';
import type { TokenTable } from './token-table.js';

/** Scores of the roles around one cue: `scores` starts with a row of {@link ROLES} for each token of `window`; the next cue's overwrite it. */
export interface RoleScores {
  readonly window: TokenRange;
  readonly scores: Float32Array;
}

/** Votes that several tokens share, remembered by a small number; those of another cue do not count. */
interface SharedVotes {
  /** For each number the cue that its votes were worked out for. */
  readonly cues: Int32Array;
  readonly votes: Votes;
}

const makeSharedVotes = (size: number): SharedVotes => ({ cues: new Int32Array(size).fill(-1), votes: new Int32Array(size * VOTE_WORDS) });

/** More than there are parts of speech, and distances. */
const CLASSES = 32;
const STEPS = 16;

/** Scores each token near a cue for each role. What depends on the token and its side alone is worked out once an article. */
export function createRoleScorer(table: TokenTable, model: ChainModel): (cue: TokenRange) => RoleScores {
  const list = makeFeatureList(ROLE_FEATURE_CAPACITY);
  const own = [new Int32Array(table.count * VOTE_WORDS), new Int32Array(table.count * VOTE_WORDS)] as const;
  const known = [new Uint8Array(table.count), new Uint8Array(table.count)] as const;
  const sight = makeSight();
  const between = makeBetween();
  const classes = makeSharedVotes(2 * CLASSES);
  const distances = makeSharedVotes(2 * CLASSES * STEPS);
  const setting = { number: -1, quotation: -1, block: -1, votes: new Int32Array(VOTE_WORDS) };
  const total = new Int32Array(VOTE_WORDS);
  let scores = new Float32Array(256 * ROLES);
  let cues = 0;

  const voteSetting = (shape: CueShape): void => {
    const number = settingOf(sight);
    const quotation = table.quotation[sight.at] as number;
    const block = table.block[sight.at] as number;
    if (number !== setting.number || quotation !== setting.quotation || block !== setting.block) {
      setting.number = number;
      setting.quotation = quotation;
      setting.block = block;
      list.length = 0;
      settingFeatures(table, shape, sight, list);
      vote5(model, list, setting.votes, 0);
    }
    addVotes(setting.votes, 0, total, 0);
  };
  const voteShared = (shape: CueShape, shared: SharedVotes, number: number, features: typeof classFeatures): void => {
    if (shared.cues[number] !== cues) {
      shared.cues[number] = cues;
      list.length = 0;
      features(shape, sight, list);
      vote5(model, list, shared.votes, number * VOTE_WORDS);
    }
    addVotes(shared.votes, number * VOTE_WORDS, total, 0);
  };
  const voteOwn = (at: TokenIndex, side: 0 | 1): void => {
    if (known[side][at] === 0) {
      known[side][at] = 1;
      sideFeatures(table, at, side, list);
      vote5(model, list, own[side], at * VOTE_WORDS);
    }
    addVotes(own[side], at * VOTE_WORDS, total, 0);
  };
  const visit = (shape: CueShape, at: TokenIndex, into: number): void => {
    lookAt(table, shape, at, sight);
    const { side, pos } = sight;
    list.length = 0;
    wordFeatures(table, shape, sight, between, list);
    vote5(model, list, total, 0);
    voteSetting(shape);
    voteShared(shape, classes, side * CLASSES + pos, classFeatures);
    voteShared(shape, distances, (side * CLASSES + pos) * STEPS + sight.away, distanceFeatures);
    voteOwn(at, side);
    passToken(table, at, side, between);
    for (let label = 0; label < ROLES; label++) scores[into + label] = readVote(total, 0, label) * model.scale;
  };

  return (cue) => {
    const window = windowOf(table, cue);
    const size = (window.to - window.from) * ROLES;
    if (scores.length < size) scores = new Float32Array(size * 2);
    const shape = shapeOfCue(table, cue);
    cues++;
    setting.number = -1;
    const place = (at: TokenIndex): number => (at - window.from) * ROLES;
    for (let at = cue.from; at < cue.to; at++) {
      scores[place(at)] = 0;
      for (let label = 1; label < ROLES; label++) scores[place(at) + label] = FORBIDDEN;
    }
    resetBetween(between);
    for (let at = cue.from - 1; at >= window.from; at--) visit(shape, at, place(at));
    resetBetween(between);
    for (let at = cue.to; at < window.to; at++) visit(shape, at, place(at));
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
  const sight = makeSight();
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
    lookAt(table, shape, at, sight);
    if (at < cue.from) {
      const counted = lefts[cue.from - 1 - at];
      if (counted !== undefined) relativeFeatures(table, shape, sight, counted, relative);
      sideFeatures(table, at, 0, side);
    } else if (at >= cue.to) {
      if (at === cue.to) resetBetween(between);
      relativeFeatures(table, shape, sight, between, relative);
      passToken(table, at, 1, between);
      sideFeatures(table, at, 1, side);
    }
    take(at, relative, side);
  }
}
