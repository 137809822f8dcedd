import type { Day, Instant } from '../../engine/index.js';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

const DAY_LENGTH = 86_400_000;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function partsOf(day: Day): Parts | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(day);
  if (found === null) return null;
  const month = Number(found[2]);
  return month >= 1 && month <= 12 ? { year: Number(found[1]), month, day: Number(found[3]) } : null;
}

/** Days since 1 January 1970; null for what is no day. */
export function dayNumber(day: Day): number | null {
  const parts = partsOf(day);
  return parts === null ? null : Math.round(Date.UTC(parts.year, parts.month - 1, parts.day) / DAY_LENGTH);
}

export const dayOfNumber = (number: number): Day => new Date(number * DAY_LENGTH).toISOString().slice(0, 10);

const monthName = (month: number): string => MONTHS[month - 1] ?? '';

/** "14 March 2031"; what is no day stays as it is. */
export function dayText(day: Day): string {
  const parts = partsOf(day);
  return parts === null ? day : `${parts.day} ${monthName(parts.month)} ${parts.year}`;
}

/** "14 Mar 2031". */
export function shortDayText(day: Day): string {
  const parts = partsOf(day);
  return parts === null ? day : `${parts.day} ${monthName(parts.month).slice(0, 3)} ${parts.year}`;
}

/** "March 2031" of the month that holds a day. */
export function monthText(day: Day): string {
  const parts = partsOf(day);
  return parts === null ? day : `${monthName(parts.month)} ${parts.year}`;
}

export function weekdayText(day: Day): string {
  const number = dayNumber(day);
  return number === null ? '' : (WEEKDAYS[(((number + 4) % 7) + 7) % 7] ?? '');
}

const lastOfMonth = (parts: Parts): number => new Date(Date.UTC(parts.year, parts.month, 0)).getUTCDate();

/** An interval in the fewest words that say it: "14 March 2031", "March 2031", "2031", "between 3 and 9 March 2031". */
export function intervalText(from: Day | null, to: Day | null): string {
  if (from === null) return to === null ? 'day not given' : `on or before ${dayText(to)}`;
  if (to === null) return `on or after ${dayText(from)}`;
  if (from === to) return dayText(from);
  const first = partsOf(from);
  const last = partsOf(to);
  if (first === null || last === null) return `between ${from} and ${to}`;
  return wholeText(first, last) ?? betweenText(first, last);
}

function wholeText(first: Parts, last: Parts): string | null {
  if (first.day !== 1 || last.day !== lastOfMonth(last)) return null;
  const firstMonth = monthName(first.month);
  if (first.year === last.year && first.month === last.month) return `${firstMonth} ${first.year}`;
  if (first.month === 1 && last.month === 12) return first.year === last.year ? `${first.year}` : `between ${first.year} and ${last.year}`;
  return null;
}

function betweenText(first: Parts, last: Parts): string {
  const end = `${last.day} ${monthName(last.month)} ${last.year}`;
  if (first.year !== last.year) return `between ${first.day} ${monthName(first.month)} ${first.year} and ${end}`;
  if (first.month !== last.month) return `between ${first.day} ${monthName(first.month)} and ${end}`;
  return `between ${first.day} and ${end}`;
}

/** "3 Jan 2030 – 22 Aug 2031"; null where no day is known. */
export function spanText(from: Day | null, to: Day | null): string | null {
  if (from === null || to === null) return from === null && to === null ? null : shortDayText((from ?? to) as Day);
  return from.slice(0, 10) === to.slice(0, 10) ? shortDayText(from) : `${shortDayText(from)} – ${shortDayText(to)}`;
}

/** "until 14 March 2031, 06:00 UTC"; "without an end" where none is told. */
export const embargoText = (ends: Instant): string =>
  ends.startsWith('9999') ? 'without an end' : `until ${dayText(ends.slice(0, 10))}, ${ends.slice(11, 16)} UTC`;
