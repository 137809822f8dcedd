import type { Attributor } from '../language.js';
import type { Attribution, Manner, Mentioned, Span, TokenRange } from '../model.js';
import { type Candidate, readWindow } from './candidates.js';
import { findCues } from './cue-finder.js';
import { createJudge } from './judge.js';
import { surroundingsOf } from './judge-features.js';
import type { AttributionModel } from './model-file.js';
import { modeOf } from './modes.js';
import { createRoleScorer } from './role-finder.js';
import { makeTokenTable, QUOTE, type TokenTable } from './token-table.js';

/**
 * From this confidence on an attribution is told. Chosen where precision and recall of what is found balance on the folds
 * of `npm run lab:train`; docs/model-card.md shows what other values give.
 */
export const DEFAULT_THRESHOLD = 0.3;

/** Finds attributions with a model trained on labelled news; tells those of at least this confidence. */
export function createTrainedAttributor(model: AttributionModel, threshold: number = DEFAULT_THRESHOLD): Attributor {
  return {
    attribute: (mentioned, dropped) => {
      const { table, judged } = consider(mentioned, model, threshold);
      if (dropped !== undefined) {
        for (const { candidate, confidence, kept } of judged) {
          if (!kept) dropped({ ...spansOf(mentioned, candidate), confidence, reason: reasonOf(candidate, confidence) });
        }
      }
      return tell(mentioned, table, judged);
    },
  };
}

interface Judged {
  readonly candidate: Candidate;
  readonly confidence: number;
  readonly kept: boolean;
  /** The candidate in whose content this one is kept as a nested one, or null. */
  readonly holder: Candidate | null;
}

function consider(
  mentioned: Mentioned,
  model: AttributionModel,
  threshold: number,
): { readonly table: TokenTable; readonly judged: readonly Judged[] } {
  const table = makeTokenTable(mentioned, model.lexicon);
  const score = createRoleScorer(table, model.roles);
  const candidates = findCues(table, mentioned.sentences, model.cues).map((cue) => readWindow(table, cue, score(cue), model.roles));
  const judge = createJudge(table, model.judge);
  const around = candidates.map((_, index) => surroundingsOf(candidates, index));
  const outer = candidates.map((candidate, index) => (candidate.content.length === 0 ? 0 : judge(candidate, at(around, index))));
  const judged = candidates.map((candidate, index): Judged => {
    const confidence = at(outer, index);
    const holder = holderOf(candidates, outer, index, threshold);
    if (holder === null) return { candidate, confidence, kept: confidence >= threshold, holder: null };
    const alone = Math.max(nestedConfidence(candidate), judge(candidate, { ...at(around, index), holder: null }));
    return { candidate, confidence: alone, kept: candidate.content.length > 0 && alone >= Math.max(threshold, NESTED_THRESHOLD), holder };
  });
  return { table, judged };
}

/**
 * From this confidence on an attribution inside another's content is told. Nothing in the corpus says how often that is
 * right: it labels the outermost alone. The value was chosen on invented sentences (test/cases/attributions/nested.txt).
 */
const NESTED_THRESHOLD = 0.3;

/** How sure the chains are of a candidate by itself: the judge learned from labels that know the outermost alone. */
const nestedConfidence = ({ cue, source, sourceMean, contentMean }: Candidate): number =>
  cue.probability * contentMean * (source.length === 0 ? 0.7 : sourceMean);

/** The narrowest kept candidate that is surer than this one and in whose content its cue stands, or null. */
function holderOf(candidates: readonly Candidate[], outer: readonly number[], index: number, threshold: number): Candidate | null {
  const { cue } = at(candidates, index);
  let narrowest: Candidate | null = null;
  let width = Number.POSITIVE_INFINITY;
  const end = Math.min(candidates.length, index + NEAR + 1);
  for (let place = Math.max(0, index - NEAR); place < end; place++) {
    const sure = at(outer, place);
    if (place === index || sure < threshold || sure < at(outer, index) || (sure === at(outer, index) && place > index)) continue;
    for (const { from, to } of at(candidates, place).content) {
      if (cue.from < from || cue.to > to || to - from >= width) continue;
      narrowest = at(candidates, place);
      width = to - from;
    }
  }
  return narrowest;
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
