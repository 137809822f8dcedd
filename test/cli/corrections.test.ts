import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { command, put, root, scratch } from '../support/command.js';

let record = '';
beforeAll(async () => {
  record = join(scratch(), 'corrected.sqlite');
  const articles = [
    '2030-06-06-interline-assembly-vote.md',
    '2030-11-20-interline-chamber-elections.md',
    '2030-02-08-radio-pelhaven-kessal-meeting.md',
  ];
  await command(['add', ...articles.map((name) => join(root, 'samples', 'articles', name)), '--record', record]);
});

const run = (...given: readonly string[]) => command(given, { environment: { ONRECORD_RECORD: record } });
const json = async (...given: readonly string[]) => JSON.parse((await run(...given, '--json')).out);
const firstOf = async (query: string): Promise<{ id: string }> => (await json('search', query)).statements[0];

describe('one statement', () => {
  test('a day is set right, survives reading again, and is taken back', async () => {
    const { id } = await firstOf('"guns that struck the clinic" outlet:interline');
    const before = await json('show', id);
    const { exit, out } = await run('correct', id.slice(0, 10), '--said', '2030-06-01..2030-06-02', '--note', 'the recording');
    expect(exit).toBe(0);
    expect(out).toMatch(new RegExp(`^[0-9a-f]{10}: statement ${id} was said between 2030-06-01 and 2030-06-02\\.\n$`));
    expect((await json('show', id)).statement.statement.said).toMatchObject({ from: '2030-06-01', to: '2030-06-02' });
    await run('add', '--again', join(root, 'samples', 'articles', '2030-06-06-interline-assembly-vote.md'));
    expect((await json('show', id)).statement.statement.said).toMatchObject({ from: '2030-06-01', to: '2030-06-02' });
    const [entry] = await json('corrections');
    expect((await run('corrections', 'undo', entry.id)).exit).toBe(0);
    expect((await json('show', id)).statement.statement.said).toEqual(before.statement.statement.said);
  });

  test('a withdrawn statement is found no more', async () => {
    const { id } = await firstOf('"count the seconds" outlet:interline');
    expect((await run('correct', id, '--withdraw')).exit).toBe(0);
    expect((await json('search', '"count the seconds" outlet:interline')).statements.map((one: { id: string }) => one.id)).not.toContain(
      id,
    );
  });

  test('what cannot be done is refused and not written', async () => {
    const { id } = await firstOf('outlet:interline');
    const before = readFileSync(`${record}.corrections.jsonl`, 'utf8');
    expect(await run('correct', id, '--act', 'sings')).toMatchObject({ exit: 2, messages: expect.stringContaining('correction-refused') });
    expect(await run('correct', id, '--words', 'words that stand nowhere in this article')).toMatchObject({ exit: 2 });
    expect(await run('correct', id)).toMatchObject({ exit: 2, messages: expect.stringContaining('one-change') });
    expect(await run('correct', id, '--said', 'Friday')).toMatchObject({ exit: 2, messages: expect.stringContaining('day-wrong') });
    expect(readFileSync(`${record}.corrections.jsonl`, 'utf8')).toBe(before);
  });
});

describe('speakers', () => {
  test('are merged, and found under both names', async () => {
    const names = (await json('speaker', 'list', 'Solanek')).map((one: { name: string }) => one.name);
    expect(names).toEqual(expect.arrayContaining(['Mira Solanek', 'Viktor Solanek']));
    const count = async (name: string): Promise<number> => (await json('speaker', 'list', name))[0]?.statements ?? 0;
    const [into, from] = [await count('Lena Varga'), await count('Ottla Ferenz')];
    expect((await run('speaker', 'merge', 'Ottla Ferenz', 'Lena Varga')).exit).toBe(0);
    expect(await count('Lena Varga')).toBe(into + from);
    const [entry] = (await json('corrections')).slice(-1);
    await run('corrections', 'undo', entry.id);
    expect(await count('Lena Varga')).toBe(into);
  });

  test('several of one name are told apart before anything is done', async () => {
    expect(await run('speaker', 'rename', 'Solanek', 'X')).toMatchObject({ exit: 2, messages: expect.stringContaining('speaker-several') });
    expect(await run('speaker', 'merge', 'Nobody Atall', 'Lena Varga')).toMatchObject({
      exit: 1,
      messages: expect.stringContaining('speaker-unknown'),
    });
    expect(await run('speaker', 'sing', 'a', 'b')).toMatchObject({ exit: 2, messages: expect.stringContaining('action-wrong') });
  });

  test('an export becomes registry entries', async () => {
    const file = put(
      'export.jsonl',
      '{"name": "Ida Holm", "alias": ["I. Holm"], "position": "mayor", "of": "Osterin", "from": "2030-01-01"}\nnot json\n',
    );
    const { exit, out, messages } = await run('speaker', 'import', file);
    expect(out).toContain('name = "Ida Holm"');
    expect(out).toContain('title = "mayor"');
    expect(messages).toContain(`${file}:2 not JSON`);
    expect(exit).toBe(3);
  });
});

test('corrections are exported by copying their file, and bringing them twice changes nothing', async () => {
  const file = put('brought.jsonl', readFileSync(`${record}.corrections.jsonl`, 'utf8'));
  expect((await run('corrections', 'import', file)).out).toBe('0 corrections added.\n');
});
