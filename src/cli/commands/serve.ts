import { existsSync, readFileSync } from 'node:fs';
import { createMemory } from '../../answers/memory.js';
import { createApi, createDesk, createLinks } from '../../api/index.js';
import type { Day, Office } from '../../engine/index.js';
import type { McpHttpOptions, McpSite } from '../../mcp/index.js';
import { openRecord, RecordError, type StatementRecord } from '../../record/index.js';
import { openArticleReader } from '../../runtime/article-reader.js';
import { shippedRegistry } from '../../runtime/index.js';
import {
  type Answer,
  createApp,
  type Editing,
  type Measures,
  observed,
  type Served,
  type ServeOptions,
  serveApp,
} from '../../web/index.js';
import { type ApiSettings, apiSettings, createIntake } from '../api.js';
import { CommandError } from '../command-error.js';
import type { Run } from '../commands.js';
import { instantOf, optionText } from '../context.js';
import { addCorrection } from '../corrections.js';

import { openDoorway } from '../doorway.js';
import { issuesOf } from '../issues.js';
import { recordPlace } from '../settings.js';
import { createSite } from '../site.js';
import { stopped } from '../stopped.js';
import { ownVersion } from '../version.js';

/** Where the pages are when nobody says otherwise: free on most machines, and the same each time, so that addresses can be kept. */
const PORT = 4180;

/** Shows the record in a browser, on this machine only, until it is stopped. */
export const serve: Run = async (context, _given, options) => {
  const port = readPort(optionText(options, 'port'));
  const issues = issuesOf(context, options);
  const place = recordPlace(optionText(options, 'record'), context.environment);
  const doorway = await openDoorway(context, options, place);
  const settings = apiSettings(context, doorway);
  const writes = options.edit !== undefined || settings.takesArticles;
  const record = await openRecord(place, writes ? 'write' : 'read');
  const reader = openArticleReader();
  const onFailure = (failure: unknown, path: string): void =>
    void context.messages.line(`onrecord: ${path}: ${failure instanceof Error ? failure.stack : failure}`);
  try {
    const memory = createMemory(record);
    const app = createApp({
      record,
      memory,
      issues,
      measures: shippedMeasures(),
      offices: officesByKey(),
      now: () => instantOf(context.now()),
      hosts: doorway.hosts,
      origin: doorway.origin,
      ...(doorway.guard === null ? {} : { guard: doorway.guard }),
      ...(options.edit ? { editing: createEditing(record, context.today) } : {}),
      onFailure,
    });
    const api = createApi({
      ...settings,
      record,
      memory,
      issues,
      version: ownVersion(),
      intake: settings.takesArticles ? createIntake(record, reader.read, today) : null,
      onFailure,
    });
    const mcp = options.mcp
      ? await mcpSite({
          ...settings,
          desk: createDesk({ record, memory, issues, version: ownVersion() }),
          version: ownVersion(),
          onFailure,
        })
      : null;
    const site = observed(createSite(app, api, mcp), {
      record,
      guard: doorway.guard,
      clock: context.clock,
      ...(options.log ? { onAnswer: (answer) => void context.messages.line(logLine(context.now(), answer)) } : {}),
    });
    const server = await listen(site, { port, host: doorway.host, behindProxy: doorway.behindProxy });
    const { address } = server;
    await context.out.line(
      options.json
        ? JSON.stringify({ address, record: record.place })
        : `The record is at ${context.style.strong(address)} (Ctrl-C ends it)`,
    );
    app.prepare().catch(() => undefined);
    await stopped(context.stop);
    await server.stop();
    return 'ok';
  } finally {
    await reader.close();
    await doorway.people?.close();
    await record.close();
  }
};

/** One answer as a line of JSON, for whatever collects logs. */
const logLine = (now: number, answer: Answer): string => JSON.stringify({ at: new Date(now).toISOString(), ...answer });

/** A server runs for longer than a day. */
const today = (): Day => new Date().toISOString().slice(0, 10);

/** The protocol's library is loaded only where assistants are answered. */
async function mcpSite(options: Omit<McpHttpOptions, 'linksOf'> & Pick<ApiSettings, 'origin'>): Promise<McpSite> {
  const { createMcpSite } = await import('../../mcp/index.js');
  return createMcpSite({ ...options, linksOf: (request) => createLinks(options.origin ?? new URL(request.url).origin) });
}

/** Offices of the people whom the registry knows, by the key that their statements have. */
function officesByKey(): (key: string) => readonly Office[] {
  let entries: ReadonlyMap<string, readonly Office[]> | null = null;
  return (key) => {
    entries ??= new Map(shippedRegistry().entries.map(({ id, offices }) => [`registry:${id}`, offices]));
    return entries.get(key) ?? [];
  };
}

/** What was last measured on labelled articles, as the gate holds it; nothing where the package came without it. */
function shippedMeasures(): Measures {
  const file = new URL('../../../lab/floors.json', import.meta.url);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Measures) : {};
}

/** Keeps what is corrected on the pages as the command line keeps it. */
const createEditing = (record: StatementRecord, today: Day): Editing => ({
  add: async (change, note) => {
    try {
      return (await addCorrection(record, change, today, note)).id;
    } catch (error) {
      if (!(error instanceof CommandError) || error.code !== 'correction-refused') throw error;
      throw new RecordError('correction-wrong', `Nothing was changed: ${error.message}.`);
    }
  },
});

function readPort(given: string | undefined): number {
  const port = given === undefined ? PORT : Number(given);
  if (!/^\d{1,5}$/.test(given ?? String(PORT)) || port > 65_535)
    throw new CommandError('usage', 'port-wrong', `--port ${given}: give a number from 1 to 65535, or 0 for any that is free`);
  return port;
}

async function listen(served: Served, options: ServeOptions): ReturnType<typeof serveApp> {
  const { port } = options;
  try {
    return await serveApp(served, options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new CommandError(
        'usage',
        'port-taken',
        `port ${port} is taken, perhaps by another "onrecord serve"; choose another with --port, or --port 0`,
      );
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new CommandError('usage', 'host-wrong', `this machine has no address ${options.host ?? ''}; choose one of its own with --host`);
    if (code === 'EACCES')
      throw new CommandError('usage', 'port-wrong', `port ${port} is not allowed here; choose one above 1023 with --port`);
    throw error;
  }
}
