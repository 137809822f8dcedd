import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, onShell, put, sampleRecord, scratch } from '../support/command.js';

const place = (name: string): string => join(scratch(), 'exports', name);

describe('export to a file', () => {
  test('the file is there when it is whole, and is never written over', async () => {
    put('exports/.kept', '');
    const record = await sampleRecord();
    const output = place('varga.html');
    const given = ['export', '--record', record, '--format', 'brief', '--title', 'Varga', '--output', output, 'speaker:Varga ceasefire'];
    const ran = await command(given);
    expect(ran).toMatchObject({ exit: 0, out: '' });
    expect(ran.messages).toContain(`written to ${output}`);
    expect(readFileSync(output, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    expect(await command(given)).toMatchObject({ exit: 2, messages: expect.stringContaining('(output-exists)') });
    expect(readdirSync(dirname(output)).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test.each([
    [['--format', 'xml'], 2, '(format-wrong)'],
    [['--format', 'brief'], 2, 'a brief holds at most 300 statements'],
    [['--pages', 'javascript:alert(1)'], 2, '(pages-wrong)'],
    [['--ids', 'abc', 'ceasefire'], 2, '(ids-and-query)'],
    [['--ids', 'nonsense'], 1, '(statement-unknown)'],
    [['--output', '/nowhere/at/all.csv'], 2, '(output-unwritable)'],
    [['speaker:Quillon'], 1, ''],
    [['speaker:'], 2, 'speaker: needs a value'],
  ])('%j ends with %d', async (given, exit, message) => {
    const ran = await command(['export', '--record', await sampleRecord(), ...given]);
    expect(ran.exit).toBe(exit);
    expect(ran.messages).toContain(message);
  });

  test('chosen statements, by the beginnings of their ids', async () => {
    const record = await sampleRecord();
    const { out } = await command(['search', 'speaker:Kessal', '--json', '--limit', '2', '--record', record]);
    const ids = (JSON.parse(out) as { readonly statements: readonly { readonly id: string }[] }).statements.map(({ id }) => id);
    const ran = await command(['export', '--record', record, '--format', 'ris', '--ids', ids.map((id) => id.slice(0, 12)).join(',')]);
    expect(ran.out.match(/^TY {2}- NEWS/gm)).toHaveLength(2);
    for (const id of ids) expect(ran.out).toContain(`ID  - onrecord-${id}`);
  });
});

test('binary formats go through a pipe whole; a reader that leaves early ends the export quietly', async () => {
  const record = await sampleRecord();
  const sqlite = await onShell(`onrecord export --record '${record}' --format sqlite | head -c 15`);
  expect(sqlite).toMatchObject({ exit: 0, out: 'SQLite format 3' });
  const parquet = await onShell(`onrecord export --record '${record}' --format parquet | tail -c 4`);
  expect(parquet).toMatchObject({ exit: 0, out: 'PAR1' });
});

test('an article under embargo is kept back, and the program says so', async () => {
  const record = place('embargo.sqlite');
  const article = (id: string, embargo: string | undefined): string =>
    JSON.stringify({
      id,
      outlet: 'Meridian Post',
      text: '“The bridge stays shut,” Lena Varga said on Monday.',
      published: '2031-03-14',
      embargo,
    });
  const file = put(
    'exports/embargo.jsonl',
    `${article('one', '2199-01-01T06:00:00Z')}\n${article('two', undefined).replace('stays', 'is')}\n`,
  );
  expect((await command(['add', file, '--record', record])).exit).toBe(0);
  const ran = await command(['export', '--format', 'markdown', '--record', record]);
  expect(ran.out).toContain('The bridge is shut');
  expect(ran.out).not.toContain('The bridge stays shut');
  expect(ran.messages).toContain('onrecord: 1 statement is left out: under embargo, the first until 1 January 2199, 06:00 UTC.');
  expect(existsSync(record)).toBe(true);
});
