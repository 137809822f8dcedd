import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDesk, createLinks, createTokenAccess } from '../../src/api/index.js';
import { createSite } from '../../src/cli/site.js';
import { createMcpSite, TOOLS } from '../../src/mcp/index.js';
import { openRecord, type StatementRecord } from '../../src/record/index.js';
import { createApp, LOOPBACK_HOSTS, type RunningServer, serveApp } from '../../src/web/index.js';
import { apiOf } from '../api/server.js';
import { root, sampleRecord, testEnvironment } from '../support/command.js';
import { sampleIssues } from '../web/sample-issues.js';

const TOKEN = 'a-token-of-the-tests';

interface Cited {
  readonly id: string;
  readonly form: string;
  readonly words: string;
  readonly speaker: string;
  readonly permalink: string;
  readonly citation: {
    readonly sha256: string;
    readonly spans: readonly { readonly start: number; readonly end: number }[];
    readonly exact: readonly string[];
  };
}

interface Answered {
  readonly isError?: boolean;
  readonly text: string;
  readonly data: Record<string, unknown>;
}

/** Assistants as their programs connect: to the built program on its standard input and output, and to a server over HTTP. */
const WAYS: readonly (readonly [string, () => Promise<Client>])[] = [
  ['standard input and output', overStdio],
  ['HTTP', overHttp],
];

let record: StatementRecord;
let server: RunningServer;

beforeAll(async () => {
  record = await openRecord(await sampleRecord(), 'read');
  const issues = sampleIssues();
  const mcp = createMcpSite({
    desk: createDesk({ record, issues, version: '0.0.0' }),
    version: '0.0.0',
    access: createTokenAccess({ read: TOKEN }),
    hosts: LOOPBACK_HOSTS,
    linksOf: (request) => createLinks(new URL(request.url).origin),
  });
  server = await serveApp(createSite(createApp({ record, issues }), apiOf(record), mcp), { port: 0 });
});

afterAll(async () => {
  await server.stop();
  await record.close();
});

async function overStdio(): Promise<Client> {
  const client = new Client({ name: 'tests', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [join(root, 'dist', 'cli', 'main.js'), 'mcp', '--record', await sampleRecord()],
      env: testEnvironment(),
      stderr: 'pipe',
    }),
  );
  return client;
}

async function overHttp(): Promise<Client> {
  const client = new Client({ name: 'tests', version: '1.0.0' });
  const headers = { Authorization: `Bearer ${TOKEN}` };
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', server.address), { requestInit: { headers } }));
  return client;
}

