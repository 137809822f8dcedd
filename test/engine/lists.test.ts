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

const forms = readdirSync(folder).flatMap((file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/(\w+)\s*=\s*formList\(`([^`]*)`/g)].map(
    (match) =>
      [
        `${file} ${match[1]}`,
        (match[2] ?? '')
          .trim()
          .split('\n')
          .map((line) => line.trim().split(/\s+/)[0] ?? ''),
      ] as const,
  ),
);

test.each(forms)('%s is sorted by lemma and has none twice', (_, lemmas) => {
  expect(lemmas).toEqual([...new Set(lemmas)].sort());
});
