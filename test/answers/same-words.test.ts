import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordRun } from '../../src/answers/quotations/word-run.js';
import { compareWords } from '../../src/answers/same-words/compare-words.js';
import { type SameWords, sameWords } from '../../src/answers/same-words/same-words.js';
import type { StatementRecord } from '../../src/record/index.js';
import { sampleRecord } from '../web/sample-record.js';

describe('two renderings', () => {
  test.each([
    ['We cannot lay down our arms.', 'we cannot lay down our arms', 'same'],
    ['We don’t trade people', "We don't trade people.", 'same'],
    ['We are ready for a ceasefire', 'We are ready for a ceasefire, but only if the guns move back', 'shorter'],
    ['We are ready … only if the guns move back', 'We are ready for a ceasefire, but only if the guns move back', 'shorter'],
    ['We are ready for a ceasefire, but only if the guns move back', 'We are ready for a ceasefire', 'longer'],
    ['The guns that struck it were ours', 'The guns that struck it were not ours', 'altered'],
    ['A peace is within reach', 'A pause is within reach', 'altered'],
    [
      'We are prepared for a cessation of fire on the condition that Berg’s army departs from Osterin',
      'We are ready for a ceasefire if Berg’s army leaves Osterin',
      'otherwise',
    ],
  ])('%s ~ %s: %s', (one, other, rendering) => expect(compareWords(wordRun(one), wordRun(other))?.rendering).toBe(rendering));

  test.each([
    ['The ferry leaves at nine from the old quay', 'Nobody asked the miller about the flood'],
    ['We will not', 'We will not be moved by this'],
    ['It is what it is and that is that', 'That is what it was and it is this'],
  ])('%s ~ %s: not one thing', (one, other) =>
    expect(compareWords(wordRun(one), wordRun(other))?.rendering ?? null).toSatisfy(
      (found: unknown) => found === null || found === 'shorter',
    ),
  );

  test('what differs is told from the side of the first', () => {
    const comparison = compareWords(wordRun('The guns that struck it were ours'), wordRun('The guns that struck it were not ours'));
    expect(comparison?.differences.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'left-out', quoted: '', source: 'not' }]);
    const turned = compareWords(wordRun('The guns that struck it were not ours'), wordRun('The guns that struck it were ours'));
    expect(turned?.differences.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'put-in', quoted: 'not', source: '' }]);
  });
});

interface Planted {
  readonly file: string;
  readonly words: string;
}

const planted = JSON.parse(readFileSync(new URL('../../samples/planted.json', import.meta.url), 'utf8')) as {
  readonly altered: readonly (Planted & { readonly original: Planted })[];
  readonly shortened: readonly (Planted & { readonly original: Planted })[];
  readonly stitched: readonly (Planted & { readonly parts: readonly Planted[] })[];
};

describe('the samples', () => {
  let record: StatementRecord;
  beforeAll(async () => {
    record = await sampleRecord();
  });
  afterAll(() => record.close());

  /** Every rendering of the statement that holds these words, in any article. */
  async function of(words: string): Promise<SameWords> {
    const wanted = wordRun(words).keys.join(' ');
    for await (const { id, statement } of record.iterate({ filter: { kind: 'everything' } })) {
      if (!` ${wordRun(statement.words).keys.join(' ')} `.includes(` ${wanted} `)) continue;
      const answer = await sameWords(record, id);
      if (answer !== null) return answer;
    }
    throw new Error(`no statement holds "${words}"`);
  }
  const renderings = (answer: SameWords, words: string): readonly string[] => {
    const wanted = wordRun(words).keys.join(' ');
    return answer.quoted
      .filter(({ statement }) => ` ${wordRun(statement.statement.words).keys.join(' ')} `.includes(` ${wanted} `))
      .map(({ rendering }) => rendering);
  };

  test.each(planted.altered)('altered: $words', async ({ words, original }) => {
    expect(renderings(await of(original.words), words)).toContain('altered');
  });

  test.each(planted.stitched)('stitched: $words', async ({ words, parts }) => {
    const answer = await of(words);
    for (const part of parts) expect(renderings(answer, part.words)).toContain('shorter');
  });

  test('who left out the condition is told, with where it stands', async () => {
    const answer = await of('We are ready for a ceasefire, but only if Korrendi troops leave the Vellmark');
    const short = answer.quoted.find(({ statement }) => statement.article.outlet === 'NowDesk');
    expect(short).toMatchObject({ rendering: 'shorter' });
    expect(short?.statement.statement.words).not.toContain('only if');
  });

  test('what is reported without quotation marks is kept apart', async () => {
    const answer = await of('We are ready for a ceasefire, but only if Korrendi troops leave the Vellmark');
    expect(answer.quoted.every(({ statement }) => statement.attribution.manner !== 'indirect')).toBe(true);
    expect(answer.reported.every(({ statement }) => statement.attribution.manner === 'indirect')).toBe(true);
  });

  test('one wire story in three outlets: three renderings, one origin', async () => {
    const page = await record.statements({
      filter: {
        kind: 'and',
        of: [
          { kind: 'outlet', name: 'Interline' },
          { kind: 'printed', from: '2030-01-15', to: '2030-01-15' },
          { kind: 'manner', is: 'direct' },
        ],
      },
    });
    const answer = await of(page.statements[0]?.statement.words ?? '');
    expect(
      new Set(
        [answer.statement, ...answer.quoted.map(({ statement }) => statement), ...answer.reported.map(({ statement }) => statement)].map(
          ({ article }) => article.outlet,
        ),
      ).size,
    ).toBe(3);
    expect(answer.origins.origins).toHaveLength(1);
  });
});
