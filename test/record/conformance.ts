import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type ArticleHead,
  type ArticleQuery,
  type BriefStatement,
  COMMON_PRINT,
  EVERYTHING,
  type Filter,
  type RecordedStatement,
  type SpeakerQuery,
  type StatementRecord,
} from '../../src/record/index.js';
import { madeReading } from './made-reading.js';

/** What every store must do, in the same words: run over each implementation with an empty record for each test. */
export function holdsToTheRecord(store: string, open: () => Promise<StatementRecord>): void {
  describe(store, () => {
    let record: StatementRecord;
    beforeEach(async () => {
      record = await open();
    });
    afterEach(async () => {
      await record.close();
    });
    describe('filing', () => filing(() => record));
    describe('versions', () => versions(() => record));
    describe('filters', () => filters(() => record));
    describe('orders', () => orders(() => record));
    describe('brief statements', () => brief(() => record));
    describe('texts alike', () => alike(() => record));
    describe('summaries', () => summaries(() => record));
    describe('verification', () => verification(() => record));
    describe('terms, embargoes and imports', () => takenOver(() => record));
  });
}

type Given = () => StatementRecord;

async function heads(record: StatementRecord, query?: ArticleQuery): Promise<readonly ArticleHead[]> {
  const found: ArticleHead[] = [];
  for await (const head of record.articles(query)) found.push(head);
  return found;
}

const TALKS = madeReading(
  {
    id: 'talks-1',
    outlet: 'Meridian Post',
    published: '2031-03-14',
    wire: 'Harbour Wire',
    text: 'Lena Varga said: "We will sign a ceasefire once the bridge opens." Tomas Berg called it théâtre. He is never ready for negotiations, aides said.',
  },
  [
    {
      words: '"We will sign a ceasefire once the bridge opens."',
      speaker: 'Lena Varga',
      source: 'Lena Varga',
      from: '2031-03-13',
      stance: 'only-if',
      target: 'a ceasefire',
      condition: 'once the bridge opens',
      act: 'offers',
    },
    { words: 'théâtre', speaker: 'Tomas Berg', source: 'Tomas Berg', manner: 'mixed', act: 'accuses' },
    {
      words: 'He is never ready for negotiations',
      speaker: 'aides',
      kind: 'anonymous',
      source: 'aides',
      manner: 'indirect',
      from: '2031-02-01',
      to: '2031-02-28',
      retold: true,
    },
  ],
);

const REPLY = madeReading(
  {
    id: 'reply-1',
    outlet: 'Osterin Courier',
    published: '2031-04-02',
    text: 'Tomas Berg said on Monday that no truce would be signed. "The bridge stays shut," Berg said.',
  },
  [
    {
      words: 'no truce would be signed',
      speaker: 'Tomas Berg',
      source: 'Tomas Berg',
      manner: 'indirect',
      from: '2031-03-31',
      stance: 'against',
      target: 'truce',
      act: 'rejects',
    },
    { words: '"The bridge stays shut,"', speaker: 'Tomas Berg', source: 'Berg', mode: 'thought', from: '2031-04-01' },
  ],
);

const words = (list: readonly RecordedStatement[]): readonly string[] => list.map((one) => one.statement.words);

async function found(record: StatementRecord, filter: Filter): Promise<readonly string[]> {
  return words((await record.statements({ filter })).statements);
}

