import { openRecord } from '../../src/record/index.js';
import { madeReading } from './made-reading.js';

// Run by processes.test.ts: files invented articles into the record at argv[2] and prints how many after each step; then waits to be killed.
const [, , place = '', outlet = '', steps = ''] = process.argv;
const STEP = 10;

const record = await openRecord(place, 'write');
for (let from = 0; from < Number(steps) * STEP; from += STEP) {
  const filings = Array.from({ length: STEP }, (_, index) => {
    const id = `${from + index}`;
    const text = `Report ${id} of ${outlet}. “We will sign once the harbour opens,” Lena Varga said. Tomas Berg called report ${id} idle talk.`;
    return {
      reading: madeReading({ id, outlet, text, published: '2031-03-14' }, [
        { words: '“We will sign once the harbour opens,”', speaker: 'Lena Varga', source: 'Lena Varga' },
        { words: `report ${id} idle talk`, speaker: 'Tomas Berg', source: 'Tomas Berg', manner: 'indirect' },
      ]),
    };
  });
  await record.file(filings);
  process.stdout.write(`${from + STEP}\n`);
}
setInterval(() => {}, 1_000);
