import { describe, expect, test } from 'vitest';
import { openRecord, type StatementRecord } from '../../src/record/index.js';
import { statementsLine } from '../../src/runtime/index.js';
import { LineError, loadLine } from '../../src/runtime/load-line.js';
import { sampleFilings } from '../web/sample-record.js';

async function line(index: number): Promise<Record<string, unknown>> {
  const filing = (await sampleFilings())[index];
  if (filing === undefined) throw new Error('there are samples');
  const made = statementsLine(filing.reading, { text: 'with-text', reasons: 'with-reasons', engine: 'onrecord 0.1.0' });
  return JSON.parse(JSON.stringify(made));
}

/** What answers are made from: everything of a statement but indexes into the article, which a line does not tell. */
async function told(record: StatementRecord) {
  const all = [];
  for await (const { statement, attribution, ...rest } of record.iterate({ filter: { kind: 'everything' } }))
    all.push({
      ...rest,
      attribution: { ...attribution, within: null },
      statement: { ...statement, speaker: { ...statement.speaker, referent: null } },
    });
  return all;
}

describe('lines of extract', () => {
  test('are loaded as the readings that they were made from', async () => {
    const filings = await sampleFilings();
    const read = await openRecord(':memory:', 'write');
    const loaded = await openRecord(':memory:', 'write');
    await read.file(filings);
    await loaded.file(await Promise.all(filings.map(async (_, index) => loadLine(JSON.stringify(await line(index))))));
    expect(await told(loaded)).toEqual(await told(read));
    for await (const head of loaded.articles()) {
      const article = await loaded.article(head.sha256);
      expect(article?.article).toEqual((await read.article(head.sha256))?.article);
      expect(article?.engine).toBe('onrecord 0.1.0');
    }
    for await (const failure of loaded.verify()) throw new Error(failure.message);
    await read.close();
    await loaded.close();
  });

  test.each([
    ['no JSON', (): string => '{"format": 1', /not valid JSON/],
    ['another format', async (): Promise<string> => JSON.stringify({ ...(await line(0)), format: 2 }), /format is 2/],
    ['no text', async (): Promise<string> => JSON.stringify({ ...(await line(0)), article: { sha256: 'x' } }), /--text/],
    ['another text', async (): Promise<string> => JSON.stringify(await line(0)).replace('"text":"', '"text":"Otherwise '), /hash/],
    ['a moved place', async (): Promise<string> => moved(await line(0), { start: 3, end: 9 }), /not the one that its places give/],
    ['a place beyond the end', async (): Promise<string> => moved(await line(0), { start: 3, end: 1e9 }), /no place in its text/],
    ['a list', (): string => '[]', /no object/],
  ] as const)('that are wrong are told so: %s', async (_name, make, message) => {
    const json = await make();
    expect(() => loadLine(json)).toThrow(LineError);
    expect(() => loadLine(json)).toThrow(message);
  });
});

function moved(made: Record<string, unknown>, content: { start: number; end: number }): string {
  const [first, ...others] = made.statements as readonly object[];
  return JSON.stringify({ ...made, statements: [{ ...first, content: [content] }, ...others] });
}
