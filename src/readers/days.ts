import type { Day, Instant } from '../engine/model.js';

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** "2031-03-14", "2031/3/14", "20310314", each with or without a time behind it. */
const NUMERIC = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?=$|[T\s,])/;

/** "14 March 2031", "Fri, 14 Mar 2031 10:00:00 GMT", "14th of March, 2031". */
const DAY_FIRST = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([a-z]{3,9})\.?,?\s+(\d{4})\b/i;

/** "March 14, 2031", "Friday, Mar. 14th 2031 at 10". */
const MONTH_FIRST = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;

/** "14/03/2031" and "03/14/2031": only where one of the two cannot be a month. */
const SLASHED = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?=$|[\sT,])/;

/** The day that a date names as it is written, whatever its time zone; null where it names none or several could be meant. */
export function dayOf(written: string): Day | null {
  const text = written.trim().slice(0, 80);
  const numeric = NUMERIC.exec(text);
  if (numeric) return day(Number(numeric[1]), Number(numeric[3]), Number(numeric[4]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return day(Number(dayFirst[3]), month(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return day(Number(monthFirst[3]), month(monthFirst[1]), Number(monthFirst[2]));
  const slashed = SLASHED.exec(text);
  if (slashed) return slashedDay(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
  return null;
}

/** The day of a moment given in seconds or milliseconds since 1970, in UTC; null outside of 1980 to 2100. */
export function dayOfMoment(moment: number): Day | null {
  const milliseconds = moment < 1e11 ? moment * 1000 : moment;
  if (!(milliseconds > 315_532_800_000 && milliseconds < 4_102_444_800_000)) return null;
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function slashedDay(first: number, second: number, year: number): Day | null {
  if (first === second) return day(year, first, second);
  if (first > 12) return day(year, second, first);
  if (second > 12) return day(year, first, second);
  return null;
}

/** 1 to 12; 0 for a word that is no month. "Sept" counts, "Marching" does not. */
function month(word: string | undefined): number {
  const lower = (word ?? '').toLowerCase();
  return lower.length < 3 ? 0 : MONTHS.findIndex((name) => name.startsWith(lower)) + 1;
}

function day(year: number, monthNumber: number, dayNumber: number): Day | null {
  const date = new Date(Date.UTC(year, monthNumber - 1, dayNumber));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === dayNumber;
  return exists && year >= 1000 ? date.toISOString().slice(0, 10) : null;
}

/** The end of an embargo that names none. */
export const WITHOUT_END: Instant = '9999-12-31T23:59:59Z';

/** What says that there is no embargo. */
const NO_EMBARGO: ReadonlySet<unknown> = new Set([false, 0, '', 'false', 'no', '0', 'none']);

/** "2031-03-14T06:00:00+01:00", "2031-03-14 06:00". */
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/** Where the day begins last: what names no zone is not let out before it has come everywhere. */
const LAST_ZONE = '-12:00';

/**
 * The moment at which an embargo ends; null where it is said that there is none. A day ends it at its beginning; without a zone it ends when the moment has come everywhere
 * on Earth. What cannot be understood, and a mere "yes", is an embargo without an end: nothing goes out too early.
 */
export function embargoEnd(written: unknown): Instant | null {
  if (NO_EMBARGO.has(typeof written === 'string' ? written.trim().toLowerCase() : written)) return null;
  const match = typeof written === 'string' ? MOMENT.exec(written.trim().slice(0, 40)) : null;
  if (match === null) return WITHOUT_END;
  const [, date = '', time = '00:00', seconds = '00', zone = LAST_ZONE] = match;
  const offset = zone.toUpperCase() === 'Z' ? 'Z' : zone.replace(/^(.\d{2}):?/, '$1:');
  const moment = Date.parse(`${date}T${time}:${seconds}${offset}`);
  return Number.isNaN(moment) ? WITHOUT_END : `${new Date(moment).toISOString().slice(0, 19)}Z`;
}
