import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createFetcher,
  DEFAULT_FETCHING,
  type Fetched,
  type FetchSettings,
  type Surroundings,
  userAgentOf,
} from '../../src/runtime/fetching/index.js';
import { isPrivateAddress } from '../../src/runtime/fetching/private-addresses.js';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let port = 0;
let pages: Record<string, Handler> = {};
let asked: IncomingMessage[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    const handler = pages[new URL(request.url ?? '/', 'http://x').pathname];
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(
  () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
);
beforeEach(() => {
  pages = {};
  asked = [];
});

const text =
  (body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Handler =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'text/html', ...headers }).end(body);

interface World extends Surroundings {
  readonly waits: readonly number[];
}

/** A world in which waiting takes no time; names lead to the server of this test. */
function world(more: Partial<Surroundings> = {}): World {
  let now = Date.parse('2031-05-02T10:00:00Z');
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    stop: new AbortController().signal,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    ...more,
  };
}

const settings = (more: Partial<FetchSettings> = {}): FetchSettings => ({
  ...DEFAULT_FETCHING,
  userAgent: userAgentOf('0.1.0', 'desk@meridian.example'),
  allowedHosts: ['news.test'],
  ...more,
});

async function fetchOne(address: string, more: Partial<FetchSettings> = {}, around = world()): Promise<Fetched> {
  const fetcher = createFetcher(settings(more), around);
  try {
    return await fetcher.fetch(address);
  } finally {
    await fetcher.close();
  }
}

const at = (path: string, host = 'news.test'): string => `http://${host}:${port}${path}`;
const bodyText = (fetched: Fetched): string => (fetched.kind === 'body' ? new TextDecoder().decode(fetched.bytes) : `${fetched.kind}`);
const paths = (): readonly string[] => asked.map((request) => request.url ?? '');

describe('what a server is told and asked', () => {
  test('the user agent names the program and a contact', async () => {
    pages = { '/a': text('Lena Varga said so.') };
    expect(bodyText(await fetchOne(at('/a')))).toBe('Lena Varga said so.');
    expect(asked.map((request) => request.headers['user-agent'])).toEqual(Array(2).fill('OnRecord/0.1.0 (contact: desk@meridian.example)'));
    expect(paths()).toEqual(['/robots.txt', '/a']);
  });

  test('a contact cannot smuggle a header in', () => {
    expect(userAgentOf('0.1.0', 'x\r\nCookie: a=b')).toBe('OnRecord/0.1.0 (contact: xCookie: a=b)');
    expect(userAgentOf('0.1.0', null)).toBe('OnRecord/0.1.0 (news archive of a single user)');
  });

  test('what did not change is not sent again', async () => {
    pages = {
      '/a': (request, response) =>
        request.headers['if-none-match'] === '"v1"'
          ? response.writeHead(304).end()
          : response.writeHead(200, { etag: '"v1"', 'last-modified': 'Fri, 02 May 2031 08:00:00 GMT' }).end('one'),
    };
    const fetcher = createFetcher(settings(), world());
    const first = await fetcher.fetch(at('/a'));
    expect(first).toMatchObject({ kind: 'body', validators: { etag: '"v1"', lastModified: 'Fri, 02 May 2031 08:00:00 GMT' } });
    expect(await fetcher.fetch(at('/a'), first.kind === 'body' ? first.validators : null)).toMatchObject({ kind: 'unchanged' });
    await fetcher.close();
  });

  test('a host is asked once a second, or as seldom as it wishes; one that is allowed by name at once', async () => {
    pages = { '/robots.txt': text('User-agent: *\nCrawl-delay: 7\n'), '/a': text('one'), '/b': text('two') };
    const around = world({ refuses: () => false });
    const fetcher = createFetcher(settings({ allowedHosts: [] }), around);
    await Promise.all([fetcher.fetch(at('/a', 'slow.test')), fetcher.fetch(at('/b', 'slow.test'))]);
    await fetcher.close();
    expect(around.waits).toEqual([7000, 7000]);
    const free = world();
    await fetchOne(at('/a'), {}, free);
    expect(free.waits).toEqual([]);
  });
});

