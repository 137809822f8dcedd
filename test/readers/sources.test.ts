import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Passed, type ReadOutput, readBytes, readSources } from '../../src/readers/index.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-readers-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(path: string, content: string | Uint8Array): string {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, content);
  return whole;
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** What was read, a line each: "article TITLE" or "CODE FILE:LINE". */
function summary(items: readonly (ReadOutput | Passed)[]): readonly string[] {
  return items.map((item) => {
    const place = item.place.source
      .replace(folder, '')
      .replace(/^[\\/]/, '')
      .replaceAll('\\', '/');
    const where = item.place.line === null ? place : `${place}:${item.place.line}`;
    return item.kind === 'article'
      ? `article ${where} ${item.article.title ?? item.article.text.slice(0, 20)}`
      : `${item.kind === 'failure' ? item.code : 'skipped'} ${where}`;
  });
}

async function* chunked(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const readText = async (name: string, content: string | Uint8Array, size = 7): Promise<readonly ReadOutput[]> =>
  all(readBytes(name, chunked(typeof content === 'string' ? bytesOf(content) : content, size)));

describe('JSON', () => {
  const article = { title: 'Talks', text: 'Varga said so.', published: '2031-03-14' };

  test('one article, a list, a list within an object', async () => {
    expect(summary(await readText('a.json', JSON.stringify(article)))).toEqual(['article a.json Talks']);
    expect(summary(await readText('a.json', JSON.stringify([article, article])))).toEqual([
      'article a.json[0] Talks',
      'article a.json[1] Talks',
    ]);
    expect(summary(await readText('-', JSON.stringify({ status: 'ok', articles: [article] }, null, 2)))).toEqual(['article -[0] Talks']);
  });

  test('names of common exports', async () => {
    const exported = {
      title: 'Talks',
      maintext: 'Varga said so.',
      date_publish: '2031-03-14 08:00:00',
      source_domain: 'meridian.example',
      authors: ['Ida Holm', 'None'],
      canonical_url: 'https://meridian.example/talks',
      language: 'EN',
    };
    const other = {
      headline: { main: 'Talks' },
      body: 'Varga said so.',
      pubDate: 1931428800,
      source: { name: 'Meridian Post' },
      byline: 'By Ida Holm and Jon Berg',
    };
    const [first, second] = await readText('a.jsonl', `${JSON.stringify(exported)}\n${JSON.stringify(other)}\n`);
    expect(first).toMatchObject({
      article: {
        published: '2031-03-14',
        outlet: 'meridian.example',
        authors: ['Ida Holm'],
        url: 'https://meridian.example/talks',
        language: 'en',
        title: 'Talks',
        wire: null,
      },
    });
    expect(second).toMatchObject({
      article: { published: '2031-03-16', outlet: 'Meridian Post', authors: ['Ida Holm', 'Jon Berg'], title: 'Talks', url: null },
    });
  });

  test('a bad line among good ones is one failure with its line', async () => {
    const lines = [JSON.stringify(article), '{"title": "cut off', '', '[1]', '{"title": "no text"}', JSON.stringify(article)].join('\n');
    expect(summary(await readText('a.jsonl', lines))).toEqual([
      'article a.jsonl:1 Talks',
      'broken-json a.jsonl:2',
      'not-an-article a.jsonl:4',
      'no-text a.jsonl:5',
      'article a.jsonl:6 Talks',
    ]);
  });

  test('a date that could be two days is left unknown, with a note', async () => {
    const [read] = await readText('a.json', JSON.stringify({ ...article, published: '03/04/2031' }));
    expect(read).toMatchObject({ article: { published: null }, notes: [{ code: 'date-not-understood' }] });
  });

  test('what a database cannot store becomes U+FFFD, and offsets stay', async () => {
    const [read] = await readText('a.json', '{"text": "Varga\\u0000 \\ud800 said 🙂"}');
    expect(read).toMatchObject({ article: { text: 'Varga\ufffd \ufffd said 🙂' }, notes: [{ code: 'text-repaired' }] });
  });

  test('standard input is told apart by what it holds', async () => {
    expect(summary(await readText('-', `${JSON.stringify(article)}\n${JSON.stringify(article)}`))).toEqual([
      'article -:1 Talks',
      'article -:2 Talks',
    ]);
    expect(summary(await readText('-', '{not json at all, Varga said.'))).toEqual(['article - {not json at all, Va']);
    expect(summary(await readText('-', '[Talks] Varga said.'))).toEqual(['article - [Talks] Varga said.']);
  });
});

describe('encodings', () => {
  const words = 'Varga: “Zürich is closed,” she said.';
  const utf16 = (text: string, bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(text, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };

  test.each([
    ['UTF-8', bytesOf(words)],
    ['UTF-8 with a mark', bytesOf(`\ufeff${words}`)],
    ['UTF-16 LE with a mark', utf16(`\ufeff${words}`, false)],
    ['UTF-16 BE with a mark', utf16(`\ufeff${words}`, true)],
    ['UTF-16 LE without', utf16('Varga said so, and left.', false)],
  ])('%s is read without a note', async (_, bytes) => {
    const [read] = await readText('a.txt', bytes, 3);
    expect(read).toMatchObject({ kind: 'article', notes: [] });
    expect(read?.kind === 'article' && read.article.text).toMatch(/^Varga/);
  });

  test('what is not UTF-8 is read as windows-1252, with a note', async () => {
    const [read] = await readText('a.txt', Uint8Array.from([0x93, 0x4e, 0x6f, 0x2c, 0x94, 0x20, 0x56, 0x61, 0x72, 0x67, 0x61]));
    expect(read).toMatchObject({ article: { text: '“No,” Varga' }, notes: [{ code: 'encoding-guessed' }] });
  });

  test('JSON Lines in UTF-16 keep their line numbers', async () => {
    const read = await readText('a.jsonl', utf16('\ufeff{"text": "Varga said."}\n{"text": "Zürich."}\n', false), 5);
    expect(summary(read)).toEqual(['article a.jsonl:1 Varga said.', 'article a.jsonl:2 Zürich.']);
  });
});

describe('front matter', () => {
  test.each([
    [
      'plain',
      '---\ntitle: Talks: the end\npublished: 2031-03-14T17:20:00Z\noutlet: "Meridian Post"\nauthors:\n  - Ida Holm\n  - Jon Berg\n---\n\nVarga said so.\n',
    ],
    [
      'quoted, listed, CRLF',
      "---\r\ntitle: 'Talks: the end'\r\ndate: 2031-03-14 # a comment\r\noutlet: Meridian Post\r\nauthor: [Ida Holm, Jon Berg]\r\n---\r\nVarga said so.\n",
    ],
  ])('%s', async (_, text) => {
    const [read] = await readText('a.md', text);
    expect(read).toMatchObject({
      article: {
        title: 'Talks: the end',
        published: '2031-03-14',
        outlet: 'Meridian Post',
        authors: ['Ida Holm', 'Jon Berg'],
        text: 'Varga said so.\n',
      },
    });
  });

  test('a line of dashes above an article is text', async () => {
    const [read] = await readText('a.md', '---\n“No,” said Varga.\n---\nShe left.');
    expect(read).toMatchObject({ article: { text: '---\n“No,” said Varga.\n---\nShe left.' } });
  });

  test('front matter alone has no text', async () =>
    expect(summary(await readText('a.md', '---\ntitle: Talks\n---\n'))).toEqual(['no-text a.md']));
});

describe('files and folders', () => {
  test('folders are read in order, hidden and ignored files passed over, others named', async () => {
    put('news/b.txt', 'B said so.');
    put('news/a/one.md', '# One\n\nA said so.');
    put('news/a/two.jsonl', '{"title": "Two", "text": "She said."}\n');
    put('news/.hidden/x.txt', 'hidden');
    put('news/drafts/x.txt', 'draft');
    put('news/photo.jpg', Uint8Array.from([0xff, 0xd8, 0]));
    put('news/.onrecordignore', '# not yet\ndrafts/\n');
    symlinkSync(join(folder, 'news'), join(folder, 'news/a/loop'));
    expect(summary(await all(readSources([join(folder, 'news')])))).toEqual([
      'article news/a/one.md One',
      'article news/a/two.jsonl:1 Two',
      'article news/b.txt B said so.',
      'skipped news/photo.jpg',
    ]);
  });

  test('each bad file is one failure, and the rest is read', async () => {
    const paths = [
      put('bad/empty.txt', ''),
      put('bad/blank.txt', ' \n\n '),
      put('bad/picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])),
      put('bad/letter.rtf', '{\\rtf1 Varga said.}'),
      put('bad/broken.json', '{"text": "Varga'),
      join(folder, 'bad/missing.txt'),
      put('bad/good.txt', 'Varga said so.'),
    ];
    mkdirSync(join(folder, 'bad/nothing'));
    expect(summary(await all(readSources([...paths, join(folder, 'bad/nothing')])))).toEqual([
      'empty bad/empty.txt',
      'empty bad/blank.txt',
      'binary bad/picture.txt',
      'format-not-read bad/letter.rtf',
      'broken-json bad/broken.json',
      'not-found bad/missing.txt',
      'article bad/good.txt Varga said so.',
      'empty bad/nothing',
    ]);
  });

  test('what is larger than allowed is refused by name, and what follows is read', async () => {
    const limits = { article: 1000, item: 1200, document: 1000 };
    const long = 'She said so. '.repeat(100);
    const lines = `{"text": "One."}\n{"text": "${long}"}\n{"text": "Short.", "html": "${long}"}\n{"text": "Four."}\n`;
    expect(summary(await all(readBytes('a.txt', chunked(bytesOf(long), 64), { limits })))).toEqual(['too-large a.txt']);
    expect(summary(await all(readBytes('a.json', chunked(bytesOf(`{"text": "${long}"}`), 64), { limits })))).toEqual(['too-large a.json']);
    expect(summary(await all(readBytes('a.jsonl', chunked(bytesOf(lines), 64), { limits })))).toEqual([
      'article a.jsonl:1 One.',
      'too-large a.jsonl:2',
      'too-large a.jsonl:3',
      'article a.jsonl:4 Four.',
    ]);
  });
});

test('any bytes give articles or failures, and blocks that cover the text', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 200 }).map(bytesOf),
        fc.stringMatching(/^[-A-Za-z:\n #>.,“”"{}[\]0-9]{0,300}$/).map(bytesOf),
      ),
      fc.constantFrom('a.txt', 'a.md', 'a.json', 'a.jsonl', '-'),
      fc.integer({ min: 1, max: 64 }),
      async (bytes, name, size) => {
        for (const item of await all(readBytes(name, chunked(bytes, size)))) {
          if (item.kind !== 'article') continue;
          const { text, blocks } = item.article;
          let at = 0;
          for (const block of blocks) {
            expect(block.start).toBeGreaterThanOrEqual(at);
            expect(block.end).toBeGreaterThan(block.start);
            expect(text.slice(at, block.start)).toMatch(/^\s*$/);
            at = block.end;
          }
          expect(text.slice(at)).toMatch(/^\s*$/);
          expect(text).toBe(Buffer.from(text, 'utf8').toString('utf8'));
        }
      },
    ),
  );
});
