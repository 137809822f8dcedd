import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEEPEST_QUERY, FIELDS, LONGEST_QUERY, MOST_TERMS, parseQuery, search } from '../../src/answers/index.js';
import { type Filter, openRecord } from '../../src/record/index.js';
import { madeReading } from '../record/made-reading.js';

const word = (words: string): Filter => ({ kind: 'words', where: 'statement', match: 'inflected', words });
const exact = (words: string): Filter => ({ kind: 'words', where: 'statement', match: 'exact', words });
const not = (of: Filter): Filter => ({ kind: 'not', of });
const and = (...of: readonly Filter[]): Filter => ({ kind: 'and', of });
const or = (...of: readonly Filter[]): Filter => ({ kind: 'or', of });

describe('what queries mean', () => {
  test.each<readonly [string, Filter]>([
    ['', { kind: 'everything' }],
    ['   ', { kind: 'everything' }],
    ['ceasefire', word('ceasefire')],
    ['cease-fire talks', and(word('cease-fire'), word('talks'))],
    ['"hand over" keys', and(exact('hand over'), word('keys'))],
    ['“hand over”', exact('hand over')],
    ['«hand over»', exact('hand over')],
    ['negoti*', { kind: 'words', where: 'statement', match: 'prefix', words: 'negoti' }],
    ['-bridge', not(word('bridge'))],
    ['- bridge', not(word('bridge'))],
    ['--bridge', not(not(word('bridge')))],
    ['NOT bridge', not(word('bridge'))],
    ['-"the bridge"', not(exact('the bridge'))],
    ['a OR b c', or(word('a'), and(word('b'), word('c')))],
    ['a AND b', and(word('a'), word('b'))],
    ['(a OR b) -(c d)', and(or(word('a'), word('b')), not(and(word('c'), word('d'))))],
    ['((a))', word('a')],
    ['or and not', and(word('or'), word('and'), word('not'))],
    ['"OR"', exact('OR')],
    ['10:30', word('10:30')],
    ['speaker:"Lena Varga"', { kind: 'speaker', name: 'Lena Varga' }],
    ['Speaker:Varga', { kind: 'speaker', name: 'Varga' }],
    ['-outlet:Post', not({ kind: 'outlet', name: 'Post' })],
    ['wire:"Harbour Wire"', { kind: 'wire', name: 'Harbour Wire' }],
    ['date:2031', { kind: 'said', from: '2031-01-01', to: '2031-12-31' }],
    ['date:2032-02', { kind: 'said', from: '2032-02-01', to: '2032-02-29' }],
    ['date:2031-03-14', { kind: 'said', from: '2031-03-14', to: '2031-03-14' }],
    ['date:2030-12..2031-07', { kind: 'said', from: '2030-12-01', to: '2031-07-31' }],
    ['date:2031..', { kind: 'said', from: '2031-01-01', to: null }],
    ['date:..2031-03', { kind: 'said', from: null, to: '2031-03-31' }],
    ['pubdate:2031-03', { kind: 'printed', from: '2031-03-01', to: '2031-03-31' }],
    ['type:direct', { kind: 'manner', is: 'direct' }],
    ['mode:thought', { kind: 'mode', is: 'thought' }],
    ['act:rejects', { kind: 'act', is: 'rejects' }],
    ['stance:only-if', { kind: 'stance', is: 'only-if' }],
    ['kind:anonymous', { kind: 'speaker-kind', is: 'anonymous' }],
    ['target:ceasefire', { kind: 'words', where: 'target', match: 'inflected', words: 'ceasefire' }],
    ['text:"by the sea"', { kind: 'words', where: 'text', match: 'exact', words: 'by the sea' }],
    ['is:undated', not({ kind: 'said-known' })],
    ['is:retold', { kind: 'retold' }],
    ['lang:EN', { kind: 'language', is: 'en' }],
    ['article:http://x.example/1', or({ kind: 'address', is: 'http://x.example/1' }, { kind: 'text', sha256: 'http://x.example/1' })],
  ])('%s', (query, filter) => {
    expect(parseQuery(query)).toEqual({ kind: 'query', filter });
  });
});

