import { createHash } from 'node:crypto';
import type { Change } from '../../answers/index.js';
import type { Instant } from '../../engine/index.js';
import type { Message, WatchState } from './state.js';

export type Digest = 'immediate' | 'daily' | 'weekly';

export const DIGESTS: readonly Digest[] = ['immediate', 'daily', 'weekly'];

/** More changes than this go in several messages: a receiver is not to choke on one. */
const MOST_CHANGES = 50;

const DAY = 86_400_000;

/** Whether a digest is to be put together: on the first occasion on a later day, or in a later week (from Monday), in UTC. */
export function isDue(digest: Digest, digested: Instant, now: Instant): boolean {
  if (digest === 'immediate') return true;
  return digest === 'daily' ? now.slice(0, 10) > digested.slice(0, 10) : weekOf(now) > weekOf(digested);
}

/** Weeks since that of 29 December 1969, a Monday. */
const weekOf = (moment: Instant): number => Math.floor((Math.floor(Date.parse(moment) / DAY) + 3) / 7);

/** Takes in what was found, and puts messages together where they are due. What is known, waiting or under way is not taken twice. */
export function takeChanges(state: WatchState, found: readonly Change[], digest: Digest, watch: object, now: Instant): WatchState {
  const there = new Set([
    ...state.known,
    ...state.waiting.map(({ id }) => id),
    ...state.messages.flatMap(({ changes }) => changes.map(({ id }) => id)),
  ]);
  const waiting = [...state.waiting, ...found.filter(({ id }) => !there.has(id))];
  if (waiting.length === 0 || !isDue(digest, state.digested, now)) return { ...state, waiting };
  const size = digest === 'immediate' ? 1 : MOST_CHANGES;
  const messages: Message[] = [...state.messages];
  for (let from = 0; from < waiting.length; from += size) messages.push(messageOf(waiting.slice(from, from + size), digest, watch, now));
  return { ...state, waiting: [], messages, digested: now };
}

/** A message's id is made from the changes in it. */
function messageOf(changes: readonly Change[], digest: Digest, watch: object, now: Instant): Message {
  const ids = changes.map(({ id }) => id);
  const id = `msg_${createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 24)}`;
  return {
    id,
    body: JSON.stringify({ id, type: 'onrecord.changes', made: now, digest, watch, changes }),
    changes,
    attempts: 0,
    notBefore: 0,
  };
}
