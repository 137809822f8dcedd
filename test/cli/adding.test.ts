import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openRecord } from '../../src/record/index.js';
import { command, put, root, scratch, testEnvironment } from '../support/command.js';
import { answerWith, useNewsServer } from '../support/news-server.js';

const lines = (out: string): readonly Record<string, unknown>[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter(({ event }) => event !== 'progress');

const article = (index: number): object => ({
  id: `a${index}`,
  outlet: 'Meridian Post',
  title: `Talks ${index}`,
  text: `Lena Varga said on day ${index} that she would go to Osterin ${index} times.`,
});

/** Everything that a record holds, as text that can be compared. */
async function contents(record: string): Promise<string> {
  return (await command(['export', '--record', record])).out;
}

describe('long runs', () => {
  test('--json tells each article, each failure and the end in a line', async () => {
    const input = `${JSON.stringify(article(1))}\n{broken\n`;
    const ran = await command(['add', '-', '--json', '--record', join(scratch(), 'events.sqlite')], { input });
    expect(ran.exit).toBe(3);
    const told = lines(ran.out);
    expect(told.find(({ event }) => event === 'failure')).toMatchObject({ code: 'broken-json', source: '-', line: 2 });
    expect(told.find(({ event }) => event === 'article')).toMatchObject({
      outcome: 'filed',
      address: 'Meridian Post: a1',
      version: 1,
      title: 'Talks 1',
      place: '-',
      line: 1,
    });
    expect(told.at(-1)).toMatchObject({ event: 'end', filed: 1, failed: 1, articles: 1 });
  });

  test('failures go to a file, a line each, and are tried again from it', async () => {
    const record = join(scratch(), 'failures.sqlite');
    const failures = join(scratch(), 'failures.jsonl');
    const broken = put('failing/a.jsonl', `${JSON.stringify(article(1))}\n{broken\n`);
    put('failing/b.txt', '');
    put('failing/c.txt', 'Varga said that she would go.');
    await command(['add', dirname(broken), '--failures', failures, '--record', record]);
    expect(lines(readFileSync(failures, 'utf8'))).toMatchObject([
      { file: broken, place: broken, line: 2, code: 'broken-json' },
      { file: join(dirname(broken), 'b.txt'), line: null, code: 'empty' },
    ]);
    put('failing/a.jsonl', `${JSON.stringify(article(1))}\n${JSON.stringify(article(2))}\n`);
    put('failing/b.txt', 'Berg said that he would stay.');
    const again = await command(['add', '--retry-failures', failures, '--json', '--record', record]);
    expect(again.exit).toBe(0);
    expect(lines(again.out).at(-1)).toMatchObject({ filed: 2, known: 1, failed: 0 });
  });

  test('a failures file that is none, or cannot be written, is named', async () => {
    const wrong = put('wrong.jsonl', 'not json\n');
    expect(await command(['add', '--retry-failures', wrong])).toMatchObject({
      exit: 2,
      messages: expect.stringContaining('wrong.jsonl:1'),
    });
    const text = put('fine.txt', 'Varga said so.');
    const place = join(scratch(), 'no', 'such', 'folder', 'f.jsonl');
    expect(await command(['add', text, '--failures', place, '--record', join(scratch(), 'f.sqlite')])).toMatchObject({ exit: 2 });
  });

  test('--dry-run shows what would be read, and makes no record', async () => {
    const record = join(scratch(), 'dry', 'dry.sqlite');
    const file = put('dry.jsonl', `${JSON.stringify(article(1))}\n{broken\n`);
    const ran = await command(['add', file, 'https://meridian.example/a', '--dry-run', '--record', record]);
    expect(ran.exit).toBe(3);
    expect(ran.out).toContain('Talks 1');
    expect(ran.out).toContain('1 article would be read; nothing was filed.\n1 address would be fetched.\n1 could not be read.');
    expect(existsSync(record)).toBe(false);
    expect(lines((await command(['add', file, '--dry-run', '--json'])).out).at(-1)).toMatchObject({
      event: 'end',
      dryRun: true,
      articles: 1,
      failed: 1,
    });
  });

  test('--resume after kill -9 at any moment gives what an undisturbed run gives', { timeout: 120_000 }, async () => {
    const folder = dirname(put('many/a.jsonl', Array.from({ length: 150 }, (_, index) => `${JSON.stringify(article(index))}\n`).join('')));
    put('many/b.txt', 'Tora Lind said that nobody would sign.');
    put('many/c.jsonl', `{broken\n${Array.from({ length: 90 }, (_, index) => `${JSON.stringify(article(index + 100))}\n`).join('')}`);
    const whole = join(scratch(), 'whole.sqlite');
    const expected = lines((await command(['add', folder, '--json', '--record', whole])).out).at(-1);
    for (const articles of [1, 60, 190]) {
      const record = join(scratch(), `killed-${articles}.sqlite`);
      const child = spawn(
        process.execPath,
        [join(root, 'dist', 'cli', 'main.js'), 'add', folder, '--json', '--jobs', '1', '--record', record],
        {
          env: testEnvironment(),
        },
      );
      let told = '';
      child.stdout.on('data', (chunk: Buffer) => {
        told += chunk.toString();
        if (told.split('"event":"article"').length > articles) child.kill('SIGKILL');
      });
      await once(child, 'close');
      const resumed = await command(['add', folder, '--resume', '--json', '--record', record]);
      const end = lines(resumed.out).at(-1) as { filed: number; failed: number };
      expect(await contents(record)).toBe(await contents(whole));
      expect(end.failed).toBe((expected as { failed: number }).failed);
      expect((await command(['verify', '--record', record])).exit).toBe(0);
      expect(readdirSync(scratch()).filter((name) => name.startsWith(`${basename(record)}.add-`))).toEqual([]);
    }
  });

  test('--resume without an interrupted run says so and reads everything', async () => {
    const ran = await command(['add', put('one.txt', 'Varga said so.'), '--resume', '--record', join(scratch(), 'resume.sqlite')]);
    expect(ran).toMatchObject({ exit: 0, messages: expect.stringContaining('it begins at the beginning') });
    expect(ran.out).toContain('1 article filed');
  });
});

const page = (title: string, words: string, canonical = ''): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${canonical}<meta property="article:published_time" content="2031-05-02"></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>
<p>Talks between the ferry company and its captains broke down on Tuesday, and no day has been set for another meeting, both sides said.</p>
<p>“${words},” said Corla Venn, who manages the harbour, before she drove off.</p>
<p>The captains’ spokesman, Abel Strand, denied that anyone had laughed, and said that they would come back on Monday.</p></article></body></html>`;

describe('web addresses', () => {
  const news = useNewsServer();
  const html = (body: string, headers: Record<string, string> = {}) =>
    answerWith(body, { 'content-type': 'text/html; charset=utf-8', ...headers });
  const add = (record: string, ...given: string[]) =>
    command(['add', ...given, '--allow-host', '127.0.0.1', '--json', '--record', join(scratch(), record)]);

  test('a page is fetched once, again only where it changed, and then it is a version', async () => {
    news.pages['/ferry'] = html(page('Ferry talks fail', 'We offered four percent'), { etag: '"1"' });
    expect(lines((await add('web.sqlite', `${news.host}/ferry`)).out)).toMatchObject([
      { event: 'article', outcome: 'filed', address: `${news.host}/ferry`, title: 'Ferry talks fail' },
      { event: 'end', filed: 1 },
    ]);
    expect(lines((await add('web.sqlite', `${news.host}/ferry`)).out)).toMatchObject([{ event: 'end', filed: 0, known: 0, unchanged: 1 }]);
    news.pages['/ferry'] = html(page('Ferry talks fail', 'We offered five percent'), { etag: '"2"' });
    expect(lines((await add('web.sqlite', `${news.host}/ferry`)).out)).toMatchObject([
      { outcome: 'version', version: 2 },
      { event: 'end' },
    ]);
  });

  test('what is not in the record is fetched although it did not change', async () => {
    news.pages['/ferry'] = html(page('Ferry talks fail', 'We offered four percent'), { etag: '"1"' });
    await add('gone.sqlite', `${news.host}/ferry`);
    const { rmSync } = await import('node:fs');
    for (const end of ['', '-wal', '-shm']) rmSync(join(scratch(), `gone.sqlite${end}`), { force: true });
    expect(lines((await add('gone.sqlite', `${news.host}/ferry`)).out).at(-1)).toMatchObject({ filed: 1, unchanged: 0 });
  });

  test('a page is filed under its canonical address on its own site, never under another site’s', async () => {
    const canonical = (address: string): string => `<link rel="canonical" href="${address}">`;
    news.pages['/a?from=mail'] = html(page('Ferry talks fail', 'We offered four', canonical(`${news.host}/a`)));
    news.pages['/b'] = html(page('Ferry talks go on', 'We offered six', canonical('https://meridian.example/front')));
    news.pages['/c'] = html(page('Ferry talks end', 'We offered ten', canonical(`${news.host}/`)));
    const ran = await add('canonical.sqlite', `${news.host}/a?from=mail`, `${news.host}/b`, `${news.host}/c`);
    expect(lines(ran.out).flatMap(({ address }) => address ?? [])).toEqual([`${news.host}/a`, `${news.host}/b`, `${news.host}/c`]);
  });

  test('the encoding that the server names is used', async () => {
    news.pages['/latin'] = (_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-2' })
        .end(
          Buffer.from(page('Ferry talks', 'We offered four').replaceAll(/[“”’]/g, "'").replace('Abel Strand', 'Abel \xb9trand'), 'latin1'),
        );
    expect(lines((await add('latin.sqlite', `${news.host}/latin`)).out).at(-1)).toMatchObject({ filed: 1 });
    const record = await openRecord(join(scratch(), 'latin.sqlite'), 'read');
    expect(await record.findPhrase(['abel', 'štrand'], 1)).toHaveLength(1);
    await record.close();
  });

  test('what cannot be fetched is named with its reason; nothing but what was listed and robots.txt is asked for', async () => {
    news.pages['/robots.txt'] = (_, response) => response.writeHead(200).end('User-agent: *\nDisallow: /closed');
    news.pages['/ferry'] = html(
      page('Ferry talks fail', 'We offered four').replace('<nav>', '<nav><img src="/x.png"><link rel="next" href="/next">'),
    );
    const ran = await add(
      'reasons.sqlite',
      `${news.host}/closed/a`,
      `${news.host}/gone`,
      'http://localhost:1/x',
      'http://user@meridian.example/',
      `${news.host}/ferry`,
    );
    expect(ran.exit).toBe(3);
    expect(lines(ran.out).map(({ code, event }) => code ?? event)).toEqual([
      'robots-refused',
      'fetch-status',
      'address-refused',
      'address-refused',
      'article',
      'end',
    ]);
    expect([...new Set(news.asked)].sort()).toEqual(['/ferry', '/gone', '/robots.txt']);
  });
});
