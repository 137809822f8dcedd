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
    for (const list of lists) this.addFeatures(list);
  }

  /** Adds features to the place that was added last. */
  addFeatures(list: FeatureList): void {
    if (this.length + list.length > this.hashes.length) {
      const grown = new Int32Array(this.hashes.length * 2);
      grown.set(this.hashes);
      this.hashes = grown;
    }
    for (let at = 0; at < list.length; at++) this.hashes[this.length++] = hashOf(list.keys[at] as number);
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
  const hashes = indexFeatures(data.hashes, data.length, options.least);
  data.starts.push(data.length);
  data.chains.push(data.right.length);
  const learner = makeLearner(options, hashes.length);
  const means = makeMeans(options.labels, hashes.length);
  const order = data.chains.slice(0, -1).map((_, at) => at);
  const rest = new Uint8Array(order.length);
  const averaged = Math.max(1, Math.floor(options.rounds / 2));
  for (let round = 0; round < options.rounds; round++) {
    let loss = 0;
    for (const chain of shuffled(order, options.seed * 1000 + round)) {
      if (rest[chain] === 1) {
        rest[chain] = 0;
        continue;
      }
      const lost = learnFrom(learner, data, chain);
      loss += lost;
      if (lost < CALM) rest[chain] = 1;
    }
    if (round >= options.rounds - averaged) addMeans(means, learner, averaged);
    options.log?.(`round ${round + 1}: loss ${(loss / order.length).toFixed(4)}, ${hashes.length} features`);
  }
  return { labels: options.labels, hashes, ...means };
}

/** What is learned, and room to work in. AdaGrad keeps for each weight the sum of its squared gradients. */
interface Learner {
  readonly options: ChainOptions;
  readonly random: () => number;
  /** Of each feature the weights, one a label, and then their squares' sums: they are always read together. */
  readonly weights: Float32Array;
  readonly links: Float32Array;
  readonly linkSquares: Float32Array;
  readonly starts: Float32Array;
  readonly startSquares: Float32Array;
  /** The current chain's features, -1 for those left out. */
  active: Int32Array;
  /** The current chain's scores and marginals, freely and with the right labels alone, `labels` a place. */
  scores: Float32Array;
  tied: Float32Array;
  free: Float32Array;
  held: Float32Array;
}

function makeLearner(options: ChainOptions, features: number): Learner {
  const { labels, warm } = options;
  const weights = new Float32Array(features * labels * 2);
  for (let at = 0; at < weights.length; at++) weights[at] = at % (labels * 2) < labels ? 0 : warm;
  return {
    options,
    random: randomNumbers(options.seed),
    weights,
    links: new Float32Array(labels * labels),
    linkSquares: new Float32Array(labels * labels).fill(warm),
    starts: new Float32Array(labels),
    startSquares: new Float32Array(labels).fill(warm),
    active: new Int32Array(1 << 16),
    ...makeRoom(1024 * labels),
  };
}

const makeRoom = (size: number): Pick<Learner, 'scores' | 'tied' | 'free' | 'held'> => ({
  scores: new Float32Array(size),
  tied: new Float32Array(size),
  free: new Float32Array(size),
  held: new Float32Array(size),
});

type Means = Pick<TrainedChain, 'weights' | 'transitions' | 'starts'>;

const makeMeans = (labels: number, features: number): Means => ({
  weights: new Float32Array(features * labels),
  transitions: new Float32Array(labels * labels),
  starts: new Float32Array(labels),
});

/** Adds one round's share of the mean. */
function addMeans(means: Means, { options, weights, links, starts }: Learner, rounds: number): void {
  const { labels } = options;
  for (let at = 0; at < means.weights.length; at++) {
    const weight = weights[Math.floor(at / labels) * labels * 2 + (at % labels)] as number;
    means.weights[at] = (means.weights[at] as number) + weight / rounds;
  }
  for (let at = 0; at < links.length; at++) means.transitions[at] = (means.transitions[at] as number) + (links[at] as number) / rounds;
  for (let at = 0; at < labels; at++) means.starts[at] = (means.starts[at] as number) + (starts[at] as number) / rounds;
}

