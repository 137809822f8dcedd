import { afterEach, beforeEach, expect, test } from 'vitest';
import { createIssueMatcher, describeChange, type FoundChange, findChanges, queryIssue } from '../../src/answers/index.js';
import { EVERYTHING, openRecord, type StatementRecord } from '../../src/record/index.js';
import { madeReading, type Said } from '../record/made-reading.js';

let record: StatementRecord;
beforeEach(async () => {
  record = await openRecord(':memory:', 'write');
});
afterEach(() => record.close());

const issues = [queryIssue('ceasefire')];

const find = (now = '2031-06-01T00:00:00Z'): Promise<readonly FoundChange[]> =>
  findChanges(record, { filter: EVERYTHING, matcher: createIssueMatcher(issues), groups: [], figures: 'all', now });

async function file(id: string, text: string, said: Omit<Said, 'words'> & { readonly words: string }, more: object = {}): Promise<void> {
  await record.file([
    { reading: madeReading({ id, outlet: id, url: `https://${id}.example/1`, text, ...more }, [{ speaker: 'Lena Varga', ...said }]) },
  ]);
}

const REFUSED = { words: '“There will be no ceasefire.”', stance: 'against', target: 'ceasefire', from: '2031-03-01' } as const;
const READY = { words: '“I am ready for a ceasefire.”', stance: 'for', target: 'a ceasefire', from: '2031-04-01' } as const;
const ONLY_IF = {
  words: '“A ceasefire, once the bridge opens.”',
  stance: 'only-if',
  target: 'A ceasefire',
  condition: 'once the bridge opens',
  from: '2031-05-01',
} as const;

test('a first position is no change, nor are the same words in another outlet', async () => {
  await file('post', `${REFUSED.words} Varga said.`, REFUSED);
  expect(await find()).toEqual([]);
  await file('wire', `${REFUSED.words} Lena Varga told reporters.`, REFUSED);
  expect(await find()).toEqual([]);
});

test('a changed side is one change, with one id however many outlets tell it', async () => {
  await file('post', `${REFUSED.words} Varga said.`, REFUSED);
  await file('wire', `${READY.words} Varga said.`, READY);
  const [change, ...more] = await find();
  expect(more).toEqual([]);
  await file('courier', `In Osterin: ${READY.words} Varga said.`, READY);
  expect((await find()).map(({ id }) => id)).toEqual([change?.id]);
  const then = {
    stance: 'against',
    from: '2031-03-01',
    words: '“There will be no ceasefire.”',
    outlet: 'post',
    url: 'https://post.example/1',
  };
  const told = change === undefined ? null : await describeChange(record, change, issues, 'https://desk.example');
  expect(told).toMatchObject({
    kind: 'position',
    issue: { name: 'ceasefire' },
    speaker: { name: 'Lena Varga' },
    then,
    now: {
      stance: 'for',
      from: '2031-04-01',
      words: '“I am ready for a ceasefire.”',
      link: expect.stringMatching(/^https:\/\/desk\.example\/s\/[0-9a-f]{16}$/),
    },
  });
});

test('a condition that appears is a change of its own kind where the side stays', async () => {
  await file('post', `${ONLY_IF.words} Varga said.`, ONLY_IF);
  const other = {
    ...ONLY_IF,
    words: '“A ceasefire, if every prisoner comes home.”',
    condition: 'if every prisoner comes home',
    from: '2031-05-20',
  };
  await file('wire', `${other.words} Varga said.`, other);
  const [change] = await find();
  const then = { condition: 'once the bridge opens' };
  expect(change && (await describeChange(record, change, issues, null))).toMatchObject({
    kind: 'condition',
    condition: 'changed',
    then,
    now: { condition: 'if every prisoner comes home' },
  });
});

test('what is under embargo changes nothing before its time', async () => {
  await file('post', `${REFUSED.words} Varga said.`, REFUSED);
  await file('wire', `${READY.words} Varga said.`, READY, { embargoedUntil: '2031-06-02T06:00:00Z' });
  expect(await find()).toEqual([]);
  expect(await find('2031-06-02T06:00:00Z')).toHaveLength(1);
});
