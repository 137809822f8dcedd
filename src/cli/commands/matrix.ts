import { createIssueMatcher, type IssueMatcher, type Matrix, type MatrixCell, positionsMatrix } from '../../answers/index.js';
import { shortDayText } from '../../web/days.js';
import type { Run } from '../commands.js';
import type { Context } from '../context.js';
import { issuesOf, matcherFor, positionedStatements } from '../issues.js';
import { limitOf, withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';
import { formatStance } from '../words/positions.js';
import { formatLookedAt } from '../words/statements.js';
import { wrap } from '../words/wrap.js';

/** Shows speakers by issues: the latest position of each, its day, and the id of the statement behind it. */
export const matrix: Run = (context, wanted, options) => {
  const limit = limitOf(options);
  const { issues, groups } = issuesOf(context, options);
  const matcher =
    wanted.length === 0 ? createIssueMatcher(issues) : createIssueMatcher(wanted.flatMap((on) => matcherFor(issues, on).issues));
  return withRecord(context, options, 'read', async (record) => {
    const { statements, lookedAt } = await positionedStatements(record);
    const answer = positionsMatrix({ statements, matcher, groups });
    if (options.json)
      await context.out.line(JSON.stringify({ ...answer, issues: answer.issues.map((issue) => matcher.issues[issue]), lookedAt }));
    else {
      await describe(context, answer, matcher, limit);
      const more =
        answer.rows.length > limit ? `${limit} of ${plural(answer.rows.length, 'speaker')} shown` : plural(answer.rows.length, 'speaker');
      await context.out.line(`${more}. ${formatLookedAt(lookedAt)}`);
    }
    return answer.rows.length > 0 ? 'ok' : 'nothing-found';
  });
};

/** A row a speaker; beneath it one line an issue, so that it can be read however narrow the terminal is. */
async function describe({ out, style }: Context, { rows, issues }: Matrix, matcher: IssueMatcher, limit: number): Promise<void> {
  const names = issues.map((issue) => matcher.issues[issue]?.name ?? '');
  const column = Math.min(30, Math.max(0, ...names.map((name) => name.length)));
  for (const row of rows.slice(0, limit)) {
    await out.line(style.strong(row.holderName));
    for (const [index, cell] of row.cells.entries()) {
      if (cell !== null) await out.line(describeCell(cell, (names[index] ?? '').padEnd(column), out.width));
    }
    await out.line('');
  }
}

function describeCell({ stance, day, shown, contradiction }: MatrixCell, name: string, width: number): string {
  const when = day === null ? 'day not given' : shortDayText(day);
  const side = contradiction ? '○ unclear: for and against on that day' : formatStance(stance, shown.statement.condition);
  const indent = ' '.repeat(name.length + 4);
  return `  ${name}  ${wrap(`${side} · ${when} · ${shown.statement.id}`, width, indent).trimStart()}`;
}
