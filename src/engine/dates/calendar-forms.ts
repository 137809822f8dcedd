import {
  AFTER_NAMED_DAY,
  BEFORE_NAMED_DAY,
  CALENDAR_WORDS,
  type CalendarWord,
  HOLIDAY_STARTS,
  HOLIDAYS,
  type PeriodPart,
  type Season,
} from '../english/lists/calendar-words.js';
import type { TokenIndex, TokenRange } from '../model.js';
import { civilDay, isCalendarDay, parseDay } from './calendar.js';
import type { DateForm, MonthDay, Which } from './date-form.js';
import { isCapitalized, type WordSource } from './word-source.js';

/** A date's tokens and what they say. */
export interface Found extends TokenRange {
  readonly form: DateForm;
}

export const WHICH: ReadonlyMap<string, Which> = new Map([
  ['coming', 'next'],
  ['following', 'next'],
  ['last', 'last'],
  ['next', 'next'],
  ['past', 'last'],
  ['previous', 'last'],
  ['same', 'that'],
  ['that', 'that'],
  ['this', 'this'],
]);

export const PARTS: ReadonlyMap<string, PeriodPart> = new Map([
  ['early', 'early'],
  ['late', 'late'],
  ['mid', 'mid'],
]);

const PARTS_OF_DAY: ReadonlySet<string> = new Set(['afternoon', 'evening', 'morning', 'night']);

/** A demonstrative before a day or month: "last", "this past", "this coming". */
function whichBefore(source: WordSource, at: TokenIndex, first: TokenIndex): { which: Which | null; from: TokenIndex } {
  if (at <= first) return { which: null, from: at };
  const which = WHICH.get(source.lower[at - 1] ?? '') ?? null;
  if (which === null || (which === 'that' && source.lower[at - 1] === 'that' && !demonstrates(source, at)))
    return { which: null, from: at };
  const outer = source.lower[at - 2];
  return { which, from: at - 1 > first && (outer === 'this' || outer === 'the') && source.lower[at - 1] !== 'this' ? at - 2 : at - 1 };
}

/** Whether the "that" before `at` points ("that fall") and does not join ("said that Monday …"). */
const demonstrates = (source: WordSource, at: TokenIndex): boolean =>
  source.pos[at - 1] === 'DET' || (!isCapitalized(source.words[at]) && source.pos[at + 1] !== 'NOUN');

/** "Saturday", "last Friday", "Tuesday night", "Friday, March 14, 2031", "Tuesday of last week"; not "Super Tuesday", "Sunday Times". */
export function readWeekday(source: WordSource, at: TokenIndex, first: TokenIndex, word: CalendarWord & { kind: 'weekday' }): Found | null {
  if (!isCapitalized(source.words[at])) return null;
  if (BEFORE_NAMED_DAY.has(source.lower[at - 1] ?? '')) return null;
  let to = at + 1;
  if (word.short) {
    if (source.lower[to] === '.') to++;
    const dated = dayAndMonth(source, source.lower[to] === ',' ? to + 1 : to);
    return dated === null ? null : { ...dated, from: at };
  }
  if (isCapitalized(source.words[to]) && AFTER_NAMED_DAY.has(source.lower[to] ?? '')) return null;
  if (PARTS_OF_DAY.has(source.lower[to] ?? '')) to++;
  const dated = dayAndMonth(source, source.lower[to] === ',' ? to + 1 : to);
  if (dated !== null) return { ...dated, from: at };
  const { which, from } = whichBefore(source, at, first);
  let week: Which | null = null;
  if (source.lower[to] === 'of' && source.lower[to + 2] === 'week') {
    week = WHICH.get(source.lower[to + 1] ?? '') ?? null;
    if (week !== null) to += 3;
  }
  return { from: beginning(source, from, first), to, form: { kind: 'weekday', weekday: word.value, which, week } };
}

/** "early Saturday": the part of the day belongs to the words, not to the date. */
const beginning = (source: WordSource, from: TokenIndex, first: TokenIndex): TokenIndex =>
  from > first && PARTS.has(source.lower[from - 1] ?? '') ? from - 1 : from;

