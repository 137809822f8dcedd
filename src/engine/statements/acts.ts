import type { Language } from '../language.js';
import type { Act, Attributed, Span } from '../model.js';

export interface ActAndWhom {
  readonly act: Act;
  readonly whom: Span | null;
}

/** What each source does by its attribution, and whom it accuses, addresses or contradicts. */
export function findActs(attributed: Attributed, _language: Language): readonly ActAndWhom[] {
  return attributed.attributions.map(() => ({ act: 'states', whom: null }));
}
