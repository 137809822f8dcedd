import { createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isDue, takeChanges } from '../../src/cli/watch/digest.js';
import { type Delivery, pauseBefore, postMessage, readSecret } from '../../src/cli/watch/webhook.js';
import { command, put, startOnrecord } from '../support/command.js';

const SECRET = 'a secret of Osterin that nobody knows';
const KEY = Buffer.from(SECRET);

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Answer = 'takes' | 'fails' | 'hangs' | 'redirects' | 'asks for a pause';

/** A receiver that answers as it is told, one word an attempt; the last word holds for all that follow. */
async function receiver(...answers: readonly Answer[]) {
  const received: Received[] = [];
  const waiting: (() => void)[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const answer = answers[Math.min(received.length, answers.length - 1)] ?? 'takes';
      received.push({ headers: request.headers, body });
      for (const told of waiting.splice(0)) told();
      if (answer === 'hangs') return;
      const status = { takes: 204, fails: 503, redirects: 307, 'asks for a pause': 429 }[answer];
      response
        .writeHead(
          status,
          answer === 'redirects' ? { location: '/elsewhere' } : answer === 'asks for a pause' ? { 'retry-after': '1' } : {},
        )
        .end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  servers.push(server);
  return { address: `http://127.0.0.1:${port}/hook`, received, next: () => new Promise<void>((resolve) => waiting.push(resolve)) };
}

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  servers = [];
});

