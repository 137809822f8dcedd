import { existsSync } from 'node:fs';
import {
  createIssueMatcher,
  type Issue,
  type IssueFile,
  IssueFileError,
  type IssueMatcher,
  type PositionedStatement,
  queryIssue,
  readPositioned,
  type SpeakerGroup,
} from '../answers/index.js';
import { EVERYTHING, type Filter, type LookedAt, type StatementRecord } from '../record/index.js';
import { loadIssues } from '../runtime/load-issues.js';
import { CommandError } from './command-error.js';
import { type Context, type Options, optionText } from './context.js';
import { problem } from './messages.js';
import { issuesPlace } from './settings.js';

/** The shipped issues and the user's own; a file that is named must be there. */
export function issuesOf({ environment }: Pick<Context, 'environment'>, options: Options): IssueFile {
  const given = optionText(options, 'issues');
  const place = issuesPlace(given, environment);
  if (given !== undefined && !existsSync(place)) throw problem('issues-missing', place);
  try {
    return loadIssues(existsSync(place) ? [place] : []);
  } catch (error) {
    if (error instanceof IssueFileError) throw new CommandError('usage', error.code, error.message);
    throw error;
  }
}

/** The matcher for what is asked about: an issue by id or name, else the words themselves as one. Null asks about all issues. */
export function matcherFor(issues: readonly Issue[], on: string | null): IssueMatcher {
  if (on === null) return createIssueMatcher(issues);
  const wanted = on.trim().toLowerCase();
  const known = issues.find((issue) => issue.id === wanted || issue.name.toLowerCase() === wanted);
  return createIssueMatcher([known ?? queryIssue(on)]);
}

export interface Positioned {
  readonly statements: readonly PositionedStatement[];
  readonly lookedAt: LookedAt;
}

/** The statements of the record that take a side, of these speakers and groups where some are named, and how much was looked at. */
export async function positionedStatements(
  record: StatementRecord,
  holders: readonly string[] = [],
  groups: readonly SpeakerGroup[] = [],
): Promise<Positioned> {
  const among = holders.length === 0 ? {} : { among: heldBy(holders, groups) };
  return { statements: await readPositioned(record, among), lookedAt: await record.lookedAt(EVERYTHING) };
}

/** Statements of speakers whose names hold these words, and of the members of groups that are called so. */
function heldBy(holders: readonly string[], groups: readonly SpeakerGroup[]): Filter {
  const wanted = holders.map((name) => name.toLowerCase());
  const members = groups
    .filter(({ id, name }) => wanted.some((one) => one === `group:${id}`.toLowerCase() || ` ${name.toLowerCase()} `.includes(` ${one} `)))
    .flatMap((group) => group.members);
  const names = [...holders, ...members];
  return { kind: 'or', of: [...names.map((name): Filter => ({ kind: 'speaker', name })), { kind: 'speaker-key', keys: names }] };
}
