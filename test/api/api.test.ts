import { request } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { type ApiOptions, createRateLimiter, createTokenAccess } from '../../src/api/index.js';
import { openRecord, type StatementRecord } from '../../src/record/index.js';
import type { RunningServer } from '../../src/web/index.js';
import { madeReading } from '../record/made-reading.js';
import { talksRecord } from '../web/talks-record.js';
import { serveApi } from './server.js';

const open: { readonly record: StatementRecord; readonly server: RunningServer }[] = [];

afterEach(async () => {
  for (const { record, server } of open.splice(0)) {
    await server.stop();
    await record.close();
  }
});

interface Client {
  readonly record: StatementRecord;
  readonly address: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

async function served(options: Partial<ApiOptions> = {}, given?: StatementRecord): Promise<Client> {
  const record = given ?? (await talksRecord());
  const server = await serveApi(record, options);
  open.push({ record, server });
  const at = (path: string): URL => new URL(`/api/v1${path}`, server.address);
  return {
    record,
    address: server.address,
    get: (path, headers = {}) => fetch(at(path), { headers }),
    post: (path, body, headers = {}) =>
      fetch(at(path), { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) }),
  };
}

const TOKEN = 'a-token-of-the-tests';
const WRITER = { Authorization: `Bearer ${TOKEN}` };
const access = createTokenAccess({ write: TOKEN });

const ARTICLE = {
  text: 'Lena Varga said on Tuesday: “We will sign once the bridge opens.”\n\n“That is not our plan,” said Tomas Berg.',
  url: 'https://meridianpost.example/2031/03/20/pen',
  outlet: 'The Meridian Post',
  published: '2031-03-20',
};

describe('answers', () => {
  test('hold the exact words of the article at their offsets', async () => {
    const { get } = await served();
    const { statements } = (await (await get('/statements?q=bridge')).json()) as { readonly statements: readonly Shown[] };
    const [first] = statements;
    const { text } = (await (await get(`/articles/${first?.article.sha256}`)).json()) as { readonly text: string };
    expect(first?.citation.spans.map(({ start, end }) => text.slice(start, end))).toEqual(first?.citation.exact);
    expect(await (await fetch(first?.self ?? '')).json()).toEqual(first);
    expect((await fetch(first?.permalink ?? '')).status).toBe(200);
  });

  test('say where a query went wrong', async () => {
    const problem = await (await (await served()).get('/statements?q=bridge+date:2031-13')).json();
    expect(problem).toMatchObject({ status: 400, type: expect.stringContaining('#query-wrong'), errors: [{ in: 'query', name: 'q' }] });
  });
});

interface Shown {
  readonly id: string;
  readonly self: string;
  readonly permalink: string;
  readonly citation: { readonly spans: readonly { readonly start: number; readonly end: number }[]; readonly exact: readonly string[] };
  readonly article: { readonly sha256: string };
}

describe('tags', () => {
  test('an answer that has not changed is not sent again; another state, question or run has another tag', async () => {
    const { get, record } = await served();
    const first = await get('/statements?q=bridge');
    const tag = first.headers.get('ETag') ?? '';
    expect(tag).toMatch(/^"[\w-]{20,}"$/);
    const again = await get('/statements?q=bridge', { 'If-None-Match': `W/${tag}, "other"` });
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag]);
    expect((await get('/statements?q=pen', { 'If-None-Match': tag })).status).toBe(200);
    await record.file([{ reading: madeReading({ id: 'more', text: 'The bridge stays shut.' }, []) }]);
    expect((await get('/statements?q=bridge', { 'If-None-Match': tag })).status).toBe(200);
    const other = await served({ run: 'two' });
    expect((await other.get('/statements?q=bridge', { 'If-None-Match': tag })).status).toBe(200);
  });
});

describe('cursors', () => {
  /** A family name of its own for each number. */
  const nameOf = (number: number): string => `Ada H${[...String(number)].map((digit) => `o${'bdfgklmnpt'[Number(digit)]}`).join('')}`;

  const numbered = (count: number, from = 0) =>
    Array.from({ length: count }, (_, index) => {
      const number = from + index;
      const words = `bridge ${number}`;
      return {
        reading: madeReading({ id: `article-${number}`, published: '2031-03-14', text: `${nameOf(number)} said: ${words}.` }, [
          { words, speaker: nameOf(number), from: `2031-03-${String(1 + (number % 14)).padStart(2, '0')}` },
        ]),
      };
    });

  test.each([
    ['/statements?q=bridge', 'statements', 'id'],
    ['/timeline?on=bridge', 'entries', 'statement'],
    ['/articles?from=2031-03-01', 'articles', 'sha256'],
    ['/speakers?name=Ada', 'speakers', 'key'],
  ])('%s: what is filed meanwhile neither repeats nor hides anything', async (path, list, name) => {
    const record = await openRecord(':memory:', 'write');
    await record.file(numbered(23));
    const { get } = await served({}, record);
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 20; page++) {
      const answer = (await (await get(`${path}&limit=5${after}`)).json()) as Record<string, readonly Record<string, unknown>[]> & {
        readonly next: string | null;
      };
      seen.push(...(answer[list] ?? []).map((one) => JSON.stringify((one[name] as Shown).id ?? one[name])));
      if (answer.next === null) break;
      after = `&after=${answer.next}`;
      if (page < 3) await record.file(numbered(2, 100 + 2 * page));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(23);
  });
});

