import { type Comparison, comparePositions } from '../../answers/index.js';
import type { Run } from '../commands.js';
import { type Context, optionText } from '../context.js';
import { issuesOf, matcherFor, positionedStatements } from '../issues.js';
import { problem } from '../messages.js';
import { withRecord } from '../with-record.js';
import { formatDayPosition, formatDays, formatEvidence } from '../words/positions.js';
import { formatLookedAt, INDENT } from '../words/statements.js';

/** Shows several speakers on one issue on one clock. */
export const compare: Run = (context, speakers, options) => {
  const on = optionText(options, 'on');
  if (on === undefined) throw problem('issue-missing');
  const { issues, groups } = issuesOf(context, options);
  const matcher = matcherFor(issues, on);
  return withRecord(context, options, 'read', async (record) => {
    const { statements, lookedAt } = await positionedStatements(record, speakers, groups);
    const answer = comparePositions({ statements, matcher, groups, holders: speakers });
    if (options.json) await context.out.line(JSON.stringify({ ...answer, issues: matcher.issues, lookedAt }));
    else {
      await describe(context, answer, matcher.issues[0]?.name ?? on);
      await context.out.line(formatLookedAt(lookedAt));
    }
    return answer.lanes.length > 0 ? 'ok' : 'nothing-found';
  });
};

async function describe(context: Context, { lanes, clock }: Comparison, issue: string): Promise<void> {
  const { out, style } = context;
  await out.line(
    `${style.strong(issue)}: ${lanes.map(({ holderName }) => holderName).join(', ') || 'nobody of these names takes a side'}\n`,
  );
  for (const { from, to, positions } of clock) {
    await out.line(style.strong(formatDays({ from, to })));
    for (const day of positions) {
      if (day !== null) await out.line(`  ${day.holderName}\n${formatDayPosition(day, context)}`);
    }
    await out.line('');
  }
  for (const { holderName, undated } of lanes) {
    if (undated.length === 0) continue;
    await out.line(`${style.strong('day not given')}\n  ${holderName}`);
    for (const position of undated) await out.line(formatEvidence(position, context, INDENT, true));
    await out.line('');
  }
}
