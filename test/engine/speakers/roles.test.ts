import { describe, expect, test } from 'vitest';
import { compareRoles } from '../../../src/engine/speakers/roles.js';

describe('whether two bearers of a name can be one person', () => {
  const cases: readonly (readonly [readonly string[], readonly string[], string])[] = [
    [['foreign minister'], ['Varnian foreign minister'], 'same'],
    [['minister', 'party leader'], ['the minister of trade', 'party leader'], 'same'],
    [['foreign minister'], ['goalkeeper'], 'different'],
    [['surgeon'], ['novelist'], 'different'],
    [['former goalkeeper'], ['foreign minister'], 'cannot-tell'],
    [['governor'], ['senator'], 'cannot-tell'],
    [['professor'], ['a professor at the Odel Institute'], 'cannot-tell'],
    [[], ['foreign minister'], 'cannot-tell'],
    [['resident'], ['foreign minister'], 'cannot-tell'],
  ];
  test.each(cases)('%j and %j: %s', (a, b, agreement) => {
    expect(compareRoles(a, b)).toBe(agreement);
    expect(compareRoles(b, a)).toBe(agreement);
  });
});
