import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const folder = fileURLToPath(new URL('../../src/engine/english/lists', import.meta.url));

const lists = readdirSync(folder).flatMap((file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/(\w+)\s*=\s*wordList\(`([^`]*)`/g)].map(
    (match) => [`${file} ${match[1]}`, (match[2] ?? '').trim().split(/\s+/)] as const,
  ),
);

test.each(lists)('%s is sorted and has no word twice', (_, words) => {
  expect(words).toEqual([...new Set(words)].sort());
});
