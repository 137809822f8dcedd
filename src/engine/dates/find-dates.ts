import { CALENDAR_WORDS } from '../english/lists/calendar-words.js';
import type { TokenIndex } from '../model.js';
import { type Found, readHoliday, readMonth, readNumber, readOrdinal, readSeason, readWeekday } from './calendar-forms.js';
import type { Bound, DateExpression } from './date-form.js';
import { readUnit } from './relative-forms.js';
import type { WordSource } from './word-source.js';

/** The dates of a text in order, none overlapping another. One look-up a word; what surrounds it is read only where that word can be the heart of a date. */
export function findDates(source: WordSource): readonly DateExpression[] {
  const found: DateExpression[] = [];
  let last = 0;
  for (let at = 0; at < source.length; at++) {
    const date = readAt(source, at, last);
    if (date === null) continue;
    found.push(boundOf(source, date));
    last = date.to;
    at = date.to - 1;
  }
  return found;
}

/** The date whose heart is the word at `at`, reaching back no further than `first`. */
function readAt(source: WordSource, at: TokenIndex, first: TokenIndex): Found | null {
  const lower = source.lower[at] ?? '';
  const code = lower.charCodeAt(0);
  if (code === 39) return readNumber(source, at, first);
  if (code >= 48 && code <= 57) return readNumber(source, at, first) ?? readOrdinal(source, at, first);
  const word = CALENDAR_WORDS.get(lower);
  if (word === undefined) return readHoliday(source, at);
  switch (word.kind) {
    case 'weekday':
      return readWeekday(source, at, first, word);
    case 'month':
      return readHoliday(source, at) ?? readMonth(source, at, first, word);
    case 'season':
      return readSeason(source, at, first, word.value);
    case 'today':
      return { from: at, to: at + 1, form: { kind: 'today', days: word.value } };
    case 'unit':
      return readUnit(source, at, first, word.value);
    case 'holiday':
      return readHoliday(source, at);
  }
}

const BOUNDS: ReadonlyMap<string, Bound> = new Map([
  ['after', 'after'],
  ['before', 'before'],
  ['by', 'until'],
  ['since', 'since'],
  ['through', 'until'],
  ['till', 'until'],
  ['until', 'until'],
]);
const APPROXIMATE: ReadonlySet<string> = new Set(['about', 'approximately', 'around', 'circa', 'roughly', 'some']);

/** Adds what the preposition says: "since June 4", "around Dec. 25". */
function boundOf(source: WordSource, date: Found): DateExpression {
  let at = date.from - 1;
  if (source.lower[at] === 'the') at--;
  const approximate = APPROXIMATE.has(source.lower[at] ?? '');
  if (approximate) at--;
  return { ...date, bound: BOUNDS.get(source.lower[at] ?? '') ?? 'in', approximate };
}
