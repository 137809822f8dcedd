import { createHash, randomBytes } from 'node:crypto';

/** 256 bits that nobody can guess. The beginning tells what it opens, so that one that got out can be searched for. */
export const makeSecret = (kind: 'session' | 'token'): string =>
  `${kind === 'session' ? 'ors' : 'ort'}_${randomBytes(32).toString('base64url')}`;

/** What is kept of a secret. It has 256 random bits, so a fast hash is enough: there is nothing to try out. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A name for something that need not be secret. */
export const makeId = (): string => randomBytes(8).toString('hex');
