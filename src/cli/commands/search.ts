import { countStatements, search } from '../../answers/index.js';
import type { Run } from '../commands.js';
import { optionText } from '../context.js';
import { limitOf, withRecord } from '../with-record.js';
import { formatCount, plural } from '../words/numbers.js';
import { formatLookedAt, formatStatement } from '../words/statements.js';

/** Finds statements and shows a page of them. Several arguments are one query. */
export const searchStatements: Run = (context, words, options) => {
  const limit = limitOf(options);
  return withRecord(context, options, 'read', async (record) => {
    const query = words.join(' ');
    const answer = await search(record, { query, limit, after: optionText(options, 'after') ?? null });
    const count = await countStatements(record, query);
    const shown = answer.statements.length;
    if (options.json) await context.out.line(JSON.stringify({ ...answer, count }));
    else {
      for (const statement of answer.statements) await context.out.line(`${formatStatement(statement, context)}\n`);
      const counted =
        shown < count ? `${formatCount(shown)} of ${plural(count, 'statement')} shown.` : `${plural(count, 'statement')} found.`;
      await context.out.line(`${counted} ${formatLookedAt(answer.lookedAt)}`);
      if (answer.next !== null) await context.out.line(context.style.quiet(`More: --after ${answer.next}`));
    }
    return shown > 0 ? 'ok' : 'nothing-found';
  });
};
