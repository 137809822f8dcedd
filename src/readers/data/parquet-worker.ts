import { open } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { decompress as unzstd } from 'fzstd';
import type { AsyncBuffer, Compressors, FileMetaData } from 'hyparquet';

/** What the reader asks: first to open a file on disk or bytes in memory, then for rows. */
export type ParquetQuestion =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'bytes'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'rows'; readonly columns: readonly string[]; readonly from: number; readonly to: number };

export type ParquetAnswer =
  | { readonly kind: 'opened'; readonly size: number; readonly columns: readonly string[]; readonly groups: readonly ParquetGroup[] }
  | { readonly kind: 'rows'; readonly rows: readonly Readonly<Record<string, unknown>>[] }
  | { readonly kind: 'problem'; readonly message: string };

export interface ParquetGroup {
  readonly rows: number;
  readonly bytes: number;
}

/** A page that unpacks to more than this, or a piece that is larger, is refused. In bytes. */
const LARGEST_PAGE = 256_000_000;
const LARGEST_PIECE = 1_000_000_000;

let buffer: AsyncBuffer | null = null;
let metadata: FileMetaData | null = null;

parentPort?.on('message', (question: ParquetQuestion) => {
  answer(question).then(
    (found) => parentPort?.postMessage(found),
    (error: unknown) =>
      parentPort?.postMessage({ kind: 'problem', message: (error instanceof Error ? error.message : String(error)).slice(0, 200) }),
  );
});

async function answer(question: ParquetQuestion): Promise<ParquetAnswer> {
  const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet');
  if (question.kind === 'rows') {
    if (buffer === null || metadata === null) throw new Error('no file is open');
    const { columns, from, to } = question;
    return {
      kind: 'rows',
      rows: await parquetReadObjects({ file: buffer, metadata, columns: [...columns], rowStart: from, rowEnd: to, compressors }),
    };
  }
  buffer = question.kind === 'file' ? await fileBuffer(question.path) : memoryBuffer(question.bytes);
  metadata = await parquetMetadataAsync(buffer);
  return {
    kind: 'opened',
    size: buffer.byteLength,
    columns: parquetSchema(metadata).children.map((child) => child.element.name),
    groups: metadata.row_groups.map(({ num_rows, total_byte_size }) => ({ rows: Number(num_rows), bytes: Number(total_byte_size) })),
  };
}

const compressors: Compressors = {
  GZIP: (input, size) => gunzipSync(input, { maxOutputLength: limited(size) }),
  BROTLI: (input, size) => brotliDecompressSync(input, { maxOutputLength: limited(size) }),
  ZSTD: (input, size) => unzstd(input, new Uint8Array(limited(size))),
};

function limited(size: number): number {
  if (size > LARGEST_PAGE) throw new RangeError(`a page unpacks to ${size} bytes`);
  return Math.max(1, size);
}

const memoryBuffer = (bytes: ArrayBuffer): AsyncBuffer => ({
  byteLength: bytes.byteLength,
  slice: (start, end) => bytes.slice(start, end),
});

/** The file stays open as long as the worker lives. */
async function fileBuffer(path: string): Promise<AsyncBuffer> {
  const handle = await open(path);
  const { size } = await handle.stat();
  return {
    byteLength: size,
    slice: async (start, end = size) => {
      const length = Math.max(0, Math.min(end, size) - start);
      if (length > LARGEST_PIECE) throw new RangeError(`${length} bytes are wanted at once`);
      const bytes = new Uint8Array(length);
      await handle.read(bytes, 0, length, start);
      return bytes.buffer;
    },
  };
}
