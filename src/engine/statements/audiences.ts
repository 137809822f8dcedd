import type { Language } from '../language.js';
import type { Attributed, Span } from '../model.js';

export interface Audience {
  readonly addressee: Span | null;
  readonly occasion: Span | null;
}

/** To whom, and where or through what, each attribution was said. */
export function findAudiences(attributed: Attributed, _language: Language): readonly Audience[] {
  return attributed.attributions.map(() => ({ addressee: null, occasion: null }));
}
