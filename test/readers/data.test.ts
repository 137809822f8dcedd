import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, test } from 'vitest';
import { parseColumns, type ReadOptions, type ReadOutput, readBytes, readSources } from '../../src/readers/index.js';

const folder = mkdtempSync(join(tmpdir(), 'onrecord-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function* pieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(name: string, content: string | Uint8Array, options: ReadOptions = {}, size = 100): Promise<readonly ReadOutput[]> {
  const items: ReadOutput[] = [];
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for await (const item of readBytes(name, pieces(bytes, size), options)) items.push(item);
  return items;
}

const columns = (written: string): ReadOptions => {
  const parsed = parseColumns(written);
  return 'mapping' in parsed ? { columns: parsed.mapping } : {};
};

const CSV = `Headline,Publication Date,newspaper,Body,rating
"Varga goes, at last",2031-03-14,Meridian Post,"“We will go,” Lena Varga said.

She left on ""Saturday"".",5
Berg stays,14 March 2031,Harbour Wire,Tomas Berg said that he would stay.,3
`;

describe('tables of separated values', () => {
  test.each([1, 7, 100_000])('names are guessed and shown, in chunks of %d bytes', async (size) => {
    const items = await read('a.csv', CSV, {}, size);
    expect(items).toMatchObject([
      {
        article: {
          title: 'Varga goes, at last',
          published: '2031-03-14',
          outlet: 'Meridian Post',
          text: '“We will go,” Lena Varga said.\n\nShe left on "Saturday".',
        },
        notes: [
          {
            code: 'columns-guessed',
            message: 'is read with --columns title=Headline,published=Publication Date,outlet=newspaper,text=Body; not read: rating',
          },
        ],
        place: { line: 2 },
      },
      { article: { title: 'Berg stays', published: '2031-03-14' }, notes: [], place: { line: 5 } },
    ]);
  });

  test('what the user says wins', async () => {
    const table = 'a;b;text\nVarga said so.;2031-03-14;not this\n';
    expect(await read('a.csv', table, columns('text=A, published=b'))).toMatchObject([
      { article: { text: 'Varga said so.', published: '2031-03-14' } },
    ]);
    expect(parseColumns('txet=a')).toMatchObject({ problem: expect.stringContaining('"txet" is no field; fields are id, title') });
    expect(parseColumns('text')).toMatchObject({ problem: expect.stringContaining('names no column') });
  });

  test('tabs, bars, a byte order mark, UTF-16, Windows line ends, no line end at the end', async () => {
    const tab = '\ufefftitle\ttext\r\nOne\tVarga said so.\r\nTwo\tVarga said no.';
    for (const bytes of [new TextEncoder().encode(tab), new Uint8Array(Buffer.from(tab, 'utf16le'))])
      expect((await read('a.tsv', bytes)).map((item) => item.kind === 'article' && item.article.title)).toEqual(['One', 'Two']);
    expect(await read('a.csv', 'title|text\nOne|Varga said so.')).toMatchObject([{ article: { title: 'One' } }]);
  });

  test('a table without a name is told by its line of names; a sentence with commas is none', async () => {
    expect(await read('-', 'title,text\nOne,Varga said so.\n')).toMatchObject([{ article: { title: 'One' } }]);
    expect(await read('-', 'The title, the text, and the date\nwere all wrong, Varga said.\n')).toMatchObject([
      { article: { text: expect.stringContaining('The title') } },
    ]);
  });

  test('no column of texts, no rows, a row without text, a quotation mark without its pair', async () => {
    expect(await read('a.csv', 'x,y\n1,2\n')).toMatchObject([
      { code: 'no-text-column', message: expect.stringContaining('--columns text=NAME (its columns: x, y)') },
    ]);
    expect(await read('a.csv', 'title,text\n')).toMatchObject([{ code: 'empty' }]);
    expect(await read('a.csv', 'title,text\nOne,\nTwo,Varga said so.\n')).toMatchObject([
      { code: 'no-text', place: { line: 2 } },
      { article: { title: 'Two' } },
    ]);
    const limits = { article: 1000, item: 100, document: 1000 };
    expect((await read('a.csv', `title,text\nOne,"${'x'.repeat(500)}\nTwo,Varga said so.\n`, { limits })).map((item) => item.kind)).toEqual(
      ['failure', 'article'],
    );
  });

  test('whatever a table holds, reading it does not throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[",;\n\ra\t]{0,60}$/), async (noise) => {
        await read('a.csv', `title,text\n${noise}`, {}, 3);
      }),
      { numRuns: 100 },
    );
  });
});

describe('Parquet', () => {
  const table = (codec: 'UNCOMPRESSED' | 'SNAPPY', rowGroupSize = 2): Uint8Array =>
    new Uint8Array(
      parquetWriteBuffer({
        codec,
        rowGroupSize,
        columnData: [
          { name: 'headline', data: ['One', 'Two', 'Three'], type: 'STRING' },
          {
            name: 'date',
            data: [new Date('2031-03-14T10:00:00Z'), new Date('2031-03-15T10:00:00Z'), new Date('2031-03-16T10:00:00Z')],
            type: 'TIMESTAMP',
          },
          { name: 'content', data: ['Varga said so.', 'Varga said no.', 'Varga said nothing.'], type: 'STRING' },
          { name: 'views', data: [1n, 2n, 3n], type: 'INT64' },
        ],
      }),
    );

  test.each(['UNCOMPRESSED', 'SNAPPY'] as const)('%s, from memory and from disk', async (codec) => {
    const expected = [
      { article: { title: 'One', published: '2031-03-14', text: 'Varga said so.' }, notes: [{ code: 'columns-guessed' }] },
      { article: { title: 'Two', published: '2031-03-15' } },
      { article: { title: 'Three', published: '2031-03-16' }, place: { source: expect.stringMatching(/\[2\]$/) } },
    ];
    expect(await read('a.parquet', table(codec))).toMatchObject(expected);
    const file = join(folder, `${codec}.parquet`);
    writeFileSync(file, table(codec));
    const items: unknown[] = [];
    for await (const item of readSources([file])) items.push(item);
    expect(items).toMatchObject(expected);
    expect(readFileSync(file).length).toBeGreaterThan(0);
  });

  test('broken ones are a failure', async () => {
    const whole = table('SNAPPY');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const broken = whole.slice();
        broken[at] = (broken[at] ?? 0) ^ change;
        for (const item of await read('a.parquet', broken, {}, 100_000)) expect(['article', 'failure']).toContain(item.kind);
      }),
      { numRuns: 60 },
    );
    expect(await read('a.parquet', whole.subarray(0, 100))).toMatchObject([{ code: 'not-readable' }]);
  });
});
