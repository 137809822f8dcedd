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

/** The blocks of the first article, "kind: words". */
const blocks = ([item]: readonly ReadOutput[]): readonly string[] =>
  item?.kind === 'article'
    ? item.article.blocks.map(({ kind, start, end }) => `${kind}: ${item.article.text.slice(start, end)}`)
    : [item?.kind === 'failure' ? item.code : 'none'];

const QUOTE = '“We will not sign,” Lena Varga said on Friday.';

describe('ninjs', () => {
  const old = {
    uri: 'https://northline.example/items/77',
    type: 'text',
    versioncreated: '2031-03-14T10:37:00Z',
    embargoed: '2031-03-15T06:00:00+01:00',
    usageterms: 'Not for archives.',
    copyrightholder: 'Northline',
    language: 'en-GB',
    byline: 'By Ida Holm and Jon Berg',
    headline: 'Varga will not sign',
    body_text: 'A plain text.',
    body_xhtml: `<p>${QUOTE}</p><p>She left on Saturday.</p>`,
  };

  test('1.3: names and texts of the first generation', async () => {
    const items = await read('a.json', JSON.stringify(old));
    expect(items).toMatchObject([
      {
        article: {
          id: 'https://northline.example/items/77',
          title: 'Varga will not sign',
          published: '2031-03-14',
          language: 'en',
          outlet: 'Northline',
          authors: ['Ida Holm', 'Jon Berg'],
          usageTerms: 'Not for archives.',
          embargoedUntil: '2031-03-15T05:00:00Z',
        },
      },
    ]);
    expect(blocks(items)).toEqual(['headline: Varga will not sign', `paragraph: ${QUOTE}`, 'paragraph: She left on Saturday.']);
  });

  test('2.0 and 3.1: lists of headlines and bodies, in either case of names', async () => {
    const bodies = [
      { role: 'main', contenttype: 'text/plain', value: `${QUOTE}\n\nShe left on Saturday.` },
      { role: 'caption', contenttype: 'text/html', value: '' },
    ];
    const second = {
      uri: 'urn:x:1',
      versioncreated: '2031-03-14T10:37:00Z',
      headlines: [
        { role: 'short', value: 'No' },
        { role: 'main', value: 'Varga will not sign' },
      ],
      bodies,
    };
    const third = {
      uri: 'urn:x:2',
      versionCreated: '2031-03-14T10:37:00Z',
      usageTerms: 'Print only.',
      by: 'By Ida Holm',
      headlines: [{ role: 'main', value: 'Varga will not sign' }],
      bodies: [{ role: 'html', contentType: 'text/html', value: `<section><p>${QUOTE}</p></section>` }],
    };
    expect(blocks(await read('a.json', JSON.stringify(second)))).toEqual([
      'headline: Varga will not sign',
      `paragraph: ${QUOTE}`,
      'paragraph: She left on Saturday.',
    ]);
    const items = await read('a.jsonl', `${JSON.stringify(third)}\n`);
    expect(items).toMatchObject([{ article: { usageTerms: 'Print only.', authors: ['Ida Holm'], published: '2031-03-14' } }]);
    expect(blocks(items)).toEqual(['headline: Varga will not sign', `paragraph: ${QUOTE}`]);
  });

  test('what is withheld is under embargo without an end; what was canceled is not filed', async () => {
    expect(await read('a.json', JSON.stringify({ ...old, embargoed: undefined, pubstatus: 'withheld' }))).toMatchObject([
      { article: { embargoedUntil: '9999-12-31T23:59:59Z' } },
    ]);
    expect(await read('a.json', JSON.stringify({ ...old, pubstatus: 'canceled' }))).toMatchObject([{ kind: 'failure', code: 'canceled' }]);
    expect(await read('a.json', JSON.stringify({ ...old, pubstatus: 'usable', embargoed: undefined }))).toMatchObject([
      { article: { embargoedUntil: null } },
    ]);
  });

  test('a picture has no text', async () => {
    expect(
      await read(
        'a.json',
        JSON.stringify({ uri: 'urn:x', type: 'picture', versioncreated: '2031-03-14', headline: 'A quarry', renditions: {} }),
      ),
    ).toMatchObject([{ code: 'no-text' }]);
  });

  test('an ordinary export that has a "uri" is none', async () => {
    expect(await read('a.json', JSON.stringify({ uri: 'x', title: 'Talks', text: QUOTE }))).toMatchObject([
      { article: { title: 'Talks', text: QUOTE } },
    ]);
  });
});

