import { type StoredStatement, writeStatement } from '../stored.js';
import { correctStatement, type StatementChange } from './corrected-statement.js';
import type { Change, Correction } from './correction.js';

/** A change of one statement, with the entry that makes it. */
export interface PlannedChange {
  readonly id: string;
  readonly change: StatementChange | Extract<Change, { readonly kind: 'withdraw' | 'split' }>;
}

/** What entries change about statements, by the statements' ids, in the entries' order. */
export function planStatements(active: readonly Correction[]): ReadonlyMap<string, readonly PlannedChange[]> {
  const planned = new Map<string, PlannedChange[]>();
  const plan = (statement: string, one: PlannedChange): void => void planned.set(statement, [...(planned.get(statement) ?? []), one]);
  for (const { id, change } of active) {
    if (change.kind === 'split') for (const statement of change.statements) plan(statement, { id, change });
    else if ('statement' in change) plan(change.statement, { id, change });
  }
  return planned;
}

/** A statement with its changes made. */
export interface CarriedOut {
  readonly stored: StoredStatement;
  /** The speaker of its own that it was given, and the entry that did so. */
  readonly split: { readonly by: string; readonly name: string } | null;
  readonly withdrawn: 0 | 1;
  /** Entries that changed it; empty where none could. */
  readonly made: readonly string[];
  readonly wrong: readonly { readonly id: string; readonly message: string }[];
}

/** Makes changes one after another, from the statement as the engine read it. */
export function carryOut(read: StoredStatement, changes: readonly PlannedChange[], text: string): CarriedOut {
  let stored = read;
  let split: CarriedOut['split'] = null;
  let withdrawn: 0 | 1 = 0;
  const made: string[] = [];
  const wrong: { readonly id: string; readonly message: string }[] = [];
  for (const { id, change } of changes) {
    if (change.kind === 'withdraw') withdrawn = 1;
    else if (change.kind === 'split') split = { by: id, name: change.name };
    else {
      const next = correctStatement(stored, change, text);
      if (typeof next === 'string') {
        wrong.push({ id, message: next });
        continue;
      }
      stored = next;
    }
    made.push(id);
  }
  return { stored, split, withdrawn, made, wrong };
}

/** A corrected statement as a store keeps it, with the entries that changed it. */
export const writeCorrected = (stored: StoredStatement, made: readonly string[]): string =>
  writeStatement({ ...stored, corrections: made } as StoredStatement);
