import type { Filed } from '../../record/index.js';
import type { Context } from '../context.js';
import type { Done } from '../progress.js';
import { formatCount, plural } from '../words/numbers.js';
import type { Tally } from './tally.js';

/** Everything that a run of `add` did. */
export interface Summary extends Done {
  readonly record: string;
  readonly counts: Tally['counts'];
  readonly failed: number;
  readonly skipped: number;
  readonly unchanged: number;
}

/** What each outcome is called where it happened at all. */
const OUTCOMES: readonly (readonly [Filed['outcome'], string])[] = [
  ['version', 'changed since and filed as a further version'],
  ['appearance', 'the same text as one already there, at another address'],
  ['amended', 'known, brought up to date'],
  ['known', 'known already'],
];

/** The last event of `--json`. */
export function summaryLine({ record, articles, characters, seconds, counts, failed, skipped, unchanged }: Summary): object {
  return { record, articles, characters, ...counts, skipped, unchanged, failed, seconds: Math.round(seconds * 1000) / 1000 };
}

export async function writeReport(context: Context, summary: Summary): Promise<void> {
  const { counts, articles, seconds, failed, skipped, unchanged } = summary;
  await context.out.line(`${plural(counts.filed, 'article')} filed, ${plural(counts.statements, 'statement')} found.`);
  for (const [outcome, words] of OUTCOMES) if (counts[outcome] > 0) await context.out.line(`${formatCount(counts[outcome])} ${words}.`);
  if (unchanged > 0) await context.out.line(`${formatCount(unchanged)} not changed since they were fetched.`);
  if (skipped > 0) await context.out.line(`${plural(skipped, 'file')} of other kinds passed over.`);
  if (failed > 0) await context.out.line(`${formatCount(failed)} could not be read.`);
  const rate = seconds > 0 ? Math.round(articles / seconds) : 0;
  await context.messages.line(
    `onrecord: ${plural(articles, 'article')} in ${seconds.toFixed(1)} s, ${formatCount(rate)} a second; the record is ${summary.record}`,
  );
}
