import { type FeatureList, hashOf } from './feature-list.js';

/**
 * A linear model that labels a chain of places: each place's features vote for each label, and each label for the next.
 * Features are hashes; the weights of one feature stand together in one row of a table with open addressing.
 */
export interface ChainModel {
  readonly labels: number;
  /**
   * Rows of one word (up to three labels) or two (up to seven): the first byte is the feature's check byte (0: free), the
   * others are signed weights, one a label. A feature stands in the row of its hash or in that row's neighbour. The number
   * of rows is a power of two.
   */
  readonly rows: Int32Array;
  /** Words a row. */
  readonly stride: number;
  /** What a weight of 1 in `rows` is worth. */
  readonly scale: number;
  /** `transitions[a * labels + b]`: from label a to label b. */
  readonly transitions: Float32Array;
  /** Weights of each label at the start of a chain. */
  readonly starts: Float32Array;
}

export const FORBIDDEN = -1e6;

/** The check byte of a feature, 1 to 255: a free row has 0. */
export const checkOf = (hash: number): number => hash >>> 24 || 1;

/**
 * What features vote in sum, packed: {@link VOTE_WORDS} numbers, in each the sums of two labels and, in the last, how many
 * features they are of. Packed votes are added number by number; {@link readVote} unpacks one label's. The weights are summed
 * {@link LIFT} higher than they are, as positive numbers that leave their neighbours in the number alone; up to 256 features
 * a sum cannot grow out of its half.
 */
export type Votes = Int32Array;

export const VOTE_WORDS = 4;
const LIFT = 128;
const LIFTED = 0x80808000 | 0;

/** The votes for label `label` (0 to 4) in the packed votes that start at `at`. */
export function readVote(votes: Votes, at: number, label: number): number {
  const packed = votes[at + (label >> 1)] as number;
  return ((packed >>> ((label & 1) << 4)) & 0xffff) - LIFT * (votes[at + 3] as number);
}

/** Adds packed votes to others. */
export function addVotes(from: Votes, at: number, into: Votes, place: number): void {
  into[place] = (into[place] as number) + (from[at] as number);
  into[place + 1] = (into[place + 1] as number) + (from[at + 1] as number);
  into[place + 2] = (into[place + 2] as number) + (from[at + 2] as number);
  into[place + 3] = (into[place + 3] as number) + (from[at + 3] as number);
}

/** All bits where the lowest bytes of a row and of a check agree, else none. */
const agreement = (row: number, check: number): number => (((row ^ check) & 255) - 1) >> 31;

/** The hashes of the features being voted with. */
const hashes = new Int32Array(LIFT * 2);
const lastTouched = new Int32Array(1);

/**
 * Hashes the features and touches the row of each. Tables are larger than a processor's near memory: when all rows are asked for
 * before the first is used, their ways overlap.
 */
function fetchRows({ rows, stride }: ChainModel, { keys, length }: FeatureList): void {
  const mask = rows.length / stride - 1;
  const wide = stride - 1;
  let touched = 0;
  for (let f = 0; f < length; f++) {
    const hash = hashOf(keys[f] as number);
    hashes[f] = hash;
    touched ^= rows[(hash & mask) << wide] as number;
  }
  // kept, or the loads would count as useless and be left out
  lastTouched[0] = touched;
}

// The row of a feature that is known is taken whole, that of an unknown one as zeros, without a branch: near half of the
// features are unknown, and a processor that guesses wrongly so often waits longer for that than for the table.

/** Sets the votes at `at` to what the features vote, for a model of two or three labels. Unknown features vote nothing. */
export function vote3(model: ChainModel, list: FeatureList, votes: Votes, at: number): void {
  const { rows } = model;
  const { length } = list;
  const mask = rows.length - 1;
  fetchRows(model, list);
  let first = 0;
  let second = 0;
  for (let f = 0; f < length; f++) {
    const hash = hashes[f] as number;
    const check = checkOf(hash);
    const place = hash & mask;
    const one = rows[place] as number;
    const other = rows[place ^ 1] as number;
    const isOne = agreement(one, check);
    const row = ((one & isOne) | (other & agreement(other, check) & ~isOne)) ^ LIFTED;
    first += ((row >>> 8) & 0xff) | (row & 0xff0000);
    second += row >>> 24;
  }
  votes[at] = first;
  votes[at + 1] = second;
  votes[at + 2] = 0;
  votes[at + 3] = length;
}

/** The same for a model of five labels. */
export function vote5(model: ChainModel, list: FeatureList, votes: Votes, at: number): void {
  const { rows } = model;
  const { length } = list;
  const mask = rows.length / 2 - 1;
  fetchRows(model, list);
  let first = 0;
  let second = 0;
  let third = 0;
  for (let f = 0; f < length; f++) {
    const hash = hashes[f] as number;
    const check = checkOf(hash);
    const place = (hash & mask) << 1;
    const one = rows[place] as number;
    const other = rows[place ^ 2] as number;
    const isOne = agreement(one, check);
    const isOther = agreement(other, check) & ~isOne;
    const row = ((one & isOne) | (other & isOther)) ^ LIFTED;
    const more = (((rows[place + 1] as number) & isOne) | ((rows[place ^ 3] as number) & isOther)) ^ (LIFTED >>> 8);
    first += ((row >>> 8) & 0xff) | (row & 0xff0000);
    second += (row >>> 24) | ((more & 0xff) << 16);
    third += (more >>> 8) & 0xff;
  }
  votes[at] = first;
  votes[at + 1] = second;
  votes[at + 2] = third;
  votes[at + 3] = length;
}

