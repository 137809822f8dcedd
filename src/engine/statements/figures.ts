import type { Language } from '../language.js';
import type { Attributed, Figure } from '../model.js';

/** The quantities that one attribution's content claims, in text order. */
export function findFigures(_attributed: Attributed, _attribution: number, _language: Language): readonly Figure[] {
  return [];
}
