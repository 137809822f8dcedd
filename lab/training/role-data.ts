import { ROLE } from '../../src/engine/attributions/role-features.js';
import { eachRoleFeatures } from '../../src/engine/attributions/role-finder.js';
import type { TokenRange } from '../../src/engine/model.js';
import { ChainData } from './chain-trainer.js';
import type { GoldRanges, Prepared } from './prepare.js';

const ANY = 31;

/** The surroundings of every labelled cue as a chain to find source and content in. */
export function roleData(articles: readonly Prepared[]): ChainData {
  const data = new ChainData();
  for (const { table, gold } of articles) {
    for (const attribution of gold) {
      const { cue } = attribution;
      if (cue === null) continue;
      data.startChain();
      eachRoleFeatures(table, cue, (at, relative, side) => {
        const inCue = at >= cue.from && at < cue.to;
        data.addPlace(inCue ? 1 : 1 << roleAt(attribution, at), inCue ? 1 : ANY, relative, side);
      });
    }
  }
  return data;
}

export function roleAt({ source, content }: GoldRanges, at: number): number {
  const holds = ({ from, to }: TokenRange): boolean => at >= from && at < to;
  if (source.some(holds)) return source.some(({ from }) => from === at) ? ROLE.sourceStart : ROLE.source;
  if (content.some(holds)) return content.some(({ from }) => from === at) ? ROLE.contentStart : ROLE.content;
  return ROLE.none;
}
