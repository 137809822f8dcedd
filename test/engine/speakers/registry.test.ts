import { describe, expect, test } from 'vitest';
import { importRegistry } from '../../../src/engine/speakers/import-registry.js';
import { createRegistry, isHeld, type Office, type RegistryEntry } from '../../../src/engine/speakers/registry.js';

const office = (title: string, of: string, from: string | null, to: string | null, checked: string | null = null): Office => ({
  title,
  of,
  from,
  to,
  checked,
});
const entry = (id: string, name: string, offices: readonly Office[], names: readonly string[] = []): RegistryEntry => ({
  id,
  name,
  names,
  wikidata: null,
  offices,
});

const registry = createRegistry([
  entry('lena-varga', 'Lena Varga', [office('president', 'Norway', '2015-03-01', '2019-03-01')], ['Helena Varga']),
  entry(
    'jon-berg',
    'Jon Berg',
    [office('president', 'Norway', '2019-03-01', null, '2024-12-31'), office('foreign minister', 'Norway', '2015', '2019-02')],
    ['Berg'],
  ),
  entry('uma-varga', 'Uma Varga', [office('foreign minister', 'Sweden', '2016-01-01', null)]),
  entry('paul-odel', 'Paul Odel', [office('prime minister', 'Malta', '2010-01-01', '2014-01-01')]),
  entry('paul-odel-2', 'Paul Odel', [office('prime minister', 'Cyprus', '2016-01-01', '2020-01-01')]),
]);

const id = (name: string, roles: readonly string[] = [], day: string | null = '2018-01-01'): string => {
  const found = registry.resolve(name, roles, day);
  return found.kind === 'found' ? found.entry.id : found.kind;
};

describe('by name', () => {
  test('a full name or another spelling of it', () => {
    expect(id('President Lena Varga')).toBe('lena-varga');
    expect(id('Helena Varga')).toBe('lena-varga');
    expect(id('Lena Vargas')).toBe('none');
  });
  test('a surname only where the entry lists it or the role is an office of the bearer', () => {
    expect(id('Berg')).toBe('jon-berg');
    expect(id('Varga')).toBe('none');
    expect(id('Varga', ['Swedish foreign minister'])).toBe('uma-varga');
  });
  test('not where the role is of another walk of life', () => expect(id('Jon Berg', ['goalkeeper'])).toBe('none'));
  test('of two bearers the one in office on the day, else neither', () => {
    expect(id('Paul Odel', [], '2012-05-05')).toBe('paul-odel');
    expect(id('Paul Odel', [], '2018-05-05')).toBe('paul-odel-2');
    expect(id('Paul Odel', [], '2015-05-05')).toBe('ambiguous');
    expect(id('Paul Odel', [], null)).toBe('ambiguous');
  });
});

describe('by office', () => {
  const holder = (words: string, day: string | null): string => {
    const found = registry.holder(words, day);
    return found.kind === 'found' ? found.entry.id : found.kind;
  };
  test.each([
    ['the Norwegian president', '2017-06-01', 'lena-varga'],
    ['the president of Norway', '2021-06-01', 'jon-berg'],
    ["Norway's president", '2021-06-01', 'jon-berg'],
    ['the Norwegian president', '2025-06-01', 'none'],
    ['the Norwegian president', null, 'none'],
    ['the president', '2017-06-01', 'none'],
    ['the former Norwegian president', '2021-06-01', 'none'],
    ['the Norwegian vice president', '2021-06-01', 'none'],
    ['Swedish foreign minister', '2017-06-01', 'uma-varga'],
    ['the Norwegian foreign secretary', '2017-06-01', 'jon-berg'],
  ] as const)('%s on %s: %s', (words, day, expected) => expect(holder(words, day)).toBe(expected));
});

test('an office whose start is a year counts from its end; one without a start never', () => {
  expect(isHeld(office('mayor', 'Malta', '2015', null), '2015-12-31')).toBe(false);
  expect(isHeld(office('mayor', 'Malta', '2015', null), '2016-01-01')).toBe(true);
  expect(isHeld(office('mayor', 'Malta', null, '2020-01-01'), '2016-01-01')).toBe(false);
});

test('an entry of a later file replaces the one with its id', () => {
  const mine = createRegistry([...registry.entries, entry('lena-varga', 'Lena Varga-Odel', [])]);
  expect(mine.resolve('Lena Varga-Odel', [], null).kind).toBe('found');
  expect(mine.resolve('Helena Varga', [], null).kind).toBe('none');
});

describe('importing an export', () => {
  const lines = [
    '{"item":"http://www.wikidata.org/entity/Q90000001","itemLabel":"Lena Varga","altLabel":"Helena Varga|L. Varga","positionLabel":"president","of":"Norway","start":"2015-03-01T00:00:00Z","end":"2019-03-01T00:00:00Z"}',
    '{"item":"http://www.wikidata.org/entity/Q90000001","itemLabel":"Lena Varga","position":"mayor","country":"Malta","from":"2011"}',
    '{"id":"os-1","caption":"Jon Berg","properties":{"alias":["Johan Berg"],"position":["foreign minister"],"wikidataId":["Q90000002"]}}',
    'not json',
    '{"alias":"nobody"}',
    '',
    '{"id":"os-2","schema":"Company","caption":"Harbour Shipping"}',
    '{"id":"os-3","schema":"Person","caption":"Tamar Vesk","properties":{"position":["governor of the Harbour Bank (2027-2030)","lawmaker (2031-)"]}}',
  ];
  const imported = importRegistry(lines.join('\n'));
  const entries = imported.flatMap((line) => (line.kind === 'entry' ? [line.entry] : []));
  test('puts the lines of one person together', () => {
    expect(entries[0]).toEqual({
      ...{ id: 'q90000001', name: 'Lena Varga', names: ['Helena Varga', 'L. Varga'], wikidata: 'Q90000001' },
      offices: [office('president', 'Norway', '2015-03-01', '2019-03-01'), office('mayor', 'Malta', '2011', null)],
    });
  });
  test('reads OpenSanctions properties', () => {
    expect(entries[1]).toEqual({
      ...{ id: 'q90000002', name: 'Jon Berg', names: ['Johan Berg'], wikidata: 'Q90000002' },
      offices: [{ title: 'foreign minister', of: null, from: null, to: null, checked: null }],
    });
  });
  test('reads the years behind an office', () => {
    expect(entries[2]?.offices).toEqual([
      { title: 'governor of the Harbour Bank', of: null, from: '2027', to: '2030', checked: null },
      { title: 'lawmaker', of: null, from: '2031', to: null, checked: null },
    ]);
  });
  test('tells which lines it could not use', () => {
    expect(imported.flatMap((line) => (line.kind === 'skipped' ? [[line.line, line.why]] : []))).toEqual([
      [4, 'not JSON'],
      [5, 'no name'],
      [7, 'a Company, not a person'],
    ]);
  });
});
