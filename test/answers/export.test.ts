import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bibtexParse from 'bibtex-parse';
import { parquetReadObjects } from 'hyparquet';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codePointCounter } from '../../src/answers/export/code-points.js';
import { EXPORT_FORMATS, exportSqlite, exportStatements, type StreamedFormat, type StreamQuestion } from '../../src/answers/index.js';
import { EVERYTHING, loadDriver, type StatementRecord } from '../../src/record/index.js';
import { expand } from '../support/json-ld-contexts.js';
import { exportRecord, NOW, TALKS } from './export-record.js';

let record: StatementRecord;
const folder = mkdtempSync(join(tmpdir(), 'onrecord-export-test-'));

beforeAll(async () => {
  record = await exportRecord();
});
afterAll(async () => {
  await record.close();
  rmSync(folder, { recursive: true, force: true });
});

async function bytesOf(format: StreamedFormat, options: Partial<StreamQuestion> = {}) {
  const { pieces, report } = exportStatements(record, { filter: EVERYTHING, now: NOW, format, ...options });
  const chunks: Buffer[] = [];
  for await (const piece of pieces) chunks.push(Buffer.from(piece));
  return { bytes: Buffer.concat(chunks), report };
}

const textOf = async (format: StreamedFormat, options: Partial<StreamQuestion> = {}): Promise<string> =>
  (await bytesOf(format, options)).bytes.toString('utf8');

type Row = Readonly<Record<string, unknown>>;

const rowsOf = async (format: 'jsonl' | 'events', options: Partial<StreamQuestion> = {}): Promise<readonly Row[]> =>
  (await textOf(format, options))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

describe('what goes out', () => {
  test('an article under embargo stays in, and the report says how much and until when', async () => {
    const { report, bytes } = await bytesOf('jsonl');
    expect(report).toEqual({ written: 5, embargoed: 1, embargoEnds: '2031-05-02T06:00:00Z', withoutText: 0 });
    expect(bytes.toString()).not.toContain('The port is sold');
    const later = await bytesOf('jsonl', { now: '2031-05-02T06:00:00Z' });
    expect(later.report).toMatchObject({ written: 6, embargoed: 0, embargoEnds: null });
  });

  test.each(Object.keys(EXPORT_FORMATS).filter((format) => format !== 'sqlite') as StreamedFormat[])(
    '%s keeps to the embargo',
    async (format) => {
      const { bytes, report } = await bytesOf(format);
      expect(bytes.includes('The port is sold')).toBe(false);
      expect(report.embargoed).toBe(1);
    },
  );

  test('long words are cut to an excerpt unless all is asked for; texts come along only where no terms stand against it', async () => {
    const rows = await rowsOf('jsonl');
    expect(rows[3]).toMatchObject({ cut: true, usage_terms: 'No use in archives; ask first' });
    expect(String(rows[3]?.words).length).toBeLessThan(510);
    expect(rows[0]).not.toHaveProperty('text');
    const { report } = await bytesOf('jsonl', { length: 'full' });
    expect(report.withoutText).toBe(1);
    const full = await rowsOf('jsonl', { length: 'full' });
    expect(full[0]).toMatchObject({ text: TALKS, cut: false });
    expect(full[3]).toMatchObject({ text: null, cut: false });
    expect(String(full[3]?.words).length).toBeGreaterThan(1000);
  });

  test('what was imported says from where in every format', async () => {
    for (const format of Object.keys(EXPORT_FORMATS) as (keyof typeof EXPORT_FORMATS)[]) {
      if (format === 'sqlite' || format === 'parquet' || format === 'events') continue;
      expect((await textOf(format)).includes('Osterin Quotations'), format).toBe(true);
    }
  });
});

describe('CSV', () => {
  test('a byte order mark on request, line ends within cells kept, formulas guarded', async () => {
    const text = await textOf('csv', { mark: 'with-mark' });
    expect(text.startsWith('\uFEFFid,speaker,')).toBe(true);
    expect((await textOf('csv')).startsWith('id,speaker,')).toBe(true);
    expect(text).toContain(",'=1+1,");
    expect(text).toContain('"""=1+1"", she wrote,\nand “no more”"');
  });
});

