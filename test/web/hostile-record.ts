import { openRecord, type StatementRecord } from '../../src/record/index.js';
import { madeReading } from '../record/made-reading.js';

/** Texts that try to run something, to turn the line round, or to burst the page. */
export const HOSTILE: readonly string[] = [
  '<script>window.broken = 1</script>',
  '"><img src=x onerror="window.broken = 1">',
  "' onmouseover='window.broken = 1' x='",
  '</textarea></title></style><svg onload="window.broken = 1">',
  `{{constructor.constructor("window.broken = 1")()}} $${'{'}window.broken = 1}`,
  'a\u202Egnp.elif\u202Db\u2066c',
  '‮‮‮right to left‬',
  '\u0000\u0007\u001B[31m\uFFFE',
  'ع مرحبا שלום',
  'Z̸̢̛a̷̧l̶̨g̴̢o̷̢'.repeat(20),
  'w'.repeat(1_000_000),
  '%00%ff%2e%2e%2f',
];

export const HOSTILE_ADDRESSES: readonly string[] = [
  'javascript:window.broken=1//',
  'data:text/html,<script>window.broken=1</script>',
  'https://a.example/"><script>window.broken=1</script>',
  'https://a.example/?q=<x>#:~:text=x',
  'vbscript:x',
];

/** A record whose every field that a page shows holds each of them. */
export async function hostileRecord(): Promise<StatementRecord> {
  const record = await openRecord(':memory:', 'write');
  for (const [index, text] of HOSTILE.entries()) {
    const words = `I say ${text} for 12 tanks`;
    await record.file([
      {
        reading: madeReading(
          {
            id: `${index} ${text.slice(0, 500)}`,
            outlet: text,
            published: '2031-03-14',
            title: text,
            wire: text,
            url: HOSTILE_ADDRESSES[index % HOSTILE_ADDRESSES.length] + (index < HOSTILE_ADDRESSES.length ? '' : `${index}`),
            authors: [text, text],
            text: `${text} said: ${words}, once ${text} ends.\n\n${text}`,
          },
          [
            {
              words,
              speaker: text,
              source: text,
              from: '2031-03-13',
              stance: (['for', 'against', 'only-if', 'unclear'] as const)[index % 4] ?? 'for',
              target: text,
              condition: `once ${text} ends`,
            },
            { words: `${text} ends`, speaker: `${text} two`, kind: 'organization', source: text, manner: 'indirect', from: null },
          ],
        ),
      },
    ]);
  }
  return record;
}
