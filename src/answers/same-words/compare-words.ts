import { FUNCTION_WORDS } from '../../engine/english/lists/function-words.js';
import { type Alignment, align } from '../quotations/align.js';
import { type Difference, runDifferences } from '../quotations/differences.js';
import { readQuotation } from '../quotations/quotation.js';
import { findRun, type WordRun } from '../quotations/word-run.js';

/**
 * How one rendering of an utterance stands to another: `same`; `shorter` or `longer` (words left out, none changed); `altered`
 * (words changed); `otherwise` (the same thing in other words: another translation, or a paraphrase).
 */
export type Rendering = 'same' | 'shorter' | 'longer' | 'altered' | 'otherwise';

export interface Comparison {
  readonly rendering: Rendering;
  /** From the other's words to this one's; empty for `same` and `otherwise`. */
  readonly differences: readonly Difference[];
  /** 0 to 1: share of the shorter side's words that stand in the longer, in order; for `otherwise` of its telling words, in any order. */
  readonly likeness: number;
}

/** Renderings with fewer words than this say too little to be told apart. */
const SHORTEST = 3;
/** Quotations are compared up to so many words: the costs grow with the product of both. */
const LONGEST = 400;
/** From this share of equal words on, one is the other with words changed. Chosen on the samples' planted renderings and their counter-examples. */
const ALTERED = 0.7;
/** Two translations share names, numbers and some words; unrelated utterances on one matter share fewer. Chosen likewise. */
const OTHERWISE = 0.3;
const TELLING_WORDS = 2;

/** Whether two runs of words share enough for {@link compareWords} to find anything, or for one to report the other: a cheap question. */
export function mayRender(one: readonly string[], other: readonly string[]): boolean {
  const [few, many] = one.length <= other.length ? [one, new Set(other)] : [other, new Set(one)];
  let shared = 0;
  for (const key of few) if (many.has(key)) shared++;
  return shared >= few.length * ALTERED * 0.8 || tellingLikeness(one, other) >= OTHERWISE;
}

/** Compares two renderings; null where they are no renderings of one thing. */
export function compareWords(one: WordRun, other: WordRun): Comparison | null {
  const [a, b] = [one.keys.slice(0, LONGEST), other.keys.slice(0, LONGEST)];
  if (a.length < SHORTEST || b.length < SHORTEST) return null;
  if (a.length === b.length && a.every((key, index) => key === b[index])) return { rendering: 'same', differences: [], likeness: 1 };
  const isShorter = a.length <= b.length;
  const [shorter, longer] = isShorter ? [one, other] : [other, one];
  const fromShorter = (differences: readonly Difference[]): readonly Difference[] => (isShorter ? differences : differences.map(turn));
  const cut = cutOf(shorter, longer);
  if (cut !== null) return { rendering: isShorter ? 'shorter' : 'longer', differences: fromShorter(cut), likeness: 1 };
  const alignment = alignWhole(shorter.keys.slice(0, LONGEST), longer.keys.slice(0, LONGEST));
  const likeness = 1 - alignment.distance / shorter.keys.slice(0, LONGEST).length;
  if (likeness >= ALTERED) return { rendering: 'altered', differences: fromShorter(runDifferences(shorter, longer, alignment)), likeness };
  const telling = tellingLikeness(a, b);
  return telling >= OTHERWISE ? { rendering: 'otherwise', differences: [], likeness: telling } : null;
}

/**
 * What the shorter side leaves out, where it is the longer one cut: words left out at its ends, or where it says so itself by an
 * ellipsis or a gap between its parts. A word left out in the middle without a mark ("not") alters the words.
 */
function cutOf(shorter: WordRun, longer: WordRun): readonly Difference[] | null {
  const differences: Difference[] = [];
  let at = 0;
  const leaveOut = (to: number): void => {
    if (to > at) differences.push({ kind: 'left-out', quoted: '', source: written(longer, at, to) });
  };
  for (const piece of readQuotation(shorter.text).pieces) {
    const found = findRun(longer.keys, piece.keys, at);
    if (found < 0) return null;
    leaveOut(found);
    differences.push({ kind: 'same', quoted: piece.text.trim(), source: written(longer, found, found + piece.keys.length) });
    at = found + piece.keys.length;
  }
  leaveOut(longer.keys.length);
  return differences;
}

function written({ text, spans }: WordRun, from: number, to: number): string {
  return text.slice(spans[from]?.start ?? 0, spans[to - 1]?.end ?? 0);
}

/** Aligns with free ends, or with both ends held where that costs no more: "were not ours" is better than "were" with "ours" put in. */
function alignWhole(shorter: readonly string[], longer: readonly string[]): Alignment {
  const free = align(shorter, longer);
  const held = align([BEGIN, ...shorter, END], [BEGIN, ...longer, END]);
  if (held.distance > free.distance) return free;
  const steps = held.steps.filter(
    (step) => step.quoted !== 0 && step.quoted !== shorter.length + 1 && step.source !== 0 && step.source !== longer.length + 1,
  );
  const back = (index: number | null): number | null => (index === null ? null : index - 1);
  return { ...held, steps: steps.map((step) => ({ kind: step.kind, quoted: back(step.quoted), source: back(step.source) })) };
}

const BEGIN = '^';
const END = '$';

const turn = ({ kind, quoted, source }: Difference): Difference => ({
  kind: kind === 'left-out' ? 'put-in' : kind === 'put-in' ? 'left-out' : kind,
  quoted: source,
  source: quoted,
});

/** The share of telling words (no function words, endings cut) that two runs have in common, of the shorter run's. */
export function tellingLikeness(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [tellingWords(one), tellingWords(other)];
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of few) if (many.has(word)) shared++;
  return few.size < TELLING_WORDS || shared < TELLING_WORDS ? 0 : shared / few.size;
}

/** How many telling words two runs have in common, and which share that is of the run that has more of them. */
export function sharedTelling(one: readonly string[], other: readonly string[]): { readonly shared: number; readonly share: number } {
  const [a, b] = [tellingWords(one), tellingWords(other)];
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return { shared, share: shared / Math.max(1, a.size, b.size) };
}

const tellingWords = (keys: readonly string[]): ReadonlySet<string> => new Set(keys.filter((key) => !FUNCTION_WORDS.has(key)).map(stem));

/** Cutting at six letters makes one word of "negotiate", "negotiations" and "negotiated". */
const stem = (key: string): string => key.replace(/(?:'s|s)$/, '').slice(0, 6);
