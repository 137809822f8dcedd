import { Hono } from 'hono';
import type { IssueFile } from '../answers/issues/parse-issues.js';
import { createMemory, type Memory } from '../answers/memory.js';
import type { Instant, Office } from '../engine/index.js';
import type { StatementRecord } from '../record/index.js';
import { openStaticFiles } from './assets.js';
import { readBoard } from './board.js';
import { collect } from './collecting.js';
import { type Editing, readChange, readNote } from './editing.js';
import { exportResponse } from './exporting.js';
import { atomText } from './feed.js';
import { readForm } from './forms.js';
import { framed, type NavigationEntry } from './frame.js';
import type { Guard } from './guard.js';
import { guarded, privately } from './guarded.js';
import { CHECK, type Opened, PAGES, type PageEntry } from './pages.js';
import {
  atomResponse,
  csvResponse,
  type Format,
  htmlResponse,
  jsonResponse,
  preferredFormat,
  SECURITY_HEADERS,
  splitFormat,
} from './respond.js';
import { failed, missing, problem, type Site } from './site.js';
import { type Asked, AskedWrongly, type Desk, type Measures } from './view.js';

export interface AppOptions {
  readonly record: StatementRecord;
  /** The issues that are followed, and who is shown as one; without them there are no pages of issues. */
  readonly issues?: IssueFile;
  /** Where answers are kept until the record changes; one of its own where none is given. */
  readonly memory?: Memory;
  /** Shown on the page about the record; without them the page says that they are not at hand. */
  readonly measures?: Measures;
  /** Where corrections go that are made on the pages; without it there are no forms. */
  readonly editing?: Editing;
  /** Offices of speakers, by the key of the speaker, as a registry has them. */
  readonly offices?: (key: string) => readonly Office[];
  /** The clock, by which what is under embargo is kept back from exports; without it there are none. */
  readonly now?: () => Instant;
  /** Who may read and change the record; without it, whoever reaches the server. */
  readonly guard?: Guard;
  /** Where readers reach the server ("https://record.example.org"), for addresses that leave it; else each request tells. */
  readonly origin?: string | null;
  /** Names by which this server may be called, without ports; others are refused, so that no page elsewhere can read the record through a name of its own. */
  readonly hosts?: readonly string[];
  /** Told of every failure that is ours, with what was asked. */
  readonly onFailure?: (failure: unknown, path: string) => void;
}

export interface App {
  /** Works out what the first page would otherwise have to wait for. */
  prepare(): Promise<void>;
  /** `address`: from where it comes, so that guessing passwords can be slowed down. */
  fetch(request: Request, address?: string): Promise<Response>;
  /** For tests and tools: a path or a request without a port. */
  request(input: string | Request, init?: RequestInit): Promise<Response>;
}

export const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Pages that look at the whole record: they are worked out before somebody asks. */
const PREPARED = PAGES.filter(({ path }) => ['/', '/coverage', '/figures', '/about', '/matrix', '/speakers'].includes(path));

/** A page asked for without any wish. */
const plainly = (path: string): Asked => ({
  part: () => '',
  value: () => null,
  values: () => [],
  path,
  query: new URLSearchParams(),
  person: null,
  canExport: false,
  editing: false,
});

/** In the navigation of whoever is signed in. */
const COLLECTIONS: NavigationEntry = { href: '/collections', name: 'Collections' };

/** How long an address may be. Longer ones come from no page of ours. */
const ADDRESS_LENGTH = 8_000;

/** The pages of a record, as one function from requests to answers. Between requests only answers are kept that hold for the
 * record as it is. */
