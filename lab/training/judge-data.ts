import { type Candidate, readWindow } from '../../src/engine/attributions/candidates.js';
import type { ChainModel } from '../../src/engine/attributions/chain-model.js';
import { findCues } from '../../src/engine/attributions/cue-finder.js';
import { type Surroundings, surroundingsOf } from '../../src/engine/attributions/judge-features.js';
import { createRoleScorer } from '../../src/engine/attributions/role-finder.js';
import type { TokenTable } from '../../src/engine/attributions/token-table.js';
import type { TokenRange } from '../../src/engine/model.js';
import type { GoldRanges, Prepared } from './prepare.js';

/** A candidate with whether a person would agree with it. */
export interface JudgedCandidate {
  readonly table: TokenTable;
  readonly article: number;
  readonly candidate: Candidate;
  readonly around: Surroundings;
  /** 1 where content and source agree with a labelled attribution as the scorer's "found" asks, around the same cue. */
  readonly right: number;
  /** True where the cue stands in labelled content: nobody labelled what is nested. */
  readonly nested: boolean;
}

/** All candidates of the articles, found with a model that did not see them. */
export function judgedCandidates(articles: readonly Prepared[], cues: ChainModel, roles: ChainModel): readonly JudgedCandidate[] {
  return articles.flatMap(({ table, sentenced, gold }, article) => {
    const score = createRoleScorer(table, roles);
    const candidates = findCues(table, sentenced.sentences, cues).map((cue) => readWindow(table, cue, score(cue), roles));
    return candidates.map((candidate, index) => ({
      table,
      article,
      candidate,
      around: surroundingsOf(candidates, index),
      right: gold.some((one) => agrees(candidate, one)) ? 1 : 0,
      nested: gold.some(({ content }) => shared(content, [candidate.cue]) > 0),
    }));
  });
}

/** Cues overlap, content agrees by half or more of all its tokens, and sources overlap or are both absent. */
function agrees({ cue, source, content }: Candidate, gold: GoldRanges): boolean {
  const common = shared(content, gold.content);
  if (gold.cue !== null && shared([cue], [gold.cue]) === 0) return false;
  const sources = source.length === 0 && gold.source.length === 0 ? true : shared(source, gold.source) > 0;
  return sources && common > 0 && common / (size(content) + size(gold.content) - common) >= 0.5;
}

const size = (ranges: readonly TokenRange[]): number => ranges.reduce((sum, { from, to }) => sum + to - from, 0);

function shared(a: readonly TokenRange[], b: readonly TokenRange[]): number {
  let sum = 0;
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from));
  return sum;
}
