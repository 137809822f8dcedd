import { appendFile, readFile } from 'node:fs/promises';
import type { Day } from '../engine/index.js';
import {
  type Change,
  type Correction,
  correctionsPlace,
  makeCorrection,
  readCorrections,
  type StatementRecord,
  writeCorrection,
} from '../record/index.js';
import { problem } from './messages.js';

/** A record in a database keeps its corrections itself; one in a file follows the file beside it. */
const keepsCorrections = (record: StatementRecord): boolean => record.place.includes('://');

/** The entries that a record is to follow, first to last; none where there is no file of them. */
export async function correctionsOf(record: StatementRecord): Promise<readonly Correction[]> {
  if (keepsCorrections(record)) return record.corrections();
  const text = await readFile(correctionsPlace(record.place), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return readCorrections(text).corrections;
}

/**
 * Adds an entry behind those that are there and makes the record follow it. An entry that cannot be done is not added: the
 * record stays as it was, and the problem says why.
 */
export async function addCorrection(record: StatementRecord, change: Change, day: Day, note: string | null): Promise<Correction> {
  const before = await correctionsOf(record);
  const correction = makeCorrection(change, before, day, note);
  const after = [...before, correction];
  const expected = keepsCorrections(record) ? before : undefined;
  const outcomes = await record.correct(after, expected);
  const own = outcomes.at(-1);
  if (own?.outcome === 'wrong') {
    await record.correct(before, expected && after);
    throw problem('correction-refused', own.message ?? 'it cannot be done');
  }
  if (keepsCorrections(record)) return correction;
  try {
    await appendFile(correctionsPlace(record.place), writeCorrection(correction));
  } catch (error) {
    await record.correct(before);
    throw problem('corrections-unwritable', correctionsPlace(record.place), error instanceof Error ? error.message : String(error));
  }
  return correction;
}

/** A change in one line, as people say it. */
export function describeChange(change: Change): string {
  switch (change.kind) {
    case 'merge':
      return `${change.from} is ${change.into}`;
    case 'split':
      return `${change.statements.length} statements of ${change.from} belong to ${change.name}`;
    case 'rename':
      return `${change.speaker} is called ${change.name}`;
    case 'role':
      return `${change.speaker} was ${change.role}${change.from === null ? '' : ` from ${change.from}`}${change.to === null ? '' : ` to ${change.to}`}`;
    case 'said':
      return `statement ${change.statement} was said ${change.from === null ? 'on a day not known' : change.from === change.to ? `on ${change.from}` : `between ${change.from} and ${change.to ?? '…'}`}`;
    case 'speaker':
      return `statement ${change.statement} is ${change.name === null ? change.speakerKind : `${change.name}’s`}`;
    case 'act':
      return `statement ${change.statement} ${change.act}`;
    case 'position':
      return `statement ${change.statement} ${change.stance === null ? 'takes no position' : `is ${change.stance}${change.target === null ? '' : ` ${change.target}`}${change.condition === null ? '' : ` (${change.condition})`}`}`;
    case 'words':
      return `statement ${change.statement} holds the words “${change.words}”`;
    case 'withdraw':
      return `statement ${change.statement} is withdrawn`;
    case 'undo':
      return `entry ${change.entry} is taken back`;
  }
}
