import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));

/** What each layer may import, as ARCHITECTURE.md says. */
const ALLOWED: Record<string, readonly string[]> = {
  engine: [],
  readers: ['engine'],
  record: ['engine'],
  answers: ['engine', 'record'],
  runtime: ['engine', 'readers', 'record', 'answers'],
  people: ['engine', 'record'],
  web: ['engine', 'record', 'answers', 'people'],
  api: ['engine', 'record', 'answers'],
  mcp: ['engine', 'record', 'answers', 'api'],
  cli: ['engine', 'readers', 'record', 'answers', 'runtime', 'people', 'web', 'api', 'mcp'],
};

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
}

const layerOf = (file: string): string => file.split(/[\\/]/)[0] ?? '';

test('every file belongs to a layer', () => {
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => ALLOWED[layerOf(file)] === undefined)).toEqual([]);
});

test('no layer imports one that it may not see', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) => layerOf(relative(source, resolve(source, dirname(file), name))))
      .filter((layer) => layer !== layerOf(file) && !ALLOWED[layerOf(file)]?.includes(layer))
      .map((layer) => `${file} imports ${layer}`),
  );
  expect(wrong).toEqual([]);
});

test('the engine imports no Node module', () => {
  const wrong = files
    .filter((file) => layerOf(file) === 'engine')
    .flatMap((file) => importsOf(file).filter((name) => name.startsWith('node:')));
  expect(wrong).toEqual([]);
});

test('printing, exiting, environment and clock are for the command line alone', () => {
  const wrong = files
    .filter((file) => layerOf(file) !== 'cli')
    .filter((file) =>
      /\bconsole\.|process\.(?:exit|env|argv|std)|Date\.now\(|new Date\(\)|Math\.random\(/.test(readFileSync(join(source, file), 'utf8')),
    );
  expect(wrong).toEqual([]);
});
