import { createMcpHandler, McpServer, type McpServerFactory } from '@modelcontextprotocol/server';
import type { Access, Desk, Links } from '../api/index.js';
import { PROBLEMS, ProblemError, problemBody } from '../api/problems.js';
import { RecordError } from '../record/index.js';
import type { Tool } from './tool.js';
import { TOOLS } from './tools.js';

const INSTRUCTIONS = [
  'A record of who said what, when, to whom, on what condition, reported by whom.',
  'Quote only what these tools return, character for character. Only words whose form is "quotation" may stand in quotation marks; of "partly quoted" words only what stands in marks already; "reported" words are the reporter’s: write "X said that ...".',
  'Give the speaker, the day said (not the day printed, unless the day said is unknown) and the permalink with every statement. Where a position has a condition, never leave it out.',
  'When nothing is found, say what was looked at; do not say that it was never said. The record does not say whether a claim is true: neither should you on its account.',
  'Before you answer with quotations, run check_draft on your answer.',
].join('\n');

export interface McpOptions {
  readonly desk: Desk;
  readonly version: string;
  /** Told of every failure that is ours. */
  readonly onFailure?: (failure: unknown, place: string) => void;
}

/** Makes servers of the Model Context Protocol: one for each connection, all over one record. */
export const mcpServers = (options: McpOptions, linksOf: (request: Request | undefined) => Links): McpServerFactory => {
  return ({ requestInfo }) => {
    const server = new McpServer({ name: 'onrecord', title: 'OnRecord', version: options.version }, { instructions: INSTRUCTIONS });
    const links = linksOf(requestInfo);
    for (const tool of TOOLS) register(server, tool, options, links);
    return server;
  };
};

function register(server: McpServer, tool: Tool, { desk, onFailure }: McpOptions, links: Links): void {
  const { name, title, description, input, output } = tool;
  const annotations = { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
  server.registerTool(name, { title, description, inputSchema: input, outputSchema: output, annotations }, async (given) => {
    try {
      const { data, text } = await tool.run(desk, links, given as never);
      return { structuredContent: data, content: [{ type: 'text' as const, text }] };
    } catch (failure) {
      return { isError: true, content: [{ type: 'text' as const, text: failureText(failure, name, onFailure) }] };
    }
  });
}

/** What went wrong, in words that say what to do. */
function failureText(failure: unknown, name: string, onFailure: McpOptions['onFailure']): string {
  if (failure instanceof ProblemError) return failure.message;
  if (failure instanceof RecordError && (failure.code === 'query-wrong' || failure.code === 'cursor-wrong')) return failure.message;
  onFailure?.(failure, `mcp ${name}`);
  if (failure instanceof RecordError) return `The record cannot be used just now: ${failure.message}`;
  return 'Something went wrong here; the record is as it was.';
}

export interface McpHttpOptions extends McpOptions {
  readonly linksOf: (request: Request) => Links;
  /** Who may ask: the same as for reading through the API. */
  readonly access: Access;
  readonly hosts: readonly string[];
}

export interface McpSite {
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

/** A draft of 150,000 characters with everything around it. */
const LARGEST_BODY = 1_000_000;

/** The same server over HTTP, to be mounted at an address. */
export function createMcpSite({ access, hosts, linksOf, ...options }: McpHttpOptions): McpSite {
  const linksFor = (request: Request | undefined): Links => {
    if (request === undefined) throw new RangeError('a request over HTTP came without its request');
    return linksOf(request);
  };
  const handler = createMcpHandler(mcpServers(options, linksFor), {
    maxRequestBodySize: LARGEST_BODY,
    onerror: (error) => options.onFailure?.(error, 'mcp'),
  });
  return {
    async fetch(request) {
      try {
        if (!hosts.includes(new URL(request.url).hostname))
          throw new ProblemError('name-wrong', 'Use the address that the program printed when it started.');
        refuseForeign(request);
        await access(request, 'read');
        return await handler.fetch(request);
      } catch (failure) {
        if (!(failure instanceof ProblemError)) throw failure;
        const headers = { 'Content-Type': 'application/problem+json', ...failure.headers };
        return new Response(JSON.stringify(problemBody(failure)), { status: PROBLEMS[failure.problem].status, headers });
      }
    },
    close: () => handler.close(),
  };
}

/** Web pages of other origins do not speak for an assistant. */
function refuseForeign(request: Request): void {
  const origin = request.headers.get('Origin');
  if (origin !== null && origin !== new URL(request.url).origin)
    throw new ProblemError('not-allowed', 'Web pages of other origins may not ask here.');
}