/** "March 14, 2031" right at `at`. */
function dayAndMonth(source: WordSource, at: TokenIndex): Found | null {
  const word = CALENDAR_WORDS.get(source.lower[at] ?? '');
  if (word?.kind !== 'month' || !isCapitalized(source.words[at])) return null;
  return monthDay(source, at, afterMonth(source, at), word.value);
}

/** The token after a month's name and the full stop that an abbreviation may have left apart. */
const afterMonth = (source: WordSource, at: TokenIndex): TokenIndex =>
  source.lower[at + 1] === '.' && (source.lower[at]?.length ?? 0) <= 4 ? at + 2 : at + 1;

const BEFORE_MONTH: ReadonlySet<string> = new Set(
  'after and as before between by during early following from in last late mid next of or since this through til till until'.split(' '),
);

/** "March", "late March", "March 2031", "Dec. 25", "25 December", "Jan. 17-23"; not "may", "March for Life", "April Varga". */
export function readMonth(source: WordSource, at: TokenIndex, first: TokenIndex, word: CalendarWord & { kind: 'month' }): Found | null {
  if (!isCapitalized(source.words[at]) && word.part === null) return null;
  const after = afterMonth(source, at);
  const day = word.part === null ? monthDay(source, at, after, word.value) : null;
  if (day !== null) return day;
  const reversed = dayBefore(source, at, first, word.value, after);
  if (reversed !== null) return reversed;
  const year = yearAfter(source, after);
  if (year === null && !standsAsMonth(source, at, word)) return null;
  const { which, from } = whichBefore(source, at, first);
  const before = PARTS.get(source.lower[from - 1] ?? '') ?? null;
  const part = word.part ?? (from > first ? before : null);
  const start = part !== null && word.part === null ? from - 1 : from;
  return {
    from: start,
    to: year?.to ?? at + 1,
    form: { kind: 'month', year: year?.year ?? null, month: word.value, part, which },
  };
}

/** Whether a month's name without a day or year means the month. */
function standsAsMonth(source: WordSource, at: TokenIndex, word: CalendarWord & { kind: 'month' }): boolean {
  if (word.part !== null) return true;
  if (splitDays(source.lower[afterMonth(source, at)] ?? '') !== null) return false;
  const before = source.lower[at - 1] ?? '';
  const next = source.words[at + 1];
  if (BEFORE_MONTH.has(before)) return !(word.value === 3 && before !== 'in' && (next === 'for' || next === 'on'));
  if (word.doubtful && (before === 'a' || before === 'the' || before === "'s"))
    return isLowerWord(next) && next !== 'for' && next !== 'on' && next !== 'of';
  return !word.doubtful && !isCapitalized(next);
}

const isLowerWord = (word: string | undefined): boolean => word !== undefined && word >= 'a' && word < '{';

/** A day and perhaps a year behind a month's name, or a run of days: "14", "14, 2031", "17-23", "30-Feb. 2", "11 to Feb. 16". */
function monthDay(source: WordSource, at: TokenIndex, after: TokenIndex, month: number): Found | null {
  const days = splitDays(source.lower[after] ?? '');
  if (days === null || !isCalendarDay(2000, month, days.first)) return null;
  let to = after + 1;
  let end: MonthDay | null = days.second === null ? null : { month, day: days.second };
  if (end === null) {
    const run = runEnd(source, to, month);
    if (run !== null) {
      end = run.end;
      to = run.to;
    }
  }
  const year = yearAfter(source, to);
  return { from: at, to: year?.to ?? to, form: { kind: 'calendar-day', year: year?.year ?? null, month, day: days.first, end } };
}

const RUN_WORDS: ReadonlySet<string> = new Set(['-', '–', '—', 'through', 'to', 'until']);

