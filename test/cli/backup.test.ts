import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openRecord } from '../../src/record/index.js';
import { madeReading } from '../record/made-reading.js';
import { command, sampleRecord, scratch } from '../support/command.js';

async function sampleCopy(name: string): Promise<string> {
  const record = join(scratch(), name);
  copyFileSync(await sampleRecord(), record);
  return record;
}

const found = async (record: string): Promise<string> => (await command(['export', '--record', record, '--format', 'jsonl'])).out;

test('what was backed up comes back: statements, corrections and issues', async () => {
  const record = await sampleCopy('kept.sqlite');
  await command(['speaker', 'rename', 'Lena Varga', 'Lena M. Varga', '--record', record]);
  const folder = join(scratch(), 'backup-kept');
  const made = await command(['backup', folder, '--record', record, '--json']);
  expect(made.exit).toBe(0);
  expect(JSON.parse(made.out)).toMatchObject({ format: 'onrecord-backup/1', articles: 33 });
  const restored = join(scratch(), 'restored.sqlite');
  expect(await command(['restore', folder, '--record', restored])).toMatchObject({
    exit: 0,
    out: expect.stringContaining('every citation holds'),
  });
  expect(await found(restored)).toBe(await found(record));
  expect(await found(restored)).toContain('Lena M. Varga');
  expect((await command(['corrections', '--record', restored])).out).toContain('Lena M. Varga');
});

test('a record that is there is kept, and only replaced when asked', async () => {
  const folder = join(scratch(), 'backup-replace');
  await command(['backup', folder, '--record', await sampleRecord()]);
  const record = await sampleCopy('in-use.sqlite');
  const before = readFileSync(record);
  expect(await command(['restore', folder, '--record', record])).toMatchObject({
    exit: 2,
    messages: expect.stringContaining('(record-there)'),
  });
  expect(readFileSync(record).equals(before)).toBe(true);
  const replaced = await command(['restore', folder, '--record', record, '--replace', '--json']);
  expect(JSON.parse(replaced.out)).toMatchObject({ restored: true, kept: `${record}.before-restore` });
  expect(readFileSync(`${record}.before-restore`).equals(before)).toBe(true);
});

test('one changed byte is noticed, and nothing is restored', async () => {
  const folder = join(scratch(), 'backup-damaged');
  await command(['backup', folder, '--record', await sampleRecord()]);
  expect((await command(['restore', folder, '--check'])).out).toContain('as it was written');
  const file = join(folder, 'record.sqlite');
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const record = join(scratch(), 'never.sqlite');
  const ran = await command(['restore', folder, '--record', record]);
  expect(ran).toMatchObject({ exit: 4, messages: expect.stringMatching(/record\.sqlite is not as it was written.*\(backup-damaged\)/) });
  expect(existsSync(record)).toBe(false);
});

test('a backup whose citations do not hold is refused, even with a manifest that fits', async () => {
  const folder = join(scratch(), 'backup-altered');
  const record = await sampleCopy('altered.sqlite');
  await alterWords(record);
  await command(['backup', folder, '--record', record]);
  const ran = await command(['restore', folder, '--record', join(scratch(), 'altered-restored.sqlite')]);
  expect(ran).toMatchObject({ exit: 4, messages: expect.stringContaining('(backup-damaged)') });
  expect(existsSync(join(scratch(), 'altered-restored.sqlite'))).toBe(false);
});

/** Changes a word in a stored text behind the program's back. */
async function alterWords(record: string): Promise<void> {
  const { loadDriver } = await import('../../src/record/sqlite/driver.js');
  const driver = new (await loadDriver())(record, { readOnly: false, timeout: 1000 });
  driver.exec(`update statements set words = replace(words, 'ceasefire', 'surrender')`);
  driver.close();
}

test('a folder that is there, and one that is no backup, are left alone', async () => {
  const folder = join(scratch(), 'backup-twice');
  const record = await sampleRecord();
  expect((await command(['backup', folder, '--record', record])).exit).toBe(0);
  expect(await command(['backup', folder, '--record', record])).toMatchObject({
    exit: 2,
    messages: expect.stringContaining('(backup-there)'),
  });
  expect(await command(['restore', scratch(), '--record', join(scratch(), 'none.sqlite')])).toMatchObject({
    exit: 4,
    messages: expect.stringContaining('manifest.json'),
  });
});

test('a backup made while articles are filed is of one moment', async () => {
  const place = join(scratch(), 'busy.sqlite');
  const record = await openRecord(place, 'write');
  await record.file([filing(0)]);
  const folder = join(scratch(), 'backup-busy');
  const [made] = await Promise.all([
    command(['backup', folder, '--record', place, '--json']),
    record.file(Array.from({ length: 20 }, (_, index) => filing(index + 1))),
  ]);
  await record.close();
  expect(made.exit).toBe(0);
  expect([1, 21]).toContain(JSON.parse(made.out).articles);
  expect((await command(['restore', folder, '--record', join(scratch(), 'busy-restored.sqlite')])).exit).toBe(0);
});

const filing = (number: number) => ({
  reading: madeReading({ id: `harbour ${number}`, text: `Lena Varga said harbour ${number} opens.` }, [
    { words: 'opens', speaker: 'Lena Varga' },
  ]),
});
