import { existsSync, statSync } from 'node:fs';
import { type Change, describeChange, findChanges, type IssueMatcher, type SpeakerGroup } from '../../answers/index.js';
import { correctionsPlace, type Filter, openRecord, type StatementRecord } from '../../record/index.js';
import { type Context, instantOf } from '../context.js';
import { type Digest, takeChanges } from './digest.js';
import { type Message, readState, type WatchState, writeState } from './state.js';
import { type Delivery, pauseBefore } from './webhook.js';

/** What is watched, for whom, and where what was sent is remembered. */
export interface WatchPlan {
  readonly recordPlace: string;
  readonly statePlace: string;
  readonly filter: Filter;
  readonly matcher: IssueMatcher;
  readonly groups: readonly SpeakerGroup[];
  readonly figures: 'all' | 'of-issues';
  readonly pages: string | null;
  readonly digest: Digest;
  /** What was there before the watch began is sent too. */
  readonly from: 'start' | 'here-on';
  /** How the watch was asked for: part of every message. */
  readonly asked: { readonly query: string; readonly on: string | null; readonly speaker: string | null };
  /** Where messages go. */
  readonly sink: 'print' | 'webhook';
  readonly deliver: (message: Message) => Promise<Delivery>;
}

/** A record that is opened again where its corrections changed: whoever watches is to see what was set right. */
export interface WatchedRecord {
  /** The record, where it may have changed since it was last asked for; else null. */
  changed(): Promise<StatementRecord | null>;
  close(): Promise<void>;
}

export async function openWatched(place: string): Promise<WatchedRecord> {
  let record = await openRecord(place, 'read');
  let seen = '';
  let corrected = correctedAt(place);
  return {
    async changed() {
      if (correctedAt(place) !== corrected) {
        corrected = correctedAt(place);
        await record.close();
        record = await openRecord(place, 'read');
        seen = '';
      }
      const revision = await record.revision();
      if (revision === seen) return null;
      seen = revision;
      return record;
    },
    close: () => record.close(),
  };
}

const correctedAt = (place: string): number => {
  const file = correctionsPlace(place);
  return existsSync(file) ? statSync(file).mtimeMs : 0;
};

/** Looks for changes and remembers them; those that are due become messages. `isFirst` where the watch had never run. */
export async function look(
  context: Context,
  plan: WatchPlan,
  record: StatementRecord | null,
): Promise<{ readonly state: WatchState; readonly isFirst: boolean }> {
  const now = instantOf(context.now());
  const before = readState(plan.statePlace);
  const state: WatchState = before ?? { format: 1, known: [], waiting: [], messages: [], digested: now };
  const found = record === null ? [] : await findChanges(record, { ...plan, now });
  if (before === null && plan.from === 'here-on') {
    const next = { ...state, known: found.map(({ id }) => id) };
    writeState(plan.statePlace, next);
    return { state: next, isFirst: true };
  }
  const there = new Set(state.known);
  const changes: Change[] = [];
  for (const one of found) {
    const change = record === null || there.has(one.id) ? null : await describeChange(record, one, plan.matcher.issues, plan.pages);
    if (change !== null) changes.push(change);
  }
  const next = takeChanges(state, changes, plan.digest, plan.asked, now);
  if (before === null || next.waiting !== state.waiting || next.messages !== state.messages) writeState(plan.statePlace, next);
  return { state: next, isFirst: before === null };
}

/**
 * Sends the messages that are due, in their order, up to the first that fails. A message counts as sent only when the file says
 * so: a stop in between sends it again, under the same id.
 */
export async function send(context: Context, plan: WatchPlan, given: WatchState): Promise<WatchState> {
  let state = given;
  for (const message of given.messages) {
    if (context.stop.aborted || message.notBefore > context.now()) break;
    const delivery = await plan.deliver(message);
    const rest = state.messages.slice(1);
    if (delivery.kind === 'delivered') {
      state = { ...state, messages: rest, known: [...state.known, ...message.changes.map(({ id }) => id)] };
      writeState(plan.statePlace, state);
      continue;
    }
    const attempts = message.attempts + 1;
    const pause = Math.max(delivery.after ?? 0, pauseBefore(attempts, Math.random()));
    await context.messages.line(
      `onrecord: message ${message.id} was not taken: ${delivery.why}; next attempt in ${Math.ceil(pause / 1000)} s`,
    );
    state = { ...state, messages: [{ ...message, attempts, notBefore: context.now() + pause }, ...rest] };
    writeState(plan.statePlace, state);
    break;
  }
  return state;
}
