import { Parser } from 'htmlparser2';

/** A sitemap (sitemaps.org 0.9, with or without Google's news extension): pages, or further sitemaps where it is an index. */
export interface Sitemap {
  readonly kind: 'pages' | 'index';
  readonly addresses: readonly string[];
}

/** The standard allows 50,000 in a file. */
const MOST = 50_000;

export const isSitemap = (text: string): boolean => /<(?:\w+:)?(?:urlset|sitemapindex)[\s>]/i.test(text.slice(0, 2000));

/** The addresses of a sitemap in its order, however broken it is. Entities of a document type are not expanded. */
export function readSitemap(xml: string): Sitemap {
  const addresses = new Set<string>();
  let kind: Sitemap['kind'] = 'pages';
  let inPlace = false;
  let text = '';
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === 'sitemapindex') kind = 'index';
        inPlace = name === 'loc';
        text = '';
      },
      ontext(part) {
        if (inPlace && text.length < 5000) text += part;
      },
      onclosetag(name) {
        if (name === 'loc' && text.trim() !== '' && addresses.size < MOST) addresses.add(text.trim());
        inPlace = false;
      },
    },
    { xmlMode: true, decodeEntities: true, recognizeCDATA: true, lowerCaseTags: true },
  );
  parser.write(xml);
  parser.end();
  return { kind, addresses: [...addresses] };
}
