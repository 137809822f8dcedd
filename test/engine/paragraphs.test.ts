import { describe, expect, test } from 'vitest';
import { makeArticle, paragraphsOf } from '../../src/engine/index.js';

const paragraphs = (text: string): readonly string[] =>
  paragraphsOf(text).map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '));

describe('the paragraphs of a plain text', () => {
  test('a line is a paragraph where lines end wherever their sentences do', () => {
    const text = `Lena Varga will not sign the treaty, she said on Friday.
“Nobody has asked me,” she told reporters in Osterin, where she had gone to see the bridge that the flood took in March, and went on to say that the house would vote in June.
Tomas Berg doubts it.
The treaty has thirty articles, of which twelve are disputed.`;
    expect(paragraphs(text)).toHaveLength(4);
    expect(makeArticle({ text }).blocks).toHaveLength(4);
  });

  test('lines that were broken because the next word had no room are one paragraph', () => {
    const text = `Lena Varga will not sign the treaty, she said on Friday. She was asked by
Reporters in Osterin, where she had gone to see the bridge that the flood of
March took. Thirty articles has the treaty, and twelve of them are disputed.
Berg doubts it.

The house votes in June.`;
    expect(paragraphs(text)).toEqual([
      'Lena Varga will not sign the treaty, she said on Friday. She was asked by Reporters in Osterin, where she had gone to see the bridge that the flood of March took. Thirty articles has the treaty, and twelve of them are disputed. Berg doubts it.',
      'The house votes in June.',
    ]);
  });

  test('lines that go on in lower case are one paragraph, however uneven they are', () => {
    expect(paragraphs('Lena Varga said that\nshe would go to Osterin\nand stay there.\n\nBerg stays.')).toHaveLength(2);
  });

  test('two short lines tell nothing, and stay apart', () => {
    expect(paragraphs('Varga goes to Osterin\nBerg stays at home')).toHaveLength(2);
  });

  test('long lines of like length are paragraphs and not wrapped', () => {
    const line = (name: string): string =>
      `${name} said that the treaty was good for everybody who lived on either side of the river, and that the house would see it, too, when it came to vote on it in June.`;
    expect(paragraphs([line('Varga'), line('Berg'), line('Lind'), line('Holm'), line('Moss')].join('\n'))).toHaveLength(5);
  });

  test('empty lines, white space and Windows line ends', () => {
    expect(paragraphs('  One.  \r\n\r\n \t \r\nTwo.\r\n')).toEqual(['One.', 'Two.']);
    expect(paragraphs(' \n\n\t')).toEqual([]);
  });
});
