import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readOpml, writeOpml } from '../../src/readers/index.js';
import { afterAnswer, type FeedAnswer, subscribe } from '../../src/runtime/feeds/index.js';
import { command, put, scratch } from '../support/command.js';
import { answerWith, useNewsServer } from '../support/news-server.js';

const news = useNewsServer();

const item = (name: string, words: string): string =>
  `<item><title>${name}</title><link>${news.host}/${name}</link><guid>${name}</guid><pubDate>Fri, 02 May 2031 06:10:00 +0100</pubDate><description>${words}</description></item>`;
const rss = (...items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Saltmarsh Courier</title>${items.join('')}</channel></rss>`;
const page = (name: string): string =>
  `<!doctype html><html lang="en"><head><title>${name}</title></head><body><article><h1>${name}</h1><p>Talks between the ferry company and its captains broke down on Tuesday, and no day has been set for another meeting, both sides said.</p><p>“We offered four percent,” said Corla Venn, who manages the harbour, before she drove off.</p></article></body></html>`;

const events = (out: string): readonly Record<string, unknown>[] =>
  out
    .trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const feed = (record: string, ...given: string[]) => command(['feed', ...given, '--record', join(scratch(), record)]);
const poll = async (record: string, ...given: string[]) =>
  events((await feed(record, 'poll', '--json', '--allow-host', '127.0.0.1', ...given)).out);

describe('feeds', () => {
  test('added, listed, polled, polled again only for what is there since, removed', async () => {
    news.pages['/feed'] = answerWith(rss(item('toll', 'Una Brackett said that nobody would pay.')), { etag: '"1"' });
    expect((await feed('f.sqlite', 'add', `${news.host}/feed`, `${news.host}/feed`)).out).toMatch(/^1 feed added; 1 feed followed/);
    expect((await feed('f.sqlite', 'list')).out).toContain('not asked yet, due');
    expect(await poll('f.sqlite')).toMatchObject([{ event: 'feed', filed: 1, problem: null }]);
    expect((await feed('f.sqlite', 'poll', '--allow-host', '127.0.0.1')).messages).toContain('no feed is due, the next one in 15 min');
    expect(await poll('f.sqlite', '--all')).toMatchObject([{ filed: 0, known: 0 }]);
    news.pages['/feed'] = answerWith(
      rss(item('ferry', 'Marten Odd said that the ferry was late.'), item('toll', 'Una Brackett said that nobody would pay.')),
      { etag: '"2"' },
    );
    expect(await poll('f.sqlite', '--all')).toMatchObject([{ filed: 1, known: 0, version: 0 }]);
    news.pages['/feed'] = answerWith(rss(item('ferry', 'Marten Odd said that the ferry was cancelled.')), { etag: '"3"' });
    expect(await poll('f.sqlite', `${news.host}/feed`)).toMatchObject([{ filed: 0, version: 1 }]);
    expect((await feed('f.sqlite', 'list')).out).toMatch(/^Saltmarsh Courier <http.*\/feed>: asked 1 s ago, next in /);
    expect((await feed('f.sqlite', 'remove', `${news.host}/feed`)).out).toContain('1 feed removed');
    expect((await feed('f.sqlite', 'list')).exit).toBe(1);
  });

  test('pages of teasers are fetched where that is wanted, and nothing else is', async () => {
    news.pages['/feed'] = answerWith(rss(item('quay', 'Talks fail.'), item('gone', 'Talks go on.')));
    news.pages['/quay'] = answerWith(page('quay'), { 'content-type': 'text/html' });
    await feed('whole.sqlite', 'add', `${news.host}/feed`, '--whole');
    const ran = await feed('whole.sqlite', 'poll', '--json', '--allow-host', '127.0.0.1');
    expect(events(ran.out)).toMatchObject([{ filed: 2 }]);
    expect(ran.messages).toContain('is filed as a teaser: its page answered 404');
    expect((await command(['search', 'percent', '--record', join(scratch(), 'whole.sqlite')])).out).toContain('Corla Venn');
    expect([...new Set(news.asked)].sort()).toEqual(['/feed', '/gone', '/quay', '/robots.txt']);
    news.asked = [];
    await feed('teaser.sqlite', 'add', `${news.host}/feed`);
    expect(await poll('teaser.sqlite')).toMatchObject([{ filed: 2 }]);
    expect([...new Set(news.asked)].sort()).toEqual(['/feed', '/robots.txt']);
  });

  test('a feed that fails is named and asked later; the others go on', async () => {
    news.pages['/feed'] = answerWith(rss(item('toll', 'Una Brackett said that nobody would pay.')));
    await feed('fail.sqlite', 'add', `${news.host}/missing`, `${news.host}/feed`, 'http://localhost/feed');
    const ran = await feed('fail.sqlite', 'poll', '--json', '--allow-host', '127.0.0.1');
    expect(ran.exit).toBe(3);
    expect(events(ran.out)).toMatchObject([
      { problem: 'answered 404 (it is not there)' },
      { filed: 1 },
      { problem: expect.stringContaining('localhost') },
    ]);
    expect((await feed('fail.sqlite', 'list')).out).toContain('failed once: answered 404');
  });

  test('OPML in and out', async () => {
    const opml = put(
      'feeds.opml',
      '<?xml version="1.0"?><opml version="1.0"><body><outline text="News"><outline type="rss" text="Courier &amp; Co" xmlUrl="https://a.example/feed"/><outline xmlUrl="https://b.example/feed"/><outline xmlUrl="https://a.example/feed"/></outline></body></opml>',
    );
    expect((await feed('opml.sqlite', 'add', '--opml', opml)).out).toMatch(/^2 feeds added/);
    const exported = (await feed('opml.sqlite', 'export')).out;
    expect(readOpml(exported)).toEqual([
      { title: 'Courier & Co', address: 'https://a.example/feed' },
      { title: 'https://b.example/feed', address: 'https://b.example/feed' },
    ]);
    const hostile = [{ title: '"><script>\u0001&', address: 'https://a.example/?a=1&b="2"' }];
    expect(readOpml(writeOpml('x', hostile))).toEqual([{ title: '"><script>&', address: hostile[0]?.address }]);
  });

  test('wrong words are said to be wrong', async () => {
    expect(await feed('w.sqlite', 'add', 'no-address')).toMatchObject({ exit: 2 });
    expect(await feed('w.sqlite', 'add')).toMatchObject({ exit: 2, messages: expect.stringContaining('feed-missing') });
    expect(await feed('w.sqlite', 'dance')).toMatchObject({ exit: 2, messages: expect.stringContaining('action-unknown') });
    expect(await feed('w.sqlite', 'remove', 'https://x.example/')).toMatchObject({ exit: 1 });
    writeFileSync(join(scratch(), 'w.sqlite.feeds.json'), '{broken');
    expect(await feed('w.sqlite', 'list')).toMatchObject({ exit: 4, messages: expect.stringContaining('is no list of feeds') });
    expect(readFileSync(join(scratch(), 'w.sqlite.feeds.json'), 'utf8')).toBe('{broken');
  });
});

describe('when a feed is asked again', () => {
  const MINUTE = 60_000;
  const start = subscribe('https://a.example/feed', null, 'as-given', '2031-05-02');
  const answer = (added: number, more: Partial<Extract<FeedAnswer, { kind: 'answer' }>> = {}): FeedAnswer => ({
    ...{ kind: 'answer', validators: null, title: null, moved: null, maxAge: null },
    added: Array.from({ length: added }, (_, index) => `x${index}`),
    ...more,
  });
  const waits = (...answers: readonly FeedAnswer[]): readonly number[] => {
    let feed = start;
    return answers.map((one) => {
      feed = afterAnswer(feed, one, 0);
      return feed.next / MINUTE;
    });
  };

  test('later where nothing comes, sooner where something does, as the server says, at most a day', () => {
    expect(waits(answer(0), answer(0), answer(5), answer(5))).toEqual([22.5, 33.75, 16.875, 15]);
    expect(waits(answer(1, { maxAge: 7200 }))).toEqual([120]);
    expect(waits(...Array.from({ length: 40 }, () => answer(0, { maxAge: 9_999_999 }))).at(-1)).toBe(24 * 60);
  });

  test('twice as late after each failure, as Retry-After says, never where it is gone', () => {
    const failed = (status: number, retryAfter: number | null = null): FeedAnswer => ({
      kind: 'problem',
      message: 'x',
      status,
      retryAfter,
    });
    expect(waits(failed(500), failed(500), failed(500), answer(1))).toEqual([30, 60, 120, 15]);
    expect(waits(failed(503, 600 * MINUTE))).toEqual([600]);
    expect(waits(...Array.from({ length: 40 }, () => failed(500))).at(-1)).toBe(7 * 24 * 60);
    expect(afterAnswer(start, failed(410), 0).gone).toBe(true);
  });

  test('a feed that moved for good is asked at its place; what was seen is bounded', () => {
    expect(afterAnswer(start, answer(1, { moved: 'https://b.example/feed' }), 0).address).toBe('https://b.example/feed');
    let feed = start;
    for (let times = 0; times < 40; times++) feed = afterAnswer(feed, answer(100), 0);
    expect(feed.seen).toHaveLength(3000);
  });
});

describe('lists of pages', () => {
  const add = (record: string, ...given: string[]) =>
    command(['add', ...given, '--allow-host', '127.0.0.1', '--json', '--record', join(scratch(), record)]);
  const addresses = (out: string) => events(out).flatMap(({ event, address }) => (event === 'article' ? [address] : []));

  test('a file with an address a line; other lines are named', async () => {
    news.pages['/quay'] = answerWith(page('quay'));
    const list = put('list.txt', `# my pages\n${news.host}/quay # the quay\n\nnonsense\n${news.host}/quay\n`);
    const ran = await add('list.sqlite', '--list', list);
    expect(addresses(ran.out)).toEqual([`${news.host}/quay`]);
    expect(ran.messages).toContain('list.txt:4 is no address');
  });

  test('a sitemap, an index of sitemaps, a feed', async () => {
    for (const name of ['one', 'two', 'three']) news.pages[`/${name}`] = answerWith(page(name));
    const urlset = (...names: string[]) =>
      `<urlset xmlns:news="x">${names.map((name) => `<url><loc>${news.host}/${name}</loc><news:news><news:title>t</news:title></news:news></url>`).join('')}</urlset>`;
    news.pages['/map.xml'] = answerWith(urlset('one'));
    news.pages['/index.xml'] = answerWith(
      `<sitemapindex><sitemap><loc>${news.host}/map.xml</loc></sitemap><sitemap><loc>https://other.example/map.xml</loc></sitemap></sitemapindex>`,
    );
    news.pages['/feed'] = answerWith(rss(item('three', 'x')));
    expect(addresses((await add('map.sqlite', '--list', `${news.host}/index.xml`)).out)).toEqual([`${news.host}/one`]);
    expect(addresses((await add('map.sqlite', '--list', put('map.xml', urlset('two')))).out)).toEqual([`${news.host}/two`]);
    expect(addresses((await add('map.sqlite', '--list', `${news.host}/feed`)).out)).toEqual([`${news.host}/three`]);
  });

  test('an empty list, and one that is not there', async () => {
    expect((await add('none.sqlite', '--list', put('none.txt', '# nothing\n'))).out).toContain('nothing to read');
    expect(await add('none.sqlite', '--list', join(scratch(), 'no-such-list'))).toMatchObject({ exit: 2 });
    expect(await add('none.sqlite', '--list', `${news.host}/no-such-list`)).toMatchObject({
      exit: 2,
      messages: expect.stringContaining('404'),
    });
  });
});
