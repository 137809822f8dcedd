import { carriedUtterances, type SameWords, sameWords, type Utterance } from '../../answers/index.js';
import { EVERYTHING, type StatementRecord } from '../../record/index.js';
import type { Context } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { plural } from '../words/numbers.js';
import { describeOrigins } from '../words/origins.js';
import { formatLookedAt, formatPrinted, formatSpeaker, formatWords, INDENT } from '../words/statements.js';
import { wrap } from '../words/wrap.js';

/** Shows the utterances that most outlets quote, each as it was printed first, with how many sources they are. */
export async function showCarried(context: Context, record: StatementRecord, limit: number, json: boolean): Promise<Exit> {
  const { out } = context;
  const all = await carriedUtterances(record, EVERYTHING);
  const shown = all.slice(0, limit);
  const lookedAt = await record.lookedAt(EVERYTHING);
  if (json) await out.line(JSON.stringify({ utterances: shown, found: all.length, lookedAt }));
  else {
    for (const utterance of shown) {
      const same = await sameWords(record, utterance.statements[0]?.id ?? '');
      if (same !== null) await out.line(`${describeUtterance(context, utterance, same)}\n`);
    }
    await out.line(`${plural(all.length, 'quotation')} in several articles. ${formatLookedAt(lookedAt)}`);
  }
  return all.length > 0 ? 'ok' : 'nothing-found';
}

function describeUtterance({ out, style }: Context, { statements }: Utterance, { statement, origins }: SameWords): string {
  const { speaker, article } = statement;
  return [
    style.strong(formatSpeaker(speaker.kind, speaker.name, article.outlet)),
    wrap(formatWords(statement), out.width, INDENT),
    style.quiet(wrap(`first: ${formatPrinted(statement)}`, out.width, INDENT)),
    style.quiet(wrap(`${plural(statements.length, 'quotation')}; ${describeOrigins(origins)}`, out.width, INDENT)),
  ].join('\n');
}
