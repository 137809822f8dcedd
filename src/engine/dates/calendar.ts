/**
 * Days as integers: day 0 is 1970-01-01 of the proleptic Gregorian calendar, without zones, without `Date`.
 * Everything here is total: any integer is a day, and any day has one year, month and weekday.
 */

export interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_OF_ERA = 146_097;
const DAYS_TO_1970 = 719_468;

/** The day number of a calendar day. Months beyond 1 to 12 run over into the years beside. */
export function dayNumber(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1);
  const shifted = months - 2;
  const marchYear = Math.floor(shifted / 12);
  const marchMonth = shifted - marchYear * 12;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_OF_ERA + dayOfEra - DAYS_TO_1970;
}

/** The calendar day of a day number. */
export function civilDay(number: number): CivilDay {
  const shifted = number + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_OF_ERA);
  const dayOfEra = shifted - era * DAYS_OF_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(number: number): number {
  return (((number + 3) % 7) + 7) % 7;
}

export function daysInMonth(year: number, month: number): number {
  return dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/;

/** The day number of a text that starts with `YYYY-MM-DD`; null where it does not, or where no such day exists. */
export function parseDay(text: string | null): number | null {
  const match = text === null ? null : ISO_DAY.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  return isCalendarDay(year, month, day) ? dayNumber(year, month, day) : null;
}

export function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `YYYY-MM-DD`. Years before 0 and after 9999 are cut to the nearest that can be written so. */
export function formatDay(number: number): string {
  const { year, month, day } = civilDay(number);
  if (year < 0) return '0000-01-01';
  if (year > 9999) return '9999-12-31';
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