describe('robots.txt (RFC 9309)', () => {
  const robots = async (answer: Handler, path = '/a'): Promise<Fetched> => {
    pages = { '/robots.txt': answer, '/a': text('words'), '/private/a': text('words') };
    return fetchOne(at(path));
  };

  test('what is closed is not asked for', async () => {
    expect(await robots(text('User-agent: *\nDisallow: /private/'), '/private/a')).toMatchObject({
      kind: 'problem',
      code: 'robots-refused',
    });
    expect(paths()).toEqual(['/robots.txt']);
    expect(await robots(text('User-agent: *\nDisallow: /private/'), '/a')).toMatchObject({ kind: 'body' });
  });

  test('a group for this program wins over the one for everybody', async () => {
    expect(await robots(text('User-agent: *\nDisallow: /\n\nUser-agent: onrecord\nAllow: /'))).toMatchObject({ kind: 'body' });
    expect(await robots(text('User-agent: *\nAllow: /\n\nUser-agent: OnRecord\nDisallow: /'))).toMatchObject({ code: 'robots-refused' });
  });

  test.each([
    [404, 'body'],
    [403, 'body'],
    [401, 'body'],
    [429, 'problem'],
    [500, 'problem'],
    [503, 'problem'],
  ])('an answer of %d to robots.txt gives a %s', async (status, kind) => {
    expect(await robots(text('User-agent: *\nDisallow: /', {}, status))).toMatchObject({ kind });
  });

  test('redirects are followed five times', async () => {
    const hops = (count: number): void => {
      pages = { '/a': text('words'), [`/r${count}`]: text('User-agent: *\nDisallow: /a') };
      for (let hop = 0; hop < count; hop++) pages[hop === 0 ? '/robots.txt' : `/r${hop}`] = text('', { location: `/r${hop + 1}` }, 301);
    };
    hops(5);
    expect(await fetchOne(at('/a'))).toMatchObject({ code: 'robots-refused' });
    hops(6);
    expect(await fetchOne(at('/a'))).toMatchObject({ kind: 'body' });
  });

  test('it is asked for once, and again after a day', async () => {
    pages = { '/a': text('words'), '/b': text('words') };
    const around = world();
    const fetcher = createFetcher(settings(), around);
    await fetcher.fetch(at('/a'));
    await fetcher.fetch(at('/b'));
    expect(paths().filter((path) => path === '/robots.txt')).toHaveLength(1);
    await around.wait(86_400_001);
    await fetcher.fetch(at('/a'));
    expect(paths().filter((path) => path === '/robots.txt')).toHaveLength(2);
    await fetcher.close();
  });

  test('of a long one the first 500 KiB are read, and no half line', async () => {
    const filler = `# ${'x'.repeat(97)}\n`.repeat(5120);
    const long = `User-agent: *\nDisallow: /private/\n${filler}${'Disallow: /a\n'.repeat(100)}`;
    expect(await robots(text(long))).toMatchObject({ kind: 'body' });
    expect(await robots(text(long), '/private/a')).toMatchObject({ code: 'robots-refused' });
  });

  test('rules hold at every stop of a redirect', async () => {
    pages = { '/robots.txt': text('User-agent: *\nDisallow: /private/'), '/a': text('', { location: '/private/a' }, 302) };
    expect(await fetchOne(at('/a'))).toMatchObject({ code: 'robots-refused' });
  });
});