test('Parquet: another reader finds the same rows, with their types', async () => {
  const { bytes, report } = await bytesOf('parquet');
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const rows = await parquetReadObjects({ file });
  const expected = await rowsOf('jsonl');
  expect(report.written).toBe(5);
  expect(rows.map(({ text: _text, ...row }) => row)).toEqual(expected);
});

test('SQLite: statements and articles apart, joined to the rows of the other tables', async () => {
  const place = join(folder, 'export.sqlite');
  const report = await exportSqlite(record, { filter: EVERYTHING, now: NOW }, place);
  expect(report).toMatchObject({ written: 5, embargoed: 1 });
  const Driver = await loadDriver();
  const database = new Driver(place, { readOnly: true, timeout: 0 });
  const rows = database.prepare('select r.* from rows r join statements s on s.id = r.id order by s.rowid').all() as readonly Row[];
  const expected = await rowsOf('jsonl');
  const asNumber = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value);
  expect(rows.map(({ text: _text, ...row }) => row)).toEqual(
    expected.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asNumber(value)]))),
  );
  expect(database.prepare('select count(*) as found from articles').get()).toMatchObject({ found: 3 });
  expect(database.prepare('pragma integrity_check').get()).toMatchObject({ integrity_check: 'ok' });
  database.close();
});

/** The text between two offsets in Unicode code points: an independent way to follow a position selector. */
const byCodePoints = (text: string, start: number, end: number): string => [...text].slice(start, end).join('');

describe('Web Annotation', () => {
  test('is valid JSON-LD, and both selectors of every target lead to the words', async () => {
    const document = JSON.parse(await textOf('annotations'));
    expect(document).toMatchObject({ type: 'AnnotationCollection', total: 5 });
    const [collection] = await expand(document);
    expect(collection?.['@type']).toEqual(['http://www.w3.org/ns/activitystreams#OrderedCollection']);
    const { items } = document.first;
    expect(items).toHaveLength(5);
    const [first] = items;
    const [quote, position] = first.target.selector;
    expect(quote).toEqual({
      type: 'TextQuoteSelector',
      exact: '“We 🌉 sign, once the bridge opens,”',
      prefix: 'In Osterin 🌉🌉 it rained. ',
      suffix: ' Lena Varga said on Monday. 🌉 "',
    });
    expect(byCodePoints(TALKS, position.start, position.end)).toBe(quote.exact);
    expect(position.start).toBe(TALKS.indexOf('“We') - 2);
    expect(first.target.source).toBe('https://meridian.example/talks?a=1&b=2');
  });

  test('a cut quote and its position end at the same place', async () => {
    const { items } = JSON.parse(await textOf('annotations')).first;
    const [quote, position] = items[3].target.selector;
    expect(quote.exact.length).toBeLessThanOrEqual(500);
    expect(position.end - position.start).toBe(quote.exact.length);
  });

  test('code points are counted as iterating over the text counts them', () => {
    const text = 'a🌉b\u{1F600}\u{1F601}cé';
    const place = codePointCounter(text);
    for (let offset = 0, point = 0; offset < text.length; point++) {
      expect(place(offset)).toBe(point);
      offset += String.fromCodePoint(text.codePointAt(offset) ?? 0).length;
    }
    expect(place(text.length)).toBe([...text].length);
  });
});