describe('filing', () => {
  test('an article is read and filed; again nothing changes; another text is a version', async () => {
    const { post, get } = await served({ access });
    const first = (await (await post('/articles', ARTICLE, WRITER)).json()) as { readonly articles: readonly Filed[] };
    expect(first.articles).toMatchObject([{ outcome: 'filed', address: ARTICLE.url, version: 1, statements: 2 }]);
    const query = encodeURIComponent(`article:${ARTICLE.url} speaker:Varga`);
    expect(await (await get(`/statements?q=${query}`)).json()).toMatchObject({ statements: [{ said: { from: '2031-03-18' } }] });
    expect(await (await post('/articles', [ARTICLE, ARTICLE], WRITER)).json()).toMatchObject({
      articles: [{ outcome: 'known' }, { outcome: 'known' }],
    });
    const changed = { ...ARTICLE, text: `${ARTICLE.text}\n\nThe bridge is old.` };
    const second = (await (await post('/articles', changed, WRITER)).json()) as { readonly articles: readonly Filed[] };
    expect(second.articles).toMatchObject([{ outcome: 'version', version: 2 }]);
    const article = (await (await get(new URL(second.articles[0]?.self ?? '').pathname.replace('/api/v1', ''))).json()) as object;
    expect(article).toMatchObject({
      text: changed.text,
      versions: [
        { version: 1, current: false },
        { version: 2, current: true },
      ],
    });
  });

  test('one bad article of several: none is filed, and its place is named', async () => {
    const { post, record } = await served({ access });
    const before = await record.revision();
    const response = await post('/articles', [ARTICLE, { ...ARTICLE, published: 'Tuesday' }], WRITER);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ in: 'body', name: '/1/published' }] });
    expect(await record.revision()).toBe(before);
  });

  test('nobody files without a token; a server without one takes nothing', async () => {
    const { post } = await served({ access });
    expect((await post('/articles', ARTICLE)).status).toBe(401);
    expect((await post('/articles', ARTICLE, { Authorization: 'Bearer wrong-token-of-the-tests' })).status).toBe(401);
    const closed = await served();
    expect((await closed.post('/articles', ARTICLE, WRITER)).status).toBe(403);
  });
});

interface Filed {
  readonly self: string;
}

describe('who may ask', () => {
  test('reading can be set to need a token, which does not open filing', async () => {
    const { get, post } = await served({ access: createTokenAccess({ write: TOKEN, read: 'only-for-reading-here' }) });
    const refused = await get('/speakers');
    expect([refused.status, refused.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer realm="onrecord"']);
    expect((await get('/openapi.json')).status).toBe(200);
    const reader = { Authorization: 'Bearer only-for-reading-here' };
    expect((await get('/speakers', reader)).status).toBe(200);
    expect((await get('/speakers', WRITER)).status).toBe(200);
    expect((await post('/articles', ARTICLE, reader)).status).toBe(401);
  });

  test('each client has its share, and is told when to come back', async () => {
    let now = 0;
    const { get } = await served({ limiter: createRateLimiter({ rate: 1, burst: 3 }, () => now), limitLoopback: true });
    for (const left of [2, 1, 0]) expect((await get('/outlets')).headers.get('RateLimit')).toContain(`r=${left};`);
    const refused = await get('/outlets');
    expect(refused.status).toBe(429);
    expect([refused.headers.get('Retry-After'), refused.headers.get('RateLimit-Policy')]).toEqual(['1', '"client";q=3;w=3']);
    expect(await refused.json()).toMatchObject({ status: 429, detail: expect.stringContaining('Wait 1 second') });
    now = 1_000;
    expect((await get('/outlets')).status).toBe(200);
  });

  test('this machine is not limited unless somebody says so', async () => {
    const { get } = await served({ limiter: createRateLimiter({ rate: 1, burst: 1 }, () => 0) });
    for (const _ of [1, 2, 3]) expect((await get('/outlets')).status).toBe(200);
  });

  test('pages of other origins read nothing, except those that are let in', async () => {
    const closed = await served();
    const foreign = { Origin: 'https://desk.example' };
    expect((await closed.get('/outlets', foreign)).headers.get('Access-Control-Allow-Origin')).toBeNull();
    const { address, get } = await served({ origins: ['https://desk.example'] });
    expect((await get('/outlets', foreign)).headers.get('Access-Control-Allow-Origin')).toBe('https://desk.example');
    expect((await get('/outlets', { Origin: 'https://other.example' })).headers.get('Access-Control-Allow-Origin')).toBeNull();
    const preflight = await fetch(new URL('/api/v1/articles', address), {
      method: 'OPTIONS',
      headers: { ...foreign, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'authorization' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('POST');
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('Authorization');
  });

  test('a name of somebody else’s is not answered to', async () => {
    const { address } = await served();
    const { port } = new URL(address);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ port, path: '/api/v1/outlets', headers: { Host: 'evil.example' } }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(421);
  });
});

test('what is not there is said as a problem, below the API and above it', async () => {
  const { get, address } = await served();
  for (const path of ['/nothing', '/speakers/', '/statements/%', '/../v2/x', '/articles/x/y'])
    expect((await get(path)).status, path).toBe(404);
  expect(await (await fetch(new URL('/api/v2/outlets', address))).json()).toMatchObject({
    status: 404,
    type: '/api/v1/problems#not-found',
  });
  expect(await (await get(`/statements?q=${'a'.repeat(9_000)}`)).json()).toMatchObject({ status: 414 });
});
