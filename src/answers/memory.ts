import type { StatementRecord } from '../record/index.js';

/** Remembers what was worked out from a record until the record changes. */
export interface Memory {
  /** What `work` gives, worked out once for each key and state of the record. */
  remember<Value>(key: string, work: () => Promise<Value>): Promise<Value>;
}

/** So many answers are kept; the one that was not asked for the longest goes first. */
const MOST_KEPT = 50;

export function createMemory(record: StatementRecord): Memory {
  const kept = new Map<string, Promise<unknown>>();
  let revision = '';
  return {
    async remember<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
      const current = await record.revision();
      if (current !== revision) kept.clear();
      revision = current;
      const known = kept.get(key) ?? work();
      kept.delete(key);
      kept.set(key, known);
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      known.catch(() => kept.delete(key));
      return known as Promise<Value>;
    },
  };
}
