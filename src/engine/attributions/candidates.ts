import type { TokenRange } from '../model.js';
import { type ChainModel, marginalsOf, viterbi } from './chain-model.js';
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
  /** Least and mean probability of the source's tokens; 0 where there is no source. */
  readonly sourceLeast: number;
  readonly sourceMean: number;
  readonly contentLeast: number;
  readonly contentMean: number;
  /** Largest probability of any token to be source, or content. */
  readonly sourceMost: number;
  readonly contentMost: number;
}

/** Room to work in, kept from call to call. */
let labels = new Uint8Array(512);
let chances = new Float32Array(512 * ROLES);

/** The best reading of a cue's window. */
export function readWindow(table: TokenTable, cue: CandidateCue, { window, scores }: RoleScores, model: ChainModel): Candidate {
  const count = window.to - window.from;
  if (labels.length < count) labels = new Uint8Array(count * 2);
  if (chances.length < count * ROLES) chances = new Float32Array(count * ROLES * 2);
  const best = labels.subarray(0, count);
  const marginals = chances;
  viterbi(model, scores, count, best);
  const all = marginalsOf(model, scores, count, marginals);
  const source = summary(best, marginals, ROLE.sourceStart, ROLE.source);
  const content = summary(best, marginals, ROLE.contentStart, ROLE.content);
  return {
    cue,
    ...withoutDateline(table, rangesOf(best, window)),
    certainty: pathScore(model, scores, best) - all,
    sourceLeast: source.least,
    sourceMean: source.mean,
    sourceMost: source.most,
    contentLeast: content.least,
    contentMean: content.mean,
    contentMost: content.most,
  };
}

function pathScore({ labels: width, transitions, starts }: ChainModel, scores: Float32Array, best: Uint8Array): number {
  let sum = best.length > 0 ? (starts[best[0] as number] as number) : 0;
  for (let at = 0; at < best.length; at++) {
    sum += scores[at * width + (best[at] as number)] as number;
    if (at > 0) sum += transitions[(best[at - 1] as number) * width + (best[at] as number)] as number;
  }
  return sum;
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
