import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRecord } from '../../src/record/index.js';
import { command, put, scratch, startOnrecord } from '../support/command.js';

const LINES = Array.from(
  { length: 120 },
  (_, index) =>
    `${JSON.stringify({ id: `a${index}`, outlet: 'Meridian Post', text: `Lena Varga said on day ${index} that she would go to Osterin ${index} times.` })}\n`,
);

/** How many articles the record at a place holds, as another process sees it. */
async function filed(place: string): Promise<number> {
  try {
    const record = await openRecord(place, 'read');
    const { articles } = await record.lookedAt({ kind: 'everything' });
    await record.close();
    return articles;
  } catch {
    return 0;
  }
}

/** Gives `add` 80 articles of 120, waits until some are filed and the rest is under way, and sends the signal. */
async function stopWith(signal: NodeJS.Signals, place: string): Promise<number | null> {
  const child = startOnrecord(['add', '-', '--jobs', '1', '--record', place]);
  const closed = once(child, 'close');
  child.stdin.on('error', () => {});
  child.stdin.write(LINES.slice(0, 80).join(''));
  while ((await filed(place)) === 0) await new Promise((resolve) => setTimeout(resolve, 30));
  child.stdin.write(LINES.slice(80, 100).join(''));
  child.kill(signal);
  const [exit] = await closed;
  return exit as number | null;
}

const lastLine = (out: string): unknown => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');

async function statementsIn(place: string): Promise<readonly string[]> {
  const { out } = await command(['export', '--record', place]);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id as string)
    .sort();
}

test.each(['SIGKILL', 'SIGINT'] as const)(
  '%s in the middle of filing loses nothing and doubles nothing',
  { timeout: 120_000 },
  async (signal) => {
    const place = join(scratch(), `${signal}.sqlite`);
    const exit = await stopWith(signal, place);
    expect(exit).toBe(signal === 'SIGINT' ? 130 : null);
    const before = await filed(place);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(120);
    expect((await command(['verify', '--record', place])).exit).toBe(0);

    const all = put('all.jsonl', LINES.join(''));
    const again = lastLine((await command(['add', all, '--json', '--record', place])).out);
    expect(again).toMatchObject({ known: before, filed: 120 - before, version: 0, amended: 0 });
    const fresh = join(scratch(), `${signal}-fresh.sqlite`);
    await command(['add', all, '--record', fresh]);
    expect(await statementsIn(place)).toEqual(await statementsIn(fresh));
  },
);

test('a reader that goes away ends extract quietly', { timeout: 120_000 }, async () => {
  const child = startOnrecord(['extract', '-', '--jobs', '1']);
  const closed = once(child, 'close');
  let messages = '';
  child.stderr.on('data', (chunk) => {
    messages += chunk;
  });
  child.stdin.on('error', () => {});
  child.stdin.write(LINES.join(''));
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.stdin.write(LINES.join(''));
  const [exit] = await closed;
  expect({ exit, messages }).toEqual({ exit: 0, messages: '' });
});
