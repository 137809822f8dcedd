import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { queryIssue } from '../../src/answers/issues/issue.js';
import { createIssueMatcher } from '../../src/answers/issues/issue-matcher.js';
import { formatIssue, joinIssueFiles, parseIssues } from '../../src/answers/issues/parse-issues.js';
import { suggestIssues } from '../../src/answers/issues/suggest-issues.js';

const folder = fileURLToPath(new URL('../../data/issues/', import.meta.url));
const packs = readdirSync(folder).map((file) => [file, parseIssues(readFileSync(folder + file, 'utf8'), file)] as const);

describe('matching', () => {
  const matcher = createIssueMatcher(packs.flatMap(([, { issues }]) => issues));
  const about = (target: string): readonly string[] =>
    matcher.match(target).map(({ issue, opposed }) => `${opposed ? 'not ' : ''}${matcher.issues[issue]?.id}`);

  test.each([
    ['a ceasefire', ['ceasefire']],
    ['an immediate cease-fire in the valley', ['ceasefire']],
    ['the cessation of all hostilities', ['ceasefire']],
    ['halt to the fighting', ['ceasefire']],
    ['break the truce', ['not ceasefire']],
    ['a trade truce', []],
    ['talks with Varnia', ['negotiations']],
    ['negotiating with the rebels', ['negotiations']],
    ['withdraw its troops from the valley', ['withdrawal']],
    ['withdraws all of its remaining forces', ['withdrawal']],
    ['withdraw the bill', []],
    ['exchange all prisoners', ['prisoner-exchange']],
    ['release the two captured prisoners', ['prisoner-exchange']],
    ['lift the sanctions', ['not sanctions']],
    ['an end to the sanctions on shipping', ['not sanctions']],
    ['further sanctions', ['sanctions']],
    ['tax cuts', ['not tax-rise']],
    ['met the prime minister', ['direct-meeting']],
    ['the weather', []],
    ['', []],
  ])('%s', (target, expected) => expect(about(target)).toEqual(expected));

  test('an ad-hoc issue of a query word finds inflections', () => {
    const harbour = createIssueMatcher([queryIssue('lease of the harbour or port lease')]);
    expect(harbour.match('the leases of the harbours')).toHaveLength(1);
    expect(harbour.match('a lease of the mill')).toHaveLength(0);
  });

  test('whatever the term and the text, nothing throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (term, text) => {
        expect(createIssueMatcher([{ id: 'a', name: 'a', terms: [term], not: [], opposite: [] }]).match(text).length).toBeLessThan(2);
      }),
    );
  });
});

describe('files', () => {
  test.each(packs)('%s is read and written back the same', (_, { issues }) => {
    expect(issues.length).toBeGreaterThan(5);
    expect(parseIssues(issues.map(formatIssue).join('\n'), 'again').issues).toEqual(issues);
  });

  test('an issue of a later file takes the place of one of the same id', () => {
    const own = parseIssues('[[issue]]\nid = "ceasefire"\nterms = ["silence"]\n', 'own.toml');
    const joined = joinIssueFiles([...packs.map(([, file]) => file), own]);
    expect(joined.issues.filter(({ id }) => id === 'ceasefire')).toEqual([
      { id: 'ceasefire', name: 'ceasefire', terms: ['silence'], not: [], opposite: [] },
    ]);
  });

  test.each([
    ['[[issue]\n', 'own.toml, line 1, column'],
    ['[[issue]]\nid = "Truce!"\n', 'own.toml: line 1: write an "id" of small letters, digits and hyphens'],
    ['\n[[issue]]\nid = "truce"\n', 'own.toml: line 2 (truce): give at least one of "terms"'],
    ['[[issue]]\nid = "truce"\nterms = "truce"\n', 'own.toml: line 1 (truce): "terms" is to be a list of texts'],
    ['[[issue]]\nid = "truce"\nterms = ["* truce"]\n', '"* truce" is no term; a term starts with a word'],
    ['[[issue]]\nid = "truce"\nterm = ["truce"]\n', '"term" is not known; known are id, name, terms, not, opposite'],
    ['[[issue]]\nid = "a"\nterms = ["a"]\n[[issue]]\nid = "a"\nterms = ["b"]\n', 'the id "a" stands twice'],
    ['[[groups]]\n', '"groups" is not known; write [[issue]] or [[group]]'],
    ['[[group]]\nid = "side"\n', 'line 1 (side): give at least one of "members"'],
  ])('a mistake is named with its place: %j', (source, message) => expect(() => parseIssues(source, 'own.toml')).toThrow(message));
});

describe('suggestions', () => {
  const targets = ['the lease of the port', 'a lease of the old port', 'the port lease', 'a ceasefire', 'the port lease', 'bread'].map(
    (target, index) => ({
      target,
      speaker: `${index % 3}`,
    }),
  );

  test('what recurs and belongs to no issue', () => {
    const [first, ...others] = suggestIssues(
      targets,
      packs.flatMap(([, { issues }]) => issues),
      5,
    );
    expect(first).toMatchObject({ statements: 4 });
    expect(first?.issue.terms[0]).toMatch(/lease|port/);
    expect(others.map(({ issue }) => issue.id)).not.toContain('ceasefire');
  });

  test('nothing recurs, nothing is suggested', () => expect(suggestIssues([{ target: 'bread', speaker: 'a' }], [], 5)).toEqual([]));
});
