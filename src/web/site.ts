import { RecordError } from '../record/index.js';
import type { StaticFiles } from './assets.js';
import { framed, type NavigationEntry } from './frame.js';
import { type Html, html } from './html.js';
import { htmlResponse, jsonResponse, preferredFormat, splitFormat } from './respond.js';
import { AskedWrongly, type Desk } from './view.js';

/** What one request sees. */
export interface Site {
  readonly desk: Desk;
  readonly files: StaticFiles;
  readonly navigation: readonly NavigationEntry[];
  readonly editing: boolean;
  /** Where readers reach the server; null where each request tells. */
  readonly origin: string | null;
  /** Whether statements can be taken along as files. */
  readonly canExport: boolean;
  /** Who is signed in; null where nobody need be. */
  readonly person: string | null;
  readonly onFailure: (failure: unknown, path: string) => void;
}

/** Words of failures that are the reader's question and not the record's state. */
const ASKED_WRONGLY: ReadonlySet<string> = new Set(['query-wrong', 'cursor-wrong', 'correction-wrong']);

export function failed(site: Site, request: Request, failure: unknown): Response {
  if (failure instanceof AskedWrongly) return problem(site, request, 400, 'That cannot be asked like this', failure.message);
  if (failure instanceof RecordError && ASKED_WRONGLY.has(failure.code)) {
    return problem(site, request, 400, 'That cannot be asked like this', failure.message);
  }
  site.onFailure(failure, new URL(request.url).pathname);
  if (failure instanceof RecordError) return problem(site, request, 503, 'The record cannot be read just now', failure.message);
  return problem(
    site,
    request,
    500,
    'Something went wrong here',
    'The record is as it was. Try again; if it happens again, the terminal in which the program runs says more.',
  );
}

export const missing = (site: Site, request: Request): Response =>
  problem(
    site,
    request,
    404,
    'Nothing is at this address',
    'It may have been withdrawn, or the address was cut short. Search for the words, or start from the first page.',
  );

export function problem(site: Site, request: Request, status: number, title: string, detail: string): Response {
  const { path, format } = splitFormat(new URL(request.url).pathname);
  const wanted = format ?? preferredFormat(request.headers.get('Accept'));
  if (wanted !== 'html') return jsonResponse({ type: 'about:blank', title, status, detail }, status, 'application/problem+json');
  return htmlResponse(framed({ title, path, navigation: site.navigation, files: site.files, body: problemBody(title, detail) }), status);
}

const problemBody = (title: string, detail: string): Html =>
  html`<h1>${title}</h1><div class="empty"><p>${detail}</p><p><a href="/">To the first page</a></p></div>`;
