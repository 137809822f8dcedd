import { contentHash } from '../../engine/index.js';
import { dayOf } from '../days.js';
import { decode, makeStorable } from '../decode.js';
import { readFragment } from '../html/read-fragment.js';
import { parseProblem } from '../json-record.js';
import {
  type ArticleOrFailure,
  failure,
  type Limits,
  type Place,
  type Reader,
  type ReaderNote,
  type Sniff,
  type Source,
} from '../reader.js';
import { collect } from '../streams.js';
import { wireOfDateline } from '../wire.js';
import { type Feed, type FeedItem, readFeedItems, readJsonFeed } from './feed-items.js';

/** RSS, RDF, Atom and JSON feeds: one article an item. An item that holds only a teaser is read and marked so. */
export const feedReader: Reader = { name: 'feed', accepts: isFeed, read: readFeed };

function isFeed(sniff: Sniff): boolean {
  const head = sniff.text.slice(0, 2000);
  return /<(?:rss|feed|rdf:RDF)[\s>]/i.test(head) || /^\s*\{[^{}]{0,200}"version"\s*:\s*"https?:\/\/jsonfeed\.org\//.test(head);
}

/** An item with fewer words than this and no content of its own is a teaser of its page. */
const TEASER_WORDS = 80;

async function* readFeed(source: Source, limits: Limits): AsyncIterable<ArticleOrFailure> {
  const place = { source: source.sniff.source, line: null };
  const bytes = await collect(source.chunks, limits.document);
  if (bytes === null) {
    yield failure('too-large', place, `is larger than ${limits.document / 1e6} MB, the most that one feed may have`);
    return;
  }
  const decoded = decode(bytes);
  const feed = feedOf(decoded.text, place);
  if ('kind' in feed) {
    yield feed;
    return;
  }
  if (feed.items.length === 0) yield failure('empty', place, 'is a feed without items');
  for (const item of feed.items) yield articleOf(feed, item, place, decoded.notes);
}

function feedOf(text: string, place: Place): Feed | ArticleOrFailure {
  if (!text.trimStart().startsWith('{')) return readFeedItems(text);
  try {
    return readJsonFeed(JSON.parse(text)) ?? failure('not-an-article', place, 'is no JSON Feed: it has no list of items');
  } catch (error) {
    return failure('broken-json', place, `is not valid JSON: ${parseProblem(error)}`);
  }
}

function articleOf(feed: Feed, item: FeedItem, place: Place, before: readonly ReaderNote[]): ArticleOrFailure {
  const where = { source: item.url === null ? place.source : `${place.source} ${item.url}`, line: null };
  const fragment = readFragment(item.content ?? item.summary ?? '');
  const { text, notes: repairs } = makeStorable(fragment.text);
  if (text.trim() === '') return failure('no-text', where, 'is an item without text');
  const written = item.published ?? item.updated;
  const published = written === null ? null : dayOf(written);
  const notes: ReaderNote[] = [...before, ...repairs];
  if (written !== null && published === null)
    notes.push({ code: 'date-not-understood', message: `has a date that cannot be understood: ${written.slice(0, 60)}` });
  if (item.content === null && text.split(/\s+/).length < TEASER_WORDS)
    notes.push({ code: 'teaser', message: 'holds only a teaser; the whole text is on its page' });
  const first = fragment.blocks.find((block) => block.kind === 'paragraph');
  const article = {
    id: item.id ?? contentHash(text).slice(0, 16),
    text,
    blocks: fragment.blocks,
    language: feed.language?.slice(0, 2).toLowerCase() ?? null,
    published,
    outlet: feed.title,
    url: item.url !== null && /^https?:\/\//i.test(item.url) ? item.url : null,
    title: item.title === null ? null : readFragment(item.title).text,
    authors: item.authors,
    wire: first === undefined ? null : wireOfDateline(text.slice(first.start, first.end)),
    usageTerms: null,
    embargoedUntil: null,
    imported: null,
  };
  return { kind: 'article', article, place: where, notes };
}
