import type { Attributor } from '../language.js';
import type { Attribution, Manner, Mentioned, Span, TokenRange } from '../model.js';
import { viterbi } from './chain-model.js';
import { type CandidateCue, findCues } from './cue-finder.js';
import type { AttributionModel } from './model-file.js';
import { modeOf } from './modes.js';
import { ROLE } from './role-features.js';
import { createRoleScorer } from './role-finder.js';
import { makeTokenTable, QUOTE, type TokenTable } from './token-table.js';

/** A cue with the words around it that seem to be its source and content. */
interface Candidate {
  readonly cue: CandidateCue;
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
  readonly confidence: number;
}

/** Below this an attribution is not told. */
const THRESHOLD = 0.35;

/** Finds attributions with a model trained on labelled news. */
export function createTrainedAttributor(model: AttributionModel): Attributor {
  return { attribute: (mentioned) => attribute(mentioned, model) };
}

function attribute(mentioned: Mentioned, model: AttributionModel): readonly Attribution[] {
  const table = makeTokenTable(mentioned, model.lexicon);
  const score = createRoleScorer(table, model.roles);
  const candidates = findCues(table, mentioned.sentences, model.cues)
    .filter((cue) => cue.probability >= THRESHOLD)
    .map((cue): Candidate => {
      const { window, scores } = score(cue);
      const count = window.to - window.from;
      const best = new Uint8Array(count);
      viterbi(model.roles, scores, count, best);
      return { cue, ...rangesOf(best, window), confidence: cue.probability };
    })
    .filter(({ content }) => content.length > 0);
  return candidates.map((candidate, index) => attributionOf(mentioned, table, candidate, containerOf(candidates, index)));
}

/** The runs of labels as ranges of tokens. */
export function rangesOf(
  labels: Uint8Array,
  window: TokenRange,
): { readonly source: readonly TokenRange[]; readonly content: readonly TokenRange[] } {
  const source: TokenRange[] = [];
  const content: TokenRange[] = [];
  for (let place = 0; place < labels.length; place++) {
    const label = labels[place];
    if (label === ROLE.none) continue;
    const inside = label === ROLE.sourceStart || label === ROLE.source ? ROLE.source : ROLE.content;
    let end = place + 1;
    while (end < labels.length && labels[end] === inside) end++;
    (inside === ROLE.source ? source : content).push({ from: window.from + place, to: window.from + end });
    place = end - 1;
  }
  return { source, content };
}

/** The narrowest surer candidate in whose content the cue stands, or null. Only a surer one: so no two contain each other. */
function containerOf(candidates: readonly Candidate[], index: number): number | null {
  const own = candidates[index];
  if (own === undefined) return null;
  const { cue, confidence } = own;
  let narrowest: number | null = null;
  let width = Infinity;
  candidates.forEach((other, at) => {
    if (other.confidence < confidence || (other.confidence === confidence && at >= index)) return;
    for (const { from, to } of other.content) {
      if (cue.from < from || cue.to > to || to - from >= width) continue;
      narrowest = at;
      width = to - from;
    }
  });
  return narrowest;
}

function attributionOf(
  mentioned: Mentioned,
  table: TokenTable,
  { cue, source, content, confidence }: Candidate,
  within: number | null,
): Attribution {
  const { tokens } = mentioned;
  const span = ({ from, to }: TokenRange): Span => ({ start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 });
  return {
    source: source.map(span),
    cue: [span(cue)],
    content: content.map(span),
    manner: mannerOf(table, content),
    mode: modeOf(mentioned, { source, cue: [cue], content }),
    within,
    confidence,
    reason: { rule: 'trained-model', score: confidence },
  };
}

/** Direct where all words of the content stand between quotation marks, mixed where some do. */
function mannerOf(table: TokenTable, content: readonly TokenRange[]): Manner {
  let inside = 0;
  let outside = 0;
  for (const { from, to } of content) {
    for (let at = from; at < to; at++) {
      if (table.mark[at] !== 0) continue;
      if (table.quote[at] === QUOTE.inside || table.quote[at] === QUOTE.short) inside++;
      else outside++;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}
