import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { root } from '../support/command.js';

const folder = join(root, 'docs', 'reference');

test('docs/reference tells everything that the built package exports, as it is (npm run reference writes it)', async () => {
  const { referencePages } = (await import(pathToFileURL(join(root, 'scripts', 'reference.mjs')).href)) as {
    referencePages(): ReadonlyMap<string, string>;
  };
  const pages = referencePages();
  if (process.env.UPDATE_CASES === '1') {
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    for (const [name, text] of pages) writeFileSync(join(folder, name), text);
  }
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(readFileSync(join(folder, name), 'utf8') === text, `${name} is not up to date`).toBe(true);
});

test.each(['onrecord', 'onrecord-engine', 'onrecord-readers', 'onrecord-record', 'onrecord-answers'])(
  '%s: everything that can be called is there',
  async (name) => {
    const door = name === 'onrecord' ? 'runtime' : name.slice('onrecord-'.length);
    const exported = Object.keys((await import(pathToFileURL(join(root, 'dist', door, 'index.js')).href)) as object);
    const page = readFileSync(join(folder, `${name}.md`), 'utf8');
    expect(exported.filter((one) => !page.includes(`\n### ${one}\n`))).toEqual([]);
  },
);
