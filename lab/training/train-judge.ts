import { makeFeatureList } from '../../src/engine/attributions/feature-list.js';
import { type JudgeModel, wordsScore } from '../../src/engine/attributions/judge.js';
import { JUDGE_COLUMNS, JUDGE_FEATURE_CAPACITY, judgeColumns, judgeFeatures } from '../../src/engine/attributions/judge-features.js';
import { ChainData, trainChain } from './chain-trainer.js';
import type { JudgedCandidate } from './judge-data.js';
import { packChain } from './pack.js';
import { trainTrees } from './tree-trainer.js';

const PARTS = 4;
const WORD_ROWS = 2 ** 17;

/** Trains the judge: the trees learn from what a sparse model says that did not see the candidate's article. */
export function trainJudge(candidates: readonly JudgedCandidate[], seed: number): JudgeModel {
  const rows = new Float32Array(candidates.length * JUDGE_COLUMNS);
  const list = makeFeatureList(JUDGE_FEATURE_CAPACITY);
  for (let part = 0; part < PARTS; part++) {
    const words = trainWords(
      candidates.filter(({ article }) => article % PARTS !== part),
      seed,
    );
    candidates.forEach(({ table, article, candidate, around }, at) => {
      if (article % PARTS !== part) return;
      const score = wordsScore(table, words, candidate, around, list);
      judgeColumns(table, candidate, around, score, rows.subarray(at * JUDGE_COLUMNS, (at + 1) * JUDGE_COLUMNS));
    });
  }
  const targets = Float32Array.from(candidates, ({ right }) => right);
  const trees = trainTrees(
    { width: JUDGE_COLUMNS, rows, targets },
    { trees: 160, depth: 5, rate: 0.06, leaf: 30, pull: 3, rows: 0.7, columns: 0.5, seed },
  );
  return { words: trainWords(candidates, seed), trees };
}

function trainWords(candidates: readonly JudgedCandidate[], seed: number): JudgeModel['words'] {
  const data = new ChainData();
  const list = makeFeatureList(JUDGE_FEATURE_CAPACITY);
  for (const { table, candidate, around, right } of candidates) {
    data.startChain();
    judgeFeatures(table, candidate, around, list);
    data.addPlace(right === 1 ? 2 : 1, 3, list);
  }
  return packChain(trainChain(data, { labels: 2, rounds: 8, rate: 0.05, warm: 0.1, dropout: 0.5, decay: 1e-4, least: 3, seed }), WORD_ROWS);
}
