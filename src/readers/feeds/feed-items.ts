import { Parser } from 'htmlparser2';

/** One item of a feed as the feed gives it; texts may be HTML. */
export interface FeedItem {
  readonly id: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly authors: readonly string[];
  readonly summary: string | null;
  readonly content: string | null;
}

export interface Feed {
  readonly title: string | null;
  readonly language: string | null;
  readonly items: readonly FeedItem[];
}

/** Elements of RSS 0.9–2.0, RSS 1.0 (RDF), Atom 1.0 and the modules that news feeds use, by what they mean. */
const MEANING: Readonly<Record<string, keyof Draft>> = {
  title: 'title',
  'media:title': 'title',
  guid: 'id',
  id: 'id',
  link: 'url',
  pubdate: 'published',
  published: 'published',
  issued: 'published',
  'dc:date': 'published',
  updated: 'updated',
  modified: 'updated',
  author: 'authors',
  name: 'authors',
  'dc:creator': 'authors',
  description: 'summary',
  summary: 'summary',
  'content:encoded': 'content',
  content: 'content',
  'turbo:content': 'content',
};

interface Draft {
  id: string;
  title: string;
  url: string;
  published: string;
  updated: string;
  authors: string;
  summary: string;
  content: string;
}

/** A feed with more items is read so far. */
const MOST_ITEMS = 20_000;

/**
 * Reads RSS, RDF and Atom, however broken: bare ampersands, undeclared prefixes, a file that ends in the middle. Entities that a
 * document type declares are never expanded.
 */
export function readFeedItems(xml: string): Feed {
  const items: FeedItem[] = [];
  const feed = { title: '', language: '' };
  const path: string[] = [];
  let draft: Partial<Draft> | null = null;
  let text = '';
  let markup = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (markup > 0) {
          markup++;
          text += `<${name}>`;
          return;
        }
        path.push(name);
        text = '';
        if (name === 'item' || name === 'entry') draft = {};
        else if (draft !== null && name === 'link' && attributes.href !== undefined && (attributes.rel ?? 'alternate') === 'alternate')
          draft.url ??= attributes.href;
        else if (draft !== null && MEANING[name] !== undefined && attributes.type === 'xhtml') markup = 1;
        if (name === 'feed' || name === 'rss') feed.language ||= attributes['xml:lang'] ?? '';
      },
      ontext(part) {
        text += part;
      },
      onclosetag(name) {
        if (markup > 1) {
          markup--;
          text += `</${name}>`;
          return;
        }
        markup = 0;
        path.pop();
        const field = MEANING[name];
        const value = text.trim();
        text = '';
        if ((name === 'item' || name === 'entry') && draft !== null) {
          if (items.length < MOST_ITEMS) items.push(itemOf(draft));
          draft = null;
        } else if (draft !== null && field !== undefined && value !== '') {
          if (field === 'authors') draft.authors = draft.authors === undefined ? value : `${draft.authors}\n${value}`;
          else draft[field] ??= value;
        } else if (draft === null && name === 'title') feed.title ||= value;
        else if (draft === null && (name === 'language' || name === 'dc:language')) feed.language ||= value;
      },
    },
    { xmlMode: true, decodeEntities: true, recognizeCDATA: true, lowerCaseTags: true },
  );
  parser.write(xml);
  parser.end();
  if (draft !== null && Object.keys(draft).length > 0) items.push(itemOf(draft));
  return { title: feed.title || null, language: feed.language || null, items };
}

function itemOf(draft: Partial<Draft>): FeedItem {
  const authors = (draft.authors ?? '')
    .split('\n')
    .map(nameOf)
    .filter((name) => name !== '');
  return {
    id: draft.id ?? null,
    title: draft.title ?? null,
    url: draft.url ?? (draft.id !== undefined && /^https?:/.test(draft.id) ? draft.id : null),
    published: draft.published ?? null,
    updated: draft.updated ?? null,
    authors: [...new Set(authors)],
    summary: draft.summary ?? null,
    content: draft.content ?? null,
  };
}

/** "desk@saltmarsh.example (Una Brackett)" and "Una Brackett" name the same author. */
function nameOf(written: string): string {
  const bracketed = /^\S{1,80}@\S{1,80} \(([^)]{1,80})\)$/.exec(written.trim());
  return (bracketed?.[1] ?? written).trim();
}

interface JsonFeed {
  readonly version?: unknown;
  readonly title?: unknown;
  readonly language?: unknown;
  readonly items?: unknown;
}

/** A JSON Feed (jsonfeed.org, 1.0 and 1.1), or null where the value is none. */
export function readJsonFeed(value: unknown): Feed | null {
  if (typeof value !== 'object' || value === null) return null;
  const { version, title, language, items } = value as JsonFeed;
  if (typeof version !== 'string' || !version.includes('jsonfeed.org') || !Array.isArray(items)) return null;
  return { title: text(title), language: text(language), items: items.slice(0, MOST_ITEMS).flatMap(jsonItem) };
}

function jsonItem(value: unknown): readonly FeedItem[] {
  if (typeof value !== 'object' || value === null) return [];
  const item = value as Record<string, unknown>;
  const authors = [item.authors, item.author].flat().flatMap((author) => text((author as { name?: unknown } | null)?.name) ?? []);
  return [
    {
      id: text(item.id),
      title: text(item.title),
      url: text(item.url) ?? text(item.external_url),
      published: text(item.date_published),
      updated: text(item.date_modified),
      authors,
      summary: text(item.summary),
      content: text(item.content_html) ?? text(item.content_text),
    },
  ];
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