describe('schema.org', () => {
  test('is JSON-LD that needs no network; quotations and claims are told apart, verdicts there are none', async () => {
    const text = await textOf('schema-org');
    const nodes = (await expand(JSON.parse(text))) as readonly Readonly<Record<string, readonly Row[]>>[];
    expect(nodes.map((node) => node['@type'])).toEqual([
      ['https://schema.org/Quotation'],
      ['https://schema.org/Claim'],
      ['https://schema.org/Claim'],
      ['https://schema.org/Quotation'],
      ['https://schema.org/Quotation'],
    ]);
    expect(nodes[0]?.['https://schema.org/spokenByCharacter']?.[0]).toMatchObject({
      '@type': ['https://schema.org/Person'],
      'https://schema.org/name': [{ '@value': 'Lena Varga' }],
    });
    expect(nodes[0]?.['https://schema.org/isPartOf']?.[0]).toMatchObject({
      'https://schema.org/url': [{ '@id': 'https://meridian.example/talks?a=1&b=2' }],
    });
    expect(nodes[2]).not.toHaveProperty(['https://schema.org/author']);
    expect(nodes[2]?.['https://schema.org/creditText']).toEqual([{ '@value': '<script>alert(1)</script>' }]);
    expect(text).not.toMatch(/ClaimReview|Rating|truth/i);
  });
});

test('events: by act, else by side; the day said and never the day printed', async () => {
  const events = await rowsOf('events');
  expect(events.map(({ event_type, source, date, date_end }) => [event_type, source, date, date_end])).toEqual([
    ['AGREE', 'Lena Varga', '2031-03-10', '2031-03-10'],
    ['DEMAND', '<script>alert(1)</script>', '2031-03-01', '2031-03-31'],
    ['REJECT', 'Tomas Berg', '2031-03-31', '2031-03-31'],
  ]);
  expect(events[0]).toMatchObject({ about: 'sign', condition: 'once the bridge opens', stance: 'only-if' });
});

describe('citations', () => {
  test('BibTeX is read by another parser', async () => {
    const entries = bibtexParse.entries(await textOf('bibtex')) as readonly Row[];
    expect(entries).toHaveLength(5);
    expect(entries[0]).toMatchObject({ type: 'article', AUTHOR: 'Ida Holm and Jon \\& Berg', YEAR: '2031', JOURNAL: 'Meridian Post' });
    expect(String(entries[0]?.TITLE)).toBe('Talks, “again” {and} 50% more');
    expect(String(entries[3]?.NOTE)).toContain('terms of use: No use in archives; ask first');
  });

  test('RIS: every record goes from TY to ER, every line has a tag of two characters, no value breaks a line', async () => {
    const text = await textOf('ris');
    const records = text.split('\r\n\r\n').filter((one) => one !== '');
    expect(records).toHaveLength(5);
    for (const one of records) {
      const lines = one.split('\r\n');
      expect(lines[0]).toBe('TY  - NEWS');
      expect(lines.at(-1)).toBe('ER  - ');
      for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- [^\r\n]*$/);
    }
    expect(records[4]).toContain('DB  - Osterin Quotations');
  });

  test('CSL-JSON: items with the names and date parts of its schema', async () => {
    const items = JSON.parse(await textOf('csl')) as readonly Row[];
    expect(items).toHaveLength(5);
    const known = new Set(['id', 'type', 'title', 'container-title', 'author', 'issued', 'URL', 'source', 'note']);
    for (const item of items) expect(Object.keys(item).filter((name) => !known.has(name))).toEqual([]);
    expect(items[0]).toMatchObject({
      type: 'article-newspaper',
      issued: { 'date-parts': [[2031, 3, 14]] },
      author: [{ literal: 'Ida Holm' }, { literal: 'Jon & Berg' }],
    });
  });
});

test('Markdown: by the day said, nothing from an article becomes a mark', async () => {
  const text = await textOf('markdown', { pages: 'https://desk.example' });
  expect(text.split('\n').filter((line) => line.startsWith('## '))).toEqual([
    '## 1 February 2031',
    '## March 2031',
    '## 10 March 2031',
    '## 31 March 2031',
    '## Day not given',
  ]);
  expect(text).toContain('\\<script\\>');
  expect(text).toMatch(/\(\[on record\]\(https:\/\/desk\.example\/s\/[0-9a-f]{16}\)\)/);
  expect(text).toContain('1 statement is left out: under embargo, the first until 2 May 2031, 06:00 UTC.');
});

