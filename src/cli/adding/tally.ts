import type { Filed } from '../../record/index.js';

/** What a run did, as numbers that a later run can go on from. */
export interface Tally {
  add(filed: readonly Filed[]): void;
  readonly counts: Readonly<Record<Filed['outcome'] | 'statements', number>>;
}

export function createTally(before: Readonly<Record<string, number>>): Tally {
  const counts = {
    filed: before.filed ?? 0,
    version: before.version ?? 0,
    appearance: before.appearance ?? 0,
    amended: before.amended ?? 0,
    known: before.known ?? 0,
    statements: before.statements ?? 0,
  };
  return {
    counts,
    add: (filed) => {
      for (const { outcome, statements } of filed) {
        counts[outcome]++;
        if (outcome === 'filed' || outcome === 'version') counts.statements += statements;
      }
    },
  };
}
