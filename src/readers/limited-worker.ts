import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A worker for files that may be made to hang or to fill the memory: it is asked one thing at a time, and given up when it takes too long. */
export interface LimitedWorker {
  /** What it answers; null where it dies or takes more than so many milliseconds. It must not be asked again after null. */
  ask<Answer>(message: unknown, longest: number, transfer?: readonly ArrayBuffer[]): Promise<Answer | null>;
  close(): Promise<void>;
}

/** Starts one. `memory`: what its heap may grow to, in megabytes. `onEnd`: called once it is gone, whatever ended it. */
export function startLimitedWorker(file: URL, memory: number, onEnd: () => void = () => undefined): LimitedWorker {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memory }, stdout: true, stderr: true });
  // A file can leave work behind that fails once its answer was given: the worker is given up, and nobody else is touched by it.
  worker.on('error', onEnd).on('exit', onEnd);
  worker.unref();
  const ask = <Answer>(message: unknown, longest: number, transfer: readonly ArrayBuffer[] = []): Promise<Answer | null> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => end(null), longest);
      const end = (answer: Answer | null): void => {
        clearTimeout(timer);
        worker.off('message', end).off('error', fail).off('exit', fail);
        worker.unref();
        if (answer === null) void worker.terminate();
        resolve(answer);
      };
      const fail = (): void => end(null);
      worker.ref();
      worker.once('message', end).once('error', fail).once('exit', fail);
      worker.postMessage(message, [...transfer]);
    });
  return {
    ask,
    close: async () => {
      await worker.terminate();
    },
  };
}

/** The built file of a worker, by its path below the readers; where the sources run by themselves (tests, the lab), the one that was built of them. */
export function workerFile(path: string): URL {
  const here = new URL(path, import.meta.url);
  return existsSync(fileURLToPath(here)) ? here : new URL(`../../dist/readers/${path}`, import.meta.url);
}
