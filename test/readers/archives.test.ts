import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReadOutput, readBytes } from '../../src/readers/index.js';

async function* pieces(bytes: Uint8Array, size = 1000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(name: string, bytes: Uint8Array, size?: number): Promise<readonly ReadOutput[]> {
  const items: ReadOutput[] = [];
  for await (const item of readBytes(name, pieces(bytes, size))) items.push(item);
  return items;
}

const utf8 = new TextEncoder();

const page = (name: string): string =>
  `<!doctype html><html><head><title>${name} quarry talks fail</title><meta property="article:published_time" content="2031-05-02"></head><body><h1>${name} quarry talks fail</h1>
<p>Talks between the quarry at ${name} and its drivers broke down on Tuesday, and no day has been set for another meeting, both sides said.</p>
<p>“We offered four percent and they laughed,” said Corla Venn, who manages the quarry, before she drove off in the last lorry.</p>
<p>The drivers’ spokesman, Abel Strand, denied that anyone had laughed, and said that they would come back on Monday.</p></body></html>`;

function response(url: string, body: Uint8Array, headers = 'content-type: text/html; charset=utf-8'): Uint8Array {
  const http = Buffer.concat([utf8.encode(`HTTP/1.1 200 OK\r\n${headers}\r\n\r\n`), body]);
  return Buffer.concat([
    utf8.encode(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2031-05-03T00:00:00Z\r\nContent-Length: ${http.length}\r\n\r\n`,
    ),
    http,
    utf8.encode('\r\n\r\n'),
  ]);
}

const info = utf8.encode('WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n');

describe('web archives', () => {
  const plain = Buffer.concat([
    info,
    response('https://a.example/1', utf8.encode(page('Dunmere'))),
    response('https://a.example/2', utf8.encode(page('Anstey'))),
  ]);

  test.each([1, 7, 1000, 1_000_000])('pages are read in chunks of %d bytes', async (size) => {
    const items = await read('x.warc', plain, size);
    expect(items.map((item) => item.kind === 'article' && [item.article.url, item.article.title, item.article.published])).toEqual([
      ['https://a.example/1', 'Dunmere quarry talks fail', '2031-05-02'],
      ['https://a.example/2', 'Anstey quarry talks fail', '2031-05-02'],
    ]);
  });

  test('gzip, one member a record, and bodies that are packed and chunked themselves', async () => {
    const packed = gzipSync(page('Dunmere'));
    const chunked = Buffer.concat([utf8.encode(`${packed.length.toString(16)}\r\n`), packed, utf8.encode('\r\n0\r\n\r\n')]);
    const record = response(
      'https://a.example/1',
      chunked,
      'Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked',
    );
    const items = await read(
      'x.warc.gz',
      Buffer.concat([gzipSync(info), gzipSync(record), gzipSync(response('https://a.example/2', utf8.encode(page('Anstey'))))]),
    );
    expect(items.map((item) => [item.kind, item.place.source])).toEqual([
      ['article', 'x.warc.gz https://a.example/1'],
      ['article', 'x.warc.gz https://a.example/2'],
    ]);
  });

  test('texts that were made of pages (WET), and pages without a server’s answer', async () => {
    const record = (type: string, contentType: string, body: string): string =>
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: https://a.example/${type}\r\nContent-Type: ${contentType}\r\nContent-Length: ${utf8.encode(body).length}\r\n\r\n${body}\r\n\r\n`;
    const items = await read(
      'x.warc.wet',
      utf8.encode(
        record('conversion', 'text/plain', 'Quarry talks fail\n\nCorla Venn said so on Tuesday.') +
          record('resource', 'text/html', page('Anstey')) +
          record('conversion', 'image/png', 'x'),
      ),
    );
    expect(items.map((item) => item.kind === 'article' && [item.article.url, item.article.title])).toEqual([
      ['https://a.example/conversion', 'Quarry talks fail'],
      ['https://a.example/resource', 'Anstey quarry talks fail'],
    ]);
  });

  test('images, redirects and broken records are passed over', async () => {
    const image = response('https://a.example/i.png', Uint8Array.from([1, 2, 3]), 'content-type: image/png');
    const items = await read('x.warc', Buffer.concat([image, plain, utf8.encode('WARC/1.0\r\nContent-Length: -5\r\n\r\n')]));
    expect(items).toHaveLength(2);
  });

  test('whatever stands in an archive, reading it does not throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(300), async (noise, at) => {
        const broken = Buffer.concat([plain.subarray(0, at), noise, plain.subarray(at)]);
        for (const item of await read('x.warc', Buffer.concat([utf8.encode('WARC/1.0\r\n'), broken])))
          expect(['article', 'failure']).toContain(item.kind);
      }),
      { numRuns: 40 },
    );
  });
});

describe('packed files', () => {
  test('what is inside is read by its own reader, under the name of the file', async () => {
    const items = await read('a.jsonl.gz', gzipSync('{"title": "A", "text": "Varga said so."}\n{broken'));
    expect(items).toMatchObject([
      { kind: 'article', place: { source: 'a.jsonl.gz', line: 1 } },
      { kind: 'failure', code: 'broken-json', place: { source: 'a.jsonl.gz', line: 2 } },
    ]);
  });

  test('a file that ends in the middle is a failure', async () => {
    const packed = gzipSync('Varga said so. '.repeat(1000));
    expect(await read('cut.txt.gz', packed.subarray(0, packed.length - 20))).toMatchObject([{ kind: 'failure', code: 'not-readable' }]);
  });

  test('a bomb is refused before it fills the memory', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000, `${'x'.repeat(999_999)}\n`));
    expect(await read('bomb.jsonl.gz', bomb)).toContainEqual(
      expect.objectContaining({ code: 'too-large', message: expect.stringContaining('200 times its size') }),
    );
  });

  test('packed files in packed files end somewhere', async () => {
    const deep = Array.from({ length: 6 }).reduce<Uint8Array>((inner) => gzipSync(inner), utf8.encode('Varga said so.'));
    expect(await read('deep.gz', deep)).toMatchObject([{ kind: 'failure', code: 'too-large' }]);
  });
});
