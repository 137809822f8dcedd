import { Unzip, UnzipInflate } from 'fflate';
import type { Entry } from './container.js';
import { UnpackError } from './unpack.js';

/** Of the archive, given to the unpacker at once: what comes out of a piece is held in memory, and can be a thousand times as much. */
const PIECE = 16_384;

interface Draft {
  readonly name: string;
  readonly ready: Uint8Array[];
  done: boolean;
  error: Error | null;
}

/** The files of a ZIP container in the order in which they lie there, in constant memory. Throws {@link UnpackError}. */
export async function* zipEntries(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Entry> {
  const found: Draft[] = [];
  const source = pieces(chunks)[Symbol.asyncIterator]();
  let ended = false;
  const unzip = new Unzip((file) => {
    const draft: Draft = { name: file.name, ready: [], done: false, error: null };
    file.ondata = (error, data, final) => {
      if (error) draft.error = error;
      else if (data.length > 0) draft.ready.push(data);
      draft.done ||= final || error !== null;
    };
    found.push(draft);
    try {
      file.start();
    } catch (error) {
      draft.error = error as Error;
      draft.done = true;
    }
  });
  unzip.register(UnzipInflate);
  const pump = async (): Promise<void> => {
    const next = await source.next();
    ended = next.done === true;
    try {
      unzip.push(next.done ? new Uint8Array(0) : next.value, ended);
    } catch (error) {
      // At the end fflate complains of what stands behind the last file, which is the directory.
      if (!ended) throw new UnpackError('broken', `cannot be unpacked: ${(error as Error).message}`);
    }
  };
  async function* bodyOf(draft: Draft): AsyncIterable<Uint8Array> {
    for (;;) {
      for (let part = draft.ready.shift(); part !== undefined; part = draft.ready.shift()) yield part;
      if (draft.error !== null) throw new UnpackError('broken', `cannot be unpacked: ${draft.error.message}`);
      if (draft.done) return;
      if (ended) throw new UnpackError('broken', 'ends in the middle of a file');
      await pump();
    }
  }
  try {
    for (;;) {
      while (found.length === 0 && !ended) await pump();
      const draft = found.shift();
      if (draft === undefined) return;
      if (draft.name.endsWith('/')) continue;
      yield { name: draft.name, isFile: true, chunks: bodyOf(draft) };
      while (!draft.done && !ended) {
        draft.ready.length = 0;
        await pump();
      }
    }
  } finally {
    await source.return?.();
  }
}

async function* pieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  for await (const chunk of chunks) for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
}
