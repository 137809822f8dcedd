import { type Contradiction, findShifts, positionsTimeline, type Shift } from '../../answers/index.js';
import type { Run } from '../commands.js';
import { type Context, optionText } from '../context.js';
import { issuesOf, matcherFor, positionedStatements } from '../issues.js';
import { withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';
import { formatDayPosition, formatDays } from '../words/positions.js';
import { formatLookedAt } from '../words/statements.js';

/** Shows where a side or its condition changed: then and now, in the speaker's words. */
export const showShifts: Run = (context, speakers, options) => {
  const { issues, groups } = issuesOf(context, options);
  const matcher = matcherFor(issues, optionText(options, 'on') ?? null);
  return withRecord(context, options, 'read', async (record) => {
    const holders = speakers.length === 0 ? undefined : [speakers.join(' ')];
    const { statements, lookedAt } = await positionedStatements(record, holders, groups);
    const { lanes } = positionsTimeline({ statements, matcher, groups, ...(holders === undefined ? {} : { holders }) });
    const { shifts, contradictions } = findShifts(lanes);
    const nameOf = (issue: number): string => matcher.issues[issue]?.name ?? '';
    if (options.json) await context.out.line(JSON.stringify({ shifts, contradictions, issues: matcher.issues, lookedAt }));
    else {
      for (const shift of shifts) await context.out.line(`${describeShift(context, shift, nameOf(shift.issue))}\n`);
      for (const one of contradictions) await context.out.line(`${describeContradiction(context, one, nameOf(one.issue))}\n`);
      const days = contradictions.length === 0 ? '' : `, ${plural(contradictions.length, 'day')} with for and against`;
      await context.out.line(`${plural(shifts.length, 'shift')}${days}. ${formatLookedAt(lookedAt)}`);
    }
    return shifts.length + contradictions.length > 0 ? 'ok' : 'nothing-found';
  });
};

function describeShift(context: Context, { holderName, then, now, condition }: Shift, issue: string): string {
  const { style } = context;
  const what = condition === 'same' || condition === 'changed' ? '' : ` (the condition ${condition})`;
  return [
    style.strong(`${holderName}: ${issue}`),
    `  then, ${formatDays(then)}`,
    formatDayPosition(then, context),
    `  now, ${formatDays(now)}${what}`,
    formatDayPosition(now, context),
  ].join('\n');
}

const describeContradiction = (context: Context, { holderName, day }: Contradiction, issue: string): string =>
  [context.style.strong(`${holderName}: ${issue}`), `  on one day, ${formatDays(day)}`, formatDayPosition(day, context)].join('\n');
