import { isWebAddress } from '../web-address.js';
import { readFeedItems, readJsonFeed } from './feed-items.js';
import { isSitemap, readSitemap } from './sitemap.js';

/** The addresses that a list names: pages to fetch, or further lists (of a sitemap index). */
export interface AddressList {
  readonly pages: readonly string[];
  readonly lists: readonly string[];
  /** Lines that are no addresses, by number (from 1). */
  readonly wrong: readonly number[];
}

/**
 * Reads a list of pages: a sitemap, a feed (the pages that its items link to), or a text with an address a line, where `#` begins
 * a comment. Each address once, in order.
 */
export function readAddressList(text: string): AddressList {
  if (isSitemap(text)) {
    const { kind, addresses } = readSitemap(text);
    return kind === 'index' ? { pages: [], lists: addresses, wrong: [] } : { pages: addresses, lists: [], wrong: [] };
  }
  if (/<(?:rss|feed|rdf:RDF)[\s>]/i.test(text.slice(0, 2000))) return pagesOf(readFeedItems(text).items);
  const json = jsonFeedOf(text);
  return json === null ? readLines(text) : pagesOf(json);
}

const pagesOf = (items: readonly { readonly url: string | null }[]): AddressList => ({
  pages: [...new Set(items.flatMap(({ url }) => (url !== null && isWebAddress(url) ? [url] : [])))],
  lists: [],
  wrong: [],
});

function jsonFeedOf(text: string): readonly { readonly url: string | null }[] | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return readJsonFeed(JSON.parse(text))?.items ?? null;
  } catch {
    return null;
  }
}

function readLines(text: string): AddressList {
  const pages = new Set<string>();
  const wrong: number[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const written = line
      .replace(/^\ufeff/, '')
      .replace(/(?:^|\s)#.*$/, '')
      .trim();
    if (isWebAddress(written)) pages.add(written);
    else if (written !== '') wrong.push(index + 1);
  });
  return { pages: [...pages], lists: [], wrong };
}
