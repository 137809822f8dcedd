import { setTimeout as pause } from 'node:timers/promises';
import { readSources } from '../../readers/index.js';
import { type ArticleQueue, PATIENCE, type QueuedArticle } from '../../runtime/queue/article-queue.js';
import type { Run } from '../commands.js';
import { type Context, type Options, optionText } from '../context.js';
import type { Exit } from '../exit-codes.js';
import { describeFailure, placeOf, problem } from '../messages.js';
import { withQueue } from '../with-queue.js';
import { limitOf } from '../with-record.js';
import { formatCount, plural } from '../words/numbers.js';

/** So many articles, or so many characters, make a batch: a second's work or two, which a worker that dies loses. */
const BATCH = 20;
const CHARACTERS = 120_000;

/** With so many batches waiting, whoever adds waits too. */
const MOST_WAITING = 500;
const PAUSE = 1_000;

/** Says how the queue stands, puts articles in, and tells what could not be read. */
export const queue: Run = (context, [action = 'state', ...given], options) => {
  const withIt = (use: (queue: ArticleQueue) => Promise<Exit>) => withQueue(context, options, use);
  switch (action) {
    case 'state':
      return withIt((queue) => tellState(context, options, queue));
    case 'add':
      if (given.length === 0) throw problem('input-missing');
      return withIt((queue) => add(context, options, queue, given));
    case 'failures':
      return withIt((queue) => tellFailures(context, options, queue));
    case 'retry':
      return withIt(async (queue) => count(context, options, await queue.retry(given.length === 0 ? null : given), 'put back'));
    case 'forget':
      if (given.length === 0) throw problem('action-wrong', action, 'forget ID…');
      return withIt(async (queue) => count(context, options, await queue.forget(given), 'taken off the list'));
    default:
      throw problem('action-wrong', action, 'state, add PATHS…, failures, retry [ID…], forget ID…');
  }
};

async function tellState({ out }: Context, options: Options, queue: ArticleQueue): Promise<Exit> {
  const state = await queue.state();
  if (options.json) await out.line(JSON.stringify({ record: queue.place, ...state }));
  else {
    const { waiting, working, done, failures } = state;
    await out.line(`${plural(waiting.articles, 'article')} waiting, ${formatCount(working.articles)} in hand.`);
    await out.line(
      `${formatCount(done.all)} done; ${formatCount(done.minute)} in the last minute, ${formatCount(done.hour)} in the last hour.`,
    );
    await out.line(failures === 0 ? 'No failures.' : `${plural(failures, 'failure')}: onrecord queue failures.`);
  }
  return 'ok';
}

async function tellFailures({ out }: Context, options: Options, queue: ArticleQueue): Promise<Exit> {
  const failures = await queue.failures(limitOf(options));
  if (options.json)
    await out.line(
      JSON.stringify(failures.map(({ id, place, reason, since, article }) => ({ id, ...place, reason, since, article: article.id }))),
    );
  else for (const { id, place, reason, since } of failures) await out.line(`${id}  ${since}  ${placeOf(place)}: ${reason}`);
  return failures.length > 0 ? 'ok' : 'nothing-found';
}

async function count({ out }: Context, options: Options, found: number, what: string): Promise<Exit> {
  await out.line(options.json ? JSON.stringify({ articles: found }) : `${plural(found, 'article')} ${what}.`);
  return found > 0 ? 'ok' : 'nothing-found';
}

/** Puts what it reads at the end, no faster than workers take it away. */
async function add(context: Context, options: Options, queue: ArticleQueue, paths: readonly string[]): Promise<Exit> {
  const patience = patienceOf(options);
  let batch: QueuedArticle[] = [];
  let [articles, failed, length] = [0, 0, 0];
  const send = async (): Promise<void> => {
    await untilThereIsRoom(context, queue);
    await queue.add(batch, patience);
    articles += batch.length;
    [batch, length] = [[], 0];
  };
  for await (const found of readSources(paths, { standardInput: context.input })) {
    if (context.stop.aborted) break;
    if (found.kind === 'failure') {
      failed++;
      await context.messages.line(`onrecord: ${describeFailure(found)}`);
    }
    if (found.kind !== 'article') continue;
    batch.push({ article: found.article, place: found.place });
    length += found.article.text.length;
    if (batch.length >= BATCH || length >= CHARACTERS) await send();
  }
  if (batch.length > 0) await send();
  if (options.json) await context.out.line(JSON.stringify({ record: queue.place, articles, failed }));
  else await context.out.line(`${plural(articles, 'article')} waiting to be read: onrecord work.`);
  return failed > 0 ? 'some-input-failed' : 'ok';
}

async function untilThereIsRoom(context: Context, queue: ArticleQueue): Promise<void> {
  for (let waited = 0; !context.stop.aborted; waited++) {
    const { waiting } = await queue.state();
    if (waiting.batches < MOST_WAITING) return;
    if (waited === 0)
      await context.messages.line(`onrecord: ${plural(waiting.articles, 'article')} wait already; more when workers have taken some`);
    await pause(PAUSE);
  }
}

function patienceOf(options: Options): number {
  const given = optionText(options, 'patience');
  if (given === undefined) return PATIENCE;
  if (!/^[1-9]\d{0,4}$/.test(given)) throw problem('number-wrong', '--patience', given);
  return Number(given);
}
