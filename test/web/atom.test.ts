import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StatementRecord } from '../../src/record/index.js';
import { type App, createApp } from '../../src/web/index.js';
import { madeReading } from '../record/made-reading.js';
import { atomMistakes, childrenOf, type Element, linksOf, readXml } from './atom.js';
import { HOSTILE, hostileRecord } from './hostile-record.js';
import { sampleIssues } from './sample-issues.js';
import { sampleRecord } from './sample-record.js';
import { talksRecord } from './talks-record.js';

const ORIGIN = 'https://record.example.org';

const appOf = (record: StatementRecord): App =>
  createApp({ record, issues: sampleIssues(), hosts: ['record.example.org'], origin: ORIGIN });

async function feedAt(app: App, path: string): Promise<Element> {
  const response = await app.request(`${ORIGIN}${path}`);
  expect(response.status, path).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('application/atom+xml; charset=utf-8');
  const feed = readXml(await response.text());
  expect(atomMistakes(feed), path).toEqual([]);
  return feed;
}

const entriesOf = (feed: Element): readonly Element[] => childrenOf(feed, 'entry');
const textOf = (element: Element | undefined, name: string): string =>
  element === undefined ? '' : (childrenOf(element, name)[0]?.text ?? '');

describe('of the samples', () => {
  let record: StatementRecord;
  let app: App;

  beforeAll(async () => {
    record = await sampleRecord();
    app = appOf(record);
  });

  afterAll(async () => {
    await record.close();
  });

  test.each([
    '/index.atom',
    '/search.atom',
    '/search.atom?q=ceasefire',
    '/search.atom?q=%22not+one+metre+%3C%26%3E%22',
    '/speaker/person%3Alena%20varga.atom',
    '/issue/ceasefire.atom',
    '/issue/ceasefire.atom?speaker=person%3Alena+varga',
    '/issue.atom?q=ferry',
    '/shifts.atom',
    '/shifts.atom?issue=ceasefire',
  ])('%s is valid Atom and names itself', async (path) => {
    const feed = await feedAt(app, path);
    expect(linksOf(feed, 'self')[0]?.attributes.href).toBe(`${ORIGIN}${path}`);
  });

  test('every page that has a feed says where, and its address is one', async () => {
    for (const path of ['/', '/search?q=ceasefire&after=', '/speaker/person%3Alena%20varga', '/issue/ceasefire', '/shifts?from=12']) {
      const page = await (await app.request(`${ORIGIN}${path}`)).text();
      const [, href] = /<link rel="alternate" type="application\/atom\+xml"[^>]* href="([^"]+)"/.exec(page) ?? [];
      expect(entriesOf(await feedAt(app, (href ?? '').replaceAll('&amp;', '&'))).length).toBeGreaterThan(0);
    }
    expect(await (await app.request(`${ORIGIN}/coverage`)).text()).not.toContain('application/atom+xml');
    expect((await app.request(`${ORIGIN}/coverage.atom`)).status).toBe(400);
    expect((await app.request(`${ORIGIN}/speaker/person%3Anobody.atom`)).status).toBe(404);
    expect((await app.request(`${ORIGIN}/search.atom?q=date:never`)).status).toBe(400);
  });

  test('a shift carries both quotations, with their days', async () => {
    const [first] = entriesOf(await feedAt(app, '/shifts.atom?issue=ceasefire&speaker=person%3Adorin%20kessal'));
    const content = textOf(first, 'content');
    expect(content).toMatch(/^<p>Then:<\/p>.*<p>Now:<\/p>/s);
    expect(content.match(/— Dorin Kessal, /g)).toHaveLength(2);
  });

  test('page by page, every statement comes once', async () => {
    const seen: string[] = [];
    let next: string | undefined = `${ORIGIN}/search.atom?q=kessal`;
    while (next !== undefined) {
      const feed: Element = await feedAt(app, next.slice(ORIGIN.length));
      seen.push(...entriesOf(feed).map((entry) => textOf(entry, 'id')));
      next = linksOf(feed, 'next')[0]?.attributes.href;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(await record.count({ kind: 'words', where: 'statement', match: 'inflected', words: 'kessal' }));
  });
});

