import { join } from 'node:path';
import { expect, test } from 'vitest';
import { command, put, scratch } from '../support/command.js';

const record = (): string => join(scratch(), 'versions.sqlite');

const file = (url: string, text: string): Promise<unknown> =>
  command(['add', put('version.json', JSON.stringify({ url, outlet: 'Meridian Post', title: 'Talks', text })), '--record', record()]);

const FIRST = 'Lena Varga said that four percent would do.\n\nTomas Berg said that he would stay.\n';
const SECOND =
  'Lena Varga said that five percent would do.\n\nTomas Berg said that he would stay.\n\nThe house votes in June, the speaker said.\n';

test('the texts of an address, word by word, and where else each of them appeared', async () => {
  await file('https://meridian.example/talks', FIRST);
  await file('https://meridian.example/talks', SECOND);
  await file('https://harbour.example/talks', FIRST);
  const shown = await command(['versions', 'https://meridian.example/talks', '--record', record()]);
  expect(shown).toMatchObject({ exit: 0 });
  expect(shown.out).toContain('https://meridian.example/talks: 2 versions');
  expect(shown.out).toContain('the same text at https://harbour.example/talks');
  expect(shown.out).toContain('Lena Varga said that [-four-] {+five+} percent would do.');
  expect(shown.out).toContain('{+The house votes in June, the speaker said.+}');
  expect(shown.out).not.toContain('Tomas Berg');
  const { versions } = JSON.parse((await command(['versions', 'https://meridian.example/talks', '--json', '--record', record()])).out);
  expect(versions).toMatchObject([
    { version: 1, current: false, changes: null, alsoAt: ['https://harbour.example/talks'] },
    { version: 2, current: true },
  ]);
});

test('an article that is not there', async () => {
  await file('https://meridian.example/talks', FIRST);
  expect(await command(['versions', 'https://meridian.example/none', '--record', record()])).toMatchObject({
    exit: 1,
    messages: expect.stringContaining('article-unknown'),
  });
});
