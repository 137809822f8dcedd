import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Change,
  type Correction,
  correctionsPlace,
  EVERYTHING,
  type Filter,
  makeCorrection,
  openRecord,
  readCorrections,
  type StatementRecord,
  writeCorrection,
} from '../../src/record/index.js';
import { madeReading } from './made-reading.js';

/** Entries of a file that says these changes, one after another. */
function entries(...changes: readonly Change[]): readonly Correction[] {
  const made: Correction[] = [];
  for (const change of changes) made.push(makeCorrection(change, made, '2031-05-01', null));
  return made;
}

const NEWS = madeReading(
  {
    id: 'news',
    outlet: 'Meridian Post',
    published: '2031-03-16',
    text: 'Lena Varga said the dams hold unless it rains. L. Varga asked for ten boats. Tomas Berg would not sign a truce.',
  },
  [
    { words: 'the dams hold unless it rains', speaker: 'Lena Varga', source: 'Lena Varga', from: '2031-03-15' },
    { words: 'ten boats', speaker: 'L. Varga', source: 'L. Varga', act: 'asks' },
    { words: 'not sign a truce', speaker: 'Tomas Berg', source: 'Tomas Berg', stance: 'against', target: 'a truce' },
  ],
);

const [DAMS = '', BOATS = '', TRUCE = ''] = NEWS.statements.map(({ id }) => id);

const words = (text: string): Filter => ({ kind: 'words', where: 'statement', match: 'inflected', words: text });

async function ids(record: StatementRecord, filter: Filter): Promise<readonly string[]> {
  return (await record.statements({ filter })).statements.map(({ id }) => id);
}

async function corrected<T>(changes: readonly Change[], look: (record: StatementRecord) => Promise<T>): Promise<T> {
  const record = await openRecord(':memory:', 'write');
  await record.file([{ reading: NEWS }]);
  const before = await everything(record);
  const made = entries(...changes);
  const outcomes = await record.correct(made);
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(made.map(() => 'applied'));
  const result = await look(record);
  for await (const failure of record.verify()) throw new Error(failure.message);
  await record.file([{ reading: NEWS, known: 'replace' }]);
  expect(await look(record)).toEqual(result);
  await record.correct([]);
  expect(await everything(record)).toEqual(before);
  await record.close();
  return result;
}

async function everything(record: StatementRecord) {
  const { statements } = await record.statements({ filter: EVERYTHING });
  const speakers = await record.speakers({ name: null, limit: 10 });
  return {
    statements: [...statements].sort((one, other) => one.id.localeCompare(other.id)),
    speakers,
    found: await ids(record, words('boats')),
  };
}

describe('corrections are followed, stay when an article is read again, and leave no trace when they are taken away', () => {
  test('merge', async () => {
    const change: Change = { kind: 'merge', from: 'person:l varga', into: 'person:lena varga' };
    const [found, speakers, name] = await corrected([change], async (record) => [
      await ids(record, { kind: 'speaker', name: 'Lena Varga' }),
      await record.speakers({ name: 'varga', limit: 5 }),
      (await record.statement(BOATS))?.speaker.name,
    ]);
    expect(found).toEqual([DAMS, BOATS]);
    expect(speakers).toMatchObject([{ name: 'Lena Varga', statements: 2, variants: ['L. Varga'] }]);
    expect(name).toBe('Lena Varga');
  });

  test('split', async () => {
    const [found, other] = await corrected(
      [{ kind: 'split', from: 'person:lena varga', name: 'Lena Varga (engineer)', statements: [DAMS] }],
      async (record) => [await ids(record, { kind: 'speaker', name: 'engineer' }), await record.statement(DAMS)] as const,
    );
    expect(found).toEqual([DAMS]);
    expect(other?.speaker).toMatchObject({ kind: 'person', name: 'Lena Varga (engineer)' });
    expect(other?.speaker.key).toMatch(/^split:/);
  });

  test('rename and role', async () => {
    const speakers = await corrected(
      [
        { kind: 'rename', speaker: 'Tomas Berg', name: 'Tomáš Berg' },
        { kind: 'role', speaker: 'person:tomas berg', role: 'harbour minister', from: '2030-01-01', to: null },
      ],
      (record) => record.speakers({ name: 'berg', limit: 5 }),
    );
    expect(speakers).toMatchObject([{ name: 'Tomáš Berg', roles: [{ role: 'harbour minister', from: '2030-01-01', to: null }] }]);
  });

  test('day, speaker and act of one statement', async () => {
    const statement = await corrected(
      [
        { kind: 'said', statement: BOATS, from: '2031-03-01', to: '2031-03-02' },
        { kind: 'speaker', statement: BOATS, name: 'Irena Holt', speakerKind: 'person' },
        { kind: 'act', statement: BOATS, act: 'demands' },
      ],
      async (record) => {
        expect(await ids(record, { kind: 'said', from: '2031-03-02', to: '2031-03-02' })).toEqual([BOATS]);
        expect(await ids(record, { kind: 'speaker', name: 'Holt' })).toEqual([BOATS]);
        expect(await ids(record, { kind: 'act', is: 'asks' })).toEqual([]);
        return record.statement(BOATS);
      },
    );
    expect(statement?.statement.said).toMatchObject({ from: '2031-03-01', edtf: '2031-03-01/2031-03-02', basis: 'stated' });
    expect(statement?.corrections).toHaveLength(3);
  });

  test('position', async () => {
    const statement = await corrected(
      [
        { kind: 'position', statement: DAMS, stance: 'only-if', target: 'the dams hold', condition: 'unless it rains' },
        { kind: 'position', statement: TRUCE, stance: null, target: null, condition: null },
      ],
      async (record) => {
        expect(await ids(record, { kind: 'position' })).toEqual([DAMS]);
        expect(await ids(record, { kind: 'words', where: 'target', match: 'inflected', words: 'dam' })).toEqual([DAMS]);
        return record.statement(DAMS);
      },
    );
    expect(statement?.wording).toMatchObject({ target: 'the dams hold', condition: 'unless it rains' });
  });

  test('words', async () => {
    const statement = await corrected([{ kind: 'words', statement: BOATS, words: 'asked for ten boats' }], async (record) => {
      expect(await ids(record, words('asked'))).toEqual([BOATS]);
      return record.statement(BOATS);
    });
    expect(statement?.statement.citation.exact).toEqual(['asked for ten boats']);
    expect(statement?.id).toBe(BOATS);
  });

  test('withdraw', async () => {
    await corrected([{ kind: 'withdraw', statement: BOATS }], async (record) => {
      expect(await ids(record, EVERYTHING)).not.toContain(BOATS);
      expect(await record.statement(BOATS)).toBeNull();
      expect(await record.count(words('boats'))).toBe(0);
      return record.speakers({ name: 'L. Varga', limit: 5 });
    });
  });
});

