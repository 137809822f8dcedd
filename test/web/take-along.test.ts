import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Office } from '../../src/engine/index.js';
import { openRecord, type StatementRecord } from '../../src/record/index.js';
import { type App, createApp } from '../../src/web/index.js';
import { heldText } from '../../src/web/offices.js';
import { exportRecord, NOW } from '../answers/export-record.js';
import { madeReading } from '../record/made-reading.js';
import { sampleIssues } from './sample-issues.js';
import { talksRecord } from './talks-record.js';

const OFFICES: readonly Office[] = [
  { title: 'Deputy minister', of: 'Korrend', from: '2027', to: '2029-03', checked: null },
  { title: 'Foreign minister', of: 'Korrend', from: '2029-03-02', to: null, checked: '2031-01-01' },
];

let record: StatementRecord;
let talks: StatementRecord;
let app: App;
let pages: App;

beforeAll(async () => {
  [record, talks] = [await exportRecord(), await talksRecord()];
  app = createApp({ record, now: () => NOW });
  pages = createApp({ record: talks, issues: sampleIssues(), offices: (key) => (key === 'person:lena varga' ? OFFICES : []) });
});
afterAll(async () => {
  await record.close();
  await talks.close();
});

const text = async (site: App, path: string): Promise<string> => (await site.request(path)).text();

describe('statements as files', () => {
  test('a search and a statement offer them, and every link leads to a file', async () => {
    const [first] = (await record.statements({ filter: { kind: 'everything' } })).statements;
    for (const path of ['/search?q=speaker%3AVarga', `/s/${first?.id}`]) {
      const links = [...(await text(app, path)).matchAll(/href="(\/export\?[^"]+)"/g)].map(([, link = '']) =>
        link.replaceAll('&amp;', '&'),
      );
      expect(links.length).toBeGreaterThan(8);
      for (const link of links) {
        const response = await app.request(link);
        expect([link, response.status]).toEqual([link, 200]);
        expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="onrecord\.\w+"$/);
        expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(100);
      }
    }
  });

  test('they link back to these pages, and keep to the embargo', async () => {
    const markdown = await text(app, '/export?format=markdown&q=');
    expect(markdown).toMatch(/\(\[on record\]\(http:\/\/localhost\/s\/[0-9a-f]{16}\)\)/);
    expect(markdown).not.toContain('The port is sold');
    expect(markdown).toContain('left out: under embargo');
  });

  test.each([
    ['/export?format=sqlite&q=', 400],
    ['/export?format=xml&q=', 400],
    ['/export?format=csv&q=speaker%3A', 400],
  ])('%s is %d', async (path, status) => expect((await app.request(path)).status).toBe(status));

  test('without a clock there are none', async () => {
    expect((await pages.request('/export?format=csv&q=')).status).toBe(404);
    expect(await text(pages, '/search?q=')).not.toContain('/export?');
  });
});

test('imports, terms and embargoes stand on the pages', async () => {
  const list = await text(app, '/search?q=');
  expect(list).toContain('imported from <bdi>Osterin Quotations</bdi>');
  expect(list).toContain('imported%3A%22Osterin+Quotations%22');
  const page = async (words: string): Promise<string> => {
    const { statements } = await record.statements({ filter: { kind: 'words', where: 'words', match: 'exact', words } });
    return text(app, `/s/${statements[0]?.id}`);
  };
  expect(await page('The port is ours')).toMatch(/<dt>Imported<\/dt><dd>from <a href="[^"]+"><bdi>Osterin Quotations<\/bdi>/);
  expect(await page('stay where we are')).toContain('<dt>Terms of use</dt><dd><bdi>No use in archives; ask first</bdi>');
  expect(await page('The port is sold')).toContain('<dt>Embargo</dt><dd>until 2 May 2031, 06:00 UTC</dd>');
});

test('a search is narrowed to an issue, and widened again', async () => {
  await pages.prepare();
  const all = await text(pages, '/search?q=Varga+OR+speaker%3AVarga');
  expect(all).toMatch(/<h2>Issue<\/h2><ul><li><a href="\/search\?q=[^"]*&amp;issue=ceasefire"><bdi>Ceasefire<\/bdi><\/a><span>2<\/span>/);
  const narrowed = await text(pages, '/search?q=&issue=ceasefire');
  expect(narrowed).toContain('that take a side on <a href="/issue/ceasefire">');
  expect(narrowed).toMatch(/<a href="\/search\?q=" aria-current="true"><bdi>Ceasefire<\/bdi>/);
  expect(narrowed).not.toContain('théâtre');
  expect((await pages.request('/search?q=&issue=none')).status).toBe(400);
});

test('offices of the registry stand on the speaker’s page, latest first, as precisely as they are known', async () => {
  const page = await text(pages, `/speaker/${encodeURIComponent('person:lena varga')}`);
  const offices = [...page.matchAll(/<li><span class="when">([^<]+)<\/span> <bdi>([^<]+)<\/bdi>/g)].map(([, when, title]) => [when, title]);
  expect(offices).toEqual([
    ['since 2 March 2029 (as of 1 January 2031)', 'Foreign minister, Korrend'],
    ['2027 – March 2029', 'Deputy minister, Korrend'],
  ]);
  expect(heldText({ title: '', from: null, to: '2030', checked: null })).toBe('until 2030');
  expect(heldText({ title: '', from: null, to: null, checked: null })).toBe('days not given');
});

test('figures of a statement are marked where they stand, with what else counts the same', async () => {
  const held = await openRecord(':memory:', 'write');
  const claim = (id: string, day: string, value: number) => {
    const words = `Korrend holds ${value} prisoners`;
    const reading = madeReading({ id, outlet: id, published: day, text: `${words}, Tomas Berg said.` }, [
      { words, speaker: 'Tomas Berg', manner: 'indirect', from: day },
    ]);
    const start = words.indexOf(String(value));
    const figures = [{ value, unit: 'prisoners', qualifier: null, start, end: start + `${value} prisoners`.length }];
    return { reading: { ...reading, statements: reading.statements.map((statement) => ({ ...statement, figures })) } };
  };
  await held.file([claim('post', '2031-03-01', 310), claim('wire', '2031-03-04', 420)]);
  const site = createApp({ record: held });
  const [statement] = (await held.statements({ filter: { kind: 'everything' } })).statements;
  const page = await text(site, `/s/${statement?.id}`);
  expect(page).toContain('Korrend holds <mark>310 prisoners</mark></td><td class="number">310</td><td><bdi>prisoners</bdi>');
  expect(page).toContain('2 claims on record, this one among them');
  expect(page).toContain('<title id="claims-0-title">');
  await held.close();
});

test('the parts of the style are one file, in the order of its layers', async () => {
  const [, address = ''] = /<link rel="stylesheet" href="([^"]+)">/.exec(await text(app, '/')) ?? [];
  const style = await text(app, address);
  expect(style.startsWith('@layer reset, base, frame, parts, charts, pages, narrow, print;')).toBe(true);
  expect([...style.matchAll(/^@layer (\w+) \{/gm)].map(([, layer]) => layer)).toEqual([
    'reset',
    'base',
    'frame',
    'parts',
    'charts',
    'pages',
    'narrow',
    'print',
  ]);
});
