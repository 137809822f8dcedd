import type { StatementRecord } from '../../record/index.js';
import type { ReadItem } from '../../runtime/index.js';
import { type Events, jsonEvents, NO_EVENTS } from '../adding/events.js';
import { openFailures, pathsOfFailures } from '../adding/failures-file.js';
import { openJournal } from '../adding/journal.js';
import { addressesOfList } from '../adding/lists.js';
import { type Summary, summaryLine, writeReport } from '../adding/report.js';
import { createTally } from '../adding/tally.js';
import { openKnownAddresses } from '../adding/validators.js';
import { besideRecord } from '../beside-record.js';
import type { Run } from '../commands.js';
import { type Context, type Options, optionText } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { checkInput, readInput } from '../input.js';
import { startProgress } from '../progress.js';
import { withRecord } from '../with-record.js';

/** So many articles are filed in one transaction, or those of so many milliseconds: what a stop loses is less than a second's work. */
const BATCH = 50;
const PAUSE = 1000;

/** Reads articles and files them. What was filed stays filed whatever becomes of the rest. */
export const add: Run = async (context, given, options) => {
  const retry = optionText(options, 'retryFailures');
  const list = optionText(options, 'list');
  const paths = [
    ...given,
    ...(retry === undefined ? [] : await pathsOfFailures(retry)),
    ...(list === undefined ? [] : await addressesOfList(list, context, options)),
  ];
  if ((retry !== undefined || list !== undefined) && paths.length === 0) {
    await context.out.line('The list is empty: nothing to read.');
    return 'ok';
  }
  checkInput(context, paths, options);
  if (options.dryRun) return (await import('../adding/dry-run.js')).dryRun(context, paths, options);
  return withRecord<Exit>(context, options, 'write', (record) => addAll(context, paths, options, record));
};

async function addAll(context: Context, paths: readonly string[], options: Options, record: StatementRecord): Promise<Exit> {
  const beside = besideRecord(record.place, context.environment);
  const events: Events = options.json ? jsonEvents(context) : NO_EVENTS;
  const progress = startProgress(context, options.json ? 'data-between' : 'data-apart');
  const journal = openJournal(beside, paths);
  const earlier = options.resume ? await journal.earlier() : null;
  if (options.resume && earlier === null) await progress.say('no run of these paths was interrupted; it begins at the beginning');
  const failuresPath = optionText(options, 'failures');
  const failures = failuresPath === undefined ? null : await openFailures(failuresPath, earlier === null ? 'begin' : 'go-on');
  const addresses = await openKnownAddresses(`${beside}.fetched.jsonl`, record, options.again ? 'anew' : 'known');
  try {
    const input = await readInput(context, paths, options, progress, {
      from: earlier?.at ?? null,
      validators: addresses.validators,
      fetched: addresses.fetched,
      failed: async (failure) => {
        await failures?.add(failure);
        await events.failure(failure);
      },
      skipped: ({ place }) => events.skipped(place.source),
    });
    const tally = createTally(earlier?.counts ?? {});
    const failedBefore = earlier?.counts.failed ?? 0;
    const known = options.again ? 'replace' : 'keep';
    for await (const batch of batches(input.readings, context.clock)) {
      const filed = await record.file(batch.map(({ reading }) => ({ reading, filed: context.today, known })));
      tally.add(filed);
      await addresses.filed(batch);
      await journal.keep(input.report.at, { ...tally.counts, failed: failedBefore + input.report.failed });
      for (const [index, item] of batch.entries()) {
        progress.article(item.article.text.length);
        const became = filed[index];
        if (became !== undefined) await events.article(item, became);
      }
      await events.progress(progress.state());
    }
    const { skipped, unchanged } = input.report;
    const failed = failedBefore + input.report.failed;
    const summary: Summary = { record: record.place, ...progress.end(), counts: tally.counts, failed, skipped, unchanged };
    if (options.json) await events.end(summaryLine(summary));
    else await writeReport(context, summary);
    if (context.stop.aborted) await progress.say('stopped; the same command with --resume goes on from here');
    else await journal.done();
    return failed > 0 ? 'some-input-failed' : 'ok';
  } finally {
    progress.end();
  }
}

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
