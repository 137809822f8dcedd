import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkQuotation, type QuotationCheck } from '../../src/answers/index.js';
import type { Reading } from '../../src/engine/index.js';
import { openRecord, type StatementRecord } from '../../src/record/index.js';
import { madeReading } from '../record/made-reading.js';

const SPEECH = madeReading(
  {
    id: 'speech',
    outlet: 'Meridian Post',
    published: '2031-03-14',
    text: `“We cannot declare a ceasefire while the bridge at Karst is under fire,” Lena Varga told reporters. “Once the guns are silent, we will send our delegation to Osterin the same evening.”

Asked about prisoners, she said the lists had been handed over to the mission last week. The harbour was quiet on Friday and fishermen mended their nets.

“We don’t trade people like barrels of oil,” said Tomas Berg, “and we never shall.”`,
  },
  [
    { words: '“We cannot declare a ceasefire while the bridge at Karst is under fire,”', speaker: 'Lena Varga', source: 'Lena Varga' },
    {
      words: '“Once the guns are silent, we will send our delegation to Osterin the same evening.”',
      speaker: 'Lena Varga',
      source: 'Lena Varga',
    },
    { words: 'the lists had been handed over to the mission last week', speaker: 'Lena Varga', source: 'she', manner: 'indirect' },
  ],
);

const OTHER = madeReading(
  {
    id: 'other',
    outlet: 'Osterin Courier',
    published: '2031-05-02',
    text: '"The lowland dams will hold until the autumn rains," minister Irena Holt said. "Nobody should sell a house out of fear."',
  },
  [
    { words: '"The lowland dams will hold until the autumn rains,"', speaker: 'Irena Holt', source: 'Irena Holt' },
    { words: '"Nobody should sell a house out of fear."', speaker: 'Irena Holt', source: 'Irena Holt' },
  ],
);

/** A statement that a cue interrupts, as the engine makes them: one content in two spans. */
function interrupted(): Reading {
  const text = '"Our ships," Captain Orla Finn said, "carry grain and nothing else to the southern ports."';
  const made = madeReading({ id: 'ships', outlet: 'Harbour Wire', published: '2031-06-01', text }, [
    { words: '"Our ships,"', speaker: 'Orla Finn', source: 'Captain Orla Finn' },
  ]);
  const [statement] = made.statements;
  const [attribution] = made.attributions;
  if (statement === undefined || attribution === undefined) throw new Error('one statement was made');
  const end = text.indexOf('"carry');
  const spans = [...attribution.content, { start: end, end: text.length }];
  const exact = spans.map((span) => text.slice(span.start, span.end));
  return {
    ...made,
    attributions: [{ ...attribution, content: spans }],
    statements: [{ ...statement, words: exact.join(' … '), citation: { ...statement.citation, spans, exact } }],
  };
}

let record: StatementRecord;

beforeAll(async () => {
  record = await openRecord(':memory:', 'write');
  await record.file([SPEECH, OTHER, interrupted()].map((reading) => ({ reading })));
});

afterAll(() => record.close());

const check = (quotation: string, speaker: string | null = null): Promise<QuotationCheck> => checkQuotation(record, { quotation, speaker });

const speakerOf = (answer: QuotationCheck, part = 0) => answer.parts[part]?.matches[0]?.statement?.speaker.name;

describe('the same words', () => {
  test.each([
    ['as they stand', 'We cannot declare a ceasefire while the bridge at Karst is under fire', 'Lena Varga'],
    ['part of them', 'cannot declare a ceasefire', 'Lena Varga'],
    ['other marks and case', '"we cannot DECLARE a cease­fire".'.replace('\u00ad', ''), 'Lena Varga'],
    ['a straight apostrophe', "we don't trade people like barrels of oil", undefined],
    ['no apostrophe', 'We dont trade people like barrels of oil', undefined],
    ['across a cue', 'Our ships carry grain and nothing else', 'Orla Finn'],
    ['across a cue, dots for it', 'Our ships … carry grain', 'Orla Finn'],
    ['across a cue and two statements', 'a ceasefire while the bridge at Karst is under fire. Once the guns are silent', 'Lena Varga'],
  ])('%s', async (_name, quotation, speaker) => {
    const answer = await check(quotation);
    expect(answer.verdict).toBe('exact');
    expect(speakerOf(answer)).toBe(speaker);
    expect(answer.lookedAt.articles).toBe(3);
  });

  test('the place is told', async () => {
    const [match] = (await check('carry grain and nothing else')).parts[0]?.matches ?? [];
    expect(match?.words).toEqual(['carry grain and nothing else']);
    expect(match?.head.address).toBe('Harbour Wire: ships');
    expect(interrupted().article.text.slice(match?.spans[0]?.start, match?.spans[0]?.end)).toBe('carry grain and nothing else');
  });
});

