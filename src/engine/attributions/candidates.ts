import type { TokenRange } from '../model.js';
import { bestPaths } from './best-paths.js';
import { type ChainModel, marginalsOf } from './chain-model.js';
import type { CandidateCue } from './cue-finder.js';
import { ROLE, ROLES } from './role-features.js';
import type { RoleScores } from './role-finder.js';
import { MARK, SHAPE, type TokenTable } from './token-table.js';

interface Ranges {
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
}

/** A cue with the words around it that seem to be its source and content. */
export interface Candidate extends Ranges {
  readonly cue: CandidateCue;
  /** Logarithm of the probability of this reading of the window among all readings. */
  readonly certainty: number;
  /** How likely this reading is among those of the window that were weighed against one another. */
  readonly choice: number;
  /** Least and mean probability of the source's tokens; 0 where there is no source. */
  readonly sourceLeast: number;
  readonly sourceMean: number;
  readonly contentLeast: number;
  readonly contentMean: number;
  /** Largest probability of any token to be source, or content. */
  readonly sourceMost: number;
  readonly contentMost: number;
}

/** How many readings of a window are weighed against one another. */
export const READINGS = 6;

/** Room to work in, kept from call to call. */
let chances = new Float32Array(512 * ROLES);

/** The likeliest readings of a cue's window, the likeliest first. */
export function readWindow(table: TokenTable, cue: CandidateCue, { window, scores }: RoleScores, model: ChainModel): readonly Candidate[] {
  const count = window.to - window.from;
  if (chances.length < count * ROLES) chances = new Float32Array(count * ROLES * 2);
  const marginals = chances;
  const all = marginalsOf(model, scores, count, marginals);
  const paths = bestPaths(model, scores, marginals, count, READINGS);
  const readings: Candidate[] = [];
  for (let path = 0; path < paths.count; path++) {
    const best = paths.labels.subarray(path * count, (path + 1) * count);
    const source = summary(best, marginals, ROLE.sourceStart, ROLE.source);
    const content = summary(best, marginals, ROLE.contentStart, ROLE.content);
    readings.push({
      cue,
      ...withoutDateline(table, rangesOf(best, window)),
      certainty: (paths.scores[path] as number) - all,
      choice: 1,
      sourceLeast: source.least,
      sourceMean: source.mean,
      sourceMost: source.most,
      contentLeast: content.least,
      contentMean: content.mean,
      contentMost: content.most,
    });
  }
  return readings;
}

function summary(
  best: Uint8Array,
  marginals: Float32Array,
  start: number,
  inside: number,
): { readonly least: number; readonly mean: number; readonly most: number } {
  let least = 1;
  let sum = 0;
  let count = 0;
  let most = 0;
  for (let at = 0; at < best.length; at++) {
    const chance = (marginals[at * ROLES + start] as number) + (marginals[at * ROLES + inside] as number);
    if (chance > most) most = chance;
    if (best[at] !== start && best[at] !== inside) continue;
    if (chance < least) least = chance;
    sum += chance;
    count++;
  }
  return count === 0 ? { least: 0, mean: 0, most } : { least, mean: sum / count, most };
}

/** The runs of labels as ranges of tokens. */
function rangesOf(
  labels: Uint8Array,
  window: TokenRange,
): { readonly source: readonly TokenRange[]; readonly content: readonly TokenRange[] } {
  const source: TokenRange[] = [];
  const content: TokenRange[] = [];
  for (let place = 0; place < labels.length; place++) {
    const label = labels[place];
    if (label === ROLE.none) continue;
    const inside = label === ROLE.sourceStart || label === ROLE.source ? ROLE.source : ROLE.content;
    let end = place + 1;
    while (end < labels.length && labels[end] === inside) end++;
    (inside === ROLE.source ? source : content).push({ from: window.from + place, to: window.from + end });
    place = end - 1;
  }
  return { source, content };
}

/** A dateline is at most so many tokens, its dash included. */
const LONGEST_DATELINE = 14;

/** Nobody says the dateline: content that starts with it starts behind it ("OSTERIN CITY, May 3 – “We will sign,” Varga said"). */
function withoutDateline(table: TokenTable, ranges: Ranges): Ranges {
  const first = ranges.content[0];
  if (first === undefined || table.shape[first.from] !== SHAPE.upper) return ranges;
  if (first.from > 0 && table.block[first.from - 1] === table.block[first.from]) return ranges;
  const end = Math.min(first.to - 1, first.from + LONGEST_DATELINE);
  for (let at = first.from + 1; at < end; at++) {
    if (table.mark[at] === MARK.dash) return { ...ranges, content: [{ from: at + 1, to: first.to }, ...ranges.content.slice(1)] };
  }
  return ranges;
}
