import { readFile, rename, writeFile } from 'node:fs/promises';
import { type Subscription, subscribe } from './subscription.js';

/** The file of feeds is not what this program writes. */
export class FeedsFileError extends Error {
  constructor(file: string) {
    super(`${file} is no list of feeds; mend it, or move it away and add the feeds again`);
    this.name = 'FeedsFileError';
  }
}

/** The feeds in a file, in order; none where there is no file. Throws {@link FeedsFileError}. */
export async function readSubscriptions(file: string): Promise<readonly Subscription[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return [];
  try {
    const { feeds } = JSON.parse(text) as { feeds?: unknown };
    if (Array.isArray(feeds)) return feeds.map(subscriptionOf);
  } catch {
    // said below
  }
  throw new FeedsFileError(file);
}

/** Beside the file and then into its place: a stop leaves the one or the other whole. */
export async function writeSubscriptions(file: string, feeds: readonly Subscription[]): Promise<void> {
  await writeFile(`${file}.tmp`, `${JSON.stringify({ feeds }, null, 1)}\n`);
  await rename(`${file}.tmp`, file);
}

/** Fields that are missing or wrong stand as those of a feed that was never asked. */
function subscriptionOf(value: unknown): Subscription {
  const given = value as Partial<Record<keyof Subscription, unknown>> | null;
  if (typeof given?.address !== 'string') throw new TypeError('a feed without an address');
  const fresh = subscribe(given.address, textOf(given.title), given.texts === 'whole' ? 'whole' : 'as-given', textOf(given.added) ?? '');
  return {
    ...fresh,
    etag: textOf(given.etag),
    lastModified: textOf(given.lastModified),
    asked: typeof given.asked === 'number' ? given.asked : null,
    next: numberOf(given.next, fresh.next),
    interval: numberOf(given.interval, fresh.interval),
    failures: numberOf(given.failures, 0),
    problem: textOf(given.problem),
    gone: given.gone === true,
    seen: Array.isArray(given.seen) ? given.seen.filter((entry) => typeof entry === 'string') : [],
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown, fallback: number): number => (typeof value === 'number' && Number.isFinite(value) ? value : fallback);