export function createApp(options: AppOptions): App {
  const files = openStaticFiles();
  const hosts = options.hosts ?? LOOPBACK_HOSTS;
  const navigation = PAGES.flatMap((page) => (page.name === null ? [] : [{ href: page.path, name: page.name }]));
  const { record, issues = { issues: [], groups: [] }, measures = {} } = options;
  const { remember } = options.memory ?? createMemory(record);
  const desk: Desk = {
    record,
    remember,
    measures,
    offices: options.offices ?? (() => []),
    collections: options.guard?.collections ?? null,
    board: () => remember('board', () => readBoard(record, issues)),
  };
  const everybody: Site = {
    desk,
    files,
    navigation,
    editing: options.editing !== undefined,
    canExport: options.now !== undefined,
    person: null,
    origin: options.origin ?? null,
    onFailure: options.onFailure ?? (() => undefined),
  };
  const hono = new Hono<{ Bindings: Site }>({ getPath: (request) => splitFormat(new URL(request.url).pathname).path });
  for (const page of PAGES) {
    hono.get(page.path, (context) => answer(context.env, page, context.req.raw, (name) => context.req.param(name) ?? '', null));
  }
  hono.post('/corrections', (context) => correct(context.env, options.editing, context.req.raw));
  hono.post('/check', (context) => answerForm(context.env, CHECK, context.req.raw));
  hono.post('/collections', (context) => keep(context.env, options.guard, context.req.raw));
  hono.get('/export', (context) => take(context.env, options.now, context.req.raw));
  hono.get('/static/*', (context) => files.respond(new URL(context.req.url).pathname) ?? missing(context.env, context.req.raw));
  hono.notFound((context) => missing(context.env, context.req.raw));
  const fetch = async (request: Request, address = ''): Promise<Response> => {
    const refused = refusal(everybody, request, hosts);
    if (refused !== null) return withHeaders(refused);
    const { guard } = options;
    if (guard === undefined) return withHeaders(await hono.fetch(request, everybody));
    return withHeaders(privately(await guarded(everybody, guard, request, address, async (site) => hono.fetch(request, site))));
  };
  return {
    fetch,
    prepare: async () => {
      for (const page of PREPARED) await page.open(desk, plainly(page.path));
    },
    request: (input, init) => fetch(input instanceof Request ? input : new Request(new URL(input, 'http://localhost/'), init)),
  };
}

function refusal(site: Site, request: Request, hosts: readonly string[]): Response | null {
  if (!hosts.includes(new URL(request.url).hostname)) {
    return problem(
      site,
      request,
      421,
      'This record does not answer to that name',
      'Open it under the address that the program printed when it started.',
    );
  }
  if (request.url.length > ADDRESS_LENGTH) {
    return problem(site, request, 414, 'That address is too long', 'Nothing was changed. Ask for fewer things at once.');
  }
  if (request.method === 'POST' && !isOurs(request)) {
    return problem(site, request, 403, 'That form does not come from these pages', 'Nothing was changed.');
  }
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) {
    return problem(site, request, 405, 'These pages are only read', 'Nothing was changed.');
  }
  return null;
}

/** A form that another site sends in a reader's name says where it comes from: browsers see to that. */
function isOurs(request: Request): boolean {
  const site = request.headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const origin = request.headers.get('Origin');
  return origin === null || (URL.canParse(origin) && new URL(origin).host === new URL(request.url).host);
}

function withHeaders(response: Response): Response {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-cache');
  response.headers.append('Vary', 'Accept');
  return response;
}

/** A form that only asks: a page whose question is too long for an address. */
async function answerForm(site: Site, page: PageEntry, request: Request): Promise<Response> {
  const form = await readForm(request);
  if (form === null) return problem(site, request, 413, 'That is too long', 'Nothing was changed. Check the draft in parts.');
  return answer(site, page, request, () => '', form);
}

/** Adds a correction and leads to it in the public list. */
async function correct(site: Site, editing: Editing | undefined, request: Request): Promise<Response> {
  if (editing === undefined)
    return problem(site, request, 403, 'These pages are only read', 'Start the program with "onrecord serve --edit" to make corrections.');
  const form = await readForm(request);
  if (form === null) return problem(site, request, 413, 'That is too long', 'Nothing was changed.');
  try {
    const id = await editing.add(readChange(form), readNote(form));
    return new Response(null, { status: 303, headers: { Location: `/corrections#${encodeURIComponent(id)}` } });
  } catch (failure) {
    return failed(site, request, failure);
  }
}

