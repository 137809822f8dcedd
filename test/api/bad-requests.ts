import { z } from 'zod';
import type { Example, Operation } from '../../src/api/index.js';

/** A request as the contract test sends it. */
export interface Sent extends Example {
  readonly rawQuery?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that the schemas do not let in, with the status that it must get and the place that must be named. */
export interface BadRequest extends Sent {
  readonly what: string;
  readonly status: number;
  readonly names?: string;
}

type Schema = {
  readonly [key: string]: unknown;
  readonly type?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
};

/** Names of shapes are left out, so that everything stands in one place. */
const schemaOf = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input', metadata: z.registry() }) as Schema;

/** Every kind of mistake in every place of an operation, made from its schemas. */
export function badRequests(operation: Operation): readonly BadRequest[] {
  const [good = {}] = operation.examples;
  return [
    ...badParts(operation),
    ...badQueries(operation, good),
    ...(operation.body === null ? [] : badBodies(operation.body, good)),
    ...(operation.access === 'write' ? badTokens(good) : []),
  ];
}

function badParts({ parts }: Operation): readonly BadRequest[] {
  return Object.entries(schemaOf(parts).properties ?? {}).flatMap(([name, schema]): readonly BadRequest[] => {
    const missing = { what: `unknown ${name}`, path: { [name]: name === 'sha256' ? '0'.repeat(64) : '0'.repeat(16) }, status: 404 };
    const half = { what: `${name} cut short`, path: { [name]: 'x' }, status: schema.pattern === undefined ? 404 : 400 };
    return [missing, half, { what: `${name} too long`, path: { [name]: 'a'.repeat(700) }, status: 400, names: name }];
  });
}

function badQueries({ query }: Operation, good: Example): readonly BadRequest[] {
  const schema = schemaOf(query);
  const properties = Object.entries(schema.properties ?? {});
  const wrong = (name: string, what: string, value: string | readonly string[]): BadRequest => ({
    what: `${name}: ${what}`,
    ...good,
    query: { ...good.query, [name]: value },
    status: 400,
    names: name,
  });
  return [
    wrong('unknown', 'unknown parameter', '1'),
    ...(schema.required ?? []).map((name): BadRequest => {
      const { [name]: _left, ...others } = good.query ?? {};
      return { what: `${name}: missing`, ...good, query: others, status: 400, names: name };
    }),
    ...properties.flatMap(([name, property]) => badValues(property).map(([what, value]) => wrong(name, what, value))),
    ...properties.flatMap(([name, property]) => (property.type === 'array' ? [] : [wrong(name, 'given twice', ['a', 'a'])])),
    ...(properties.some(([name]) => name === 'after') ? [wrong('after', 'no cursor', 'bm90aGluZw')] : []),
    ...properties.flatMap(([name]) =>
      name === 'q' || (name === 'on' && query.shape.speaker !== undefined && isQuery(query)) ? [wrong(name, 'no query', 'date:never')] : [],
    ),
  ];
}

/** Whether `on` is a query there, and not an issue. */
const isQuery = (query: z.ZodObject): boolean => (query.shape.on as z.ZodType).safeParse('x'.repeat(1_000)).success;

/** Texts that a parameter of this schema must not take. */
function badValues(schema: Schema): readonly (readonly [string, string | readonly string[]])[] {
  const found: [string, string | readonly string[]][] = [];
  if (schema.type === 'array') {
    for (const [what, value] of badValues(schema.items ?? {})) found.push([`item ${what}`, value]);
    if (typeof schema.maxItems === 'number')
      found.push(['too many', Array.from({ length: schema.maxItems + 1 }, (_, index) => `s${index}`)]);
  }
  if (schema.type === 'integer') {
    found.push(['no number', 'many'], ['empty', ''], ['a fraction', '1.5']);
    if (typeof schema.minimum === 'number') found.push(['too small', String(schema.minimum - 1)]);
    if (typeof schema.maximum === 'number') found.push(['too large', String(schema.maximum + 1)]);
  }
  if (schema.type === 'boolean') found.push(['no truth', 'perhaps']);
  if (typeof schema.maxLength === 'number' && schema.maxLength < 7_000) found.push(['too long', 'a'.repeat(schema.maxLength + 1)]);
  if (typeof schema.minLength === 'number' && schema.minLength > 0) found.push(['empty', '']);
  if (Array.isArray(schema.enum)) found.push(['none of these', 'sideways']);
  if (schema.pattern !== undefined) found.push(['of another form', '%%%']);
  return found;
}

function badBodies({ schema, limit }: NonNullable<Operation['body']>, good: Example): readonly BadRequest[] {
  const wrong = (what: string, body: unknown, names?: string): BadRequest => ({
    what,
    body,
    status: 400,
    ...(names === undefined ? {} : { names }),
  });
  const object = good.body as Readonly<Record<string, unknown>>;
  const described = schemaOf(schema);
  const own = described.properties === undefined ? ((described.anyOf as readonly Schema[])[0] ?? {}) : described;
  const json = { 'Content-Type': 'application/json' };
  return [
    wrong('not JSON', '{"text": ', ''),
    wrong('no body', '', ''),
    wrong('a number', 7, ''),
    wrong('a field too many', { ...object, extra: 1 }, '/extra'),
    ...(own.required ?? []).map((name) => {
      const { [name]: _left, ...others } = object;
      return wrong(`${name} missing`, others, `/${name}`);
    }),
    ...Object.entries(own.properties ?? {}).flatMap(([name, property]) => [
      wrong(`${name} of another type`, { ...object, [name]: property.type === 'object' ? 'text' : { a: 1 } }, `/${name}`),
      wrong(`${name} null`, { ...object, [name]: null }, `/${name}`),
      ...(typeof property.maxLength === 'number'
        ? [wrong(`${name} too long`, { ...object, [name]: `a ${'a'.repeat(property.maxLength)}` }, `/${name}`)]
        : []),
      ...(property.format === undefined ? [] : [wrong(`${name} of another form`, { ...object, [name]: 'soon' }, `/${name}`)]),
    ]),
    { what: 'plain text', body: object, headers: { 'Content-Type': 'text/plain' }, status: 415, names: 'Content-Type' },
    { what: 'another encoding', body: object, headers: { ...json, 'Content-Encoding': 'gzip' }, status: 415, names: 'Content-Encoding' },
    { what: 'too large', body: `{"text": "${'a'.repeat(limit)}"}`, status: 413 },
    { what: 'unknown parameter', body: object, query: { unknown: '1' }, status: 400, names: 'unknown' },
  ];
}

const badTokens = ({ body }: Example): readonly BadRequest[] => [
  { what: 'no token', body, headers: { Authorization: '' }, status: 401 },
  { what: 'another token', body, headers: { Authorization: 'Bearer another-token-of-the-tests' }, status: 401 },
  { what: 'another scheme', body, headers: { Authorization: 'Basic YTpi' }, status: 401 },
];
