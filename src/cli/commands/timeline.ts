import { type SaidOn, type TimelineAnswer, type TimelineEntry, timeline } from '../../answers/index.js';
import { dayText } from '../../web/days.js';
import type { Run } from '../commands.js';
import { type Context, optionText } from '../context.js';
import { limitOf, withRecord } from '../with-record.js';
import { formatSaid } from '../words/dates.js';
import { plural } from '../words/numbers.js';
import { formatLookedAt, formatPosition, formatPrinted, formatSpeaker, formatWords, INDENT } from '../words/statements.js';
import { wrap } from '../words/wrap.js';

/** Shows what somebody said, by the day it was said. */
export const showTimeline: Run = (context, [speaker = ''], options) => {
  const limit = limitOf(options);
  return withRecord(context, options, 'read', async (record) => {
    const question = { speaker, on: optionText(options, 'on') ?? null, limit, after: optionText(options, 'after') ?? null };
    const answer = await timeline(record, question);
    if (options.json) await context.out.line(JSON.stringify(answer));
    else await describe(context, answer);
    return answer.entries.length > 0 ? 'ok' : 'nothing-found';
  });
};

async function describe(context: Context, { speakers, entries, next, lookedAt }: TimelineAnswer): Promise<void> {
  const { out, style } = context;
  if (speakers.length > 1)
    await out.line(
      `${wrap(`The name fits ${speakers.map(({ name, statements }) => `${name} (${statements})`).join(', ')}.`, out.width)}\n`,
    );
  let day = '';
  for (const entry of entries) {
    const said = describeDay(entry.said);
    if (said !== day) await out.line(style.strong(said));
    day = said;
    await out.line(`${describeEntry(context, entry, speakers.length > 1)}\n`);
  }
  await out.line(`${plural(entries.length, 'statement')}${next === null ? '' : ' and more'}. ${formatLookedAt(lookedAt)}`);
  if (next !== null) await out.line(style.quiet(`More: --after ${next}`));
}

function describeEntry({ out, style }: Context, { statement, reportedLater }: TimelineEntry, named: boolean): string {
  const position = formatPosition(statement);
  const who = named ? formatSpeaker(statement.speaker.kind, statement.speaker.name, statement.article.outlet) : null;
  const about = [who, position, reportedLater ? 'reported later' : null].filter((part) => part !== null).join(', ');
  return [
    ...(about === '' ? [] : [wrap(about, out.width, INDENT)]),
    wrap(formatWords(statement), out.width, INDENT),
    style.quiet(wrap(formatPrinted(statement), out.width, INDENT)),
  ].join('\n');
}

function describeDay(said: SaidOn): string {
  switch (said.kind) {
    case 'day':
      return dayText(said.day);
    case 'between':
      return formatSaid(said);
    case 'on-or-before':
      return formatSaid({ from: null, to: said.to });
    case 'on-or-after':
      return formatSaid({ from: said.from, to: null });
    case 'unknown':
      return said.printed === null ? 'day not given' : `day not given; printed ${dayText(said.printed)}`;
  }
}
