import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPeople, type People } from '../../src/people/index.js';
import type { Change, StatementRecord } from '../../src/record/index.js';
import { type App, createApp, createGuard } from '../../src/web/index.js';
import { scratch } from '../support/command.js';
import { talksRecord } from './talks-record.js';

const CHEAP = { N: 2, r: 1, p: 1 };
const PASSWORD = 'harbour bread winter';
const NOW = Date.UTC(2031, 2, 14);

let record: StatementRecord;
let people: People;
let app: App;
const made: Change[] = [];

beforeAll(async () => {
  record = await talksRecord();
  people = await openPeople(join(scratch(), 'guard.people.sqlite'), CHEAP);
  await people.add('Ana', 'edit', PASSWORD);
  await people.add('Bela', 'read', PASSWORD);
  app = guardedApp(false);
});

afterAll(async () => {
  await record.close();
  await people.close();
});

const guardedApp = (secure: boolean): App =>
  createApp({
    record,
    hosts: ['localhost', 'record.example'],
    guard: createGuard({ people, now: () => NOW, secure }),
    editing: {
      add: async (change) => {
        made.push(change);
        return 'entry-1';
      },
    },
  });

const OURS = { 'Sec-Fetch-Site': 'same-origin' };

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = OURS, to = app): Promise<Response> =>
  to.request(path, { method: 'POST', body: new URLSearchParams(fields), headers });

async function cookieOf(name: string, headers: Record<string, string> = OURS): Promise<string> {
  const response = await post('/sign-in', { name, password: PASSWORD }, headers);
  expect(response.status).toBe(303);
  return response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
}

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  app.request(path, { headers: { Accept: 'text/html', ...headers } });

const CORRECTION = { kind: 'rename', speaker: 'person:tomas berg', name: 'Thomas Berg' };

describe('somebody who has not signed in', () => {
  test('is led to the form from every page, and back after it', async () => {
    const response = await get('/search?q=bridge');
    expect([response.status, response.headers.get('Location')]).toEqual([303, '/sign-in?onward=%2Fsearch%3Fq%3Dbridge']);
    const form = await (await get('/sign-in?onward=%2Fsearch%3Fq%3Dbridge')).text();
    expect(form).toContain('name="onward" value="/search?q=bridge"');
    const signed = await post('/sign-in', { name: 'Ana', password: PASSWORD, onward: '/search?q=bridge' });
    expect(signed.headers.get('Location')).toBe('/search?q=bridge');
  });

  test.each(['/', '/search.json', '/search.csv', '/s/none', '/article/none', '/corrections', '/nowhere', '/about.json'])(
    'sees nothing of %s',
    async (path) => {
      for (const accept of ['text/html', 'application/json', '*/*']) {
        const response = await get(path, { Accept: accept });
        expect([303, 401]).toContain(response.status);
        expect(await response.text()).not.toMatch(/Varga|Berg|Meridian/);
      }
    },
  );

  test('gets the files that the form needs, and changes nothing', async () => {
    const page = await (await get('/sign-in')).text();
    const style = /href="(\/static\/style[^"]+)"/.exec(page)?.[1] ?? '';
    expect((await get(style)).status).toBe(200);
    expect((await post('/corrections', CORRECTION)).status).toBe(401);
    expect(made).toEqual([]);
  });
});

describe('signing in', () => {
  test('a wrong name and a wrong password get the same page', async () => {
    const [name, password] = [
      await post('/sign-in', { name: 'Nobody', password: PASSWORD }),
      await post('/sign-in', { name: 'Bela', password: 'wrong wrong' }),
    ];
    expect([name.status, password.status]).toEqual([401, 401]);
    expect(await name.text()).toBe(await password.text());
    expect(name.headers.get('Set-Cookie')).toBeNull();
  });

  test('the cookie cannot be read by scripts, is not sent from other sites, and over https only there', async () => {
    const plain = (await post('/sign-in', { name: 'Bela', password: PASSWORD })).headers.get('Set-Cookie') ?? '';
    expect(plain).toMatch(/^onrecord=ors_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/);
    const secure = (await post('/sign-in', { name: 'Bela', password: PASSWORD }, OURS, guardedApp(true))).headers.get('Set-Cookie') ?? '';
    expect(secure).toMatch(/^__Host-onrecord=.*; Secure$/);
  });

  test('a session that somebody else put into the browser opens nothing after signing in', async () => {
    const planted = await cookieOf('Bela');
    const own = await cookieOf('Ana', { ...OURS, Cookie: planted });
    expect(own).not.toBe(planted);
    expect((await get('/', { Cookie: planted })).status).toBe(303);
    expect(await (await get('/', { Cookie: own })).text()).toContain('<span>Ana</span>');
  });

  test.each(['https://evil.example/', '//evil.example/', '/\\evil.example/', 'javascript:alert(1)', '/\t/evil.example', ''])(
    'does not lead on to %j',
    async (onward) => {
      const response = await post('/sign-in', { name: 'Bela', password: PASSWORD, onward });
      const target = new URL(response.headers.get('Location') ?? '', 'http://localhost/');
      expect(target.origin).toBe('http://localhost');
      expect(target.pathname.startsWith('//')).toBe(false);
    },
  );

  test('too many attempts have to wait, and are told how long', async () => {
    await people.add('Cleo', 'read', PASSWORD);
    for (let attempt = 0; attempt < 5; attempt++) await app.fetch(signInRequest('Cleo', 'wrong wrong'), `192.0.2.${attempt}`);
    const response = await app.fetch(signInRequest('Cleo', PASSWORD), '192.0.2.77');
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '5']);
  });

  test('signing out ends the session on the server, not only in the browser', async () => {
    const cookie = await cookieOf('Bela');
    const response = await post('/sign-out', {}, { ...OURS, Cookie: cookie });
    expect(response.headers.get('Set-Cookie')).toContain('Max-Age=0');
    expect((await get('/', { Cookie: cookie })).status).toBe(303);
  });
});