/** Moves the weights by what one chain teaches; returns its loss before. */
function learnFrom(learner: Learner, data: ChainData, chain: number): number {
  const { labels } = learner.options;
  const from = data.chains[chain] as number;
  const places = (data.chains[chain + 1] as number) - from;
  if (places === 0) return 0;
  if (places * labels > learner.scores.length) Object.assign(learner, makeRoom(places * labels * 2));
  chooseFeatures(learner, data, from, places);
  scorePlaces(learner, data, from, places);
  const { links, starts, scores, tied, free, held } = learner;
  const model = { labels, transitions: links, starts };
  const lost = marginalsOf(model, scores, places, free) - marginalsOf(model, tied, places, held);
  moveWeights(learner, data, from, places, data.weights[chain] as number);
  moveLinks(learner, model, places);
  moveStarts(learner);
  return lost;
}

/** Leaves out the share of the chain's features that the options ask for. */
function chooseFeatures(learner: Learner, { starts, hashes }: ChainData, from: number, places: number): void {
  const { options, random } = learner;
  const first = starts[from] as number;
  const count = (starts[from + places] as number) - first;
  if (count > learner.active.length) learner.active = new Int32Array(count * 2);
  const { active } = learner;
  for (let f = 0; f < count; f++) active[f] = options.dropout > 0 && random() < options.dropout ? -1 : (hashes[first + f] as number);
}

function scorePlaces({ options, active, weights, scores, tied }: Learner, data: ChainData, from: number, places: number): void {
  const { labels } = options;
  const gain = 1 / (1 - options.dropout);
  const all = (1 << labels) - 1;
  const first = data.starts[from] as number;
  for (let place = 0; place < places; place++) {
    const into = place * labels;
    for (let label = 0; label < labels; label++) scores[into + label] = 0;
    const end = (data.starts[from + place + 1] as number) - first;
    for (let f = (data.starts[from + place] as number) - first; f < end; f++) {
      const id = active[f] as number;
      if (id < 0) continue;
      const row = id * labels * 2;
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
}

function moveWeights(
  { options, active, weights, free, held }: Learner,
  data: ChainData,
  from: number,
  places: number,
  weight: number,
): void {
  const { labels, rate, decay } = options;
  const first = data.starts[from] as number;
  for (let place = 0; place < places; place++) {
    const into = place * labels;
    let largest = 0;
    for (let label = 0; label < labels; label++)
      largest = Math.max(largest, Math.abs((held[into + label] as number) - (free[into + label] as number)));
    if (largest < STILL) continue;
    const end = (data.starts[from + place + 1] as number) - first;
    for (let f = (data.starts[from + place] as number) - first; f < end; f++) {
      const id = active[f] as number;
      if (id < 0) continue;
      const row = id * labels * 2;
      for (let label = 0; label < labels; label++) {
        const g = weight * ((held[into + label] as number) - (free[into + label] as number)) - decay * (weights[row + label] as number);
        const square = (weights[row + labels + label] as number) + g * g;
        weights[row + labels + label] = square;
        weights[row + label] = (weights[row + label] as number) + (rate * g) / Math.sqrt(square);
      }
    }
  }
}

function moveLinks({ options, links, linkSquares, scores, tied, free, held }: Learner, model: Links, places: number): void {
  const total = new Float64Array(links.length);
  addPairs(model, tied, held, places, 1, total);
  addPairs(model, scores, free, places, -1, total);
  for (let index = 0; index < total.length; index++) {
    const g = total[index] as number;
    if (Math.abs(g) <= 1e-4) continue;
    const square = (linkSquares[index] as number) + g * g;
    linkSquares[index] = square;
    links[index] = (links[index] as number) + (options.rate * g) / Math.sqrt(square);
  }
}

function moveStarts({ options, starts, startSquares, free, held }: Learner): void {
  for (let label = 0; label < options.labels; label++) {
    const g = (held[label] as number) - (free[label] as number);
    const square = (startSquares[label] as number) + g * g;
    startSquares[label] = square;
    starts[label] = (starts[label] as number) + (options.rate * g) / Math.sqrt(square);
  }
}

type Links = { readonly labels: number; readonly transitions: Float32Array; readonly starts: Float32Array };

/**
 * Adds up, over the chain, how often each pair of labels follows one another. Pair marginals follow from place marginals: P(a, b) = P(a) · P(b | a), with P(b | a)
 * from a backward pass.
 */
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