const ITEM = (
  more = '',
  body = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h2>At the border</h2><p>${QUOTE}</p><blockquote><p>Not one metre.</p></blockquote><p>She left &amp; came back.</p></body></html></inlineXML>`,
): string => `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:northline.example:20310314:77" version="3" standard="NewsML-G2" standardversion="2.34" xml:lang="en-GB">
<rightsInfo><copyrightHolder literal="Northline"/><usageTerms>Not for archives.</usageTerms><usageTerms>Not in Vestnar.</usageTerms></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Northline"/><versionCreated>2031-03-14T11:00:00Z</versionCreated><firstCreated>2031-03-14T10:00:00Z</firstCreated>${more}</itemMeta>
<contentMeta><by>Ida Holm</by><headline>Varga will not sign</headline><language tag="en"/></contentMeta>
<contentSet>${body}</contentSet></newsItem>`;

describe('NewsML-G2', () => {
  test('an item: text, days, rights and embargo', async () => {
    const items = await read(
      'a.xml',
      `<?xml version="1.0"?>${ITEM('<embargoed>2031-03-15T06:00:00Z</embargoed><pubStatus qcode="stat:usable"/>')}`,
    );
    expect(items).toMatchObject([
      {
        notes: [],
        article: {
          id: 'urn:newsml:northline.example:20310314:77',
          title: 'Varga will not sign',
          published: '2031-03-14',
          outlet: 'Northline',
          authors: ['Ida Holm'],
          language: 'en',
          usageTerms: 'Not for archives.\nNot in Vestnar.',
          embargoedUntil: '2031-03-15T06:00:00Z',
        },
      },
    ]);
    expect(blocks(items)).toEqual([
      'headline: Varga will not sign',
      'heading: At the border',
      `paragraph: ${QUOTE}`,
      'quote: Not one metre.',
      'paragraph: She left & came back.',
    ]);
  });

  test('a message: each of its items; packages only name them', async () => {
    const packageItem =
      '<packageItem guid="urn:p"><groupSet root="g"><group id="g"><itemRef residref="urn:1"><title>Varga will not sign</title></itemRef><itemRef residref="urn:2"/></group></groupSet></packageItem>';
    const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>${packageItem}${ITEM()}${ITEM('<pubStatus qcode="stat:canceled"/>')}</itemSet></newsMessage>`;
    expect((await read('a.xml', message)).map((item) => (item.kind === 'failure' ? item.code : item.place.source))).toEqual([
      'a.xml urn:newsml:northline.example:20310314:77',
      'canceled',
    ]);
    expect(await read('p.xml', packageItem)).toMatchObject([{ code: 'no-text', message: expect.stringContaining('it names 2 items') }]);
  });

  test('plain and escaped inline data, and NITF inside', async () => {
    expect(blocks(await read('a.xml', ITEM('', `<inlineData contenttype="text/plain">${QUOTE}\n\nShe left.</inlineData>`)))).toEqual([
      'headline: Varga will not sign',
      `paragraph: ${QUOTE}`,
      'paragraph: She left.',
    ]);
    expect(blocks(await read('a.xml', ITEM('', `<inlineData contenttype="text/html"><![CDATA[<p>${QUOTE}</p>]]></inlineData>`)))).toEqual([
      'headline: Varga will not sign',
      `paragraph: ${QUOTE}`,
    ]);
    expect(
      blocks(
        await read(
          'a.xml',
          ITEM(
            '',
            `<inlineXML><nitf><body><body.head><hedline><hl1>No</hl1></hedline></body.head><body.content><block><p>${QUOTE}</p></block></body.content></body></nitf></inlineXML>`,
          ),
        ),
      ),
    ).toEqual(['headline: No', `paragraph: ${QUOTE}`]);
  });

  test('a prefix on every name changes nothing', async () => {
    const prefixed = ITEM().replace(/<(\/?)(?=[a-zA-Z])/g, '<$1nar:');
    expect(blocks(await read('a.xml', prefixed))).toHaveLength(5);
  });
});

