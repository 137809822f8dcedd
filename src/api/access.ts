import { createHash, timingSafeEqual } from 'node:crypto';
import type { AccessNeeded } from './operation.js';
import { ProblemError } from './problems.js';

/**
 * Whether a request may do what it asks: gives back who asks, or throws a {@link ProblemError}. The one place that knows of
 * tokens: put another function in its place for users of other kinds.
 */
export type Access = (request: Request, needed: AccessNeeded) => Promise<Asker>;

/** Somebody who was let in. */
export interface Asker {
  /** Told of what a request changed, once it is changed: what it did, and to what. */
  wrote(action: string, detail: string): Promise<void>;
}

/** Whoever holds a token that is the same for all, or none. */
const ANYBODY: Asker = { wrote: async () => {} };

export interface Tokens {
  /** With it, articles are filed; without one, nobody files through the API. */
  readonly write?: string | null;
  /** Where there is one, reading needs it (or the one for writing). */
  readonly read?: string | null;
}

/** Access by tokens that are the same for everybody who holds them. */
export function createTokenAccess({ write = null, read = null }: Tokens): Access {
  const [writing, reading] = [write === null ? null : digest(write), read === null ? null : digest(read)];
  return async (request, needed) => {
    if (needed === 'write' && writing === null)
      throw new ProblemError('not-allowed', 'This server takes no articles: start it with a token for writing in ONRECORD_API_TOKEN.');
    const given = bearerOf(request);
    const opens = needed === 'write' ? [writing] : [writing, reading];
    if (given === null) {
      if (needed === 'read' && reading === null) return ANYBODY;
      throw new ProblemError('token-needed', 'Send a token: "Authorization: Bearer TOKEN".', [], CHALLENGE);
    }
    const asked = digest(given);
    if (opens.some((token) => token !== null && timingSafeEqual(token, asked))) return ANYBODY;
    if (needed === 'read' && reading === null && writing === null) return ANYBODY;
    throw new ProblemError('token-wrong', 'The token in "Authorization" does not open this.', [], CHALLENGE);
  };
}

/** What an answer says to whoever is not let in. */
export const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="onrecord"' };

/** Equal lengths, whatever was sent: comparing takes as long for every token. */
const digest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The token of a request: null where it has none, empty where it is written in another way. */
export function bearerOf(request: Request): string | null {
  const header = request.headers.get('Authorization');
  if (header === null) return null;
  return /^Bearer +(\S{1,500}) *$/i.exec(header)?.[1] ?? '';
}
