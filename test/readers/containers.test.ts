import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { strToU8, zipSync, zlibSync } from 'fflate';
import { pack } from 'tar-stream';
import { describe, expect, test } from 'vitest';
import { type ReadOutput, readBytes } from '../../src/readers/index.js';

async function* pieces(bytes: Uint8Array, size = 1000): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What was read, a line each: "article PLACE TITLE", "CODE PLACE" or "skipped PLACE". */
async function read(name: string, bytes: Uint8Array, size?: number): Promise<readonly string[]> {
  const items: ReadOutput[] = [];
  for await (const item of readBytes(name, pieces(bytes, size))) items.push(item);
  return items.map((item) => {
    const place = `${item.place.source}${item.place.line === null ? '' : `:${item.place.line}`}`;
    if (item.kind === 'article') return `article ${place} ${item.article.title ?? item.article.text.slice(0, 14)}`;
    return item.kind === 'failure' ? `${item.code} ${place}` : `skipped ${place}`;
  });
}

const story = (name: string): Uint8Array => strToU8(`${name} goes to Osterin\n\nLena Varga said that ${name} would go to Osterin.\n`);
const lines = strToU8('{"title": "One", "text": "Varga said so."}\n{"title": "Two", "text": "Varga said no."}\n');

type TarEntry = readonly [
  name: string,
  body: Uint8Array | { readonly type: 'symlink' | 'link' | 'directory' | 'fifo'; readonly linkname?: string },
];

async function tar(entries: readonly TarEntry[]): Promise<Uint8Array> {
  const packing = pack();
  for (const [name, body] of entries) {
    if (body instanceof Uint8Array) packing.entry({ name }, Buffer.from(body));
    else packing.entry({ name, ...body });
  }
  packing.finalize();
  const parts: Uint8Array[] = [];
  for await (const part of packing) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}

const PAGE = `<!doctype html><html><head><title>Quarry talks fail</title></head><body><h1>Quarry talks fail</h1>
<p>Talks between the quarry and its drivers broke down on Tuesday, and no day has been set for another meeting, both sides said.</p>
<p>“We offered four percent and they laughed,” said Corla Venn, who manages the quarry, before she drove off in the last lorry.</p></body></html>`;

