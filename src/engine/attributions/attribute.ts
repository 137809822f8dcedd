import type { ConsideredCue, Language } from '../language.js';
import type { Attributed, Attribution, Mentioned, Note, Span } from '../model.js';
import { findForeign } from './foreign.js';
import { addLayouts } from './layouts.js';
import { addTurns } from './transcripts.js';

/** Cues dropped with at least this much confidence leave a note: they are worth a look. */
const NEARLY = 0.2;

/** Finds who said what, the turns of a printed conversation included. Passages in other languages are noted and not read; cues that were nearly kept are noted. */
export function attribute(mentioned: Mentioned, language: Language): Attributed {
  const foreign = findForeign(mentioned, language);
  const doubtful: ConsideredCue[] = [];
  const take = (cue: ConsideredCue): void => {
    if (cue.confidence >= NEARLY) doubtful.push(cue);
  };
  const found = addTurns(mentioned, language.attributor.attribute(mentioned, take));
  const all = addLayouts(mentioned, language, found);
  const attributions = foreign.length === 0 ? all : without(all, foreign);
  const dropped = doubtful.flatMap((cue): readonly Note[] => {
    const first = cue.cue[0];
    return first === undefined || isIn(first, foreign) || isTold(cue, attributions) ? [] : [noteOf(mentioned, cue, first)];
  });
  return { ...mentioned, attributions, notes: [...mentioned.notes, ...foreign, ...dropped] };
}

const isIn = ({ start }: Span, notes: readonly Note[]): boolean => notes.some(({ span }) => start >= span.start && start < span.end);

/** Whether the first words that a cue would attribute are told already, by another cue. */
function isTold({ content }: ConsideredCue, attributions: readonly Attribution[]): boolean {
  const first = content[0];
  return first !== undefined && attributions.some((told) => told.content.some(({ start, end }) => first.start < end && start < first.end));
}

function noteOf({ article }: Mentioned, { confidence }: ConsideredCue, span: Span): Note {
  const words = article.text.slice(span.start, span.end);
  return {
    code: 'cue-dropped',
    span,
    message: `"${words}" may attribute something (${confidence.toFixed(2)}), but is too doubtful to be told.`,
  };
}

/** The attributions whose cue stands in no such passage; indexes of those that hold others move along. */
function without(found: readonly Attribution[], passages: readonly Note[]): readonly Attribution[] {
  const kept = found.filter(({ cue, content }) => {
    const first = cue[0] ?? content[0];
    return first === undefined || !isIn(first, passages);
  });
  const places = new Map(kept.map((attribution, index) => [attribution, index]));
  return kept.map((attribution) => {
    const holder = attribution.within === null ? undefined : found[attribution.within];
    return { ...attribution, within: holder === undefined ? null : (places.get(holder) ?? null) };
  });
}
