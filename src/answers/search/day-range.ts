import type { Day } from '../../engine/index.js';

/** Both days are inclusive; null leaves an end open. */
export interface DayRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** "2031", "2031-03", "2031-03-14", or two of these with ".." between, one end of which may be left open. Null for anything else. */
export function readDayRange(text: string): DayRange | null {
  const [first = '', last, ...more] = text.split('..');
  if (more.length > 0 || (first === '' && (last ?? '') === '')) return null;
  if (last === undefined) return readPeriod(first);
  const from = first === '' ? null : readPeriod(first);
  const to = last === '' ? null : readPeriod(last);
  if ((first !== '' && from === null) || (last !== '' && to === null)) return null;
  return { from: from?.from ?? null, to: to?.to ?? null };
}

/** A day, month or year as its first and last day. */
function readPeriod(text: string): DayRange | null {
  const match = DAY.exec(text);
  if (match === null) return null;
  const [, year = '', month, day] = match;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const length = monthLength(Number(year), Number(month));
  if (length === 0) return null;
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${length}` };
  return Number(day) >= 1 && Number(day) <= length ? { from: text, to: text } : null;
}

function monthLength(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