/** The end of a run of days: "to Feb. 16", "through 19". */
function runEnd(source: WordSource, at: TokenIndex, month: number): { end: MonthDay; to: TokenIndex } | null {
  if (!RUN_WORDS.has(source.lower[at] ?? '')) return null;
  const word = CALENDAR_WORDS.get(source.lower[at + 1] ?? '');
  const endMonth = word?.kind === 'month' ? word.value : month;
  const place = word?.kind === 'month' ? afterMonth(source, at + 1) : at + 1;
  const days = splitDays(source.lower[place] ?? '');
  if (days === null || days.second !== null || !isCalendarDay(2000, endMonth, days.first)) return null;
  return { end: { month: endMonth, day: days.first }, to: place + 1 };
}

const DAYS = /^(\d{1,2})(?:st|nd|rd|th)?(?:[-–](\d{1,2})(?:st|nd|rd|th)?)?$/;

function splitDays(word: string): { first: number; second: number | null } | null {
  const match = DAYS.exec(word);
  if (match === null) return null;
  const first = Number(match[1]);
  const second = match[2] === undefined ? null : Number(match[2]);
  if (first < 1 || first > 31 || (second !== null && (second > 31 || second < first))) return null;
  return { first, second };
}

/** "25 December", "the 14th of March", at a month's name. */
function dayBefore(source: WordSource, at: TokenIndex, first: TokenIndex, month: number, after: TokenIndex): Found | null {
  const from = source.lower[at - 1] === 'of' ? at - 2 : at - 1;
  if (from < first) return null;
  const days = splitDays(source.lower[from] ?? '');
  if (days === null || !isCalendarDay(2000, month, days.first) || source.lower[from - 1] === '$') return null;
  const year = yearAfter(source, after);
  const end = days.second === null ? null : { month, day: days.second };
  return { from, to: year?.to ?? at + 1, form: { kind: 'calendar-day', year: year?.year ?? null, month, day: days.first, end } };
}

const YEAR = /^(?:1[0-9]|20)\d\d$/;

/** A year at `at`, behind a comma or "of" or neither. */
function yearAfter(source: WordSource, at: TokenIndex): { year: number; to: TokenIndex } | null {
  const place = source.lower[at] === ',' || source.lower[at] === 'of' ? at + 1 : at;
  const word = source.lower[place] ?? '';
  return YEAR.test(word) ? { year: Number(word), to: place + 1 } : null;
}

const BEFORE_SEASON: ReadonlySet<string> = new Set('by during in of over since the this through until'.split(' '));

/** "last fall", "this summer", "the fall of 2031", "in the spring"; not "the fall of the capital", "to fall". */
export function readSeason(source: WordSource, at: TokenIndex, first: TokenIndex, season: Season): Found | null {
  const year = yearAfter(source, at + 1);
  const { which, from } = whichBefore(source, at, first);
  const part = from > first ? (PARTS.get(source.lower[from - 1] ?? '') ?? null) : null;
  if (year === null && which === null) {
    const definite = source.lower[at - 1] === 'the' && BEFORE_SEASON.has(source.lower[at - 2] ?? '');
    if (!definite || source.lower[at + 1] === 'of' || source.pos[at + 1] === 'NOUN') return null;
  }
  return {
    from: part === null ? from : from - 1,
    to: year?.to ?? at + 1,
    form: { kind: 'season', year: year?.year ?? null, season, part, which },
  };
}

