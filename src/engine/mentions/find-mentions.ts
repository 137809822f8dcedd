import type { Language } from '../language.js';
import type { Mentioned, Sentenced } from '../model.js';

/** Finds who and what is mentioned, and which mentions mean the same referent. */
export function findMentions(sentenced: Sentenced, _language: Language): Mentioned {
  return { ...sentenced, mentions: [], referents: [] };
}
