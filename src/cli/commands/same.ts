import { type SameWords, sameWords, type Variant } from '../../answers/index.js';
import type { Run } from '../commands.js';
import type { Context } from '../context.js';
import { findStatement } from '../find-statement.js';
import { problem } from '../messages.js';
import { limitOf, withRecord } from '../with-record.js';
import { describeOrigins } from '../words/origins.js';
import { formatLookedAt, formatPrinted, formatSource, formatSpeaker, formatWords, INDENT } from '../words/statements.js';
import { wrap } from '../words/wrap.js';
import { showCarried } from './carried.js';

/** Shows every rendering of what one statement renders (without one: the utterances that most outlets have), and which of the articles go back to one source. */
export const showSame: Run = (context, [given], options) =>
  withRecord(context, options, 'read', async (record) => {
    if (given === undefined) return showCarried(context, record, limitOf(options), options.json === true);
    const id = await findStatement(record, given);
    const found = await sameWords(record, id);
    if (found === null) throw problem('statement-unknown', given);
    if (options.json) await context.out.line(JSON.stringify(found));
    else await describe(context, found);
    return found.quoted.length + found.reported.length > 0 ? 'ok' : 'nothing-found';
  });

async function describe(context: Context, found: SameWords): Promise<void> {
  const { out, style } = context;
  const { statement } = found;
  await out.line(style.strong(formatSpeaker(statement.speaker.kind, statement.speaker.name, statement.article.outlet)));
  await out.line(`${wrap(formatWords(statement), out.width, INDENT)}\n${style.quiet(wrap(formatPrinted(statement), out.width, INDENT))}\n`);
  for (const variant of found.quoted) await out.line(`${describeVariant(context, variant)}\n`);
  if (found.reported.length > 0) await out.line(style.strong('Reported, without quotation marks'));
  for (const variant of found.reported) await out.line(`${describeVariant(context, variant)}\n`);
  await out.line(`Printed first: ${formatSource(found.first.article)}.`);
  await out.line(describeOrigins(found.origins));
  await out.line(formatLookedAt(found.lookedAt));
}

const RENDERINGS: Readonly<Record<Variant['rendering'], string>> = {
  same: 'the same words',
  shorter: 'shorter',
  longer: 'longer',
  altered: 'altered',
  otherwise: 'in other words',
};

export function describeVariant({ out, style }: Context, variant: Variant): string {
  const changed = variant.differences.flatMap(({ kind, quoted, source }) => {
    if (kind === 'same') return [];
    if (kind === 'left-out') return [`leaves out “${source}”`];
    return [kind === 'put-in' ? `puts in “${quoted}”` : `“${source}” became “${quoted}”`];
  });
  const about = [RENDERINGS[variant.rendering], ...changed, ...(variant.sameSpeaker ? [] : ['not known to be the same speaker'])];
  if (variant.condition === 'left out') about.push('the condition is left out');
  if (variant.condition === 'elsewhere in the article') about.push('the condition stands elsewhere in the article');
  return [
    wrap(`${about.join('; ')}:`, out.width),
    wrap(formatWords(variant.statement), out.width, INDENT),
    style.quiet(wrap(formatPrinted(variant.statement), out.width, INDENT)),
  ].join('\n');
}
