import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ExportRow, exportStatements, search, statementInContext, timeline } from '../../src/answers/index.js';
import { EVERYTHING, openRecord, type StatementRecord } from '../../src/record/index.js';
import { madeReading } from '../record/made-reading.js';

const VISIT = madeReading(
  {
    id: 'visit',
    outlet: 'Meridian Post',
    published: '2031-03-16',
    title: 'A visit, and "nothing" else',
    text: `Osterin was quiet.

Lena Varga said on Saturday that Tomas Berg had promised a ceasefire once the harbour opens. She said earlier that the dams would hold.

=1+1 is what Berg wrote on the wall.`,
  },
  [
    {
      words: 'Tomas Berg had promised a ceasefire once the harbour opens',
      speaker: 'Lena Varga',
      source: 'Lena Varga',
      manner: 'indirect',
      from: '2031-03-15',
    },
    {
      words: 'a ceasefire once the harbour opens',
      speaker: 'Tomas Berg',
      source: 'Tomas Berg',
      manner: 'indirect',
      from: '2031-03-01',
      to: '2031-03-10',
      stance: 'only-if',
      target: 'a ceasefire',
      condition: 'once the harbour opens',
      within: 0,
    },
    { words: 'the dams would hold', speaker: 'Lena Varga', source: 'She', manner: 'indirect', retold: true },
    { words: '=1+1', speaker: 'Tomas Berg', source: 'Berg', from: null, to: '2031-03-12' },
  ],
);

const LATER = madeReading({ id: 'later', outlet: 'Harbour Wire', published: '2031-04-01', text: 'Lena Varga said the truce holds.' }, [
  { words: 'the truce holds', speaker: 'Lena Varga', source: 'Lena Varga' },
]);

let record: StatementRecord;

beforeAll(async () => {
  record = await openRecord(':memory:', 'write');
  await record.file([{ reading: LATER }, { reading: VISIT }]);
});

afterAll(() => record.close());

test('search: latest day said first, undated ones last, page by page, with what was looked at', async () => {
  const first = await search(record, { query: '-outlet:wire', limit: 3 });
  expect(first.statements.map(({ statement }) => statement.said.from ?? statement.said.to)).toEqual([
    '2031-03-15',
    '2031-03-12',
    '2031-03-01',
  ]);
  expect(first.lookedAt).toEqual({ articles: 1, imported: 0, outlets: 1, from: '2031-03-16', to: '2031-03-16' });
  const rest = await search(record, { query: '-outlet:wire', limit: 3, after: first.next });
  expect(rest.statements.map(({ wording }) => wording.source)).toEqual(['She']);
  expect(rest.next).toBeNull();
});

test('timeline: by day said, then those of unknown day by printed day, whatever the page', async () => {
  const whole = await timeline(record, { speaker: 'varga' });
  expect(whole.speakers).toMatchObject([{ name: 'Lena Varga', statements: 3 }]);
  expect(whole.entries.map(({ said, reportedLater }) => [said, reportedLater])).toEqual([
    [{ kind: 'day', day: '2031-03-15' }, false],
    [{ kind: 'unknown', printed: '2031-03-16' }, true],
    [{ kind: 'unknown', printed: '2031-04-01' }, false],
  ]);
  for (const limit of [1, 2, 3]) {
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const page = await timeline(record, { speaker: 'person:lena varga', limit, after });
      ids.push(...page.entries.map(({ statement }) => statement.id));
      after = page.next;
    } while (after !== null);
    expect(ids).toEqual(whole.entries.map(({ statement }) => statement.id));
  }
});

test('timeline: bounds as they are known, and only what it is about', async () => {
  const berg = await timeline(record, { speaker: 'Tomas Berg' });
  expect(berg.entries.map(({ said }) => said)).toEqual([
    { kind: 'between', from: '2031-03-01', to: '2031-03-10' },
    { kind: 'on-or-before', to: '2031-03-12' },
  ]);
  expect((await timeline(record, { speaker: 'Tomas Berg', on: 'ceasefire OR truce' })).entries).toHaveLength(1);
  expect((await timeline(record, { speaker: null, on: { kind: 'position' } })).entries).toHaveLength(1);
  expect((await timeline(record, { speaker: 'Nobody Known' })).speakers).toEqual([]);
  await expect(timeline(record, { speaker: null, on: 'date:x' })).rejects.toMatchObject({ code: 'query-wrong' });
});

test('a statement in context: its paragraph, what stands where, and the statement around it', async () => {
  const { text } = VISIT.article;
  const answer = await statementInContext(record, VISIT.statements[1]?.id ?? '');
  expect(answer?.passage.text).toBe(text.split('\n\n')[1]);
  expect(text.slice(answer?.passage.start, answer?.passage.end)).toBe(answer?.passage.text);
  expect(answer?.before).toBe('Osterin was quiet.');
  expect(answer?.after).toBe('=1+1 is what Berg wrote on the wall.');
  expect(answer?.marks.map(({ role, start, end }) => [role, text.slice(start, end)])).toEqual([
    ['source', 'Tomas Berg'],
    ['content', 'a ceasefire once the harbour opens'],
    ['target', 'a ceasefire'],
    ['condition', 'once the harbour opens'],
  ]);
  expect(answer?.containers.map(({ id }) => id)).toEqual([VISIT.statements[0]?.id]);
  expect((await statementInContext(record, VISIT.statements[0]?.id ?? ''))?.contained).toHaveLength(1);
  expect(answer?.said).toEqual({ kind: 'between', from: '2031-03-01', to: '2031-03-10' });
  expect(answer?.appearances).toHaveLength(1);
  expect(await statementInContext(record, 'none')).toBeNull();
});

async function exported(format: 'jsonl' | 'csv'): Promise<string> {
  let all = '';
  const { pieces } = exportStatements(record, { filter: EVERYTHING, format, now: '2031-05-01T00:00:00Z' });
  for await (const piece of pieces) all += piece;
  return all;
}

/** A reader of RFC 4180 of its own, so that the writer is not held to its own idea of the format. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let marked = false;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (marked && character === '"' && text[at + 1] === '"') {
      cell += '"';
      at++;
    } else if (character === '"') marked = !marked;
    else if (!marked && character === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (!marked && character === '\r' && text[at + 1] === '\n') {
      rows.at(-1)?.push(cell);
      rows.push([]);
      cell = '';
      at++;
    } else cell += character;
  }
  return rows.slice(0, -1);
}

test('export: JSON Lines and CSV hold the same rows, and no cell is a formula', async () => {
  const rows = (await exported('jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportRow);
  expect(rows).toHaveLength(5);
  expect(rows[2]).toMatchObject({
    speaker: 'Tomas Berg',
    said_from: '2031-03-01',
    stance: 'only-if',
    condition: 'once the harbour opens',
    article: 'visit',
    published: '2031-03-16',
    retold: false,
  });
  const [names, ...cells] = readCsv(await exported('csv'));
  expect(names).toEqual(Object.keys(rows[0] ?? {}));
  const guarded = (value: unknown): string => (value === null ? '' : /^[=+\-@]/.test(String(value)) ? `'${value}` : String(value));
  expect(cells).toEqual(rows.map((row) => Object.values(row).map(guarded)));
  expect(cells[4]?.[8]).toBe("'=1+1");
});
