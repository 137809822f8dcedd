import { type ArticleOrFailure, failure, type Limits, type Reader, type Source } from '../reader.js';
import { isGzip, isZstd, UnpackError, unpack } from './unpack.js';

/** Reads bytes of any kind under a name: how a reader of packed things hands on what it unpacks. */
export type ReadInner = (name: string, chunks: AsyncIterable<Uint8Array>, limits: Limits) => AsyncIterable<ArticleOrFailure>;

/** So many packings may lie in one another. */
const DEEPEST = 3;

/** gzip and zstd files: whatever is in them, read by the reader for it. */
export function createPackedReader(readInner: ReadInner): Reader {
  return {
    name: 'packed',
    accepts: (sniff) => isGzip(sniff.head) || isZstd(sniff.head),
    read: (source, limits) => readPacked(source, limits, readInner),
  };
}

async function* readPacked(source: Source, limits: Limits, readInner: ReadInner): AsyncIterable<ArticleOrFailure> {
  const { source: name, head } = source.sniff;
  const place = { source: name, line: null };
  const inner = `${name}!`;
  if (inner.endsWith('!'.repeat(DEEPEST + 1))) {
    yield failure('too-large', place, `holds packed files in packed files, more than ${DEEPEST} deep`);
    return;
  }
  try {
    for await (const item of readInner(inner, unpack(source.chunks, isGzip(head) ? 'gzip' : 'zstd'), limits)) {
      yield { ...item, place: { ...item.place, source: item.place.source.replace(inner, name) } };
    }
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    yield failure(error.code === 'bomb' ? 'too-large' : 'not-readable', place, error.message);
  }
}
