import { setImmediate } from 'node:timers/promises';
import {
  createIssueMatcher,
  createMemory,
  type Issue,
  type IssueFile,
  type IssueMatcher,
  type Memory,
  type PositionedStatement,
  queryIssue,
  readPositioned,
} from '../answers/index.js';
import type { Filed, StatementRecord } from '../record/index.js';
import type { GivenArticle } from './shapes/given-article.js';

/** What operations are answered from. */
export interface Desk extends Memory {
  readonly record: StatementRecord;
  readonly issues: IssueFile;
  /** The program's version. */
  readonly version: string;
  /** Every statement that takes a side, read once for each state of the record. */
  readonly positioned: () => Promise<readonly PositionedStatement[]>;
  /** Reads articles with the engine and files them; null where this server does not take any. */
  readonly intake: Intake | null;
}

/** Reads articles and files them, all or none. */
export type Intake = (articles: readonly GivenArticle[]) => Promise<readonly Filed[]>;

export interface DeskOptions {
  readonly record: StatementRecord;
  readonly issues?: IssueFile;
  readonly version: string;
  readonly memory?: Memory;
  readonly intake?: Intake | null;
}

export function createDesk({ record, issues, version, memory, intake }: DeskOptions): Desk {
  const { remember } = memory ?? createMemory(record);
  return {
    record,
    remember,
    version,
    issues: issues ?? { issues: [], groups: [] },
    positioned: () => remember('positioned statements', () => readPositioned(record, { turn: () => setImmediate() })),
    intake: intake ?? null,
  };
}

/** The issues that a question is about: one by id or name, else the words themselves as one; all that are followed where it names none. */
export function matcherFor({ issues: { issues } }: Desk, about: string | undefined): IssueMatcher {
  if (about === undefined) return createIssueMatcher(issues);
  return createIssueMatcher([issueFor(issues, about)]);
}

export function issueFor(issues: readonly Issue[], about: string): Issue {
  const wanted = about.trim().toLowerCase();
  return issues.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted) ?? queryIssue(about);
}
