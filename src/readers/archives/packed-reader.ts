import type { ColumnMapping } from '../data/columns.js';
import { failure, type Limits, type Reader, type ReadOutput, type Source } from '../reader.js';
import { DEEPEST } from './container.js';
import { isGzip, isZstd, UnpackError, unpack } from './unpack.js';

/** Reads bytes of any kind under a name: how a reader of packed things hands on what it unpacks. */
export type ReadInner = (
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  limits: Limits,
  depth: number,
  columns: ColumnMapping | null,
) => AsyncIterable<ReadOutput>;

/** gzip and zstd files: whatever is in them, read by the reader for it. */
export function createPackedReader(readInner: ReadInner): Reader {
  return {
    name: 'packed',
    accepts: (sniff) => isGzip(sniff.head) || isZstd(sniff.head),
    read: (source, limits) => readPacked(source, limits, readInner),
  };
}

async function* readPacked(source: Source, limits: Limits, readInner: ReadInner): AsyncIterable<ReadOutput> {
  const { source: name, head, depth } = source.sniff;
  const place = { source: name, line: null };
  if (depth >= DEEPEST) {
    yield failure('too-large', place, `holds packed files in packed files, more than ${DEEPEST} deep`);
    return;
  }
  const inner = name.replace(/\.(?:gz|zst|tgz)$/i, '');
  try {
    for await (const item of readInner(
      inner,
      unpack(source.chunks, isGzip(head) ? 'gzip' : 'zstd'),
      limits,
      depth + 1,
      source.sniff.columns,
    )) {
      const { place: within } = item;
      yield {
        ...item,
        place: { ...within, source: within.source.startsWith(inner) ? name + within.source.slice(inner.length) : within.source },
      };
    }
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    yield failure(error.code === 'bomb' ? 'too-large' : 'not-readable', place, error.message);
  }
}
