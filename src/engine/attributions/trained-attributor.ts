import type { Attributor } from '../language.js';
import type { Attribution, Manner, Mentioned, Sentence, Span, TokenRange } from '../model.js';
import { type Candidate, readWindow } from './candidates.js';
import { findCues } from './cue-finder.js';
import { goOn } from './go-on.js';
import { viewInside } from './inside-view.js';
import { createJudge } from './judge.js';
import { surroundingsOf } from './judge-features.js';
import type { AttributionModel } from './model-file.js';
import { modeOf } from './modes.js';
import { markCues } from './reading-features.js';
import { createRanker } from './reading-ranker.js';
import { createRoleScorer } from './role-finder.js';
import { makeTokenTable, QUOTE, type TokenTable } from './token-table.js';

/**
 * From this confidence on an attribution is told. Chosen where precision and recall of what is found balance on the folds
 * of `npm run lab:train`, F being the same from 0.3 to 0.35; docs/model-card.md shows what other values give.
 */
export const DEFAULT_THRESHOLD = 0.35;

/** Finds attributions with a model trained on labelled news; tells those of at least this confidence. */
export function createTrainedAttributor(model: AttributionModel, threshold: number = DEFAULT_THRESHOLD): Attributor {
  return {
    attribute: (mentioned, dropped) => {
      const { table, judged } = consider(mentioned, model, threshold);
      if (dropped !== undefined) {
        for (const { candidate, confidence } of droppedOnes(judged))
          dropped({ ...spansOf(mentioned, candidate), confidence, reason: reasonOf(candidate, confidence) });
      }
      return tell(mentioned, table, judged);
    },
  };
}

interface Judged {
  readonly candidate: Candidate;
  readonly confidence: number;
  readonly kept: boolean;
  /** The kept candidate in whose content this one stands, or null. */
  readonly holder: Candidate | null;
}

/** What was kept nowhere, each cue once: one that another holds is weighed again inside that one's content. */
function droppedOnes(judged: readonly Judged[]): Iterable<Judged> {
  const places = new Map<number, Judged>();
  for (const one of judged) {
    const known = places.get(one.candidate.cue.from);
    if (known === undefined || one.kept || (!known.kept && one.confidence > known.confidence)) places.set(one.candidate.cue.from, one);
  }
  return [...places.values()].filter(({ kept }) => !kept);
}

/** How deep attributions are followed: what Berg said that Varga said that Kessal said. */
const DEEPEST = 3;

function consider(
  mentioned: Mentioned,
  model: AttributionModel,
  threshold: number,
): { readonly table: TokenTable; readonly judged: readonly Judged[] } {
  const table = makeTokenTable(mentioned, model.lexicon);
  const judged: Judged[] = [];
  let holders: readonly Candidate[] = [];
  for (let depth = 0; depth < DEEPEST; depth++) {
    const view = depth === 0 ? { table, sentences: mentioned.sentences, holders: null } : viewInside(table, holders);
    if (view === null) break;
    const enough = depth === 0 ? outermostEnough(table, threshold) : nestedEnough(threshold);
    const found = weigh(view.table, view.sentences, model, enough);
    const own = found.map(({ candidate, confidence, kept, held }): Judged => {
      const holder = view.holders === null ? null : (holders[view.holders[candidate.cue.from] ?? -1] ?? null);
      return { candidate, confidence, kept: kept && !held && (holder === null || standsIn(candidate, holder)), holder };
    });
    const kept = own.filter((one) => one.kept);
    const candidates = kept.map(({ candidate }) => candidate);
    holders = depth === 0 ? goOn(table, mentioned.quotations, candidates) : candidates;
    judged.push(...own.filter((one) => !one.kept), ...kept.map((one, index) => ({ ...one, candidate: at(holders, index) })));
  }
  return { table, judged: judged.sort((first, second) => first.candidate.cue.from - second.candidate.cue.from) };
}

/**
 * From this confidence on an attribution inside another's content is told. Nothing in the corpus says how often that is
 * right: it labels the outermost alone. The value was chosen on invented sentences (test/cases/attributions/nested.txt).
 */
const NESTED_THRESHOLD = 0.5;

/** Whether a candidate of such a confidence is told. */
type Enough = (candidate: Candidate, confidence: number) => boolean;

/**
 * Content without quotation marks is told from a confidence this much lower on. On the folds what is found of it is best at
 * 0.25 to 0.3, and of quoted content at 0.35 and above.
 */
const LENIENCE = 0.05;

const outermostEnough =
  (table: TokenTable, threshold: number): Enough =>
  (candidate, confidence) =>
    confidence >= threshold || (confidence >= threshold - LENIENCE && mannerOf(table, candidate.content) === 'indirect');

const nestedEnough =
  (threshold: number): Enough =>
  (_, confidence) =>
    confidence >= Math.max(threshold, NESTED_THRESHOLD);

function standsIn({ source, content }: Candidate, holder: Candidate): boolean {
  const isIn = (range: TokenRange): boolean => holder.content.some(({ from, to }) => range.from >= from && range.to <= to);
  return source.every(isIn) && content.every(isIn);
}

