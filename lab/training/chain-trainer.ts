import { FORBIDDEN, marginalsOf } from '../../src/engine/attributions/chain-model.js';
import { type FeatureList, hashOf } from '../../src/engine/attributions/feature-list.js';
import { indexFeatures } from './feature-index.js';
import { randomNumbers, shuffled } from './random.js';

/** Chains to learn from: features as hashes, place after place, and which labels are right and which are possible. */
export class ChainData {
  hashes = new Int32Array(1 << 20);
  length = 0;
  /** Where each place's features start in `hashes`. */
  readonly starts: number[] = [];
  /** Bits of the labels that a person would accept at each place. */
  readonly right: number[] = [];
  /** Bits of the labels that are possible at each place. */
  readonly possible: number[] = [];
  /** Where each chain starts, in places. */
  readonly chains: number[] = [];
  readonly weights: number[] = [];

  startChain(weight = 1): void {
    this.chains.push(this.starts.length);
    this.weights.push(weight);
  }

  addPlace(right: number, possible: number, ...lists: FeatureList[]): void {
    this.starts.push(this.length);
    this.right.push(right);
    this.possible.push(possible);
    for (const list of lists) {
      if (this.length + list.length > this.hashes.length) {
        const grown = new Int32Array(this.hashes.length * 2);
        grown.set(this.hashes);
        this.hashes = grown;
      }
      for (let at = 0; at < list.length; at++) this.hashes[this.length++] = hashOf(list.keys[at] as number);
    }
  }
}

export interface TrainedChain {
  readonly labels: number;
  readonly hashes: Int32Array;
  readonly weights: Float32Array;
  readonly transitions: Float32Array;
  readonly starts: Float32Array;
}

export interface ChainOptions {
  readonly labels: number;
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
  /** What AdaGrad's sums start with: large values make the first steps small. */
  readonly warm: number;
  /** Share of features that are left out at random each time, so that none is leaned on alone. */
  readonly dropout: number;
  readonly least: number;
  readonly seed: number;
  readonly log?: (line: string) => void;
}

/** A place whose probabilities are off by less than this teaches nothing that is worth the time. */
const STILL = 2e-3;

/** A chain whose right labels are this likely (as a loss) is left out of the next round. */
const CALM = 0.02;

/** Learns a conditional random field with AdaGrad; the weights of the later rounds are averaged. */
export function trainChain(data: ChainData, options: ChainOptions): TrainedChain {
  const { labels, rate, decay } = options;
  const hashes = indexFeatures(data.hashes, data.length, options.least);
  const count = hashes.length;
  const ids = data.hashes;
  const size = count * labels;
  // weights and AdaGrad's sums of one feature stand side by side: they are always read together
  const width = labels * 2;
  const weights = new Float32Array(count * width);
  for (let at = 0; at < weights.length; at++) weights[at] = at % width < labels ? 0 : options.warm;
  const sums = new Float32Array(size);
  const links = new Float32Array(labels * labels);
  const linkSquares = new Float32Array(labels * labels).fill(options.warm);
  const linkSums = new Float32Array(labels * labels);
  const starts = new Float32Array(labels);
  const startSquares = new Float32Array(labels).fill(options.warm);
  const startSums = new Float32Array(labels);
  const all = (1 << labels) - 1;
  data.starts.push(data.length);
  data.chains.push(data.right.length);
  const order = data.chains.slice(0, -1).map((_, at) => at);
  let scores = new Float32Array(1024 * labels);
  let tied = new Float32Array(1024 * labels);
  let free = new Float32Array(1024 * labels);
  let held = new Float32Array(1024 * labels);
  const random = randomNumbers(options.seed);
  let active = new Int32Array(1 << 16);
  const rest = new Uint8Array(order.length);
  const averaged = Math.max(1, Math.floor(options.rounds / 2));
  for (let round = 0; round < options.rounds; round++) {
    let loss = 0;
    for (const chain of shuffled(order, options.seed * 1000 + round)) {
      if (rest[chain] === 1) {
        rest[chain] = 0;
        continue;
      }
      const from = data.chains[chain] as number;
      const to = data.chains[chain + 1] as number;
      const n = to - from;
      if (n === 0) continue;
      const weight = data.weights[chain] as number;
      if (n * labels > scores.length) {
        scores = new Float32Array(n * labels * 2);
        tied = new Float32Array(n * labels * 2);
        free = new Float32Array(n * labels * 2);
        held = new Float32Array(n * labels * 2);
      }
      const first = data.starts[from] as number;
      const features = (data.starts[to] as number) - first;
      if (features > active.length) active = new Int32Array(features * 2);
      for (let f = 0; f < features; f++) active[f] = options.dropout > 0 && random() < options.dropout ? -1 : (ids[first + f] as number);
      const gain = 1 / (1 - options.dropout);
      for (let place = 0; place < n; place++) {
        const into = place * labels;
        for (let label = 0; label < labels; label++) scores[into + label] = 0;
        const end = (data.starts[from + place + 1] as number) - first;
        for (let f = (data.starts[from + place] as number) - first; f < end; f++) {
          const id = active[f] as number;
          if (id < 0) continue;
          const row = id * width;
          for (let label = 0; label < labels; label++)
            scores[into + label] = (scores[into + label] as number) + gain * (weights[row + label] as number);
        }
        const possible = data.possible[from + place] as number;
        const right = data.right[from + place] as number;
        for (let label = 0; label < labels; label++) {
          if (possible !== all && !(possible & (1 << label))) scores[into + label] = FORBIDDEN;
          tied[into + label] = right & (1 << label) ? (scores[into + label] as number) : FORBIDDEN;
        }
      }
      const model = { labels, transitions: links, starts };
      const sum = marginalsOf(model, scores, n, free);
      const heldSum = marginalsOf(model, tied, n, held);
      loss += sum - heldSum;
      if (sum - heldSum < CALM) rest[chain] = 1;
      for (let place = 0; place < n; place++) {
        const into = place * labels;
        let largest = 0;
        for (let label = 0; label < labels; label++)
          largest = Math.max(largest, Math.abs((held[into + label] as number) - (free[into + label] as number)));
        if (largest < STILL) continue;
        const end = (data.starts[from + place + 1] as number) - first;
        for (let f = (data.starts[from + place] as number) - first; f < end; f++) {
          const id = active[f] as number;
          if (id < 0) continue;
          const row = id * width;
          for (let label = 0; label < labels; label++) {
            const g = weight * ((held[into + label] as number) - (free[into + label] as number)) - decay * (weights[row + label] as number);
            const square = (weights[row + labels + label] as number) + g * g;
            weights[row + labels + label] = square;
            weights[row + label] = (weights[row + label] as number) + (rate * g) / Math.sqrt(square);
          }
        }
      }
      // links between neighbours, by the product of the two ends' marginals given the scores (exact pair marginals cost more and teach the same)
      pairGradient(model, scores, free, n, tied, held, (index, g) => {
        const square = (linkSquares[index] as number) + g * g;
        linkSquares[index] = square;
        links[index] = (links[index] as number) + (rate * g) / Math.sqrt(square);
      });
      for (let label = 0; label < labels; label++) {
        const g = (held[label] as number) - (free[label] as number);
        const square = (startSquares[label] as number) + g * g;
        startSquares[label] = square;
        starts[label] = (starts[label] as number) + (rate * g) / Math.sqrt(square);
      }
    }
    if (round >= options.rounds - averaged) {
      for (let id = 0; id < count; id++) {
        for (let label = 0; label < labels; label++) {
          const at = id * labels + label;
          sums[at] = (sums[at] as number) + (weights[id * width + label] as number) / averaged;
        }
      }
      for (let at = 0; at < links.length; at++) linkSums[at] = (linkSums[at] as number) + (links[at] as number) / averaged;
      for (let at = 0; at < labels; at++) startSums[at] = (startSums[at] as number) + (starts[at] as number) / averaged;
    }
    options.log?.(`round ${round + 1}: loss ${(loss / order.length).toFixed(4)}, ${count} features`);
  }
  return { labels, hashes, weights: sums, transitions: linkSums, starts: startSums };
}

