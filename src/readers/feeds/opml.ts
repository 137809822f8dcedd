import { Parser } from 'htmlparser2';

/** One feed of a list of subscriptions. */
export interface OpmlFeed {
  readonly title: string | null;
  readonly address: string;
}

/** Whether a text begins like OPML (opml.org, 1.0 and 2.0). */
export const isOpml = (text: string): boolean => /<opml[\s>]/i.test(text.slice(0, 2000));

/** More outlines than anybody follows. */
const MOST = 50_000;

/** The feeds of an OPML file, in its order, each address once, whatever folders they lie in. Entities of a document type are not expanded. */
export function readOpml(xml: string): readonly OpmlFeed[] {
  const feeds = new Map<string, OpmlFeed>();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const address = (attributes.xmlurl ?? '').trim();
        if (name !== 'outline' || address === '' || feeds.size >= MOST || feeds.has(address)) return;
        feeds.set(address, { title: (attributes.title ?? attributes.text ?? '').trim() || null, address });
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(xml);
  parser.end();
  return [...feeds.values()];
}

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // XML 1.0 allows no other control characters, not even escaped.
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

/** An OPML 2.0 file of feeds, as other readers take it. */
export function writeOpml(title: string, feeds: readonly OpmlFeed[]): string {
  const outlines = feeds.map(
    ({ title: name, address }) => `    <outline type="rss" text="${escaped(name ?? address)}" xmlUrl="${escaped(address)}"/>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>\n    <title>${escaped(title)}</title>\n  </head>\n  <body>\n${outlines.join('')}  </body>\n</opml>\n`;
}
