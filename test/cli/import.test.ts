import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { command, put } from '../support/command.js';

const file = put(
  'import/held.csv',
  'words,speaker,said,url\n"We stay",Lena Varga,2031-03-14,https://meridian.example/1\n"No bridge",Tomas Berg,,https://meridian.example/1\nno cells\n',
);
const record = join(dirname(file), 'record.sqlite');
const run = (...given: readonly string[]) => command([...given, '--record', record]);

test('imported quotations are filed, named, told apart and exported as what they are', async () => {
  const article = put(
    'import/read.md',
    '---\noutlet: Meridian Post\nurl: https://meridian.example/1\npublished: 2031-03-15\n---\n\n“We shall see,” Foreign Minister Lena Varga told reporters.\n',
  );
  expect((await run('add', article)).exit).toBe(0);
  const ran = await run('import', file, '--from', 'Osterin archive');
  expect(ran).toMatchObject({ exit: 3, out: '2 quotations imported from Osterin archive.\n1 row could not be read.\n' });
  expect(ran.messages).toContain('held.csv:4 has 1 cells where the header has 4 (broken-csv)');
  expect((await run('import', file, '--from', 'Osterin archive', '--json')).out).toContain('"known":2');

  const imported = await run('search', 'is:imported');
  expect(imported.out).toContain('“We stay”');
  expect(imported.out).toContain('imported from Osterin archive');
  expect(imported.out).toContain('Looked at 0 articles, 0 outlets; 2 imported quotations.');
  const read = await run('search', 'speaker:Varga -is:imported');
  expect(read.out).toContain('We shall see');
  expect(read.out).not.toContain('We stay');
  expect((await run('search', 'imported:archive')).out).toContain('2 statements found');

  const { out } = await run('export', '--format', 'jsonl', 'speaker:Varga');
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly imported: string | null; readonly said_from: string | null });
  expect(rows.map(({ imported: from, said_from }) => [from, said_from])).toEqual([
    [null, null],
    ['Osterin archive', '2031-03-14'],
  ]);
  expect((await run('verify')).exit).toBe(0);
});

test('what was exported can be imported', async () => {
  const { out } = await run('export', '--format', 'csv', 'is:imported');
  const copy = put('import/copy.csv', out);
  const other = join(dirname(file), 'other.sqlite');
  const ran = await command(['import', copy, '--from', 'A colleague', '--record', other]);
  expect(ran).toMatchObject({ exit: 0, out: '2 quotations imported from A colleague.\n' });
  expect((await command(['search', 'Varga', 'OR', 'speaker:Varga', '--record', other])).out).toContain('14 March 2031');
});

test.each([
  [['--layout', 'xml'], '(format-wrong)'],
  [[], '(collection-missing)'],
  [['--from', 'X', '--map', 'who=speaker'], '(map-wrong)'],
  [['--layout', 'gdelt', '--map', 'words=quote'], '(map-wrong)'],
])('%j is refused', async (given, message) => {
  expect(await run('import', file, ...given)).toMatchObject({ exit: 2, messages: expect.stringContaining(message) });
});

test('a file that is not there is named', async () => {
  expect(await run('import', '/nowhere/held.csv', '--from', 'X')).toMatchObject({
    exit: 3,
    messages: expect.stringContaining('/nowhere/held.csv does not exist'),
  });
});
