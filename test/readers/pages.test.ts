import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Article } from '../../src/engine/index.js';
import { Fields, metadataOf } from '../../src/readers/fields.js';
import { makeReadable } from '../../src/readers/make-readable.js';

interface PageCase {
  readonly name: string;
  readonly told: Readonly<Record<string, string>>;
  readonly marked: string;
  readonly known: readonly string[];
}

const file = readFileSync(new URL('../cases/readers/pages.txt', import.meta.url), 'utf8');

function readCase(section: string): PageCase {
  const [name = '', ...lines] = section.trimEnd().split('\n');
  const told = lines.filter((line) => line.startsWith('? ')).map((line) => line.slice(2).split(': '));
  const known = lines.filter((line) => line.startsWith('= ')).map((line) => line.slice(2));
  const marked = lines.filter((line) => !/^[?=] /.test(line)).join('\n');
  return { name, told: Object.fromEntries(told.map(([key, value]) => [key, value ?? ''])), marked: marked.trim(), known };
}

const cases = file.split(/^=== /m).slice(1).map(readCase);

/** The text without its marks: "[kind|words]" and "[words]" at the beginnings and ends of lines. */
const unmark = (marked: string): string =>
  marked.replace(/^\[(?:(?:headline|byline|dateline|boilerplate|caption|heading|quote)\|)?/gm, '').replace(/\]$/gm, '');

function mark(article: Article): string {
  let out = '';
  let at = 0;
  for (const block of article.blocks) {
    const words = article.text.slice(block.start, block.end);
    out += article.text.slice(at, block.start) + (block.kind === 'paragraph' ? `[${words}]` : `[${block.kind}|${words}]`);
    at = block.end;
  }
  return out + article.text.slice(at);
}

function valueIn(article: Article, name: string): string {
  const value = article[name as keyof Article];
  return Array.isArray(value) ? value.join(', ') : String(value);
}

test.each(cases)('$name', ({ told, marked, known }) => {
  const { metadata } = metadataOf(new Fields(told));
  const article = makeReadable(unmark(marked), metadata, 'markdown' in told ? 'markdown' : 'plain');
  expect(mark(article)).toBe(marked);
  for (const line of known) {
    const [name = '', value] = line.split(': ');
    expect(`${name}: ${valueIn(article, name)}`).toBe(`${name}: ${value}`);
  }
});