const NITF = (
  data = '<docdata management-status="usable"><doc-id id-string="nl-77"/><date.issue norm="20310314T100000Z"/></docdata>',
): string => `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf>
<head><title>slug</title>${data}<pubdata name="Meridian Post" date.publication="20310315"/></head>
<body><body.head><hedline><hl1>Varga will not sign</hl1><hl2>Talks go on</hl2></hedline><rights>For subscribers only.</rights><byline>By <person>Ida Holm</person><byttl>Staff Writer</byttl></byline><dateline><location>OSTERIN</location> <story.date norm="20310314">March 14</story.date></dateline><abstract><p>No signature.</p></abstract></body.head>
<body.content><block><p>${QUOTE}</p><hl2>At the border</hl2><p>She <em>left</em>.</p><media media-type="image"><media-reference source="x.jpg"/><media-caption><p>The border on Friday.</p></media-caption></media></block></body.content>
<body.end><tagline>Ida Holm reported from Osterin.</tagline></body.end></body></nitf>`;

describe('NITF', () => {
  test('head and body', async () => {
    const items = await read('a.xml', NITF());
    expect(items).toMatchObject([
      {
        notes: [],
        article: {
          id: 'nl-77',
          title: 'Varga will not sign',
          published: '2031-03-14',
          outlet: 'Meridian Post',
          authors: ['Ida Holm'],
          usageTerms: 'For subscribers only.',
          embargoedUntil: null,
        },
      },
    ]);
    expect(blocks(items)).toEqual([
      'headline: Varga will not sign',
      'standfirst: Talks go on',
      'standfirst: No signature.',
      'byline: By Ida Holm, Staff Writer',
      'dateline: OSTERIN March 14',
      `paragraph: ${QUOTE}`,
      'heading: At the border',
      'paragraph: She left.',
      'caption: The border on Friday.',
      'boilerplate: Ida Holm reported from Osterin.',
    ]);
  });

  test('embargoed until its release; withheld; canceled', async () => {
    const data = (status: string): string => `<docdata management-status="${status}"><date.release norm="20310316T060000+0100"/></docdata>`;
    expect(await read('a.xml', NITF(data('embargoed')))).toMatchObject([{ article: { embargoedUntil: '2031-03-16T05:00:00Z' } }]);
    expect(await read('a.xml', NITF(data('usable')))).toMatchObject([{ article: { embargoedUntil: null, published: '2031-03-16' } }]);
    expect(await read('a.xml', NITF(data('withheld')))).toMatchObject([{ article: { embargoedUntil: '9999-12-31T23:59:59Z' } }]);
    expect(await read('a.xml', NITF(data('canceled')))).toMatchObject([{ code: 'canceled' }]);
  });
});

describe('XML tricks', () => {
  test('entities of a document are never expanded, and the article says so', async () => {
    const tricks =
      '<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname"><!ENTITY % d SYSTEM "http://127.0.0.1/x"> %d;]>';
    const [item] = await read(
      'a.xml',
      NITF()
        .replace(/<!DOCTYPE[^>]*>/, tricks)
        .replace('She <em>left</em>.', 'It says &b; and &c;.'),
    );
    expect(item).toMatchObject({ kind: 'article', notes: [{ code: 'entities-refused' }] });
    expect(item?.kind === 'article' && item.article.text).toContain('It says &b; and &c;.');
  });

  test('depth and breadth have limits', async () => {
    const deep = `<nitf><body><body.content>${'<block>'.repeat(50_000)}<p>${QUOTE}</p>`;
    expect(blocks(await read('a.xml', deep))).toEqual([`paragraph: ${QUOTE}`]);
    const started = performance.now();
    await read('a.xml', `<nitf><body><body.content>${'<p>x</p>'.repeat(300_000)}`);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('whatever a document holds, reading it does not throw', async () => {
    const whole = NITF();
    const message = ITEM();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(whole, message),
        fc.nat(3000),
        fc.nat(200),
        fc.string({ unit: 'binary', maxLength: 20 }),
        async (text, from, gone, noise) => {
          expect((await read('a.xml', text.slice(0, from) + noise + text.slice(from + gone))).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  });
});
