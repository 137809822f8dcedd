import { makeFeatureList } from '../../src/engine/attributions/feature-list.js';
import {
  fragmentFeatures,
  orderFeatures,
  placeInContent,
  READING_FEATURE_CAPACITY,
  sourceFeatures,
} from '../../src/engine/attributions/reading-features.js';
import type { RankerModel } from '../../src/engine/attributions/reading-ranker.js';
import { shapeOfCue } from '../../src/engine/attributions/role-features.js';
import { ChainData } from './chain-trainer.js';
import { indexFeatures } from './feature-index.js';
import { packChain } from './pack.js';
import { randomNumbers, shuffled } from './random.js';
import type { ArticleReadings } from './reading-data.js';

const ROUNDS = 8;
const RATE = 0.05;
const WARM = 0.1;
/** What AdaGrad's sum for the worth of a reading's certainty starts with: it is one number that all windows pull at. */
const WORTH_WARM = 1e4;
const DECAY = 1e-4;
const DROPOUT = 0.4;
const LEAST = 3;
const ROWS = 2 ** 17;

/** Steepness with which a reading's worth becomes its share among the readings of its window. */
const STEEP = 30;

/** One window to learn from: its readings are the places from `from` to `to` of the data. */
interface Group {
  readonly from: number;
  readonly to: number;
  readonly certainties: Float64Array;
  readonly shares: Float64Array;
}

/** Learns to tell the readings of a window apart: a log-linear model over whole readings. */
export function trainRanker(articles: readonly ArticleReadings[], seed: number): RankerModel {
  const { data, groups } = gather(articles);
  const hashes = indexFeatures(data.hashes, data.length, LEAST);
  data.starts.push(data.length);
  const weights = new Float32Array(hashes.length);
  const squares = new Float32Array(hashes.length).fill(WARM);
  const sums = new Float32Array(hashes.length);
  const random = randomNumbers(seed);
  const active = new Uint8Array(1 << 16);
  let worth = 1;
  let worthSquare = WORTH_WARM;
  const averaged = ROUNDS >> 1;
  for (let round = 0; round < ROUNDS; round++) {
    for (const group of shuffled(groups, seed * 1000 + round)) {
      const first = data.starts[group.from] as number;
      const count = (data.starts[group.to] as number) - first;
      for (let at = 0; at < count; at++) active[at] = (data.hashes[first + at] as number) >= 0 && random() >= DROPOUT ? 1 : 0;
      const chances = chancesOf(data, group, weights, active, worth);
      let slope = 0;
      for (let at = 0; at < chances.length; at++) {
        const error = (group.shares[at] as number) - (chances[at] as number);
        slope += error * (group.certainties[at] as number);
        if (Math.abs(error) < 1e-3) continue;
        const end = data.starts[group.from + at + 1] as number;
        for (let f = data.starts[group.from + at] as number; f < end; f++) {
          if (active[f - first] === 0) continue;
          const id = data.hashes[f] as number;
          const gradient = error - DECAY * (weights[id] as number);
          const square = (squares[id] as number) + gradient * gradient;
          squares[id] = square;
          weights[id] = (weights[id] as number) + (RATE * gradient) / Math.sqrt(square);
        }
      }
      worthSquare += slope * slope;
      worth += (RATE * slope) / Math.sqrt(worthSquare);
    }
    if (round >= ROUNDS - averaged)
      for (let id = 0; id < sums.length; id++) sums[id] = (sums[id] as number) + (weights[id] as number) / averaged;
  }
  const trained = { labels: 1, hashes, weights: sums, transitions: new Float32Array(1), starts: Float32Array.of(worth) };
  return packChain(trained, ROWS);
}

function gather(articles: readonly ArticleReadings[]): { readonly data: ChainData; readonly groups: readonly Group[] } {
  const data = new ChainData();
  const list = makeFeatureList(READING_FEATURE_CAPACITY);
  const groups: Group[] = [];
  for (const { table, cues, windows } of articles) {
    for (const { readings, worth } of windows) {
      if (worth === null || readings.length < 2) continue;
      const best = Math.max(...worth);
      const shares = worth.map((one) => Math.exp(STEEP * (one - best)));
      const sum = shares.reduce((all, one) => all + one, 0);
      const from = data.starts.length;
      for (const reading of readings) {
        data.addPlace(0, 0);
        const shape = shapeOfCue(table, reading.cue);
        orderFeatures(table, shape, reading, list);
        data.addFeatures(list);
        if (reading.source[0] !== undefined) {
          sourceFeatures(table, shape, reading.source[0], list);
          data.addFeatures(list);
        }
        reading.content.forEach((range, index) => {
          fragmentFeatures(table, shape, range, placeInContent(index, reading.content.length), cues, list);
          data.addFeatures(list);
        });
      }
      groups.push({
        from,
        to: data.starts.length,
        certainties: Float64Array.from(readings, ({ certainty }) => certainty),
        shares: Float64Array.from(shares, (one) => one / sum),
      });
    }
  }
  return { data, groups };
}

/** The probability of each reading of a window. */
function chancesOf(
  data: ChainData,
  { from, to, certainties }: Group,
  weights: Float32Array,
  active: Uint8Array,
  worth: number,
): Float64Array {
  const scores = new Float64Array(to - from);
  const first = data.starts[from] as number;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) {
    let sum = 0;
    const end = data.starts[from + at + 1] as number;
    for (let f = data.starts[from + at] as number; f < end; f++) {
      if (active[f - first] === 1) sum += weights[data.hashes[f] as number] as number;
    }
    scores[at] = sum / (1 - DROPOUT) + worth * (certainties[at] as number);
    most = Math.max(most, scores[at] as number);
  }
  let all = 0;
  for (let at = 0; at < scores.length; at++) {
    scores[at] = Math.exp((scores[at] as number) - most);
    all += scores[at] as number;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) / all;
  return scores;
}
