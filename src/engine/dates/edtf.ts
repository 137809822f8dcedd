import { civilDay, dayNumber, formatDay } from './calendar.js';

/** A run of days, both ends inclusive; an end is null where it is open. */
export interface Interval {
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * An interval in Extended Date/Time Format (ISO 8601-2): a day, month, year or decade where it is just that ("2031-03",
 * "199X"), else both ends ("2031-03-10/2031-03-14"), with ".." for an open end and "~" where it is approximate. Null where both ends are open.
 */
export function formatEdtf({ from, to }: Interval, approximate: boolean): string | null {
  const mark = approximate ? '~' : '';
  if (from === null && to === null) return null;
  if (from === null) return `../${formatDay(to ?? 0)}${mark}`;
  if (to === null) return `${formatDay(from)}${mark}/..`;
  if (from === to) return `${formatDay(from)}${mark}`;
  return wholePeriod(from, to, mark) ?? `${formatDay(from)}${mark}/${formatDay(to)}${mark}`;
}

/** The name of a period that starts and ends with whole months; null where the days do not. */
function wholePeriod(from: number, to: number, mark: string): string | null {
  const first = civilDay(from);
  const last = civilDay(to);
  if (first.day !== 1 || to + 1 !== dayNumber(last.year, last.month + 1, 1)) return null;
  const start = formatDay(from);
  const end = formatDay(to);
  if (start.slice(0, 7) === end.slice(0, 7)) return `${start.slice(0, 7)}${mark}`;
  if (first.month !== 1 || last.month !== 12) return `${start.slice(0, 7)}${mark}/${end.slice(0, 7)}${mark}`;
  if (first.year === last.year) return `${start.slice(0, 4)}${mark}`;
  if (first.year % 10 === 0 && last.year === first.year + 9) return `${start.slice(0, 3)}X${mark}`;
  return `${start.slice(0, 4)}${mark}/${end.slice(0, 4)}${mark}`;
}
