import { type Address, type ThreadNode, thread } from '../../answers/index.js';
import type { Run } from '../commands.js';
import type { Context } from '../context.js';
import { problem } from '../messages.js';
import { withRecord } from '../with-record.js';
import { plural } from '../words/numbers.js';
import { formatLookedAt, formatOccasion, formatPrinted, formatSpeaker, formatWords } from '../words/statements.js';
import { wrap } from '../words/wrap.js';

/** Shows claim, denial and counter-claim: who answers whom, with the words of the article that show it. */
export const showThread: Run = (context, words, options) => {
  const on = words.join(' ').trim();
  if (on === '') throw problem('no-words');
  return withRecord(context, options, 'read', async (record) => {
    const answer = await thread(record, { on });
    if (options.json) await context.out.line(JSON.stringify(answer));
    else {
      for (const root of answer.threads) await context.out.line(`${describeNode(context, root, 0).join('\n')}\n`);
      for (const address of answer.addresses) await context.out.line(`${describeAddress(context, address)}\n`);
      const counted = `${plural(answer.threads.length, 'thread')} in ${plural(answer.articles, 'article')}`;
      await context.out.line(`${counted}. ${formatLookedAt(answer.lookedAt)}`);
    }
    return answer.threads.length + answer.addresses.length > 0 ? 'ok' : 'nothing-found';
  });
};

/** Deeper answers stand further in, up to here. */
const DEEPEST = 6;

function describeNode(context: Context, { statement, reply, shown, answers }: ThreadNode, depth: number): readonly string[] {
  const { out, style } = context;
  const indent = '    '.repeat(Math.min(depth, DEEPEST));
  const who = style.strong(formatSpeaker(statement.speaker.kind, statement.speaker.name, statement.article.outlet));
  const how = reply === null ? '' : ` ${reply.kind} (“${shown ?? ''}”)`;
  return [
    `${indent}${who}${how}, ${formatOccasion(statement)}`,
    wrap(formatWords(statement), out.width, `${indent}  `),
    style.quiet(wrap(formatPrinted(statement), out.width, `${indent}  `)),
    ...answers.flatMap((answer) => describeNode(context, answer, depth + 1)),
  ];
}

function describeAddress({ out, style }: Context, { statement, act, whom }: Address): string {
  const who = style.strong(formatSpeaker(statement.speaker.kind, statement.speaker.name, statement.article.outlet));
  return [
    `${who} ${act}: ${whom}`,
    wrap(formatWords(statement), out.width, '  '),
    style.quiet(wrap(formatPrinted(statement), out.width, '  ')),
  ].join('\n');
}
