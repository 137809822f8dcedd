import { type Candidate, readWindow } from '../../src/engine/attributions/candidates.js';
import { findCues } from '../../src/engine/attributions/cue-finder.js';
import { type CueStarts, markCues } from '../../src/engine/attributions/reading-features.js';
import { createRoleScorer } from '../../src/engine/attributions/role-finder.js';
import type { TokenTable } from '../../src/engine/attributions/token-table.js';
import { agreement } from './agreement.js';
import type { GoldRanges, Prepared } from './prepare.js';
import type { Chains } from './train-model.js';

/** The readings of one cue's window, with how well each agrees with what people labelled there. */
export interface WindowReadings {
  readonly readings: readonly Candidate[];
  /** For each reading 0 to 1; null where nothing is labelled at this cue. */
  readonly worth: readonly number[] | null;
}

/** All windows of one article, read by chains that did not see it. */
export interface ArticleReadings {
  readonly table: TokenTable;
  readonly cues: CueStarts;
  readonly gold: readonly GoldRanges[];
  readonly windows: readonly WindowReadings[];
}

export function articleReadings({ table, sentenced, gold }: Prepared, { cues, roles }: Chains): ArticleReadings {
  const score = createRoleScorer(table, roles);
  const found = findCues(table, sentenced.sentences, cues);
  const windows = found.map((cue): WindowReadings => {
    const readings = readWindow(table, cue, score(cue), roles);
    const labelled = gold.filter((one) => one.cue !== null && one.content.length > 0 && one.cue.from < cue.to && cue.from < one.cue.to);
    const worth = labelled.length === 0 ? null : readings.map((reading) => Math.max(...labelled.map((one) => agreement(reading, one))));
    return { readings, worth };
  });
  return { table, cues: markCues(table, found), gold, windows };
}
