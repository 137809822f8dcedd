import type { Digest, Tagger } from '../../language.js';
import type { PartOfSpeech } from '../../model.js';
import { addRow, type FeatureTable, findRow, makeFeatureTable, sumTagPairs } from './feature-table.js';
import { readTaggerModel } from './tagger-model.js';
import {
  afterKeys,
  afterTwoKeys,
  beforeKeys,
  beforeTwoKeys,
  CONTEXT_FEATURES,
  contextKeys,
  exactKey,
  NO_TAG,
  NO_WORD,
  ownKeys,
  TAGS,
  wordValues,
} from './word-features.js';

/** How many words are tagged in one go: the tags of a longer run start afresh at its multiples. */
const LONGEST_RUN = 8_192;

/** How many words are remembered with what they tell; then all are forgotten. What a word gets never depends on it. */
const VOCABULARY = 65_536;

const COUNT = TAGS.length;

/** The five places of a word that its features speak about: itself, the two behind it, the two in front of it. */
const PLACES = 5;

/** What is known about the words seen. A word's number is its place in each list. */
interface Vocabulary {
  readonly numbers: Map<string, number>;
  /** The sums of the weights of all features that look at one word alone, for each of the five places. */
  readonly sums: Int16Array;
  readonly lower: Int32Array;
  readonly suffix: Int32Array;
  /** The tag that the word always has; -1 where its neighbours decide. */
  readonly fixed: Int8Array;
}

interface State {
  readonly table: FeatureTable;
  readonly tagPairs: Int32Array;
  readonly fixedTags: ReadonlyMap<number, number>;
  readonly vocabulary: Vocabulary;
  /** The numbers of the words of the run being tagged, with two of NO_WORD on either side. */
  readonly run: Int32Array;
  readonly keys: Int32Array;
  readonly scores: Int32Array;
}

/**
 * A tagger that goes from left to right and gives each word the tag with the highest sum of weights. The bytes are those of
 * data/english-tagger.bin. Pure: the same words always get the same tags. Takes time linear in the number of words.
 */
export function createTagger(bytes: Uint8Array, digest?: Digest): Tagger {
  const model = readTaggerModel(bytes, digest);
  const table = makeFeatureTable(model);
  const state: State = {
    table,
    tagPairs: sumTagPairs(table),
    fixedTags: new Map(Array.from(model.fixedKeys, (key, at) => [key, model.fixedTags[at] ?? 0])),
    vocabulary: {
      numbers: new Map(),
      sums: new Int16Array(VOCABULARY * PLACES * COUNT),
      lower: new Int32Array(VOCABULARY),
      suffix: new Int32Array(VOCABULARY),
      fixed: new Int8Array(VOCABULARY),
    },
    run: new Int32Array(LONGEST_RUN + 4),
    keys: new Int32Array(CONTEXT_FEATURES),
    scores: new Int32Array(COUNT),
  };
  return { tag: (words) => tagWords(state, words) };
}

function tagWords(state: State, words: readonly string[]): readonly PartOfSpeech[] {
  const tags: PartOfSpeech[] = [];
  for (let from = 0; from < words.length; from += LONGEST_RUN) {
    const to = Math.min(words.length, from + LONGEST_RUN);
    numberRun(state, words, from, to);
    tagRun(state, to - from, tags);
  }
  return tags;
}

/** Writes the numbers of a run's words, which stay good until the next run. */
function numberRun(state: State, words: readonly string[], from: number, to: number): void {
  const { run } = state;
  const { numbers } = state.vocabulary;
  if (numbers.size + to - from + 1 > VOCABULARY) numbers.clear();
  const none = numbers.get(NO_WORD) ?? learnWord(state, NO_WORD);
  let at = 0;
  run[at++] = none;
  run[at++] = none;
  for (let index = from; index < to; index++) {
    const word = words[index] as string;
    run[at++] = numbers.get(word) ?? learnWord(state, word);
  }
  run[at++] = none;
  run[at] = none;
}

function learnWord({ table, fixedTags, vocabulary }: State, word: string): number {
  const number = vocabulary.numbers.size;
  vocabulary.numbers.set(word, number);
  const values = wordValues(word);
  vocabulary.lower[number] = values.lower;
  vocabulary.suffix[number] = values.suffixes[2];
  vocabulary.fixed[number] = fixedTags.get(exactKey(values)) ?? -1;
  const places = [ownKeys(values), beforeKeys(values), beforeTwoKeys(values), afterKeys(values), afterTwoKeys(values)];
  const from = number * PLACES * COUNT;
  vocabulary.sums.fill(0, from, from + PLACES * COUNT);
  places.forEach((keys, place) => {
    for (const key of keys) addRow(table, key, vocabulary.sums, from + place * COUNT);
  });
  return number;
}

function tagRun(state: State, length: number, tags: PartOfSpeech[]): void {
  const { run, keys } = state;
  const { fixed, lower, suffix } = state.vocabulary;
  let tag = NO_TAG;
  let tagBefore = NO_TAG;
  for (let at = 2; at < length + 2; at++) {
    const word = run[at] as number;
    let best = fixed[word] as number;
    if (best < 0) {
      const before = run[at - 1] as number;
      const after = run[at + 1] as number;
      addWords(state, at, (tag * 32 + tagBefore) * COUNT);
      contextKeys(
        keys,
        tag,
        lower[word] as number,
        suffix[word] as number,
        lower[before] as number,
        lower[after] as number,
        suffix[after] as number,
      );
      best = addContext(state);
    }
    tagBefore = tag;
    tag = best;
    tags.push(TAGS[best] as PartOfSpeech);
  }
}

/** Sets the scores to what the word at `at` of the run, its neighbours and the tags before tell. */
function addWords({ run, scores, tagPairs, vocabulary }: State, at: number, pair: number): void {
  const { sums } = vocabulary;
  const own = (run[at] as number) * PLACES * COUNT;
  const before = ((run[at - 1] as number) * PLACES + 1) * COUNT;
  const beforeTwo = ((run[at - 2] as number) * PLACES + 2) * COUNT;
  const after = ((run[at + 1] as number) * PLACES + 3) * COUNT;
  const afterTwo = ((run[at + 2] as number) * PLACES + 4) * COUNT;
  for (let tag = 0; tag < COUNT; tag++) {
    scores[tag] =
      (sums[own + tag] as number) +
      (sums[before + tag] as number) +
      (sums[beforeTwo + tag] as number) +
      (sums[after + tag] as number) +
      (sums[afterTwo + tag] as number) +
      (tagPairs[pair + tag] as number);
  }
}

/** Adds what pairs of words and of a word with the tag before tell; the answer is the tag with the highest score, the first of equals. */
function addContext({ table, keys, scores }: State): number {
  const { weights } = table;
  for (let index = 0; index < CONTEXT_FEATURES; index++) {
    const row = findRow(table, keys[index] as number);
    if (row < 0) continue;
    for (let tag = 0; tag < COUNT; tag++) scores[tag] = (scores[tag] as number) + (weights[row + tag] as number);
  }
  let best = 0;
  let most = scores[0] as number;
  for (let tag = 1; tag < COUNT; tag++) {
    const score = scores[tag] as number;
    if (score > most) {
      best = tag;
      most = score;
    }
  }
  return best;
}
