import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StatementRecord } from '../../src/record/index.js';
import { type Answer, createApp, observed, type Served } from '../../src/web/index.js';
import { talksRecord } from './talks-record.js';

let record: StatementRecord;
let app: Served;
const answers: Answer[] = [];

beforeAll(async () => {
  record = await talksRecord();
  let time = 0;
  app = observed(createApp({ record }), { record, clock: () => (time += 20), onAnswer: (answer) => void answers.push(answer) });
});

afterAll(() => record.close());

const ask = (path: string, served = app): Promise<Response> => served.fetch(new Request(new URL(path, 'http://localhost/')), '127.0.0.1');

const figure = (text: string, name: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')
      .at(-1),
  );

test('it says that it runs, and whether the record can be read', async () => {
  expect(await (await ask('/health')).text()).toBe('ok\n');
  expect((await ask('/ready')).status).toBe(200);
  const gone = await talksRecord();
  const without = observed(createApp({ record: gone }), { record: gone, clock: () => 0 });
  await gone.close();
  expect([(await ask('/ready', without)).status, (await ask('/health', without)).status]).toEqual([503, 200]);
});

test('the figures count what was asked, by kind of page and not by address', async () => {
  await ask('/search?q=bridge');
  await ask('/speaker/none');
  for (let made = 0; made < 50; made++) await ask(`/made-up-${made}`);
  const text = await (await ask('/metrics')).text();
  expect(figure(text, 'onrecord_requests_total{page="search",method="GET",status="200"}')).toBe(1);
  expect(figure(text, 'onrecord_requests_total{page="speaker",method="GET",status="404"}')).toBe(1);
  expect(figure(text, 'onrecord_requests_total{page="other",method="GET",status="404"}')).toBe(50);
  expect(figure(text, 'onrecord_request_seconds_sum{page="search"}')).toBeCloseTo(0.02);
  expect(figure(text, 'onrecord_articles')).toBeGreaterThan(2);
  expect(figure(text, 'onrecord_statements')).toBe(await record.count({ kind: 'everything' }));
  expect(figure(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e6);
});

test('only this machine sees the figures where nobody signs in', async () => {
  const request = (): Request => new Request('http://localhost/metrics');
  expect((await app.fetch(request(), '192.0.2.7')).status).toBe(403);
  expect((await app.fetch(request(), '::1')).status).toBe(200);
  expect((await app.fetch(request(), '::ffff:127.0.0.1')).status).toBe(200);
});

test('the log has no word of what was searched for', async () => {
  answers.length = 0;
  await ask('/search?q=leaked+name');
  expect(answers).toEqual([{ method: 'GET', path: '/search', status: 200, milliseconds: 20 }]);
  expect(JSON.stringify(answers)).not.toContain('leaked');
});
