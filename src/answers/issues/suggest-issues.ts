import type { Issue } from './issue.js';
import { createIssueMatcher } from './issue-matcher.js';
import { stemOf, wordsOf } from './word-stems.js';

/** A course of action that recurs in a record and belongs to no issue yet. */
export interface IssueSuggestion {
  readonly issue: Issue;
  /** Statements whose target names it, and by how many speakers. */
  readonly statements: number;
  readonly speakers: number;
  /** The targets as they were worded, most frequent first. */
  readonly wordings: readonly string[];
}

export interface Targeted {
  readonly target: string;
  readonly speaker: string;
}

/** Words that carry no matter of their own. */
const EMPTY = new Set(
  'a about accept after agree all an and any as at back be before begin by continue do for from further get give go have her hold his immediate in into is it its make more new no not of off on one or our out over own put see seek send should some stop such support take that the their them these they this those to under up us use with work would'.split(
    ' ',
  ),
);

const MOST_WORDINGS = 5;

/** What recurs in targets that no issue covers, most statements first. Who names it counts as much as how often: at least two speakers or three statements. */
export function suggestIssues(statements: Iterable<Targeted>, issues: readonly Issue[], limit: number): readonly IssueSuggestion[] {
  const matcher = createIssueMatcher(issues);
  const found = new Map<string, { readonly speakers: Set<string>; readonly wordings: Map<string, number>; count: number }>();
  for (const { target, speaker } of statements) {
    if (matcher.match(target).length > 0) continue;
    for (const key of keysOf(target)) {
      const entry = found.get(key) ?? { speakers: new Set(), wordings: new Map(), count: 0 };
      entry.count++;
      entry.speakers.add(speaker);
      entry.wordings.set(target, (entry.wordings.get(target) ?? 0) + 1);
      found.set(key, entry);
    }
  }
  const suggestions = [...found]
    .filter(([, { count, speakers }]) => count >= 3 || (count >= 2 && speakers.size >= 2))
    .map(([key, { count, speakers, wordings }]) => ({ key, count, speakers: speakers.size, wordings }))
    .sort((left, right) => right.count * right.key.length ** 0.2 - left.count * left.key.length ** 0.2 || (left.key < right.key ? -1 : 1));
  return distinct(
    suggestions.map(({ key, count, speakers, wordings }) => suggestion(key, count, speakers, wordings)),
    limit,
  );
}

function suggestion(key: string, statements: number, speakers: number, wordings: ReadonlyMap<string, number>): IssueSuggestion {
  const sorted = [...wordings].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1)).map(([wording]) => wording);
  const name = nameOf(key, sorted);
  return {
    issue: {
      id: name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, ''),
      name,
      terms: [name],
      not: [],
      opposite: [],
    },
    statements,
    speakers,
    wordings: sorted.slice(0, MOST_WORDINGS),
  };
}

/** One or two neighbouring words of the target that carry a matter. */
function keysOf(target: string): ReadonlySet<string> {
  const words = wordsOf(target).slice(0, 12);
  const stems = words.map((word) => (EMPTY.has(word.toLowerCase()) ? '' : stemOf(word)));
  const keys = new Set<string>();
  stems.forEach((stem, index) => {
    if (stem.length < 3) return;
    keys.add(stem);
    const next = stems[index + 1];
    if (next !== undefined && next.length >= 3) keys.add(`${stem} ${next}`);
  });
  return keys;
}

/** The words behind a key's stems, as the first wording writes them. */
function nameOf(key: string, wordings: readonly string[]): string {
  const stems = key.split(' ');
  for (const wording of wordings) {
    const words = wordsOf(wording);
    const at = words.findIndex((_, index) => stems.every((stem, offset) => stemOf(words[index + offset] ?? '') === stem));
    if (at >= 0)
      return words
        .slice(at, at + stems.length)
        .join(' ')
        .toLowerCase();
  }
  return key;
}

/** Leaves out what a stronger suggestion covers already: the single words of a pair that is as frequent. */
function distinct(suggestions: readonly IssueSuggestion[], limit: number): readonly IssueSuggestion[] {
  const kept: IssueSuggestion[] = [];
  for (const one of suggestions) {
    if (kept.length >= limit) break;
    const covered = kept.some((other) => {
      const shared = one.wordings.filter((wording) => other.wordings.includes(wording)).length;
      return shared * 2 >= one.wordings.length && one.statements <= other.statements * 1.5;
    });
    if (!covered) kept.push(one);
  }
  return kept;
}
