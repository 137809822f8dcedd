import { RecordError } from '../record/index.js';
import { type Access, type Asker, createTokenAccess } from './access.js';
import { createDesk, type Desk, type DeskOptions } from './desk.js';
import { entityTag, matchesTag } from './entity-tag.js';
import { checked, type Parameters, parametersOf, queryValues, readBody } from './input.js';
import { createKept, type Kept } from './kept.js';
import { openApiDocument } from './openapi.js';
import type { Operation } from './operation.js';
import { OPERATIONS } from './operations.js';
import { PROBLEMS, ProblemError, problemBody } from './problems.js';
import type { Allowance, RateLimiter } from './rate-limit.js';
import { createRoutes, type Found, findRoute } from './route.js';
import { API_ROOT, createLinks } from './shapes/links.js';

export interface ApiOptions extends DeskOptions {
  /** Differs from every other run of the program: what tags of answers are told apart by. */
  readonly run: string;
  /** Who may do what. Default: everybody reads, nobody files. */
  readonly access?: Access;
  /** Names by which this server may be called, without ports: a page elsewhere must not read the record through a name of its own. */
  readonly hosts: readonly string[];
  /** Where readers reach the server ("https://record.example.org"); else each request tells. */
  readonly origin?: string | null;
  /** Origins whose pages may read the answers ("https://desk.example"), or "*"; none by default. */
  readonly origins?: readonly string[];
  /** Null for no limit. Requests from this machine itself are only limited where `limitLoopback` says so. */
  readonly limiter?: RateLimiter | null;
  readonly limitLoopback?: boolean;
  /** Told of every failure that is ours, with what was asked. */
  readonly onFailure?: (failure: unknown, path: string) => void;
}

export interface Api {
  /** Answers a request under {@link API_ROOT}. `client` is the address that it comes from, null where it is not known. */
  fetch(request: Request, client?: string | null): Promise<Response>;
}

/** How long an address may be. */
const ADDRESS_LENGTH = 8_000;

/** The HTTP API of a record. */
export function createApi(options: ApiOptions): Api {
  const desk = createDesk(options);
  const site: Site = {
    options,
    desk,
    access: options.access ?? createTokenAccess({}),
    routes: createRoutes(OPERATIONS),
    parameters: new Map(OPERATIONS.map((operation) => [operation, parametersOf(operation)])),
    document: JSON.stringify(openApiDocument(OPERATIONS, options.version)),
    answers: createKept(),
  };
  return {
    async fetch(request, client = null) {
      const headers = new Headers(ALWAYS);
      allowOrigin(site, request, headers);
      try {
        return await respond(site, request, client, headers);
      } catch (failure) {
        return failed(site, request, failure, headers);
      }
    },
  };
}

interface Site {
  readonly options: ApiOptions;
  readonly desk: Desk;
  readonly access: Access;
  readonly routes: ReturnType<typeof createRoutes>;
  readonly parameters: ReadonlyMap<Operation, Parameters>;
  readonly document: string;
  readonly answers: Kept;
}

const ALWAYS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
};

async function respond(site: Site, request: Request, client: string | null, headers: Headers): Promise<Response> {
  const url = checkedAddress(site, request);
  limitRate(site, client, headers);
  const path = pathUnder(url.pathname);
  if (path === '/openapi.json') return documentResponse(site, request, headers);
  const found = findRoute(site.routes, path === '' ? '/record' : path);
  if (found === null) throw new ProblemError('not-found', `There is no ${url.pathname}; ${API_ROOT}/openapi.json tells what is there.`);
  if (request.method === 'OPTIONS') return preflight(found, request, headers);
  const operation = found.route.operations.get(request.method === 'HEAD' ? 'GET' : request.method);
  if (operation === undefined) throw methodWrong(found);
  const asker = await site.access(request, operation.access);
  return operation.method === 'get'
    ? tagged(site, request, url, headers, () => run(site, operation, found, request, asker))
    : answered(headers, await run(site, operation, found, request, asker));
}

/** A path behind the API's root; one that lies elsewhere is the path of nothing. */
const pathUnder = (path: string): string => (path === API_ROOT || path.startsWith(`${API_ROOT}/`) ? path.slice(API_ROOT.length) : '/');

function checkedAddress({ options }: Site, request: Request): URL {
  if (request.url.length > ADDRESS_LENGTH)
    throw new ProblemError('address-too-long', `An address here may have ${ADDRESS_LENGTH} characters; ask for fewer things at once.`);
  const url = new URL(request.url);
  if (!options.hosts.includes(url.hostname))
    throw new ProblemError('name-wrong', 'Use the address that the program printed when it started.');
  return url;
}

/** An answer that the client has already is not made again. */
async function tagged(site: Site, request: Request, url: URL, headers: Headers, make: () => Promise<unknown>): Promise<Response> {
  const tag = entityTag(site.options.run, await site.desk.record.revision(), url.href);
  if (matchesTag(request.headers.get('If-None-Match'), tag)) {
    headers.set('ETag', tag);
    return new Response(null, { status: 304, headers });
  }
  const text = site.answers.get(tag) ?? JSON.stringify(await make());
  site.answers.keep(tag, text);
  headers.set('ETag', tag);
  return answered(headers, text, request.method);
}

function answered(headers: Headers, answer: unknown, method = 'GET'): Response {
  return jsonResponse(typeof answer === 'string' ? answer : JSON.stringify(answer), 200, headers, 'application/json', method);
}

