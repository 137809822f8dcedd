import { binaryWeights, readLinear } from '../learned/linear.js';
import type { Dating, Span, Speaker, TokenRange } from '../model.js';
import { sourceKeys } from '../statements/source-keys.js';
import { type StatementView, spanOf } from '../statements/view.js';
import { occasionIn } from './occasions.js';
import { addresseeIn } from './phrases.js';
import { assignScenes, sceneContext } from './scenes.js';
import { ADDRESSEE_WEIGHTS, OCCASION_WEIGHTS } from './weights.js';

export interface Audience {
  readonly addressee: Span | null;
  readonly occasion: Span | null;
}

export type Field = keyof Audience;

const WEIGHTS = {
  addressee: binaryWeights(readLinear(ADDRESSEE_WEIGHTS), 'scene'),
  occasion: binaryWeights(readLinear(OCCASION_WEIGHTS), 'scene'),
};

/**
 * How sure the engine must be that words about an audience or an occasion hold for an attribution: chosen in
 * cross-validation over the labelled train articles for the best F (`npm run lab:audiences`).
 */
export const THRESHOLDS: Readonly<Record<Field, number>> = { addressee: 0.3, occasion: 0.4 };

/** For each attribution the words of its own sentence that say to whom, or where and through what, it was said. */
export function ownWords(view: StatementView, field: Field): readonly (TokenRange | null)[] {
  return view.places.map((place) => (field === 'occasion' ? occasionIn(view, place) : addresseeIn(view, place)));
}

/**
 * To whom, and where or through what, each attribution was said: as its own sentence says, else as another sentence says of
 * what plainly is the same speech, interview or debate.
 */
export function findAudiences(view: StatementView, speakers: readonly Speaker[], datings: readonly Dating[]): readonly Audience[] {
  const keys = sourceKeys(view, speakers);
  const places = ownWords(view, 'occasion');
  const occasions = assignScenes(sceneContext(view, places, keys, datings, null), WEIGHTS.occasion, THRESHOLDS.occasion);
  const listeners = ownWords(view, 'addressee');
  const addressees = assignScenes(sceneContext(view, listeners, keys, datings, occasions), WEIGHTS.addressee, THRESHOLDS.addressee);
  const span = (range: TokenRange | null | undefined): Span | null => (range == null ? null : spanOf(view.attributed.tokens, range));
  return view.places.map((_, index) => ({
    addressee: span(listeners[addressees[index] ?? -1]),
    occasion: span(places[occasions[index] ?? -1]),
  }));
}
