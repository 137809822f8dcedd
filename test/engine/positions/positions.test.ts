import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attribution, makeArticle, readArticle } from '../../../src/engine/index.js';
import { english } from '../../support/english.js';
import { type Marked, parseMarked } from '../../support/marked-attribution.js';
import { compareCases } from '../../support/marked-cases.js';

function readMarked({ text, attribution }: Pick<Marked, 'text' | 'attribution'>) {
  const reading = readArticle(makeArticle({ text }), { ...english(), attributor: { attribute: () => [attribution] } });
  return reading.statements[0]?.position ?? null;
}

function show(line: string): string {
  const marked = line.slice(line.indexOf(':') + 2);
  const given = parseMarked(marked);
  const position = readMarked(given);
  const marks: (readonly [number, string])[] = [];
  for (const [role, open, close] of [
    ['source', '[', ']'],
    ['cue', '<', '>'],
    ['content', '{', '}'],
  ] as const) {
    for (const span of given.attribution[role]) marks.push([span.start, open], [span.end, close]);
  }
  if (position !== null) marks.push([position.target.start, '*'], [position.target.end, '*']);
  if (position !== null && position.condition !== null) marks.push([position.condition.start, '~'], [position.condition.end, '~']);
  const order = (mark: string): number => ('*~'.indexOf(mark) >= 0 ? 1 : '}>]'.includes(mark) ? 2 : 0);
  let out = '';
  let from = 0;
  for (const [at, mark] of marks.toSorted((a, b) => a[0] - b[0] || order(a[1]) - order(b[1]))) {
    out += given.text.slice(from, at) + mark;
    from = at;
  }
  return `${position?.stance ?? 'none'}: ${out}${given.text.slice(from)}`;
}

const folder = fileURLToPath(new URL('../../cases/positions', import.meta.url));

describe.each(readdirSync(folder).map((file) => file.replace(/\.txt$/, '')))('%s', (name) => {
  test.each(compareCases(`positions/${name}.txt`, show))('line $line: $expected', ({ expected, found }) => expect(found).toBe(expected));
});

test('whatever the text, positions lie within it and nothing throws', () => {
  const word = fc.constantFrom(
    'we',
    'will',
    'not',
    'reject',
    'a',
    'truce',
    'if',
    'only',
    'without',
    'whether',
    '“',
    '”',
    ',',
    '.',
    'to',
    'that',
    'ready',
    'for',
    'should',
    'be',
    'is',
    'unless',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), fc.nat(40), fc.nat(40), (words, first, second) => {
      const text = words.join(' ');
      const cut = Math.min(first, text.length);
      const end = Math.min(Math.max(second, cut), text.length);
      const reason = { rule: 'any', score: 1 };
      const attribution: Attribution = {
        source: [],
        cue: [{ start: cut, end }],
        content: [
          { start: 0, end: cut },
          { start: end, end: text.length },
        ],
        manner: 'indirect',
        mode: 'speech',
        within: null,
        confidence: 1,
        reason,
      };
      const position = readMarked({ text, attribution });
      for (const span of position === null
        ? []
        : [position.target, position.evidence, ...(position.condition === null ? [] : [position.condition])]) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
