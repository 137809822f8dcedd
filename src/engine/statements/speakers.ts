import type { Language } from '../language.js';
import type { Attributed, Speaker } from '../model.js';

/** Who each attribution's source is. */
export function resolveSpeakers(attributed: Attributed, _language: Language): readonly Speaker[] {
  return attributed.attributions.map(() => ({
    kind: 'unresolved',
    name: null,
    id: null,
    wikidata: null,
    referent: null,
    reason: { rule: 'speaker-unresolved', score: 0 },
  }));
}
