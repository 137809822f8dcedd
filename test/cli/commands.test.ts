import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { command, onrecord, put, sampleRecord, scratch } from '../support/command.js';

const lastLine = (out: string): unknown => JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');

const TALKS = '“We will go to Osterin,” Lena Varga, the foreign minister, said on Friday. “We will not sign anything there.”\n';
const talks = (): string => put('talks.md', `---\ntitle: Talks\npublished: 2031-03-14\noutlet: Meridian Post\n---\n\n${TALKS}`);

describe('add', () => {
  test('files articles, and files nothing twice', async () => {
    const record = join(scratch(), 'add.sqlite');
    const first = await onrecord(['add', talks(), '--record', record]);
    expect(first).toMatchObject({ exit: 0, out: expect.stringMatching(/^1 article filed, [1-9]\d* statements? found\.\n$/) });
    expect(first.messages).toMatch(/^onrecord: 1 article in \d+\.\d s, \d+ a second; the record is /);
    const second = await command(['add', talks(), '--record', record, '--json']);
    expect(lastLine(second.out)).toMatchObject({ event: 'end', record, articles: 1, filed: 0, known: 1, failed: 0 });
  });

  test('reads standard input, and takes the record’s place from the environment', async () => {
    const record = join(scratch(), 'deeper', 'stdin.sqlite');
    const input = `${JSON.stringify({ title: 'Talks', text: TALKS })}\n${JSON.stringify({ title: 'More', text: `${TALKS}\nShe left.` })}\n`;
    const ran = await command(['add', '-', '--json'], { input, environment: { ONRECORD_RECORD: record } });
    expect(lastLine(ran.out)).toMatchObject({ record, filed: 2 });
  });
});

describe('extract', () => {
  test('writes a line an article, and nothing else on standard output', async () => {
    const ran = await onrecord(['extract', '-', talks()], { input: TALKS });
    const lines = ran.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(ran).toMatchObject({ exit: 0, messages: '' });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({
      format: 1,
      article: { title: 'Talks', outlet: 'Meridian Post', published: '2031-03-14', wire: null, authors: [] },
      notes: [],
    });
    expect(lines[1].article).not.toHaveProperty('text');
    for (const statement of lines[1].statements) expect(Object.keys(statement)).toEqual(FIELDS);
  });

  test('--text and --explain add the text and the reasons; spans slice to the words', async () => {
    const ran = await command(['extract', '--text', '--explain', talks()]);
    const { article, statements } = JSON.parse(ran.out);
    expect(article.text).toBe(TALKS);
    expect(statements.length).toBeGreaterThan(0);
    for (const { words, content, reason } of statements) {
      expect(content.map(({ start, end }: { start: number; end: number }) => TALKS.slice(start, end)).join(' … ')).toBe(words);
      expect(reason).toMatchObject({ rule: expect.any(String), score: expect.any(Number) });
    }
  });

  test('--format attributions writes what the scorer reads', async () => {
    const { out } = await command(['extract', '--format', 'attributions', talks()]);
    const line = JSON.parse(out);
    expect(Object.keys(line)).toEqual(['id', 'attributions']);
    for (const attribution of line.attributions) expect(Object.keys(attribution)).toEqual(['source', 'cue', 'content', 'within']);
  });
});

const FIELDS = [
  'id',
  'source',
  'cue',
  'content',
  'within',
  'manner',
  'mode',
  'words',
  'speaker',
  'said',
  'addressee',
  'occasion',
  'act',
  'whom',
  'whomSpan',
  'position',
  'figures',
  'chain',
  'confidence',
];

describe('verify', () => {
  test('finds that every citation of the samples holds', async () => {
    const ran = await onrecord(['verify', '--record', await sampleRecord(), '--json']);
    expect(ran.exit).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ failed: 0, failures: [] });
  });
});

