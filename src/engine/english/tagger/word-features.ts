import type { PartOfSpeech } from '../../model.js';

/** The tags in the order in which a model's rows hold their weights. */
export const TAGS: readonly PartOfSpeech[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
];

/** Stands for the tag in front of the first word. */
export const NO_TAG = TAGS.length;

/** The word in front of the first one and behind the last. */
export const NO_WORD = '';

/** What a feature looks at; with the value it makes the feature's key. */
export const TEMPLATE = {
  lower: 1,
  exact: 2,
  suffix1: 3,
  suffix2: 4,
  suffix3: 5,
  suffix4: 6,
  prefix2: 7,
  prefix3: 8,
  shape: 9,
  shapeSuffix: 10,
  before: 11,
  beforeSuffix: 12,
  beforeShape: 13,
  beforeTwo: 14,
  after: 15,
  afterSuffix: 16,
  afterShape: 17,
  afterTwo: 18,
  afterTwoSuffix: 19,
  tag: 20,
  tagPair: 21,
  tagWord: 22,
  tagSuffix: 23,
  tagAfter: 24,
  wordAfter: 25,
  beforeWord: 26,
  tagAfterSuffix: 27,
} as const;

/** The key of a feature: a number of 32 bits that is never 0. */
export function featureKey(template: number, value: number): number {
  let h = Math.imul(value ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 13;
  return h === 0 ? 1 : h;
}

/** One value of two. */
export function joinValues(one: number, other: number): number {
  const h = Math.imul(one, 0x01000193) ^ Math.imul(other + 0x7f4a7c15, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Names a word exactly, for words whose tag never changes. */
export const exactKey = ({ lower, exact }: WordValues): number => featureKey(TEMPLATE.exact, joinValues(lower, exact));

/** What the features of a word and of its neighbours are made of: hashes of 32 bits. */
export interface WordValues {
  readonly lower: number;
  readonly exact: number;
  readonly suffixes: readonly [number, number, number, number];
  readonly prefixes: readonly [number, number];
  readonly shape: number;
}

const START = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** In lower case, digits alike, apostrophes straight. */
function plainCode(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 49 && code <= 57) return 48;
  return code === 0x2019 || code === 0x2018 ? 39 : code;
}

function hashPlain(word: string, from: number, to: number): number {
  let h = START;
  for (let at = from; at < to; at++) h = Math.imul(h ^ plainCode(word.charCodeAt(at)), PRIME);
  return h ^ (h >>> 15);
}

function hashExact(word: string): number {
  let h = START ^ 0x5bd1e995;
  for (let at = 0; at < word.length; at++) h = Math.imul(h ^ word.charCodeAt(at), PRIME);
  return h ^ (h >>> 15);
}

/** Letters, digits and marks as X, x, 0 and themselves, runs of one class as one: "U.S.-led" is "X.X.-x". */
function hashShape(word: string): number {
  let h = START ^ 0x27d4eb2f;
  let last = -1;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    const kind = shapeOf(code);
    if (kind === last) continue;
    h = Math.imul(h ^ kind, PRIME);
    last = kind;
  }
  if (word.length === 1) h = Math.imul(h ^ 1, PRIME);
  return h ^ (h >>> 15);
}

function shapeOf(code: number): number {
  if (code >= 97 && code <= 122) return 120;
  if (code >= 65 && code <= 90) return 88;
  if (code >= 48 && code <= 57) return 48;
  if (code < 0xc0) return code;
  return code >= 0x2000 && code < 0x3000 ? code : 120;
}

export function wordValues(word: string): WordValues {
  const { length } = word;
  const suffix = (size: number): number => (length > size ? hashPlain(word, length - size, length) : 0);
  const lower = hashPlain(word, 0, length);
  return {
    lower,
    exact: hashExact(word),
    suffixes: [suffix(1), suffix(2), suffix(3), suffix(4)],
    prefixes: [length > 2 ? hashPlain(word, 0, 2) : 0, length > 3 ? hashPlain(word, 0, 3) : 0],
    shape: hashShape(word),
  };
}

/** The keys of what a word tells about its own tag. */
export function ownKeys(values: WordValues): readonly number[] {
  const { lower, exact, suffixes, prefixes, shape } = values;
  return [
    featureKey(TEMPLATE.lower, lower),
    featureKey(TEMPLATE.exact, exact),
    featureKey(TEMPLATE.suffix1, suffixes[0]),
    featureKey(TEMPLATE.suffix2, suffixes[1]),
    featureKey(TEMPLATE.suffix3, suffixes[2]),
    featureKey(TEMPLATE.suffix4, suffixes[3]),
    featureKey(TEMPLATE.prefix2, prefixes[0]),
    featureKey(TEMPLATE.prefix3, prefixes[1]),
    featureKey(TEMPLATE.shape, shape),
    featureKey(TEMPLATE.shapeSuffix, joinValues(shape, suffixes[2])),
  ];
}

/** … about the tag of the word behind it. */
export const beforeKeys = ({ lower, suffixes, shape }: WordValues): readonly number[] => [
  featureKey(TEMPLATE.before, lower),
  featureKey(TEMPLATE.beforeSuffix, suffixes[2]),
  featureKey(TEMPLATE.beforeShape, shape),
];

/** … about the one behind that. */
export const beforeTwoKeys = ({ lower }: WordValues): readonly number[] => [featureKey(TEMPLATE.beforeTwo, lower)];

/** … about the word in front of it. */
export const afterKeys = ({ lower, suffixes, shape }: WordValues): readonly number[] => [
  featureKey(TEMPLATE.after, lower),
  featureKey(TEMPLATE.afterSuffix, suffixes[2]),
  featureKey(TEMPLATE.afterShape, shape),
];

/** … about the one in front of that. */
export const afterTwoKeys = ({ lower, suffixes }: WordValues): readonly number[] => [
  featureKey(TEMPLATE.afterTwo, lower),
  featureKey(TEMPLATE.afterTwoSuffix, suffixes[2]),
];

/** The keys of what the two tags before tell, whatever the words. */
export const tagKeys = (tag: number, tagBefore: number): readonly number[] => [
  featureKey(TEMPLATE.tag, tag),
  featureKey(TEMPLATE.tagPair, tag * 32 + tagBefore),
];

/** How many features look at two words, or at a word and the tag before. */
export const CONTEXT_FEATURES = 6;

/** Writes the keys of those features into `keys`. */
export function contextKeys(
  keys: Int32Array,
  tag: number,
  lower: number,
  suffix: number,
  before: number,
  after: number,
  afterSuffix: number,
): void {
  keys[0] = featureKey(TEMPLATE.tagWord, joinValues(lower, tag));
  keys[1] = featureKey(TEMPLATE.tagSuffix, joinValues(suffix, tag));
  keys[2] = featureKey(TEMPLATE.tagAfter, joinValues(after, tag));
  keys[3] = featureKey(TEMPLATE.tagAfterSuffix, joinValues(afterSuffix, tag));
  keys[4] = featureKey(TEMPLATE.wordAfter, joinValues(lower, after));
  keys[5] = featureKey(TEMPLATE.beforeWord, joinValues(before, lower));
}
