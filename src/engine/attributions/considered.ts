import type { ConsideredCue, Language } from '../language.js';
import type { Attributed, Span } from '../model.js';

/** A cue that was weighed in an article, and what became of it. */
export interface WeighedCue extends ConsideredCue {
  /** `kept`: it is told; `doubtful`: its confidence is too low; `foreign`: it stands in a passage that is not read. */
  readonly fate: 'kept' | 'doubtful' | 'foreign';
}

/** Every cue that the engine weighed in an article, in text order: what was kept and what was not, with how sure it was. */
export function weighedCues(reading: Attributed, language: Language): readonly WeighedCue[] {
  const weighed: WeighedCue[] = reading.attributions.map((attribution) => ({ ...attribution, fate: 'kept' }));
  const kept = new Set(weighed.map(placeOf));
  const foreign = reading.notes.filter(({ code }) => code === 'language-not-read').map(({ span }) => span);
  const isForeign = (cue: ConsideredCue): boolean => foreign.some(({ start, end }) => placeOf(cue) >= start && placeOf(cue) < end);
  const take = (cue: ConsideredCue): number => weighed.push({ ...cue, fate: isForeign(cue) ? 'foreign' : 'doubtful' });
  for (const found of language.attributor.attribute(reading, take)) if (!kept.has(placeOf(found)) && isForeign(found)) take(found);
  return weighed.sort((first, second) => placeOf(first) - placeOf(second));
}

const placeOf = ({ cue, content }: { readonly cue: readonly Span[]; readonly content: readonly Span[] }): number =>
  (cue[0] ?? content[0])?.start ?? 0;
