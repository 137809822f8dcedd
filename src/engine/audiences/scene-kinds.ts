import { CHANNELS, LISTENERS, OCCASION_VERBS, ROOMS, SHARED_OCCASIONS } from '../english/lists/audience-words.js';
import { OUTLETS } from '../english/lists/media.js';
import type { TokenRange } from '../model.js';
import type { StatementView } from '../statements/view.js';

const WRITTEN: ReadonlySet<string> = new Set(
  'ad ads affidavit blog book brief column email emails essay filing letter letters memo message messages note op-ed page petition petitions post posts release report statement statements text tweet tweets website'.split(
    ' ',
  ),
);
const TALKS: ReadonlySet<string> = new Set(
  'call chat conversation interview interviews podcast program radio show telephone television tv'.split(' '),
);
const HELD: ReadonlySet<string> = new Set(
  'address remarks rally rallies speech speeches testimony visit announcement appearance'.split(' '),
);

/** What kind of scene some words tell of: many speak at it, one speaks at it, it is written, a conversation, a place; or who listens. */
export function sceneKind({ words }: StatementView, { from, to }: TokenRange): string {
  let kind = '';
  for (let at = to - 1; at >= from && kind === ''; at--) {
    const word = words.lower[at] ?? '';
    if (SHARED_OCCASIONS.has(word) || (word === 'hall' && words.lower[at - 1] === 'town')) kind = 'shared';
    else if (WRITTEN.has(word) || OCCASION_VERBS.has(word)) kind = 'written';
    else if (TALKS.has(word)) kind = 'talk';
    else if (HELD.has(word)) kind = 'held';
    else if (LISTENERS.has(word)) kind = 'listeners';
    else if (CHANNELS.has(word) || OUTLETS.has(word)) kind = 'outlet';
    else if (ROOMS.has(word)) kind = 'room';
  }
  if (kind !== '') return kind;
  if (to - from === 1 && words.pos[from] === 'PRON') return 'pronoun';
  return words.pos[to - 1] === 'PROPN' ? 'name' : 'noun';
}
