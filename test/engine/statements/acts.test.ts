import { describe, expect, test } from 'vitest';
import { readLineCases } from '../../support/case-file.js';
import { readMarked, wordsAt } from '../../support/marked.js';

function actsOf(given: string): string {
  const reading = readMarked(given);
  return reading.statements.map(({ act, whom }) => `${act} | ${wordsAt(reading, whom)}`).join(', ');
}

describe('acts', () => {
  test.each(readLineCases('acts.txt', actsOf))('line $line: $given', ({ given, expected }) => expect(actsOf(given)).toBe(expected));
});
