import { CUE_FEATURE_CAPACITY, cueFeatures, makeCueContext } from '../../src/engine/attributions/cue-features.js';
import { CUE } from '../../src/engine/attributions/cue-finder.js';
import { makeFeatureList } from '../../src/engine/attributions/feature-list.js';
import { ChainData } from './chain-trainer.js';
import type { Prepared } from './prepare.js';

const ANY = 7;

/** Every sentence as a chain to find cues in. */
export function cueData(articles: readonly Prepared[]): ChainData {
  const data = new ChainData();
  const list = makeFeatureList(CUE_FEATURE_CAPACITY);
  for (const { table, sentenced, gold } of articles) {
    const right = new Uint8Array(table.count).fill(1 << CUE.none);
    for (const { cue } of gold) {
      if (cue === null) continue;
      right.fill(1 << CUE.more, cue.from, cue.to);
      right[cue.from] = 1 << CUE.start;
    }
    const context = makeCueContext(table);
    for (const sentence of sentenced.sentences) {
      data.startChain();
      for (let at = sentence.from; at < sentence.to; at++) {
        cueFeatures(table, context, at, list);
        data.addPlace(right[at] ?? ANY, ANY, list);
      }
    }
  }
  return data;
}
