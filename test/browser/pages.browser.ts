import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCorrection } from '../../src/record/index.js';
import { addressesOf } from '../web/addresses.js';
import { hostileRecord } from '../web/hostile-record.js';
import { sampleRecord } from '../web/sample-record.js';
import { launch, overflows, type Site, serveRecord, visit } from './browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PHONE = { width: 360, height: 740 };

let browser: Browser;
let site: Site;
/** One page of each kind, of the samples. */
let kinds: readonly string[];

beforeAll(async () => {
  const record = await sampleRecord();
  kinds = onePerKind(await addressesOf(record));
  [browser, site] = await Promise.all([launch(), serveRecord(record)]);
});

afterAll(async () => {
  await browser.close();
  await site.stop();
});

function onePerKind(addresses: readonly string[]): readonly string[] {
  const byKind = new Map(
    addresses.map((address) => [address.split(/[/?]/).slice(0, 2).join('/') + (address.includes('?') ? '?' : ''), address]),
  );
  return [...byKind.values()];
}

const to = (address: string): string => new URL(address, site.address).href;

/** Where no browser script runs, the page must lead as far as with it. */
describe.each([true, false])('with JavaScript %s', (javaScriptEnabled) => {
  test('search leads to a statement, and the statement to its place in the article', async () => {
    const { page, complaints, close } = await visit(browser, { javaScriptEnabled });
    await page.goto(site.address);
    await page.getByRole('searchbox').fill('bridges');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('link', { name: 'statement' }).first().click();
    expect(page.url()).toMatch(/\/s\/[0-9a-f]+$/);
    expect(await page.locator('main .words').first().textContent()).toMatch(/bridges?/);
    await page.getByRole('link', { name: 'The whole article, with every voice marked' }).click();
    expect(page.url()).toMatch(/\/article\/[0-9a-f]{64}#[0-9a-f]+$/);
    expect(await page.locator('.voice').count()).toBeGreaterThan(2);
    expect(complaints).toEqual([]);
    await close();
  });

  test('an altered quotation is found out', async () => {
    const { page, complaints, close } = await visit(browser, { javaScriptEnabled });
    await page.goto(to('/check'));
    await page.getByLabel('Quotation or draft').fill('The guns that struck the hospital were not ours');
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByRole('heading', { name: 'Altered: one word differs' }).waitFor();
    expect(await page.locator('.diff del').first().textContent()).toBe('hospital');
    expect(await page.locator('.diff ins').first().textContent()).toBe('clinic');
    expect(complaints).toEqual([]);
    await close();
  });
});

test('two speakers are compared from the start page, and a first condition is found in three clicks', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto(to('/compare'));
  await page.locator('select[name="speaker"]').nth(0).selectOption({ label: 'Dorin Kessal' });
  await page.locator('select[name="speaker"]').nth(1).selectOption({ label: 'Lena Varga' });
  await page.locator('select[name="issue"]').selectOption({ label: 'Ceasefire' });
  await page.getByRole('button', { name: 'Compare' }).click();
  expect(await page.locator('table.compare thead th').allTextContents()).toEqual(['Said', 'Dorin Kessal', 'Lena Varga']);
  for (const column of [2, 3]) expect(await page.locator(`table.compare tbody td:nth-child(${column}) .stance`).count()).toBeGreaterThan(0);

  await page.goto(site.address);
  await page.getByRole('link', { name: 'Issues', exact: true }).click();
  await page.getByRole('link', { name: 'Ceasefire' }).click();
  await page.locator('.lanes').getByRole('link', { name: 'Dorin Kessal', exact: true }).click();
  const first = page
    .locator('.statements > li', { has: page.locator('.only-if') })
    .filter({ hasText: 'September 2030' })
    .last();
  expect(await first.locator('.when').textContent()).toContain('September 2030');
  expect(await first.locator('.condition').textContent()).toContain('Vellmark');
  expect(complaints).toEqual([]);
  await close();
});

