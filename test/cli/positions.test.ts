import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, put, type Ran, root, sampleRecord, scratch } from '../support/command.js';

const groups = join(root, 'samples', 'groups.toml');

/** Runs a command on a record of the samples, with their groups. */
const ask = async (...given: readonly string[]): Promise<Ran> => command([...given, '--issues', groups, '--record', await sampleRecord()]);

const parsed = async (...given: readonly string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await ask(...given, '--json')).out) as Record<string, unknown>;

describe('positions', () => {
  test('of one speaker on one issue, by day, with the condition and what was looked at', async () => {
    const { exit, out } = await ask('positions', 'Dorin', 'Kessal', '--on', 'ceasefire');
    expect(exit).toBe(0);
    expect(out).toMatch(/^Dorin Kessal: Ceasefire\n {2}\S.*\d{4}\n {4}[●◐■○] /);
    expect(out).toMatch(/ {4}■ against/);
    expect(out).toMatch(/◐ only if \([^)]*Korrendi[^)]*\)/);
    expect(out).toMatch(/Looked at 33 articles, 5 outlets, printed 15 Jan 2030 – 4 Jul 2031\.\n$/);
    expect(out.split('\n').every((line) => line.length <= 100)).toBe(true);
  });

  test('on any words, and nothing found where nobody takes a side on them', async () => {
    expect((await ask('positions', '--on', 'withdrawal or pull out')).exit).toBe(0);
    expect((await ask('positions', '--on', 'umbrellas')).exit).toBe(1);
  });

  test('as JSON: every position with the words that prove it', async () => {
    const { lanes, issues } = (await parsed('positions', '--on', 'ceasefire')) as {
      lanes: { days: { shown: { statement: { id: string; evidence: string; target: string } } }[] }[];
      issues: { id: string }[];
    };
    expect(issues.map(({ id }) => id)).toEqual(['ceasefire']);
    for (const { shown } of lanes.flatMap(({ days }) => days)) {
      expect(shown.statement.id).toMatch(/^[0-9a-f]{16}$/);
      expect(shown.statement.evidence).not.toBe('');
      expect(shown.statement.target).not.toBe('');
    }
  });
});

test('shifts show then and now', async () => {
  const { exit, out } = await ask('shifts', 'Dorin Kessal', '--on', 'ceasefire');
  expect(exit).toBe(0);
  expect(out).toMatch(/^Dorin Kessal: Ceasefire\n {2}then, \S.*\n {4}[●◐■] .*\n[\s\S]*? {2}now, \S.*\n {4}[●◐■] /);
  expect((await parsed('shifts')).shifts).not.toEqual([]);
});

test('several are compared on one clock', async () => {
  const { exit, out } = await ask('compare', 'Kessal', 'Varga', '--on', 'ceasefire');
  expect(exit).toBe(0);
  expect(out).toMatch(/^Ceasefire: Dorin Kessal, Lena Varga\n/);
  const years = [...out.matchAll(/^\S.* (\d{4})$/gm)].map((match) => Number(match[1]));
  expect(years).toEqual(years.toSorted((left, right) => left - right));
  expect((await ask('compare', 'Kessal')).exit).toBe(2);
});

test('the matrix opens every cell to its evidence', async () => {
  const { rows } = (await parsed('matrix', 'ceasefire', 'sanctions')) as { rows: { cells: ({ statements: string[] } | null)[] }[] };
  expect(rows.length).toBeGreaterThan(3);
  for (const cell of rows.flatMap(({ cells }) => cells)) if (cell !== null) expect(cell.statements.length).toBeGreaterThan(0);
  const { out } = await ask('matrix', '--limit', '2');
  expect(out).toMatch(/2 of \d+ speakers shown/);
});

test('a thread shows claim, denial and counter-claim, with the words that tie them', async () => {
  const { out } = await command(['thread', 'clinic', '--record', await sampleRecord()]);
  expect(out).toMatch(/Lena Varga[^\n]*\n[\s\S]*? {4}Osip Venn denies \(“denied”\)[\s\S]*? {8}Lena Varga answers \(“replied”\)/);
});

describe('issue', () => {
  test('lists what ships and what the user adds; an added one is used at once', async () => {
    const file = join(scratch(), 'own', 'issues.toml');
    const added = await command(['issue', 'add', 'howitzers', 'guns', 'howitzers', '--name', 'Guns', '--issues', file]);
    expect(added.exit).toBe(0);
    expect(existsSync(file)).toBe(true);
    await command(['issue', 'add', 'bread', '--issues', file]);
    expect(readFileSync(file, 'utf8')).toMatch(/^\[\[issue\]\]\nid = "howitzers"\n[\s\S]*\n\n\[\[issue\]\]\nid = "bread"\n/);
    expect((await command(['issue', 'list', '--issues', file])).out).toMatch(/Guns \(howitzers\)\n {4}guns, howitzers/);
    const record = await sampleRecord();
    expect((await command(['issue', 'test', 'howitzers', '--issues', file, '--record', record])).out).toMatch(/1 {2}.*guns/);
    expect((await command(['issue', 'add', 'bread', '--issues', file])).exit).toBe(2);
  });

  test('tests what an issue finds, and suggests what recurs', async () => {
    expect((await ask('issue', 'test', 'sanctions')).out).toMatch(/sanctions/);
    expect((await ask('issue', 'suggest')).exit).toBeLessThan(2);
  });

  test('names mistakes', async () => {
    const broken = put('broken.toml', '[[issue]]\nid = "Truce!"\n');
    const { exit, messages } = await command(['issue', 'list', '--issues', broken]);
    expect(exit).toBe(2);
    expect(messages).toMatch(/broken\.toml: line 1: write an "id" of small letters/);
    expect((await command(['issue', 'list', '--issues', join(scratch(), 'none.toml')])).messages).toMatch(/no file of issues/);
    expect((await command(['issue', 'frob'])).messages).toMatch(/it can be list, add, test, suggest/);
  });
});
