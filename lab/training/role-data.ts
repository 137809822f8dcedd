import { headOf, ROLE } from '../../src/engine/attributions/role-features.js';
import { eachRoleFeatures } from '../../src/engine/attributions/role-finder.js';
import type { TokenTable } from '../../src/engine/attributions/token-table.js';
import type { TokenRange } from '../../src/engine/model.js';
import { ChainData } from './chain-trainer.js';
import type { GoldRanges, Prepared } from './prepare.js';

const ANY = 31;

/** The surroundings of every labelled cue as a chain to find source and content in. */
export function roleData(articles: readonly Prepared[]): ChainData {
  const data = new ChainData();
  for (const { table, gold } of articles) {
    for (const attribution of gold) {
      if (attribution.cue === null) continue;
      for (const cue of extentsOf(table, attribution.cue)) addWindow(data, table, attribution, cue);
    }
  }
  return data;
}

/** A cue as people labelled it and, of a longer one, its head alone: cues that are found are often a word longer or shorter. */
function extentsOf(table: TokenTable, cue: TokenRange): readonly TokenRange[] {
  if (cue.to - cue.from === 1) return [cue];
  const head = headOf(table, cue);
  return [cue, { from: head, to: head + 1 }];
}

function addWindow(data: ChainData, table: TokenTable, attribution: GoldRanges, cue: TokenRange): void {
  data.startChain();
  eachRoleFeatures(table, cue, (at, relative, side) => {
    const inCue = at >= cue.from && at < cue.to;
    data.addPlace(inCue ? 1 : 1 << roleAt(attribution, at), inCue ? 1 : ANY, relative, side);
  });
}

export function roleAt({ source, content }: GoldRanges, at: number): number {
  const holds = ({ from, to }: TokenRange): boolean => at >= from && at < to;
  if (source.some(holds)) return source.some(({ from }) => from === at) ? ROLE.sourceStart : ROLE.source;
  if (content.some(holds)) return content.some(({ from }) => from === at) ? ROLE.contentStart : ROLE.content;
  return ROLE.none;
}
