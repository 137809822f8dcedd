import type { Context } from './context.js';
import { formatCount, formatDuration } from './words/numbers.js';

/** A line on a terminal that says how far the work is; on anything else nothing. Messages go above it. */
export interface Progress {
  /** Told how many bytes will come; null where nobody knows. */
  expect(bytes: number | null): void;
  readonly taken: (bytes: number) => void;
  /** Told of each article that is done. */
  article(characters: number): void;
  /** Writes a message, as `onrecord: MESSAGE`. */
  say(message: string): Promise<unknown>;
  /** How far the work is; `share` is null where nobody knows. */
  state(): State;
  /** Takes the line away. Gives what was done: articles, characters, seconds. */
  end(): Done;
}

export interface Done {
  readonly articles: number;
  readonly characters: number;
  readonly seconds: number;
}

/** The line changes at most so often, in milliseconds. */
const PAUSE = 100;

const BAR = 24;

/** Where a command's data come out in between (`data-between`) and go to the terminal as well, no line is shown. */
export function startProgress({ messages, clock, out }: Context, data: 'data-apart' | 'data-between' = 'data-apart'): Progress {
  const shows = messages.isTerminal && !(data === 'data-between' && out.isTerminal);
  const started = clock();
  let expected: number | null = null;
  let taken = 0;
  let articles = 0;
  let characters = 0;
  let shown = 0;
  let visible = false;

  const clear = (): void => {
    if (visible) messages.raw('\r\x1b[2K');
    visible = false;
  };
  const state = (now: number): State => ({
    articles,
    share: expected ? Math.min(1, taken / expected) : null,
    seconds: (now - started) / 1000,
  });
  const draw = (): void => {
    const now = clock();
    if (!shows || now - shown < PAUSE) return;
    shown = now;
    clear();
    messages.raw(progressLine(state(now)));
    visible = true;
  };
  return {
    expect: (bytes) => {
      expected = bytes;
    },
    taken: (bytes) => {
      taken += bytes;
    },
    article: (length) => {
      articles++;
      characters += length;
      draw();
    },
    say: (message) => {
      clear();
      return messages.line(`onrecord: ${message}`);
    },
    state: () => state(clock()),
    end: () => {
      clear();
      return { articles, characters, seconds: (clock() - started) / 1000 };
    },
  };
}

/** How far the work is. */
export interface State {
  readonly articles: number;
  /** Of the bytes that will come, those that came; null where nobody knows. */
  readonly share: number | null;
  readonly seconds: number;
}

/** "████████░░░░ 61 %  512 articles, 240 a second, 3 s left" */
export function progressLine({ articles, share, seconds }: State): string {
  const rate = seconds > 0 ? `, ${formatCount(Math.round(articles / seconds))} a second` : '';
  const count = `${formatCount(articles)} ${articles === 1 ? 'article' : 'articles'}${rate}`;
  if (share === null) return count;
  const full = Math.round(share * BAR);
  const left = share > 0.02 && share < 1 ? `, ${formatDuration((seconds / share) * (1 - share))} left` : '';
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${String(Math.round(share * 100)).padStart(3)} %  ${count}${left}`;
}
