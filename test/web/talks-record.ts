import { openRecord, type StatementRecord } from '../../src/record/index.js';
import { madeReading } from '../record/made-reading.js';

/** A small record with every kind of statement that a page shows in its own way. */
export async function talksRecord(): Promise<StatementRecord> {
  const record = await openRecord(':memory:', 'write');
  await record.file([{ reading: TALKS }, { reading: REPLY }, { reading: REPLY_CORRECTED }, { reading: SIGNED }]);
  return record;
}

const TALKS = madeReading(
  {
    id: 'talks-1',
    outlet: 'Meridian Post',
    published: '2031-03-14',
    wire: 'Harbour Wire',
    title: 'A bridge and a pen',
    url: 'https://meridianpost.example/2031/03/14/bridge',
    authors: ['Idris Fallowell'],
    text: 'Lena Varga said: "We will sign a ceasefire once the bridge opens." Tomas Berg called it théâtre.\n\nHe is never ready for negotiations, aides said.\n\nShare this page',
  },
  [
    {
      words: '"We will sign a ceasefire once the bridge opens."',
      speaker: 'Lena Varga',
      source: 'Lena Varga',
      from: '2031-03-13',
      stance: 'only-if',
      target: 'a ceasefire',
      condition: 'once the bridge opens',
      act: 'offers',
    },
    { words: 'théâtre', speaker: 'Tomas Berg', source: 'Tomas Berg', manner: 'mixed', act: 'accuses' },
    {
      words: 'He is never ready for negotiations',
      speaker: 'aides',
      kind: 'anonymous',
      source: 'aides',
      manner: 'indirect',
      from: '2031-02-01',
      to: '2031-02-28',
      retold: true,
    },
  ],
);

const BERG = {
  speaker: 'Tomas Berg',
  source: 'Tomas Berg',
  manner: 'indirect',
  from: '2031-03-31',
  stance: 'against',
  target: 'truce',
  act: 'rejects',
} as const;

const reply = (text: string, words: string) =>
  madeReading({ id: 'reply-1', outlet: 'Osterin Courier', published: '2031-04-02', url: 'https://courier.example/reply', text }, [
    { ...BERG, words },
  ]);

const REPLY = reply('Tomas Berg said on Monday that no truce would be signed by 1,150 envoys.', 'no truce would be signed by 1,150 envoys');

const REPLY_CORRECTED = reply(
  'Tomas Berg said on Monday that no truce would be signed by 1,015 envoys.',
  'no truce would be signed by 1,015 envoys',
);

const SIGNED = madeReading(
  {
    id: 'signed-1',
    outlet: 'Osterin Courier',
    published: '2031-05-02',
    url: 'https://courier.example/signed',
    text: 'Lena Varga said on Thursday: "I will sign the ceasefire today, bridge or no bridge."',
  },
  [
    {
      words: '"I will sign the ceasefire today, bridge or no bridge."',
      speaker: 'Lena Varga',
      source: 'Lena Varga',
      from: '2031-05-01',
      stance: 'for',
      target: 'the ceasefire',
      act: 'promises',
    },
  ],
);
