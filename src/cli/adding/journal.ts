import { createHash } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import type { ReadFrom } from '../../readers/index.js';
import { isStoppedAt, type Stopped } from './stopped.js';

/** How far a run of `add` has come, in a file beside the record while it runs: what `--resume` goes on from. */
export interface Journal {
  /** Where an earlier run of the same paths stood; null where there was none, or it came to its end. */
  earlier(): Promise<Stopped | null>;
  /** Written after the articles are filed: a stop between the two only means that some are found to be known already. */
  keep(at: ReadFrom, counts: Stopped['counts']): Promise<void>;
  /** The run came to its end. */
  done(): Promise<void>;
}

/** Each set of paths has a journal of its own, so that two runs do not overwrite one another's. */
export function openJournal(besideRecord: string, paths: readonly string[]): Journal {
  const hash = createHash('sha256').update(JSON.stringify(paths)).digest('hex').slice(0, 12);
  const file = `${besideRecord}.add-${hash}.json`;
  return {
    earlier: async () => {
      const text = await readFile(file, 'utf8').catch(() => null);
      if (text === null) return null;
      try {
        const value: unknown = JSON.parse(text);
        return isStoppedAt(value) ? value : null;
      } catch {
        return null;
      }
    },
    keep: async (at, counts) => {
      await writeFile(`${file}.tmp`, JSON.stringify({ paths, at, counts } satisfies Stopped));
      await rename(`${file}.tmp`, file);
    },
    done: () => rm(file, { force: true }),
  };
}
