import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyRecord, correctionsPlace, EVERYTHING, makeCorrection, openRecord, type StatementRecord } from '../../src/record/index.js';
import { ask, emptyDatabase } from '../support/postgres.js';
import { madeReading } from './made-reading.js';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-copy-'));
const original = join(folder, 'original.sqlite');

const bridge = (text: string, day: string) =>
  madeReading({ id: 'bridge', outlet: 'Meridian Post', published: day, text }, [
    {
      words: '“We will sign once the bridge opens,”',
      speaker: 'Lena Varga',
      source: 'Lena Varga',
      from: day,
      stance: 'only-if',
      target: 'sign',
    },
    { words: 'did not agree', speaker: 'The fishermen', kind: 'group', manner: 'indirect' },
  ]);

const TEXT = '“We will sign once the bridge opens,” Lena Varga said. The fishermen did not agree. Élan, naïve.';

beforeAll(async () => {
  const record = await openRecord(original, 'write');
  await record.file([{ reading: bridge(TEXT, '2031-03-14'), original: new Uint8Array([0, 60, 255]), filed: '2031-03-15' }]);
  await record.file([{ reading: bridge(`${TEXT} Osterin was quiet.`, '2031-03-16') }]);
  const many = Array.from({ length: 240 }, (_, index) => ({
    reading: madeReading({ id: `n${index}`, outlet: 'Harbour Wire', text: `Tomas Berg said report ${index} was idle talk.` }, [
      { words: `report ${index} was idle talk`, speaker: 'Tomas Berg', manner: 'indirect' },
    ]),
  }));
  await record.file(many);
  await record.file([{ reading: bridge(TEXT, '2031-03-14'), known: 'replace' }]);
  const change = { kind: 'rename', speaker: 'Tomas Berg', name: 'Tomas Berg-Holm' } as const;
  await record.correct([makeCorrection(change, [], '2031-05-01', 'as he signs')]);
  await record.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything that a record says, cursors included: a copy has the same keys. */
async function contents(record: StatementRecord) {
  const statements = [];
  for await (const one of record.iterate({ filter: EVERYTHING, versions: 'all' })) statements.push(one);
  const articles = [];
  for await (const head of record.articles()) articles.push(await record.article(head.sha256));
  return {
    statements,
    articles,
    page: await record.statements({ filter: { kind: 'speaker', name: 'Berg' }, order: { by: 'said', direction: 'descending' }, limit: 3 }),
    words: await record.count({ kind: 'words', where: 'statement', match: 'inflected', words: 'signing' }),
    texts: await record.count({ kind: 'words', where: 'text', match: 'exact', words: 'elan naive' }, 'all'),
    like: await record.textsLike(statements[0]?.article.sha256 ?? '', 5),
    speakers: await record.speakers({ name: null, limit: 10 }),
    corrections: await record.corrections(),
  };
}

async function contentsAt(place: string) {
  const record = await openRecord(place, 'read');
  const found = await contents(record);
  await record.close();
  return found;
}

describe('a copy', () => {
  test('goes into a database and back into a file, and says the same everywhere', async () => {
    const database = await emptyDatabase();
    const there = await copyRecord(original, database);
    expect(there).toMatchObject({ rows: { texts: 242, statements: 244, corrections: 1, originals: 1 }, failures: [] });
    const back = join(folder, 'back.sqlite');
    const report = await copyRecord(database, back);
    expect(report.rows).toEqual(there.rows);
    const expected = await contentsAt(original);
    expect(await contentsAt(database)).toEqual(expected);
    expect(await contentsAt(back)).toEqual(expected);
    expect(JSON.parse(readFileSync(correctionsPlace(back), 'utf8'))).toEqual(expected.corrections[0]);
    expect(existsSync(correctionsPlace(original))).toBe(false);
    // What is filed afterwards stands behind what was copied.
    for (const place of [database, back]) {
      const record = await openRecord(place, 'write');
      expect(await record.file([{ reading: bridge(`${TEXT} Later.`, '2031-04-01') }])).toMatchObject([{ outcome: 'version', version: 3 }]);
      expect((await record.count(EVERYTHING, 'all')) - 244).toBe(2);
      await record.close();
    }
    await expect(copyRecord(original, back)).rejects.toMatchObject({ code: 'record-not-ours' });
  });

  test('that was broken off is gone on with', async () => {
    const database = await emptyDatabase();
    let steps = 0;
    const breakOff = copyRecord(original, database, () => {
      if (++steps === 4) throw new Error('pulled out');
    });
    await expect(breakOff).rejects.toThrow('pulled out');
    const report = await copyRecord(original, database);
    expect(report.failures).toEqual([]);
    expect(report.written).toBeLessThan(Object.values(report.rows).reduce((sum, count) => sum + count, 0));
    expect(await contentsAt(database)).toEqual(await contentsAt(original));
  });

  test('that was changed by another hand is mended', async () => {
    const database = await emptyDatabase();
    await copyRecord(original, database);
    await ask(database, `update onrecord.statements set words = 'other words' where statement_key = 3`);
    expect(await copyRecord(original, database)).toMatchObject({ failures: [] });
    expect(await contentsAt(database)).toEqual(await contentsAt(original));
  });

  test('does not touch a record that holds something else', async () => {
    const other = join(folder, 'other.sqlite');
    const record = await openRecord(other, 'write');
    await record.file([{ reading: madeReading({ text: 'Ilsa Horsky said no.' }, []) }]);
    await record.close();
    await expect(copyRecord(original, other)).rejects.toMatchObject({ code: 'record-not-ours' });
    await expect(copyRecord(join(folder, 'nothing.sqlite'), other)).rejects.toMatchObject({ code: 'record-missing' });
  });
});
