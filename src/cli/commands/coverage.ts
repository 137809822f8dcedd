import { type CoverageAnswer, type CoverageCell, coverage } from '../../answers/index.js';
import { dayText } from '../../web/days.js';
import type { Run } from '../commands.js';
import type { Context } from '../context.js';
import { withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';
import { formatLookedAt, INDENT } from '../words/statements.js';

/** So many speakers are shown; `--json` has all. */
const SPEAKERS = 20;

/** Shows which outlets carried whose statements, with which sides, and which carried none. */
export const showCoverage: Run = (context, words, options) =>
  withRecord(context, options, 'read', async (record) => {
    const answer = await coverage(record, { on: words.length === 0 ? null : words.join(' ') });
    if (options.json) await context.out.line(JSON.stringify(answer));
    else await describe(context, answer);
    return answer.cells.length > 0 ? 'ok' : 'nothing-found';
  });

async function describe({ out, style }: Context, { cells, speakers, silent, lookedAt }: CoverageAnswer): Promise<void> {
  for (const { key, name, statements, last } of speakers.slice(0, SPEAKERS)) {
    await out.line(
      `${style.strong(name ?? 'speaker not known')}  ${plural(statements, 'statement')}, last ${last === null ? 'on a day not given' : dayText(last)}`,
    );
    for (const cell of cells)
      if (cell.speakerKey === key)
        await out.line(
          `${INDENT}${(cell.outlet ?? 'outlet not given').padEnd(24)} ${String(cell.statements).padStart(4)}  ${style.quiet(describeStances(cell))}`,
        );
  }
  if (speakers.length > SPEAKERS) await out.line(`and ${plural(speakers.length - SPEAKERS, 'more speaker')}; --json has all`);
  if (silent.length > 0)
    await out.line(
      `\nNothing on this in ${silent.map(({ outlet, articles }) => `${outlet ?? 'outlet not given'} (${plural(articles, 'article')})`).join(', ')}.`,
    );
  await out.line(formatLookedAt(lookedAt));
}

/** "2 for, 1 only if". */
function describeStances({ stances }: CoverageCell): string {
  const named = { for: 'for', 'only-if': 'only if', against: 'against', unclear: 'unclear' } as const;
  return (Object.keys(named) as (keyof typeof named)[])
    .flatMap((stance) => (stances[stance] === 0 ? [] : [`${stances[stance]} ${named[stance]}`]))
    .join(', ');
}
