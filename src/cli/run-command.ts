import { setTimeout } from 'node:timers/promises';
import { RecordError } from '../record/record-error.js';
import { CommandError } from './command-error.js';
import type { Run } from './commands.js';
import { withConfiguration } from './configuration.js';
import { type Context, type Options, styleOf } from './context.js';
import type { Exit } from './exit-codes.js';
import { createOutput, type OutputStream } from './output.js';
import type { Environment } from './settings.js';

/** What of a process a command sees. */
export interface World {
  readonly environment: Environment;
  readonly input: AsyncIterable<Uint8Array>;
  readonly out: OutputStream;
  readonly messages: OutputStream;
  readonly stop: AbortSignal;
}

/** Runs a command; every failure becomes one message and an exit code. */
export async function runCommand(load: () => Promise<Run>, given: readonly string[], options: Options, world: World): Promise<Exit> {
  const out = createOutput(world.out);
  const messages = createOutput(world.messages);
  try {
    const context: Context = {
      environment: await withConfiguration(world.environment),
      input: world.input,
      out,
      messages,
      style: styleOf(out, world.environment),
      stop: world.stop,
      today: new Date().toISOString().slice(0, 10),
      now: () => Date.now(),
      clock: () => performance.now(),
      wait: (milliseconds) => waitUntil(milliseconds, world.stop),
    };
    const run = await load();
    const exit = await run(context, given, options);
    return world.stop.aborted ? 'interrupted' : exit;
  } catch (error) {
    const { exit, code, message } = explainError(error);
    await messages.line(options.json ? JSON.stringify({ error: { code, message, exit } }) : formatError(message, code));
    return exit;
  }
}

/** Waits, but no longer than until somebody stops the program. */
const waitUntil = (milliseconds: number, stop: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal: stop }).catch(() => {});

/** A message of several lines shows a place in the query, which must stand where the query stands. */
const formatError = (message: string, code: string): string =>
  message.includes('\n') ? `onrecord: ${code}\n${message}` : `onrecord: ${message} (${code})`;

/** Words of a `RecordError` that are the user's query or id and not the record's state. */
const USAGE = new Set(['query-wrong', 'cursor-wrong', 'correction-wrong']);

function explainError(error: unknown): { readonly exit: Exit; readonly code: string; readonly message: string } {
  if (error instanceof CommandError) return { exit: error.exit, code: error.code, message: error.message };
  if (error instanceof RecordError)
    return { exit: USAGE.has(error.code) ? 'usage' : 'record-unusable', code: error.code, message: error.message };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { exit: 'internal-error', code: 'internal-error', message };
}
