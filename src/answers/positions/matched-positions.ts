import type { Stance } from '../../engine/index.js';
import type { IssueMatcher } from '../issues/issue-matcher.js';
import type { SpeakerGroup } from '../issues/parse-issues.js';
import type { PositionedStatement } from './positioned-statement.js';

/** A statement's position on one issue, of the speaker or of the group that the user counts the speaker to. */
export interface IssuePosition {
  readonly statement: PositionedStatement;
  /** Index into the matcher's issues. */
  readonly issue: number;
  /** Key of the speaker, or `group:` and the group's id. */
  readonly holder: string;
  readonly holderName: string;
  /** The side on the issue: turned round where the target names the issue's opposite course. */
  readonly stance: Stance;
}

/** Targets of few words that only point at something named elsewhere in the words: "it", "one", "the offer". */
const POINTING =
  /^(?:it|one|so|that|this|them|these|those|do (?:it|so|that)|(?:the|this|that|such an?) (?:agreement|deal|document|idea|initiative|offer|plan|proposal|step|suggestion|text))$/i;

/** Whose positions, and on which issues; what is absent takes all. */
export interface Wanted {
  readonly holder?: (holder: Holder) => boolean;
  readonly issues?: ReadonlySet<number>;
}

/** The positions of statements on the matcher's issues. A statement counts once for every issue that its target belongs to. */
export function issuePositions(
  statements: readonly PositionedStatement[],
  matcher: IssueMatcher,
  groups: readonly SpeakerGroup[] = [],
  wanted: Wanted = {},
): readonly IssuePosition[] {
  const holderOf = holders(groups);
  const found: IssuePosition[] = [];
  for (const statement of statements) {
    const { key, name } = holderOf(statement);
    if (wanted.holder !== undefined && !wanted.holder({ key, name })) continue;
    for (const { issue, opposed } of matchesOf(statement, matcher)) {
      if (wanted.issues !== undefined && !wanted.issues.has(issue)) continue;
      found.push({ statement, issue, holder: key, holderName: name, stance: opposed ? turned(statement.stance) : statement.stance });
    }
  }
  return found;
}

/**
 * The target decides. Where it belongs to no issue, the words before it in its clause are asked as well ("our troops will |
 * leave the city"), and where it only points at something named elsewhere, all of the statement's words.
 */
function matchesOf({ target, words }: PositionedStatement, matcher: IssueMatcher) {
  const matches = matcher.match(target);
  if (matches.length > 0) return matches;
  if (POINTING.test(target)) return matcher.match(words);
  const at = words.indexOf(target);
  return at <= 0 ? matches : matcher.match(`${subjectOf(words.slice(0, at))} ${target}`);
}

/** The last words of what stands before a target, in its clause. */
function subjectOf(before: string): string {
  const clause =
    before
      .slice(Math.max(0, before.length - FARTHEST_SUBJECT))
      .split(CLAUSE_END)
      .at(-1) ?? '';
  return clause
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(-LONGEST_SUBJECT)
    .join(' ');
}

const FARTHEST_SUBJECT = 80;
const LONGEST_SUBJECT = 5;
const CLAUSE_END = /[,.;:!?…–—]|\b(?:if|then|that|because|while|when|unless|until|once|and|but)\b/;

const turned = (stance: Stance): Stance => (stance === 'for' ? 'against' : stance === 'against' ? 'for' : stance);

export interface Holder {
  readonly key: string;
  readonly name: string;
}

/** Tells the holder of a statement's position: the first group that counts its speaker among its members, else the speaker. */
export function holders(groups: readonly SpeakerGroup[]): (statement: Pick<PositionedStatement, 'speaker' | 'speakerName'>) => Holder {
  const members = new Map<string, Holder>();
  for (const group of groups) {
    const holder = { key: `group:${group.id}`, name: group.name };
    for (const member of group.members) if (!members.has(member.toLowerCase())) members.set(member.toLowerCase(), holder);
  }
  if (members.size === 0) return ({ speaker, speakerName }) => ({ key: speaker, name: speakerName });
  return ({ speaker, speakerName }) =>
    members.get(speaker.toLowerCase()) ?? members.get(speakerName.toLowerCase()) ?? { key: speaker, name: speakerName };
}
