import type { Issue } from './issue.js';
import { createWordStems, type WordStems } from './word-stems.js';

/** An issue that a text is about, and whether the text names its opposite course. */
export interface IssueMatch {
  readonly issue: number;
  readonly opposed: boolean;
}

/** Tells which issues a target belongs to. Made once for a list of issues; a look-up costs as much as the text has words. */
export interface IssueMatcher {
  readonly issues: readonly Issue[];
  readonly match: (text: string) => readonly IssueMatch[];
}

type Role = 'term' | 'not' | 'opposite';

interface Pattern {
  readonly issue: number;
  readonly role: Role;
  /** Word numbers; GAP stands for up to five words. */
  readonly words: readonly number[];
}

const GAP = -1;
const LONGEST_GAP = 5;
/** The text of a target is short; of a longer text so many words are looked at. */
const MOST_WORDS = 400;

/** Words that may stand between any two of a term: "the release of (all the) prisoners". */
const FILLERS = [
  'a',
  'all',
  'an',
  'any',
  'every',
  'further',
  'her',
  'his',
  'immediate',
  'its',
  'more',
  'new',
  'our',
  'such',
  'that',
  'the',
  'their',
  'these',
  'this',
  'those',
];

export function createIssueMatcher(issues: readonly Issue[], stems: WordStems = createWordStems()): IssueMatcher {
  const [star = GAP] = stems.numbersOf('*');
  const fillers = new Set(FILLERS.flatMap((word) => stems.numbersOf(word)));
  const starts = new Map<number, Pattern[]>();
  const add = (issue: number, role: Role, terms: readonly string[]): void => {
    for (const term of terms) {
      const words = stems
        .numbersOf(term)
        .map((word) => (word === star ? GAP : word))
        .filter((word) => !fillers.has(word));
      const first = words[0];
      if (first === undefined || first === GAP) continue;
      const pattern = { issue, role, words };
      const known = starts.get(first);
      if (known === undefined) starts.set(first, [pattern]);
      else known.push(pattern);
    }
  };
  issues.forEach((issue, index) => {
    add(index, 'term', issue.terms);
    add(index, 'not', issue.not);
    add(index, 'opposite', issue.opposite);
  });
  const known = new Map<string, readonly IssueMatch[]>();
  return {
    issues,
    match: (text) => {
      const kept = known.get(text);
      if (kept !== undefined) return kept;
      const found = matchWords(stems.numbersOf(text).slice(0, MOST_WORDS), starts, fillers);
      if (known.size < MOST_KEPT) known.set(text, found);
      return found;
    },
  };
}

/** Targets recur: so many different ones are remembered. */
const MOST_KEPT = 100_000;

const NONE: readonly IssueMatch[] = [];

function matchWords(
  words: readonly number[],
  starts: ReadonlyMap<number, readonly Pattern[]>,
  fillers: ReadonlySet<number>,
): readonly IssueMatch[] {
  let roles: Map<number, Set<Role>> | null = null;
  for (let at = 0; at < words.length; at++) {
    for (const { issue, role, words: wanted } of starts.get(words[at] ?? GAP) ?? []) {
      if (!follows(words, at + 1, wanted, 1, fillers)) continue;
      roles ??= new Map();
      roles.set(issue, (roles.get(issue) ?? new Set()).add(role));
    }
  }
  if (roles === null) return NONE;
  return [...roles]
    .filter(([, found]) => !found.has('not'))
    .map(([issue, found]) => ({ issue, opposed: found.has('opposite') }))
    .sort((left, right) => left.issue - right.issue);
}

function follows(words: readonly number[], from: number, wanted: readonly number[], next: number, fillers: ReadonlySet<number>): boolean {
  const want = wanted[next];
  if (want === undefined) return true;
  if (want === GAP) {
    for (let skip = 0; skip <= LONGEST_GAP && from + skip <= words.length; skip++) {
      if (follows(words, from + skip, wanted, next + 1, fillers)) return true;
    }
    return false;
  }
  let at = from;
  while (at < words.length && words[at] !== want && fillers.has(words[at] ?? GAP)) at++;
  return words[at] === want && follows(words, at + 1, wanted, next + 1, fillers);
}
