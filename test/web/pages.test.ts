import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Change, makeCorrection, type StatementRecord } from '../../src/record/index.js';
import { type App, createApp } from '../../src/web/index.js';
import { quotationsOf } from '../../src/web/pages/check.js';
import { sampleIssues } from './sample-issues.js';
import { talksRecord } from './talks-record.js';

let record: StatementRecord;
let app: App;

beforeAll(async () => {
  record = await talksRecord();
  app = createApp({ record, issues: sampleIssues(), measures: { attributions: { 'found direct': 90.1 } } });
});

afterAll(async () => {
  await record.close();
});

const statementId = async (): Promise<string> => {
  const page = await record.statements({ filter: { kind: 'words', where: 'words', match: 'exact', words: 'once the bridge opens' } });
  return page.statements[0]?.id ?? '';
};

const addresses = async (): Promise<readonly string[]> => {
  const [statement] = (await record.statements({ filter: { kind: 'everything' } })).statements;
  return [
    '/',
    '/speakers',
    `/speaker/${encodeURIComponent('person:lena varga')}`,
    `/article/${statement?.article.sha256}`,
    `/s/${await statementId()}`,
    '/coverage',
    '/corrections',
    '/about',
  ];
};

describe('every page', () => {
  test('is a small page of our own, with the same data as JSON', async () => {
    for (const address of await addresses()) {
      const response = await app.request(address);
      const text = await response.text();
      expect([address, response.status]).toEqual([address, 200]);
      expect(text.startsWith('<!doctype html>')).toBe(true);
      expect(text.length).toBeLessThan(100_000);
      expect(text).not.toMatch(/\sstyle="|\son\w+="|<script(?! type="module" src="\/static\/)/);
      const data = await app.request(address === '/' ? '/index.json' : `${address}.json`);
      expect(data.headers.get('Content-Type')).toContain('application/json');
      expect(typeof (await data.json())).toBe('object');
    }
  });

  test('carries headers that let nothing run but our own files', async () => {
    const { headers } = await app.request('/');
    expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    expect(headers.get('Content-Security-Policy')).not.toContain('unsafe');
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Set-Cookie')).toBeNull();
  });

  test('links only to files that are there', async () => {
    const text = await (await app.request('/')).text();
    const files = [...text.matchAll(/"(\/static\/[^"]+)"/g)].map((match) => match[1] ?? '');
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) expect((await app.request(file)).status).toBe(200);
  });
});

describe('forms of one address', () => {
  test('.csv has a row a statement', async () => {
    const response = await app.request(`/s/${await statementId()}.csv`);
    const lines = (await response.text()).trim().split('\r\n');
    expect(response.headers.get('Content-Type')).toContain('text/csv');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('once the bridge opens');
  });

  test('what the client would rather have is given', async () => {
    const response = await app.request('/speakers', { headers: { Accept: 'application/json' } });
    expect(((await response.json()) as { speakers: readonly { name: string }[] }).speakers.map(({ name }) => name)).toContain('Lena Varga');
  });

  test('a page without a table says so', async () => {
    expect((await app.request('/about.csv')).status).toBe(400);
  });
});

describe('a statement', () => {
  test('stands in its marks, with speaker, day, condition and citation', async () => {
    const text = await (await app.request(`/s/${await statementId()}`)).text();
    expect(text).toContain('&quot;We will sign a ceasefire once the bridge opens.&quot;');
    expect(text).toContain('Lena Varga');
    expect(text).toContain('13 March 2031');
    expect(text).toContain('once the bridge opens</bdi></strong>');
    expect(text).toContain('@article{onrecord-');
    expect(text).toContain('#:~:text=');
  });

  test('is found by the beginning of its id, and by no other', async () => {
    const id = await statementId();
    expect((await app.request(`/s/${id.slice(0, 8)}`)).status).toBe(200);
    expect((await app.request('/s/ffffffffffffffff')).status).toBe(404);
  });

  test('reported speech has no marks of ours and says that it is reported', async () => {
    const text = await (await app.request(`/speaker/${encodeURIComponent('anonymous:aides')}`)).text();
    expect(text).toContain('<span class="manner">reported:</span> He is never ready for negotiations');
  });
});

describe('search', () => {
  test('marks the words that were looked for and narrows by what the hits have', async () => {
    const text = await (await app.request('/search?q=bridge')).text();
    expect(text).toContain('<mark>bridge</mark>');
    expect(text).toContain('href="/search?q=bridge+speaker%3A%22Lena+Varga%22"');
  });

  test('a chosen facet is taken away by its own link', async () => {
    const text = await (await app.request(`/search?q=${encodeURIComponent('bridge stance:only-if')}`)).text();
    expect(text).toContain('<a href="/search?q=bridge" aria-current="true">');
  });

  test('shows where a query cannot be read, and finds nothing politely', async () => {
    expect(await (await app.request('/search?q=bridge+colour:red')).text()).toContain('bridge <mark>colour:</mark>red');
    expect(await (await app.request('/search?q=goose')).text()).toContain('Nothing in this record answers');
  });
});

describe('positions', () => {
  const page = async (address: string): Promise<string> => (await app.request(address)).text();

  test('an issue has a lane a speaker, the last words, and the shift with both its words', async () => {
    const text = await page('/issue/ceasefire');
    expect(text.match(/class="drawing"/g)).toHaveLength(2);
    expect(text).toContain('1 shift');
    expect(text).toContain('only if, then for; the condition went');
    expect(text).toContain('I will sign the ceasefire today');
  });

  test('a shift has an address of its own', async () => {
    const { shifts } = (await (await app.request('/shifts.json')).json()) as {
      shifts: readonly { shift: { then: { shown: { statement: { id: string } } }; now: { shown: { statement: { id: string } } } } }[];
    };
    const [one] = shifts;
    const address = `/shift/ceasefire/${one?.shift.then.shown.statement.id}/${one?.shift.now.shown.statement.id}`;
    expect(await page('/shifts')).toContain(`href="${address}"`);
    expect(await page(address)).toContain('once the bridge opens');
    expect((await app.request('/shift/ceasefire/none/none')).status).toBe(404);
  });

  test('speakers stand side by side, and any words are an issue', async () => {
    const speakers = ['person:lena varga', 'person:tomas berg'].map((key) => `speaker=${encodeURIComponent(key)}`).join('&');
    const text = await page(`/compare?${speakers}&issue=ceasefire`);
    expect(text.match(/<th scope="col">/g)).toHaveLength(2);
    expect(text).toContain('31 March 2031');
    expect(await page('/issue?q=truce')).toContain('Tomas Berg');
    expect(await page('/issue?q=ferry')).toContain('Nobody takes a side');
  });

  test('a cell of the matrix opens to its evidence', async () => {
    const [, address = ''] = /href="(\/issue\/ceasefire\?speaker=[^"]+)"/.exec(await page('/matrix')) ?? [];
    expect(await page(address)).toContain('Day by day');
  });
});

