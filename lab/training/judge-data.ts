import type { Candidate } from '../../src/engine/attributions/candidates.js';
import { type Surroundings, surroundingsOf } from '../../src/engine/attributions/judge-features.js';
import { createRanker, type RankerModel } from '../../src/engine/attributions/reading-ranker.js';
import type { TokenTable } from '../../src/engine/attributions/token-table.js';
import { agrees, shared } from './agreement.js';
import type { ArticleReadings } from './reading-data.js';

/** A candidate with whether a person would agree with it. */
export interface JudgedCandidate {
  readonly table: TokenTable;
  readonly article: number;
  readonly candidate: Candidate;
  readonly around: Surroundings;
  /** 1 where content and source agree with a labelled attribution as the scorer's "found" asks, around the same cue. */
  readonly right: number;
}

/** All candidates of the articles: of each window the reading that a ranker chose that did not see it. */
export function judgedCandidates(articles: readonly ArticleReadings[], ranker: RankerModel): readonly JudgedCandidate[] {
  return articles.flatMap(({ table, cues, gold, windows }, article) => {
    const choose = createRanker(table, cues, ranker);
    const candidates = windows.map(({ readings }) => choose(readings)).filter((one): one is Candidate => one !== null);
    return candidates.map((candidate, index) => ({
      table,
      article,
      candidate,
      around: surroundingsOf(candidates, index),
      right: gold.some((one) => (one.cue === null || shared([candidate.cue], [one.cue]) > 0) && agrees(candidate, one)) ? 1 : 0,
    }));
  });
}
