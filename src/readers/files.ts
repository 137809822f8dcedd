import { createReadStream } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UnpackError } from './archives/unpack.js';
import { ARTICLE_FILES, isArticleFile } from './file-names.js';
import { type Ignore, readIgnore } from './ignore.js';
import { type Failure, failure, type Skipped } from './reader.js';

/** A file to read, by the path that messages name. */
export interface FoundFile {
  readonly kind: 'file';
  readonly path: string;
}

export type Found = FoundFile | Failure | Skipped;

const IGNORE_FILE = '.onrecordignore';

/** So deep may folders lie in folders. */
const DEEPEST = 64;

/**
 * The files that a path means: itself, or for a folder all files of known kinds in it, in the order of their names, folders in
 * folders likewise. Hidden files and what `.onrecordignore` lists are passed over; other kinds are reported as skipped.
 */
export async function* findFiles(path: string): AsyncIterable<Found> {
  const place = { source: path, line: null };
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    yield failureOf(path, error);
    return;
  }
  if (!isFolder) {
    yield { kind: 'file', path };
    return;
  }
  let found = false;
  for await (const item of walk(path, '', () => false, [])) {
    if (item.kind === 'file') found = true;
    yield item;
  }
  if (!found) yield failure('empty', place, `holds no articles (${[...ARTICLE_FILES].join(', ')})`);
}

async function* walk(folder: string, inside: string, inherited: Ignore, above: readonly string[]): AsyncIterable<Found> {
  const here = join(folder, inside);
  let names: string[];
  let real: string;
  try {
    real = await realpath(here);
    names = (await readdir(here)).sort();
  } catch (error) {
    yield failureOf(here, error);
    return;
  }
  // A link to a folder above would never end.
  if (above.includes(real) || above.length > DEEPEST) return;
  const ignore = await ignoreOf(here, inside, inherited);
  for (const name of names) {
    if (name.startsWith('.')) continue;
    const relative = inside === '' ? name : `${inside}/${name}`;
    const path = join(folder, relative);
    const isFolder = await isDirectory(path);
    if (ignore(relative, isFolder)) continue;
    if (isFolder) yield* walk(folder, relative, ignore, [...above, real]);
    else if (isArticleFile(name)) yield { kind: 'file', path };
    else yield { kind: 'skipped', place: { source: path, line: null } };
  }
}

/** A folder's own ignore file on top of those above it; its patterns count from where it lies. */
async function ignoreOf(here: string, inside: string, inherited: Ignore): Promise<Ignore> {
  const text = await readFile(join(here, IGNORE_FILE), 'utf8').catch(() => null);
  if (text === null) return inherited;
  const own = readIgnore(text);
  const prefix = inside === '' ? 0 : inside.length + 1;
  return (path, isFolder) => inherited(path, isFolder) || own(path.slice(prefix), isFolder);
}

const isDirectory = async (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** What went wrong with a path, in words. */
export function failureOf(path: string, error: unknown): Failure {
  const place = { source: path, line: null };
  if (error instanceof UnpackError) return failure(error.code === 'bomb' ? 'too-large' : 'not-readable', place, error.message);
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return failure('not-found', place, 'does not exist');
  if (code === 'EACCES' || code === 'EPERM') return failure('not-readable', place, 'may not be read (no permission)');
  if (code === 'EISDIR') return failure('not-readable', place, 'is a folder');
  return failure('not-readable', place, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
}

/** The bytes of a file; kinds of files that never end or hold nothing (devices, pipes) are read like any other. */
export const bytesOfFile = (path: string): AsyncIterable<Uint8Array> => createReadStream(path, { highWaterMark: 262_144 });

export const sizeOfFile = async (path: string): Promise<number> =>
  stat(path).then(
    (found) => found.size,
    () => 0,
  );
