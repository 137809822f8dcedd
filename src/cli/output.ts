import type { Writable } from 'node:stream';

/** Where a command's data go. Lines wait for whoever reads them; nothing is held beyond what the pipe holds. */
export interface Output {
  /** Writes a line. False once nobody reads any more: then there is no sense in going on. */
  line(text: string): Promise<boolean>;
  /** Writes a piece of text or bytes as it is, and waits as `line` does. */
  text(piece: string | Uint8Array): Promise<boolean>;
  /** Writes without a line end and without waiting: for a line that is written over. */
  raw(text: string): void;
  readonly isTerminal: boolean;
  /** Characters in a line; what is not a terminal has {@link WIDTH}. */
  readonly width: number;
}

/** As wide as a line of a long-lived plain text; also what files and pipes get, so that the same command writes the same. */
const WIDTH = 100;

export interface OutputStream extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export function createOutput(stream: OutputStream): Output {
  let open = true;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    open = false;
    // Whoever read us has gone (`| head`): that is no fault of ours.
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
  });
  const write = async (text: string | Uint8Array): Promise<boolean> => {
    if (!open) return false;
    if (!stream.write(text)) await drained(stream);
    return open;
  };
  return {
    isTerminal: stream.isTTY === true,
    width: stream.isTTY === true ? Math.max(40, Math.min(stream.columns ?? WIDTH, 120)) : WIDTH,
    raw: (text) => {
      if (open) stream.write(text);
    },
    text: write,
    line: (text) => write(`${text}\n`),
  };
}

const drained = (stream: OutputStream): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      stream.off('drain', done).off('error', done).off('close', done);
      resolve();
    };
    stream.once('drain', done).once('error', done).once('close', done);
  });

/** Resolves when everything written has left the process. */
export const flushed = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else stream.write('', () => resolve());
  });
