import { chmodSync, copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, onrecord, put, scratch } from '../support/command.js';

const GOOD = 'Lena Varga said on Friday that she would go to Osterin.\n';

/** A record of one article, made once. */
async function smallRecord(): Promise<string> {
  const record = join(scratch(), 'small.sqlite');
  if (!existsSync(record)) await command(['add', put('small.txt', GOOD), '--record', record]);
  return record;
}

describe('input that cannot be read', () => {
  test('each bad item is named with its code, nothing of it is filed, and the rest is', async () => {
    const record = join(scratch(), 'bad-input.sqlite');
    const article = (text: string): string => JSON.stringify({ text });
    const paths = [
      put('bad/empty.txt', ''),
      put('bad/binary.txt', Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3])),
      put('bad/large.txt', 'She said so. '.repeat(200_000)),
      put('bad/latin.txt', Uint8Array.from([...Buffer.from(GOOD), 0x93, 0x4e, 0x6f, 0x94])),
      put('bad/lines.jsonl', `${article('Varga said one thing.')}\n{"text": "cut\n${article('Varga said two things.')}\n`),
      join(scratch(), 'bad/missing.txt'),
      put('bad/good.txt', GOOD),
    ];
    const ran = await command(['add', ...paths, '--record', record]);
    expect(ran.exit).toBe(3);
    const said = ran.messages.replaceAll(scratch(), '').split('\n').slice(0, -2);
    expect(said).toEqual([
      'onrecord: /bad/empty.txt is empty (empty)',
      'onrecord: /bad/binary.txt is not text (binary)',
      'onrecord: /bad/large.txt is larger than 2 MB, the most that one article may have (too-large)',
      'onrecord: /bad/latin.txt is not valid UTF-8 and was read as windows-1252; save it as UTF-8 if letters look wrong (encoding-guessed)',
      expect.stringMatching(/^onrecord: \/bad\/lines\.jsonl:2 is not valid JSON: .+ \(broken-json\)$/),
      'onrecord: /bad/missing.txt does not exist (not-found)',
    ]);
    expect(ran.out).toMatch(/^4 articles filed, .*\n5 could not be read\.\n$/);
    expect(await command(['verify', '--record', record])).toMatchObject({ exit: 0, out: expect.stringContaining('in 4 articles') });
  });

  test('marks without end are read, quickly', async () => {
    const ran = await command(['extract', put('marks.txt', '" '.repeat(20_000))]);
    expect(ran.exit).toBe(0);
    expect(JSON.parse(ran.out).statements).toEqual([]);
  });
});

describe('records that cannot be used', () => {
  const talks = (): string => put('talks.txt', GOOD);

  test('a file that is no record is left as it is', async () => {
    const record = put('not-a-record.sqlite', 'These are somebody’s notes, and no record.\n'.repeat(50));
    const before = readFileSync(record);
    const ran = await command(['add', talks(), '--record', record]);
    expect(ran).toMatchObject({ exit: 4, out: '', messages: expect.stringContaining('(record-not-ours)') });
    expect(ran.messages).toContain(record);
    expect(readFileSync(record)).toEqual(before);
  });

  test('a record that is missing is not made by asking it', async () => {
    const record = join(scratch(), 'never-made.sqlite');
    expect(await command(['verify', '--record', record])).toMatchObject({
      exit: 4,
      messages: expect.stringContaining('(record-missing)'),
    });
    expect(existsSync(record)).toBe(false);
  });

  test('a folder where the record should be, or a file where its folder should be, is named', async () => {
    const folder = join(put('a-folder/file.txt', 'x'), '..');
    expect(await command(['add', talks(), '--record', folder])).toMatchObject({ exit: 4, messages: expect.stringContaining(folder) });
    expect(await command(['add', talks(), '--record', join(folder, 'file.txt', 'r.sqlite')])).toMatchObject({ exit: 4 });
  });

  test('a record of a later release is not touched', async () => {
    const record = join(scratch(), 'later.sqlite');
    copyFileSync(await smallRecord(), record);
    const bytes = readFileSync(record);
    // Where SQLite keeps `pragma user_version`.
    bytes.writeUInt32BE(9999, 60);
    put('later.sqlite', bytes);
    const ran = await command(['add', talks(), '--record', record]);
    expect(ran).toMatchObject({ exit: 4, out: '', messages: expect.stringContaining('(record-newer)') });
    expect(readFileSync(record)).toEqual(bytes);
  });

  test('a record cut short says that it is damaged', async () => {
    const whole = readFileSync(await smallRecord());
    const ran = await command(['verify', '--record', put('cut.sqlite', whole.subarray(0, Math.floor(whole.length / 2)))]);
    expect([1, 4]).toContain(ran.exit);
    expect(ran.messages + ran.out).toContain('cut.sqlite');
  });
});

test('a record that may only be read says so, and is left as it is', async () => {
  const folder = join(put('read-only/note.txt', GOOD), '..');
  const record = join(folder, 'record.sqlite');
  copyFileSync(await smallRecord(), record);
  const before = readFileSync(record);
  chmodSync(record, 0o444);
  chmodSync(folder, 0o555);
  chmodSync(scratch(), 0o755);
  const ran = await onrecord(['add', join(folder, 'note.txt'), '--record', record], { user: 'without-rights' });
  expect(ran).toMatchObject({ exit: 4, out: '', messages: expect.stringContaining('(record-read-only)') });
  chmodSync(folder, 0o755);
  expect(readFileSync(record)).toEqual(before);
});

test('a disk that is full leaves the record as it was', async () => {
  const record = join(scratch(), 'full.sqlite');
  await command(['add', put('first.txt', GOOD), '--record', record]);
  const articles = put(
    'many.jsonl',
    Array.from({ length: 60 }, (_, index) => JSON.stringify({ id: `a${index}`, text: `${GOOD.repeat(3)} ${index}` })).join('\n'),
  );
  const ran = await onrecord(['add', articles, '--record', record], { largestFile: 300 });
  expect(ran).toMatchObject({ exit: 4, out: '' });
  expect(ran.messages).toMatch(/\(record-(?:full|unreadable)\)/);
  const verified = await command(['verify', '--record', record, '--json']);
  expect(JSON.parse(verified.out)).toMatchObject({ failed: 0 });
});