test('words with something left out are shortened', async () => {
  const answer = await check('We cannot declare a ceasefire … under fire');
  expect(answer.verdict).toBe('shortened');
  expect(answer.leftOut).toEqual(['while the bridge at Karst is']);
});

test('a run left out without a mark is told as well', async () => {
  const answer = await check('The lowland dams will hold until the autumn rains out of fear');
  expect(answer.verdict).toBe('shortened');
  expect(answer.leftOut).toEqual(['Nobody should sell a house']);
});

test('words of two places are stitched', async () => {
  const answer = await check('We cannot declare a ceasefire hold until the autumn rains');
  expect(answer.verdict).toBe('stitched');
  expect([speakerOf(answer, 0), speakerOf(answer, 1)]).toEqual(['Lena Varga', 'Irena Holt']);
  expect((await check('Nobody should sell a house … while the bridge at Karst is under fire')).verdict).toBe('stitched');
});

test('parts in another order are stitched', async () => {
  expect((await check('we will send our delegation … We cannot declare a ceasefire')).verdict).toBe('stitched');
});

describe('altered words', () => {
  test.each([
    ['one dropped', 'We cannot declare a ceasefire while the bridge Karst is under fire', ['left-out', '', 'at']],
    ['one put in', 'The lowland dams will not hold until the autumn rains', ['put-in', 'not', '']],
    ['one changed', 'The lowland dams will hold until the winter rains', ['changed', 'winter', 'autumn']],
    ['a name changed', 'we will send our delegation to Meridian the same evening', ['changed', 'Meridian', 'Osterin']],
    ['two swapped', 'Nobody should sell a out house of fear', ['swapped', 'out house', 'house out']],
  ])('%s', async (_name, quotation, [kind, quoted, source]) => {
    const answer = await check(quotation);
    expect(answer.verdict).toBe('altered');
    const changes = answer.parts[0]?.matches[0]?.differences.filter((one) => one.kind !== 'same');
    expect(changes).toEqual([{ kind, quoted, source }]);
  });
});

describe('another translation of what is quoted', () => {
  const OTHERWISE = 'As long as the bridge at Karst lies under fire, no ceasefire can be declared by us';

  test('is told with the quotation that it renders, whoever is asked about', async () => {
    for (const speaker of [null, 'Varga']) {
      const answer = await check(OTHERWISE, speaker);
      expect(answer.verdict).toBe('otherwise');
      expect(speakerOf(answer)).toBe('Lena Varga');
    }
  });

  test.each([
    ['somebody else', OTHERWISE, 'Irena Holt'],
    ['the same matter, another thing said', 'The bridge at Karst will be rebuilt before the autumn rains come down', null],
    ['one word in common', 'Nobody has declared a holiday in the harbour town since the flood', null],
  ])('not of %s', async (_name, quotation, speaker) => expect((await check(quotation, speaker)).verdict).toBe('not-found'));
});

test('words of somebody else', async () => {
  expect((await check('cannot declare a ceasefire', 'Irena Holt')).verdict).toBe('other-speaker');
  expect((await check('cannot declare a ceasefire', 'varga')).verdict).toBe('exact');
});

test('words that are only reported are no quotation', async () => {
  const answer = await check('the lists had been handed over to the mission');
  expect(answer.verdict).toBe('reported');
  expect(speakerOf(answer)).toBe('Lena Varga');
});

test('an article’s own words are nobody’s quotation', async () => {
  expect((await check('fishermen mended their nets')).verdict).toBe('not-quoted');
});

test('quoted words that the engine missed are found all the same', async () => {
  const answer = await check('and we never shall');
  expect(answer.verdict).toBe('exact');
  expect(answer.parts[0]?.matches[0]).toMatchObject({ statement: null, voice: 'quoted' });
});

test.each([
  '',
  '…',
  '“”',
  '[sic]',
  'the of and to',
  'We ought to plant more apple trees along the canal',
  'Our house and our harbour will be silent',
])('not found: %s', async (quotation) => {
  const answer = await check(quotation);
  expect(answer).toMatchObject({ verdict: 'not-found', parts: [], leftOut: [] });
  expect(answer.lookedAt.articles).toBe(3);
});

test('a quotation that is too long is refused', async () => {
  await expect(check('word '.repeat(401))).rejects.toMatchObject({ code: 'query-wrong' });
});