test('a correction is made and taken back', async () => {
  const record = await sampleRecord();
  const editable = await serveRecord(record, {
    async add(change) {
      const before = await record.corrections();
      const entry = makeCorrection(change, before, '2031-08-01', null);
      await record.correct([...before, entry]);
      return entry.id;
    },
  });
  const { page, complaints, close } = await visit(browser);
  await page.goto(new URL('/search?q=ceasefire+stance:only-if', editable.address).href);
  await page.getByRole('link', { name: 'statement' }).first().click();
  const statement = page.url();
  await page.getByText('Correct this statement').click();
  await page.getByLabel('First day').fill('2031-01-02');
  await page.getByLabel('Last day').fill('2031-01-02');
  await page.getByRole('button', { name: 'Set the day' }).click();
  await page.waitForURL(/corrections/);
  await page.goto(statement);
  expect(await page.locator('main .kicker').first().textContent()).toContain('2 January 2031');
  await page.goto(new URL('/corrections', editable.address).href);
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.goto(statement);
  expect(await page.locator('main .kicker').first().textContent()).not.toContain('2 January 2031');
  expect(complaints).toEqual([]);
  await close();
  await editable.stop();
});

test('the keyboard alone is enough', async () => {
  const { page, complaints, close } = await visit(browser);
  await page.goto(to('/speakers'));
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('To the page');
  await page.keyboard.press('/');
  await page.keyboard.type('ceasefire');
  await page.keyboard.press('Enter');
  await page.waitForURL(/search\?q=ceasefire/);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  const words = await page.locator('.is-current .words').textContent();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/s\//);
  expect(await page.locator('main .words').first().textContent()).toBe(words);
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(complaints).toEqual([]);
  await close();
});

test.each(['light', 'dark'] as const)('axe finds nothing to mend on any kind of page in the %s', async (colorScheme) => {
  const { page, complaints, close } = await visit(browser, { colorScheme, bypassCSP: true });
  const violations: string[] = [];
  for (const address of kinds) {
    await page.goto(to(address));
    await page.evaluate(AXE);
    const found = (await page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then((run) => run.violations.map(({ id, nodes }) => id + ': ' + nodes[0].html.slice(0, 200)))`,
    )) as readonly string[];
    violations.push(...found.map((violation) => `${address} ${violation}`));
  }
  expect(violations).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});

test('every kind of page fits a phone, and a window of 320 pixels', async () => {
  for (const width of [PHONE.width, 320]) {
    const { page, close } = await visit(browser, { viewport: { ...PHONE, width } });
    for (const address of kinds) {
      await page.goto(to(address));
      expect([address, width, await overflows(page)]).toEqual([address, width, false]);
    }
    await close();
  }
});

test('in print there is no navigation, and addresses stand behind links', async () => {
  const { page, close } = await visit(browser);
  await page.goto(to(kinds.find((address) => address.startsWith('/s/')) ?? '/'));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.masthead nav').isVisible()).toBe(false);
  expect(await page.locator('.masthead form').isVisible()).toBe(false);
  expect(await page.evaluate(`getComputedStyle(document.querySelector('.facts a[href^=http]'), '::after').content`)).toContain('http');
  expect((await page.pdf()).length).toBeGreaterThan(5_000);
  await close();
});

test('hostile text in every field runs nothing and breaks no layout', async () => {
  const record = await hostileRecord();
  const addresses = await addressesOf(record);
  const hostile = await serveRecord(record);
  for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
    const { page, complaints, close } = await visit(browser, { viewport });
    for (const address of addresses) {
      await page.goto(new URL(address, hostile.address).href);
      expect([address, await page.evaluate('window.broken')]).toEqual([address, undefined]);
      expect([address, await overflows(page)]).toEqual([address, false]);
    }
    expect(complaints).toEqual([]);
    await close();
  }
  await hostile.stop();
});
