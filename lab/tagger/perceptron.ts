import {
  afterKeys,
  afterTwoKeys,
  beforeKeys,
  beforeTwoKeys,
  CONTEXT_FEATURES,
  contextKeys,
  NO_TAG,
  NO_WORD,
  ownKeys,
  TAGS,
  tagKeys,
  type WordValues,
  wordValues,
} from '../../src/engine/english/tagger/word-features.js';

/** A run of words with their tags; -1 where none is known. `hints` are keys of further features, a list a word. */
export interface Sequence {
  readonly words: readonly string[];
  readonly tags: Int8Array;
  readonly hints: readonly (readonly number[])[] | null;
}

const COUNT = TAGS.length;

/** A word, and what it tells in each of five places: about itself, the two words behind it, the two in front of it. */
interface Word {
  readonly values: WordValues;
  readonly keys: readonly (readonly number[])[];
  /** The places of those keys' rows, once it is known which features count. */
  rows: readonly Int32Array[];
}

/** How far from the word tagged the word stands that speaks in each place. */
const DISTANCES = [0, -1, -2, 1, 2];

/** A linear model over the features that were seen often enough, learned as an averaged perceptron. */
export class Perceptron {
  private readonly rowOf = new Map<number, number>();
  private readonly weights: Float32Array;
  private readonly totals: Float64Array;
  private readonly times: Int32Array;
  private readonly vocabulary = new Map<string, Word>();
  private readonly none: Word;
  private readonly context = new Int32Array(CONTEXT_FEATURES);
  private readonly active = new Int32Array(128);
  private readonly scores = new Float64Array(COUNT);
  private now = 0;

  /** Counts the features of the sequences as they would be with the right tags, and keeps those seen `least` times or more. */
  constructor(sequences: readonly Sequence[], least: number) {
    this.none = this.word(NO_WORD);
    const counts = new Map<number, number>();
    const count = (key: number): void => {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    };
    for (const { words, tags, hints } of sequences) {
      const list = words.map((word) => this.word(word));
      for (let at = 0; at < list.length; at++) {
        DISTANCES.forEach((distance, place) => {
          (list[at + distance] ?? this.none).keys[place]?.forEach(count);
        });
        hints?.[at]?.forEach(count);
        this.readContext(list, at, tagAt(tags, at - 1));
        this.context.forEach(count);
        tagKeys(tagAt(tags, at - 1), tagAt(tags, at - 2)).forEach(count);
      }
    }
    for (const [key, seen] of counts) if (seen >= least) this.rowOf.set(key, this.rowOf.size * COUNT);
    for (const word of this.vocabulary.values()) word.rows = this.rowsOf(word);
    const size = this.rowOf.size * COUNT;
    this.weights = new Float32Array(size);
    this.totals = new Float64Array(size);
    this.times = new Int32Array(size);
  }

  private word(word: string): Word {
    const known = this.vocabulary.get(word);
    if (known !== undefined) return known;
    const values = wordValues(word);
    const keys = [ownKeys(values), beforeKeys(values), beforeTwoKeys(values), afterKeys(values), afterTwoKeys(values)];
    const made: Word = { values, keys, rows: [] };
    made.rows = this.rowsOf(made);
    this.vocabulary.set(word, made);
    return made;
  }

  private rowsOf({ keys }: Word): readonly Int32Array[] {
    return keys.map((list) => Int32Array.from(list.map((key) => this.rowOf.get(key) ?? -1).filter((row) => row >= 0)));
  }

  private readContext(list: readonly Word[], at: number, tag: number): void {
    const { lower, suffixes } = (list[at] ?? this.none).values;
    const after = (list[at + 1] ?? this.none).values;
    const before = (list[at - 1] ?? this.none).values;
    contextKeys(this.context, tag, lower, suffixes[2], before.lower, after.lower, after.suffixes[2]);
  }

  /** Gathers the rows of the features at a word; the answer is their number. */
  private activate(list: readonly Word[], at: number, hints: readonly number[], tag: number, tagBefore: number): number {
    const { active, context, rowOf } = this;
    let size = 0;
    for (let place = 0; place < DISTANCES.length; place++) {
      const rows = (list[at + (DISTANCES[place] ?? 0)] ?? this.none).rows[place];
      if (rows === undefined) continue;
      active.set(rows, size);
      size += rows.length;
    }
    this.readContext(list, at, tag);
    const keys = hints.concat(tagKeys(tag, tagBefore));
    for (let index = 0; index < context.length + keys.length; index++) {
      const row = rowOf.get(context[index] ?? keys[index - context.length] ?? 0);
      if (row !== undefined) active[size++] = row;
    }
    return size;
  }

  private best(size: number): number {
    const { scores, active, weights } = this;
    scores.fill(0);
    for (let index = 0; index < size; index++) {
      const row = active[index] as number;
      for (let tag = 0; tag < COUNT; tag++) scores[tag] = (scores[tag] as number) + (weights[row + tag] as number);
    }
    let best = 0;
    for (let tag = 1; tag < COUNT; tag++) if ((scores[tag] as number) > (scores[best] as number)) best = tag;
    return best;
  }

  /** One pass over the sequences in the order given; the answer is the share of words tagged right on the way. */
  learn(sequences: readonly Sequence[]): number {
    let right = 0;
    let seen = 0;
    for (const { words, tags, hints } of sequences) {
      this.walk(words, hints, (at, guess, size) => {
        const gold = tags[at] ?? -1;
        if (gold < 0) return;
        this.now++;
        seen++;
        if (gold === guess) right++;
        else this.update(size, gold, guess);
      });
    }
    return right / seen;
  }

  tag(words: readonly string[], hints: Sequence['hints']): Int8Array {
    const tags = new Int8Array(words.length);
    this.walk(words, hints, (at, guess) => {
      tags[at] = guess;
    });
    return tags;
  }

  private walk(words: readonly string[], hints: Sequence['hints'], visit: (at: number, guess: number, size: number) => void): void {
    const list = words.map((word) => this.word(word));
    let tag = NO_TAG;
    let tagBefore = NO_TAG;
    for (let at = 0; at < list.length; at++) {
      const size = this.activate(list, at, hints?.[at] ?? [], tag, tagBefore);
      const guess = this.best(size);
      visit(at, guess, size);
      tagBefore = tag;
      tag = guess;
    }
  }

  private update(size: number, gold: number, guess: number): void {
    for (let index = 0; index < size; index++) {
      this.bump((this.active[index] ?? 0) + gold, 1);
      this.bump((this.active[index] ?? 0) + guess, -1);
    }
  }

  private bump(at: number, by: number): void {
    const weight = this.weights[at] ?? 0;
    this.totals[at] = (this.totals[at] ?? 0) + (this.now - (this.times[at] ?? 0)) * weight;
    this.times[at] = this.now;
    this.weights[at] = weight + by;
  }

  /** Replaces the weights by their average over all steps. */
  average(): void {
    for (let at = 0; at < this.weights.length; at++) {
      const total = (this.totals[at] ?? 0) + (this.now - (this.times[at] ?? 0)) * (this.weights[at] ?? 0);
      this.weights[at] = total / Math.max(1, this.now);
    }
  }

  /** Each feature's key and its row of weights. */
  rows(): readonly { readonly key: number; readonly weights: Float32Array }[] {
    return [...this.rowOf].map(([key, row]) => ({ key, weights: this.weights.subarray(row, row + COUNT) }));
  }
}

const tagAt = (tags: Int8Array, at: number): number => (at < 0 ? NO_TAG : (tags[at] ?? NO_TAG));
