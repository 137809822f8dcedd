import { openRecord, type StatementRecord } from '../../src/record/index.js';
import { madeReading } from '../record/made-reading.js';

/** The moment at which the tests export: one embargo is over, one is not. */
export const NOW = '2031-05-01T12:00:00Z';

/** A text in which characters of two code units stand before, in and behind the words. */
export const TALKS =
  'In Osterin 🌉🌉 it rained. “We 🌉 sign, once the bridge opens,” Lena Varga said on Monday. 🌉 "=1+1", she wrote,\nand “no more”.';

const long = `“${'We shall stay where we are, and say so. '.repeat(40).trim()}”`;

/** Everything that is hard on formats: formulas, marks, line ends, markup, characters beyond the first plane, long words, terms, embargoes, imports. */
export async function exportRecord(): Promise<StatementRecord> {
  const record = await openRecord(':memory:', 'write');
  const talks = madeReading(
    {
      id: 'talks',
      url: 'https://meridian.example/talks?a=1&b=2',
      outlet: 'Meridian Post',
      published: '2031-03-14',
      title: 'Talks, “again” {and} 50% more',
      authors: ['Ida Holm', 'Jon & Berg'],
      text: TALKS,
    },
    [
      {
        words: '“We 🌉 sign, once the bridge opens,”',
        speaker: 'Lena Varga',
        source: 'Lena Varga',
        from: '2031-03-10',
        stance: 'only-if',
        target: 'sign',
        condition: 'once the bridge opens',
        act: 'offers',
      },
      { words: '=1+1', speaker: 'Lena Varga', manner: 'mixed' },
      {
        words: '"=1+1", she wrote,\nand “no more”',
        speaker: '<script>alert(1)</script>',
        kind: 'group',
        manner: 'indirect',
        from: '2031-03-01',
        to: '2031-03-31',
        act: 'demands',
      },
    ],
  );
  const terms = madeReading(
    {
      id: 'terms',
      outlet: 'Harbour <Wire>',
      published: '2031-04-01',
      usageTerms: 'No use in archives; ask first',
      embargoedUntil: '2031-04-01T06:00:00Z',
      text: `${long} Tomas Berg said.`,
    },
    [
      {
        words: long,
        speaker: 'Tomas Berg',
        source: 'Tomas Berg',
        from: '2031-03-31',
        act: 'rejects',
        stance: 'against',
        target: 'stay where we are',
      },
    ],
  );
  const waiting = madeReading(
    { id: 'waiting', outlet: 'Osterin Courier', embargoedUntil: '2031-05-02T06:00:00Z', text: 'The port is sold, the ministry will say.' },
    [{ words: 'The port is sold', speaker: 'the ministry', kind: 'organization', manner: 'indirect' }],
  );
  const taken = madeReading(
    {
      id: 'row-1',
      outlet: 'courier.example',
      url: 'https://courier.example/1',
      imported: 'Osterin Quotations',
      text: '“The port is ours.”',
    },
    [{ words: '“The port is ours.”', speaker: 'Tomas Berg', from: '2031-02-01' }],
  );
  await record.file([talks, terms, waiting, taken].map((reading) => ({ reading })));
  return record;
}
