import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StatementRecord } from '../../src/record/index.js';
import { type App, createApp } from '../../src/web/index.js';
import { addressesOf } from './addresses.js';
import { HOSTILE, hostileRecord } from './hostile-record.js';

let record: StatementRecord;
let app: App;

beforeAll(async () => {
  record = await hostileRecord();
  await record.correct(
    HOSTILE.map((text, index) => ({ id: `${index}`, day: null, note: text, change: { kind: 'rename', speaker: text, name: text } })),
  );
  app = createApp({
    record,
    issues: {
      issues: HOSTILE.slice(0, 4).map((text, index) => ({
        id: index === 0 ? 'ceasefire' : `issue-${index}`,
        name: text,
        terms: [text.slice(0, 100), 'say'],
        not: [],
        opposite: [],
      })),
      groups: [],
    },
  });
});

afterAll(async () => {
  await record.close();
});

/** What a page would run, load or follow that is not ours. */
function dangers(page: string): readonly string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'script' && !attributes.src?.startsWith('/static/')) found.push('script');
      if (['iframe', 'object', 'embed', 'base', 'style', 'img'].includes(name)) found.push(name);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute.startsWith('on') || attribute === 'style') found.push(`${name} ${attribute}`);
        if (['href', 'src', 'action'].includes(attribute) && !/^(?:\/(?!\/)|#|https?:\/\/)/.test(value))
          found.push(`${name} ${attribute}=${value.slice(0, 40)}`);
      }
    },
  });
  parser.end(page);
  return found;
}

test('hostile text in every field runs nothing, loads nothing, and no page grows', async () => {
  const addresses = [...(await addressesOf(record)), ...HOSTILE.slice(0, 6).map((text) => `/search?q=${encodeURIComponent(text)}`)];
  expect(addresses.length).toBeGreaterThan(HOSTILE.length * 4);
  for (const address of addresses) {
    const response = await app.request(address);
    const page = await response.text();
    expect([address.slice(0, 80), response.status]).toEqual([
      address.slice(0, 80),
      expect.toSatisfy((status: number) => [200, 400, 414].includes(status)),
    ]);
    expect([address.slice(0, 80), dangers(page)]).toEqual([address.slice(0, 80), []]);
    expect([address.slice(0, 80), page.length < 100_000]).toEqual([address.slice(0, 80), true]);
  }
});
