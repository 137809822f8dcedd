import type { ReadFrom } from '../../readers/index.js';

/** Where a run of `add` stood, and what it had done until then. */
export interface Stopped {
  readonly paths: readonly string[];
  readonly at: ReadFrom;
  readonly counts: Readonly<Record<string, number>>;
}

/** Whether a value has the shape of one: the file could have been written by anybody. */
export function isStoppedAt(value: unknown): value is Stopped {
  if (typeof value !== 'object' || value === null) return false;
  const { at, counts } = value as { at?: { after?: unknown; items?: unknown } | null; counts?: unknown };
  if (typeof at !== 'object' || at === null || typeof counts !== 'object' || counts === null) return false;
  const { after, items } = at;
  return (
    (after === null || typeof after === 'string') &&
    Number.isSafeInteger(items) &&
    (items as number) >= 0 &&
    Object.values(counts).every((count) => Number.isSafeInteger(count))
  );
}
