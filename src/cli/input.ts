import { type Failure, isWebAddress, type Opened, readSources, type Skipped, STANDARD_INPUT, sizeOfPaths } from '../readers/index.js';
import type { Validators } from '../runtime/fetching/index.js';
import { type ReadItem, readArticles } from '../runtime/index.js';
import { type Context, type Options, optionText } from './context.js';
import { describeFailure, placeOf, problem } from './messages.js';
import type { Progress } from './progress.js';
import { jobsOf } from './settings.js';

/** What became of the input besides the articles that were read. */
export interface InputReport {
  readonly failures: readonly Failure[];
  readonly skipped: readonly Skipped[];
  /** How many addresses have not changed since they were filed. */
  readonly unchanged: number;
}

export interface InputOptions {
  /** What a server said of an address when it was filed; without it everything is fetched anew. */
  readonly validators?: (address: string) => Promise<Validators | null>;
  /** Told of what was fetched, and of each file or address of which everything was given. */
  readonly fetched?: (address: string, validators: Validators) => void;
  readonly finished?: (source: string) => Promise<void>;
}

export interface Input {
  readonly readings: AsyncIterable<ReadItem>;
  /** Complete when `readings` has come to its end. */
  readonly report: InputReport;
}

/** Reads everything that a command was given; failures, skipped files and readers' notes go to the messages as they come. */
export async function readInput(
  context: Context,
  paths: readonly string[],
  options: Options,
  progress: Progress,
  more: InputOptions = {},
): Promise<Input> {
  if (paths.length === 0) throw problem('input-missing');
  if (paths.filter((path) => path === STANDARD_INPUT).length > 1) throw problem('standard-input-twice');
  const jobs = jobsOf(optionText(options, 'jobs'), context.environment);
  if (jobs === null) throw problem('jobs-wrong', optionText(options, 'jobs') ?? context.environment.ONRECORD_JOBS ?? '');
  const expected = await sizeOfPaths(paths);
  progress.expect(expected);
  const report = { failures: [] as Failure[], skipped: [] as Skipped[], unchanged: 0 };
  const fetching = paths.some(isWebAddress) ? await startFetching(context, options, more) : null;
  const sources = readSources(paths, {
    standardInput: context.input,
    taken: progress.taken,
    ends: 'told',
    ...(fetching === null ? {} : { open: fetching.open }),
  });
  const outcomes = readArticles(sources, { jobs, expected });
  return { report, readings: sorted() };

  async function* sorted(): AsyncIterable<ReadItem> {
    for await (const outcome of untilStopped(outcomes, context.stop)) {
      if (outcome.kind === 'reading') {
        for (const note of outcome.notes) await progress.say(`${placeOf(outcome.place)} ${note.message} (${note.code})`);
        yield outcome;
      } else if (outcome.kind === 'failure') {
        report.failures.push(outcome);
        await progress.say(describeFailure(outcome));
      } else if (outcome.kind === 'skipped') report.skipped.push(outcome);
      else if (outcome.kind === 'unchanged') report.unchanged++;
      else await more.finished?.(outcome.place.source);
    }
    await fetching?.close();
  }
}

interface Fetching {
  open(address: string): Promise<Opened>;
  close(): Promise<void>;
}

/** What fetches addresses, loaded only where there are any. */
async function startFetching(context: Context, options: Options, more: InputOptions): Promise<Fetching> {
  const { openFetcher } = await import('./fetching.js');
  const fetcher = await openFetcher(context, options);
  return {
    close: fetcher.close,
    open: async (address) => {
      const place = { source: address, line: null };
      const got = await fetcher.fetch(address, (await more.validators?.(address)) ?? null);
      if (got.kind === 'unchanged') return { kind: 'unchanged', place };
      if (got.kind === 'problem') return { kind: 'failure', code: got.code, place, message: got.message };
      more.fetched?.(address, got.validators);
      return { kind: 'opened', address: got.address, contentType: got.contentType, bytes: got.bytes };
    },
  };
}

/** Gives what comes until somebody stops the program, also while nothing comes. What waits then is left waiting: the process ends. */
async function* untilStopped<T>(items: AsyncIterable<T>, stop: AbortSignal): AsyncIterable<T> {
  const iterator = items[Symbol.asyncIterator]();
  const stopped = new Promise<null>((resolve) => {
    if (stop.aborted) resolve(null);
    stop.addEventListener('abort', () => resolve(null), { once: true });
  });
  for (;;) {
    const next = await Promise.race([iterator.next(), stopped]);
    if (next === null || next.done) return;
    yield next.value;
  }
}