/** Changes a list of statements and leads to it. */
async function keep(site: Site, guard: Guard | undefined, request: Request): Promise<Response> {
  if (guard === undefined || site.person === null) return missing(site, request);
  const form = await readForm(request);
  if (form === null) return problem(site, request, 413, 'That is too long', 'Nothing was changed.');
  try {
    return new Response(null, { status: 303, headers: { Location: await collect(guard.collections, site.person, form, guard.now()) } });
  } catch (failure) {
    return failed(site, request, failure);
  }
}

/** Statements as a file. */
async function take(site: Site, now: AppOptions['now'], request: Request): Promise<Response> {
  if (now === undefined) return missing(site, request);
  const { searchParams, origin } = new URL(request.url);
  try {
    return await exportResponse(site.desk.record, searchParams, now(), origin);
  } catch (failure) {
    return failed(site, request, failure);
  }
}

async function answer(
  site: Site,
  page: PageEntry,
  request: Request,
  part: (name: string) => string,
  form: URLSearchParams | null,
): Promise<Response> {
  const url = new URL(request.url);
  const { path, format } = splitFormat(url.pathname);
  const query = form ?? url.searchParams;
  const asked: Asked = {
    part,
    person: site.person,
    canExport: site.canExport,
    editing: site.editing,
    path,
    query: url.searchParams,
    value: (name) => query.get(name)?.trim() || null,
    values: (name) =>
      query
        .getAll(name)
        .map((value) => value.trim())
        .filter((value) => value !== ''),
  };
  try {
    const wanted = format ?? preferredFormat(request.headers.get('Accept'));
    if (wanted === 'atom') return await feedAnswer(site, page, asked, request);
    const opened = await page.open(site.desk, asked);
    if (opened === null) return missing(site, request);
    return rendered(site, page, opened, asked, wanted);
  } catch (failure) {
    return failed(site, request, failure);
  }
}

async function feedAnswer(site: Site, page: PageEntry, asked: Asked, request: Request): Promise<Response> {
  if (page.feed === null) throw new AskedWrongly('This page has no feed. Searches, speakers, issues and shifts have one.');
  const feed = await page.feed(site.desk, asked);
  if (feed === null) return missing(site, request);
  const origin = site.origin ?? new URL(request.url).origin;
  return atomResponse(atomText(feed, { origin, path: asked.path, query: asked.query }), request.headers.get('If-None-Match'));
}

function rendered(site: Site, page: PageEntry, opened: Opened, asked: Asked, format: Format): Response {
  if (format === 'json') return jsonResponse(opened.data);
  if (format === 'csv') {
    if (opened.rows === null) throw new AskedWrongly('This page has no table. Ask for .json instead of .csv.');
    return csvResponse(opened.rows());
  }
  return htmlResponse(
    framed({
      title: opened.title,
      path: asked.path,
      query: opened.query,
      navigation: site.person === null ? site.navigation : [...site.navigation, COLLECTIONS],
      person: site.person,
      files: site.files,
      formats: formatsOf(asked, opened.rows !== null, page.feed !== null),
      feed: page.feed === null ? null : feedAddress(asked),
      body: opened.body(),
    }),
  );
}

/** The feed of a page is that of its question, whichever page of the list is open. */
function feedAddress({ path, query }: Asked): string {
  const question = new URLSearchParams(query);
  for (const place of ['after', 'from']) question.delete(place);
  return `${path === '/' ? '/index' : path}.atom${question.size === 0 ? '' : `?${question.toString()}`}`;
}

function formatsOf(asked: Asked, table: boolean, feed: boolean): readonly NavigationEntry[] {
  const query = asked.query.size === 0 ? '' : `?${asked.query.toString()}`;
  const path = asked.path === '/' ? '/index' : asked.path;
  const json = { href: `${path}.json${query}`, name: 'This page as JSON' };
  return [
    json,
    ...(table ? [{ href: `${path}.csv${query}`, name: 'as CSV' }] : []),
    ...(feed ? [{ href: feedAddress(asked), name: 'Follow it as a feed' }] : []),
  ];
}
