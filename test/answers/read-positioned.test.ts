import { expect, test } from 'vitest';
import { readPositioned } from '../../src/answers/positions/read-positioned.js';
import { openRecord } from '../../src/record/index.js';
import { madeReading } from '../record/made-reading.js';

test('positions are those of holders who are known, of all or of some', async () => {
  const record = await openRecord(':memory:', 'write');
  const text = 'Lena Varga wants a truce. Tomas Berg rejects it outright. The prime minister is for talks, aides back them.';
  await record.file([
    {
      reading: madeReading({ id: 'one', outlet: 'Meridian Post', published: '2031-03-14', text }, [
        { words: 'wants a truce', speaker: 'Lena Varga', stance: 'for', target: 'a truce', from: '2031-03-13' },
        { words: 'rejects it outright', speaker: 'Tomas Berg', stance: 'against', target: 'it' },
        { words: 'is for talks', speaker: 'the prime minister', stance: 'for', target: 'talks' },
        { words: 'back them', speaker: 'aides', kind: 'anonymous', stance: 'for', target: 'them' },
      ]),
    },
  ]);
  const names = (list: Awaited<ReturnType<typeof readPositioned>>) => list.map(({ speakerName }) => speakerName).sort();
  expect(names(await readPositioned(record))).toEqual(['Lena Varga', 'Tomas Berg']);
  expect(await readPositioned(record, { among: { kind: 'speaker', name: 'Varga' } })).toMatchObject([
    { speakerName: 'Lena Varga', stance: 'for', target: 'a truce', from: '2031-03-13', printed: '2031-03-14', outlet: 'Meridian Post' },
  ]);
  await record.close();
});
