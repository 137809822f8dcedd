import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mentioned, makeArticle } from '../../../src/engine/index.js';
import { findMentions } from '../../../src/engine/mentions/find-mentions.js';
import { splitSentences } from '../../../src/engine/text/sentences.js';
import { tokenize } from '../../../src/engine/text/tokens.js';
import { readLineCases } from '../../support/case-file.js';
import { english } from '../../support/english.js';
import { withBreaks } from '../../support/marked-cases.js';

function read(text: string): Mentioned {
  return findMentions(splitSentences(tokenize(makeArticle({ text }), english()), english()), english());
}

/** Each referent with its mentions, in the order of the first: "Lena Varga (person, female, minister): Varga, she". */
function show(given: string): string {
  const { article, tokens, mentions, referents } = read(withBreaks(given));
  const words = (index: number): string => {
    const mention = mentions[index];
    return mention === undefined
      ? ''
      : article.text.slice(tokens[mention.from]?.start, tokens[mention.to - 1]?.end).replaceAll('\n\n', ' ¶ ');
  };
  const known = referents
    .map(({ name, kind, gender, plural, roles, mentions: own }) => {
      const about = [kind, gender, plural && kind !== 'group' ? 'several' : null, ...roles].filter((part) => part !== null);
      return { first: own[0] ?? 0, shown: `${name.replaceAll('\n\n', ' ¶ ')} (${about.join(', ')}): ${own.map(words).join(', ')}` };
    })
    .sort((a, b) => a.first - b.first)
    .map(({ shown }) => shown);
  const open = mentions.flatMap((mention, index) => (mention.referent === null ? [words(index)] : []));
  return [...known, ...(open.length > 0 ? [`? ${open.join(', ')}`] : [])].join(' | ');
}

for (const file of ['names', 'roles', 'pronouns', 'bodies']) {
  describe(file, () => {
    test.each(readLineCases(`mentions/${file}.txt`, show))('line $line: $given', ({ given, expected }) =>
      expect(show(given)).toBe(expected),
    );
  });
}

const WORDS = [
  'Varga',
  'Lena',
  'Mr.',
  'the',
  'minister',
  'of',
  'said',
  'she',
  'his',
  ',',
  'and',
  '.',
  '“',
  '”',
  '\n\n',
  'Osterin',
  "'s",
  'who',
  'van',
  'der',
  'US',
  'Jr.',
  '&',
  '/',
];

test('any text gives mentions in order, inside the tokens, that agree with the referents', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.constantFrom(...WORDS)).map((words) => words.join(' ')),
      ),
      (text) => {
        const { tokens, mentions, referents } = read(text);
        let from = 0;
        mentions.forEach((mention, index) => {
          expect(mention.from).toBeGreaterThanOrEqual(0);
          expect(mention.to).toBeGreaterThan(mention.from);
          expect(mention.to).toBeLessThanOrEqual(tokens.length);
          expect(mention.head).toBeGreaterThanOrEqual(mention.from);
          expect(mention.head).toBeLessThan(mention.to);
          expect(mention.head).toBeGreaterThanOrEqual(from - 200);
          from = Math.max(from, mention.from);
          if (mention.referent !== null) expect(referents[mention.referent]?.mentions).toContain(index);
        });
        for (const referent of referents) for (const index of referent.mentions) expect(mentions[index]).toBeDefined();
      },
    ),
    { numRuns: 150 },
  );
});

test('the time grows with the text, not with its square', () => {
  const paragraph = 'Foreign Minister Lena Varga of Osterin said she would meet Jon Berg, and he told her that they agreed. ';
  const time = (times: number): number => {
    const sentenced = splitSentences(tokenize(makeArticle({ text: paragraph.repeat(times) }), english()), english());
    const start = process.cpuUsage();
    findMentions(sentenced, english());
    return process.cpuUsage(start).user;
  };
  time(200);
  expect(time(1600)).toBeLessThan(40 * Math.max(2000, time(200)));
});
