import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { countedOf, sameCounted } from '../../src/answers/figures/counted.js';
import { agree, type Conflict, figuresLedger, type Matter } from '../../src/answers/figures/ledger.js';
import { sameScope, scopeOf } from '../../src/answers/figures/scopes.js';
import type { RecordedStatement } from '../../src/record/index.js';
import { sampleRecord } from '../web/sample-record.js';

describe('the period of a figure', () => {
  test.each([
    ['killed at least 214 civilians in Kareth since Jan. 6', 'since january 6'],
    ['killed since 6 January', 'since january 6'],
    ['more than 1,150 soldiers had been killed since June 4', 'since june 4'],
    ['14,600 soldiers killed since the war began', 'since war began'],
    ['lost 38 armoured vehicles in the past day', 'window 1'],
    ['lost them over the last 24 hours', 'window 1'],
    ['nine tanks lost in the past two weeks', 'window 14'],
    ['340 rounds a day', 'window 1'],
    ['used the word 4,116 times in 2030', 'period 2030'],
    ['has taken 40 villages so far this year', 'period year'],
  ])('%s', (words, key) => expect(scopeOf(words)?.key).toBe(key));

  test.each(['holds about 1,700 soldiers', 'since he asked, nobody has counted', 'on the last day of the talks'])('none: %s', (words) =>
    expect(scopeOf(words)).toBeNull(),
  );

  test('a window counts from the day of the claim, a beginning does not', () => {
    const [day, since] = [scopeOf('in the past day'), scopeOf('since June 4')];
    expect(sameScope(day, day, '2031-03-14', '2031-03-14')).toBe(true);
    expect(sameScope(day, day, '2031-03-14', '2031-03-20')).toBe(false);
    expect(sameScope(since, since, '2031-06-10', '2031-06-20')).toBe(true);
    expect(sameScope(since, day, '2031-06-10', '2031-06-10')).toBe(false);
  });
});

describe('what a figure counts', () => {
  const killed = countedOf('Varnian soldiers', '1,150 Varnian soldiers had been killed');

  test('spellings and plurals of one noun are equal', () => {
    expect(
      sameCounted(countedOf('armored vehicles', 'lost 38 armored vehicles'), countedOf('armoured vehicles', 'lost four armoured vehicles')),
    ).toBe(true);
  });

  test('two sides are told apart, and so are the dead from the captured', () => {
    expect(sameCounted(killed, countedOf('Korrendi soldiers', 'at least 2,400 Korrendi soldiers killed'))).toBe(false);
    expect(sameCounted(killed, countedOf('Varnian soldiers', 'holds 880 Varnian soldiers'))).toBe(false);
    expect(sameCounted(killed, countedOf('Varnian soldiers', '212 Varnian soldiers killed'))).toBe(true);
  });
});

test.each([
  [{ value: 1150, qualifier: 'more than' }, { value: 1200, qualifier: null }, true],
  [{ value: 1150, qualifier: 'more than' }, { value: 212, qualifier: null }, false],
  [{ value: 880, qualifier: 'at least' }, { value: 1100, qualifier: 'more than' }, true],
  [{ value: 214, qualifier: 'at least' }, { value: 60, qualifier: 'about' }, false],
  [{ value: 1700, qualifier: 'about' }, { value: 1688, qualifier: null }, true],
  [{ value: 38, qualifier: null }, { value: 4, qualifier: null }, false],
  [{ value: 9400, qualifier: null }, { value: 21000, qualifier: 'at least' }, false],
] as const)('%o and %o can both be right: %s', (one, other, expected) => expect(agree(one, other)).toBe(expected));

interface PlantedFigure {
  readonly file: string;
  readonly speaker: string;
  readonly value: number;
  readonly unit: string;
}

describe('the samples', () => {
  const planted = JSON.parse(readFileSync(new URL('../../samples/planted.json', import.meta.url), 'utf8')) as {
    readonly figures: readonly PlantedFigure[];
    readonly figureConflicts: readonly { readonly matter: string; readonly claims: readonly number[] }[];
  };
  let matters: readonly Matter[] = [];
  beforeAll(async () => {
    const record = await sampleRecord();
    const statements: RecordedStatement[] = [];
    for await (const statement of record.iterate({ filter: { kind: 'figures' } })) statements.push(statement);
    matters = figuresLedger(statements);
    await record.close();
  });

  const valuesOf = (pairs: readonly Conflict[], matter: Matter): readonly string[] =>
    pairs.map(({ left, right }) => [matter.claims[left]?.value ?? 0, matter.claims[right]?.value ?? 0].sort((a, b) => a - b).join(' ~ '));

  /** Conflicts that are told, as pairs of values; and those that were planted. */
  const told = (): ReadonlySet<string> => new Set(matters.flatMap((matter) => valuesOf(matter.conflicts, matter)));
  const plantedPairs = planted.figureConflicts.flatMap(({ claims }) => {
    const figures = claims.flatMap((claim) => planted.figures[claim] ?? []);
    return figures.flatMap((one) =>
      figures.filter((other) => one.value < other.value && one.speaker !== other.speaker).map((other) => `${one.value} ~ ${other.value}`),
    );
  });

  test('no conflict is told that was not planted', () => {
    expect([...told()].filter((pair) => !plantedPairs.includes(pair))).toEqual([]);
  });

  // Six of ten stand in statements that the engine misses, finds too doubtful to tell, or reads without their unit; the floor rises with the engine.
  test('at least four of the ten planted conflicts are found', () => {
    const found = planted.figureConflicts.filter(({ claims }) => {
      const values = new Set(claims.map((claim) => planted.figures[claim]?.value));
      return [...told()].some((pair) => pair.split(' ~ ').every((value) => values.has(Number(value))));
    });
    expect(found.length).toBeGreaterThanOrEqual(4);
  });
});
