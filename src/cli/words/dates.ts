import type { Dating, Day } from '../../engine/index.js';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

interface Parts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function partsOf(day: Day): Parts {
  const [year = '', month = '', date = ''] = day.split('-');
  return { year, month: MONTHS[Number(month) - 1] ?? month, day: String(Number(date)) };
}

/** "14 March 2031". */
export function formatDay(day: Day): string {
  const { year, month, day: date } = partsOf(day);
  return `${date} ${month} ${year}`;
}

/** "on 14 March 2031", "between 1 and 14 March 2031", "on or before 14 March 2031", "day not given". */
export function formatSaid({ from, to }: Pick<Dating, 'from' | 'to'>): string {
  if (from === null && to === null) return 'day not given';
  if (from === null) return `on or before ${formatDay(to ?? '')}`;
  if (to === null) return `on or after ${formatDay(from)}`;
  return from === to ? `on ${formatDay(from)}` : (wholePeriod(from, to) ?? `between ${formatRange(from, to, ' and ')}`);
}

/** "in 2031", "in March 2031": where the two days bound exactly that. */
function wholePeriod(from: Day, to: Day): string | null {
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return `in ${from.slice(0, 4)}`;
  if (!from.endsWith('-01') || from.slice(0, 7) !== to.slice(0, 7)) return null;
  const last = new Date(Date.UTC(Number(to.slice(0, 4)), Number(to.slice(5, 7)), 0)).getUTCDate();
  const { month, year } = partsOf(from);
  return Number(to.slice(8)) === last ? `in ${month} ${year}` : null;
}

/** "1 and 14 March 2031", "3 January 2030 – 22 August 2031": what both days share is written once. */
export function formatRange(from: Day, to: Day, between = ' – '): string {
  const first = partsOf(from);
  const last = partsOf(to);
  if (from === to) return formatDay(from);
  if (first.year !== last.year) return `${formatDay(from)}${between}${formatDay(to)}`;
  return first.month === last.month ? `${first.day}${between}${formatDay(to)}` : `${first.day} ${first.month}${between}${formatDay(to)}`;
}