/** Room to work in, kept from call to call: nothing in it outlives one. */
let kept = { back: new Uint8Array(2048), emissions: new Float64Array(2048), forward: new Float64Array(2048) };
const lastScores = new Float32Array(8);
const nextScores = new Float32Array(8);
const linkOdds = new Float64Array(64);
const backwardOdds = new Float64Array(8);
const followingOdds = new Float64Array(8);

function room(size: number): typeof kept {
  if (kept.back.length < size)
    kept = { back: new Uint8Array(size * 2), emissions: new Float64Array(size * 2), forward: new Float64Array(size * 2) };
  return kept;
}

/** The best labels of a chain of `count` places, whose scores stand in `scores`, into `best`. */
export function viterbi(
  model: Pick<ChainModel, 'labels' | 'transitions' | 'starts'>,
  scores: Float32Array,
  count: number,
  best: Uint8Array,
): void {
  const { labels, transitions, starts } = model;
  const back = room(count * labels).back;
  let last = lastScores;
  let next = nextScores;
  for (let label = 0; label < labels; label++) last[label] = (starts[label] as number) + (scores[label] as number);
  for (let at = 1; at < count; at++) {
    for (let label = 0; label < labels; label++) {
      let top = -Infinity;
      let from = 0;
      for (let previous = 0; previous < labels; previous++) {
        const score = (last[previous] as number) + (transitions[previous * labels + label] as number);
        if (score > top) {
          top = score;
          from = previous;
        }
      }
      next[label] = top + (scores[at * labels + label] as number);
      back[at * labels + label] = from;
    }
    [last, next] = [next, last];
  }
  let label = 0;
  for (let other = 1; other < labels; other++) if ((last[other] as number) > (last[label] as number)) label = other;
  for (let at = count - 1; at >= 0; at--) {
    best[at] = label;
    label = back[at * labels + label] ?? 0;
  }
}

/**
 * The probability of each label at each place, into `marginals`; returns the logarithm of the sum over all labellings.
 * Works in probabilities scaled place by place, so that no logarithm is taken but one a place.
 */
export function marginalsOf(
  model: Pick<ChainModel, 'labels' | 'transitions' | 'starts'>,
  scores: Float32Array,
  count: number,
  marginals: Float32Array,
): number {
  const { labels, transitions, starts } = model;
  const { emissions, forward } = room(count * labels);
  const links = linkOdds;
  for (let at = 0; at < labels * labels; at++) links[at] = Math.exp(transitions[at] as number);
  let logSum = 0;
  for (let at = 0; at < count; at++) {
    let top = -Infinity;
    for (let label = 0; label < labels; label++) {
      const score = (scores[at * labels + label] as number) + (at === 0 ? (starts[label] as number) : 0);
      if (score > top) top = score;
    }
    logSum += top;
    let sum = 0;
    for (let label = 0; label < labels; label++) {
      const score = (scores[at * labels + label] as number) + (at === 0 ? (starts[label] as number) : 0);
      const emission = Math.exp(score - top);
      emissions[at * labels + label] = emission;
      let value = at === 0 ? 1 : 0;
      if (at > 0)
        for (let previous = 0; previous < labels; previous++)
          value += (forward[(at - 1) * labels + previous] as number) * (links[previous * labels + label] as number);
      value *= emission;
      forward[at * labels + label] = value;
      sum += value;
    }
    if (!(sum > 0)) sum = Number.MIN_VALUE;
    for (let label = 0; label < labels; label++) forward[at * labels + label] = (forward[at * labels + label] as number) / sum;
    logSum += Math.log(sum);
  }
  const backward = backwardOdds.fill(1);
  const following = followingOdds;
  for (let at = count - 1; at >= 0; at--) {
    let sum = 0;
    for (let label = 0; label < labels; label++) {
      const value = (forward[at * labels + label] as number) * (backward[label] as number);
      marginals[at * labels + label] = value;
      sum += value;
    }
    for (let label = 0; label < labels; label++) marginals[at * labels + label] = (marginals[at * labels + label] as number) / (sum || 1);
    if (at === 0) break;
    let total = 0;
    for (let label = 0; label < labels; label++)
      following[label] = (emissions[at * labels + label] as number) * (backward[label] as number);
    for (let previous = 0; previous < labels; previous++) {
      let value = 0;
      for (let label = 0; label < labels; label++) value += (links[previous * labels + label] as number) * (following[label] as number);
      backward[previous] = value;
      total += value;
    }
    for (let label = 0; label < labels; label++) backward[label] = (backward[label] as number) / (total || 1);
  }
  return logSum;
}