type Links = { readonly labels: number; readonly transitions: Float32Array; readonly starts: Float32Array };

/** Adds up, over the chain, how often each pair of labels follows one another in the held labelling less in the free one. */
function pairGradient(
  model: Links,
  scores: Float32Array,
  free: Float32Array,
  n: number,
  tied: Float32Array,
  held: Float32Array,
  apply: (index: number, gradient: number) => void,
): void {
  const { labels } = model;
  const total = new Float64Array(labels * labels);
  addPairs(model, tied, held, n, 1, total);
  addPairs(model, scores, free, n, -1, total);
  for (let index = 0; index < total.length; index++) if (Math.abs(total[index] as number) > 1e-4) apply(index, total[index] as number);
}

/** Pair marginals follow from place marginals: P(a, b) = P(a) · P(b | a), with P(b | a) from a backward pass. */
function addPairs(
  { labels, transitions }: Links,
  scores: Float32Array,
  marginals: Float32Array,
  n: number,
  sign: number,
  total: Float64Array,
): void {
  const backward = new Float64Array(labels).fill(1);
  const reach = new Float64Array(labels);
  const back = new Float64Array(n * labels);
  for (let at = n - 1; at >= 1; at--) {
    let top = -Infinity;
    for (let label = 0; label < labels; label++) top = Math.max(top, scores[at * labels + label] as number);
    let sum = 0;
    for (let label = 0; label < labels; label++)
      back[at * labels + label] = Math.exp((scores[at * labels + label] as number) - top) * (backward[label] as number);
    for (let previous = 0; previous < labels; previous++) {
      let value = 0;
      for (let label = 0; label < labels; label++)
        value += Math.exp(transitions[previous * labels + label] as number) * (back[at * labels + label] as number);
      reach[previous] = value;
      sum += value;
    }
    for (let previous = 0; previous < labels; previous++) {
      backward[previous] = (reach[previous] as number) / (sum || 1);
      const p = marginals[(at - 1) * labels + previous] as number;
      if (p < 1e-7 || (reach[previous] as number) <= 0) continue;
      for (let label = 0; label < labels; label++) {
        const index = previous * labels + label;
        const given = (Math.exp(transitions[index] as number) * (back[at * labels + label] as number)) / (reach[previous] as number);
        total[index] = (total[index] as number) + sign * p * given;
      }
    }
  }
}
