import { Ajv } from '@modelcontextprotocol/server/validators/ajv';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTokenAccess, OPERATIONS, type Operation } from '../../src/api/index.js';
import type { StatementRecord } from '../../src/record/index.js';
import type { RunningServer } from '../../src/web/index.js';
import { sampleRecord } from '../web/sample-record.js';
import { badRequests, type Sent } from './bad-requests.js';
import { serveApi } from './server.js';

const TOKEN = 'a-token-of-the-tests';

let record: StatementRecord;
let server: RunningServer;
let document: Record<string, unknown>;
/** Path parts that mean something in the record. */
let parts: Readonly<Record<string, string>>;
let validator: InstanceType<typeof Ajv>;

beforeAll(async () => {
  record = await sampleRecord();
  await record.correct([
    { id: 'c1', day: '2031-08-01', note: 'a second spelling', change: { kind: 'rename', speaker: 'Ruben Askild', name: 'Ruben Askilde' } },
  ]);
  server = await serveApi(record, { access: createTokenAccess({ write: TOKEN }) });
  document = (await (await fetch(new URL('/api/v1/openapi.json', server.address))).json()) as typeof document;
  validator = new Ajv({ strict: false, allErrors: true });
  validator.addSchema(document, 'document');
  const { statements } = await record.statements({ filter: { kind: 'position' }, limit: 1 });
  const [statement] = statements;
  if (statement === undefined) throw new Error('the samples hold no position');
  parts = { id: statement.id, sha256: statement.article.sha256, key: statement.speaker.key };
});

afterAll(async () => {
  await server.stop();
  await record.close();
});

const pathOf = ({ path }: Operation, given: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given[name] ?? parts[name] ?? ''));

async function send(operation: Operation, { path = {}, query = {}, rawQuery, body, headers = {}, method }: Sent) {
  const url = new URL(`/api/v1${pathOf(operation, path)}`, server.address);
  for (const [name, value] of Object.entries(query)) for (const one of [value].flat()) url.searchParams.append(name, one);
  const response = await fetch(rawQuery === undefined ? url : `${url.href}?${rawQuery}`, {
    method: method ?? operation.method.toUpperCase(),
    headers: {
      ...(operation.access === 'write' ? { Authorization: `Bearer ${TOKEN}` } : {}),
      ...(operation.body === null ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { response, text: await response.text() };
}

/** What the document says of this status must be so. */
function expectDocumented({ path, method }: Operation, response: Response, text: string): void {
  const [type = ''] = (response.headers.get('Content-Type') ?? '').split(';');
  const pointer = ['paths', path, method, 'responses', String(response.status), 'content', type, 'schema'];
  const escaped = pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')));
  const check = validator.compile({ $ref: `document#/${escaped.join('/')}` });
  check(JSON.parse(text));
  expect(check.errors ?? []).toEqual([]);
}

test('the document is valid OpenAPI 3.1 and describes every operation and every parameter', async () => {
  const result = await new Validator().validate(structuredClone(document));
  expect(result.errors ?? []).toEqual([]);
  expect(result.valid).toBe(true);
  const paths = document.paths as Record<
    string,
    Record<string, { readonly summary: string; readonly parameters: readonly { readonly name: string }[] }>
  >;
  for (const { path, method, query } of OPERATIONS) {
    expect(paths[path]?.[method]?.summary).toBeTruthy();
    const names = paths[path]?.[method]?.parameters.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(query.shape)));
  }
});

test('the document asks for nothing that has a default', () => {
  const { schemas } = document.components as { readonly schemas: Readonly<Record<string, { readonly required?: readonly string[] }>> };
  expect(schemas.QuotationQuestion?.required).toEqual(['quotation']);
});

describe.each(OPERATIONS)('$id', (operation) => {
  const examples = operation.examples.length === 0 ? [{}] : operation.examples;
  test.each(examples)('answers as the document says: %j', async (example) => {
    const { response, text } = await send(operation, example);
    expect(response.status, text).toBe(200);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expectDocumented(operation, response, text);
    // Strict: nothing is answered that the shape does not name.
    expect(operation.answer.safeParse(JSON.parse(text)).error?.issues ?? []).toEqual([]);
  });

  test('refuses what its schemas do not let in, and names the place', async () => {
    for (const bad of badRequests(operation)) {
      const { response, text } = await send(operation, bad);
      const what = `${bad.what}: ${text.slice(0, 300)}`;
      expect(response.status, what).toBe(bad.status);
      expect(response.headers.get('Content-Type'), what).toBe('application/problem+json');
      expectDocumented(operation, response, text);
      const problem = JSON.parse(text) as { readonly detail: string; readonly errors?: readonly { readonly name: string }[] };
      expect(problem.detail, what).not.toBe('');
      if (bad.names !== undefined)
        expect(
          problem.errors?.map(({ name }) => name),
          what,
        ).toContain(bad.names);
    }
  });

  test('answers HEAD like GET without a body, tells its methods, refuses others', async () => {
    const options = await send(operation, { method: 'OPTIONS' });
    expect(options.response.status).toBe(204);
    const allowed = options.response.headers.get('Allow')?.split(', ') ?? [];
    expect(allowed).toContain(operation.method.toUpperCase());
    const wrong = await send(operation, { method: 'DELETE' });
    expect(wrong.response.status).toBe(405);
    expect(wrong.response.headers.get('Allow')).toBe(allowed.join(', '));
    expectDocumented(operation, wrong.response, wrong.text);
    if (operation.method !== 'get') return;
    const [example] = examples;
    const get = await send(operation, example ?? {});
    const head = await send(operation, { ...example, method: 'HEAD' });
    expect(head.text).toBe('');
    expect(head.response.status).toBe(200);
    expect(head.response.headers.get('ETag')).toBe(get.response.headers.get('ETag'));
    expect(head.response.headers.get('Content-Length')).toBe(String(Buffer.byteLength(get.text)));
  });
});
