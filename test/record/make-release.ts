import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openRecord } from '../../src/record/index.js';
import { SCHEMA } from '../../src/record/sqlite/schema.js';
import { madeReading } from './made-reading.js';

// Makes the record of the schema at hand that every later release must open: npx tsx test/record/make-release.ts
const place = fileURLToPath(new URL(`releases/schema-${SCHEMA}.sqlite`, import.meta.url));
rmSync(place, { force: true });
const record = await openRecord(place, 'write');
const text = '“We will sign once the bridge opens,” Lena Varga said. The fishermen did not agree.';
const bridge = (own: string) =>
  madeReading({ id: 'bridge', outlet: 'Meridian Post', published: '2031-03-14', text: own }, [
    {
      words: '“We will sign once the bridge opens,”',
      speaker: 'Lena Varga',
      source: 'Lena Varga',
      from: '2031-03-13',
      stance: 'only-if',
      target: 'sign',
      condition: 'once the bridge opens',
    },
    { words: 'did not agree', speaker: 'The fishermen', kind: 'group', source: 'The fishermen', manner: 'indirect', act: 'rejects' },
  ]);
await record.file([
  { reading: bridge(text), filed: '2031-03-14' },
  { reading: bridge(`${text} Osterin was quiet.`), filed: '2031-03-15', original: new Uint8Array([60, 112, 62]) },
  {
    reading: madeReading(
      {
        id: 'open',
        outlet: 'Osterin Courier',
        published: '2031-03-20',
        wire: 'Harbour Wire',
        text: '“The bridge is open.” Varga left early.',
      },
      [{ words: '“The bridge is open.”', speaker: 'Lena Varga', from: '2031-03-20' }],
    ),
  },
]);
await record.close();
