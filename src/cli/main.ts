#!/usr/bin/env node
import { EXITS, type Exit } from './exit-codes.js';
import { flushed } from './output.js';
import { type Asked, readArguments } from './program.js';
import { ownVersion } from './version.js';

const asked = readArguments(process.argv.slice(2), ownVersion(), {
  out: (text) => process.stdout.write(text),
  messages: (text) => process.stderr.write(text),
});
process.exitCode = asked.kind === 'done' ? asked.number : EXITS[await run(asked)].number;
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
// An input that never ends must not keep a process that somebody stopped or reads no more.
process.exit();

/** The command and all that it needs are loaded here and no sooner. */
async function run({ load, given, options }: Extract<Asked, { kind: 'run' }>): Promise<Exit> {
  const { runCommand } = await import('./run-command.js');
  const world = { environment: process.env, input: process.stdin, out: process.stdout, messages: process.stderr, stop: stopSignal() };
  return runCommand(load, given, options, world);
}

/** The first Ctrl-C lets a command end what it has begun; the second ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return controller.signal;
}
