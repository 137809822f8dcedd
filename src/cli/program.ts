import { Command as Commander, CommanderError, Option } from 'commander';
import { COMMANDS, type Command, type Run } from './commands.js';
import type { Options } from './context.js';
import { EXITS } from './exit-codes.js';

/** What the command line asked for: a command to run, or an exit code because help or an error was written. */
export type Asked =
  | { readonly kind: 'run'; readonly load: () => Promise<Run>; readonly given: readonly string[]; readonly options: Options }
  | { readonly kind: 'done'; readonly number: number };

export interface Writers {
  readonly out: (text: string) => void;
  readonly messages: (text: string) => void;
}

/** Reads the arguments after the program's name. Writes help and complaints by itself. */
export function readArguments(given: readonly string[], version: string, writers: Writers): Asked {
  let asked: Asked | null = null;
  const program = createProgram(version, writers, (command, paths, options) => {
    asked = { kind: 'run', load: command.load, given: paths, options };
  });
  try {
    program.parse(given, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { kind: 'done', number: error.exitCode === 0 ? EXITS.ok.number : EXITS.usage.number };
  }
  return asked ?? { kind: 'done', number: EXITS.usage.number };
}

type Chosen = (command: Command, given: readonly string[], options: Options) => void;

export function createProgram(version: string, writers: Writers, chosen: Chosen): Commander {
  const program = new Commander('onrecord')
    .description('News articles in; who said what, when, to whom, on what condition, reported by whom out.')
    .version(version, '--version', 'show the version')
    .helpOption('--help', 'show help')
    .helpCommand('help [command]', 'show help of a command')
    .exitOverride()
    .configureOutput({ writeOut: writers.out, writeErr: writers.messages })
    .addHelpText(
      'after',
      '\nExamples:\n  onrecord add articles/\n  onrecord search \'ceasefire speaker:"Lena Varga"\'\n\nDocuments: docs/cli.md',
    );
  for (const command of COMMANDS) addCommand(program, command, chosen);
  return program;
}

function addCommand(program: Commander, command: Command, chosen: Chosen): void {
  const added = program
    .command(`${command.name} ${command.takes}`.trim())
    .summary(command.summary)
    .description(`${capitalized(command.summary)}.\n${command.details}`)
    .helpOption('--help', 'show help')
    .allowExcessArguments(false)
    .addHelpText('after', helpTail(command));
  for (const { flags, meaning } of command.options) added.addOption(new Option(flags.replace(/ ([A-Z]+)$/, ' <$1>'), meaning));
  added.action((...received: unknown[]) => {
    const positional = received.slice(0, -2).flat() as readonly string[];
    chosen(command, positional, added.opts() as Options);
  });
}

function helpTail(command: Command): string {
  const examples = command.examples.map((example) => `  ${example}`).join('\n');
  const exits = command.exits.map((exit) => `  ${String(EXITS[exit].number).padEnd(4)}${exit}: ${EXITS[exit].meaning}`).join('\n');
  return `\nExamples:\n${examples}\n\nExit codes:\n${exits}`;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
