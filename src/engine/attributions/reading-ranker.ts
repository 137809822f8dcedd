import type { TokenRange } from '../model.js';
import type { Candidate } from './candidates.js';
import { type ChainModel, readVote, VOTE_WORDS, vote3 } from './chain-model.js';
import { makeFeatureList } from './feature-list.js';
import {
  type CueStarts,
  fragmentFeatures,
  orderFeatures,
  placeInContent,
  READING_FEATURE_CAPACITY,
  sourceFeatures,
} from './reading-features.js';
import { type CueShape, shapeOfCue } from './role-features.js';
import type { TokenTable } from './token-table.js';

/** Weighs the readings of one window: one label over chains of one; what a reading's certainty is worth stands in `starts`. */
export type RankerModel = ChainModel;

/** Makes the function that chooses the best of a cue's readings, the likelier one of equals; null where there are none. */
export function createRanker(table: TokenTable, cues: CueStarts, model: RankerModel): (readings: readonly Candidate[]) => Candidate | null {
  const list = makeFeatureList(READING_FEATURE_CAPACITY);
  const packed = new Int32Array(VOTE_WORDS);
  const vote = (): number => {
    vote3(model, list, packed, 0);
    return readVote(packed, 0, 0);
  };
  // readings of one window share most of their ranges: what a range's features vote is kept for the next reading
  const places: number[] = [];
  const votes: number[] = [];
  const remembered = (range: TokenRange, part: number, shape: CueShape): number => {
    const place = (range.from * 1024 + (range.to - range.from)) * 8 + part;
    const known = places.indexOf(place);
    if (known >= 0) return votes[known] as number;
    if (part === SOURCE) sourceFeatures(table, shape, range, list);
    else fragmentFeatures(table, shape, range, part, cues, list);
    places.push(place);
    votes.push(vote());
    return votes.at(-1) as number;
  };
  return (readings) => {
    const first = readings[0];
    if (first === undefined) return null;
    if (readings.length === 1) return first;
    places.length = 0;
    votes.length = 0;
    const shape = shapeOfCue(table, first.cue);
    return chooseReading(readings, ({ source, content, certainty }) => {
      orderFeatures(table, shape, { source, content }, list);
      let sum = vote();
      if (source[0] !== undefined) sum += remembered(source[0], SOURCE, shape);
      for (let index = 0; index < content.length; index++) {
        const range = content[index];
        if (range !== undefined) sum += remembered(range, placeInContent(index, content.length), shape);
      }
      return sum * model.scale + certainty * (model.starts[0] as number);
    });
  };
}

/** The part that a source is, beside the places that fragments of content have among each other. */
const SOURCE = 4;

/** The reading of the highest score, with how likely it is among all. */
function chooseReading(readings: readonly Candidate[], scoreOf: (reading: Candidate) => number): Candidate | null {
  let best: Candidate | null = null;
  let most = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const reading of readings) {
    const score = scoreOf(reading);
    if (score > most) {
      sum = sum * Math.exp(most - score) + 1;
      most = score;
      best = reading;
    } else sum += Math.exp(score - most);
  }
  return best === null ? null : { ...best, choice: 1 / sum };
}
