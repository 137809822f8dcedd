import { type LimitedWorker, startLimitedWorker, workerFile } from '../limited-worker.js';
import type { PdfAnswer } from './pdf-worker.js';

/** A page of news takes milliseconds; a file that takes longer than this in all was made to. */
const LONGEST = 60_000;

/** What a worker's heap may grow to, in megabytes. */
const MEMORY = 512;

/** A worker costs a third of a second to start: one is kept between files, and does not keep the process. */
let idle: LimitedWorker | null = null;

/** The text of a PDF, made in a worker of its own with limits of time and memory. Never rejects. */
export async function readPdfText(bytes: Uint8Array): Promise<PdfAnswer> {
  const worker = idle ?? startWorker();
  idle = null;
  const copy = bytes.slice();
  const answer = await worker.ask<PdfAnswer>(copy, LONGEST, [copy.buffer]);
  if (answer === null) return { kind: 'problem', message: `takes more than ${LONGEST / 1000} s or ${MEMORY} MB to read` };
  if (idle === null) idle = worker;
  else await worker.close();
  return answer;
}

function startWorker(): LimitedWorker {
  const worker: LimitedWorker = startLimitedWorker(workerFile('documents/pdf-worker.js'), MEMORY, () => {
    if (idle === worker) idle = null;
  });
  return worker;
}
