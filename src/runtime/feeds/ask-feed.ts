import { contentHash } from '../../engine/index.js';
import { type ArticleOrFailure, isWebAddress, type ReadableArticle, readBytes } from '../../readers/index.js';
import type { Fetcher } from '../fetching/index.js';
import type { FeedAnswer, Subscription } from './subscription.js';

/** What a feed gave: articles that were not seen before, whole where that is wanted, and what to remember. */
export interface AskedFeed {
  readonly answer: FeedAnswer;
  readonly items: readonly ArticleOrFailure[];
}

/**
 * Asks for a feed, and for the pages of teasers where the subscription wants whole texts. An item that was seen is passed over;
 * where its text changed it is one that was not seen. Never rejects because of what a server gives.
 */
export async function askFeed(feed: Subscription, fetcher: Fetcher): Promise<AskedFeed> {
  const got = await fetcher.fetch(feed.address, feed);
  if (got.kind === 'problem') {
    const { message, status, retryAfter } = got;
    return { answer: { kind: 'problem', message, status, retryAfter }, items: [] };
  }
  if (got.kind === 'unchanged')
    return { answer: { kind: 'answer', validators: null, added: [], title: null, moved: null, maxAge: got.maxAge }, items: [] };
  const seen = new Set(feed.seen);
  const added: string[] = [];
  const items: ArticleOrFailure[] = [];
  let title: string | null = null;
  for await (const item of readBytes(feed.address, once(got.bytes), { fetched: got })) {
    if (item.kind === 'skipped') continue;
    if (item.kind === 'failure') {
      items.push(item);
      continue;
    }
    title ??= item.article.outlet;
    const key = keyOf(item);
    if (seen.has(key)) continue;
    seen.add(key);
    added.push(key);
    items.push(feed.texts === 'whole' ? await wholeText(item, fetcher) : item);
  }
  const { validators, maxAge, moved, address } = got;
  return { answer: { kind: 'answer', validators, added, title, moved: moved ? address : null, maxAge }, items };
}

const keyOf = ({ article }: ReadableArticle): string => `${article.url ?? article.id}#${contentHash(article.text).slice(0, 12)}`;

/**
 * The article of a teaser's page, with what the feed says of it where the page does not; the teaser as it is where the page
 * cannot be had, with the reason.
 */
async function wholeText(item: ReadableArticle, fetcher: Fetcher): Promise<ReadableArticle> {
  const { url } = item.article;
  if (url === null || !isWebAddress(url) || !item.notes.some((note) => note.code === 'teaser')) return item;
  const got = await fetcher.fetch(url);
  if (got.kind !== 'body') return withReason(item, got.kind === 'problem' ? got.message : 'did not change');
  for await (const page of readBytes(url, once(got.bytes), { fetched: got })) {
    if (page.kind !== 'article' || page.notes.some((note) => note.code === 'no-article-found')) break;
    const { article } = page;
    const told = item.article;
    const authors = article.authors.length > 0 ? article.authors : told.authors;
    return {
      ...page,
      article: {
        ...article,
        // The feed's own address: another poll must find the same article.
        ...{ url, authors, title: article.title ?? told.title, published: article.published ?? told.published },
        ...{ outlet: told.outlet ?? article.outlet, language: article.language ?? told.language },
      },
    };
  }
  return withReason(item, 'holds no article');
}

const withReason = (item: ReadableArticle, reason: string): ReadableArticle => ({
  ...item,
  notes: [...item.notes, { code: 'teaser', message: `is filed as a teaser: its page ${reason}` }],
});

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