const DECADE = /^(1[0-9]|20)\d0s$/;
const SHORT_DECADE = /^(['‘]?)([2-9]0)s$/;
const NUMERIC = /^(\d{1,2})[/](\d{1,2})[/](\d{4}|\d{2})$/;
const BEFORE_YEAR: ReadonlySet<string> = new Set('after before by during early fiscal from in late mid of since through until'.split(' '));

/** "2031-03-14", "14/3/2031" where only one reading is possible, "2012", "the 1990s", "'80s". */
export function readNumber(source: WordSource, at: TokenIndex, first: TokenIndex): Found | null {
  const word = source.lower[at] ?? '';
  if (word.length === 10 && word[4] === '-') return isoDay(at, word);
  if (YEAR.test(word)) return readYear(source, at, first, Number(word));
  const part = at > first ? (PARTS.get(source.lower[at - 1] ?? '') ?? null) : null;
  const from = part === null ? at : at - 1;
  if (DECADE.test(word)) return { from, to: at + 1, form: { kind: 'years', year: Number(word.slice(0, 4)), years: 10, part } };
  const decade = SHORT_DECADE.exec(word);
  if (decade !== null && (decade[1] !== '' || source.lower[at - 2] === 'the')) {
    return { from, to: at + 1, form: { kind: 'years', year: 1900 + Number(decade[2]), years: 10, part } };
  }
  const numeric = NUMERIC.exec(word);
  return numeric === null ? null : numericDay(at, Number(numeric[1]), Number(numeric[2]), numeric[3] ?? '');
}

function isoDay(at: TokenIndex, word: string): Found | null {
  const number = parseDay(word);
  if (number === null) return null;
  const { year, month, day } = civilDay(number);
  return { from: at, to: at + 1, form: { kind: 'calendar-day', year, month, day, end: null } };
}

function numericDay(at: TokenIndex, one: number, other: number, yearText: string): Found | null {
  const year = yearText.length === 4 ? Number(yearText) : 2000 + Number(yearText);
  const american = isCalendarDay(year, one, other);
  if (one !== other && american && isCalendarDay(year, other, one)) return null;
  if (!american && !isCalendarDay(year, other, one)) return null;
  return {
    from: at,
    to: at + 1,
    form: { kind: 'calendar-day', year, month: american ? one : other, day: american ? other : one, end: null },
  };
}

/** A year on its own: behind a preposition, or before what it dates ("the 2012 campaign"); not a count ("2000 people"). */
function readYear(source: WordSource, at: TokenIndex, first: TokenIndex, year: number): Found | null {
  const before = source.lower[at - 1] ?? '';
  if (before === '$' || before === '£' || before === '€' || source.lower[at + 1] === '%') return null;
  const part = at > first ? (PARTS.get(before) ?? null) : null;
  const next = source.lower[at + 1] ?? '';
  const counted = source.pos[at + 1] === 'NOUN' && next.endsWith('s') && !next.endsWith('ss');
  if (!BEFORE_YEAR.has(before) && before !== '(' && (year < 1800 || counted)) return null;
  return { from: part === null ? at : at - 1, to: at + 1, form: { kind: 'years', year, years: 1, part } };
}

const AFTER_ORDINAL: ReadonlySet<string> = new Set(['.', ',', 'that', 'and', 'at', 'in', 'to', ';', ':', '”', '"', '']);

/** "on the 14th", with nothing that it could count behind it. */
export function readOrdinal(source: WordSource, at: TokenIndex, first: TokenIndex): Found | null {
  const word = source.lower[at] ?? '';
  if (!/^\d{1,2}(?:st|nd|rd|th)$/.test(word) || at - 1 < first) return null;
  const day = Number.parseInt(word, 10);
  const before = source.lower[at - 2] ?? '';
  if (source.lower[at - 1] !== 'the' || !(before === 'on' || before === 'since' || before === 'until')) return null;
  if (day < 1 || day > 31 || !AFTER_ORDINAL.has(source.lower[at + 1] ?? '')) return null;
  return { from: at - 1, to: at + 1, form: { kind: 'day-of-month', day } };
}

/** "Christmas", "Veterans Day": days with a name. */
export function readHoliday(source: WordSource, at: TokenIndex): Found | null {
  const lower = source.lower[at] ?? '';
  if (!HOLIDAY_STARTS.has(lower) || !isCapitalized(source.words[at])) return null;
  for (let length = 3; length >= 2; length--) {
    const name =
      length === 2 ? `${lower} ${source.lower[at + 1] ?? ''}` : `${lower}${source.lower[at + 1] ?? ''} ${source.lower[at + 2] ?? ''}`;
    const holiday = Object.hasOwn(HOLIDAYS, name) ? HOLIDAYS[name] : undefined;
    if (holiday !== undefined) return { from: at, to: at + length, form: { kind: 'calendar-day', year: null, ...holiday, end: null } };
  }
  if (lower !== 'christmas' || isCapitalized(source.words[at + 1]) || source.pos[at + 1] === 'NOUN') return null;
  return { from: at, to: at + 1, form: { kind: 'calendar-day', year: null, month: 12, day: 25, end: null } };
}
