import type { Language } from '../language.js';
import type { Attributed, Mentioned } from '../model.js';

/** Finds who said what. */
export function attribute(mentioned: Mentioned, language: Language): Attributed {
  return { ...mentioned, attributions: language.attributor.attribute(mentioned) };
}
