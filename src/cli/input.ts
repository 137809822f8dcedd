import {
  type ColumnMapping,
  type Failure,
  isWebAddress,
  type Opened,
  parseColumns,
  type ReadFrom,
  readSources,
  type Skipped,
  STANDARD_INPUT,
  sizeOfPaths,
} from '../readers/index.js';
import type { Validators } from '../runtime/fetching/index.js';
import { type ReadItem, readArticles } from '../runtime/index.js';
import { type Context, type Options, optionText } from './context.js';
import { describeFailure, placeOf, problem } from './messages.js';
import type { Progress } from './progress.js';
import { jobsOf } from './settings.js';

/** What became of the input besides the articles that were read. */
export interface InputReport {
  readonly failed: number;
  readonly skipped: number;
  /** How many addresses have not changed since they were filed. */
  readonly unchanged: number;
  /** Everything up to here has been given. */
  readonly at: ReadFrom;
}

export interface Input {
  readonly readings: AsyncIterable<ReadItem>;
  /** Grows with `readings`; complete when they have come to their end. */
  readonly report: InputReport;
}

/** What adding wants besides. */
export interface InputOptions {
  /** Where an earlier run stood. */
  readonly from?: ReadFrom | null;
  /** What a server said of an address when it was filed; without it everything is fetched anew. */
  readonly validators?: (address: string) => Promise<Validators | null>;
  /** Told of what was fetched. */
  readonly fetched?: (address: string, validators: Validators) => void;
  readonly failed?: (failure: Failure) => Promise<unknown>;
  readonly skipped?: (skipped: Skipped) => Promise<unknown>;
}

/** What is wrong with what a command was told to read, before anything is done. Gives the number of threads. */
export function checkInput(context: Context, paths: readonly string[], options: Options): number {
  if (paths.length === 0) throw problem('input-missing');
  if (paths.filter((path) => path === STANDARD_INPUT).length > 1) throw problem('standard-input-twice');
  const jobs = jobsOf(optionText(options, 'jobs'), context.environment);
  if (jobs === null) throw problem('jobs-wrong', optionText(options, 'jobs') ?? context.environment.ONRECORD_JOBS ?? '');
  return jobs;
}

/** Reads everything that a command was given; failures, skipped files and readers' notes go to the messages as they come. */
export async function readInput(
  context: Context,
  paths: readonly string[],
  options: Options,
  progress: Progress,
  more: InputOptions = {},
): Promise<Input> {
  const jobs = checkInput(context, paths, options);
  const expected = await sizeOfPaths(paths);
  const columns = columnsOf(options);
  const byAddress = paths.every(isWebAddress);
  progress.expect(byAddress ? paths.length : expected);
  const report = { failed: 0, skipped: 0, unchanged: 0, at: more.from ?? { after: null, items: 0 } };
  const fetching = paths.some(isWebAddress) ? await startFetching(context, options, more) : null;
  const sources = readSources(paths, {
    standardInput: context.input,
    ends: 'told',
    columns,
    ...(byAddress ? {} : { taken: progress.taken }),
    ...(fetching === null ? {} : { open: fetching.open }),
    ...(more.from ? { from: more.from } : {}),
  });
  const outcomes = readArticles(sources, { jobs, expected });
  return { report, readings: sorted() };

  async function* sorted(): AsyncIterable<ReadItem> {
    for await (const outcome of untilStopped(outcomes, context.stop)) {
      if (outcome.kind === 'finished') {
        report.at = { after: outcome.place.source, items: 0 };
        if (byAddress) progress.taken(1);
        continue;
      }
      report.at = { after: report.at.after, items: report.at.items + 1 };
      if (outcome.kind === 'reading') {
        for (const note of outcome.notes) await progress.say(`${placeOf(outcome.place)} ${note.message} (${note.code})`);
        yield outcome;
      } else if (outcome.kind === 'failure') {
        report.failed++;
        await more.failed?.(outcome);
        await progress.say(describeFailure(outcome));
      } else if (outcome.kind === 'skipped') {
        report.skipped++;
        await more.skipped?.(outcome);
      } else report.unchanged++;
    }
    await fetching?.close();
  }
}

/** What `--columns` says; null where it was not given. */
export function columnsOf(options: Options): ColumnMapping | null {
  const written = optionText(options, 'columns');
  if (written === undefined) return null;
  const parsed = parseColumns(written);
  if ('problem' in parsed) throw problem('columns-wrong', parsed.problem);
  return parsed.mapping;
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
