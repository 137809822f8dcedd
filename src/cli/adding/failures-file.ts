import { appendFile, readFile, writeFile } from 'node:fs/promises';
import type { Failure } from '../../readers/index.js';
import { problem } from '../messages.js';

/** A file with a JSON line for each place that could not be read: `{"file", "code", "place", "line", "message"}`. */
export interface FailuresFile {
  add(failure: Failure): Promise<void>;
}

/** `begin` empties the file: what stood there was of another run. */
export async function openFailures(path: string, mode: 'begin' | 'go-on'): Promise<FailuresFile> {
  const trying = async (write: Promise<void>): Promise<void> => {
    try {
      await write;
    } catch (error) {
      throw problem('failures-unwritable', path, error instanceof Error ? error.message : String(error));
    }
  };
  if (mode === 'begin') await trying(writeFile(path, ''));
  return {
    add: ({ code, place, message }) =>
      trying(
        appendFile(path, `${JSON.stringify({ file: place.file ?? place.source, code, place: place.source, line: place.line, message })}\n`),
      ),
  };
}

/** The files and addresses that a failures file names, each once, in its order. */
export async function pathsOfFailures(path: string): Promise<readonly string[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw problem('failures-unreadable', path, error instanceof Error ? error.message : String(error));
  }
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return [...new Set(lines.map((line, index) => fileOf(line, `${path}:${index + 1}`)))];
}

function fileOf(line: string, place: string): string {
  try {
    const { file } = JSON.parse(line) as { file?: unknown };
    if (typeof file === 'string' && file !== '') return file;
  } catch {
    // said below
  }
  throw problem('failures-unreadable', place, 'is no line {"file": …}');
}
