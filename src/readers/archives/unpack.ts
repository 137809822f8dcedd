import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Decompress } from 'fzstd';

/** Thrown where packed bytes are broken, or unpack to more than they may. */
export class UnpackError extends Error {
  readonly code: 'broken' | 'bomb';

  constructor(code: 'broken' | 'bomb', message: string) {
    super(message);
    this.name = 'UnpackError';
    this.code = code;
  }
}

/**
 * Text compresses to a tenth, logs to a hundredth: what unpacks to more than this many times its size was made to hurt. The
 * ratio counts from the first megabytes on, so that small files of blanks pass.
 */
const MOST_RATIO = 200;
const RATIO_FROM = 16_000_000;

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;
export const isZstd = (head: Uint8Array): boolean => head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd;

/** The bytes of a gzip or zstd stream, in constant memory; members that follow one another are joined. Throws {@link UnpackError}. */
export async function* unpack(chunks: AsyncIterable<Uint8Array>, format: 'gzip' | 'zstd'): AsyncIterable<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const counted = count(chunks, (length) => {
    packed += length;
  });
  try {
    for await (const chunk of format === 'gzip' ? gunzip(counted) : unzstd(counted)) {
      unpacked += chunk.length;
      if (unpacked > RATIO_FROM && unpacked > packed * MOST_RATIO)
        throw new UnpackError('bomb', `unpacks to more than ${MOST_RATIO} times its size`);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof UnpackError) throw error;
    throw new UnpackError('broken', `cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Chunks, and how many bytes of them were taken so far. */
export function counting(chunks: AsyncIterable<Uint8Array>): { readonly chunks: AsyncIterable<Uint8Array>; readonly taken: () => number } {
  let sum = 0;
  return {
    taken: () => sum,
    chunks: count(chunks, (length) => {
      sum += length;
    }),
  };
}

async function* count(chunks: AsyncIterable<Uint8Array>, add: (length: number) => void): AsyncIterable<Uint8Array> {
  for await (const chunk of chunks) {
    add(chunk.length);
    yield chunk;
  }
}

async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = Readable.from(chunks, { objectMode: false });
  const gunzipping = createGunzip();
  source.on('error', (error) => gunzipping.destroy(error));
  source.pipe(gunzipping);
  try {
    for await (const chunk of gunzipping) yield chunk as Uint8Array;
  } finally {
    source.destroy();
    gunzipping.destroy();
  }
}

async function* unzstd(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let ready: Uint8Array[] = [];
  const stream = new Decompress((chunk) => {
    ready.push(chunk.slice());
  });
  for await (const chunk of chunks) {
    stream.push(chunk);
    yield* ready;
    ready = [];
  }
  stream.push(new Uint8Array(0), true);
  yield* ready;
}
