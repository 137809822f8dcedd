import { SHARED_OCCASIONS } from '../english/lists/audience-words.js';
import type { Span, Speaker, TokenRange } from '../model.js';
import { sourceKeys } from '../statements/source-keys.js';
import { type Tense, tenseOf } from '../statements/tenses.js';
import { type StatementView, spanOf, textOrder } from '../statements/view.js';
import { addresseeIn, occasionIn } from './phrases.js';

export interface Audience {
  readonly addressee: Span | null;
  readonly occasion: Span | null;
}

/** How many sentences an audience is carried at most to the next words of the same speaker. */
const REACH = 6;

interface Scene {
  readonly addressee: TokenRange | null;
  readonly occasion: TokenRange | null;
  readonly sentence: number;
}

/**
 * To whom, and where or through what, each attribution was said: as its own sentence says, else as the words of the same
 * speaker just before it, as long as the article goes on telling of one event.
 */
export function findAudiences(view: StatementView, speakers: readonly Speaker[]): readonly Audience[] {
  const keys = sourceKeys(view, speakers);
  const scenes = new Map<string, Scene>();
  let shared: Scene | null = null;
  const out = new Array<Audience>(view.places.length).fill({ addressee: null, occasion: null });
  for (const index of textOrder(view)) {
    const place = view.places[index];
    if (place === undefined) continue;
    const own: Scene = { addressee: addresseeIn(view, place), occasion: occasionIn(view, place), sentence: place.sentence };
    const key = keys[index] ?? '';
    const scene: Scene | null = sceneOf(view, index, own, scenes.get(key)) ?? sharedScene(view, index, own, shared);
    if (scene !== null) scenes.set(key, scene);
    if (scene !== null && isShared(view, scene)) shared = scene;
    const span = (range: TokenRange | null): Span | null => (range === null ? null : spanOf(view.attributed.tokens, range));
    out[index] = { addressee: span((scene ?? own).addressee), occasion: span((scene ?? own).occasion) };
  }
  return out;
}

const GOES_ON: ReadonlySet<Tense> = new Set(['past', 'participle', 'none', 'present']);

/** An occasion that many speak at, as long as the article goes on telling what was said there. */
function sharedScene(view: StatementView, index: number, own: Scene, shared: Scene | null): Scene | null {
  if (shared === null || own.occasion !== null || own.addressee !== null || own.sentence - shared.sentence > REACH) return null;
  const tense = tenseOf(view.words, view.places[index]?.cue ?? []);
  const spoken = view.attributed.attributions[index]?.mode === 'speech' && (tense === 'past' || tense === 'participle');
  return spoken ? { ...shared, sentence: own.sentence } : null;
}

function isShared(view: StatementView, { occasion }: Scene): boolean {
  if (occasion === null) return false;
  for (let at = occasion.from; at < occasion.to; at++) if (SHARED_OCCASIONS.has(view.words.lower[at] ?? '')) return true;
  return false;
}

/** The scene that an attribution stands in: its own words' where they tell of one, else the speaker's last; null where that one is over. */
function sceneOf(view: StatementView, index: number, own: Scene, last: Scene | undefined): Scene | null {
  if (own.occasion !== null) return own;
  const tense = tenseOf(view.words, view.places[index]?.cue ?? []);
  const goesOn = view.places[index]?.source.length !== 0 || tense === 'participle';
  if (last === undefined || !goesOn || own.sentence - last.sentence > REACH) return own.addressee === null ? null : own;
  if (own.addressee !== null) return { ...own, occasion: last.addressee === null ? last.occasion : null };
  if (view.attributed.attributions[index]?.mode !== 'speech' || !GOES_ON.has(tense)) return null;
  return { ...last, sentence: own.sentence };
}
