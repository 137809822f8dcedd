import { CUE_FEATURE_CAPACITY, cueFeatures, makeCueContext } from '../../src/engine/attributions/cue-features.js';
import { CUE } from '../../src/engine/attributions/cue-finder.js';
import { makeFeatureList } from '../../src/engine/attributions/feature-list.js';
import { ChainData } from './chain-trainer.js';
import type { Prepared } from './prepare.js';

const ANY = 7;

/**
 * Every sentence as a chain to find cues in. Cues inside labelled content are not labelled: words there that are often cues
 * elsewhere are left open, all others are taken as none.
 */
export function cueData(articles: readonly Prepared[]): ChainData {
  const data = new ChainData();
  const list = makeFeatureList(CUE_FEATURE_CAPACITY);
  const often = oftenCues(articles);
  for (const { table, sentenced, gold } of articles) {
    const right = new Uint8Array(table.count).fill(1 << CUE.none);
    for (const { content } of gold) {
      for (const { from, to } of content) for (let at = from; at < to; at++) if (often.has(table.stem[at] ?? 0)) right[at] = ANY;
    }
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

/** A stem is often a cue where so large a share of it, outside labelled content, is part of one. */
const OFTEN = 0.2;

function oftenCues(articles: readonly Prepared[]): ReadonlySet<number> {
  const counts = new Map<number, { cues: number; all: number }>();
  for (const { table, gold } of articles) {
    const state = new Uint8Array(table.count);
    for (const { content } of gold) for (const { from, to } of content) state.fill(2, from, to);
    for (const { cue } of gold) if (cue !== null) state.fill(1, cue.from, cue.to);
    for (let at = 0; at < table.count; at++) {
      if (state[at] === 2) continue;
      const stem = table.stem[at] ?? 0;
      const count = counts.get(stem) ?? { cues: 0, all: 0 };
      counts.set(stem, { cues: count.cues + (state[at] === 1 ? 1 : 0), all: count.all + 1 });
    }
  }
  return new Set([...counts].filter(([, { cues, all }]) => cues >= 2 && cues / all >= OFTEN).map(([stem]) => stem));
}
