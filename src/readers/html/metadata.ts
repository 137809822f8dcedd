import { type Element, textOf, visit } from './tree.js';

/** What a page says about itself, in the order of trust: JSON-LD, Open Graph and meta tags, microdata, visible text. */
export interface PageMetadata {
  readonly title: string | null;
  readonly description: string | null;
  readonly authors: readonly string[];
  /** As the page writes it. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly canonical: string | null;
  readonly body: string | null;
}

const ARTICLE_TYPE = /article|posting|report|review/i;

export function readMetadata(root: Element): PageMetadata {
  const metas = new Map<string, string>();
  const authors: string[] = [];
  const linked: Record<string, unknown>[] = [];
  let title: string | null = null;
  let canonical: string | null = null;
  let language: string | null = null;
  let time: string | null = null;
  let heading: string | null = null;
  visit(root, (element) => {
    const { name, attributes } = element;
    if (name === 'meta') readMeta(attributes, metas, authors);
    else if (name === 'title') title ??= textOf(element) || null;
    else if (name === 'h1') heading ??= textOf(element) || null;
    else if (name === 'html') language ??= attributes.lang || attributes['xml:lang'] || null;
    else if (name === 'link' && attributes.rel?.toLowerCase() === 'canonical') canonical ??= attributes.href || null;
    else if (name === 'time') time ??= attributes.datetime || null;
    else if (name === 'script' && /ld\+json/i.test(attributes.type ?? '')) readLinkedData(element, linked);
    else if (attributes.itemprop !== undefined) readProperty(element, attributes.itemprop, metas);
  });
  const article = linked.find((item) => ARTICLE_TYPE.test(typeOf(item))) ?? {};
  const first = (...values: readonly (string | null | undefined)[]): string | null =>
    values.find((value) => value !== null && value !== undefined && value !== '') ?? null;
  return {
    title: first(text(article.headline), metas.get('og:title'), metas.get('twitter:title'), heading, title),
    description: first(metas.get('og:description'), metas.get('description'), text(article.description)),
    authors: namesOf(article.author).length > 0 ? namesOf(article.author) : [...new Set(authors)],
    published: first(
      text(article.datePublished),
      metas.get('article:published_time'),
      metas.get('datepublished'),
      metas.get('date'),
      metas.get('dc.date'),
      metas.get('pubdate'),
      metas.get('parsely-pub-date'),
      metas.get('sailthru.date'),
      time,
    ),
    updated: first(text(article.dateModified), metas.get('article:modified_time'), metas.get('datemodified')),
    outlet: first(metas.get('og:site_name'), namesOf(article.publisher)[0], metas.get('application-name')),
    language: first(text(article.inLanguage), language, metas.get('og:locale')),
    canonical: first(canonical, metas.get('og:url'), text(article.url)),
    body: text(article.articleBody),
  };
}

function readMeta(attributes: Readonly<Record<string, string>>, metas: Map<string, string>, authors: string[]): void {
  const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? '').toLowerCase();
  const content = (attributes.content ?? '').trim();
  if (key === '' || content === '') return;
  if ((key === 'author' || key === 'article:author' || key === 'parsely-author' || key === 'byl') && !/^https?:/.test(content))
    authors.push(content.replace(/^by\s+/i, ''));
  if (!metas.has(key)) metas.set(key, content);
}

function readProperty(element: Element, property: string, metas: Map<string, string>): void {
  const key = property.toLowerCase();
  if (metas.has(key) || (key !== 'datepublished' && key !== 'datemodified')) return;
  const value = element.attributes.content ?? element.attributes.datetime ?? textOf(element);
  if (value !== '') metas.set(key, value);
}

/** Reads one JSON-LD script; a broken one is passed over. Lists and graphs are flattened. */
function readLinkedData(element: Element, into: Record<string, unknown>[]): void {
  const source = element.children.filter((child): child is string => typeof child === 'string').join('');
  let data: unknown;
  try {
    data = JSON.parse(source.trim().replace(/^<!--|-->$/g, ''));
  } catch {
    return;
  }
  const queue: unknown[] = [data];
  for (let next = queue.shift(); next !== undefined && into.length < 200; next = queue.shift()) {
    if (Array.isArray(next)) queue.push(...next.slice(0, 200));
    else if (isRecord(next)) {
      into.push(next);
      if (Array.isArray(next['@graph'])) queue.push(...next['@graph'].slice(0, 200));
      if (isRecord(next.mainEntity)) queue.push(next.mainEntity);
    }
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const typeOf = (item: Record<string, unknown>): string => [item['@type']].flat().join(' ');
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

function namesOf(value: unknown): readonly string[] {
  return [value].flat(2).flatMap((item) => {
    const name = isRecord(item) ? text(item.name) : text(item);
    return name === null || /^https?:/.test(name) ? [] : [name];
  });
}
