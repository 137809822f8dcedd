import { createHash } from 'node:crypto';
import type { Day } from '../../engine/index.js';
import { ACTS, SPEAKER_KINDS, STANCES } from '../../engine/model-values.js';
import type { Change, Correction } from './correction.js';

/**
 * Corrections as text: one JSON object a line, added to at the end and never rewritten, so that it can be kept in version
 * control, read by people, merged and sent around. The record follows it; it is not in the record.
 */

export interface ReadCorrections {
  readonly corrections: readonly Correction[];
  /** Lines that are no entry; everything else is in force all the same. Lines count from 1. */
  readonly mistakes: readonly { readonly line: number; readonly message: string }[];
}

/** Where the corrections of a record lie: beside it. */
export const correctionsPlace = (record: string): string => `${record}.corrections.jsonl`;

/** Reads a file of corrections. Empty lines and lines that begin with "#" are passed over; of two entries with one id the first counts. */
export function readCorrections(text: string): ReadCorrections {
  const corrections = new Map<string, Correction>();
  const mistakes: { readonly line: number; readonly message: string }[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const entry = readEntry(line);
    if (typeof entry === 'string') mistakes.push({ line: index + 1, message: entry });
    else if (!corrections.has(entry.id)) corrections.set(entry.id, entry);
  }
  return { corrections: [...corrections.values()], mistakes };
}

/** An entry to be added behind the given ones. Its id follows from what it says and from how many stand before it. */
export function makeCorrection(change: Change, before: readonly Correction[], day: Day | null, note: string | null): Correction {
  const id = createHash('sha256')
    .update(JSON.stringify([before.length, before.at(-1)?.id ?? null, change]))
    .digest('hex')
    .slice(0, 10);
  return { id, day, note, change };
}

/** The line that adds an entry to the file. */
export const writeCorrection = (correction: Correction): string => `${JSON.stringify(correction)}\n`;

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string' && value !== '';
const day: Check = (value) => value === null || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
const textOrNull: Check = (value) => value === null || text(value);
const texts: Check = (value) => Array.isArray(value) && value.length > 0 && value.every(text);
const oneOf =
  (...values: readonly (string | null)[]): Check =>
  (value) =>
    values.includes(value as string | null);

const ACT = oneOf(...ACTS);
const KIND = oneOf(...SPEAKER_KINDS);

/** What each kind of change must say. */
const CHANGES: { readonly [Kind in Change['kind']]: Readonly<Record<string, Check>> } = {
  merge: { from: text, into: text },
  split: { from: text, name: text, statements: texts },
  rename: { speaker: text, name: text },
  role: { speaker: text, role: text, from: day, to: day },
  said: { statement: text, from: day, to: day },
  speaker: { statement: text, name: textOrNull, speakerKind: KIND },
  act: { statement: text, act: ACT },
  position: { statement: text, stance: oneOf(...STANCES, null), target: textOrNull, condition: textOrNull },
  words: { statement: text, words: text },
  withdraw: { statement: text },
  undo: { entry: text },
};

/** One line as an entry, or what is wrong with it. */
function readEntry(line: string): Correction | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'this line is no JSON; mend it or put "#" in front';
  }
  const { id, day: on = null, note = null, change } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (!text(id)) return 'this entry has no "id"';
  if (!day(on) || !(note === null || typeof note === 'string')) return '"day" must be a day or null, "note" a text or null';
  const { kind, ...fields } = (change ?? {}) as Readonly<Record<string, unknown>>;
  const checks = CHANGES[kind as Change['kind']];
  if (checks === undefined) return `"${String(kind)}" is no kind of change; use one of ${Object.keys(CHANGES).join(', ')}`;
  const wrong = Object.keys(checks).find((name) => !checks[name]?.(fields[name]));
  if (wrong !== undefined) return `"${wrong}" of this ${String(kind)} is missing or wrong`;
  const kept = Object.fromEntries(Object.keys(checks).map((name) => [name, fields[name]]));
  return { id: id as string, day: on as Day | null, note: note as string | null, change: { kind, ...kept } as Change };
}
