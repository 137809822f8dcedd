import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { problem } from './messages.js';
import { type Environment, SETTINGS } from './settings.js';

/** Names the file; "" means none. */
const VARIABLE = SETTINGS.configuration.variable;

/** What a key of the file sets: the settings that have a variable of ours, but not the file itself. */
const KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries(SETTINGS)
    .filter(([name, { variable }]) => name !== 'configuration' && variable?.startsWith('ONRECORD_'))
    .map(([name, { variable }]) => [keyOf(name), variable as string]),
);

/** "rateLimit" is written "rate-limit". */
function keyOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The environment with what the configuration file says where the environment says nothing. A file that the user names must be there. */
export async function withConfiguration(environment: Environment): Promise<Environment> {
  const named = environment[VARIABLE];
  const file = named ?? join(configurationFolder(environment), 'config.toml');
  if (file === '') return environment;
  if (!existsSync(file)) {
    if (named === undefined) return environment;
    throw problem('configuration-wrong', file, 'there is no such file');
  }
  return { ...(await readConfiguration(file)), ...environment };
}

/** The variables that a file sets. */
async function readConfiguration(file: string): Promise<Environment> {
  const { parse } = await import('smol-toml');
  let table: Record<string, unknown>;
  try {
    table = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw problem('configuration-wrong', file, error instanceof Error ? error.message : String(error));
  }
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [variableOf(file, key), textOf(file, key, value)]));
}

function variableOf(file: string, key: string): string {
  const variable = KEYS.get(key);
  if (variable === undefined) throw problem('configuration-wrong', file, `"${key}" is not known; it can be ${[...KEYS.keys()].join(', ')}`);
  return variable;
}

function textOf(file: string, key: string, value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw problem('configuration-wrong', file, `"${key}" takes one value, a text or a number`);
}

/** The folder in which this system keeps a user's settings of a program. */
function configurationFolder(environment: Environment): string {
  if (environment.XDG_CONFIG_HOME) return join(environment.XDG_CONFIG_HOME, 'onrecord');
  if (process.platform === 'win32') return join(environment.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'OnRecord');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'OnRecord');
  return join(homedir(), '.config', 'onrecord');
}
