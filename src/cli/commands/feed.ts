import { readFile } from 'node:fs/promises';
import { checkAddress, isOpml, readOpml, writeOpml } from '../../readers/index.js';
import type { StatementRecord } from '../../record/index.js';
import {
  afterAnswer,
  askFeed,
  FeedsFileError,
  readSubscriptions,
  type Subscription,
  subscribe,
  writeSubscriptions,
} from '../../runtime/feeds/index.js';
import type { Fetcher } from '../../runtime/fetching/index.js';
import { readArticles } from '../../runtime/index.js';
import { besideRecord } from '../beside-record.js';
import type { Run } from '../commands.js';
import { type Context, type Options, optionText } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { describeFailure, placeOf, problem } from '../messages.js';
import { recordPlace } from '../settings.js';
import { withRecord } from '../with-record.js';
import { formatDuration, plural } from '../words/numbers.js';

type Action = (context: Context, given: readonly string[], options: Options) => Promise<Exit>;

/** Follows feeds: the list lies beside the record. */
export const feed: Run = (context, [action = '', ...given], options) => {
  const run = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (run === undefined) throw problem('action-unknown', action, Object.keys(ACTIONS).join(', '));
  return run(context, given, options);
};

const ACTIONS: Readonly<Record<string, Action>> = {
  add: async (context, given, options) => {
    const wanted = [...given.map((address) => ({ address, title: null })), ...(await feedsOfOpml(options))];
    if (wanted.length === 0) throw problem('feed-missing');
    const file = feedsFile(context, options);
    const feeds = [...(await subscriptions(file))];
    let added = 0;
    for (const { address, title } of wanted) {
      const checked = checkAddress(address);
      if (checked.kind === 'refused') throw problem('feed-wrong', address, checked.message);
      const { href } = checked.url;
      if (feeds.some((known) => known.address === href)) continue;
      feeds.push(subscribe(href, title, options.whole ? 'whole' : 'as-given', context.today));
      added++;
    }
    await writeSubscriptions(file, feeds);
    await context.out.line(`${plural(added, 'feed')} added; ${plural(feeds.length, 'feed')} followed. \`onrecord feed poll\` asks them.`);
    return 'ok';
  },

  list: async (context, _, options) => {
    const feeds = await subscriptions(feedsFile(context, options));
    if (options.json) for (const { seen, ...told } of feeds) await context.out.line(JSON.stringify({ ...told, seen: seen.length }));
    else for (const one of feeds) await context.out.line(describe(one, context.now()));
    if (feeds.length === 0) await context.messages.line('onrecord: no feeds are followed; `onrecord feed add ADDRESS` adds one');
    return feeds.length === 0 ? 'nothing-found' : 'ok';
  },

  remove: async (context, given, options) => {
    if (given.length === 0) throw problem('feed-missing');
    const file = feedsFile(context, options);
    const feeds = await subscriptions(file);
    const kept = feeds.filter(({ address }) => !given.includes(address));
    const unknown = given.find((address) => !feeds.some((known) => known.address === address));
    if (unknown !== undefined) throw problem('feed-unknown', unknown);
    await writeSubscriptions(file, kept);
    await context.out.line(`${plural(feeds.length - kept.length, 'feed')} removed; what was filed of it stays.`);
    return 'ok';
  },

  export: async (context, _, options) => {
    const feeds = await subscriptions(feedsFile(context, options));
    await context.out.text(writeOpml('Feeds followed with OnRecord', feeds));
    return 'ok';
  },

  poll: (context, given, options) => withRecord<Exit>(context, options, 'write', (record) => poll(context, given, options, record)),
};

/** Asks the feeds that are due, or all, or the ones that are named; with `--watch` again and again until somebody stops it. */
async function poll(context: Context, given: readonly string[], options: Options, record: StatementRecord): Promise<Exit> {
  const file = feedsFile(context, options);
  const { openFetcher } = await import('../fetching.js');
  const fetcher = await openFetcher(context, options);
  let failed = 0;
  try {
    for (;;) {
      const feeds = await subscriptions(file);
      const unknown = given.find((address) => !feeds.some((known) => known.address === address));
      if (unknown !== undefined) throw problem('feed-unknown', unknown);
      const wanted = feeds.filter((one) => (given.length === 0 || given.includes(one.address)) && !one.gone);
      const now = context.now();
      const due = options.all || given.length > 0 ? wanted : wanted.filter(({ next }) => next <= now);
      for (const one of due) {
        if (context.stop.aborted) break;
        const after = await pollOne(context, options, record, fetcher, one);
        if (after.problem !== null) failed++;
        // Read again: somebody may have added or removed a feed meanwhile.
        const current = await subscriptions(file);
        await writeSubscriptions(
          file,
          current.map((known) => (known.address === one.address ? after : known)),
        );
      }
      if (due.length === 0 && !options.watch)
        await context.messages.line(`onrecord: no feed is due${soonest(wanted, now)}; --all asks them now`);
      if (!options.watch || context.stop.aborted) return failed > 0 ? 'some-input-failed' : 'ok';
      const next = Math.min(
        ...(await subscriptions(file)).filter(({ gone }) => !gone).map((one) => one.next),
        context.now() + LONGEST_SLEEP,
      );
      await context.wait(Math.max(1000, next - context.now()));
    }
  } finally {
    await fetcher.close();
  }
}

