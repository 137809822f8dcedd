import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { root, testEnvironment } from '../support/command.js';

const page = readFileSync(join(root, 'docs', 'library.md'), 'utf8');
const code = [...page.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map((block) => block[1] ?? '').join('\n');

/** "EXPRESSION; // → VALUE" as a check that the one is the other. */
const CHECKED = /^((?:for await \(.*?\) )?)(\S.*); \/\/ → (.+)$/;

/** The examples of the page as one module, in its order: a later one may use what an earlier one made. */
function moduleOf(examples: string): string {
  const lines = examples.split('\n').map((line) => {
    const [, before = '', expression, value] = CHECKED.exec(line) ?? [];
    return expression === undefined ? line : `${before}same(${JSON.stringify(line)}, ${expression}, ${value});`;
  });
  const imports = lines.filter((line) => line.startsWith('import '));
  const body = lines.filter((line) => !line.startsWith('import '));
  return [
    "import { deepStrictEqual } from 'node:assert';",
    ...imports,
    'let checked = 0;',
    "function same(line, actual, expected) { deepStrictEqual(actual, expected, line + ' gives ' + JSON.stringify(actual)); checked++; }",
    ...body,
    'console.log(checked);',
  ].join('\n');
}

test('every example of docs/library.md gives what the page says, with the built package under its own name', async () => {
  const folder = join(root, '.build', 'examples');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `library-${process.pid}.mjs`);
  writeFileSync(file, moduleOf(code));
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [file], { cwd: root, env: testEnvironment() });
    expect(Number(stdout)).toBe(code.split('\n').filter((line) => CHECKED.test(line)).length);
  } finally {
    rmSync(file);
  }
});

test('every function that the package exports under its own name has an example there', async () => {
  const library = (await import('../../src/runtime/index.js')) as Readonly<Record<string, unknown>>;
  const functions = Object.entries(library).flatMap(([name, value]) =>
    typeof value === 'function' && !/^class\b/.test(value.toString()) ? [name] : [],
  );
  expect(functions.length).toBeGreaterThan(40);
  expect(functions.filter((name) => !new RegExp(`\\b${name}\\(`).test(code))).toEqual([]);
});
