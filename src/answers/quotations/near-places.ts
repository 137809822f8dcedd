import { FUNCTION_WORDS } from '../../engine/english/lists/function-words.js';
import type { Span } from '../../engine/index.js';
import { type Alignment, align } from './align.js';
import { type HeldText, type Place, statementWords, type Texts } from './held-text.js';
import type { WordRun } from './word-run.js';

/** A place whose words are nearly those of the quotation. */
export interface NearPlace {
  readonly place: Place;
  readonly alignment: Alignment;
  /** 1 for the same words; falls by what was changed, over the length of the longer side. */
  readonly similarity: number;
}

/**
 * Least similarity of an altered quotation, and least share of its telling words that must stand in the source unaltered:
 * below these, invented quotations begin to find places. Chosen on altered and invented quotations of the labelled train
 * articles; `npx tsx lab/check-quotations.ts` measures them anew.
 */
const LEAST_SIMILARITY = 0.65;
const LEAST_TELLING = 0.5;

/** Below this many words one change can mean anything. */
const LEAST_WORDS = 3;

/** The texts that are likeliest by their words alone are looked at statement by statement: so many of them, and only if this near. */
const LOOKED_AT = 4;
const WORTH_A_LOOK = 0.35;

interface Candidate {
  readonly held: HeldText;
  readonly words: readonly number[];
  readonly alignment: Alignment;
  readonly similarity: number;
}

/** Places that are nearly the quotation, the nearest of each text. */
export async function nearPlaces(texts: Texts, candidates: readonly HeldText[], keys: readonly string[]): Promise<readonly NearPlace[]> {
  if (keys.length < LEAST_WORDS) return [];
  const likeliest = candidates
    .map((held) => compare(held, likelyWords(held.run, keys), keys))
    .filter(({ similarity }) => similarity >= WORTH_A_LOOK)
    .sort((one, other) => other.similarity - one.similarity)
    .slice(0, LOOKED_AT);
  const near: NearPlace[] = [];
  for (const candidate of likeliest) {
    const { held, words, alignment, similarity } = await withoutCues(texts, candidate, keys);
    if (!isNear(alignment, similarity, keys)) continue;
    near.push({ place: await texts.place(held, words.slice(alignment.from, alignment.to)), alignment, similarity });
  }
  return near;
}

function compare(held: HeldText, words: readonly number[], keys: readonly string[]): Candidate {
  const source = words.map((index) => held.run.keys[index] ?? '');
  const alignment = align(keys, source);
  return { held, words, alignment, similarity: 1 - alignment.distance / Math.max(keys.length, alignment.to - alignment.from) };
}

/** A statement that a cue interrupts may be nearer to the quotation than the page with its cue. */
async function withoutCues(texts: Texts, candidate: Candidate, keys: readonly string[]): Promise<Candidate> {
  if (candidate.alignment.distance === 0) return candidate;
  let best = candidate;
  for (const statement of await texts.statements(candidate.held, candidate.words)) {
    if (statement.statement.citation.spans.length < 2) continue;
    const other = compare(candidate.held, statementWords(candidate.held, statement), keys);
    if (other.similarity > best.similarity) best = other;
  }
  return best;
}

function isNear(alignment: Alignment, similarity: number, keys: readonly string[]): boolean {
  if (similarity < LEAST_SIMILARITY) return false;
  const same = alignment.steps.filter(({ kind }) => kind === 'same' || kind === 'swapped').map(({ quoted }) => keys[quoted ?? 0] ?? '');
  const telling = keys.filter(isTelling).length;
  const found = same.filter(isTelling).length;
  return same.length >= LEAST_WORDS && found >= Math.min(2, telling) && found >= telling * LEAST_TELLING;
}

/** Words like "of" and "would" stand in every text and tell none from another. */
const isTelling = (key: string): boolean => !FUNCTION_WORDS.has(key);

/** The part of a text, three times the quotation's length, that holds most of its words. */
export function likelyStretch(run: WordRun, keys: readonly string[]): Span {
  const words = likelyWords(run, keys);
  return { start: run.spans[words[0] ?? 0]?.start ?? 0, end: run.spans[words.at(-1) ?? 0]?.end ?? 0 };
}

/** Its words, as indexes into the text's. Words that are rare in the text weigh more. */
function likelyWords(run: WordRun, keys: readonly string[]): readonly number[] {
  const wanted = new Set(keys);
  const counts = new Map<string, number>();
  for (const key of run.keys) if (wanted.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const weights = run.keys.map((key) => (wanted.has(key) ? 1 / (counts.get(key) ?? 1) : 0));
  const size = keys.length + 2;
  let sum = 0;
  let best = { sum: -1, end: 0 };
  for (let end = 0; end < weights.length; end++) {
    sum += (weights[end] ?? 0) - (weights[end - size] ?? 0);
    if (sum > best.sum + 1e-9) best = { sum, end };
  }
  const from = Math.max(0, best.end - size - keys.length);
  const to = Math.min(run.keys.length, best.end + keys.length + 1);
  return Array.from({ length: to - from }, (_, index) => from + index);
}
