import { isWebAddress, readSources } from '../../readers/index.js';
import type { Context, Options } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { columnsOf } from '../input.js';
import { describeFailure, placeOf } from '../messages.js';
import { formatCount, plural } from '../words/numbers.js';
import { jsonEvents, NO_EVENTS } from './events.js';

/** Shows what `add` would read, without filing and without fetching: each article, and what could not be read. */
export async function dryRun(context: Context, paths: readonly string[], options: Options): Promise<Exit> {
  const { out, messages, input, stop } = context;
  const events = options.json ? jsonEvents(context) : NO_EVENTS;
  const counts = { articles: 0, characters: 0, skipped: 0, failed: 0, addresses: paths.filter(isWebAddress).length };
  for await (const item of readSources(
    paths.filter((path) => !isWebAddress(path)),
    { standardInput: input, columns: columnsOf(options) },
  )) {
    if (stop.aborted) break;
    if (item.kind === 'article') {
      const { article, place } = item;
      const { title, outlet, published, language, url, text } = article;
      counts.articles++;
      counts.characters += text.length;
      const told = [
        published ?? 'day not given',
        outlet ?? 'outlet not given',
        language ?? 'language not known',
        `${formatCount(text.length)} characters`,
      ];
      const alive = options.json
        ? await out.line(
            JSON.stringify({
              event: 'article',
              place: place.source,
              line: place.line,
              title,
              outlet,
              published,
              language,
              url,
              characters: text.length,
            }),
          )
        : await out.line(`${placeOf(place)}: ${title ?? 'no title'} (${told.join(', ')})`);
      if (!alive) return 'ok';
    } else if (item.kind === 'failure') {
      counts.failed++;
      await events.failure(item);
      await messages.line(`onrecord: ${describeFailure(item)}`);
    } else if (item.kind === 'skipped') counts.skipped++;
  }
  if (options.json) await events.end({ dryRun: true, ...counts });
  else {
    await out.line(`${plural(counts.articles, 'article')} would be read; nothing was filed.`);
    if (counts.addresses > 0) await out.line(`${plural(counts.addresses, 'address', 'addresses')} would be fetched.`);
    if (counts.skipped > 0) await out.line(`${plural(counts.skipped, 'file')} of other kinds would be passed over.`);
    if (counts.failed > 0) await out.line(`${formatCount(counts.failed)} could not be read.`);
  }
  return counts.failed > 0 ? 'some-input-failed' : 'ok';
}
