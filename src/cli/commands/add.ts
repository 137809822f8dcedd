import type { Filed, StatementRecord } from '../../record/index.js';
import type { ReadItem } from '../../runtime/index.js';
import type { Run } from '../commands.js';
import type { Context, Options } from '../context.js';
import { type InputReport, readInput } from '../input.js';
import { type Done, startProgress } from '../progress.js';
import { withRecord } from '../with-record.js';
import { formatCount, plural } from '../words/numbers.js';

/** So many articles are filed in one transaction, or those of so many milliseconds: what a stop loses is less than a second's work. */
const BATCH = 50;
const PAUSE = 1000;

/** Reads articles and files them. What was filed stays filed whatever becomes of the rest. */
export const add: Run = async (context, paths, options) => {
  const progress = startProgress(context);
  const input = await readInput(context, paths, options, progress);
  return withRecord(context, options, 'write', async (record) => {
    const tally = createTally();
    const known = options.again ? 'replace' : 'keep';
    for await (const batch of batches(input.readings, context.clock)) {
      tally.add(await record.file(batch.map(({ reading }) => ({ reading, filed: context.today, known }))));
      for (const item of batch) progress.article(item.article.text.length);
    }
    await report(context, options, record, tally, input.report, progress.end());
    return input.report.failures.length > 0 ? 'some-input-failed' : 'ok';
  }).finally(progress.end);
};

async function* batches(items: AsyncIterable<ReadItem>, clock: () => number): AsyncIterable<readonly ReadItem[]> {
  let batch: ReadItem[] = [];
  let since = clock();
  for await (const item of items) {
    batch.push(item);
    if (batch.length < BATCH && clock() - since < PAUSE) continue;
    yield batch;
    batch = [];
    since = clock();
  }
  if (batch.length > 0) yield batch;
}

type Outcomes = Readonly<Record<Filed['outcome'], number>>;

interface Tally {
  add(filed: readonly Filed[]): void;
  readonly outcomes: Outcomes;
  readonly statements: number;
}

function createTally(): Tally {
  const outcomes = { filed: 0, version: 0, appearance: 0, amended: 0, known: 0 };
  let statements = 0;
  return {
    add: (filed) => {
      for (const { outcome, statements: count } of filed) {
        outcomes[outcome]++;
        if (outcome === 'filed' || outcome === 'version') statements += count;
      }
    },
    outcomes,
    get statements() {
      return statements;
    },
  };
}

/** What each outcome is called where it happened at all. */
const OUTCOMES: readonly (readonly [Filed['outcome'], string])[] = [
  ['version', 'changed since and filed as a further version'],
  ['appearance', 'the same text as one already there, at another address'],
  ['amended', 'known, brought up to date'],
  ['known', 'known already'],
];

async function report(
  context: Context,
  options: Options,
  record: StatementRecord,
  tally: Tally,
  input: InputReport,
  done: Done,
): Promise<void> {
  const { outcomes, statements } = tally;
  const { failures, skipped } = input;
  if (options.json) {
    const { articles, characters, seconds } = done;
    const counts = { articles, characters, ...outcomes, statements, skipped: skipped.length, failed: failures.length };
    await context.out.line(
      JSON.stringify({
        record: record.place,
        ...counts,
        seconds: Math.round(seconds * 1000) / 1000,
        failures: failures.map(({ code, place, message }) => ({ code, ...place, message })),
      }),
    );
    return;
  }
  await context.out.line(`${plural(outcomes.filed, 'article')} filed, ${plural(statements, 'statement')} found.`);
  for (const [outcome, words] of OUTCOMES) if (outcomes[outcome] > 0) await context.out.line(`${formatCount(outcomes[outcome])} ${words}.`);
  if (skipped.length > 0) await context.out.line(`${plural(skipped.length, 'file')} of other kinds passed over.`);
  if (failures.length > 0) await context.out.line(`${formatCount(failures.length)} could not be read.`);
  const rate = done.seconds > 0 ? Math.round(done.articles / done.seconds) : 0;
  await context.messages.line(
    `onrecord: ${plural(done.articles, 'article')} in ${done.seconds.toFixed(1)} s, ${formatCount(rate)} a second; the record is ${record.place}`,
  );
}
