import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Change } from '../../answers/index.js';
import type { Instant } from '../../engine/index.js';
import { problem } from '../messages.js';

/** A message that is on its way: what is sent is kept as it is, so that it is the same however often it is tried. */
export interface Message {
  readonly id: string;
  readonly body: string;
  readonly changes: readonly Change[];
  readonly attempts: number;
  /** Milliseconds since 1970 before which it is not tried again. */
  readonly notBefore: number;
}

/** What a watch remembers from one run to the next. */
export interface WatchState {
  readonly format: 1;
  /** Ids of changes that were sent, or were there before the watch began. */
  readonly known: readonly string[];
  /** Found, and waiting for the digest that they go with. */
  readonly waiting: readonly Change[];
  readonly messages: readonly Message[];
  /** When the last digest was put together, or the watch began. */
  readonly digested: Instant;
}

/** The state of a watch; null where it never ran. */
export function readState(place: string): WatchState | null {
  if (!existsSync(place)) return null;
  try {
    const state = JSON.parse(readFileSync(place, 'utf8')) as Partial<WatchState>;
    if (state.format === 1 && Array.isArray(state.known) && Array.isArray(state.waiting) && Array.isArray(state.messages))
      return state as WatchState;
  } catch {
    // Said below, as for a file of something else.
  }
  throw problem('watch-state-wrong', place);
}

/** Puts a state in the place of the one before: after a crash the file holds the one or the other, whole. */
export function writeState(place: string, state: WatchState): void {
  const part = `${place}.part`;
  const file = openSync(part, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(state)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, place);
}

/** Keeps a second run of the same watch out. What a killed run left behind does not count. */
export function lockState(place: string): () => void {
  const lock = `${place}.lock`;
  for (let attempt = 0; ; attempt++) {
    try {
      const file = openSync(lock, 'wx', 0o600);
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw problem('watch-state-unwritable', place, (error as Error).message);
      if (attempt > 0 || isRunning(Number(readFileSync(lock, 'utf8')))) throw problem('watch-running', place);
      rmSync(lock, { force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