describe('entries', () => {
  test('an entry takes an earlier one back, and can itself be taken back', async () => {
    const record = await openRecord(':memory:', 'write');
    await record.file([{ reading: NEWS }]);
    const once = entries({ kind: 'withdraw', statement: BOATS });
    const undo: Change = { kind: 'undo', entry: once[0]?.id ?? '' };
    const twice = entries({ kind: 'withdraw', statement: BOATS }, undo);
    expect((await record.correct(twice)).map(({ outcome }) => outcome)).toEqual(['undone', 'applied']);
    expect(await record.statement(BOATS)).not.toBeNull();
    const thrice = entries({ kind: 'withdraw', statement: BOATS }, undo, { kind: 'undo', entry: twice[1]?.id ?? '' });
    expect((await record.correct(thrice)).map(({ outcome }) => outcome)).toEqual(['applied', 'undone', 'applied']);
    expect(await record.statement(BOATS)).toBeNull();
    expect(await record.corrections()).toEqual(thrice);
    expect(await record.correct(entries({ kind: 'undo', entry: 'nothing' }))).toMatchObject([{ outcome: 'wrong' }]);
    await record.close();
  });

  test('what is not there yet waits, and is corrected when it is filed', async () => {
    const record = await openRecord(':memory:', 'write');
    const made = entries(
      { kind: 'merge', from: 'person:l varga', into: 'person:lena varga' },
      { kind: 'act', statement: TRUCE, act: 'threatens' },
    );
    expect((await record.correct(made)).map(({ outcome }) => outcome)).toEqual(['waiting', 'waiting']);
    await record.file([{ reading: NEWS }]);
    expect(await ids(record, { kind: 'speaker', name: 'Lena Varga' })).toEqual([DAMS, BOATS]);
    expect(await ids(record, { kind: 'act', is: 'threatens' })).toEqual([TRUCE]);
    await record.close();
  });

  test('what cannot be done is told, and the rest is done', async () => {
    const record = await openRecord(':memory:', 'write');
    await record.file([{ reading: NEWS }]);
    const outcomes = await record.correct(
      entries(
        { kind: 'words', statement: BOATS, words: 'eleven boats' },
        { kind: 'merge', from: 'person:tomas berg', into: 'person:tomas berg' },
        { kind: 'position', statement: DAMS, stance: 'for', target: null, condition: null },
        { kind: 'withdraw', statement: TRUCE },
      ),
    );
    expect(outcomes).toMatchObject([
      { outcome: 'wrong', message: 'the article does not hold the words "eleven boats"' },
      { outcome: 'wrong' },
      { outcome: 'wrong', message: 'a position needs a target' },
      { outcome: 'applied' },
    ]);
    await record.close();
  });
});

describe('the file', () => {
  test('beside a record it is followed by whoever opens the record, a reader as well, until it says otherwise', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-corrections-'));
    const place = join(folder, 'record.sqlite');
    const record = await openRecord(place, 'write');
    await record.file([{ reading: NEWS }]);
    await record.close();
    const count = async (access: 'read' | 'write'): Promise<number> => {
      const opened = await openRecord(place, access);
      const found = await opened.count(EVERYTHING);
      await opened.close();
      return found;
    };
    writeFileSync(correctionsPlace(place), entries({ kind: 'withdraw', statement: BOATS }).map(writeCorrection).join(''));
    expect(await count('read')).toBe(2);
    rmSync(correctionsPlace(place));
    expect(await count('write')).toBe(2);
    writeFileSync(correctionsPlace(place), '# nothing\n');
    expect(await count('write')).toBe(3);
    rmSync(folder, { recursive: true });
  });

  test('what is written is read back, mistakes are named by line, notes are passed over', () => {
    const made = entries({ kind: 'withdraw', statement: BOATS }, { kind: 'undo', entry: 'x' });
    const text = `# kept by hand\n${made.map(writeCorrection).join('')}\nnot json\n{"id":"a","change":{"kind":"act","statement":"s","act":"sings"}}\n`;
    expect(readCorrections(text)).toEqual({
      corrections: made,
      mistakes: [
        { line: 5, message: expect.stringContaining('no JSON') },
        { line: 6, message: '"act" of this act is missing or wrong' },
      ],
    });
  });

  test('no text makes it fail', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.json(), fc.string())), (lines) => {
        expect(readCorrections(lines.join('\n')).corrections).toEqual([]);
      }),
    );
  });
});
