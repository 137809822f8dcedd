import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLineCases } from '../../support/case-file.js';
import { readMarked, readMarks, wordsAt } from '../../support/marked.js';

function saidIn(given: string): string {
  const reading = readMarked(given, { published: '2031-03-14' });
  return reading.statements
    .map(({ said }) => {
      const retold = said.retold ? ' retold' : '';
      return said.basis === 'unknown' ? `unknown${retold}` : `${said.edtf} ${said.basis} [${wordsAt(reading, said.evidence)}]${retold}`;
    })
    .join('; ');
}

describe.each(['said/stated.txt', 'said/carried.txt'])('%s', (file) => {
  test.each(readLineCases(file, saidIn))('line $line: $given', ({ given, expected }) => expect(saidIn(given)).toBe(expected));
});

const PIECES = [
  '<Varga> ',
  '[said] ',
  '{it was late} ',
  'on Monday ',
  'in March 2029 ',
  '. ',
  '“',
  '”',
  'a week later ',
  ' / ',
  'who ',
  ', ',
  'yesterday ',
];

test('whatever the text, a known day has its words and does not end before it starts', () => {
  const printed = fc.constantFrom('2031-03-14', '2032-02-29', '0001-01-01', 'nonsense', null);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }), printed, (pieces, published) => {
      const marked = pieces.join('');
      if (readMarks(marked).text.trim() === '') return;
      for (const { said } of readMarked(marked, { published }).statements) {
        if (said.basis === 'unknown') expect([said.from, said.to, said.evidence]).toEqual([null, null, null]);
        else expect(said.evidence).not.toBeNull();
        if (said.from !== null && said.to !== null) expect(said.from <= said.to).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});