/** The check as docs/alerts.md shows it. */
function isGenuine({ headers, body }: Received, now: number): boolean {
  const [id, time, signatures] = [headers['webhook-id'], headers['webhook-timestamp'], headers['webhook-signature']].map(String);
  if (Math.abs(now / 1000 - Number(time)) > 300) return false;
  const expected = Buffer.from(createHmac('sha256', KEY).update(`${id}.${time}.${body}`).digest('base64'));
  return (signatures ?? '').split(' ').some((entry) => {
    const given = Buffer.from(entry.replace(/^v1,/, ''));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

describe('one message', () => {
  const post = (address: string, patience?: number): Promise<Delivery> =>
    postMessage({ address, secret: KEY }, { id: 'msg_1', body: '{"a":1}' }, Date.now(), patience);

  test('is signed over id, time and body', async () => {
    const { address, received } = await receiver('takes');
    expect(await post(address)).toEqual({ kind: 'delivered' });
    const [message] = received;
    expect(message !== undefined && isGenuine(message, Date.now())).toBe(true);
    expect(message !== undefined && isGenuine({ ...message, body: '{"a":2}' }, Date.now())).toBe(false);
    expect(message !== undefined && isGenuine(message, Date.now() + 600_000)).toBe(false);
    expect(message?.headers['content-type']).toBe('application/json');
  });

  test.each([
    ['fails', 'it answered 503', null],
    ['redirects', 'it answered 307, which leads elsewhere; give the address itself', null],
    ['asks for a pause', 'it answered 429', 1000],
    ['hangs', 'it did not answer within 0 s', null],
  ] as const)('to a receiver that %s is not delivered', async (answer, why, after) => {
    const { address, received } = await receiver(answer);
    expect(await post(address, 300)).toEqual({ kind: 'failed', why, after });
    expect(received).toHaveLength(1);
  });

  test('to nobody is not delivered', async () => {
    const { address } = await receiver();
    for (const server of servers) await new Promise((resolve) => server.close(resolve));
    expect(await post(address)).toEqual({ kind: 'failed', why: 'it cannot be reached: ECONNREFUSED', after: null });
  });

  test('pauses double up to an hour, and no two watches keep step', () => {
    expect([1, 2, 3, 4].map((attempts) => pauseBefore(attempts, 1))).toEqual([1000, 2000, 4000, 8000]);
    expect(pauseBefore(4, 0)).toBe(4000);
    expect(pauseBefore(60, 1)).toBe(3_600_000);
  });

  test('a secret is read as Standard Webhooks writes it, or as its bytes; short ones are refused', () => {
    expect(readSecret(`whsec_${Buffer.from('0123456789abcdef').toString('base64')}\n`)).toEqual(
      new Uint8Array(Buffer.from('0123456789abcdef')),
    );
    expect(readSecret('short')).toBeNull();
  });
});

describe('digests', () => {
  test.each([
    ['immediate', '2031-03-14T23:00:00Z', '2031-03-14T23:00:01Z', true],
    ['daily', '2031-03-14T00:00:00Z', '2031-03-14T23:59:59Z', false],
    ['daily', '2031-03-14T23:59:59Z', '2031-03-15T00:00:00Z', true],
    ['weekly', '2031-03-10T08:00:00Z', '2031-03-16T23:59:59Z', false],
    ['weekly', '2031-03-16T23:59:59Z', '2031-03-17T00:00:00Z', true],
  ] as const)('%s: from %s to %s', (digest, digested, now, due) => {
    expect(isDue(digest, digested, now)).toBe(due);
  });

  test('changes wait for their day, go in one message, and are taken once', () => {
    const change = (id: string) => ({ id }) as never;
    const empty = { format: 1, known: ['old'], waiting: [], messages: [], digested: '2031-03-14T09:00:00Z' } as const;
    const waiting = takeChanges(empty, [change('old'), change('a')], 'daily', {}, '2031-03-14T10:00:00Z');
    expect(waiting).toMatchObject({ waiting: [{ id: 'a' }], messages: [] });
    const due = takeChanges(waiting, [change('a'), change('b')], 'daily', {}, '2031-03-15T00:00:01Z');
    expect(due.messages.map(({ changes }) => changes.map(({ id }) => id))).toEqual([['a', 'b']]);
    expect(takeChanges(due, [change('a'), change('b')], 'daily', {}, '2031-03-16T00:00:01Z').messages).toHaveLength(1);
  });
});

describe('onrecord watch', () => {
  const article = (day: string, said: string, outlet = 'Meridian Post'): string =>
    `---\ntitle: Varga speaks\noutlet: ${outlet}\npublished: ${day}\nurl: https://meridian.example/${day}\n---\n\n“${said},” Foreign Minister Lena Varga told reporters in Osterin on Monday.\n`;

  let count = 0;
  let record = '';
  const add = async (name: string, text: string): Promise<void> => {
    expect((await command(['add', put(`watch-${count}/${name}.md`, text), '--record', record])).exit).toBe(0);
  };
  const watch = (...given: readonly string[]) =>
    command(['watch', '--once', '--on', 'ceasefire', '--record', record, ...given], { environment: { ONRECORD_WEBHOOK_SECRET: SECRET } });

  beforeEach(async () => {
    count++;
    record = join(dirname(put(`watch-${count}/.kept`, '')), 'record.sqlite');
    await add('first', article('2031-03-04', 'There will be no ceasefire'));
  });
  const change = (): Promise<void> => add('second', article('2031-04-08', 'We are ready for a ceasefire'));

  test('tells a change once, with both quotations, days and links', async () => {
    expect(await watch()).toMatchObject({ exit: 0, out: '', messages: expect.stringContaining('0 changes are known so far') });
    expect(await watch()).toMatchObject({ exit: 0, out: '', messages: '' });
    await change();
    const { out } = await watch();
    expect(out).toContain('Lena Varga: ');
    expect(out).toContain('“There will be no ceasefire,”');
    expect(out).toContain('“We are ready for a ceasefire,”');
    expect(out).toContain('https://meridian.example/2031-04-08');
    expect(out).toMatch(/then, 3 March 2031: ■ against/);
    expect(await watch()).toMatchObject({ exit: 0, out: '' });
  });

  test('posts a change, tries again where it failed, and never sends it again once it was taken', async () => {
    const { address, received } = await receiver('fails', 'takes');
    await watch('--webhook', address);
    await change();
    const ran = await watch('--webhook', address, '--pages', 'https://desk.example');
    expect(ran).toMatchObject({ exit: 0, out: '', messages: expect.stringContaining('was not taken: it answered 503') });
    expect(received).toHaveLength(2);
    expect(received[0]?.headers['webhook-id']).toBe(received[1]?.headers['webhook-id']);
    expect(received[0]?.body).toBe(received[1]?.body);
    const then = { stance: 'against', words: '“There will be no ceasefire,”' };
    expect(JSON.parse(received[1]?.body ?? '')).toMatchObject({
      type: 'onrecord.changes',
      digest: 'immediate',
      watch: { on: 'ceasefire' },
      changes: [
        {
          kind: 'position',
          then,
          now: { stance: 'for', link: expect.stringContaining('https://desk.example/s/') },
        },
      ],
    });
    await watch('--webhook', address);
    expect(received).toHaveLength(2);
  });

  test('killed before the answer came, it sends the same message again, under the same id', async () => {
    const { address, received, next } = await receiver('hangs', 'takes');
    await watch('--webhook', address);
    await change();
    const secret = put(`watch-${count}/secret`, SECRET);
    const arrived = next();
    const child = startOnrecord([
      'watch',
      '--once',
      '--on',
      'ceasefire',
      '--record',
      record,
      '--webhook',
      address,
      '--secret-file',
      secret,
    ]);
    await arrived;
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGKILL');
    await ended;
    expect(await watch('--webhook', address)).toMatchObject({ exit: 0 });
    expect(received).toHaveLength(2);
    expect(received[1]?.headers['webhook-id']).toBe(received[0]?.headers['webhook-id']);
    expect(received[1]?.body).toBe(received[0]?.body);
  });

  test('runs until it is stopped, and no second run of the same watch comes in between', async () => {
    const child = startOnrecord(['watch', '--every', '1', '--on', 'ceasefire', '--record', record]);
    let out = '';
    const heard = (stream: NodeJS.ReadableStream, words: string): Promise<void> =>
      new Promise((resolve) => {
        stream.on('data', (chunk) => {
          out += chunk;
          if (out.includes(words)) resolve();
        });
      });
    await heard(child.stderr, 'known so far');
    expect(await watch()).toMatchObject({ exit: 2, messages: expect.stringContaining('(watch-running)') });
    const told = heard(child.stdout, 'ready for a ceasefire');
    await change();
    await told;
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(readdirSync(dirname(record)).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  test.each([
    [['--webhook', 'file:///etc/passwd'], '(pages-wrong)'],
    [['--digest', 'hourly'], '(action-unknown)'],
    [['--every', 'soon'], '(number-wrong)'],
  ])('%j is refused', async (given, message) => {
    expect(await watch(...given)).toMatchObject({ exit: 2, messages: expect.stringContaining(message) });
  });

  test('a webhook needs a secret, and the state must be one', async () => {
    const ran = await command(['watch', '--once', '--record', record, '--webhook', 'http://127.0.0.1:9/']);
    expect(ran).toMatchObject({ exit: 2, messages: expect.stringContaining('(secret-missing)') });
    const state = put(`watch-${count}/state.json`, '{"format":2}');
    expect(await watch('--state', state)).toMatchObject({ exit: 2, messages: expect.stringContaining('(watch-state-wrong)') });
    expect(readFileSync(state, 'utf8')).toBe('{"format":2}');
    expect(existsSync(`${state}.lock`)).toBe(false);
  });
});
