import { z } from 'zod';
import type { Operation } from './operation.js';
import { PROBLEMS, type ProblemName, problem } from './problems.js';
import { API_ROOT } from './shapes/links.js';
import { SHAPES } from './shapes/shape.js';

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of a table of operations: made from the schemas that check the requests. */
export function openApiDocument(operations: readonly Operation[], version: string): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const path = paths[operation.path] ?? {};
    path[operation.method] = describeOperation(operation);
    paths[operation.path] = path;
  }
  const tags = [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name }));
  return {
    openapi: '3.1.0',
    info: {
      title: 'OnRecord',
      version,
      summary: SUMMARY,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: API_ROOT }],
    tags,
    paths,
    components: { schemas: schemas(operations), headers: HEADERS, securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}

const SUMMARY =
  'Who said what, when, to whom, on what condition, reported by whom; every answer points at the exact characters that prove it.';

const DESCRIPTION = [
  'Every answer gives exact words with their offsets, and says how much was looked at. Nothing here says whether a claim is true.',
  'Problems are told as RFC 9457 has it. Lists go on with the `next` of the page before as `after`. Answers carry an `ETag`: send it as `If-None-Match`, and an answer that has not changed is 304 without a body. Fields may be added to answers; none is changed or taken away under this address.',
].join('\n\n');

/** Every named shape. Answers may grow: what reads them must not refuse a field that it does not know. What is sent may not. */
function schemas(operations: readonly Operation[]): Json {
  const sent = JSON.stringify(operations.map(({ body }) => body && inline(body.schema, 'input')));
  const asked = named('input');
  return Object.fromEntries(
    Object.entries(named('output')).map(([id, schema]) => [id, sent.includes(`/${id}"`) ? asked[id] : open(schema)]),
  );
}

/** What is sent may leave out what has a default; what is answered never does. */
function named(io: 'input' | 'output'): Json {
  const { schemas: made } = z.toJSONSchema(SHAPES, {
    uri: (id) => `#/components/schemas/${id}`,
    io,
    override: ({ jsonSchema }) => {
      delete jsonSchema.readOnly;
    },
  });
  return Object.fromEntries(Object.entries(made).map(([id, { $schema: _schema, $id: _id, id: _own, ...schema }]) => [id, schema]));
}

/** A schema that lets fields in which it does not name. */
function open(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(open);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, part]) => !(key === 'additionalProperties' && part === false));
  return Object.fromEntries(entries.map(([key, part]) => [key, open(part)]));
}

/** A schema that stands in the document where it is used; named shapes in it are pointed at. */
function inline(schema: z.ZodType, io: 'input' | 'output'): Json {
  const known = SHAPES.get(schema);
  if (known !== undefined) return { $ref: `#/components/schemas/${known.id}` };
  const { $schema: _schema, $defs: _defs, ...made } = z.toJSONSchema(schema, { io }) as Record<string, unknown>;
  return pointed(made) as Json;
}

/** References of one schema as references of the document. */
function pointed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'readOnly');
  return Object.fromEntries(
    entries.map(([key, part]) => [
      key,
      key === '$ref' && typeof part === 'string' ? part.replace('#/$defs/', '#/components/schemas/') : pointed(part),
    ]),
  );
}

function describeOperation(operation: Operation): Json {
  const { id, tag, summary, details, access, parts, query, body } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(details === '' ? {} : { description: details }),
    security: access === 'write' ? [{ token: [] }] : [{}, { token: [] }],
    parameters: [...parameters(parts, 'path'), ...parameters(query, 'query')],
    ...(body === null
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: inline(body.schema, 'input') } } } }),
    responses: responses(operation),
  };
}

function parameters(object: z.ZodObject, where: 'path' | 'query'): readonly Json[] {
  return Object.entries(object.shape).map(([name, schema]) => {
    const { description, ...described } = inline(schema as z.ZodType, 'input');
    const isOptional = (schema as z.ZodType).safeParse(undefined).success;
    return {
      name,
      in: where,
      required: where === 'path' || !isOptional,
      ...(description === undefined ? {} : { description }),
      schema: described,
    };
  });
}

/** What can go wrong with any request, one that has a body, and one that is given a question. */
const ANYWHERE: readonly ProblemName[] = [
  'token-needed',
  'token-wrong',
  'not-allowed',
  'method-wrong',
  'address-too-long',
  'name-wrong',
  'too-many-requests',
  'internal-error',
  'record-unusable',
];
const WITH_BODY: readonly ProblemName[] = ['request-wrong', 'body-too-large', 'content-type-wrong'];

function responses(operation: Operation): Json {
  const { method, body, answer, problems } = operation;
  const names = new Set<ProblemName>([...problems, 'request-wrong', ...(body === null ? [] : WITH_BODY), ...ANYWHERE]);
  const byStatus = new Map<number, ProblemName[]>();
  for (const name of names) {
    const { status } = PROBLEMS[name];
    byStatus.set(status, [...(byStatus.get(status) ?? []), name]);
  }
  return {
    200: {
      description: 'The answer.',
      headers: method === 'get' ? ANSWER_HEADERS : RATE_HEADERS,
      content: { 'application/json': { schema: inline(answer, 'output') } },
    },
    ...(method === 'get' ? { 304: { description: 'The answer has not changed since the one whose `ETag` was sent.' } } : {}),
    431: { description: 'The request line and headers are longer than 16 kB: the HTTP layer answers, without a body.' },
    ...Object.fromEntries([...byStatus].map(([status, kinds]) => [status, problemResponse(status, kinds)])),
  };
}

function problemResponse(status: number, kinds: readonly ProblemName[]): Json {
  return {
    description: kinds.map((name) => `\`${name}\`: ${PROBLEMS[name].title}.`).join(' '),
    ...(status === 429 ? { headers: { 'Retry-After': reference('Retry-After'), ...RATE_HEADERS } } : {}),
    content: { 'application/problem+json': { schema: inline(problem, 'output') } },
  };
}

const reference = (name: string): Json => ({ $ref: `#/components/headers/${name}` });

const HEADERS: Json = {
  ETag: { description: 'Names this state of the answer.', schema: { type: 'string' } },
  'Retry-After': { description: 'Seconds until another request is allowed.', schema: { type: 'integer' } },
  RateLimit: { description: 'What is left: `"client";r=REQUESTS;t=SECONDS` until all of it is there again.', schema: { type: 'string' } },
  'RateLimit-Policy': { description: 'What is allowed: `"client";q=REQUESTS;w=SECONDS`.', schema: { type: 'string' } },
};

const RATE_HEADERS: Json = { RateLimit: reference('RateLimit'), 'RateLimit-Policy': reference('RateLimit-Policy') };

const ANSWER_HEADERS: Json = { ETag: reference('ETag'), ...RATE_HEADERS };
