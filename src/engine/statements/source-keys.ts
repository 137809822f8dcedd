import { isCapitalized } from '../dates/word-source.js';
import type { Speaker } from '../model.js';
import type { StatementView } from './view.js';

/**
 * A key for each attribution's source, equal where the speaker is the same: who was resolved where that could be told,
 * else the source's last name, and for a pronoun the key of the attribution before.
 */
export function sourceKeys(view: StatementView, speakers: readonly Speaker[]): readonly string[] {
  const keys: string[] = [];
  for (const [index, place] of view.places.entries()) {
    const speaker = speakers[index];
    keys.push(speaker?.name ?? keyOf(view, place.source[0]?.from ?? 0, place.source[0]?.to ?? 0) ?? keys[index - 1] ?? '');
  }
  return keys;
}

/** The last capitalized word up to the first comma, else the last word; null for a pronoun or nothing. */
function keyOf(view: StatementView, from: number, to: number): string | null {
  const { words, lower, pos } = view.words;
  if (to <= from || (to - from === 1 && pos[from] === 'PRON')) return null;
  let key: string | null = null;
  for (let at = from; at < to && !(lower[at] === ',' && key !== null); at++)
    if (isCapitalized(words[at]) && pos[at] !== 'PRON') key = lower[at] ?? null;
  return key ?? lower[to - 1] ?? null;
}
