import { readdirSync, readFileSync } from 'node:fs';
import { type IssueFile, joinIssueFiles, parseIssues } from '../../src/answers/issues/parse-issues.js';

const FOLDER = new URL('../../data/issues/', import.meta.url);

/** The issues that the package ships. */
export const sampleIssues = (): IssueFile =>
  joinIssueFiles(
    readdirSync(FOLDER)
      .sort()
      .map((name) => parseIssues(readFileSync(new URL(name, FOLDER), 'utf8'), name)),
  );