describe.each(WAYS)('over %s', (_, connect) => {
  let client: Client;

  beforeAll(async () => {
    client = await connect();
  });

  afterAll(async () => {
    await client.close();
  });

  async function call(name: string, given: Record<string, unknown> = {}): Promise<Answered> {
    const { isError, content, structuredContent } = await client.callTool({ name, arguments: given });
    const [first] = content as readonly { readonly type: string; readonly text: string }[];
    return { isError: isError === true, text: first?.text ?? '', data: (structuredContent ?? {}) as Record<string, unknown> };
  }

  test('says how to quote, and offers tools that only read', async () => {
    expect(client.getInstructions()).toContain('permalink');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(TOOLS.map(({ name }) => name).sort());
    for (const { annotations, outputSchema, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, destructiveHint: false });
      expect(outputSchema).toBeDefined();
      expect(description).toBeTruthy();
    }
  });

  test('search cites the exact words at their offsets, and says what was looked at', async () => {
    const { data, text } = await call('search', { query: 'ceasefire speaker:Kessal', limit: 5 });
    const statements = data.statements as readonly Cited[];
    expect(statements.length).toBeGreaterThan(2);
    for (const one of statements) {
      const held = await record.article(one.citation.sha256);
      expect(one.citation.spans.map(({ start, end }) => held?.article.text.slice(start, end))).toEqual(one.citation.exact);
      expect(text).toContain(one.words);
      expect(text).toContain(one.permalink);
      expect(one.permalink).toMatch(new RegExp(`/s/${one.id}$`));
    }
    expect(text).toContain('Looked at: 33 articles, 5 outlets');
    expect(data.lookedAt).toMatchObject({ articles: 33 });
  });

  test('quotation and paraphrase are kept apart', async () => {
    const labels = {
      direct: ['quotation', 'Quotation: '],
      mixed: ['partly quoted', 'Partly quoted ('],
      indirect: ['reported', 'Reported ('],
    };
    for (const [type, [form, label = '']] of Object.entries(labels)) {
      const { text, data } = await call('search', { query: `type:${type}`, limit: 50 });
      const statements = data.statements as readonly Cited[];
      expect(new Set(statements.map((one) => one.form))).toEqual(new Set([form]));
      for (const { words } of statements) {
        const first = words.split('\n')[0] ?? '';
        expect(text.split('\n').filter((line) => line.startsWith(label) && line.endsWith(first))).not.toEqual([]);
      }
    }
  });

  test('nothing found says what was looked at and does not say that it was never said', async () => {
    const { text, data } = await call('search', { query: 'zeppelin' });
    expect(data.statements).toEqual([]);
    expect(text).toContain('does not mean that it was not said');
    expect(text).toContain('Looked at: 33 articles');
  });

  test('positions, shifts and comparison carry the words that show them, with their conditions', async () => {
    const shifts = await call('shifts', { speakers: ['Dorin Kessal'], on: 'ceasefire' });
    const [first] = shifts.data.shifts as readonly {
      readonly before: { readonly shown: Cited };
      readonly after: { readonly shown: Cited };
    }[];
    expect(shifts.text).toContain(first?.before.shown.words.slice(0, 100));
    expect(shifts.text).toContain(first?.after.shown.permalink);
    const positions = await call('positions', { speakers: ['Lena Varga'], on: 'ceasefire' });
    expect(positions.data.lanes).toMatchObject([{ holder: { name: 'Lena Varga' }, days: expect.arrayContaining([]) }]);
    const compared = await call('compare', { speakers: ['Dorin Kessal', 'Lena Varga'], on: 'ceasefire' });
    expect(compared.data).toMatchObject({ complete: true, holders: [{ name: 'Dorin Kessal' }, { name: 'Lena Varga' }] });
  });

  test('a changed quotation is found out, alone and in a draft', async () => {
    const one = await call('check', { quotation: 'The guns that struck the hospital were not ours' });
    expect(one.data.verdict).toBe('altered');
    const [place] = one.data.places as readonly { readonly differences: unknown }[];
    expect(place?.differences).toEqual([{ kind: 'changed', quoted: 'hospital', source: 'clinic' }]);
    expect(one.text).toContain('the quotation has “hospital”, the source “clinic”');
    const draft = await call('check_draft', {
      text: 'He said: “The guns that struck the clinic were not ours.”\nAnd: “We never once had any zeppelins.”',
    });
    expect(draft.data).toMatchObject({
      quotations: [
        { verdict: 'exact', line: 1 },
        { verdict: 'not-found', line: 2 },
      ],
      complete: true,
    });
  });

  test('a statement is shown where it stands, also by the beginning of its id', async () => {
    const { data } = await call('search', { query: 'speaker:Varga', limit: 1 });
    const [one] = data.statements as readonly Cited[];
    const shown = await call('show', { statement: one?.id.slice(0, 10) });
    expect(shown.data).toMatchObject({ statement: { id: one?.id, citation: one?.citation } });
    for (const exact of one?.citation.exact ?? []) expect(shown.data.passage).toContain(exact);
  });

  test('speakers, issues and timelines, page by page', async () => {
    expect((await call('issues')).data.issues).toEqual(expect.arrayContaining([expect.objectContaining({ id: 'ceasefire' })]));
    expect((await call('speakers', { name: 'Lena Varga' })).data.speakers).toMatchObject([{ name: 'Lena Varga' }]);
    const first = await call('timeline', { speaker: 'Lena Varga', limit: 3 });
    const second = await call('timeline', { speaker: 'Lena Varga', limit: 3, after: first.data.next });
    const ids = [first, second].flatMap(({ data }) => (data.statements as readonly Cited[]).map(({ id }) => id));
    expect(new Set(ids).size).toBe(6);
  });

  test.each([
    ['search', { query: 'date:never' }, 'is no day, month, year'],
    ['search', { query: 'x', limit: 1_000 }, 'limit'],
    ['search', { query: 'x', after: 'nonsense' }, 'cursor'],
    ['show', { statement: '0000000000000000' }, 'nothing of that name or id'],
    ['show', { statement: 'DROP TABLE' }, 'statement'],
    ['check', { quotation: 'word '.repeat(900) }, '400'],
    ['check_draft', { text: 'a'.repeat(200_000) }, 'text'],
    ['compare', { speakers: [], on: 'ceasefire' }, 'speakers'],
  ])('%s is refused in plain words (%#)', async (name, given, words) => {
    const answer = await call(name, given).catch((error: Error) => ({ isError: true, text: error.message }));
    expect(answer.isError).toBe(true);
    expect(answer.text).toContain(words);
  });
});

test('over HTTP the same token is needed as for reading through the API, and other pages may not ask', async () => {
  const post = (headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(new URL('/mcp', server.address), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream', ...headers },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });
  expect((await post({})).status).toBe(401);
  expect((await post({ Authorization: `Bearer ${TOKEN}`, Origin: 'https://evil.example' })).status).toBe(403);
  expect((await post({ Authorization: `Bearer ${TOKEN}` })).status).not.toBe(401);
});
