import { describe, expect, test } from 'vitest';
import { createRegistry, speakerKey } from '../../src/engine/index.js';
import { loadSpeakers, readSpeakers, SpeakerFileError } from '../../src/runtime/index.js';

describe('the registry that ships', () => {
  const entries = loadSpeakers();
  const registry = createRegistry(entries);

  test('has every id once, and days in order', () => {
    expect(new Set(entries.map((entry) => entry.id)).size).toBe(entries.length);
    for (const { id, offices } of entries)
      for (const { from, to } of offices) if (from !== null && to !== null) expect(from <= to, `${id}: ${from} to ${to}`).toBe(true);
  });
  test('lists no name for two people', () => {
    const bearers = new Map<string, string>();
    for (const entry of entries)
      for (const key of new Set([entry.name, ...entry.names].map(speakerKey))) {
        expect(bearers.get(key) ?? entry.id, key).toBe(entry.id);
        bearers.set(key, entry.id);
      }
  });
  test('no two hold one office of a country on one day of a year', () => {
    const single = new Set(['president', 'prime minister', 'chancellor', 'foreign minister', 'secretary-general']);
    for (let year = 2015; year <= 2025; year++) {
      const day = `${year}-06-16`;
      const holders = new Map<string, string>();
      for (const entry of entries)
        for (const held of entry.offices) {
          if (!single.has(held.title) || held.from === null || held.from > day || (held.to !== null && held.to < day)) continue;
          const key = `${held.title} of ${held.of} on ${day}`;
          expect(holders.get(key) ?? entry.id, key).toBe(entry.id);
          holders.set(key, entry.id);
        }
    }
  });
  test.each([
    ['Volodymyr Zelenskiy', 'volodymyr-zelensky'],
    ['Zelenskyy', 'volodymyr-zelensky'],
    ['Dmitri Peskov', 'dmitry-peskov'],
    ['Recep Tayyip Erdogan', 'recep-tayyip-erdogan'],
  ])('knows %s', (name, id) => {
    const found = registry.resolve(name, [], null);
    expect(found.kind === 'found' ? found.entry.id : found.kind).toBe(id);
  });
  test('knows who was president of a country on a day', () => {
    const on = (day: string): string => {
      const found = registry.holder('the Ukrainian president', day);
      return found.kind === 'found' ? found.entry.name : found.kind;
    };
    expect(on('2019-05-01')).toBe('Petro Poroshenko');
    expect(on('2019-06-01')).toBe('Volodymyr Zelensky');
    expect(on('2010-06-01')).toBe('none');
  });
});

describe('a file that is not right is told where', () => {
  const wrong: readonly (readonly [string, RegExp])[] = [
    ['speaker = 1', /\[\[speaker\]\]/],
    ['[[speaker]]\nname = "Lena Varga"', /speaker 1: give "id" and "name"/],
    ['[[speaker]]\nid = "a"\nname = "A"\nnick = "b"', /"nick" is not known/],
    ['[[speaker]]\nid = "a"\nname = "A"\noffices = [{ title = "mayor", from = "soon" }]', /"from" is a day, month or year/],
    ['[[speaker', /mine\.toml/],
  ];
  test.each(wrong)('%s', (toml, message) => {
    expect(() => readSpeakers(toml, 'mine.toml')).toThrow(SpeakerFileError);
    expect(() => readSpeakers(toml, 'mine.toml')).toThrow(message);
  });
});
