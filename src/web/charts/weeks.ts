import type { Day } from '../../engine/index.js';
import { dayNumber, dayOfNumber, dayText, shortDayText } from '../days.js';
import { counted, type Html, html, numberText } from '../html.js';
import { countTicks, rounded } from './scale.js';

/** How many of something fall in each period from `from` on; periods are `days` long and follow one another without a gap. */
export interface Periods {
  readonly from: Day;
  readonly days: number;
  readonly counts: readonly number[];
}

/** More columns than these are too thin to see: weeks become four weeks. */
const MOST_COLUMNS = 160;

/** Counts by week, or by four weeks where there would be too many; weeks begin on Monday. Null where no day is known. */
export function periodsOf(perDay: ReadonlyMap<Day, number>, between?: { readonly from: Day; readonly to: Day }): Periods | null {
  const days = [...perDay].flatMap(([day, count]) => {
    const number = dayNumber(day);
    return number === null ? [] : [{ number, count }];
  });
  const ends = between === undefined ? days.map(({ number }) => number) : [dayNumber(between.from) ?? 0, dayNumber(between.to) ?? 0];
  if (ends.length === 0) return null;
  const first = mondayOf(ends.reduce((one, other) => Math.min(one, other)));
  const last = ends.reduce((one, other) => Math.max(one, other));
  const weeks = Math.floor((last - first) / 7) + 1;
  const length = 7 * Math.max(1, 4 ** Math.ceil(Math.log(weeks / MOST_COLUMNS) / Math.log(4)));
  const counts = Array.from({ length: Math.floor((last - first) / length) + 1 }, () => 0);
  for (const { number, count } of days) {
    const index = Math.floor((number - first) / length);
    if (index >= 0 && index < counts.length) counts[index] = (counts[index] ?? 0) + count;
  }
  return { from: dayOfNumber(first), days: length, counts };
}

// Day 0, 1 January 1970, was a Thursday.
const mondayOf = (number: number): number => number - ((((number + 3) % 7) + 7) % 7);

export const periodStart = (periods: Periods, index: number): Day => dayOfNumber((dayNumber(periods.from) ?? 0) + index * periods.days);

export const periodName = (periods: Periods): string => (periods.days === 7 ? 'week' : `${periods.days / 7} weeks`);

const HEIGHT = 96;

/** Room for the numbers of the axis, in percent of the width. */
const AXIS = 4;

/** Columns: how many in each period. Nothing is drawn where there is nothing. */
export function weeksChart(periods: Periods, what: string, id: string): Html {
  const most = periods.counts.reduce((one, other) => Math.max(one, other), 0);
  const ticks = countTicks(most);
  const top = ticks.at(-1) ?? 1;
  const width = (100 - AXIS) / periods.counts.length;
  const total = periods.counts.reduce((sum, count) => sum + count, 0);
  const last = periodStart(periods, periods.counts.length - 1);
  return html`<svg class="chart weeks" height="${HEIGHT + 24}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${what} per ${periodName(periods)}</title>
<desc id="${id}-desc">${counted(total, what.toLowerCase().replace(/s$/, ''))} between ${dayText(periods.from)} and the ${periodName(periods)} of ${dayText(last)}; at most ${numberText(most)} in one ${periodName(periods)}.</desc>
${ticks.map((tick) => {
  const y = rounded(HEIGHT - (tick / top) * (HEIGHT - 14));
  return html`<line class="axis" x1="0" x2="100%" y1="${y}" y2="${y}"/>${tick > 0 && html`<text x="0" y="${y - 3}">${tick}</text>`}`;
})}${periods.counts.map((count, index) => {
  if (count === 0) return null;
  const height = rounded((count / top) * (HEIGHT - 14));
  return html`<rect class="bar" x="${rounded(AXIS + index * width)}%" width="${rounded(Math.max(0.2, width * 0.72))}%" y="${HEIGHT - height}" height="${height}"/>`;
})}
<text x="${AXIS}%" y="${HEIGHT + 16}">${shortDayText(periods.from)}</text><text x="100%" y="${HEIGHT + 16}" text-anchor="end">${shortDayText(last)}</text>
</svg>`;
}

/** The numbers of the chart. */
export const weeksTable = (
  periods: Periods,
  what: string,
): Html => html`<details><summary>The same as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="${what} per ${periodName(periods)}"><table>
<thead><tr><th scope="col">${periodName(periods)} from</th><th scope="col" class="number">${what}</th></tr></thead>
<tbody>${periods.counts.map((count, index) => (count === 0 ? null : html`<tr><td>${dayText(periodStart(periods, index))}</td><td class="number">${numberText(count)}</td></tr>`))}</tbody>
</table></div></details>`;
