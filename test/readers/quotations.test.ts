import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnsLayout,
  type Failure,
  gdeltLayout,
  type ImportedQuotation,
  quotebankLayout,
  type ReadRow,
  readMapping,
  readQuotations,
} from '../../src/readers/index.js';

async function* inPieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function read(
  text: string | Uint8Array,
  layout: ReadRow = columnsLayout({}),
  size = 7,
): Promise<readonly (ImportedQuotation | Failure)[]> {
  const found: (ImportedQuotation | Failure)[] = [];
  for await (const item of readQuotations('held.csv', inPieces(Buffer.from(text), size), layout)) found.push(item);
  return found;
}

const brief = (items: readonly (ImportedQuotation | Failure)[]): readonly string[] =>
  items.map((item) =>
    item.kind === 'failure' ? `${item.code} at ${item.place.line}` : `${item.words} | ${item.speaker} | ${item.place.line}`,
  );

describe('tables', () => {
  test('cells with commas, marks and line ends; bad rows are named with their lines, good ones kept', async () => {
    const csv = [
      'Quote,Speaker,Date,URL',
      '"We stay, and ""how""",Lena Varga,2031-03-14,https://meridian.example/1',
      '"Two',
      'lines",Tomas Berg,,',
      'too,few',
      'The bridge,None,14 March 2031,javascript:alert(1)',
      ',Lena Varga,2031-03-14,',
      'When,Lena Varga,some day,',
      'a "mark" inside,Lena Varga,,',
      'Last,Lena Varga,,',
    ].join('\r\n');
    const items = await read(csv);
    expect(brief(items)).toEqual([
      'We stay, and "how" | Lena Varga | 2',
      'Two\nlines | Tomas Berg | 3',
      'broken-csv at 5',
      'The bridge | null | 6',
      'not-a-quotation at 7',
      'not-a-quotation at 8',
      'a "mark" inside | Lena Varga | 9',
      'Last | Lena Varga | 10',
    ]);
    expect(items[0]).toMatchObject({ published: '2031-03-14', said: null, url: 'https://meridian.example/1', outlet: 'meridian.example' });
    expect(items[3]).toMatchObject({ published: '2031-03-14', url: null, speakerKind: 'unresolved' });
  });

  test('a mark that is never closed costs its own row, not those behind it', async () => {
    const rows = Array.from({ length: 700 }, (_, index) => `row ${index},Lena Varga`);
    const items = await read(['words,speaker', '"lost,Lena Varga', ...rows].join('\n'), columnsLayout({}), 4096);
    expect(items.filter(({ kind }) => kind === 'failure')).toMatchObject([{ code: 'broken-csv', place: { line: 2 } }]);
    expect(items.filter(({ kind }) => kind === 'quotation')).toHaveLength(700);
  });

  test.each([
    ['semicolons', 'Zitat;Wer;Tag\n„Wir bleiben, heute“;Lena Varga;2031-03-14\n'],
    ['tabs', 'Zitat\tWer\tTag\n„Wir bleiben, heute“\tLena Varga\t2031-03-14\n'],
    ['a byte order mark', '\uFEFFZitat,Wer,Tag\n"„Wir bleiben, heute“",Lena Varga,2031-03-14\n'],
  ])('%s, with names of their own', async (_name, text) => {
    const mapping = readMapping('words=Zitat, speaker=Wer,said=Tag');
    expect(typeof mapping === 'string' ? mapping : await read(text, columnsLayout(mapping))).toMatchObject([
      { words: '„Wir bleiben, heute“', speaker: 'Lena Varga', said: '2031-03-14', published: null },
    ]);
  });

  test.each([
    ['when=Tag', 'cannot be mapped'],
    ['words=', 'names no column'],
  ])('the mapping %s is refused', (text, why) => {
    expect(readMapping(text)).toContain(why);
  });

  test('packed with gzip; an empty file is a failure', async () => {
    expect(brief(await read(gzipSync('words,speaker\nYes,Lena Varga\n')))).toEqual(['Yes | Lena Varga | 2']);
    expect(brief(await read('words,speaker\n'))).toEqual(['empty at null']);
  });

  test('whatever the bytes, every row is a quotation or a failure with a line', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('"', ',', '\n', '\r\n', ';', 'words', 'a', '{', '}', '\u{1F309}', '\0'), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (pieces, size) => {
          for (const item of await read(`words,speaker\n${pieces.join('')}`, columnsLayout({}), size))
            expect(item.place.line === null ? item : item.place.line).toBeTruthy();
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('layouts of others', () => {
  test('Quotebank by quotation: the most likely speaker with its share; an id only where there is one', async () => {
    const row = (over: object) =>
      JSON.stringify({
        quoteID: '2031-03-14-000007',
        quotation: 'we will stay',
        speaker: 'Lena Varga',
        qids: ['Q7'],
        date: '2031-03-14 00:00:00',
        numOccurrences: 3,
        probas: [
          ['Lena Varga', '0.8123'],
          ['None', '0.1'],
        ],
        urls: ['https://meridian.example/1', 'https://courier.example/1'],
        phase: 'E',
        ...over,
      });
    const items = await read(
      [
        row({}),
        row({ quoteID: 'b', speaker: 'None', qids: [], probas: [['None', '0.9']] }),
        row({ quoteID: 'c', qids: ['Q7', 'Q8'] }),
        '{"quoteID": "d"',
      ].join('\n'),
      quotebankLayout,
    );
    expect(items[0]).toMatchObject({
      id: '2031-03-14-000007',
      words: 'we will stay',
      speaker: 'Lena Varga',
      wikidata: 'Q7',
      published: '2031-03-14',
      said: null,
      confidence: 0.8123,
      occurrences: 3,
      url: 'https://meridian.example/1',
    });
    expect(items[1]).toMatchObject({ speaker: null, speakerKind: 'unresolved', wikidata: null });
    expect(items[2]).toMatchObject({ wikidata: null });
    expect(items[3]).toMatchObject({ kind: 'failure', code: 'broken-json', place: { line: 4 } });
  });

  test('Quotebank by article: every quotation with what stands around it', async () => {
    const row = {
      articleID: '2031031400_1',
      date: '2031-03-14 10:00:00',
      url: 'https://meridian.example/1',
      title: 'Talks',
      names: [],
      quotations: [
        {
          quoteID: 'q1',
          quotation: 'we will stay',
          leftContext: 'Asked about it, Varga said:',
          rightContext: 'and left.',
          globalTopSpeaker: 'Lena Varga',
          localTopSpeaker: 'Tomas Berg',
          localProbas: [['Tomas Berg', 0.6]],
          numOccurrences: 1,
        },
      ],
    };
    expect(await read(JSON.stringify(row), quotebankLayout)).toMatchObject([
      {
        id: '2031031400_1#q1',
        before: 'Asked about it, Varga said:',
        after: 'and left.',
        speaker: 'Tomas Berg',
        confidence: 0.6,
        title: 'Talks',
      },
    ]);
  });

  test('the Global Quotation Graph: no speaker is named, and none is guessed', async () => {
    const row = {
      date: '2031-03-14T10:15:00Z',
      url: 'https://meridian.example/1',
      title: 'Talks',
      lang: 'ENGLISH',
      quotes: [
        { pre: 'Varga said ', quote: 'we will stay', post: ' and left' },
        { pre: '', quote: '…', post: '' },
      ],
    };
    const items = await read(JSON.stringify(row), gdeltLayout);
    expect(items).toMatchObject([
      { words: 'we will stay', speaker: null, published: '2031-03-14', language: 'en', outlet: 'meridian.example' },
    ]);
    expect(await read(JSON.stringify({ ...row, quotes: 'none' }), gdeltLayout)).toMatchObject([
      { code: 'not-a-quotation', place: { line: 1 } },
    ]);
  });
});
