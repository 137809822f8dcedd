import { expect, test } from 'vitest';
import { readIgnore } from '../../src/readers/ignore.js';

test.each([
  ['*.tmp', 'a/b.tmp', true],
  ['*.tmp', 'a/b.txt', false],
  ['/a.txt', 'a.txt', true],
  ['/a.txt', 'b/a.txt', false],
  ['a/*.txt', 'a/b.txt', true],
  ['a/*.txt', 'a/b/c.txt', false],
  ['a/**/c.txt', 'a/c.txt', true],
  ['a/**/c.txt', 'a/b/b/c.txt', true],
  ['draft?.md', 'draft1.md', true],
  ['drafts/', 'drafts', false],
  ['*.md\n!keep.md', 'keep.md', false],
  ['# *.md', 'a.md', false],
])('%s and %s', (pattern, path, ignored) => expect(readIgnore(pattern)(path, false)).toBe(ignored));

test('a pattern that ends in "/" is for folders', () => expect(readIgnore('drafts/')('a/drafts', true)).toBe(true));

test('many stars take no time', () => expect(readIgnore(`${'*a'.repeat(50)}b`)('a'.repeat(2000), false)).toBe(false));
