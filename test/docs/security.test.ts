import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../support/command.js';

interface GuardCase {
  readonly threat: string;
  readonly guard: string;
  readonly file: string;
  readonly find: string;
  readonly test: string;
  readonly title: string;
}

const guards = JSON.parse(readFileSync(join(root, 'test', 'guards.json'), 'utf8')) as readonly GuardCase[];
const page = join(root, 'docs', 'security.md');
const MARK = '<!-- From here on test/guards.json; UPDATE_CASES=1 npx vitest run test/docs writes it. -->\n\n';

const cell = (text: string): string => text.replaceAll('|', '\\|');

function table(): string {
  const rows = guards.map(({ threat, guard, test: file, title }) => `| ${cell(threat)} | ${cell(guard)} | \`${file}\`: ${cell(title)} |`);
  return ['| threat | what holds it | the test that fails without it |', '|---|---|---|', ...rows].join('\n');
}

test('docs/security.md names every guard with its test', () => {
  const text = readFileSync(page, 'utf8');
  const expected = `${text.split(MARK)[0]}${MARK}${table()}\n`;
  if (process.env.UPDATE_CASES === '1') writeFileSync(page, expected);
  expect(process.env.UPDATE_CASES === '1' ? expected : text).toBe(expected);
});

test.each(guards)('$threat: its guard and its test are where test/guards.json says', ({ file, find, test: path, title }) => {
  expect(readFileSync(join(root, file), 'utf8').split(find)).toHaveLength(2);
  // A title with a value of test.each in it stands in the file with its place held.
  const words = title.split(/\d+(?:\.\d+)+/).map((part) => part.trim());
  const text = readFileSync(join(root, path), 'utf8') + readFileSync(join(root, 'test', 'people', 'conformance.ts'), 'utf8');
  for (const part of words) expect(text).toContain(part);
});
