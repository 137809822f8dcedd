import type { IncomingHttpHeaders } from 'node:http';
import type { Validators } from './fetched.js';

/** One header as a text; the first where a server gave several. */
export const header = (headers: IncomingHttpHeaders, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
};

/** A validator that does not fit in a header that we would send back is as good as none. */
const sendable = (value: string | undefined): string | null => (value !== undefined && /^[\x20-\x7e]{1,400}$/.test(value) ? value : null);

export const validatorsOf = (headers: IncomingHttpHeaders): Validators => ({
  etag: sendable(header(headers, 'etag')),
  lastModified: sendable(header(headers, 'last-modified')),
});

export const conditionsOf = (validators: Validators | null): Readonly<Record<string, string>> => ({
  ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
  ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
});

/** Milliseconds that Retry-After asks for: seconds or a date (RFC 9110 section 10.2.3); null where there is none that can be understood. */
export function retryAfterOf(headers: IncomingHttpHeaders, now: number): number | null {
  const written = header(headers, 'retry-after')?.trim();
  if (written === undefined) return null;
  if (/^\d{1,9}$/.test(written)) return Number(written) * 1000;
  const moment = Date.parse(written);
  return Number.isNaN(moment) ? null : Math.max(0, moment - now);
}

export function maxAgeOf(headers: IncomingHttpHeaders): number | null {
  const found = /(?:^|[\s,])max-age=(\d{1,9})/.exec(header(headers, 'cache-control') ?? '');
  return found === null ? null : Number(found[1]);
}

export const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status);
export const isPermanent = (status: number): boolean => status === 301 || status === 308;

/** Errors that another attempt may not meet. */
export const mayPass = (status: number): boolean => status === 429 || status === 500 || status === 502 || status === 503 || status === 504;
