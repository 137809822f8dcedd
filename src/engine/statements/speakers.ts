import type { Language } from '../language.js';
import type { Attributed, Speaker } from '../model.js';
import { createResolver } from '../speakers/resolve.js';

/**
 * Who each attribution's source is. A source that the text leaves open is `unresolved`, with the candidates among the parts
 * of its reason; nobody is guessed.
 */
export function resolveSpeakers(attributed: Attributed, language: Language): readonly Speaker[] {
  return createResolver(attributed, language).resolveAll();
}