describe('addresses of this machine and of private networks', () => {
  const SPELLINGS = [
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '0x7f000001',
    '0x7f.0.0.1',
    '0177.0.0.1',
    '017700000001',
    '2130706433',
    '127.0.0.1.',
    '127.8.9.10',
    '0',
    '0.0.0.0',
    '[::1]',
    '[::]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[64:ff9b::127.0.0.1]',
    '[64:ff9b:1::7f00:1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[fd00::1]',
    '[fc00::1]',
    '[ff02::1]',
    '[fec0::1]',
    '[2001:0:7f00:1::]',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '0xa9fea9fe',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '224.0.0.1',
    '255.255.255.255',
    '240.0.0.1',
    '192.0.2.1',
    '198.18.0.1',
    '①②⑦.⓪.⓪.①',
    '１２７。０。０。１',
    '127%2e0%2e0%2e1',
  ];
  test.each(SPELLINGS)('%s is refused', async (host) => {
    pages = { '/a': text('secret') };
    expect(await fetchOne(`http://${host}:${port}/a`)).toMatchObject({ kind: 'problem', code: 'address-refused' });
    expect(asked).toEqual([]);
  });

  test.each(['localhost', 'LOCALHOST', 'localhost.', 'news.meridian.example', 'ｌｏｃａｌｈｏｓｔ', 'bücher.example'])(
    'the name %s, which leads here, is refused',
    async (host) => {
      expect(await fetchOne(`http://${host}:${port}/a`)).toMatchObject({ kind: 'problem', code: 'address-refused' });
      expect(asked).toEqual([]);
    },
  );

  test.each([
    [`http://news.test@127.0.0.1/a`],
    ['http://user:word@news.test/a'],
    ['file:///etc/hostname'],
    ['ftp://news.test/a'],
    ['gopher://news.test/a'],
    ['data:text/html,x'],
  ])('%s is refused', async (address) => {
    expect(await fetchOne(address)).toMatchObject({ kind: 'problem', code: 'address-refused' });
    expect(asked).toEqual([]);
  });

  test.each(['http://', 'http://[::1', 'http://a b/', `http://news.test/${'x'.repeat(5000)}`])('%s is wrong', async (address) => {
    expect(await fetchOne(address)).toMatchObject({ kind: 'problem', code: 'address-wrong' });
  });

  test('a name with a public and a private address leads to the public one only', async () => {
    pages = { '/a': text('words') };
    const resolve = async () => [
      { address: '127.0.0.3', family: 4 },
      { address: '127.0.0.2', family: 4 },
    ];
    const around = world({ resolve, refuses: (address) => address !== '127.0.0.2' });
    expect(await fetchOne(at('/a', 'both.example'), { allowedHosts: [] }, around)).toMatchObject({ kind: 'body' });
    expect(new Set(asked.map((request) => request.socket.localAddress ?? '127.0.0.2'))).toEqual(new Set(['127.0.0.2']));
  });

  test('a name that changes where it leads to is refused from then on', async () => {
    const answer: Handler = (_, response) => response.writeHead(200, { connection: 'close' }).end('words');
    pages = { '/a': answer, '/robots.txt': text('', { connection: 'close' }, 404) };
    let lookups = 0;
    const resolve = async () => [{ address: lookups++ === 0 ? '127.0.0.2' : '127.0.0.1', family: 4 }];
    const around = world({ resolve, refuses: (address) => address !== '127.0.0.2' });
    expect(await fetchOne(at('/a', 'flip.example'), { allowedHosts: [] }, around)).toMatchObject({ code: 'address-refused' });
    expect(paths()).toEqual(['/robots.txt']);
    expect(lookups).toBe(2);
  });

  test.each([
    'http://127.0.0.1:PORT/b',
    'http://localhost:PORT/b',
    '//[::1]:PORT/b',
    'http://2130706433:PORT/b',
    'http://x@news.test:PORT/b',
    'file:///etc/hostname',
    'http://169.254.169.254/latest/meta-data/',
  ])('a redirect to %s is not followed', async (location) => {
    pages = { '/a': text('', { location: location.replace('PORT', String(port)) }, 302), '/b': text('secret') };
    expect(await fetchOne(at('/a'))).toMatchObject({ kind: 'problem', code: 'address-refused' });
    expect(paths()).not.toContain('/b');
  });

  test('a host that is allowed by name may be anywhere; the name is not a pattern', async () => {
    pages = { '/a': text('words') };
    expect(await fetchOne(at('/a', 'NEWS.test.'))).toMatchObject({ kind: 'body' });
    expect(await fetchOne(at('/a', '127.0.0.1'), { allowedHosts: ['127.0.0.1'] })).toMatchObject({ kind: 'body' });
    expect(await fetchOne(at('/a', 'other.news.test'))).toMatchObject({ code: 'address-refused' });
  });

  test('public addresses are none of these', () => {
    expect(
      ['1.1.1.1', '8.8.8.8', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:4001::1'].filter(isPrivateAddress),
    ).toEqual([]);
  });
});

describe('hostile answers', () => {
  test('a compression bomb is refused while it is read', async () => {
    const bomb = gzipSync(Buffer.alloc(8_000_000, 'x'));
    pages = {
      '/a': text(bomb, { 'content-encoding': 'gzip' }),
      '/b': text(brotliCompressSync(Buffer.alloc(3_000_000)), { 'content-encoding': 'br' }),
    };
    expect(await fetchOne(at('/a'), { largest: 100_000_000 })).toMatchObject({ kind: 'problem', code: 'too-large' });
    expect(await fetchOne(at('/b'), { largest: 1_000_000 })).toMatchObject({ kind: 'problem', code: 'too-large' });
    pages['/c'] = text(
      Array.from({ length: 5 }).reduce<Buffer>((inner) => gzipSync(inner), Buffer.from('x')),
      { 'content-encoding': 'gzip, gzip, gzip, gzip, gzip' },
    );
    expect(await fetchOne(at('/c'))).toMatchObject({ kind: 'problem', code: 'too-large' });
  });

  test.each([
    ['gzip', gzipSync('words')],
    ['br', brotliCompressSync('words')],
    ['deflate', deflateSync('words')],
    ['deflate', deflateRawSync('words')],
    ['gzip, br', brotliCompressSync(gzipSync('words'))],
    ['identity', Buffer.from('words')],
  ])('a body in %s is unpacked', async (encoding, body) => {
    pages = { '/a': text(body, { 'content-encoding': encoding }) };
    expect(bodyText(await fetchOne(at('/a')))).toBe('words');
  });

  test.each([
    ['gzip', Buffer.from('this is not gzip')],
    ['br', Buffer.from('this is not brotli at all')],
    ['zstd', Buffer.from('x')],
    ['deflate', Buffer.from('this is neither')],
    ['gzip', gzipSync('words'.repeat(1000)).subarray(0, 20)],
  ])('a broken body in %s is a problem', async (encoding, body) => {
    pages = { '/a': text(body, { 'content-encoding': encoding }) };
    expect(await fetchOne(at('/a'))).toMatchObject({ kind: 'problem', code: 'fetch-failed' });
  });

  test('a body without end, announced or not, is cut off', async () => {
    pages = {
      '/announced': (_, response) => response.writeHead(200, { 'content-length': '99999999999' }).write('x'),
      '/endless': (_, response) => {
        response.writeHead(200);
        const more = (): void => {
          while (response.write(Buffer.alloc(65_536, 'x')) && !response.destroyed);
        };
        response.on('drain', more);
        response.on('error', () => {});
        more();
      },
    };
    expect(await fetchOne(at('/announced'), { largest: 1_000_000 })).toMatchObject({ code: 'too-large' });
    expect(await fetchOne(at('/endless'), { largest: 1_000_000 })).toMatchObject({ code: 'too-large' });
  });

  test('a server that is silent, or drips, runs out of time', async () => {
    pages = {
      '/robots.txt': text('', {}, 404),
      '/silent': () => {},
      '/drips': (_, response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write('x'), 20);
        response.on('close', () => clearInterval(timer));
      },
    };
    const soon = { idleTimeout: 400, totalTimeout: 300 };
    expect(await fetchOne(at('/silent'), soon)).toMatchObject({ code: 'fetch-timeout' });
    expect(await fetchOne(at('/drips'), soon)).toMatchObject({ code: 'fetch-timeout' });
  });

  test('redirects in a circle end', async () => {
    pages = { '/a': text('', { location: '/b' }, 302), '/b': text('', { location: '/a' }, 302) };
    expect(await fetchOne(at('/a'))).toMatchObject({ code: 'fetch-redirects' });
    pages = { '/a': text('', {}, 302) };
    expect(await fetchOne(at('/a'))).toMatchObject({ kind: 'problem' });
  });

  test('answers that are no HTTP, and too many headers', async () => {
    pages = {
      '/a': (request) => request.socket.end('nonsense\r\n\r\n'),
      '/b': (_, response) =>
        response.writeHead(200, Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`x-${index}`, 'y'.repeat(100)]))).end('x'),
    };
    expect(await fetchOne(at('/a'))).toMatchObject({ code: 'fetch-failed' });
    expect(await fetchOne(at('/b'))).toMatchObject({ code: 'fetch-failed' });
  });
});