interface Weighed {
  readonly candidate: Candidate;
  readonly confidence: number;
  readonly kept: boolean;
  /** Whether a surer one that is kept holds it: it is sought anew inside that one's content. */
  readonly held: boolean;
}

/** Every cue of these sentences, with the best reading of its surroundings and how sure that is. */
function weigh(table: TokenTable, sentences: readonly Sentence[], model: AttributionModel, enough: Enough): readonly Weighed[] {
  const score = createRoleScorer(table, model.roles);
  const cues = findCues(table, sentences, model.cues);
  const choose = createRanker(table, markCues(table, cues), model.readings);
  const candidates: Candidate[] = [];
  for (const cue of cues) {
    const chosen = choose(readWindow(table, cue, score(cue), model.roles));
    if (chosen !== null) candidates.push(chosen);
  }
  const judge = createJudge(table, model.judge);
  const sure = candidates.map((candidate, index) =>
    candidate.content.length === 0 ? 0 : judge(candidate, surroundingsOf(candidates, index)),
  );
  const kept = candidates.map((candidate, index) => candidate.content.length > 0 && enough(candidate, at(sure, index)));
  return candidates.map((candidate, index) => ({
    candidate,
    confidence: at(sure, index),
    kept: at(kept, index) && !isDoubled(candidates, sure, kept, index),
    held: isHeld(candidates, sure, kept, index),
  }));
}

/** Whether the cue stands in the content of a kept candidate that is surer. */
function isHeld(candidates: readonly Candidate[], sure: readonly number[], kept: readonly boolean[], index: number): boolean {
  const { cue } = at(candidates, index);
  const end = Math.min(candidates.length, index + NEAR + 1);
  for (let place = Math.max(0, index - NEAR); place < end; place++) {
    const other = at(sure, place);
    if (place === index || !at(kept, place) || other < at(sure, index) || (other === at(sure, index) && place > index)) continue;
    if (at(candidates, place).content.some(({ from, to }) => cue.from >= from && cue.to <= to)) return true;
  }
  return false;
}

/**
 * Whether a surer candidate that is kept has most of this one's content ("said" and "on Monday" around the same words): in the
 * corpus one of 1,000 attributions shares words with another.
 */
function isDoubled(candidates: readonly Candidate[], sure: readonly number[], kept: readonly boolean[], index: number): boolean {
  const { content } = at(candidates, index);
  const end = Math.min(candidates.length, index + NEAR + 1);
  for (let place = Math.max(0, index - NEAR); place < end; place++) {
    const other = at(sure, place);
    if (place === index || !at(kept, place) || other < at(sure, index) || (other === at(sure, index) && place > index)) continue;
    if (sharedTokens(content, at(candidates, place).content) * 2 > sizeOf(content)) return true;
  }
  return false;
}

const sizeOf = (ranges: readonly TokenRange[]): number => ranges.reduce((sum, { from, to }) => sum + to - from, 0);

function sharedTokens(some: readonly TokenRange[], others: readonly TokenRange[]): number {
  let sum = 0;
  for (const one of some) for (const other of others) sum += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
  return sum;
}

/** How many candidates away the one that holds another may be. */
const NEAR = 40;

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no candidate at ${index}`);
  return value;
}

/** The kept candidates as attributions, with indexes of those that hold others. */
function tell(mentioned: Mentioned, table: TokenTable, judged: readonly Judged[]): readonly Attribution[] {
  const kept = judged.filter((one) => one.kept);
  const places = new Map(kept.map(({ candidate }, index) => [candidate, index]));
  return kept.map(
    ({ candidate, confidence, holder }): Attribution => ({
      ...spansOf(mentioned, candidate),
      manner: mannerOf(table, candidate.content),
      mode: modeOf(mentioned, { source: candidate.source, cue: [candidate.cue], content: candidate.content }),
      within: holder === null ? null : (places.get(holder) ?? null),
      confidence,
      reason: reasonOf(candidate, confidence),
    }),
  );
}

function spansOf({ tokens }: Mentioned, { cue, source, content }: Candidate): Pick<Attribution, 'source' | 'cue' | 'content'> {
  const span = ({ from, to }: TokenRange): Span => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 });
  return { source: source.map(span), cue: [span(cue)], content: content.map(span) };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const reasonOf = ({ cue, sourceMean, contentMean }: Candidate, confidence: number): Attribution['reason'] => ({
  rule: 'trained-model',
  score: rounded(confidence),
  parts: [
    { rule: 'cue', score: rounded(cue.probability) },
    { rule: 'source', score: rounded(sourceMean) },
    { rule: 'content', score: rounded(contentMean) },
  ],
});

/** Direct where all words of the content stand between quotation marks, mixed where some do. */
function mannerOf(table: TokenTable, content: readonly TokenRange[]): Manner {
  let inside = 0;
  let outside = 0;
  for (const { from, to } of content) {
    for (let place = from; place < to; place++) {
      if (table.mark[place] !== 0) continue;
      if (table.quote[place] === QUOTE.inside || table.quote[place] === QUOTE.short) inside++;
      else outside++;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
