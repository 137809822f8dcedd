import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseFamilies } from '../../src/answers/origins/families.js';
import { type ComparedText, linkTexts } from '../../src/answers/origins/links.js';
import { findOrigins } from '../../src/answers/origins/origins.js';
import { makeArticle } from '../../src/engine/index.js';
import { readSources } from '../../src/readers/index.js';
import { type ArticleHead, addressOf } from '../../src/record/index.js';

const samples = fileURLToPath(new URL('../../samples/', import.meta.url));

function compared(text: string, told: Partial<ArticleHead>): ComparedText {
  const article = makeArticle({
    text,
    outlet: told.outlet ?? null,
    published: told.published ?? null,
    url: told.url ?? null,
    wire: told.wire ?? null,
    id: told.id ?? text.slice(0, 20),
  });
  const { text: _, blocks, ...head } = article;
  return { head: { ...head, address: addressOf(article), sha256: '', version: 1, current: true, filed: null }, text, blocks };
}

describe('the samples', () => {
  const files: string[] = [];
  const texts: ComparedText[] = [];
  beforeAll(async () => {
    for await (const item of readSources([`${samples}articles`])) {
      if (item.kind !== 'article') continue;
      const { text, blocks, ...head } = item.article;
      files.push(basename(item.place.source));
      texts.push({ head: { ...head, address: addressOf(item.article), sha256: '', version: 1, current: true, filed: null }, text, blocks });
    }
  });

  test('every planted copy, rewrite and version is found, and nothing else is called so', () => {
    const planted = JSON.parse(readFileSync(`${samples}planted.json`, 'utf8')) as {
      copies: { files: string[]; origin: string }[];
      rewrites: { file: string; of: string }[];
      versions: [string, string][];
    };
    const expected = [
      ...planted.copies.flatMap(({ files: group }) =>
        group.flatMap((one, index) => group.slice(index + 1).map((other) => `copy ${[one, other].sort().join(' ')}`)),
      ),
      ...planted.rewrites.map(({ file, of }) => `rewrite ${[file, of].sort().join(' ')}`),
      ...planted.versions.map((pair) => `version ${[...pair].sort().join(' ')}`),
    ];
    const found = linkTexts(texts).map(({ relation, left, right }) => `${relation} ${[files[left], files[right]].sort().join(' ')}`);
    expect(found.sort()).toEqual(expected.sort());
  });

  test('a wire story in three outlets is one origin, and the agency is its root', () => {
    const wire = findOrigins(texts).origins.find((origin) => origin.members.length === 3);
    expect(wire?.agency).toBe('Interline');
    expect(wire?.members.map(({ text, of }) => [texts[text]?.head.outlet, of === null])).toEqual([
      ['Interline', true],
      ['The Meridian Post', false],
      ['NowDesk', false],
    ]);
    expect(wire?.members[1]).toMatchObject({ direction: 'known', because: 'credits Interline' });
  });
});

const report = `The council of Lower Anstey met for nine hours on Monday and decided nothing at all, which surprised nobody who had brought a cushion.
The clerk read out the map of the orchard twice, first by the light of the window and then, when the rain came, by the light of a borrowed lamp.
A vote was called at noon and again at four, and each time the mayor counted the hands, shook her head and counted them once more.
The buyer waited in the corridor with a basket of his own apples, of which eleven were left when the doors opened.`;

describe('two articles', () => {
  test('share only quotations: two reporters in one room, not a copy', () => {
    const speech =
      '“We have counted the trees, we have counted the days, and we have counted the people who promised to come and did not come back to us.”';
    const one = compared(
      `The clerk spoke first, before a full room and two dogs that nobody owned up to. ${speech} Then she sat down and asked for water, which took a while to find.\n${'The rest of the evening went to drains, lamps and the hedge along the lower road. '.repeat(3)}`,
      { id: 'one' },
    );
    const other = compared(
      `It was the shortest speech of the week, and people will remember it longest of all here. ${speech} Nobody answered her, and the meeting went on to the accounts.\n${'Outside, boys were throwing sticks into the mill stream and shouting for the slow ones. '.repeat(3)}`,
      { id: 'other' },
    );
    expect(linkTexts([one, other])).toEqual([]);
  });

  test('one prints the other with a new first line', () => {
    const links = linkTexts([compared(report, { id: 'one' }), compared(`Anstey cannot make up its mind.\n${report}`, { id: 'other' })]);
    expect(links).toMatchObject([{ left: 0, right: 1, relation: 'copy' }]);
  });

  test('passages point at the same words in both', () => {
    const [one, other] = [
      compared(report, { id: 'one' }),
      compared(`A late report.\n${report.replace('borrowed lamp', 'candle')}`, { id: 'other' }),
    ];
    for (const { left, right } of linkTexts([one, other])[0]?.passages ?? []) {
      expect(one.text.slice(left.start, left.end)).toBe(other.text.slice(right.start, right.end));
    }
  });

  test('the direction is not known where both were printed on one day without a credit', () => {
    const { origins } = findOrigins([
      compared(report, { id: 'one', published: '2031-05-02', outlet: 'A' }),
      compared(report, { id: 'two', published: '2031-05-02', outlet: 'B' }),
    ]);
    expect(origins[0]?.members[1]).toMatchObject({ direction: 'not known', because: 'printed on the same day, no credit' });
  });

  test('the same background weeks later is no rewrite; within days it is', () => {
    const background = report.split('\n').slice(1, 3).join('\n');
    const filler = (id: string): string => Array.from({ length: 200 }, (_, index) => `${id}${index}`).join(' ');
    const make = (id: string, published: string): ComparedText => compared(`${filler(id)}\n${background}`, { id, published });
    expect(linkTexts([make('ash', '2031-05-02'), make('birch', '2031-06-20')])).toEqual([]);
    expect(linkTexts([make('ash', '2031-05-02'), make('birch', '2031-05-03')])).toMatchObject([{ relation: 'rewrite' }]);
  });

  test('a paragraph that one outlet keeps standing makes no copies of its articles', () => {
    const note =
      'The Saltmarsh Courier asks its readers to bring back the umbrellas that they borrowed from its porch during the flood of last winter.';
    const days = ['2031-01-02', '2031-02-10', '2031-03-20', '2031-03-21'];
    const articles = days.map((published, index) =>
      compared(
        `${`Item ${index} of the day concerns the price of ${'abcd'[index]} and what the ${'wxyz'[index]} council makes of that matter in private. `.repeat(5)}\n${note}`,
        { id: published, published, outlet: 'Courier' },
      ),
    );
    expect(
      linkTexts(articles).filter((link) =>
        link.passages.some((passage) => articles[link.left]?.text.slice(passage.left.start).startsWith('The Saltmarsh')),
      ),
    ).toEqual([]);
  });
});

test('publisher families are read from lines, and a wrong line is named', () => {
  expect(parseFamilies('# ours\nSaltmarsh Press: Courier, Evening Courier\n').get('evening courier')).toBe('Saltmarsh Press');
  expect(() => parseFamilies('A: B\nnonsense')).toThrow('line 2');
});

test('any texts are compared without failing, and groups hold every text once', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.lorem({ maxCount: 60 })), { maxLength: 8 }), (list) => {
      const { origins } = findOrigins(list.map((text, index) => compared(text, { id: String(index) })));
      expect(origins.flatMap(({ members }) => members.map(({ text }) => text)).sort((a, b) => a - b)).toEqual(
        list.map((_, index) => index),
      );
    }),
  );
});
