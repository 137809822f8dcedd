import { speakerKey } from '../../engine/speakers/names.js';
import { RecordError } from '../record-error.js';
import type { Correction } from './correction.js';

/** Whether corrections speak of any of these statements or speakers. */
export function concerns(corrections: readonly Correction[], statements: ReadonlySet<string>, speakers: ReadonlySet<string>): boolean {
  const named = (name: string): boolean =>
    speakers.has(name) || [...speakers].some((key) => speakerKey(key.slice(key.indexOf(':') + 1)) === speakerKey(name));
  return corrections.some(({ change }) => {
    if ('statement' in change) return statements.has(change.statement);
    if (change.kind === 'split') return change.statements.some((id) => statements.has(id)) || named(change.from);
    if (change.kind === 'merge') return named(change.from) || named(change.into);
    return 'speaker' in change && named(change.speaker);
  });
}

/** Throws where a record follows others than the ones that are to be replaced. */
export function refuseOthers(place: string, held: readonly Correction[], instead: readonly Correction[] | undefined): void {
  if (instead === undefined || JSON.stringify(held) === JSON.stringify(instead)) return;
  throw new RecordError('record-busy', `${place}: somebody else corrected the record at the same moment; nothing was changed; try again`);
}
