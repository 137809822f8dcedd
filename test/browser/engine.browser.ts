import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleEngine } from '../../bench/engine-bundle.js';
import { makeArticle, readArticle } from '../../src/engine/index.js';
import { loadEnglish } from '../../src/runtime/load-english.js';
import { launch, visit } from './browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const TEXT =
  '“We will sign a ceasefire once the bridge opens,” Foreign Minister Lena Varga said on Tuesday.\n\nTomas Berg said the plan was late.';

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  const files = new Map<string, readonly [string, string | Uint8Array]>([
    ['/', ['text/html', '<!doctype html><title>engine</title>']],
    ['/page.js', ['text/javascript', await bundleEngine(root, 'page')]],
    ['/worker.js', ['text/javascript', await bundleEngine(root, 'worker')]],
    ...['english-attribution.bin', 'english-tagger.bin'].map(
      (name) => [`/${name}`, ['application/octet-stream', readFileSync(join(root, 'data', name))]] as const,
    ),
  ]);
  server = createServer((request, response) => {
    const [type, body] = files.get(request.url ?? '') ?? [null, ''];
    if (type === null) response.writeHead(404).end();
    else response.writeHead(200, { 'Content-Type': type }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

/** What Node makes of the same text: a browser must make the same of it, to the last score. */
const expected = (): unknown =>
  JSON.parse(JSON.stringify(readArticle(makeArticle({ text: TEXT, published: '2031-03-14' }), loadEnglish()).statements));

test('a page reads an article with the engine, as Node does', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto(address);
  const read = `import('/page.js').then(({ read }) => read(${JSON.stringify(TEXT)}))`;
  expect(await page.evaluate(read)).toEqual(expected());
  expect(complaints.filter((one) => !one.includes('favicon') && !one.includes('404'))).toEqual([]);
  await close();
});

test('a worker reads an article with the engine, as Node does', async () => {
  const { page, close } = await visit(browser);
  await page.goto(address);
  const read = `new Promise((resolve, reject) => {
    const worker = new Worker('/worker.js');
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(${JSON.stringify(TEXT)});
  })`;
  expect(await page.evaluate(read)).toEqual(expected());
  await close();
});
