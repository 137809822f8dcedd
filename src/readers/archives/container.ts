import { isArticleFile } from '../file-names.js';
import { failure, type Limits, type ReadOutput, type Source } from '../reader.js';
import { isHiddenEntry, nameTrick } from './entry-names.js';
import type { ReadInner } from './packed-reader.js';
import { UnpackError } from './unpack.js';

/** One file of an archive. `chunks` are read before the next entry is asked for; what nobody reads is passed over. */
export interface Entry {
  readonly name: string;
  /** False for links and devices, which could point anywhere. */
  readonly isFile: boolean;
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** What an archive may hold. Beyond it, reading stops with a failure. */
export interface ContainerLimits {
  readonly entries: number;
  /** Of everything that it unpacks to, in bytes. */
  readonly unpacked: number;
  /** Times that it may unpack to its own size, from `ratioFrom` bytes on. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

/** A year of a large outlet has some hundred thousand files; news text compresses to a tenth, logs to a hundredth. */
export const CONTAINER_LIMITS: ContainerLimits = { entries: 1_000_000, unpacked: 200_000_000_000, ratio: 200, ratioFrom: 16_000_000 };

/** Archives may lie in archives so deep. */
export const DEEPEST = 4;

/** Reads every article of an archive by the readers for its files. `packed` tells how many bytes of the archive were taken in. */
export async function* readEntries(
  source: Source,
  entries: AsyncIterable<Entry>,
  packed: () => number,
  wanted: (name: string) => boolean,
  limits: Limits,
  readInner: ReadInner,
): AsyncIterable<ReadOutput> {
  const { source: name, depth } = source.sniff;
  const place = { source: name, line: null };
  if (depth >= DEEPEST) {
    yield failure('too-large', place, `holds archives in archives, more than ${DEEPEST} deep`);
    return;
  }
  const guard = createGuard(packed);
  let count = 0;
  let read = 0;
  try {
    for await (const entry of entries) {
      if (++count > CONTAINER_LIMITS.entries) throw new UnpackError('bomb', `holds more than ${CONTAINER_LIMITS.entries} files`);
      const inner = { source: `${name}!/${entry.name.slice(0, 200)}`, line: null };
      const trick = entry.isFile ? nameTrick(entry.name) : 'is a link or a device and no file';
      if (trick !== null) yield failure('path-refused', inner, trick);
      else if (isHiddenEntry(entry.name)) continue;
      else if (!wanted(entry.name)) yield { kind: 'skipped', place: inner };
      else {
        read++;
        yield* readInner(inner.source, guard.of(entry.chunks), limits, depth + 1, source.sniff.columns);
        guard.check();
      }
    }
    if (read === 0) yield failure('empty', place, 'is an archive that holds no articles');
  } catch (error) {
    if (!(error instanceof UnpackError)) throw error;
    yield failure(error.code === 'bomb' ? 'too-large' : 'not-readable', place, error.message);
  }
}

interface Guard {
  of(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** Throws where a limit was met: a reader makes a failure of its own of what breaks inside it, and goes on. */
  check(): void;
}

function createGuard(packed: () => number): Guard {
  const { unpacked: most, ratio, ratioFrom } = CONTAINER_LIMITS;
  let unpacked = 0;
  const check = (): void => {
    if (unpacked > most) throw new UnpackError('bomb', `unpacks to more than ${most / 1e9} GB`);
    if (unpacked > ratioFrom && unpacked > packed() * ratio) throw new UnpackError('bomb', `unpacks to more than ${ratio} times its size`);
  };
  return {
    check,
    async *of(chunks) {
      for await (const chunk of chunks) {
        unpacked += chunk.length;
        check();
        yield chunk;
      }
    },
  };
}

/** In an archive as in a folder: files by whose names they may be articles. */
export const isArticleEntry = (name: string): boolean => isArticleFile(name);
