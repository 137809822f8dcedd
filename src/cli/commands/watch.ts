import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createIssueMatcher, type Issue, queryIssue, readQuery } from '../../answers/index.js';
import type { Filter } from '../../record/index.js';
import { isPostgres } from '../../record/index.js';
import type { Run } from '../commands.js';
import { type Context, type Options, optionText } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { issuesOf } from '../issues.js';
import { problem } from '../messages.js';
import { recordPlace } from '../settings.js';
import { DIGESTS, type Digest } from '../watch/digest.js';
import { lockState, type WatchState } from '../watch/state.js';
import { look, openWatched, send, type WatchedRecord, type WatchPlan } from '../watch/watching.js';
import { type Delivery, postMessage, readSecret, type Webhook } from '../watch/webhook.js';
import { formatChange } from '../words/changes.js';
import { plural } from '../words/numbers.js';

/** Tells of changes of positions, conditions and figures as they come to be known: prints them, or posts them to a webhook. */
export const watch: Run = async (context, words, options) => {
  const plan = planOf(context, words.join(' '), options);
  const every = secondsOf(options);
  const record = await openWatched(plan.recordPlace);
  try {
    const release = lockState(plan.statePlace);
    try {
      return await (options.once ? once(context, plan, record) : forever(context, plan, record, every));
    } finally {
      release();
    }
  } finally {
    await record.close();
  }
};

/** So often a run of `--once` tries a message before it leaves it to the next run. */
const ATTEMPTS = 5;

async function once(context: Context, plan: WatchPlan, record: WatchedRecord): Promise<Exit> {
  let state = await lookAndTell(context, plan, record);
  for (let attempt = 1; state.messages.length > 0 && !context.stop.aborted; attempt++) {
    const before = state.messages.length;
    state = await send(context, plan, state);
    const [next] = state.messages;
    if (next === undefined || (state.messages.length === before && attempt >= ATTEMPTS)) break;
    const pause = next.notBefore - context.now();
    if (pause > LONGEST_WAIT) break;
    if (pause > 0) await context.wait(pause);
  }
  return state.messages.length === 0 ? 'ok' : 'not-delivered';
}

/** A run of `--once` waits no longer than this for a receiver that asked for a pause. */
const LONGEST_WAIT = 30_000;

async function forever(context: Context, plan: WatchPlan, record: WatchedRecord, every: number): Promise<Exit> {
  while (!context.stop.aborted) {
    const state = await send(context, plan, await lookAndTell(context, plan, record));
    if (plan.sink === 'print' && state.messages.length > 0) return 'ok';
    const next = state.messages[0]?.notBefore ?? Number.POSITIVE_INFINITY;
    await context.wait(Math.max(0, Math.min(every, next - context.now())));
  }
  return 'ok';
}

async function lookAndTell(context: Context, plan: WatchPlan, record: WatchedRecord): Promise<WatchState> {
  const { state, isFirst } = await look(context, plan, await record.changed());
  if (isFirst && plan.from === 'here-on')
    await context.messages.line(
      `onrecord: ${plural(state.known.length, 'change')} ${state.known.length === 1 ? 'is' : 'are'} known so far; what comes from here on is told`,
    );
  return state;
}

function planOf(context: Context, query: string, options: Options): WatchPlan {
  const { issues, groups } = issuesOf(context, options);
  const on = optionText(options, 'on') ?? null;
  const speaker = optionText(options, 'speaker') ?? null;
  const digest = optionText(options, 'digest') ?? 'immediate';
  if (!isDigest(digest)) throw problem('action-unknown', digest, DIGESTS.join(', '));
  const place = recordPlace(optionText(options, 'record'), context.environment);
  const webhook = webhookOf(context, options);
  const asked = { query, on, speaker };
  const parts: Filter[] = [readQuery(query), ...(speaker === null ? [] : [{ kind: 'speaker', name: speaker } as const])];
  return {
    recordPlace: place,
    statePlace: optionText(options, 'state') ?? statePlace(place, [asked, digest, webhook?.address ?? null]),
    filter: { kind: 'and', of: parts },
    matcher: createIssueMatcher(watchedIssues(issues, on, query)),
    groups,
    figures: on === null ? 'all' : 'of-issues',
    pages: pagesOf(options),
    digest,
    from: options.fromStart ? 'start' : 'here-on',
    asked,
    sink: webhook === null ? 'print' : 'webhook',
    deliver: webhook === null ? printing(context, options) : (message) => postMessage(webhook, message, context.now()),
  };
}

const isDigest = (text: string): text is Digest => (DIGESTS as readonly string[]).includes(text);

/** The issue that is asked for, or any words as one; else every issue, and the query's words as one where no issue has them. */
function watchedIssues(issues: readonly Issue[], on: string | null, query: string): readonly Issue[] {
  if (on !== null) {
    const wanted = on.trim().toLowerCase();
    return [issues.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted) ?? queryIssue(on)];
  }
  const words = query
    .replace(/\S+:(?:"[^"]*"|\S+)/g, ' ')
    .replace(/["()*-]|\b(?:AND|OR|NOT)\b/g, ' ')
    .trim();
  return words === '' || createIssueMatcher(issues).match(words).length > 0 ? issues : [...issues, queryIssue(words)];
}

/** Beside the record, one file for each thing that is watched. */
function statePlace(record: string, parts: unknown): string {
  if (isPostgres(record)) throw problem('watch-state-missing');
  return `${record}.watch-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)}.json`;
}

function webhookOf({ environment }: Context, options: Options): Webhook | null {
  const address = optionText(options, 'webhook');
  if (address === undefined) return null;
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) throw problem('pages-wrong', '--webhook', address);
  const file = optionText(options, 'secretFile');
  const written = file === undefined ? environment.ONRECORD_WEBHOOK_SECRET : secretIn(file);
  if (written === undefined || written === '') throw problem('secret-missing');
  const secret = readSecret(written);
  if (secret === null) throw problem('secret-short');
  return { address, secret };
}

function secretIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw problem('secret-unreadable', file, (error as Error).message);
  }
}

function pagesOf(options: Options): string | null {
  const given = optionText(options, 'pages');
  if (given === undefined) return null;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) throw problem('pages-wrong', '--pages', given);
  return given.replace(/\/+$/, '');
}

/** How often the record is looked at where nobody says. */
const EVERY = 60;

function secondsOf(options: Options): number {
  const given = optionText(options, 'every') ?? String(EVERY);
  if (!/^[1-9]\d{0,5}$/.test(given)) throw problem('number-wrong', '--every', given);
  return Number(given) * 1000;
}

/** Prints a message's changes. A reader that has gone has not taken them. */
const printing =
  (context: Context, options: Options): WatchPlan['deliver'] =>
  async ({ changes }): Promise<Delivery> => {
    for (const change of changes) {
      const text = options.json ? JSON.stringify(change) : `${formatChange(change, context)}\n`;
      if (!(await context.out.line(text))) return { kind: 'failed', why: 'nobody reads any more', after: null };
    }
    return { kind: 'delivered' };
  };
