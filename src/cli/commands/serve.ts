import { existsSync, readFileSync } from 'node:fs';
import type { Day } from '../../engine/index.js';
import { openRecord, RecordError, type StatementRecord } from '../../record/index.js';
import { createApp, type Editing, type Measures, type ServeOptions, serveApp } from '../../web/index.js';
import { CommandError } from '../command-error.js';
import type { Run } from '../commands.js';
import { optionText } from '../context.js';
import { addCorrection } from '../corrections.js';
import { openDoorway } from '../doorway.js';
import { issuesOf } from '../issues.js';
import { recordPlace } from '../settings.js';

/** Where the pages are when nobody says otherwise: free on most machines, and the same each time, so that addresses can be kept. */
const PORT = 4180;

/** Shows the record in a browser, on this machine only, until it is stopped. */
export const serve: Run = async (context, _given, options) => {
  const port = readPort(optionText(options, 'port'));
  const issues = issuesOf(context, options);
  const place = recordPlace(optionText(options, 'record'), context.environment);
  const record = await openRecord(place, options.edit ? 'write' : 'read');
  try {
    const doorway = await openDoorway(context, options, place);
    const app = createApp({
      record,
      issues,
      measures: shippedMeasures(),
      hosts: doorway.hosts,
      ...(doorway.guard === null ? {} : { guard: doorway.guard }),
      ...(options.edit ? { editing: createEditing(record, context.today) } : {}),
      onFailure: (failure, path) => void context.messages.line(`onrecord: ${path}: ${failure instanceof Error ? failure.stack : failure}`),
    });
    const server = await listen(app, { port, host: doorway.host, behindProxy: doorway.behindProxy });
    const { address } = server;
    await context.out.line(
      options.json
        ? JSON.stringify({ address, record: record.place })
        : `The record is at ${context.style.strong(address)} (Ctrl-C ends it)`,
    );
    app.prepare().catch(() => undefined);
    await stopped(context.stop);
    await server.stop();
    await doorway.people?.close();
    return 'ok';
  } finally {
    await record.close();
  }
};

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

async function listen(app: Parameters<typeof serveApp>[0], options: ServeOptions): ReturnType<typeof serveApp> {
  const { port } = options;
  try {
    return await serveApp(app, options);
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

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
