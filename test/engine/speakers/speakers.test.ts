import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attribution, type Language, makeArticle, type Reading, readArticle } from '../../../src/engine/index.js';
import { loadEnglishWith } from '../../../src/runtime/load-english.js';
import { readLineCases } from '../../support/case-file.js';
import { withBreaks } from '../../support/marked-cases.js';

const english = loadEnglishWith({ attribute: () => [] });
const OPEN = { '[': 'source', '<': 'cue', '{': 'content' } as const;
const CLOSE = { ']': 'source', '>': 'cue', '}': 'content' } as const;
type Role = (typeof OPEN)[keyof typeof OPEN];

/** The text of "[Varga] <said> {she will go}" with its attributions: the first source, cue and content make the first one. A content inside another is within it. */
function parse(marked: string): { readonly text: string; readonly attributions: readonly Attribution[] } {
  const found: Record<Role, { start: number; end: number }[]> = { source: [], cue: [], content: [] };
  const open: { role: Role; index: number }[] = [];
  let text = '';
  for (const character of marked) {
    if (character in OPEN) {
      const role = OPEN[character as keyof typeof OPEN];
      open.push({ role, index: found[role].length });
      found[role].push({ start: text.length, end: text.length });
    } else if (character in CLOSE) {
      const { role, index } = open.pop() ?? { role: 'source', index: -1 };
      const span = found[role][index];
      if (span !== undefined) span.end = text.length;
    } else text += character;
  }
  const span = (role: Role, index: number) => found[role].slice(index, index + 1).filter(({ start, end }) => end > start);
  return {
    text,
    attributions: found.content.map((content, index): Attribution => {
      const within = found.content.findLastIndex((other, at) => at !== index && other.start <= content.start && content.end <= other.end);
      return {
        ...{ source: span('source', index), cue: span('cue', index), content: span('content', index) },
        ...{ manner: 'indirect', mode: 'speech', within: within < 0 ? null : within, confidence: 1, reason: { rule: 'marked', score: 1 } },
      };
    }),
  };
}

/** Before "::" may stand the article's outlet and, behind a slash, the agency of its credit. */
function read(given: string): Reading {
  const [head, body] = given.includes(' :: ') ? (given.split(' :: ') as [string, string]) : [null, given];
  const { text, attributions } = parse(withBreaks(body));
  const [outlet = null, wire = null] = head?.split('/') ?? [];
  const language: Language = { ...english, attributor: { attribute: () => attributions } };
  return readArticle(makeArticle({ text, outlet, wire, published: '2030-05-06' }), language);
}

function showSpeakers(given: string): string {
  return read(given)
    .statements.map(({ speaker: { kind, name, reason } }) => `${kind}${name === null ? '' : ` ${name}`} (${reason.rule})`)
    .join(' | ');
}

function showChains(given: string): string {
  return read(given)
    .statements.map(({ chain }) => (chain.length === 0 ? 'first hand' : chain.map(({ kind, name }) => `${kind} ${name}`).join(' ← ')))
    .join(' | ');
}

for (const file of ['named', 'described', 'pronouns', 'quotations']) {
  describe(`speakers: ${file}`, () => {
    test.each(readLineCases(`speakers/${file}.txt`, showSpeakers))('line $line: $given', ({ given, expected }) =>
      expect(showSpeakers(given)).toBe(expected),
    );
  });
}

describe('chains', () => {
  test.each(readLineCases('speakers/chains.txt', showChains))('line $line: $given', ({ given, expected }) =>
    expect(showChains(given)).toBe(expected),
  );
});

test('a speaker left open tells who it may be', () => {
  const [statement] = read('Near the port Jon Berg and Paul Odel met. Then [he] <said> {that it was late}.').statements;
  expect(statement?.speaker.kind).toBe('unresolved');
  expect(statement?.speaker.reason.parts?.map((part) => part.rule).toSorted()).toEqual(['candidate: Jon Berg', 'candidate: Paul Odel']);
});

const WORDS = [
  '[',
  ']',
  '<',
  '>',
  '{',
  '}',
  'Varga',
  'he',
  'who',
  'said',
  'the',
  'spokesman',
  'we',
  '“',
  '”',
  '.',
  ',',
  'and',
  '\n\n',
  'Reuters',
];

test('any attributions on any text give one speaker and one chain each', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...WORDS)), (words) => {
      const { statements, attributions, referents } = read(words.join(' '));
      expect(statements.length).toBe(attributions.length);
      for (const { speaker } of statements) {
        if (speaker.referent !== null) expect(referents[speaker.referent]).toBeDefined();
        expect(speaker.name === null).toBe(['none', 'author', 'unresolved'].includes(speaker.kind));
      }
    }),
    { numRuns: 150 },
  );
});
