import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReadOutput, readBytes } from '../../src/readers/index.js';

async function* stream(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

async function read(name: string, text: string): Promise<readonly ReadOutput[]> {
  const items: ReadOutput[] = [];
  for await (const item of readBytes(name, stream(text))) items.push(item);
  return items;
}

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Saltmarsh Courier</title><language>en-gb</language>
<item><title>Toll &amp; bridge: council says no</title><link>https://saltmarshcourier.example/toll</link><guid>courier-1</guid>
<pubDate>Fri, 02 May 2031 06:10:00 +0100</pubDate><author>desk@saltmarshcourier.example (Una Brackett)</author>
<description>A teaser.</description>
<content:encoded><![CDATA[<p>“Nobody will pay to go to work,” said Marten Odd.</p><p>The mayor said that she would try again.</p>]]></content:encoded></item>
<item><title>Ferry late</title><link>https://saltmarshcourier.example/ferry</link><description>The ferry was late & nobody said why.</description></item>
</channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Radio Anstey</title>
<entry><id>tag:anstey,2031:1</id><title type="html">Orchard vote</title><link rel="self" href="https://anstey.example/self"/><link href="https://anstey.example/orchard"/>
<published>2031-05-02T10:00:00Z</published><author><name>Tamsin Rook</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The vote is put off, the clerk said.</p><p>No day was named.</p></div></content></entry></feed>`;

describe('feeds', () => {
  test('RSS: the whole text where the feed has it, a note where it has a teaser', async () => {
    const [toll, ferry, ...rest] = await read('courier.rss', RSS);
    expect(rest).toEqual([]);
    expect(toll).toMatchObject({
      kind: 'article',
      notes: [],
      article: {
        id: 'courier-1',
        title: 'Toll & bridge: council says no',
        outlet: 'The Saltmarsh Courier',
        published: '2031-05-02',
        authors: ['Una Brackett'],
        language: 'en',
        url: 'https://saltmarshcourier.example/toll',
        text: '“Nobody will pay to go to work,” said Marten Odd.\n\nThe mayor said that she would try again.',
      },
    });
    expect(ferry).toMatchObject({
      article: { text: 'The ferry was late & nobody said why.', published: null },
      notes: [{ code: 'teaser' }],
    });
  });

  test('Atom: markup inside, the link that is not the feed', async () => {
    const [entry] = await read('anstey.xml', ATOM);
    expect(entry).toMatchObject({
      article: {
        url: 'https://anstey.example/orchard',
        authors: ['Tamsin Rook'],
        published: '2031-05-02',
        text: 'The vote is put off, the clerk said.\n\nNo day was named.',
      },
    });
  });

  test('JSON Feed', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'NowDesk',
      items: [
        {
          id: '7',
          url: 'https://nowdesk.example/7',
          title: 'Shoe',
          content_html: '<p>A shoe was held up.</p>',
          date_published: '2031-06-07T00:00:00Z',
          authors: [{ name: 'Mags Tolliver' }],
        },
        null,
      ],
    };
    expect(await read('now.json', JSON.stringify(feed))).toMatchObject([
      { article: { outlet: 'NowDesk', authors: ['Mags Tolliver'], text: 'A shoe was held up.' } },
    ]);
  });

  test('a feed that ends in the middle gives what it has', async () => {
    const items = await read('cut.rss', RSS.slice(0, RSS.indexOf('nobody said why')));
    expect(items.map((item) => (item.kind === 'article' ? item.article.title : item.kind))).toEqual([
      'Toll & bridge: council says no',
      'Ferry late',
    ]);
  });

  test('entities of a document type are not expanded', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>${RSS.replace('A teaser.', '&b;&c;').replace(/<content:encoded>[\s\S]*?<\/content:encoded>/, '')}`;
    const [first] = await read('bomb.rss', bomb.replace('<?xml version="1.0"?>', ''));
    expect(first).toMatchObject({ kind: 'article', article: { text: '&b;&c;' } });
  });

  test('a feed without items says so', async () => {
    expect(await read('empty.rss', '<rss><channel><title>x</title></channel></rss>')).toMatchObject([{ kind: 'failure', code: 'empty' }]);
  });

  test('whatever a feed holds, reading it does not throw', async () => {
    const part = fc.constantFrom(
      '<item>',
      '</item>',
      '<title>',
      '</title>',
      '<content type="xhtml">',
      '</content>',
      '<![CDATA[',
      ']]>',
      '<link href="x"/>',
      '&amp;',
      'words here',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(part, fc.string({ unit: 'binary' }))), async (parts) => {
        expect((await read('x.rss', `<rss>${parts.join('')}`)).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});
