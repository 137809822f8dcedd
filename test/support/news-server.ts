import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A web server on the loopback address for the tests of one block. */
export interface NewsServer {
  /** "http://127.0.0.1:40123". */
  host: string;
  /** What it answers, by path; everything else is not found. Empty before each test. */
  pages: Record<string, Handler>;
  /** The paths that were asked for, in order. Empty before each test. */
  asked: string[];
}

/** Starts the server before the block's tests and stops it behind them. */
export function useNewsServer(): NewsServer {
  const news: NewsServer = { host: '', pages: {}, asked: [] };
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      news.asked.push(request.url ?? '');
      const handler = news.pages[request.url ?? ''];
      if (handler) handler(request, response);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    news.host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    news.pages = {};
    news.asked = [];
  });
  return news;
}

/** Answers with a body, and with "not changed" to whoever has its tag. */
export const answerWith =
  (body: string, headers: Readonly<Record<string, string>> = {}): Handler =>
  (request, response) => {
    if (headers.etag !== undefined && request.headers['if-none-match'] === headers.etag) response.writeHead(304).end();
    else response.writeHead(200, headers).end(body);
  };
