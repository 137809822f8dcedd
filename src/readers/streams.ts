import { type Encoding, encodingOfMark, encodingOfZeros } from './decode.js';

/** All bytes of a stream; null where there are more than `most`, which stops the reading. */
export async function collect(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > most) return null;
    parts.push(chunk);
  }
  return concatenate(parts);
}

export function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1 && parts[0] !== undefined) return parts[0];
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A stream as text: by its byte order mark, as UTF-16 where every other byte is zero, else as UTF-8. The mark is taken off. */
export async function* textsOfStream(chunks: AsyncIterable<Uint8Array>): AsyncIterable<string> {
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of inUtf8(chunks)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** A line without its line end; `bytes` is null where it was longer than allowed (its rest is passed over). */
export interface Line {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

const NEWLINE = 10;

/** The lines of a stream in UTF-8 or any encoding that extends ASCII; UTF-16 with a mark is made UTF-8 first. Holds one line at a time. */
export async function* linesOfStream(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncIterable<Line> {
  let number = 1;
  let held: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array): void => {
    length += part.length;
    if (length <= longest) held.push(part);
    else held = [];
  };
  const finish = (): Line => {
    const line = { number, bytes: length <= longest ? concatenate(held) : null };
    held = [];
    length = 0;
    number++;
    return line;
  };
  for await (const chunk of inUtf8(chunks)) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at));
      yield finish();
      from = at + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (length > 0) yield finish();
}

/** Leaves bytes as they are but for a byte order mark, which is taken off, and UTF-16, which becomes UTF-8. */
async function* inUtf8(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let first = true;
  const encoder = new TextEncoder();
  for await (const chunk of chunks) {
    if (first) {
      first = false;
      const encoding: Encoding | null = encodingOfMark(chunk) ?? encodingOfZeros(chunk);
      if (encoding === 'utf-8') {
        yield chunk.subarray(3);
        continue;
      }
      if (encoding !== null) decoder = new TextDecoder(encoding);
    }
    yield decoder === null ? chunk : encoder.encode(decoder.decode(chunk, { stream: true }));
  }
}
