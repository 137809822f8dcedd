import { z } from 'zod';
import type { Operation } from './operation.js';
import { ProblemError, type WrongPlace, wrongPlace } from './problems.js';

/** How a parameter's text is read before its schema sees it. */
type Reading = 'text' | 'number' | 'boolean' | 'list';

/** Parameters by their names, with how each is read; worked out once for an operation. */
export type Parameters = ReadonlyMap<string, Reading>;

export function parametersOf({ query }: Operation): Parameters {
  const { properties = {} } = z.toJSONSchema(query, { io: 'input' });
  return new Map(Object.entries(properties).map(([name, schema]) => [name, readingOf(schema)]));
}

function readingOf(schema: z.core.JSONSchema._JSONSchema): Reading {
  const type = typeof schema === 'object' ? schema.type : undefined;
  if (type === 'integer' || type === 'number') return 'number';
  if (type === 'boolean') return 'boolean';
  return type === 'array' ? 'list' : 'text';
}

/** The query of an address as values; what is no number or truth stays text, so that its schema says so. */
export function queryValues(parameters: Parameters, query: URLSearchParams): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = Object.create(null);
  for (const name of new Set(query.keys())) {
    const given = query.getAll(name);
    const reading = parameters.get(name);
    if (reading !== undefined && reading !== 'list' && given.length > 1)
      throw wrongPlace({ in: 'query', name: clipped(name), detail: 'is given more than once' });
    values[name] = reading === 'list' ? given : typed(reading, given[0] ?? '');
  }
  return values;
}

function typed(reading: Reading | undefined, text: string): unknown {
  if (reading === 'number') return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
  if (reading === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

/** Checks values against a schema; every mistake is named with its place. */
export function checked(schema: z.ZodType, value: unknown, where: WrongPlace['in']): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const places = result.error.issues.flatMap((issue) => placesOf(issue, where, Array.isArray(value))).slice(0, MOST_PLACES);
  const [first] = places;
  const detail = first === undefined ? 'cannot be understood' : `${first.in} ${first.name}: ${first.detail}`;
  throw new ProblemError('request-wrong', places.length > 1 ? `${detail} (and ${places.length - 1} more)` : detail, places);
}

const MOST_PLACES = 20;

function placesOf(issue: z.core.$ZodIssue, where: WrongPlace['in'], isList: boolean): readonly WrongPlace[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ in: where, name: nameOf(where, [...issue.path, key]), detail: 'is not known here' }));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branch = issue.errors[isList ? issue.errors.length - 1 : 0] ?? [];
    return branch.flatMap((one) => placesOf({ ...one, path: [...issue.path, ...one.path] } as z.core.$ZodIssue, where, isList));
  }
  return [{ in: where, name: nameOf(where, issue.path), detail: clipped(issue.message) }];
}

/** A parameter's name; of a body, a JSON Pointer (RFC 6901). */
function nameOf(where: WrongPlace['in'], path: readonly PropertyKey[]): string {
  if (where !== 'body') return clipped(String(path[0] ?? ''));
  return clipped(path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''));
}

const LONGEST = 300;
const clipped = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text);

/** The JSON of a request's body. Never more of it is held than the operation takes. */
export async function readBody(request: Request, limit: number): Promise<unknown> {
  checkHeaders(request, limit);
  const bytes = await readBytes(request, limit);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw wrongPlace({ in: 'body', name: '', detail: 'is not UTF-8' });
  }
  if (text.trim() === '') throw wrongPlace({ in: 'body', name: '', detail: 'is missing' });
  try {
    return JSON.parse(text);
  } catch (error) {
    const at = /at position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    throw wrongPlace({ in: 'body', name: '', detail: `is not JSON${at === undefined ? '' : `: see character ${at}`}` });
  }
}

function checkHeaders(request: Request, limit: number): void {
  const [type = '', ...parameters] = (request.headers.get('Content-Type') ?? '').toLowerCase().split(';');
  const charset = parameters.find((parameter) => parameter.trim().startsWith('charset='))?.split('=')[1];
  if (type.trim() !== 'application/json' || (charset !== undefined && !/^"?utf-8"?$/.test(charset.trim())))
    throw new ProblemError('content-type-wrong', 'Send JSON in UTF-8 with "Content-Type: application/json".', [
      { in: 'header', name: 'Content-Type', detail: 'is not application/json' },
    ]);
  const encoding = request.headers.get('Content-Encoding');
  if (encoding !== null && encoding !== 'identity')
    throw new ProblemError('content-type-wrong', 'Send the body as it is, without compression.', [
      { in: 'header', name: 'Content-Encoding', detail: 'is not read' },
    ]);
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw tooLarge(limit);
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.length;
    if (length > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (limit: number): ProblemError =>
  new ProblemError('body-too-large', `A body here may have ${limit} bytes; send it in parts.`);
