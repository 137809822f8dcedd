import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { EVERYTHING, type StatementRecord } from '../record/index.js';
import type { Guard } from './guard.js';
import type { Served } from './serve.js';

export interface ObservedOptions {
  readonly record: StatementRecord;
  /** Who may see the figures besides this machine; without it, nobody. */
  readonly guard?: Guard | null;
  /** Milliseconds on a clock that only goes forward. */
  readonly clock: () => number;
  /** Told of every request once it is answered. Never of what was searched for. */
  readonly onAnswer?: (answer: Answer) => void;
}

/** One answered request, for a log. */
export interface Answer {
  readonly method: string;
  /** Without the query: what people look for stays with them. */
  readonly path: string;
  readonly status: number;
  readonly milliseconds: number;
}

/** Answers faster than a page's promise, at it, and beyond what people wait for, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

const LOOPBACK = /^(?:::ffff:)?127\.|^::1$/;

/**
 * A server that also answers whoever keeps it running: `/health` (the process answers), `/ready` (the record can be read),
 * `/metrics` (Prometheus text format). The first two tell nobody anything else; the figures are for this machine, and for
 * whoever has the right `admin`.
 */
export function observed(served: Served, { record, guard = null, clock, onAnswer }: ObservedOptions): Served {
  const figures = createFigures(record);
  const fetch = async (request: Request, address: string): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const own = await operate(pathname, request, address);
    if (own !== null) return own;
    const start = clock();
    const response = await served.fetch(request, address);
    const milliseconds = clock() - start;
    figures.count(pathname, request.method, response.status, milliseconds);
    onAnswer?.({ method: request.method, path: pathname, status: response.status, milliseconds: Math.round(milliseconds) });
    return response;
  };
  const operate = async (path: string, request: Request, address: string): Promise<Response | null> => {
    if (path === '/health') return plain('ok\n');
    if (path === '/ready') return ready(record);
    if (path !== '/metrics') return null;
    if (!LOOPBACK.test(address) && (await guard?.admit(request, 'admin'))?.kind !== 'admitted') return plain('not for you\n', 403);
    return plain(await figures.text(), 200, figures.type);
  };
  return { fetch };
}

const plain = (text: string, status = 200, type = 'text/plain; charset=utf-8'): Response =>
  new Response(text, { status, headers: { 'Content-Type': type, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } });

async function ready(record: StatementRecord): Promise<Response> {
  try {
    await record.revision();
    await record.statementIds('0');
    return plain('ready\n');
  } catch {
    return plain('the record cannot be read\n', 503);
  }
}

interface Figures {
  count(path: string, method: string, status: number, milliseconds: number): void;
  text(): Promise<string>;
  readonly type: string;
}

function createFigures(record: StatementRecord): Figures {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const labelNames = ['page', 'method', 'status'] as const;
  const requests = new Counter({ name: 'onrecord_requests_total', help: 'Requests answered', labelNames, registers });
  const durations = new Histogram({
    name: 'onrecord_request_seconds',
    help: 'How long answers took',
    labelNames: ['page'],
    buckets: BUCKETS,
    registers,
  });
  new Gauge({
    name: 'onrecord_articles',
    help: 'Articles in the record',
    registers,
    async collect() {
      this.set((await record.lookedAt(EVERYTHING)).articles);
    },
  });
  new Gauge({
    name: 'onrecord_statements',
    help: 'Statements in the record',
    registers,
    async collect() {
      this.set(await record.count(EVERYTHING));
    },
  });
  return {
    count: (path, method, status, milliseconds) => {
      const page = pageOf(path);
      requests.inc({ page, method: METHODS.has(method) ? method : 'other', status });
      durations.observe({ page }, milliseconds / 1000);
    },
    text: () => registry.metrics(),
    type: registry.contentType,
  };
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** The pages that are told apart; whoever asks for made-up addresses makes no further ones. */
const PAGE =
  /^\/(search|speakers?|issues?|shifts?|compare|matrix|replies|thread|article|s|check|figures|coverage|corrections|about|static|sign-in|sign-out|mcp|api)(?=[/.]|$)/;

function pageOf(path: string): string {
  if (path === '/') return 'start';
  return PAGE.exec(path)?.[1] ?? 'other';
}
