import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import type { Reader } from '../reader.js';
import { type Entry, isArticleEntry, readEntries } from './container.js';
import type { ReadInner } from './packed-reader.js';
import { counting, UnpackError } from './unpack.js';

const isTar = (head: Uint8Array): boolean => new TextDecoder('latin1').decode(head.subarray(257, 262)) === 'ustar';

/** tar archives (POSIX ustar and pax, GNU): whatever is in them, read by the reader for it. Links and devices are refused. */
export function createTarReader(readInner: ReadInner): Reader {
  return {
    name: 'tar',
    accepts: (sniff) => isTar(sniff.head),
    read: (source, limits) => {
      const { taken, chunks } = counting(source.chunks);
      return readEntries(source, tarEntries(chunks), taken, isArticleEntry, limits, readInner);
    },
  };
}

async function* tarEntries(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Entry> {
  const source = Readable.from(chunks, { objectMode: false });
  const unpacking = extract();
  source.on('error', (error) => unpacking.destroy(error));
  source.pipe(unpacking);
  try {
    for await (const entry of unpacking) {
      const { name, type } = entry.header;
      if (type === 'directory') {
        entry.resume();
        continue;
      }
      yield {
        name,
        isFile: type === 'file' || type === 'contiguous-file' || type === null || type === undefined,
        chunks: entry as AsyncIterable<Uint8Array>,
      };
      entry.resume();
    }
  } catch (error) {
    if (error instanceof UnpackError) throw error;
    throw new UnpackError('broken', `cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    source.destroy();
    unpacking.destroy();
  }
}
