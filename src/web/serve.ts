import { createAdaptorServer } from '@hono/node-server';

/** What answers requests. `address` is where a request comes from, as far as somebody whom we trust says so. */
export interface Served {
  fetch(request: Request, address: string): Promise<Response>;
}

export interface ServeOptions {
  /** Default: the loopback address, so that nobody else can reach it. */
  readonly host?: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Whether a proxy in front says in `X-Forwarded-For` where a request comes from. Only its own, last entry is believed. */
  readonly behindProxy?: boolean;
}

export interface RunningServer {
  readonly address: string;
  /** Answers what is under way, then frees the port. */
  stop(): Promise<void>;
}

/** How long a stop waits for answers under way before it closes their connections. */
const STOP_WAIT = 2_000;

/** Listens until it is stopped. Fails where the port is taken or not allowed. */
export function serveApp(served: Served, { host = '127.0.0.1', port, behindProxy = false }: ServeOptions): Promise<RunningServer> {
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => served.fetch(request, senderOf(request, incoming.socket.remoteAddress ?? '', behindProxy)),
  });
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

/** From where a request comes, as far as somebody whom we trust says so. */
const senderOf = (request: Request, address: string, behindProxy: boolean): string =>
  (behindProxy && request.headers.get('X-Forwarded-For')?.split(',').at(-1)?.trim().slice(0, 64)) || address;