describe('for who follows', () => {
  test('an entry holds the exact words, who, when and how that is known, outlet and permalink', async () => {
    const record = await talksRecord();
    const feed = await feedAt(appOf(record), '/search.atom?q=bridge');
    const entry = entriesOf(feed).find((one) => textOf(one, 'content').includes('ceasefire once'));
    const { statements } = await record.statements({
      filter: { kind: 'words', where: 'words', match: 'exact', words: 'sign a ceasefire' },
    });
    const content = textOf(entry, 'content').replaceAll('&quot;', '"');
    expect(content).toContain(`<p>${statements[0]?.statement.words}</p>`);
    expect(content).toContain('— Lena Varga, 13 March 2031 (the article says when)');
    expect(content).toContain('Meridian Post, printed 14 March 2031');
    expect(entry === undefined ? [] : linksOf(entry, 'alternate').map(({ attributes }) => attributes.href)).toEqual([
      `${ORIGIN}/s/${statements[0]?.id}`,
    ]);
    await record.close();
  });

  test('what is filed later stands first whenever it was said; ids stay, and a correction is an update', async () => {
    const record = await talksRecord();
    const app = appOf(record);
    const before = entriesOf(await feedAt(app, '/search.atom')).map((entry) => textOf(entry, 'id'));
    const late = madeReading({ id: 'late', outlet: 'Osterin Courier', published: '2029-01-01', text: 'No, said Ada Holm.' }, [
      { words: 'No', speaker: 'Ada Holm', from: '2028-12-31' },
    ]);
    await record.file([{ reading: late, filed: '2031-08-01' }]);
    const [first, ...others] = entriesOf(await feedAt(app, '/search.atom'));
    expect(textOf(first, 'title')).toContain('Ada Holm');
    expect(textOf(first, 'updated')).toBe('2031-08-01T00:00:00Z');
    expect(others.map((entry) => textOf(entry, 'id'))).toEqual(before);
    await record.correct([
      { id: 'c1', day: '2031-08-09', note: null, change: { kind: 'act', statement: late.statements[0]?.id ?? '', act: 'rejects' } },
    ]);
    const [corrected] = entriesOf(await feedAt(app, '/search.atom'));
    expect([textOf(corrected, 'id'), textOf(corrected, 'updated')]).toEqual([textOf(first, 'id'), '2031-08-09T00:00:00Z']);
    await record.close();
  });

  test('what has not changed is not sent again', async () => {
    const record = await talksRecord();
    const app = appOf(record);
    const tag = (await app.request(`${ORIGIN}/index.atom`)).headers.get('ETag') ?? '';
    const again = await app.request(`${ORIGIN}/index.atom`, { headers: { 'If-None-Match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await record.close();
  });
});

test('hostile text in every field ends no element and runs nothing', async () => {
  const record = await hostileRecord();
  await record.correct([
    { id: 'c', day: '2031-01-01', note: null, change: { kind: 'rename', speaker: HOSTILE[0] ?? '', name: '</name><script>' } },
  ]);
  const app = appOf(record);
  for (const path of ['/search.atom', `/search.atom?q=${encodeURIComponent('"]]> say"')}`, '/index.atom', '/issue.atom?q=say'])
    for (const entry of entriesOf(await feedAt(app, path))) {
      const tags = new Set<string>();
      const parser = new Parser({ onopentag: (name, attributes) => tags.add(`${name}${Object.keys(attributes).join()}`) });
      parser.end(textOf(entry, 'content'));
      expect([...tags]).toEqual(['p']);
      for (const { attributes } of childrenOf(entry, 'link')) expect(attributes.href).toMatch(/^https?:/);
    }
  await record.close();
});