/** The place of the mistake stands between square brackets. */
describe('where queries go wrong', () => {
  test.each([
    ['talks ["the bridge]', 'not closed'],
    ['talks [(]a b', 'not closed'],
    ['talks[)]', 'closes nothing'],
    ['[()]', 'hold nothing'],
    ['a [OR]', 'missing'],
    ['[OR] a', 'missing'],
    ['a OR [OR] b', 'missing'],
    ['[AND] a', 'missing'],
    ['a [AND]', 'missing'],
    ['a [-]', 'excludes nothing'],
    ['(a [NOT])', 'excludes nothing'],
    ['a [—] b', 'no word'],
    ['["…"]', 'no word'],
    ['[*]', 'no word'],
    ['[speeker:]Varga', 'no field; use speaker:, outlet:'],
    ['[http:]//x.example', 'no field'],
    ['[speaker:] Varga', 'right behind'],
    ['[speaker:]', 'right behind'],
    ['[speaker:](a)', 'right behind'],
    ['speaker:["…"]', 'needs a name'],
    ['date:[2031-13]', 'no day, month, year'],
    ['date:[2031-02-29]', 'no day, month, year'],
    ['date:[..]', 'no day, month, year'],
    ['date:[2031..2030]', 'ends before it begins'],
    ['date:[yesterday]', 'no day, month, year'],
    ['stance:[maybe]', 'use one of for, against, only-if, unclear'],
    ['type:[quote]', 'direct, mixed, indirect'],
    ['is:[old]', 'retold, position'],
    ['lang:[english]', 'two or three letters'],
  ])('%s', (marked, message) => {
    const start = marked.indexOf('[');
    const end = marked.lastIndexOf(']') - 1;
    const answer = parseQuery(marked.replace('[', '').replace(/\](?=[^\]]*$)/, ''));
    expect(answer).toMatchObject({ kind: 'mistake', start, end });
    expect(answer.kind === 'mistake' && answer.message).toContain(message);
  });

  test('too long, too many terms, too deep', () => {
    expect(parseQuery('a'.repeat(LONGEST_QUERY + 1))).toMatchObject({ kind: 'mistake', start: LONGEST_QUERY });
    expect(parseQuery('a '.repeat(MOST_TERMS))).toMatchObject({ kind: 'query' });
    expect(parseQuery('a '.repeat(MOST_TERMS + 1))).toMatchObject({ kind: 'mistake', start: 2 * MOST_TERMS });
    expect(parseQuery(`${'('.repeat(DEEPEST_QUERY)}a${')'.repeat(DEEPEST_QUERY)}`)).toMatchObject({ kind: 'query' });
    expect(parseQuery('('.repeat(1_000))).toMatchObject({ kind: 'mistake' });
    expect(parseQuery(`${'-'.repeat(1_000)}a`)).toMatchObject({ kind: 'mistake' });
  });

  test('a caller who cannot go on is shown the place', async () => {
    const record = await openRecord(':memory:', 'read');
    await expect(search(record, { query: 'talks date:2031-13' })).rejects.toMatchObject({
      code: 'query-wrong',
      message: expect.stringContaining('talks date:2031-13\n           ^^^^^^^\n"2031-13" is no day'),
    });
    await record.close();
  });
});

const PIECES = [
  ...FIELDS.map((field) => `${field}:`),
  ...[
    '(',
    ')',
    '"',
    '“',
    '”',
    '-',
    ' ',
    ' OR ',
    ' AND ',
    ' NOT ',
    '*',
    '..',
    "'",
    ';',
    '--',
    '%',
    '_',
    '\\',
    '\0',
    '\ud800',
    '{',
    '}',
    '^',
    '+',
  ],
  ...['word', '2031-03', 'direct', 'only-if', 'NEAR(a b)', "x' or 1=1", 'words', 'é'],
];

test('whatever is asked, the parser answers, and what it understands can be searched for', async () => {
  const record = await openRecord(':memory:', 'write');
  await record.file([
    { reading: madeReading({ text: 'Lena Varga said words.', outlet: 'Post' }, [{ words: 'words', speaker: 'Lena Varga' }]) },
  ]);
  const queries = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
  );
  await fc.assert(
    fc.asyncProperty(queries, async (query) => {
      const answer = parseQuery(query);
      if (answer.kind === 'mistake') {
        expect(answer.start).toBeGreaterThanOrEqual(0);
        expect(answer.end).toBeGreaterThanOrEqual(answer.start);
        expect(answer.end).toBeLessThanOrEqual(query.length);
      } else {
        const { statements } = await record.statements({ filter: answer.filter });
        expect(await record.count(answer.filter)).toBe(statements.length);
        expect(await record.count({ kind: 'not', of: answer.filter })).toBe(1 - statements.length);
        await record.lookedAt(answer.filter);
      }
    }),
    { numRuns: 400 },
  );
  expect(await record.count({ kind: 'everything' })).toBe(1);
  await record.close();
});