/** While watching, the list is looked at again after so many milliseconds at the latest. */
const LONGEST_SLEEP = 300_000;

async function pollOne(
  context: Context,
  options: Options,
  record: StatementRecord,
  fetcher: Fetcher,
  one: Subscription,
): Promise<Subscription> {
  const { answer, items } = await askFeed(one, fetcher);
  const counts = { filed: 0, version: 0, appearance: 0, amended: 0, known: 0 };
  let failures = 0;
  for await (const outcome of readArticles(each(items), { jobs: 1 })) {
    if (outcome.kind === 'failure') {
      failures++;
      await context.messages.line(`onrecord: ${describeFailure(outcome)}`);
    }
    if (outcome.kind !== 'reading') continue;
    for (const note of outcome.notes)
      if (note.code !== 'teaser' || note.message.includes('its page'))
        await context.messages.line(`onrecord: ${placeOf(outcome.place)} ${note.message} (${note.code})`);
    const [filed] = await record.file([{ reading: outcome.reading, filed: context.today, known: 'keep' }]);
    if (filed !== undefined) counts[filed.outcome]++;
  }
  const after = afterAnswer(one, answer, context.now());
  const problemText = answer.kind === 'problem' ? answer.message : null;
  if (options.json)
    await context.out.line(
      JSON.stringify({
        event: 'feed',
        address: one.address,
        ...counts,
        failed: failures,
        problem: problemText,
        next: new Date(after.next).toISOString(),
      }),
    );
  else if (problemText !== null) await context.out.line(`${one.title ?? one.address}: ${problemText}`);
  else await context.out.line(`${after.title ?? one.address}: ${describeCounts(counts)}`);
  return after;
}

function describeCounts({ filed, version, appearance }: Readonly<Record<string, number>>): string {
  const words = [
    filed ? `${plural(filed, 'article')} filed` : '',
    version ? `${plural(version, 'version')} of known articles` : '',
    appearance ? `${plural(appearance, 'appearance')} of known texts` : '',
  ].filter((part) => part !== '');
  return words.length === 0 ? 'nothing that was not there' : words.join(', ');
}

async function* each<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items;
}

const feedsFile = (context: Context, options: Options): string =>
  `${besideRecord(recordPlace(optionText(options, 'record'), context.environment), context.environment)}.feeds.json`;

async function subscriptions(file: string): Promise<readonly Subscription[]> {
  try {
    return await readSubscriptions(file);
  } catch (error) {
    if (error instanceof FeedsFileError) throw problem('feeds-wrong', error.message);
    throw error;
  }
}

async function feedsOfOpml(options: Options): Promise<readonly { readonly address: string; readonly title: string | null }[]> {
  const path = optionText(options, 'opml');
  if (path === undefined) return [];
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw problem('list-unreadable', path, error instanceof Error ? error.message : String(error));
  }
  if (!isOpml(text)) throw problem('list-unreadable', path, 'it is no OPML');
  return readOpml(text);
}

function describe(one: Subscription, now: number): string {
  const state = one.gone
    ? 'gone for good'
    : one.problem !== null
      ? `failed ${one.failures === 1 ? 'once' : `${one.failures} times`}: ${one.problem}`
      : one.asked === null
        ? 'not asked yet'
        : `asked ${formatDuration((now - one.asked) / 1000)} ago`;
  const next = one.gone ? '' : one.next <= now ? ', due' : `, next in ${formatDuration((one.next - now) / 1000)}`;
  return `${one.title ?? one.address}${one.title === null ? '' : ` <${one.address}>`}: ${one.texts === 'whole' ? 'whole texts, ' : ''}${state}${next}`;
}

const soonest = (feeds: readonly Subscription[], now: number): string =>
  feeds.length === 0 ? '' : `, the next one in ${formatDuration((Math.min(...feeds.map(({ next }) => next)) - now) / 1000)}`;
