// npm run screenshots: pictures of every page, of the samples, into docs/images. Needs Chromium (CHROMIUM_PATH, else /usr/bin/chromium).
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';
import { root } from './install.mjs';

const main = join(root, 'dist', 'cli', 'main.js');
const images = join(root, 'docs', 'images');
const folder = mkdtempSync(join(tmpdir(), 'onrecord-screenshots-'));
const record = join(folder, 'record.sqlite');

/** The most of a long page that a picture shows, in pixels. */
const TALLEST = 1000;

const WIDE = { width: 1200, height: 800 };
const PHONE = { width: 390, height: 844 };

/** Name of the picture, address, and what is special about it. */
const PICTURES = [
  ['start', '/'],
  ['search', '/search?q=ceasefire'],
  ['speakers', '/speakers'],
  ['speaker', '/speaker/person%3Adorin%20kessal'],
  ['issues', '/issues'],
  ['issue', '/issue/ceasefire'],
  ['compare', '/compare?speaker=person%3Adorin%20kessal&speaker=person%3Alena%20varga&issue=ceasefire'],
  ['matrix', '/matrix'],
  ['shifts', '/shifts'],
  ['shift', 'SHIFT'],
  ['replies', '/replies?q=ceasefire'],
  ['article', 'ARTICLE'],
  ['statement', 'STATEMENT'],
  [
    'check',
    `/check?${new URLSearchParams({ q: '“The guns that struck the hospital were not ours,” he said, and: “There will be no ceasefire.”' })}`,
  ],
  ['figures', '/figures'],
  ['coverage', '/coverage'],
  ['corrections', '/corrections'],
  ['about', '/about'],
  ['not-found', '/nowhere'],
  ['issue-dark', '/issue/ceasefire', { colorScheme: 'dark' }],
  ['statement-dark', 'STATEMENT', { colorScheme: 'dark' }],
  ['start-phone', '/', { viewport: PHONE }],
  ['issue-phone', '/issue/ceasefire', { viewport: PHONE }],
  ['article-phone', 'ARTICLE', { viewport: PHONE }],
  ['statement-print', 'STATEMENT', { media: 'print' }],
];

const get = async (address, path) => (await fetch(new URL(path, address))).json();

/** Addresses that depend on what the engine reads. */
async function places(address) {
  const { statements } = await get(address, '/search.json?q=%22ready+for+a+ceasefire%22+stance%3Aonly-if+type%3Adirect');
  const { shifts } = await get(address, '/shifts.json');
  const [statement, { shift, issue }] = [statements[0], shifts[0]];
  return {
    STATEMENT: `/s/${statement.id}`,
    ARTICLE: `/article/${statement.article.sha256}`,
    SHIFT: `/shift/${issue.id}/${shift.then.shown.statement.id}/${shift.now.shown.statement.id}`,
  };
}

async function take(browser, address, known, [name, path, options = {}]) {
  const { media, ...contextOptions } = options;
  const context = await browser.newContext({ viewport: WIDE, ...contextOptions });
  const page = await context.newPage();
  await page.goto(new URL(known[path] ?? path, address).href);
  if (media) await page.emulateMedia({ media });
  const { width } = page.viewportSize();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.screenshot({
    path: join(images, `${name}.png`),
    fullPage: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) },
  });
  process.stdout.write(`docs/images/${name}.png\n`);
  await context.close();
}

mkdirSync(images, { recursive: true });
execFileSync(process.execPath, [main, 'add', join(root, 'samples', 'articles'), '--record', record], { stdio: 'ignore' });
const server = spawn(process.execPath, [main, 'serve', '--port', '0', '--json', '--record', record], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  const line = await new Promise((resolve) => createInterface(server.stdout).once('line', resolve));
  const { address } = JSON.parse(line);
  const known = await places(address);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  for (const picture of PICTURES) await take(browser, address, known, picture);
  await browser.close();
} finally {
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
