import { createHash } from 'node:crypto';

/**
 * The tag of an answer: another one whenever the record, the program that runs, or the question is another. `revision` tells
 * states of the record apart within one run, `run` the runs.
 */
export const entityTag = (run: string, revision: string, address: string): string =>
  `"${createHash('sha256')
    .update(JSON.stringify([run, revision, address]))
    .digest('base64url')
    .slice(0, 27)}"`;

/** Whether `If-None-Match` holds the tag (RFC 9110, 13.1.2): compared weakly, `*` means any. */
export function matchesTag(header: string | null, tag: string): boolean {
  if (header === null) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