describe('errors that may pass', () => {
  test('Retry-After is obeyed, in seconds and as a date', async () => {
    let times = 0;
    pages = {
      '/a': (request, response) =>
        ++times === 1
          ? text('', { 'retry-after': '17' }, 503)(request, response)
          : times === 2
            ? text('', { 'retry-after': 'Fri, 02 May 2031 10:00:47 GMT' }, 429)(request, response)
            : text('words')(request, response),
    };
    const around = world();
    expect(await fetchOne(at('/a'), {}, around)).toMatchObject({ kind: 'body' });
    expect(around.waits.filter((wait) => wait > 0)).toEqual([17_000, 30_000]);
  });

  test('a long Retry-After is told and not waited for', async () => {
    pages = { '/a': text('', { 'retry-after': '7200' }, 503) };
    const around = world();
    expect(await fetchOne(at('/a'), {}, around)).toMatchObject({ code: 'fetch-later', retryAfter: 7_200_000 });
    expect(around.waits).toEqual([]);
  });

  test('an error is asked about three times in all; what is not there, once', async () => {
    pages = { '/a': text('', {}, 500) };
    expect(await fetchOne(at('/a'))).toMatchObject({ code: 'fetch-status', status: 500 });
    expect(paths().filter((path) => path === '/a')).toHaveLength(3);
    expect(await fetchOne(at('/gone'))).toMatchObject({ code: 'fetch-status', status: 404 });
    expect(paths().filter((path) => path === '/gone')).toHaveLength(1);
  });

  test('a permanent move is told, a temporary one is not', async () => {
    pages = { '/old': text('', { location: '/a' }, 301), '/now': text('', { location: '/a' }, 302), '/a': text('words') };
    expect(await fetchOne(at('/old'))).toMatchObject({ moved: true, address: at('/a') });
    expect(await fetchOne(at('/now'))).toMatchObject({ moved: false, address: at('/a') });
  });
});
