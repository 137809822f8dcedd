import { type PositionLane, type PositionsAnswer, positionsTimeline } from '../../answers/index.js';
import type { Run } from '../commands.js';
import { type Context, optionText } from '../context.js';
import { issuesOf, matcherFor, positionedStatements } from '../issues.js';
import { withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';
import { formatDayPosition, formatDays, formatEvidence } from '../words/positions.js';
import { formatLookedAt, INDENT } from '../words/statements.js';

/** Shows who is for what, who against, on what condition, day by day. */
export const showPositions: Run = (context, speakers, options) => {
  const { issues, groups } = issuesOf(context, options);
  const matcher = matcherFor(issues, optionText(options, 'on') ?? null);
  return withRecord(context, options, 'read', async (record) => {
    const holders = speakers.length === 0 ? undefined : [speakers.join(' ')];
    const { statements, lookedAt } = await positionedStatements(record, holders, groups);
    const answer = positionsTimeline({ statements, matcher, groups, ...(holders === undefined ? {} : { holders }) });
    if (options.json) await context.out.line(JSON.stringify({ ...answer, issues: matcher.issues, lookedAt }));
    else {
      await describe(context, answer, (issue) => matcher.issues[issue]?.name ?? '');
      await context.out.line(`${plural(answer.lanes.length, 'speaker and issue', 'speakers and issues')}. ${formatLookedAt(lookedAt)}`);
    }
    return answer.lanes.length > 0 ? 'ok' : 'nothing-found';
  });
};

async function describe(context: Context, { lanes }: PositionsAnswer, nameOf: (issue: number) => string): Promise<void> {
  const { out, style } = context;
  for (const lane of lanes) {
    await out.line(style.strong(`${lane.holderName}: ${nameOf(lane.issue)}`));
    await describeLane(context, lane);
    await out.line('');
  }
}

async function describeLane(context: Context, { days, undated }: PositionLane): Promise<void> {
  for (const day of days) {
    await context.out.line(`  ${formatDays(day)}`);
    await context.out.line(formatDayPosition(day, context));
  }
  if (undated.length > 0) await context.out.line('  day not given');
  for (const position of undated) await context.out.line(formatEvidence(position, context, INDENT, true));
}
