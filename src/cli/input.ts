import { type Failure, readSources, type Skipped, STANDARD_INPUT, sizeOfPaths } from '../readers/index.js';
import { type ReadItem, readArticles } from '../runtime/index.js';
import { type Context, type Options, optionText } from './context.js';
import { describeFailure, placeOf, problem } from './messages.js';
import type { Progress } from './progress.js';
import { jobsOf } from './settings.js';

/** What became of the input besides the articles that were read. */
export interface InputReport {
  readonly failures: readonly Failure[];
  readonly skipped: readonly Skipped[];
}

export interface Input {
  readonly readings: AsyncIterable<ReadItem>;
  /** Complete when `readings` has come to its end. */
  readonly report: InputReport;
}

/** Reads everything that a command was given; failures, skipped files and readers' notes go to the messages as they come. */
export async function readInput(context: Context, paths: readonly string[], options: Options, progress: Progress): Promise<Input> {
  if (paths.length === 0) throw problem('input-missing');
  if (paths.filter((path) => path === STANDARD_INPUT).length > 1) throw problem('standard-input-twice');
  const jobs = jobsOf(optionText(options, 'jobs'), context.environment);
  if (jobs === null) throw problem('jobs-wrong', optionText(options, 'jobs') ?? context.environment.ONRECORD_JOBS ?? '');
  const expected = await sizeOfPaths(paths);
  progress.expect(expected);
  const report = { failures: [] as Failure[], skipped: [] as Skipped[] };
  const outcomes = readArticles(readSources(paths, { standardInput: context.input, taken: progress.taken }), { jobs, expected });
  return { report, readings: sorted() };

  async function* sorted(): AsyncIterable<ReadItem> {
    for await (const outcome of untilStopped(outcomes, context.stop)) {
      if (outcome.kind === 'reading') {
        for (const note of outcome.notes) await progress.say(`${placeOf(outcome.place)} ${note.message} (${note.code})`);
        yield outcome;
      } else if (outcome.kind === 'failure') {
        report.failures.push(outcome);
        await progress.say(describeFailure(outcome));
      } else report.skipped.push(outcome);
    }
  }
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
