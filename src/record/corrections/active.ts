import type { Correction, CorrectionOutcome } from './correction.js';

/** Which entries are in force, and which were taken back: an entry that takes back can be taken back itself. */
export interface Standing {
  readonly active: readonly Correction[];
  readonly undone: ReadonlySet<string>;
  /** Entries that take back what is not there. */
  readonly pointless: ReadonlySet<string>;
}

/** Goes through the entries from the last to the first, so that each is judged by what came after it. */
export function standingOf(corrections: readonly Correction[]): Standing {
  const undone = new Set<string>();
  const pointless = new Set<string>();
  for (let at = corrections.length - 1; at >= 0; at--) {
    const entry = corrections[at];
    if (entry?.change.kind !== 'undo' || undone.has(entry.id)) continue;
    const { entry: target } = entry.change;
    if (corrections.slice(0, at).some(({ id }) => id === target)) undone.add(target);
    else pointless.add(entry.id);
  }
  return { active: corrections.filter(({ id, change }) => change.kind !== 'undo' && !undone.has(id)), undone, pointless };
}

/** What became of each entry, in order: what the store told of those in force; entries it told nothing of were followed. */
export const outcomesOf = (
  corrections: readonly Correction[],
  { undone, pointless }: Standing,
  told: ReadonlyMap<string, CorrectionOutcome>,
): readonly CorrectionOutcome[] =>
  corrections.map(({ id }): CorrectionOutcome => {
    if (undone.has(id)) return { id, outcome: 'undone', message: null };
    if (pointless.has(id)) return { id, outcome: 'wrong', message: 'the entry that it takes back is not there' };
    return told.get(id) ?? { id, outcome: 'applied', message: null };
  });
