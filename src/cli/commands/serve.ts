import { openRecord } from '../../record/index.js';
import { createApp, serveApp } from '../../web/index.js';
import { CommandError } from '../command-error.js';
import type { Run } from '../commands.js';
import { optionText } from '../context.js';
import { recordPlace } from '../settings.js';

/** Where the pages are when nobody says otherwise: free on most machines, and the same each time, so that addresses can be kept. */
const PORT = 4180;

/** Shows the record in a browser, on this machine only, until it is stopped. */
export const serve: Run = async (context, _given, options) => {
  const port = readPort(optionText(options, 'port'));
  const record = await openRecord(recordPlace(optionText(options, 'record'), context.environment), 'read');
  try {
    const app = createApp({
      record,
      corrections: async () => [],
      onFailure: (failure, path) => void context.messages.line(`onrecord: ${path}: ${failure instanceof Error ? failure.stack : failure}`),
    });
    const server = await listen(app, port);
    const { address } = server;
    await context.out.line(
      options.json
        ? JSON.stringify({ address, record: record.place })
        : `The record is at ${context.style.strong(address)} (Ctrl-C ends it)`,
    );
    await stopped(context.stop);
    await server.stop();
    return 'ok';
  } finally {
    await record.close();
  }
};

function readPort(given: string | undefined): number {
  const port = given === undefined ? PORT : Number(given);
  if (!/^\d{1,5}$/.test(given ?? String(PORT)) || port > 65_535)
    throw new CommandError('usage', 'port-wrong', `--port ${given}: give a number from 1 to 65535, or 0 for any that is free`);
  return port;
}

async function listen(app: Parameters<typeof serveApp>[0], port: number): ReturnType<typeof serveApp> {
  try {
    return await serveApp(app, { port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new CommandError(
        'usage',
        'port-taken',
        `port ${port} is taken, perhaps by another "onrecord serve"; choose another with --port, or --port 0`,
      );
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
