import { describe, expect, test } from 'vitest';
import { readLineCases } from '../../support/case-file.js';
import { readMarked } from '../../support/marked.js';

const modesOf = (given: string): string =>
  readMarked(given)
    .attributions.map(({ mode }) => mode)
    .join(' ');

describe('modes', () => {
  test.each(readLineCases('modes.txt', modesOf))('line $line: $given', ({ given, expected }) => expect(modesOf(given)).toBe(expected));
});