describe('check', () => {
  const draft = 'She wrote: “We will sign a ceasefire once the tunnel opens.” And “a goose with a plan” was there.';

  test('each quotation of a draft has its verdict and its sources', async () => {
    const response = await app.request('/check', { method: 'POST', body: new URLSearchParams({ q: draft }) });
    const text = await response.text();
    expect(text).toContain('Altered: one word differs');
    expect(text).toContain('<del>tunnel</del> <ins>bridge</ins>');
    expect(text).toContain('Not found in what was looked at');
  });

  test('words without quotation marks are one quotation', () => {
    expect(quotationsOf('We will sign')).toEqual(['We will sign']);
    expect(quotationsOf('He said “no” and "we will sign it".')).toEqual(['we will sign it']);
    expect(quotationsOf(' ')).toEqual([]);
  });

  test('a form that is too long is refused', async () => {
    const response = await app.request('/check', {
      method: 'POST',
      body: `q=${'x'.repeat(300_000)}`,
      headers: { 'Content-Length': '300002' },
    });
    expect(response.status).toBe(413);
  });
});

test('the page about the record says how right the engine is', async () => {
  expect(await (await app.request('/about')).text()).toMatch(/found direct<\/th><td class="number">90\.1/);
});

describe('corrections', () => {
  const withEditing = async (): Promise<{ readonly app: App; readonly record: StatementRecord }> => {
    const editable = await talksRecord();
    const add = async (change: Change): Promise<string> => {
      const before = await editable.corrections();
      const entry = makeCorrection(change, before, '2031-06-01', null);
      await editable.correct([...before, entry]);
      return entry.id;
    };
    return { app: createApp({ record: editable, issues: sampleIssues(), editing: { add } }), record: editable };
  };
  const send = (to: App, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    to.request('/corrections', { method: 'POST', body: new URLSearchParams(fields), headers });

  test('a correction is made, listed, and taken back', async () => {
    const { app: editable, record: corrected } = await withEditing();
    const id = await statementId();
    expect(await (await editable.request(`/s/${id}`)).text()).toContain('Correct this statement');
    const made = await send(editable, { kind: 'said', statement: id, from: '2031-03-10', to: '2031-03-10', note: 'the tape says so' });
    expect(made.status).toBe(303);
    expect(await (await editable.request(`/s/${id}`)).text()).toContain('10 March 2031');
    const list = await (await editable.request('/corrections')).text();
    const [, entry = ''] = /name="entry" value="([^"]+)"/.exec(list) ?? [];
    expect((await send(editable, { kind: 'undo', entry })).status).toBe(303);
    expect(await (await editable.request(`/s/${id}`)).text()).toContain('13 March 2031');
    await corrected.close();
  });

  test('what is no correction, or comes from elsewhere, changes nothing', async () => {
    const { app: editable, record: corrected } = await withEditing();
    expect((await send(editable, { kind: 'said', statement: 'x', from: 'yesterday', to: '' })).status).toBe(400);
    expect((await send(editable, { kind: 'paint' })).status).toBe(400);
    expect((await send(editable, { kind: 'withdraw', statement: 'x' }, { Origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await send(editable, { kind: 'withdraw', statement: 'x' }, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect(await corrected.corrections()).toEqual([]);
    await corrected.close();
  });

  test('pages that are only read have no forms and take none', async () => {
    expect(await (await app.request(`/s/${await statementId()}`)).text()).not.toContain('Correct this statement');
    expect((await send(app, { kind: 'withdraw', statement: await statementId() })).status).toBe(403);
  });
});

describe('what cannot be answered', () => {
  test.each([
    ['/nowhere', 404],
    ['/article/none', 404],
    [`/speaker/${encodeURIComponent('person:nobody')}`, 404],
    ['/speaker/%E0%A4%A', 404],
    ['/static/none.css', 404],
    [`/speaker/${encodeURIComponent('person:lena varga')}?after=wrong`, 400],
    [`/speakers?name=${'x'.repeat(9_000)}`, 414],
  ])('%s is %d', async (address, status) => {
    const response = await app.request(address);
    expect(response.status).toBe(status);
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  });

  test('a failure of ours is told to the program and not to the reader', async () => {
    const failures: unknown[] = [];
    const broken = { ...record, count: () => Promise.reject(new Error('secret place')) } as StatementRecord;
    const failing = createApp({ record: broken, onFailure: (failure) => failures.push(failure) });
    const response = await failing.request('/about');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret place');
    expect(failures).toHaveLength(1);
  });

  test('another name than ours is refused', async () => {
    expect((await app.request(new Request('http://rebound.example/'))).status).toBe(421);
  });

  test('as JSON it is a problem with a title', async () => {
    const response = await app.request('/nowhere.json');
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
    expect(((await response.json()) as { status: number }).status).toBe(404);
  });
});
