import type { Language } from '../language.js';
import type { Attributed, Dating } from '../model.js';

/** The day or interval in which each attribution was said, and the words that say so. */
export function dateAttributions(attributed: Attributed, _language: Language): readonly Dating[] {
  return attributed.attributions.map(() => ({
    from: null,
    to: null,
    basis: 'unknown',
    edtf: null,
    evidence: null,
    retold: false,
    reason: { rule: 'nothing-says-when', score: 1 },
  }));
}
