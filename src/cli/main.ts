#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { EXITS, type Exit } from './exit-codes.js';
import { flushed } from './output.js';
import { type Asked, readArguments } from './program.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { readonly version: string };

const asked = readArguments(process.argv.slice(2), version, {
  out: (text) => process.stdout.write(text),
  messages: (text) => process.stderr.write(text),
});
process.exitCode = asked.kind === 'done' ? asked.number : EXITS[await run(asked)].number;
await Promise.all([flushed(process.stdout), flushed(process.stderr)]);

/** The command and all that it needs are loaded here and no sooner. */
async function run({ load, given, options }: Extract<Asked, { kind: 'run' }>): Promise<Exit> {
  const { runCommand } = await import('./run-command.js');
  return runCommand(load, given, options);
}
