import type { Language } from '../language.js';
import type { Act, Attributed, Position } from '../model.js';

/** The side that one attribution's source takes on a course of action; null where it takes none. */
export function findPosition(_attributed: Attributed, _attribution: number, _act: Act, _language: Language): Position | null {
  return null;
}