describe('explain', () => {
  test('shows what was found and what was left out, with rules', async () => {
    const path = put('page.txt', `News Feed\n\nVarga goes to Osterin\nBy Ida Holm\n\n${TALKS}`);
    const ran = await onrecord(['explain', path]);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('“We will go to Osterin,”');
    expect(ran.out).toContain('boilerplate at 0–9: News Feed');
    expect(ran.out).toMatch(/who said what: [a-z-]+ \(/);
    const json = JSON.parse((await command(['explain', path, '--json'])).out);
    expect(json.leftOut[0]).toEqual({ start: 0, end: 9, rule: 'boilerplate', text: 'News Feed' });
    expect(json.cues.filter((cue: { fate: string }) => cue.fate === 'kept')).toHaveLength(json.statements.length);
  });

  const DOUBTFUL =
    'The road points to the sea. The film shows a king. Prices call for a fall. The old song tells of rain. Plans were read.';

  test('shows the cues that were weighed and dropped, with their scores', async () => {
    const path = put('doubtful.txt', `Varga said that she would sign. ${DOUBTFUL}`);
    const ran = await onrecord(['explain', path]);
    expect(ran.out).toMatch(/0\.\d\d kept: “said” at 6: Varga: that she would sign \(cue [01]\.\d\d/);
    expect(ran.out).toMatch(/0\.\d\d dropped as too doubtful: “/);
    const { cues } = JSON.parse((await command(['explain', path, '--json'])).out);
    expect(cues.map((cue: { fate: string }) => cue.fate)).toContain('doubtful');
    expect(cues[0]).toMatchObject({ fate: 'kept', text: 'said', cue: [[6, 10]], reason: { rule: 'trained-model' } });
  });
});

describe('show', () => {
  test('takes the beginning of an id', async () => {
    const record = await sampleRecord();
    const { statements } = JSON.parse(
      (await onrecord(['extract', 'samples/articles/2030-01-15-interline-kessal-rules-out-ceasefire.md'])).out,
    );
    const id = statements[1].id as string;
    const ran = await onrecord(['show', id.slice(0, 10), '--record', record]);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain(id);
    expect(ran.out).toContain('In its paragraph:');
    expect(JSON.parse((await command(['show', id, '--record', record, '--json'])).out)).toMatchObject({
      statement: { id },
      passage: { start: expect.any(Number) },
    });
  });

  test('says where there is none', async () => {
    expect(await command(['show', 'zzzz', '--record', await sampleRecord()])).toMatchObject({
      exit: 1,
      out: '',
      messages: expect.stringContaining('(statement-unknown)'),
    });
  });
});

describe('search', () => {
  test('shows words, who, when, where and what was looked at', async () => {
    const ran = await onrecord(['search', '"no ceasefire" speaker:Kessal type:direct'], {
      environment: { ONRECORD_RECORD: await sampleRecord() },
    });
    expect(ran).toMatchObject({ exit: 0, messages: '' });
    expect(ran.out).toContain('“There will be no ceasefire,”');
    expect(ran.out).toMatch(/^ {4}Dorin Kessal, (?:on|between|in|day) /m);
    expect(ran.out).toMatch(/\d+ statements found\. Looked at 33 articles, 5 outlets, printed 15 Jan 2030 – 4 Jul 2031\.\n$/);
  });

  test('pages through all that was found', async () => {
    const record = await sampleRecord();
    const ids: string[] = [];
    let after: readonly string[] = [];
    for (let page = 0; page < 20; page++) {
      const { out } = await command(['search', 'speaker:Varga', '--limit', '7', '--json', '--record', record, ...after]);
      const { statements, next, count } = JSON.parse(out);
      ids.push(...statements.map(({ id }: { id: string }) => id));
      if (next === null) expect(ids).toHaveLength(count);
      if (next === null) break;
      after = ['--after', next];
    }
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('nothing found still says what was looked at', async () => {
    const ran = await command(['search', 'zebra', '--record', await sampleRecord()]);
    expect(ran).toMatchObject({
      exit: 1,
      out: '0 statements found. Looked at 33 articles, 5 outlets, printed 15 Jan 2030 – 4 Jul 2031.\n',
    });
  });

  test('a query that cannot be read shows the place', async () => {
    const ran = await command(['search', 'date:soon', '--record', await sampleRecord()]);
    expect(ran).toMatchObject({ exit: 2, out: '' });
    expect(ran.messages).toMatch(/^onrecord: query-wrong\ndate:soon\n {5}\^{4}\n/);
  });
});

describe('timeline', () => {
  test('goes by the day said, with positions', async () => {
    const record = await sampleRecord();
    const ran = await onrecord(['timeline', 'Dorin Kessal', '--on', 'ceasefire', '--record', record]);
    expect(ran.exit).toBe(0);
    expect(ran.out).toContain('■ against: ');
    expect(ran.out).toContain('● for: ');
    const { entries } = JSON.parse((await command(['timeline', 'Dorin Kessal', '--json', '--limit', '100', '--record', record])).out);
    const days = entries.map(({ said }: { said: { day?: string; from?: string } }) => said.day ?? said.from).filter(Boolean);
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual([...days].sort());
  });
});

describe('check', () => {
  test.each([
    ['There will be no ceasefire', 0, 'Exact', '“There will be no ceasefire”'],
    ['There will be a ceasefire', 1, 'Altered: nearly these words were said. 1 word differs.', '[no → a]'],
    ['We paint our ferries orange', 1, 'Not found.', 'Looked at'],
  ])('%s', async (words, exit, verdict, shown) => {
    const ran = await command(['check', words, '--record', await sampleRecord()]);
    expect(ran.exit).toBe(exit);
    expect(ran.out).toContain(verdict);
    expect(ran.out).toContain(shown);
  });

  test('as a process, from standard input', async () => {
    const given = ['check', '-', '--speaker', 'Varga', '--json', '--record', await sampleRecord()];
    const ran = await onrecord(given, { input: '“There will be no ceasefire”\n' });
    expect(ran.exit).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ verdict: 'other-speaker' });
  });
});

describe('export', () => {
  test('writes a statement a line, in both formats, whole or by query', async () => {
    const record = await sampleRecord();
    const { out } = await onrecord(['export', '--record', record]);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.length).toBeGreaterThan(300);
    const { out: csv } = await command(['export', '--format', 'csv', 'speaker:Varga type:direct', '--record', record]);
    expect(csv).toMatch(/^id,speaker,.*\r\n/);
    const { out: some } = await command(['export', 'speaker:Varga type:direct', '--record', record]);
    expect(some.trimEnd().split('\n').length).toBeLessThan(lines.length);
    for (const line of some.trimEnd().split('\n')) expect(csv).toContain(JSON.parse(line).id);
  });
});

describe('the command line itself', () => {
  test.each([
    [['nonsense'], 2, "unknown command 'nonsense'"],
    [['add'], 2, 'name a file or folder to read'],
    [['extract', '--format', 'xml', 'a.txt'], 2, '(format-wrong)'],
    [['extract', '--jobs', '0', 'a.txt'], 2, '(jobs-wrong)'],
    [['extract', '-', '-'], 2, '(standard-input-twice)'],
    [[], 2, 'Usage: onrecord'],
  ])('%j ends with %d', async (given, exit, words) => {
    const ran = await command(given);
    expect(ran).toMatchObject({ exit, out: '' });
    expect(ran.messages).toContain(words);
  });

  test('--version says the package’s version', async () =>
    expect(await onrecord(['--version'])).toMatchObject({ exit: 0, out: '0.1.0\n' }));

  test('errors are JSON for those who ask for JSON', async () => {
    const ran = await command(['verify', '--json', '--record', join(scratch(), 'none.sqlite')]);
    expect(ran.exit).toBe(4);
    expect(JSON.parse(ran.messages)).toMatchObject({ error: { code: 'record-missing', exit: 'record-unusable' } });
  });
});
