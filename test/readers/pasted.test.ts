import { expect, test } from 'vitest';
import { readBytes } from '../../src/readers/index.js';

async function* stream(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** The blocks of a pasted page, "kind: words" with the reason of what was left out. */
async function read(text: string): Promise<readonly string[]> {
  for await (const item of readBytes('a.txt', stream(text)))
    if (item.kind === 'article')
      return item.article.blocks.map(
        ({ kind, start, end, reason }) => `${kind}${reason === undefined ? '' : ` (${reason})`}: ${item.article.text.slice(start, end)}`,
      );
  return [];
}

test('a page pasted with its furniture: each line says why it was left out', async () => {
  const pasted = `News Feed
1 min read

Varga will not sign
By Ida Holm
14 March 2031

(Photo by Jon Berg)
Lena Varga said on Friday that she would not sign the treaty.
Show More
Share this article
“Nobody has asked me,” she told reporters.
Ida Holm is a reporter for the Meridian Post in Osterin.
Related stories
Five things to know about the ferry
Why the bridge is closed
Copyright 2031 Meridian Post. All rights reserved.
`;
  expect(await read(pasted)).toEqual([
    'boilerplate (a line of the page around the article): News Feed',
    'boilerplate (a count or reading time): 1 min read',
    'headline: Varga will not sign',
    'byline: By Ida Holm',
    'dateline: 14 March 2031',
    'boilerplate (credit of a picture): (Photo by Jon Berg)',
    'paragraph: Lena Varga said on Friday that she would not sign the treaty.',
    'boilerplate (a line of the page around the article): Show More',
    'boilerplate (a line of the page around the article): Share this article',
    'paragraph: “Nobody has asked me,” she told reporters.',
    'boilerplate (about somebody who wrote the article): Ida Holm is a reporter for the Meridian Post in Osterin.',
    'boilerplate (a line of the page around the article): Related stories',
    'boilerplate (title of another article): Five things to know about the ferry',
    'boilerplate (title of another article): Why the bridge is closed',
    'boilerplate (line about rights): Copyright 2031 Meridian Post. All rights reserved.',
  ]);
});

test('sentences below such a line are the article’s, and so are its quotations', async () => {
  expect(
    await read(
      'Varga will not sign\n\nShe said so on Friday.\n\nRelated stories\n\nTomas Berg said that he would stay.\n\nNobody else spoke',
    ),
  ).toEqual([
    'headline: Varga will not sign',
    'paragraph: She said so on Friday.',
    'boilerplate (a line of the page around the article): Related stories',
    'paragraph: Tomas Berg said that he would stay.',
    'paragraph: Nobody else spoke',
  ]);
});
