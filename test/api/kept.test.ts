import { expect, test } from 'vitest';
import { createKept } from '../../src/api/kept.js';

test('what was not asked for the longest goes first, and never more is kept than may be', () => {
  const kept = createKept(10);
  kept.keep('a', 'aaaa');
  kept.keep('b', 'bbbb');
  kept.keep('a', 'aaaa');
  kept.keep('c', 'cccc');
  expect(['a', 'b', 'c'].map((tag) => kept.get(tag))).toEqual(['aaaa', undefined, 'cccc']);
  kept.keep('d', 'd'.repeat(11));
  expect(kept.get('d')).toBeUndefined();
});