function filing(given: Given): void {
  test('what is filed is read back equal', async () => {
    await given().file([{ reading: TALKS, original: new Uint8Array([60, 0, 255]), filed: '2031-03-15' }]);
    const article = await given().article('Meridian Post: talks-1');
    expect(article?.article).toEqual(TALKS.article);
    expect(article?.original).toEqual(new Uint8Array([60, 0, 255]));
    expect(article?.head).toMatchObject({ version: 1, current: true, filed: '2031-03-15', outlet: 'Meridian Post' });
    const held = await given().statementsOf(article?.head.sha256 ?? '');
    expect(held.map((one) => one.statement)).toEqual(TALKS.statements);
    expect(held.map((one) => one.attribution)).toEqual(TALKS.attributions);
    expect(held[0]?.wording).toMatchObject({ source: 'Lena Varga', target: 'a ceasefire', condition: 'once the bridge opens' });
    expect(held[0]?.speaker).toEqual({ key: 'person:lena varga', kind: 'person', name: 'Lena Varga' });
  });

  test('filing the same article again changes nothing', async () => {
    expect(await given().file([{ reading: TALKS }])).toMatchObject([{ outcome: 'filed', version: 1, statements: 3 }]);
    const before = await found(given(), EVERYTHING);
    expect(await given().file([{ reading: TALKS }, { reading: TALKS }])).toMatchObject([
      { outcome: 'known', statements: 3 },
      { outcome: 'known', statements: 3 },
    ]);
    expect(await found(given(), EVERYTHING)).toEqual(before);
    expect(await given().lookedAt(EVERYTHING)).toEqual({ articles: 1, imported: 0, outlets: 1, from: '2031-03-14', to: '2031-03-14' });
  });

  test('a batch that fails leaves nothing behind', async () => {
    const broken = { ...REPLY, attributions: [] };
    await expect(given().file([{ reading: TALKS }, { reading: broken }])).rejects.toThrow('has no attribution');
    expect(await given().count(EVERYTHING)).toBe(0);
    expect(await given().lookedAt(EVERYTHING)).toEqual({ articles: 0, imported: 0, outlets: 0, from: null, to: null });
    expect(await given().file([{ reading: TALKS }])).toMatchObject([{ outcome: 'filed' }]);
    expect(await found(given(), { kind: 'speaker', name: 'Varga' })).toHaveLength(1);
  });

  test('one text at two addresses is one text with two appearances, read as of its first printed day', async () => {
    const later = { ...TALKS, article: { ...TALKS.article, id: 'copy', outlet: 'Osterin Courier', published: '2031-03-16' } };
    await given().file([{ reading: later }]);
    expect(await given().file([{ reading: TALKS }])).toMatchObject([{ outcome: 'appearance', version: 1 }]);
    const { statements } = await given().statements({ filter: EVERYTHING });
    expect(statements).toHaveLength(3);
    expect(statements[0]).toMatchObject({ appearances: 2, article: { outlet: 'Meridian Post' } });
    expect(await found(given(), { kind: 'outlet', name: 'osterin courier' })).toHaveLength(3);
    expect((await given().article('copy'))?.appearances.map((head) => head.outlet)).toEqual(['Meridian Post', 'Osterin Courier']);
  });

  test('a better reading takes the place of an earlier one where it is asked to, ids kept', async () => {
    await given().file([{ reading: TALKS }]);
    const statements = TALKS.statements.map((one) => ({ ...one, act: 'promises' as const }));
    expect(await given().file([{ reading: { ...TALKS, statements } }])).toMatchObject([{ outcome: 'known' }]);
    expect(await given().file([{ reading: { ...TALKS, statements }, known: 'replace' }])).toMatchObject([
      { outcome: 'amended', statements: 3 },
    ]);
    const held = (await given().statements({ filter: { kind: 'act', is: 'promises' } })).statements;
    expect(held.map(({ id }) => id)).toEqual(TALKS.statements.map(({ id }) => id));
    expect(await found(given(), { kind: 'words', where: 'words', match: 'inflected', words: 'ceasefire' })).toHaveLength(1);
  });

  test('data of an article that was mended is mended in the record', async () => {
    await given().file([{ reading: { ...TALKS, article: { ...TALKS.article, published: null } } }]);
    expect(await given().file([{ reading: TALKS }])).toMatchObject([{ outcome: 'amended', version: 1 }]);
    expect(await given().file([{ reading: TALKS }])).toMatchObject([{ outcome: 'known' }]);
    expect(await found(given(), { kind: 'printed', from: '2031-03-14', to: '2031-03-14' })).toHaveLength(3);
  });
}

