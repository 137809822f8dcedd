import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { carriedUtterances, createUtterances } from '../../src/answers/same-words/utterances.js';
import { type BriefStatement, EVERYTHING, type StatementRecord } from '../../src/record/index.js';
import { sampleRecord } from '../web/sample-record.js';

let made = 0;

const said = (words: string, more: Partial<BriefStatement> = {}): BriefStatement => ({
  id: `statement-${made++}`,
  text: made,
  speaker: { key: 'person:lena varga', kind: 'person', name: 'Lena Varga' },
  words,
  manner: 'direct',
  act: 'states',
  stance: null,
  target: null,
  condition: null,
  evidence: null,
  whom: null,
  from: null,
  to: null,
  retold: false,
  printed: '2031-03-14',
  outlet: `Outlet ${made}`,
  ...more,
});

const WHOLE = 'We will open the bridge on the first day of spring, but only if the guns on the hill are gone';

/** How many texts each utterance has. */
function sizes(...statements: readonly BriefStatement[]): readonly number[] {
  const utterances = createUtterances();
  for (const statement of statements) utterances.add([statement]);
  return utterances.carried().map(({ texts }) => texts);
}

describe('utterances', () => {
  test.each([
    ['the same words', WHOLE],
    ['cut at its end', 'We will open the bridge on the first day of spring'],
    ['one word altered', WHOLE.replace('spring', 'summer')],
    ['other marks and case', `“${WHOLE.toUpperCase()}.”`],
  ])('%s: one utterance', (_name, words) => expect(sizes(said(WHOLE), said(words))).toEqual([2]));

  test.each([
    ['weeks apart', said(WHOLE, { printed: '2031-05-14' })],
    ['said on other days', said(WHOLE, { from: '2031-03-02', to: '2031-03-02' })],
    ['without quotation marks', said(WHOLE, { manner: 'indirect' })],
    ['other words', said('The ferry leaves at nine from the old quay and nobody asked the miller')],
    ['a set phrase of few words', said('open the bridge')],
  ])('%s: not one', (_name, other) => expect(sizes(said(WHOLE, { from: '2031-03-13', to: '2031-03-13' }), other)).toEqual([]));

  test('two sentences of one text are two utterances', () =>
    expect(sizes(said(WHOLE, { text: -1 }), said(WHOLE, { text: -1 }))).toEqual([]));

  test('what comes later joins what is there, whatever the order', () => {
    const short = said('We will open the bridge on the first day of spring');
    const [one, two, three] = [said(WHOLE), short, said(WHOLE)];
    expect(sizes(one, two, three)).toEqual([3]);
    expect(sizes(three, two, one)).toEqual([3]);
  });
});

describe('the samples', () => {
  let record: StatementRecord;
  beforeAll(async () => {
    record = await sampleRecord();
  });
  afterAll(() => record.close());

  test('what an agency’s story quotes is carried by those that copied it, first printed first', async () => {
    const utterances = await carriedUtterances(record, EVERYTHING);
    expect(utterances.length).toBeGreaterThan(5);
    for (const { statements, outlets, texts } of utterances) {
      expect(texts).toBeGreaterThan(1);
      expect(outlets).toBeLessThanOrEqual(texts);
      expect(statements.map(({ printed }) => printed)).toEqual(statements.map(({ printed }) => printed).toSorted());
      expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
    }
    expect(utterances[0]?.outlets).toBe(3);
  });
});
