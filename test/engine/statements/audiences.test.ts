import { describe, expect, test } from 'vitest';
import { readLineCases } from '../../support/case-file.js';
import { readMarked, wordsAt } from '../../support/marked.js';

function audiencesOf(given: string): string {
  const reading = readMarked(given);
  return reading.statements.map(({ addressee, occasion }) => `${wordsAt(reading, addressee)} | ${wordsAt(reading, occasion)}`).join('; ');
}

describe('audiences', () => {
  test.each(readLineCases('audiences.txt', audiencesOf))('line $line: $given', ({ given, expected }) =>
    expect(audiencesOf(given)).toBe(expected),
  );
});
