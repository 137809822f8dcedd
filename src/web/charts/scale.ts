import type { Day } from '../../engine/index.js';
import { dayNumber, dayOfNumber, monthText } from '../days.js';

/** A clock: days on a line from 0 to 100. All rows of a chart share one. */
export interface Clock {
  readonly from: Day;
  readonly to: Day;
  /** Place of a day in percent of the width; null for what is no day. Days outside are put at the ends. */
  place(day: Day): number | null;
  readonly ticks: readonly Tick[];
}

export interface Tick {
  readonly day: Day;
  readonly place: number;
  readonly label: string;
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60, 120] as const;

/** The most labels that fit on a phone without touching one another. */
const MOST_TICKS = 6;

/** A clock that holds all the days, with a little room at both ends; null where there is no day. */
export function clockOf(days: readonly Day[]): Clock | null {
  const numbers = days.map(dayNumber).filter((number) => number !== null);
  if (numbers.length === 0) return null;
  const first = numbers.reduce((one, other) => Math.min(one, other));
  const last = numbers.reduce((one, other) => Math.max(one, other));
  const room = Math.max(4, Math.round((last - first) * 0.025));
  const from = first - room;
  const length = last + room - from;
  const place = (day: Day): number | null => {
    const number = dayNumber(day);
    return number === null ? null : rounded(Math.min(100, Math.max(0, ((number - from) / length) * 100)));
  };
  const [start, end] = [dayOfNumber(from), dayOfNumber(last + room)];
  return { from: start, to: end, place, ticks: ticksOf(start, end, place) };
}

function ticksOf(from: Day, to: Day, place: (day: Day) => number | null): readonly Tick[] {
  const firstMonth = monthIndex(from) + 1;
  const lastMonth = monthIndex(to);
  const step = MONTH_STEPS.find((months) => (lastMonth - firstMonth) / months <= MOST_TICKS) ?? 240;
  const ticks: Tick[] = [];
  for (let month = Math.ceil(firstMonth / step) * step; month <= lastMonth; month += step) {
    const day = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    ticks.push({ day, place: place(day) ?? 0, label: step >= 12 ? day.slice(0, 4) : shortMonth(day) });
  }
  return ticks.length > 0 ? ticks : [{ day: from, place: 0, label: shortMonth(from) }];
}

const monthIndex = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function shortMonth(day: Day): string {
  const [month = '', year = ''] = monthText(day).split(' ');
  return `${month.slice(0, 3)} ${year}`;
}

/** Places are written with one decimal: finer than a pixel on any screen. */
export const rounded = (number: number): number => Math.round(number * 10) / 10;

/** Round numbers from 0 to at least `most`, for an axis of counts. */
export function countTicks(most: number): readonly number[] {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most / 4)));
  const step = [1, 2, 5, 10].map((factor) => factor * size).find((candidate) => most / candidate <= 4) ?? size * 10;
  const ticks: number[] = [];
  for (let value = 0; value < most + step; value += step) ticks.push(value);
  return ticks;
}
