import { createHash } from 'node:crypto';
import { csvCell } from '../answers/export/csv.js';
import type { Html } from './html.js';

/** The kinds of answer that one address has: `.json` and `.csv` at its end give the data of the page, `.atom` what came in lately. */
export type Format = 'html' | 'json' | 'csv' | 'atom';

/** Rows for a spreadsheet: the same data as the page shows. */
export interface Rows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const SUFFIX = /\.(json|csv|atom)$/;

/** A path without the ending that asks for a kind of answer, and that kind; null where it asks for none. */
export function splitFormat(path: string): { readonly path: string; readonly format: Format | null } {
  const found = SUFFIX.exec(path);
  if (found === null || path.startsWith('/static/')) return { path, format: null };
  const bare = path.slice(0, found.index);
  return { path: bare === '/index' ? '/' : bare, format: found[1] as Format };
}

/** What the client would rather have: another kind than HTML only where it says so and does not want HTML. */
export function preferredFormat(accept: string | null): Format {
  const wanted = (accept ?? '').split(',').map((entry) => entry.split(';')[0]?.trim().toLowerCase() ?? '');
  if (wanted.includes('text/html')) return 'html';
  if (wanted.includes('application/json')) return 'json';
  if (wanted.includes('application/atom+xml')) return 'atom';
  return wanted.includes('text/csv') ? 'csv' : 'html';
}

/** RFC 4180, with cells as exports write them: nothing that a spreadsheet would run as a formula. */
export function csvText(table: Rows): string {
  return [table.columns, ...table.rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

const NOTHING_BUT_OURS = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Headers of every answer: nothing but our own files runs or loads, nobody frames us, nobody learns where a reader came from. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': NOTHING_BUT_OURS,
  'X-Content-Type-Options': 'nosniff',
  // Nothing to other sites; our own forms must say where they come from, which "no-referrer" would forbid.
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'X-Frame-Options': 'DENY',
};

export const htmlResponse = (page: Html, status = 200): Response =>
  new Response(page.toString(), { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } });

export const jsonResponse = (data: unknown, status = 200, type = 'application/json'): Response =>
  new Response(`${JSON.stringify(data)}\n`, { status, headers: { 'Content-Type': `${type}; charset=utf-8` } });

/** A feed is asked for again and again: where it is as it was, nothing is sent. */
export function atomResponse(text: string, known: string | null): Response {
  const tag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  if (known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag))
    return new Response(null, { status: 304, headers: { ETag: tag } });
  return new Response(text, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', ETag: tag } });
}

export const csvResponse = (table: Rows): Response =>
  new Response(csvText(table), { headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' } });
