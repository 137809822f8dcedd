import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadDriver } from '../../../src/record/sqlite/driver.js';
import { lexemesOf } from '../../../src/record/words/lexemes.js';
import { porterStem } from '../../../src/record/words/porter.js';

/** Endings of every rule, so that made words meet all of them. SQLite leaves some words alone that are nothing but an ending. */
const ENDINGS =
  'sses ies ss s eed ed ing at bl iz y ational tional enci anci izer bli alli entli eli ousli ization ation ator alism iveness fulness ousness aliti iviti biliti logi icate ative alize iciti ical ful ness al ance ence er ic able ible ant ement ment ent ion tion sion ou ism ate iti ous ive ize e ll tt'.split(
    ' ',
  );

const word = fc
  .tuple(fc.stringMatching(/^[bdglrstwxyaeiou]{1,6}$/), fc.constantFrom('', ...ENDINGS), fc.constantFrom('', ...ENDINGS))
  .map((parts) => parts.join(''))
  .filter((made) => made.length > 0 && made.length <= 20);

describe('stems', () => {
  test('are those of the published algorithm, as SQLite has it', async () => {
    const Driver = await loadDriver();
    const database = new Driver(':memory:', { readOnly: false, timeout: 1_000 });
    database.exec(`create virtual table stemmed using fts5(word, tokenize='porter ascii');
      create virtual table terms using fts5vocab(stemmed, 'instance');`);
    const words = [...new Set(fc.sample(word, { numRuns: 5_000, seed: 11 }))];
    database.exec('begin');
    const insert = database.prepare('insert into stemmed (rowid, word) values (?, ?)');
    for (const [index, one] of words.entries()) insert.run(index + 1, one);
    database.exec('commit');
    const rows = database.prepare('select doc, term from terms order by doc').all() as readonly { doc: number; term: string }[];
    const theirs = new Map(rows.map(({ doc, term }) => [words[doc - 1], term]));
    expect(words.filter((one) => theirs.get(one) !== porterStem(one)).map((one) => [one, porterStem(one), theirs.get(one)])).toEqual([]);
    database.close();
  });
});

describe('words of a text as indexes have them', () => {
  test.each([
    ['The bridges WERE opening — Théâtre, No. 3!', 'the bridg were open theatr no 3'],
    ['negotiations negotiating negotiate', 'negoti negoti negoti'],
    ['Straße ΛΌΓΟΣ слова 言葉', 'straße λογος слова 言葉'],
    ['"—*', ''],
    ['one\0two', 'on two'],
  ])('%s', (text, expected) => {
    expect(lexemesOf(text)).toBe(expected);
  });

  test('of a part are a part of the whole’s, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(lexemesOf(`${one} — ${other}`)).toBe([lexemesOf(one), lexemesOf(other)].filter((part) => part !== '').join(' '));
      }),
    );
  });
});