const signInRequest = (name: string, password: string): Request =>
  new Request('http://localhost/sign-in', { method: 'POST', body: new URLSearchParams({ name, password }), headers: OURS });

describe('somebody who has signed in', () => {
  test('reads as their role lets them: no forms for who may only read', async () => {
    const [reader, editor] = [await cookieOf('Bela'), await cookieOf('Ana')];
    const [statement] = (await record.statements({ filter: { kind: 'everything' }, limit: 1 })).statements;
    const path = `/s/${statement?.id}`;
    expect(await (await get(path, { Cookie: reader })).text()).not.toContain('action="/corrections"');
    expect(await (await get(path, { Cookie: editor })).text()).toContain('action="/corrections"');
    expect((await post('/corrections', CORRECTION, { ...OURS, Cookie: reader })).status).toBe(403);
    expect(made).toEqual([]);
  });

  test('a correction is made by whoever may, and the log says by whom', async () => {
    const cookie = await cookieOf('Ana');
    expect((await post('/corrections', CORRECTION, { ...OURS, Cookie: cookie })).status).toBe(303);
    expect(made).toHaveLength(1);
    expect((await people.entries(1, null))[0]).toMatchObject({ who: 'Ana', action: 'correct', detail: '/corrections#entry-1', at: NOW });
  });

  test.each([
    ['another site says so', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a neighbour says so', { 'Sec-Fetch-Site': 'same-site' }],
    ['its origin is another', { Origin: 'https://evil.example' }],
    ['it does not say where it comes from', {}],
  ])('a form that is not ours changes nothing: %s', async (_, headers) => {
    const before = made.length;
    const response = await post('/corrections', CORRECTION, { ...(headers as Record<string, string>), Cookie: await cookieOf('Ana') });
    expect(response.status).toBe(403);
    expect(made).toHaveLength(before);
  });

  test('pages of one person are kept for nobody else', async () => {
    const response = await get('/', { Cookie: await cookieOf('Bela') });
    expect(response.headers.get('Cache-Control')).toBe('private, no-cache');
    expect(response.headers.get('Vary')).toContain('Cookie');
  });

  test('a header cannot be smuggled in by a name', async () => {
    const response = await post('/sign-in', { name: 'Bela\r\nSet-Cookie: x=y', password: PASSWORD });
    expect([response.status, response.headers.get('Set-Cookie')]).toEqual([401, null]);
  });
});

test('a token reads pages as JSON, and opens nothing when it is wrong', async () => {
  const { secret } = await people.makeToken({ name: 'Bela', label: '', rights: ['read'], perMinute: null, until: null }, NOW);
  expect((await get('/search.json', { Authorization: `Bearer ${secret}` })).status).toBe(200);
  const wrong = await get('/search.json', { Authorization: `Bearer ${secret}x` });
  expect([wrong.status, wrong.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer realm="onrecord"']);
  expect((await post('/corrections', CORRECTION, { Authorization: `Bearer ${secret}` })).status).toBe(403);
});

describe('collections', () => {
  const first = async (): Promise<string> =>
    (await record.statements({ filter: { kind: 'everything' }, limit: 1 })).statements[0]?.id ?? '';

  test('are made, filled from a statement’s page, shared and thrown away, by their owner alone', async () => {
    const [ana, bela] = [
      { ...OURS, Cookie: await cookieOf('Ana') },
      { ...OURS, Cookie: await cookieOf('Bela') },
    ];
    const address = (await post('/collections', { do: 'make', title: 'The bridge <b>' }, ana)).headers.get('Location') ?? '';
    const id = address.split('/').at(-1) ?? '';
    const statement = await first();
    expect(await (await get(`/s/${statement}`, ana)).text()).toContain(`<option value="${id}">The bridge &lt;b&gt;</option>`);
    expect((await post('/collections', { do: 'put', id, statement, note: 'the pen' }, ana)).status).toBe(303);
    const page = await (await get(address, ana)).text();
    expect(page).toContain(`id="${statement}"`);
    expect(page).toContain('the pen');
    expect((await get(address, bela)).status).toBe(404);
    expect((await post('/collections', { do: 'take', id, statement }, bela)).status).toBe(400);
    await post('/collections', { do: 'share', id }, ana);
    const shared = await (await get(address, bela)).text();
    expect(shared).toContain('By <bdi>Ana</bdi>');
    expect(shared).not.toContain('Take out');
    await post('/collections', { do: 'remove', id }, ana);
    expect((await get(address, ana)).status).toBe(404);
  });

  test('are not there where nobody signs in', async () => {
    const open = createApp({ record });
    expect((await open.request('/collections')).status).toBe(404);
    expect((await open.request('/collections', { method: 'POST', body: 'do=make&title=x', headers: OURS })).status).toBe(404);
    expect(await (await open.request(`/s/${await first()}`)).text()).not.toContain('collection');
  });
});
