import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type IssueFile, joinIssueFiles, parseIssues } from '../answers/index.js';

/** Where the issue packs that ship lie, in the package as in the repository. */
export const SHIPPED_ISSUES = fileURLToPath(new URL('../../data/issues/', import.meta.url));

/** The shipped packs by file name, in alphabetical order. */
export const shippedIssueFiles = (): readonly string[] =>
  readdirSync(SHIPPED_ISSUES)
    .filter((file) => file.endsWith('.toml'))
    .sort()
    .map((file) => join(SHIPPED_ISSUES, file));

/** The shipped issues with those of the user's own files, which come later and win. Throws an IssueFileError or what reading a file throws. */
export function loadIssues(own: readonly string[] = []): IssueFile {
  return joinIssueFiles([...shippedIssueFiles(), ...own].map((file) => parseIssues(readFileSync(file, 'utf8'), file)));
}
