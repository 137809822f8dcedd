import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PdfAnswer } from './pdf-worker.js';

/** A page of news takes milliseconds; a file that takes longer than this in all was made to. */
const LONGEST = 60_000;

/** What a worker's heap may grow to, in megabytes. */
const MEMORY = 512;

/** A worker costs a third of a second to start: one is kept between files, and does not keep the process. */
let idle: Worker | null = null;

/** The text of a PDF, made in a worker of its own with limits of time and memory. Never rejects. */
export async function readPdfText(bytes: Uint8Array): Promise<PdfAnswer> {
  const worker = idle ?? startWorker();
  idle = null;
  const answer = await ask(worker, bytes);
  if (answer === null) {
    await worker.terminate();
    return { kind: 'problem', message: `takes more than ${LONGEST / 1000} s or ${MEMORY} MB to read` };
  }
  if (idle === null) idle = worker;
  else await worker.terminate();
  return answer;
}

function startWorker(): Worker {
  const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: MEMORY }, stdout: true, stderr: true });
  // A file can leave work behind that fails once its answer was given: the worker is given up, and nobody else is touched by it.
  const giveUp = (): void => {
    if (idle === worker) idle = null;
  };
  worker.on('error', giveUp).on('exit', giveUp);
  worker.unref();
  return worker;
}

/** The built worker; where the sources run by themselves (tests, the lab), the one that was built of them. */
function workerFile(): URL {
  const here = new URL('./pdf-worker.js', import.meta.url);
  return existsSync(fileURLToPath(here)) ? here : new URL('../../../dist/readers/documents/pdf-worker.js', import.meta.url);
}

/** What the worker answers; null where it dies or takes too long. */
function ask(worker: Worker, bytes: Uint8Array): Promise<PdfAnswer | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(null), LONGEST);
    const end = (answer: PdfAnswer | null): void => {
      clearTimeout(timer);
      worker.off('message', end).off('error', fail).off('exit', fail);
      worker.unref();
      resolve(answer);
    };
    const fail = (): void => end(null);
    worker.ref();
    worker.once('message', end).once('error', fail).once('exit', fail);
    const copy = bytes.slice();
    worker.postMessage(copy, [copy.buffer]);
  });
}
