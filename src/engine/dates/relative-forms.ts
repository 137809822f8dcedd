import { type DateUnit, type PeriodPart, SMALL_NUMBERS } from '../english/lists/calendar-words.js';
import type { TokenIndex } from '../model.js';
import { type Found, PARTS, WHICH } from './calendar-forms.js';
import type { WordSource } from './word-source.js';

const SEVERAL: ReadonlySet<string> = new Set(['few', 'many', 'recent', 'several', 'some']);
const AGO: ReadonlySet<string> = new Set(['ago']);
const LATER: ReadonlySet<string> = new Set(['after', 'afterward', 'afterwards', 'later']);
const EARLIER: ReadonlySet<string> = new Set(['before', 'beforehand', 'earlier', 'previously']);
const PLURAL_ONLY: ReadonlySet<DateUnit> = new Set(['hour']);

/** A date built around a unit of time: "last week", "two days ago", "a week later", "in recent weeks"; not "a day", "every year". */
export function readUnit(source: WordSource, at: TokenIndex, first: TokenIndex, unit: DateUnit): Found | null {
  return readAgo(source, at, first, unit) ?? readPeriod(source, at, first, unit) ?? readDayBeside(source, at, first, unit);
}

/** How many units the words before `at` count: null for "several"; undefined where they count nothing. */
function countBefore(source: WordSource, at: TokenIndex, first: TokenIndex): { count: number | null; from: TokenIndex } | undefined {
  if (at - 1 < first) return undefined;
  const before = source.lower[at - 1] ?? '';
  if (SEVERAL.has(before)) return { count: null, from: source.lower[at - 2] === 'a' && at - 2 >= first ? at - 2 : at - 1 };
  if (before === 'of' && source.lower[at - 2] === 'couple') return { count: 2, from: Math.max(first, at - 3) };
  if (before === 'couple') return { count: 2, from: Math.max(first, at - 2) };
  const digits = /^\d{1,3}$/.test(before) ? Number(before) : undefined;
  const count = digits ?? SMALL_NUMBERS.get(before);
  return count === undefined ? undefined : { count, from: at - 1 };
}

/** "two days ago", "a week later", "a day earlier", "months ago", "the past three days". */
function readAgo(source: WordSource, at: TokenIndex, first: TokenIndex, unit: DateUnit): Found | null {
  const counted = countBefore(source, at, first);
  const next = source.lower[at + 1] ?? '';
  const from = counted?.from ?? at;
  if (AGO.has(next)) return { from, to: at + 2, form: { kind: 'ago', unit, count: counted?.count ?? null } };
  const outer = source.lower[from - 1] ?? '';
  if (counted !== undefined && from - 1 >= first && (outer === 'past' || outer === 'last')) {
    return { from: from - 1, to: at + 1, form: { kind: 'recent', unit, count: counted.count } };
  }
  if (source.lower[at - 1] === 'recent') return { from: at - 1, to: at + 1, form: { kind: 'recent', unit, count: null } };
  if (counted === undefined || counted.count === null || PLURAL_ONLY.has(unit)) return null;
  const direction = LATER.has(next) ? 1 : EARLIER.has(next) ? -1 : 0;
  if (direction === 0 || ((next === 'before' || next === 'after') && !endsClause(source, at + 2))) return null;
  return { from, to: at + 2, form: { kind: 'shift', unit, count: direction * counted.count } };
}

/** Whether nothing follows that "before" and "after" could take: a mark, a conjunction, the end. */
function endsClause(source: WordSource, at: TokenIndex): boolean {
  const pos = source.pos[at];
  return pos === undefined || pos === 'PUNCT' || pos === 'CCONJ';
}

/** "last week", "this month", "that night", "earlier this week", "late last year", "the past week", "the following day". */
function readPeriod(source: WordSource, at: TokenIndex, first: TokenIndex, unit: DateUnit): Found | null {
  const before = source.lower[at - 1] ?? '';
  const which = at - 1 < first ? undefined : WHICH.get(before);
  if (which === undefined || unit === 'hour' || source.lower[at]?.endsWith('s') === true) return null;
  const definite = source.lower[at - 2] === 'the' && at - 2 >= first;
  if (definite && (before === 'next' || before === 'following'))
    return { from: at - 2, to: at + 1, form: { kind: 'shift', unit, count: 1 } };
  if (before === 'previous') return { from: at - 1, to: at + 1, form: { kind: 'shift', unit, count: -1 } };
  if (before === 'following' || (before === 'next' && unit === 'day'))
    return { from: at - 1, to: at + 1, form: { kind: 'shift', unit, count: 1 } };
  if (before === 'past' || (before === 'last' && definite)) {
    const start = source.lower[at - 2] === 'this' && at - 2 >= first ? at - 2 : at - 1;
    return { from: start, to: at + 1, form: { kind: 'recent', unit, count: 1 } };
  }
  const outer = source.lower[at - 2] ?? '';
  const part = at - 2 < first ? null : partOf(outer);
  if (which === 'that' && (source.pos[at - 1] === 'SCONJ' || before === 'that') && isClause(source, at)) return null;
  return { from: part === null ? at - 1 : at - 2, to: at + 1, form: { kind: 'period', unit, which, part } };
}

function partOf(word: string): PeriodPart | 'before' | 'after' | null {
  if (word === 'earlier') return 'before';
  return word === 'later' ? 'after' : (PARTS.get(word) ?? null);
}

/** "that year-end …", "that day care …": the unit is part of another noun. */
const isClause = (source: WordSource, at: TokenIndex): boolean => source.pos[at + 1] === 'NOUN';

/** "the day before", "the day after", "the night before", each with nothing behind that it could be before or after of. */
function readDayBeside(source: WordSource, at: TokenIndex, first: TokenIndex, unit: DateUnit): Found | null {
  if (source.lower[at - 1] !== 'the' || at - 1 < first || !(unit === 'day' || unit === 'night' || unit === 'week' || unit === 'year'))
    return null;
  const next = source.lower[at + 1] ?? '';
  const direction = next === 'before' ? -1 : next === 'after' ? 1 : 0;
  if (direction === 0 || !endsClause(source, at + 2)) return null;
  return { from: at - 1, to: at + 2, form: { kind: 'shift', unit, count: direction } };
}
