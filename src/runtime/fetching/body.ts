import { type Readable, Transform, type TransformCallback } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** A body that is too large, packed to hurt, or broken. */
export class BodyError extends Error {
  readonly code: 'too-large' | 'bomb' | 'broken';

  constructor(code: BodyError['code'], message: string) {
    super(message);
    this.name = 'BodyError';
    this.code = code;
  }
}

/** Text compresses to a tenth; what unpacks to more than this many times its size was made to hurt. Counted from the first megabyte on. */
const MOST_RATIO = 200;
const RATIO_FROM = 1_000_000;

/** What is asked for: each of them is unpacked here, where bytes are counted behind the unpacking. */
export const ACCEPTED_ENCODINGS = 'gzip, br, deflate';

/** A server may name several encodings; more than this many are a trick. */
const MOST_ENCODINGS = 3;

/** The bytes of an answer's body, unpacked; throws {@link BodyError} as soon as there are more than `most`, and reads no further. */
export async function bodyOf(raw: Readable, encoding: string | undefined, most: number): Promise<Uint8Array> {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MOST_ENCODINGS) throw new BodyError('bomb', 'is packed several times over');
  let packed = 0;
  const counting = new Transform({
    transform(chunk: Uint8Array, _: BufferEncoding, done: TransformCallback) {
      packed += chunk.length;
      done(packed > most ? tooLarge(most) : null, chunk);
    },
  });
  const stages = [counting, ...names.reverse().map(unpacker)];
  const last = stages.reduce((from: Readable, to: Transform) => {
    from.on('error', (error) => to.destroy(error));
    return from.pipe(to);
  }, raw);
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of last as AsyncIterable<Uint8Array>) {
      length += part.length;
      if (length > most) throw tooLarge(most);
      if (length > RATIO_FROM && length > packed * MOST_RATIO)
        throw new BodyError('bomb', `unpacks to more than ${MOST_RATIO} times its size`);
      parts.push(part);
    }
  } catch (error) {
    if (isUnpacking(error)) throw new BodyError('broken', `cannot be unpacked: ${(error as Error).message}`);
    throw error;
  } finally {
    raw.destroy();
    for (const stage of stages) stage.destroy();
  }
  return Buffer.concat(parts, length);
}

const tooLarge = (most: number): BodyError =>
  new BodyError('too-large', `is larger than ${most / 1e6} MB, the most that is fetched at once`);

const isUnpacking = (error: unknown): boolean =>
  /^(?:Z_|ERR__?(?:BROTLI|ZLIB)|ERR_BROTLI)/.test((error as NodeJS.ErrnoException)?.code ?? '');

function unpacker(name: string): Transform {
  switch (name) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createEitherInflate();
    default:
      throw new BodyError('broken', `is packed as "${name.slice(0, 20)}", which was not asked for`);
  }
}

/** "deflate" means zlib's format; some servers send the bare one. The first byte tells which. */
function createEitherInflate(): Transform {
  let inner: Transform | null = null;
  return new Transform({
    transform(chunk: Uint8Array, _, done) {
      if (inner === null) {
        inner = ((chunk[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
        inner.on('data', (part: Uint8Array) => this.push(part));
        inner.on('error', (error) => this.destroy(error));
      }
      if (inner.write(chunk)) done();
      else inner.once('drain', () => done());
    },
    flush(done) {
      if (inner === null) return done();
      inner.once('end', () => done());
      inner.end();
    },
  });
}
