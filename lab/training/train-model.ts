import type { ChainModel } from '../../src/engine/attributions/chain-model.js';
import type { Lexicon } from '../../src/engine/attributions/lexicon.js';
import type { AttributionModel } from '../../src/engine/attributions/model-file.js';
import { trainChain } from './chain-trainer.js';
import { type CrossValidation, crossValidate } from './cross-validate.js';
import { cueData } from './cue-data.js';
import { FOLDS, inFold, outOfFold } from './folds.js';
import { judgedCandidates } from './judge-data.js';
import { packChain } from './pack.js';
import type { Prepared } from './prepare.js';
import { type ArticleReadings, articleReadings } from './reading-data.js';
import { roleData } from './role-data.js';
import { trainJudge } from './train-judge.js';
import { trainRanker } from './train-ranker.js';

const SEED = 1;
const COMMON = { rate: 0.05, warm: 0.1, dropout: 0.5, decay: 1e-5, least: 3, seed: SEED } as const;

/** Rows of the packed tables: powers of two, small enough to stay in a processor's cache. */
const CUE_ROWS = 2 ** 18;
const ROLE_ROWS = 2 ** 18;

type Log = (line: string) => void;

/** The two chains: cues, and source and content around them. */
export interface Chains {
  readonly cues: ChainModel;
  readonly roles: ChainModel;
}

export function trainChains(articles: readonly Prepared[], log: Log): Chains {
  const cues = packChain(trainChain(cueData(articles), { ...COMMON, labels: 3, rounds: 5, log }), CUE_ROWS);
  const roles = packChain(trainChain(roleData(articles), { ...COMMON, labels: 5, rounds: 6, log }), ROLE_ROWS);
  return { cues, roles };
}

/** The windows of every article, read by chains that did not see its fold. */
export function foldReadings(articles: readonly Prepared[], chainsOf: (fold: number) => Chains): readonly (readonly ArticleReadings[])[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const chains = chainsOf(fold);
    return inFold(articles, fold).map((article) => articleReadings(article, chains));
  });
}

export interface Trained {
  readonly model: AttributionModel;
  readonly validation: CrossValidation;
}

/** Trains the whole model on the articles, and measures it on folds of them. Deterministic: the same articles give the same bytes. */
export function trainModel(articles: readonly Prepared[], lexicon: Lexicon, log: Log): Trained {
  const folds = foldReadings(articles, (fold) => {
    log(`fold ${fold + 1} of ${FOLDS}`);
    return trainChains(outOfFold(articles, fold), log);
  });
  log('all articles');
  return finishModel(articles, lexicon, folds, trainChains(articles, log));
}

/** The model of these chains, with a ranker and a judge that learn from the folds' readings. */
export function finishModel(
  articles: readonly Prepared[],
  lexicon: Lexicon,
  folds: readonly (readonly ArticleReadings[])[],
  chains: Chains,
): Trained {
  const labelled = articles.reduce((sum, { gold }) => sum + gold.filter(({ content }) => content.length > 0).length, 0);
  const judged = folds.map((fold, index) => judgedCandidates(fold, trainRanker(folds.filter((_, other) => other !== index).flat(), SEED)));
  const readings = trainRanker(folds.flat(), SEED);
  return { model: { lexicon, ...chains, readings, judge: trainJudge(judged.flat(), SEED) }, validation: crossValidate(judged, labelled) };
}
