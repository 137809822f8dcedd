import { styleText } from 'node:util';
import type { Day, Instant } from '../engine/index.js';
import type { Output } from './output.js';
import type { Environment } from './settings.js';

/** What a command has of the world around it. */
export interface Context {
  readonly environment: Environment;
  /** Standard input, read only by commands that are given "-". */
  readonly input: AsyncIterable<Uint8Array>;
  readonly out: Output;
  readonly messages: Output;
  readonly style: Style;
  /** Aborted on Ctrl-C: a command ends what it has begun and stops. */
  readonly stop: AbortSignal;
  readonly today: Day;
  /** Milliseconds since 1970, as the machine has them. */
  readonly now: () => number;
  /** Milliseconds on a clock that only goes forward: for speed and time left. */
  readonly clock: () => number;
  /** Resolves after so many milliseconds, or when somebody stops the program. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** A moment on the machine's clock, as articles and exports have moments. */
export const instantOf = (milliseconds: number): Instant => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;

/** How parts of readable output look on a terminal. */
export interface Style {
  strong(text: string): string;
  quiet(text: string): string;
}

const PLAIN: Style = { strong: (text) => text, quiet: (text) => text };

/** Colour on a terminal, unless the environment says no. */
export function styleOf(output: Output, environment: Environment): Style {
  if (!output.isTerminal || environment.NO_COLOR || environment.TERM === 'dumb') return PLAIN;
  return { strong: (text) => styleText('bold', text), quiet: (text) => styleText('dim', text) };
}

/** Values of a command's options by their names; what is absent was not given. */
export type Options = Readonly<Record<string, string | true | undefined>>;

/** An option that takes a value. */
export const optionText = (options: Options, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};
