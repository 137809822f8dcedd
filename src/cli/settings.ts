import { availableParallelism, homedir } from 'node:os';
import { join } from 'node:path';

/** One thing that can be set: by option, else by environment variable, else by the configuration file, else as `fallback` says. docs/cli.md shows the same table. */
export interface Setting {
  readonly option: string | null;
  readonly variable: string | null;
  readonly fallback: string;
  readonly meaning: string;
}

export const SETTINGS = {
  configuration: {
    option: null,
    variable: 'ONRECORD_CONFIG',
    fallback: 'config.toml in the user’s settings folder, where there is one',
    meaning: 'a file of settings',
  },
  record: {
    option: '--record FILE',
    variable: 'ONRECORD_RECORD',
    fallback: 'record.sqlite in the user’s data folder',
    meaning: 'where the record is',
  },
  issues: {
    option: '--issues FILE',
    variable: 'ONRECORD_ISSUES',
    fallback: 'issues.toml in the user’s data folder',
    meaning: 'your own issues and groups',
  },
  apiToken: {
    option: null,
    variable: 'ONRECORD_API_TOKEN',
    fallback: 'nobody files through the API',
    meaning: 'the token with which other programs file articles through the API of `onrecord serve`; 16 characters or more',
  },
  apiReadToken: {
    option: null,
    variable: 'ONRECORD_API_READ_TOKEN',
    fallback: 'everybody who can reach it',
    meaning: 'with it, reading through the API needs this token (or the one for filing)',
  },
  apiOrigins: {
    option: null,
    variable: 'ONRECORD_API_ORIGINS',
    fallback: 'none',
    meaning: 'origins whose web pages may read the API, with commas between: https://desk.example',
  },
  apiRate: {
    option: null,
    variable: 'ONRECORD_API_RATE',
    fallback: '50 for other machines, any number for this one',
    meaning: 'how many requests a second each client may send to the API, twice as many at once',
  },
  jobs: {
    option: '--jobs N',
    variable: 'ONRECORD_JOBS',
    fallback: 'one for each processor, at most 8',
    meaning: 'how many threads read articles',
  },
  contact: {
    option: '--contact TEXT',
    variable: 'ONRECORD_CONTACT',
    fallback: 'none',
    meaning: 'an e-mail address or page by which sites that are fetched can reach you; part of the user agent',
  },
  allowHost: {
    option: '--allow-host HOST',
    variable: 'ONRECORD_ALLOW_HOST',
    fallback: 'none',
    meaning: 'hosts of this machine or a private network that may be fetched, separated by commas',
  },
  webhookSecret: {
    option: '--secret-file FILE',
    variable: 'ONRECORD_WEBHOOK_SECRET',
    fallback: 'none',
    meaning: 'what the messages of `onrecord watch` are signed with; the option names a file that holds it',
  },
  colour: {
    option: null,
    variable: 'NO_COLOR',
    fallback: 'colour on a terminal',
    meaning: 'set to anything, it turns colour off',
  },
} as const satisfies Record<string, Setting>;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the record is. */
export function recordPlace(given: string | undefined, environment: Environment): string {
  return given || environment[SETTINGS.record.variable] || join(dataFolder(environment), 'record.sqlite');
}

/** Where the user's own issues are; the file need not be there. */
export function issuesPlace(given: string | undefined, environment: Environment): string {
  return given || environment[SETTINGS.issues.variable] || join(dataFolder(environment), 'issues.toml');
}

/** The folder in which this system keeps a user's data of a program. */
export function dataFolder(environment: Environment): string {
  if (environment.XDG_DATA_HOME) return join(environment.XDG_DATA_HOME, 'onrecord');
  if (process.platform === 'win32') return join(environment.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'OnRecord');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'OnRecord');
  return join(homedir(), '.local', 'share', 'onrecord');
}

/** More threads than this wait for the one that files. */
const MOST_JOBS = 8;

/** How many threads read; null where what was given is no number from 1 on. */
export function jobsOf(given: string | undefined, environment: Environment): number | null {
  const written = given ?? environment[SETTINGS.jobs.variable];
  if (written === undefined || written === '') return Math.min(MOST_JOBS, availableParallelism());
  return /^[1-9]\d{0,2}$/.test(written) ? Number(written) : null;
}
