import { makeFolder, stopServer } from './postgres.js';

/** Run by vitest before the first test and after the last. */
export const setup = makeFolder;
export const teardown = stopServer;
