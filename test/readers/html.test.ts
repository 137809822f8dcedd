import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../src/readers/html/decode-page.js';
import { readPage } from '../../src/readers/html/read-page.js';
import { cutRuns } from '../../src/readers/html/runs.js';
import { parsePage } from '../../src/readers/html/tree.js';
import { readBytes } from '../../src/readers/index.js';

const folder = new URL('../cases/html/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

/** What was read of a page, for people: what it says of itself, then a line for each block. */
function report(html: string): string {
  const { article, strangeDate } = readPage(html);
  const said = {
    title: article.title,
    published: article.published,
    strangeDate,
    outlet: article.outlet,
    url: article.url,
    authors: article.authors.join(', '),
    language: article.language,
  };
  const facts = Object.entries(said).map(([name, value]) => `${name}: ${value ?? '-'}`);
  const blocks = article.blocks.map((block) => `${block.kind.padEnd(11)} | ${article.text.slice(block.start, block.end)}`);
  return [...facts, '', ...blocks, ''].join('\n');
}

describe('pages', () => {
  test.each(pages)('%s', (name) => {
    const got = report(readFileSync(new URL(name, folder), 'utf8'));
    const expected = new URL(name.replace('.html', '.txt'), folder);
    if (process.env.UPDATE_CASES === '1' || !existsSync(expected)) writeFileSync(expected, got);
    expect(got).toBe(readFileSync(expected, 'utf8'));
  });
});

test('blocks cover everything that the page shows, in order', () => {
  for (const name of pages) {
    const { article } = readPage(readFileSync(new URL(name, folder), 'utf8'));
    let at = 0;
    for (const block of article.blocks) {
      expect(article.text.slice(at, block.start).trim()).toBe('');
      at = block.end;
    }
    expect(article.text.slice(at).trim()).toBe('');
  }
});

test('whatever the bytes hold, a page is read and its blocks lie in its text', () => {
  const tag = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="comment">',
    '</div>',
    '<a href=x>',
    '<h1>',
    '<script>',
    '</script>',
    '<!--',
    '<br><br>',
    '&amp;&#0;',
    '<td',
    '"',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(tag, fc.string({ unit: 'binary' }), fc.lorem())), (parts) => {
      const { article } = readPage(parts.join(''));
      for (const block of article.blocks) expect(article.text.slice(block.start, block.end).trim()).not.toBe('');
    }),
    { numRuns: 60 },
  );
});

describe('hostile pages', () => {
  const body =
    'The clerk of Lower Anstey said on Wednesday that the map of the orchard had been lost, and that nobody would vote without it. ';
  test.each([
    ['deep nesting', '<div>'.repeat(100_000) + body],
    ['unclosed links', '<a href=x>'.repeat(50_000) + body],
    ['unclosed inline tags', '<b><i><p>'.repeat(20_000) + body],
    ['many elements', `<p>${'<span>x</span>'.repeat(100_000)}</p><p>${body}</p>`],
    ['one long class', `<p class="${'comment '.repeat(100_000)}">${body}</p>`],
    ['broken data', `<script type="application/ld+json">${'['.repeat(100_000)}</script><p>${body}</p>`],
  ])('%s', (_, html) => {
    const started = performance.now();
    const { article, cut } = readPage(html);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(cut || article.blocks.length > 0).toBe(true);
  });
});

test('hidden text and scripts are not read', () => {
  const runs = cutRuns(
    parsePage('<p hidden>one</p><p style="display: none">two</p><script>three</script><noscript>four</noscript><p>five</p>').root,
  );
  expect(runs.map((run) => run.text)).toEqual(['five']);
});

test('a page is decoded by the encoding that it declares', () => {
  const head = new TextEncoder().encode('<meta charset="windows-1251"><p>');
  expect(decodePage(Uint8Array.from([...head, 0xcc, 0xe8, 0xf0])).text).toContain('Мир');
  expect(decodePage(Uint8Array.from([...head, ...new TextEncoder().encode('Мир')])).text).toContain('Мир');
});

test('a page without visible text is a failure that says so', async () => {
  const items = [];
  for await (const item of readBytes('empty.html', stream('<!doctype html><title>x</title><script>y</script>'))) items.push(item);
  expect(items).toMatchObject([{ kind: 'failure', code: 'no-text', place: { source: 'empty.html' } }]);
});

async function* stream(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}