function versions(given: Given): void {
  const changed = madeReading({ ...TALKS.article, blocks: [], text: `${TALKS.article.text} Correction: the bridge is in Osterin.` }, [
    { words: '"We will sign a ceasefire once the bridge opens."', speaker: 'Lena Varga' },
  ]);

  test('a changed text is a version; the earlier one stays readable but does not answer', async () => {
    await given().file([{ reading: TALKS }]);
    expect(await given().file([{ reading: changed }])).toMatchObject([{ outcome: 'version', version: 2, statements: 1 }]);
    expect(await given().count(EVERYTHING)).toBe(1);
    expect(await given().count(EVERYTHING, 'all')).toBe(4);
    expect(await given().lookedAt(EVERYTHING)).toMatchObject({ articles: 1 });
    const first = await given().statement(TALKS.statements[0]?.id ?? '');
    expect(first?.article).toMatchObject({ version: 1, current: false });
    const article = await given().article('Meridian Post: talks-1');
    expect(article?.head).toMatchObject({ version: 2, current: true });
    expect(article?.versions.map(({ version, current }) => [version, current])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect((await given().article(article?.versions[0]?.sha256 ?? ''))?.article.text).toBe(TALKS.article.text);
  });

  test('adding old and changed text again makes no further versions', async () => {
    const both = [{ reading: TALKS }, { reading: changed }];
    await given().file(both);
    expect(await given().file(both)).toMatchObject([
      { outcome: 'known', version: 1 },
      { outcome: 'known', version: 2 },
    ]);
  });

  test('a replaced text that still stands at another address still answers', async () => {
    const copy = { ...TALKS, article: { ...TALKS.article, id: 'copy', outlet: 'Osterin Courier' } };
    await given().file([{ reading: TALKS }, { reading: copy }, { reading: changed }]);
    expect(await given().count(EVERYTHING)).toBe(4);
  });
}

const inStatement = (text: string, match: 'inflected' | 'exact' | 'prefix' = 'inflected'): Filter => ({
  kind: 'words',
  where: 'statement',
  match,
  words: text,
});

/** Filters, each with the first words of the statements that it meets in the order of filing. */
const CASES: readonly (readonly [string, Filter, readonly string[]])[] = [
  ['a word', inStatement('ceasefire'), ['"We']],
  ['another ending of it', inStatement('negotiation'), ['He']],
  ['not another ending where the exact word is asked for', inStatement('negotiation', 'exact'), []],
  ['the exact words', inStatement('ready for negotiations', 'exact'), ['He']],
  ['words in another order', inStatement('negotiations for ready'), []],
  ['without diacritics', inStatement('theatre'), ['théâtre']],
  ['with other diacritics and case', inStatement('THÈATRE', 'exact'), ['théâtre']],
  ['the beginning of a word', inStatement('brid', 'prefix'), ['"We', '"The']],
  ['a word of the target alone', { kind: 'words', where: 'target', match: 'inflected', words: 'truce' }, ['no']],
  ['a word of the article', { kind: 'words', where: 'text', match: 'exact', words: 'called it' }, ['"We', 'théâtre', 'He']],
  ['marks alone find nothing', inStatement('—"*'), []],
  ['what looks like the index’s own language is words', inStatement('bridge OR NEAR(bridge'), []],
  ['a quotation mark within', inStatement('bridge" stays'), ['"The']],
  ['a speaker by surname', { kind: 'speaker', name: 'berg' }, ['théâtre', 'no', '"The']],
  ['a speaker by part of a word', { kind: 'speaker', name: 'ber' }, []],
  ['a pattern is no name', { kind: 'speaker', name: '%' }, []],
  ['a speaker by key', { kind: 'speaker-key', keys: ['person:tomas berg', 'person:nobody'] }, ['théâtre', 'no', '"The']],
  ['no keys', { kind: 'speaker-key', keys: [] }, []],
  ['a kind of speaker', { kind: 'speaker-kind', is: 'anonymous' }, ['He']],
  ['an outlet', { kind: 'outlet', name: 'meridian post' }, ['"We', 'théâtre', 'He']],
  ['an outlet by a word of its name', { kind: 'outlet', name: 'Courier' }, ['no', '"The']],
  ['a wire', { kind: 'wire', name: 'harbour WIRE' }, ['"We', 'théâtre', 'He']],
  ['said on a day', { kind: 'said', from: '2031-03-13', to: '2031-03-13' }, ['"We']],
  ['said in an interval that a vaguer one overlaps', { kind: 'said', from: '2031-02-10', to: '2031-02-11' }, ['He']],
  ['said up to a day', { kind: 'said', from: null, to: '2031-03-13' }, ['"We', 'He']],
  ['said from a day on', { kind: 'said', from: '2031-03-31', to: null }, ['no', '"The']],
  ['said on a known day', { kind: 'said-known' }, ['"We', 'He', 'no', '"The']],
  ['printed', { kind: 'printed', from: '2031-04-01', to: null }, ['no', '"The']],
  ['first printed', { kind: 'first-printed', from: '2031-04-01', to: null }, ['no', '"The']],
  ['first printed up to a day', { kind: 'first-printed', from: null, to: '2031-03-14' }, ['"We', 'théâtre', 'He']],
  ['manner', { kind: 'manner', is: 'indirect' }, ['He', 'no']],
  ['mode', { kind: 'mode', is: 'thought' }, ['"The']],
  ['act', { kind: 'act', is: 'rejects' }, ['no']],
  ['stance', { kind: 'stance', is: 'only-if' }, ['"We']],
  ['any position', { kind: 'position' }, ['"We', 'no']],
  ['retold', { kind: 'retold' }, ['He']],
  ['language', { kind: 'language', is: 'EN' }, ['"We', 'théâtre', 'He', 'no', '"The']],
  ['address', { kind: 'address', is: 'Osterin Courier: reply-1' }, ['no', '"The']],
  ['not', { kind: 'not', of: { kind: 'stance', is: 'against' } }, ['"We', 'théâtre', 'He', '"The']],
  ['not a word', { kind: 'not', of: inStatement('bridge') }, ['théâtre', 'He', 'no']],
  ['not within days, undated ones among them', { kind: 'not', of: { kind: 'said', from: '2031-03-01', to: null } }, ['théâtre', 'He']],
  ['both', { kind: 'and', of: [inStatement('bridge'), { kind: 'speaker', name: 'berg' }] }, ['"The']],
  ['two words, anywhere', { kind: 'and', of: [inStatement('bridge'), inStatement('ceasefire')] }, ['"We']],
  ['either', { kind: 'or', of: [inStatement('ceasefire'), inStatement('truce'), { kind: 'retold' }] }, ['"We', 'He', 'no']],
  ['either, one exact', { kind: 'or', of: [inStatement('signs', 'exact'), inStatement('truce')] }, ['no']],
  ['all of nothing', { kind: 'and', of: [] }, ['"We', 'théâtre', 'He', 'no', '"The']],
  ['any of nothing', { kind: 'or', of: [] }, []],
  ['ids', { kind: 'ids', of: [TALKS.statements[1]?.id ?? '', 'none'] }, ['théâtre']],
];

function filters(given: Given): void {
  test.each(CASES)('finds %s', async (_name, filter, expected) => {
    await given().file([{ reading: TALKS }, { reading: REPLY }]);
    expect((await found(given(), filter)).map((one) => one.split(' ')[0])).toEqual(expected);
    expect(await given().count(filter)).toBe(expected.length);
  });
}

function orders(given: Given): void {
  const SAID = ['He', '"We', 'no', '"The', 'théâtre'];

  test.each([
    ['said', 'ascending', SAID],
    ['said', 'descending', ['"The', 'no', '"We', 'He', 'théâtre']],
    ['filed', 'descending', ['"The', 'no', 'He', 'théâtre', '"We']],
    ['printed', 'ascending', ['"We', 'théâtre', 'He', 'no', '"The']],
  ] as const)('by %s, %s, page by page and all at once', async (by, direction, expected) => {
    await given().file([{ reading: TALKS }, { reading: REPLY }]);
    const query = { filter: EVERYTHING, order: { by, direction } };
    const pages: string[] = [];
    let after: string | null = null;
    do {
      const page = await given().statements({ ...query, limit: 2, after });
      pages.push(...words(page.statements));
      after = page.next;
    } while (after !== null);
    expect(pages.map((one) => one.split(' ')[0])).toEqual(expected);
    const all: RecordedStatement[] = [];
    for await (const one of given().iterate(query)) all.push(one);
    expect(words(all)).toEqual(pages);
  });

  test('a cursor of another order is refused', async () => {
    await given().file([{ reading: TALKS }]);
    const { next } = await given().statements({ filter: EVERYTHING, limit: 1 });
    const wrong = { filter: EVERYTHING, order: { by: 'said', direction: 'ascending' }, after: next } as const;
    await expect(given().statements(wrong)).rejects.toMatchObject({ code: 'cursor-wrong' });
    await expect(given().statements({ filter: EVERYTHING, after: 'x' })).rejects.toMatchObject({ code: 'cursor-wrong' });
  });

  test('statements may be filed while others are gone through', async () => {
    await given().file([{ reading: TALKS }]);
    const seen: string[] = [];
    for await (const one of given().iterate({ filter: EVERYTHING })) {
      if (seen.length === 0) await given().file([{ reading: REPLY }]);
      seen.push(one.id);
    }
    expect(seen.slice(0, 3)).toEqual(TALKS.statements.map(({ id }) => id));
  });
}

async function allBriefs(record: StatementRecord, filter: Filter): Promise<readonly BriefStatement[]> {
  const all: BriefStatement[] = [];
  for await (const list of record.briefs(filter)) all.push(...list);
  return all.sort((one, other) => one.id.localeCompare(other.id));
}

/** What a whole statement says in brief, but for what hangs together with the store's own numbers. */
const inBrief = ({ id, statement, attribution, wording, speaker, article }: RecordedStatement): Omit<BriefStatement, 'text'> => ({
  id,
  speaker,
  words: statement.words,
  manner: attribution.manner,
  act: statement.act,
  stance: statement.position?.stance ?? null,
  target: wording.target,
  condition: wording.condition,
  evidence: wording.stanceEvidence,
  whom: wording.whom,
  from: statement.said.from,
  to: statement.said.to,
  retold: statement.said.retold,
  printed: article.published,
  outlet: article.outlet,
});

function brief(given: Given): void {
  async function isTheSame(filter: Filter): Promise<number> {
    const { statements } = await given().statements({ filter, limit: 1000 });
    const found = await allBriefs(given(), filter);
    const whole = statements.map(inBrief).sort((one, other) => one.id.localeCompare(other.id));
    expect(found.map(({ text: _text, ...rest }) => rest)).toEqual(whole);
    return found.length;
  }

  test('brief statements tell the same as whole ones, whatever the filter', async () => {
    await given().file([{ reading: TALKS }, { reading: REPLY }]);
    for (const [, filter] of CASES) {
      await isTheSame(filter);
      await isTheSame({ kind: 'and', of: [{ kind: 'position' }, filter] });
    }
  });

  test('an open end of the days, a correction and an earlier printing are told', async () => {
    const half = madeReading({ id: 'half', text: 'A truce, said Berg.', published: '2031-05-01' }, [
      { words: 'A truce', speaker: 'Tomas Berg', from: null, to: '2031-04-30', stance: 'for', target: 'A truce' },
    ]);
    const earlier = { ...half, article: { ...half.article, id: 'earlier', outlet: 'Radio Karst', published: '2031-04-30' } };
    await given().file([{ reading: TALKS }, { reading: half }]);
    await given().file([{ reading: earlier }]);
    const statement = TALKS.statements[0]?.id ?? '';
    await given().correct([
      { id: 'c1', day: null, note: null, change: { kind: 'position', statement, stance: 'for', target: null, condition: null } },
      { id: 'c2', day: null, note: null, change: { kind: 'merge', from: 'Tomas Berg', into: 'Lena Varga' } },
    ]);
    expect(await isTheSame({ kind: 'position' })).toBe(2);
    const found = await allBriefs(given(), { kind: 'position' });
    expect(found).toContainEqual(expect.objectContaining({ from: null, to: '2031-04-30', outlet: 'Radio Karst', printed: '2031-04-30' }));
    expect(new Set(found.map(({ speaker }) => speaker.name))).toEqual(new Set(['Lena Varga']));
    expect(found.map(({ stance, condition }) => [stance, condition])).toEqual([
      ['for', null],
      ['for', null],
    ]);
  });

  test('statements of one text have one number, of two texts two', async () => {
    await given().file([{ reading: TALKS }, { reading: REPLY }]);
    const found = await allBriefs(given(), EVERYTHING);
    expect(new Set(found.map(({ text }) => text)).size).toBe(2);
  });
}

function alike(given: Given): void {
  const own =
    'The ferry between the two banks was halted at dusk on Tuesday, and no boat has crossed since, the harbour master of Osterin wrote in the log that lies in his office.';
  const article = (id: string, outlet: string, text: string) => madeReading({ id, outlet, text, published: '2031-03-14' }, []);

  test('a text is found by what it shares with another, quotations left out', async () => {
    const [first, copy, other, quoting] = [
      article('first', 'Meridian Post', own),
      article('copy', 'Osterin Courier', `In other news. ${own} Rain is expected.`),
      article('other', 'Radio Karst', 'A mill in the lowlands was let for another ten years, and the miller said nothing about it at all.'),
      article('quoting', 'Radio Karst', `“${own}” That is all we were told.`),
    ];
    await given().file([first, copy, other, quoting].map((reading) => ({ reading })));
    const hashOf = async (address: string) => (await given().article(address))?.head.sha256 ?? '';
    const [one, two] = [await hashOf('Meridian Post: first'), await hashOf('Osterin Courier: copy')];
    expect(await given().textsLike(one, 10)).toEqual([two]);
    expect(await given().textsLike(await hashOf('Radio Karst: other'), 10)).toEqual([]);
    expect(await given().textsLike('nothing', 10)).toEqual([]);
    const shared = new Set<string>();
    for await (const hashes of given().sharedPassages()) shared.add([...hashes].sort().join(' '));
    expect([...shared]).toEqual([[one, two].sort().join(' ')]);
  });

  test('what more texts hold than can be told apart is furniture', async () => {
    const many = Array.from({ length: COMMON_PRINT + 1 }, (_, index) => article(`${index}`, 'Meridian Post', `${own} Page ${index}.`));
    await given().file(many.map((reading) => ({ reading })));
    expect(await given().textsLike((await given().article('Meridian Post: 0'))?.head.sha256 ?? '', 99)).toEqual([]);
    for await (const hashes of given().sharedPassages()) expect(hashes.length).toBeLessThanOrEqual(COMMON_PRINT);
  });
}

function summaries(given: Given): void {
  test('the revision is another after each change, and the same without one', async () => {
    const before = await given().revision();
    expect(await given().revision()).toBe(before);
    await given().file([{ reading: madeReading({ id: 'one-more', text: 'The bridge stays shut.' }, []) }]);
    const filed = await given().revision();
    expect(filed).not.toBe(before);
    await given().correct([
      { id: 'c1', day: null, note: null, change: { kind: 'rename', speaker: 'Lena Varga', name: 'Lena Varga-Holm' } },
    ]);
    expect(await given().revision()).not.toBe(filed);
  });

  beforeEach(async () => {
    await given().file([{ reading: TALKS }, { reading: REPLY }]);
  });

  test('speakers, most statements first, with first and last day', async () => {
    expect(await given().speakers({ name: null, limit: 10 })).toMatchObject([
      { key: 'person:tomas berg', name: 'Tomas Berg', statements: 3, from: '2031-03-31', to: '2031-04-01', variants: [] },
      { key: 'anonymous:aides', kind: 'anonymous', statements: 1 },
      { key: 'person:lena varga', statements: 1 },
    ]);
    expect(await given().speakers({ name: 'varga', kinds: ['person'], limit: 10 })).toHaveLength(1);
    expect(await given().speakers({ name: '', limit: 10 })).toEqual([]);
  });

  test('speakers by key, and behind another in their order', async () => {
    const keys = async (query: Omit<SpeakerQuery, 'name' | 'limit'>) =>
      (await given().speakers({ name: null, limit: 10, ...query })).map(({ key }) => key);
    expect(await keys({ keys: ['person:lena varga', 'person:nobody'] })).toEqual(['person:lena varga']);
    expect(await keys({ keys: [] })).toEqual([]);
    expect(await keys({ after: { statements: 3, key: 'person:tomas berg' } })).toEqual(['anonymous:aides', 'person:lena varga']);
    expect(await keys({ after: { statements: 1, key: 'anonymous:aides' } })).toEqual(['person:lena varga']);
  });

  test('spellings of one registered speaker are one speaker', async () => {
    const other = madeReading({ id: 'z', text: 'Oleh Marenko agreed. Oleg Marenko agreed too.' }, [
      { words: 'agreed', speaker: 'Oleh Marenko', registry: 'marenko' },
      { words: 'agreed too', speaker: 'Oleg Marenko', registry: 'marenko' },
    ]);
    await given().file([{ reading: other }]);
    expect(await given().speakers({ name: 'oleg', limit: 10 })).toMatchObject([
      { key: 'registry:marenko', name: 'Oleh Marenko', variants: ['Oleg Marenko'], statements: 2 },
    ]);
    expect(await found(given(), { kind: 'speaker', name: 'Oleg Marenko' })).toHaveLength(2);
  });

  test('spellings of one name are one speaker without any registry, found by each', async () => {
    const other = madeReading({ id: 'y', text: 'Yes, said Pavlo Horskyi. No, said President Pavlo Horsky. Well, said Ilsa Horsky.' }, [
      { words: 'Yes', speaker: 'Pavlo Horskyi' },
      { words: 'No', speaker: 'President Pavlo Horsky' },
      { words: 'Well', speaker: 'Ilsa Horsky' },
    ]);
    await given().file([{ reading: other }]);
    expect(await found(given(), { kind: 'speaker', name: 'Pavlo Horskiy' })).toEqual(['Yes', 'No']);
    expect(await given().speakers({ name: 'Horsky', limit: 10 })).toMatchObject([
      { name: 'Pavlo Horskyi', statements: 2 },
      { name: 'Ilsa Horsky', statements: 1 },
    ]);
  });

  test('outlets, and how much was looked at', async () => {
    expect(await given().outlets()).toEqual([
      { outlet: 'Meridian Post', articles: 1, statements: 3, from: '2031-03-14', to: '2031-03-14' },
      { outlet: 'Osterin Courier', articles: 1, statements: 2, from: '2031-04-02', to: '2031-04-02' },
    ]);
    const looked = (filter: Filter) => given().lookedAt(filter);
    expect(await looked(EVERYTHING)).toEqual({ articles: 2, imported: 0, outlets: 2, from: '2031-03-14', to: '2031-04-02' });
    expect(await looked({ kind: 'and', of: [inStatement('nothing'), { kind: 'outlet', name: 'courier' }] })).toMatchObject({ articles: 1 });
    expect(await looked({ kind: 'or', of: [inStatement('nothing'), { kind: 'outlet', name: 'courier' }] })).toMatchObject({ articles: 2 });
    expect(await looked({ kind: 'not', of: { kind: 'outlet', name: 'courier' } })).toMatchObject({ articles: 1, from: '2031-03-14' });
    expect(await looked({ kind: 'not', of: inStatement('bridge') })).toMatchObject({ articles: 2 });
  });

  test('articles one after another, and ids by their beginning', async () => {
    const addresses = async (query?: ArticleQuery) => (await heads(given(), query)).map(({ address }) => address);
    expect(await addresses()).toEqual(['Meridian Post: talks-1', 'Osterin Courier: reply-1']);
    expect(await addresses({ filter: { kind: 'outlet', name: 'courier' } })).toEqual(['Osterin Courier: reply-1']);
    expect(await addresses({ filter: { kind: 'printed', from: null, to: '2031-03-20' } })).toEqual(['Meridian Post: talks-1']);
    expect(await addresses({ filter: inStatement('nothing') })).toHaveLength(2);
    const id = REPLY.statements[0]?.id ?? '';
    expect(await given().statementIds(id.slice(0, 8))).toEqual([id]);
    expect(await given().statementIds('%')).toEqual([]);
    expect(await given().statement('nothing')).toBeNull();
    expect(await given().article('nothing')).toBeNull();
  });

  test('articles behind one that was seen, also when it has changed since', async () => {
    const [first] = await heads(given());
    if (first === undefined) throw new Error('no article');
    await given().file([{ reading: madeReading({ id: 'talks-1', outlet: 'Meridian Post', text: 'The bridge is open.' }, []) }]);
    expect((await heads(given(), { after: first })).map(({ address, version }) => `${address} ${version}`)).toEqual([
      'Osterin Courier: reply-1 1',
      'Meridian Post: talks-1 2',
    ]);
    expect(await heads(given(), { after: { address: 'nowhere', sha256: first.sha256 } })).toEqual([]);
  });

  test('texts by phrase and by most of their words', async () => {
    const address = (texts: readonly { readonly head: { readonly address: string } }[]) => texts.map(({ head }) => head.address);
    expect(address(await given().findPhrase(['The', 'bridge', 'stays'], 5))).toEqual(['Osterin Courier: reply-1']);
    expect(address(await given().findPhrase(['stays', 'bridge'], 5))).toEqual([]);
    expect(address(await given().findPhrase(['—'], 5))).toEqual([]);
    expect(address(await given().findTexts(['bridge', 'stays', 'shut', 'unheard'], 5))).toEqual([
      'Osterin Courier: reply-1',
      'Meridian Post: talks-1',
    ]);
  });
}

function verification(given: Given): void {
  test('a sound record has no failures, a wrong citation is named', async () => {
    const failures = async () => {
      const all: (readonly [string, string | null])[] = [];
      for await (const { code, statement } of given().verify()) all.push([code, statement]);
      return all;
    };
    await given().file([{ reading: TALKS }]);
    expect(await failures()).toEqual([]);
    const [first, second] = REPLY.statements;
    if (first === undefined || second === undefined) throw new Error('the reply has two statements');
    const moved = { ...first, citation: { ...first.citation, exact: ['a truce would be signed'] } };
    const beyond = { ...second, citation: { ...second.citation, spans: [{ start: 3, end: 9000 }] } };
    await given().file([{ reading: { ...REPLY, statements: [moved, beyond] } }]);
    expect(await failures()).toEqual([
      ['citation-words', first.id],
      ['statement-words', first.id],
      ['citation-bounds', second.id],
      ['statement-id', second.id],
    ]);
  });
}

function takenOver(given: Given): void {
  const quotation = madeReading(
    {
      id: 'row-7',
      url: 'https://meridian.example/talks',
      outlet: 'meridian.example',
      imported: 'Osterin Quotations',
      text: '“The bridge is ours.”',
    },
    [{ words: '“The bridge is ours.”', speaker: 'Lena Varga' }],
  );
  const article = madeReading(
    {
      id: 'talks',
      url: 'https://meridian.example/talks',
      outlet: 'Meridian Post',
      usageTerms: 'Not for archives',
      embargoedUntil: '2031-03-14T06:00:00Z',
      text: '“The bridge is theirs.”',
    },
    [{ words: '“The bridge is theirs.”', speaker: 'Lena Varga' }],
  );
  const IMPORTED: Filter = { kind: 'imported', from: null };

  test('terms of use and embargo are read back with every statement; mending them amends the article', async () => {
    const bare = { ...article, article: { ...article.article, usageTerms: null, embargoedUntil: null } };
    await given().file([{ reading: bare }]);
    expect((await given().statements({ filter: EVERYTHING })).statements[0]?.article).toMatchObject({
      usageTerms: null,
      embargoedUntil: null,
    });
    expect(await given().file([{ reading: article }])).toMatchObject([{ outcome: 'amended' }]);
    const [statement] = (await given().statements({ filter: EVERYTHING })).statements;
    expect(statement?.article).toMatchObject({ usageTerms: 'Not for archives', embargoedUntil: '2031-03-14T06:00:00Z', imported: null });
    expect((await given().article(article.article.url ?? ''))?.article).toEqual(article.article);
  });

  test('an imported quotation is no version of the article that it was taken from, and counts as no article', async () => {
    expect(await given().file([{ reading: article }, { reading: quotation }])).toMatchObject([{ outcome: 'filed' }, { outcome: 'filed' }]);
    expect((await given().article('https://meridian.example/talks'))?.article.text).toBe('“The bridge is theirs.”');
    expect(await given().lookedAt(EVERYTHING)).toMatchObject({ articles: 1, imported: 1, outlets: 1 });
    expect(await given().lookedAt(IMPORTED)).toMatchObject({ articles: 0, imported: 1 });
    expect(await given().outlets()).toMatchObject([{ outlet: 'Meridian Post', articles: 1 }]);
    const heads: string[] = [];
    for await (const head of given().articles()) heads.push(head.address);
    expect(heads).toEqual(['https://meridian.example/talks']);
  });

  test('imported quotations are found apart, by their collection, and left out', async () => {
    await given().file([{ reading: article }, { reading: quotation }]);
    expect(await found(given(), IMPORTED)).toEqual(['“The bridge is ours.”']);
    expect(await found(given(), { kind: 'imported', from: 'osterin' })).toEqual(['“The bridge is ours.”']);
    expect(await found(given(), { kind: 'imported', from: 'Meridian' })).toEqual([]);
    expect(await found(given(), { kind: 'not', of: IMPORTED })).toEqual(['“The bridge is theirs.”']);
  });
}
