import { createAdaptorServer } from '@hono/node-server';
import type { App } from './app.js';

export interface ServeOptions {
  /** Default: the loopback address, so that nobody else can reach it. */
  readonly host?: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

export interface RunningServer {
  readonly address: string;
  /** Answers what is under way, then frees the port. */
  stop(): Promise<void>;
}

/** How long a stop waits for answers under way before it closes their connections. */
const STOP_WAIT = 2_000;

/** Listens until it is stopped. Fails where the port is taken or not allowed. */
export function serveApp(app: App, { host = '127.0.0.1', port }: ServeOptions): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: (request, { incoming }) => app.fetch(request, incoming.socket.remoteAddress ?? '') });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const bound = server.address();
      const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
      const name = host.includes(':') ? `[${host}]` : host;
      resolve({ address: `http://${name}:${actual}/`, stop: () => stopServer(server) });
    });
  });
}

function stopServer(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), STOP_WAIT);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}