function warc(...addresses: readonly string[]): Uint8Array {
  return Buffer.concat(
    addresses.map((address) => {
      const http = `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n${PAGE}`;
      const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${address}\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n`;
      return gzipSync(`${head}${http}\r\n\r\n`);
    }),
  );
}

describe('ZIP', () => {
  const zip = zipSync({
    'a.txt': story('Berg'),
    'more/b.jsonl': lines,
    'more/photo.jpg': strToU8('x'),
    '__MACOSX/._a.txt': strToU8('x'),
    'c.txt': [story('Lind'), { level: 0 }],
  });

  test.each([1, 100, 100_000])('files are read by their own readers, in chunks of %d bytes', async (size) => {
    expect(await read('x.zip', zip, size)).toEqual([
      'article x.zip!/a.txt Berg goes to Osterin',
      'article x.zip!/more/b.jsonl:1 One',
      'article x.zip!/more/b.jsonl:2 Two',
      'skipped x.zip!/more/photo.jpg',
      'article x.zip!/c.txt Lind goes to Osterin',
    ]);
  });

  test('archives in archives, to a limit', async () => {
    const deep = (levels: number): Uint8Array =>
      Array.from({ length: levels }).reduce<Uint8Array>((inner) => zipSync({ 'i.zip': inner }), zipSync({ 'a.txt': story('Berg') }));
    expect(await read('x.zip', deep(2))).toEqual(['article x.zip!/i.zip!/i.zip!/a.txt Berg goes to Osterin']);
    expect(await read('x.zip', deep(6))).toEqual(['too-large x.zip!/i.zip!/i.zip!/i.zip!/i.zip']);
  });

  test.each(['../evil.txt', '/etc/evil.txt', 'a/../../evil.txt', 'C:/evil.txt', '..\\evil.txt', `${'x/'.repeat(600)}evil.txt`, 'a\nb.txt'])(
    'a name that is a trick is refused: %j',
    async (name) => {
      const found = await read('x.zip', zipSync({ [name]: story('Evil'), 'fine.txt': story('Berg') }));
      expect(found[0]).toMatch(/^path-refused /);
      expect(found.slice(1)).toEqual(['article x.zip!/fine.txt Berg goes to Osterin']);
    },
  );

  test('a bomb is refused before it fills the memory', async () => {
    const zeros = new Uint8Array(60_000_000).fill(32);
    const before = process.memoryUsage().rss;
    expect(await read('bomb.zip', zipSync({ 'a.jsonl': zeros, 'b.txt': story('Berg') }))).toContain('too-large bomb.zip');
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000);
  });

  test('one that is cut, and one that holds nothing to read', async () => {
    const found = await read('cut.zip', zip.subarray(0, 90));
    expect(found.at(-1)).toMatch(/^(?:not-readable|empty) cut\.zip/);
    expect(await read('x.zip', zipSync({ 'a.jpg': strToU8('x') }))).toEqual(['skipped x.zip!/a.jpg', 'empty x.zip']);
  });

  test('whatever stands in one, reading it does not throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.nat(zip.length), fc.nat(40), async (noise, at, gone) => {
        await read('x.zip', Buffer.concat([zip.subarray(0, at), noise, zip.subarray(at + gone)]));
      }),
      { numRuns: 60 },
    );
  });
});

describe('web archives in a container (WACZ)', () => {
  test('the pages of its WARC files, once', async () => {
    const wacz = zipSync({
      'datapackage.json': strToU8('{"profile": "data-package"}'),
      'pages/pages.jsonl': strToU8('{"format": "json-pages-1.0"}\n{"url": "https://a.example/1", "text": "Quarry talks fail and more."}\n'),
      'archive/data.warc.gz': [warc('https://a.example/1', 'https://a.example/2'), { level: 0 }],
      'indexes/index.cdx.gz': [gzipSync('x'), { level: 0 }],
    });
    expect((await read('x.wacz', wacz)).filter((line) => !line.startsWith('skipped'))).toEqual([
      'article x.wacz!/archive/data.warc.gz https://a.example/1 Quarry talks fail',
      'article x.wacz!/archive/data.warc.gz https://a.example/2 Quarry talks fail',
    ]);
  });
});

describe('tar', () => {
  const entries: readonly TarEntry[] = [
    ['more', { type: 'directory' }],
    ['more/a.txt', story('Berg')],
    ['b.jsonl.gz', gzipSync(lines)],
    ['c.png', strToU8('x')],
  ];

  test('files are read by their own readers, plain and packed', async () => {
    const plain = await tar(entries);
    const expected = (name: string) => [
      `article ${name}!/more/a.txt Berg goes to Osterin`,
      `article ${name}!/b.jsonl.gz:1 One`,
      `article ${name}!/b.jsonl.gz:2 Two`,
      `skipped ${name}!/c.png`,
    ];
    expect(await read('x.tar', plain)).toEqual(expected('x.tar'));
    expect(await read('x.tar.gz', gzipSync(plain))).toEqual(expected('x.tar.gz'));
    expect(await read('x.tgz', gzipSync(plain))).toEqual(expected('x.tgz'));
  });

  test('links, devices and names that lead out are refused', async () => {
    const found = await read(
      'x.tar',
      await tar([
        ['../evil.txt', story('Evil')],
        ['passwd.txt', { type: 'symlink', linkname: '/etc/passwd' }],
        ['hard.txt', { type: 'link', linkname: '../../x' }],
        ['pipe.txt', { type: 'fifo' }],
        ['fine.txt', story('Berg')],
      ]),
    );
    expect(found).toEqual([
      'path-refused x.tar!/../evil.txt',
      'path-refused x.tar!/passwd.txt',
      'path-refused x.tar!/hard.txt',
      'path-refused x.tar!/pipe.txt',
      'article x.tar!/fine.txt Berg goes to Osterin',
    ]);
  });

  test('one that is cut gives what it has and a failure', async () => {
    const found = await read(
      'x.tar',
      (
        await tar([
          ['a.txt', story('Berg')],
          ['b.txt', new Uint8Array(3000).fill(65)],
        ])
      ).subarray(0, 2600),
    );
    expect(found[0]).toBe('article x.tar!/a.txt Berg goes to Osterin');
    expect(found.at(-1)).toMatch(/^not-readable x\.tar/);
  });

  test('a packed bomb is refused', async () => {
    const found = await read('x.tar.gz', gzipSync(await tar([['a.jsonl', new Uint8Array(40_000_000).fill(32)]])), 100_000);
    expect(found.some((line) => line.startsWith('too-large x.tar.gz'))).toBe(true);
  });
});

test('bytes that only begin like an archive are a failure', async () => {
  expect((await read('x.zip', strToU8('PK\x03\x04nonsense'))).at(-1)).toMatch(/^(?:not-readable|empty) /);
  expect((await read('x.gz', zlibSync(story('Berg')))).length).toBe(1);
});
