import { expect, test } from 'vitest';
import type { Speaker } from '../../../src/engine/model.js';
import { identify } from '../../../src/engine/speakers/identify.js';
import { createRegistry } from '../../../src/engine/speakers/registry.js';

const registry = createRegistry([
  {
    ...{ id: 'lena-varga', name: 'Lena Varga', names: ['Varga'], wikidata: 'Q90000001' },
    offices: [{ title: 'president', of: 'Norway', from: '2015-01-01', to: '2019-01-01', checked: null }],
  },
]);
const speaker = (kind: Speaker['kind'], name: string | null, rule = 'named'): Speaker => ({
  ...{ kind, name, id: null, wikidata: null, referent: null },
  reason: { rule, score: 0.9 },
});
const identified = (given: Speaker, day = '2016-06-01'): readonly (string | null)[] => {
  const { id, name, wikidata } = identify(given, undefined, registry, day);
  return [id, name, wikidata];
};

test('whom the registry knows gets its ids and keeps the name of the article', () =>
  expect(identified(speaker('person', 'Varga'))).toEqual(['lena-varga', 'Varga', 'Q90000001']));
test('whom it does not know has none', () => expect(identified(speaker('person', 'Jon Berg'))).toEqual([null, 'Jon Berg', null]));
test('an office alone names its holder on the day', () => {
  expect(identified(speaker('person', 'the Norwegian president', 'person-not-named'))).toEqual(['lena-varga', 'Lena Varga', 'Q90000001']);
  expect(identified(speaker('person', 'the Norwegian president', 'person-not-named'), '2020-06-01')).toEqual([
    null,
    'the Norwegian president',
    null,
  ]);
});
test('groups and unnamed sources have no id', () => {
  expect(identified(speaker('group', 'Norwegian voters'))[0]).toBeNull();
  expect(identified(speaker('anonymous', 'a senior official'))[0]).toBeNull();
  expect(identified(speaker('unresolved', null))).toEqual([null, null, null]);
});