function jsonResponse(text: string, status: number, headers: Headers, type: string, method: string): Response {
  headers.set('Content-Type', type);
  if (method !== 'HEAD') return new Response(text, { status, headers });
  headers.set('Content-Length', String(Buffer.byteLength(text)));
  return new Response(null, { status, headers });
}

async function run(site: Site, operation: Operation, found: Found, request: Request, asker: Asker): Promise<unknown> {
  const url = new URL(request.url);
  const path = checked(operation.parts, decoded(found.parts), 'path');
  const query = checked(operation.query, queryValues(site.parameters.get(operation) ?? new Map(), url.searchParams), 'query');
  const body = operation.body === null ? undefined : checked(operation.body.schema, await readBody(request, operation.body.limit), 'body');
  const input = { path, query, body, links: createLinks(site.options.origin ?? url.origin), asker } as never;
  const answer = await operation.run(site.desk, input);
  if (answer === null)
    throw new ProblemError(
      'not-found',
      'The record has nothing at this address; it may have been withdrawn, or the address was cut short.',
    );
  return answer;
}

function decoded(parts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  try {
    return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, decodeURIComponent(part)]));
  } catch {
    throw new ProblemError('not-found', 'The address holds a "%" that begins no character.');
  }
}

async function documentResponse(site: Site, request: Request, headers: Headers): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw new ProblemError('method-wrong', 'The document is only read.', [], { Allow: 'GET, HEAD' });
  const tag = entityTag('', '', site.document);
  headers.set('ETag', tag);
  if (matchesTag(request.headers.get('If-None-Match'), tag)) return new Response(null, { status: 304, headers });
  return answered(headers, site.document, request.method);
}

const methodsOf = ({ route }: Found): string =>
  [...route.operations.keys()]
    .flatMap((name) => (name === 'GET' ? ['GET', 'HEAD'] : [name]))
    .concat('OPTIONS')
    .join(', ');

const methodWrong = (found: Found): ProblemError =>
  new ProblemError('method-wrong', `This address takes ${methodsOf(found)}.`, [], { Allow: methodsOf(found) });

/** What may be asked here; and, for pages of other origins that are let in, how. */
function preflight(found: Found, request: Request, headers: Headers): Response {
  headers.set('Allow', methodsOf(found));
  if (headers.has('Access-Control-Allow-Origin') && request.headers.has('Access-Control-Request-Method')) {
    headers.set('Access-Control-Allow-Methods', methodsOf(found));
    headers.set('Access-Control-Allow-Headers', 'Authorization, Content-Type, If-None-Match');
    headers.set('Access-Control-Max-Age', '600');
  }
  return new Response(null, { status: 204, headers });
}

function allowOrigin({ options: { origins = [] } }: Site, request: Request, headers: Headers): void {
  const origin = request.headers.get('Origin');
  headers.set('Vary', 'Origin, Authorization');
  const isAllowed = origin !== null && (origins.includes(origin) || origins.includes('*'));
  headers.set('Cross-Origin-Resource-Policy', isAllowed ? 'cross-origin' : 'same-origin');
  if (!isAllowed) return;
  headers.set('Access-Control-Allow-Origin', origins.includes('*') ? '*' : origin);
  headers.set('Access-Control-Expose-Headers', 'ETag, RateLimit, RateLimit-Policy, Retry-After');
}

const LOOPBACK = /^(?:::1|(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

function limitRate({ options }: Site, client: string | null, headers: Headers): void {
  const { limiter, limitLoopback = false } = options;
  if (!limiter || (!limitLoopback && client !== null && LOOPBACK.test(client))) return;
  const allowance = limiter.take(client ?? '');
  const { rate, burst } = limiter.limit;
  headers.set('RateLimit-Policy', `"client";q=${burst};w=${Math.ceil(burst / rate)}`);
  headers.set('RateLimit', `"client";r=${allowance.left};t=${allowance.full}`);
  if (!allowance.allowed) throw tooMany(allowance);
}

const tooMany = ({ wait }: Allowance): ProblemError =>
  new ProblemError('too-many-requests', `Wait ${wait} ${wait === 1 ? 'second' : 'seconds'} and ask again.`, [], {
    'Retry-After': String(wait),
  });

/** Failures of the record that are the asker's. */
const ASKED_WRONGLY = { 'query-wrong': ['q', 'on'], 'cursor-wrong': ['after'] } as const;

function failed(site: Site, request: Request, failure: unknown, headers: Headers): Response {
  const problem = failure instanceof ProblemError ? failure : problemOf(site, request, failure);
  for (const [name, value] of Object.entries(problem.headers)) headers.set(name, value);
  const { status } = PROBLEMS[problem.problem];
  return jsonResponse(JSON.stringify(problemBody(problem)), status, headers, 'application/problem+json', request.method);
}

function problemOf(site: Site, request: Request, failure: unknown): ProblemError {
  if (failure instanceof RecordError && (failure.code === 'query-wrong' || failure.code === 'cursor-wrong')) {
    const query = new URL(request.url).searchParams;
    const names = ASKED_WRONGLY[failure.code];
    const name = names.find((one) => query.has(one)) ?? names[0];
    return new ProblemError(failure.code, failure.message, [{ in: 'query', name, detail: failure.message.split('\n').at(-1) ?? '' }]);
  }
  site.options.onFailure?.(failure, new URL(request.url).pathname);
  if (failure instanceof RecordError) return new ProblemError('record-unusable', failure.message);
  return new ProblemError('internal-error', 'The record is as it was. Try again; the terminal in which the program runs says more.');
}
