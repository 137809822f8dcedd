import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MadeLine, makePdf } from '../../bench/intake/make-pdf.js';
import { type ReadOutput, readBytes } from '../../src/readers/index.js';

async function* stream(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}

async function read(bytes: Uint8Array): Promise<readonly ReadOutput[]> {
  const items: ReadOutput[] = [];
  for await (const item of readBytes('a.pdf', stream(bytes))) items.push(item);
  return items;
}

/** The blocks of the article, "kind: words". */
const blocks = ([item]: readonly ReadOutput[]): readonly string[] =>
  item?.kind === 'article'
    ? item.article.blocks.map(
        ({ kind, start, end, reason }) => `${kind}${reason === undefined ? '' : ` (${reason})`}: ${item.article.text.slice(start, end)}`,
      )
    : [item?.kind === 'failure' ? item.code : 'none'];

/** Lines under one another, twelve points apart. */
const column = (x: number, y: number, ...lines: readonly string[]): readonly MadeLine[] =>
  lines.map((text, index) => ({ text, x, y: y - index * 12 }));

const head = (page: number): readonly MadeLine[] => [
  { text: `Meridian Post, 14 March 2031, page ${page}`, x: 40, y: 580, size: 8 },
  { text: String(page), x: 200, y: 20, size: 8 },
];

test('paragraphs of lines, hyphens joined, running heads and page numbers kept apart, also where a paragraph goes over the page', async () => {
  const pdf = makePdf(
    [
      [
        ...head(1),
        { text: 'Varga will not sign', x: 40, y: 550, size: 20 },
        ...column(
          40,
          520,
          'The foreign minister Lena Varga said on Friday that the govern-',
          'ment would not sign the treaty with its neighbours in the east.',
        ),
        ...column(40, 484, 'She had long called for a cease-', 'fire, and her party, which has thirty seats in the house, has'),
      ],
      [
        ...head(2),
        ...column(40, 550, 'always stood behind her in this, as its chairman said.'),
        ...column(40, 510, 'Tomas Berg said that he would stay.'),
      ],
    ],
    { Title: 'slug-77', Author: 'Ida Holm' },
  );
  const items = await read(pdf);
  expect(items).toMatchObject([{ article: { title: 'Varga will not sign', authors: ['Ida Holm'] } }]);
  expect(blocks(items)).toEqual(
    [
      'headline: Varga will not sign',
      'boilerplate (running head): Meridian Post, 14 March 2031, page 1',
      'boilerplate (page number): 1',
      'paragraph: The foreign minister Lena Varga said on Friday that the government would not sign the treaty with its neighbours in the east.',
      'paragraph: She had long called for a cease-fire, and her party, which has thirty seats in the house, has always stood behind her in this, as its chairman said.',
      'boilerplate (running head): Meridian Post, 14 March 2031, page 2',
      'boilerplate (page number): 2',
      'paragraph: Tomas Berg said that he would stay.',
    ].sort(byPlaceOf(blocks(items))),
  );
});

/** What is kept beside the paragraphs may stand before or behind the one that it interrupts. */
const byPlaceOf =
  (found: readonly string[]) =>
  (one: string, other: string): number =>
    found.indexOf(one) - found.indexOf(other);

test('two columns, one behind the other; an indented line begins a paragraph', async () => {
  const pdf = makePdf([
    [
      ...column(20, 500, 'Lena Varga said that she would go to', 'Osterin on Monday and would stay there', 'for two days.'),
      { text: 'Nobody else will go, she said.', x: 30, y: 464 },
      ...column(210, 500, 'Tomas Berg doubted that she would go', 'at all.'),
    ],
  ]);
  expect(blocks(await read(pdf))).toEqual([
    'paragraph: Lena Varga said that she would go to Osterin on Monday and would stay there for two days.',
    'paragraph: Nobody else will go, she said.',
    'paragraph: Tomas Berg doubted that she would go at all.',
  ]);
});

test('a page without letters, a broken file, a file that is none', async () => {
  expect(await read(makePdf([[]]))).toMatchObject([{ code: 'no-text', message: expect.stringContaining('a scan?') }]);
  expect(await read(new TextEncoder().encode('%PDF-1.4\nnonsense'))).toMatchObject([{ code: 'not-readable' }]);
  const whole = makePdf([column(40, 500, 'Lena Varga said that she would go.')]);
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ maxLength: 20 }), fc.nat(60), async (at, noise, gone) => {
      expect(await read(Buffer.concat([whole.subarray(0, at), noise, whole.subarray(at + gone)]))).toHaveLength(1);
    }),
    { numRuns: 25 },
  );
});
