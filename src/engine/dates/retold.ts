import { BACKGROUND_WORDS } from '../english/lists/background-words.js';
import { tenseOf } from '../statements/tenses.js';
import type { CarryContext } from './carry.js';
import type { Interval } from './edtf.js';

const AGES = [0, 1, 2, 4, 7, 31, 366] as const;

const bucket = (value: number): string => String(AGES.find((bound) => value <= bound) ?? 'more');

/** What tells that the article brings an attribution up as background: its tense, how old its day is, words like "previously". */
export function retoldFeatures(context: CarryContext, index: number, said: Interval | null, stated: boolean): readonly string[] {
  const { view, published, events } = context;
  const place = view.places[index];
  const attribution = view.attributed.attributions[index];
  if (place === undefined || attribution === undefined) return [];
  const tense = tenseOf(view.words, place.cue);
  const features = ['bias', `tense:${tense}`, `mode-tense:${attribution.mode}-${tense}`];
  const age = said?.to == null || published === null ? 'open' : bucket(published - said.to);
  features.push(`age:${age}`, `age:${age}+${stated ? 'stated' : 'carried'}`);
  if (said?.to != null && published !== null) {
    const newest = events.reduce((latest, event) => Math.max(latest, event.to <= published ? event.to : latest), Number.NEGATIVE_INFINITY);
    if (newest > said.to + 1) features.push('older-than-news', `older-than-news:${bucket(newest - said.to)}`);
    if (said.from !== null && said.to - said.from > 3) features.push('long');
  }
  const word = backgroundWord(context, index);
  if (word !== null) features.push('background', `background:${word}`);
  if (place.sentence <= 2) features.push('lead', `lead:${tense}`);
  const relative = view.words.lower[place.source[0]?.from ?? -1] ?? '';
  if (relative === 'who' || relative === 'which' || relative === 'that') features.push('relative', `relative:${tense}`);
  return features;
}

/** The first word of the cue's sentence, outside of what is said, that tells of earlier times; null where there is none. */
function backgroundWord({ view }: CarryContext, index: number): string | null {
  const place = view.places[index];
  const range = view.attributed.sentences[place?.sentence ?? -1];
  if (range === undefined) return null;
  for (let at = range.from; at < range.to; at++) {
    const lower = view.words.lower[at] ?? '';
    if (BACKGROUND_WORDS.has(lower) && (view.holder[at] === -1 || view.frame[at] === index)) return lower;
  }
  return null;
}
