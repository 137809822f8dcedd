import type { Candidate } from './candidates.js';
import { type ChainModel, readVote, VOTE_WORDS, vote3 } from './chain-model.js';
import { makeFeatureList } from './feature-list.js';
import { JUDGE_COLUMNS, JUDGE_FEATURE_CAPACITY, judgeColumns, judgeFeatures, type Surroundings } from './judge-features.js';
import type { TokenTable } from './token-table.js';
import { askTrees, type Trees } from './trees.js';

/** Decides how likely a candidate is right: a sparse model over its words, then trees over its figures. */
export interface JudgeModel {
  /** Two labels, wrong and right, over chains of one. */
  readonly words: ChainModel;
  readonly trees: Trees;
}

/** Makes the function that tells how likely a candidate is right, from 0 to 1. */
export function createJudge(table: TokenTable, model: JudgeModel): (candidate: Candidate, around: Surroundings) => number {
  const list = makeFeatureList(JUDGE_FEATURE_CAPACITY);
  const row = new Float32Array(JUDGE_COLUMNS);
  return (candidate, around) => {
    judgeColumns(table, candidate, around, wordsScore(table, model.words, candidate, around, list), row);
    return 1 / (1 + Math.exp(-askTrees(model.trees, row)));
  };
}

const votes = new Int32Array(VOTE_WORDS);

/** The log-odds that the words of a candidate give it. */
export function wordsScore(
  table: TokenTable,
  model: ChainModel,
  candidate: Candidate,
  around: Surroundings,
  list: ReturnType<typeof makeFeatureList>,
): number {
  judgeFeatures(table, candidate, around, list);
  vote3(model, list, votes, 0);
  return (readVote(votes, 0, 1) - readVote(votes, 0, 0)) * model.scale + (model.starts[1] as number) - (model.starts[0] as number);
}