describe('a brief', () => {
  const brief = { title: 'The <bridge>', asked: 'Statements that answer: bridge' };

  /** What a parser of XML finds: a brief is written so that it is well formed but for its void elements. */
  function elementsOf(page: string): readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[] {
    const found: { name: string; attributes: Record<string, string> }[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes: attributes as Record<string, string> }));
    parser.write(page.replace('<!doctype html>', '').replace(/<meta [^>]*>/g, (tag) => tag.replace(/>$/, '/>'))).close();
    return found;
  }

  test('is one page that loads nothing, runs nothing, and points nowhere but to sources', async () => {
    const page = await textOf('brief', { brief });
    const elements = elementsOf(page);
    const names = new Set(elements.map(({ name }) => name));
    for (const name of ['script', 'img', 'link', 'iframe', 'form', 'object']) expect(names.has(name), name).toBe(false);
    const links = elements.flatMap(({ attributes }) => (attributes.href === undefined ? [] : [attributes.href]));
    expect(links.filter((link) => !link.startsWith('#'))).toEqual([
      'https://courier.example/1',
      'https://meridian.example/talks?a=1&b=2',
      'https://meridian.example/talks?a=1&b=2',
      'https://meridian.example/talks?a=1&b=2',
    ]);
    const ids = new Set(elements.map(({ attributes }) => attributes.id));
    for (const link of links.filter((one) => one.startsWith('#'))) expect(ids.has(link.slice(1)), link).toBe(true);
    expect(elements.flatMap(({ attributes }) => Object.keys(attributes)).filter((name) => name.startsWith('on'))).toEqual([]);
  });

  test('quotations and paraphrases are told apart; every footnote says where, when and how the day is known', async () => {
    const page = await textOf('brief', { brief });
    expect(page).toContain('<blockquote dir="auto"><p>“We 🌉 sign, once the bridge opens,”');
    expect(page).toContain('<i>reported:</i> &quot;=1+1&quot;, she wrote,');
    const [note] = page.match(/<li id="n3">[\s\S]*?<\/li>/) ?? [''];
    expect(note).toContain('<b><bdi>Meridian Post</bdi></b>');
    expect(note).toContain('printed 14 March 2031');
    expect(note).toMatch(/<q dir="auto">“We 🌉 sign, once the bridge opens,”<\/q> at characters 27–63 of the text/);
    expect(note).toContain('The day is stated beside it.');
    expect(page).toContain('Terms of use: <bdi>No use in archives; ask first</bdi>');
    expect(page).toContain('imported from <bdi>Osterin Quotations</bdi>');
    expect(page).toContain('left out: under embargo');
  });

  test('chosen statements alone, in the order of their days', async () => {
    const { statements } = await record.statements({ filter: { kind: 'speaker', name: 'Berg' } });
    const page = await textOf('brief', { brief, filter: { kind: 'ids', of: statements.map(({ id }) => id) } });
    expect(page.indexOf('1 February 2031')).toBeLessThan(page.indexOf('31 March 2031'));
    expect(page).toContain('2 statements by 1 speaker, from 2 outlets; put together on 1 May 2031.');
  });

  test('the same words in several outlets stand once, with a footnote each', async () => {
    const { openRecord } = await import('../../src/record/index.js');
    const { madeReading } = await import('../record/made-reading.js');
    const copies = await openRecord(':memory:', 'write');
    for (const [outlet, words] of [
      ['Meridian Post', '“No bridge.”'],
      ['Harbour Wire', '"No bridge,"'],
    ] as const)
      await copies.file([
        {
          reading: madeReading({ id: outlet, outlet, text: `${words} Varga said in ${outlet}.` }, [
            { words, speaker: 'Lena Varga', from: '2031-03-10' },
          ]),
        },
      ]);
    let page = '';
    for await (const piece of exportStatements(copies, { filter: EVERYTHING, now: NOW, format: 'brief', brief }).pieces) page += piece;
    expect(page.match(/<article>/g)).toHaveLength(1);
    expect(page.match(/<li id=/g)).toHaveLength(2);
    await copies.close();
  });
});
