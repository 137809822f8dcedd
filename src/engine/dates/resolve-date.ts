import type { DateUnit, PeriodPart, Season } from '../english/lists/calendar-words.js';
import { civilDay, dayNumber, daysInMonth, isCalendarDay, weekdayOf } from './calendar.js';
import type { Bound, DateExpression, DateForm, MonthDay, Which } from './date-form.js';
import type { Interval } from './edtf.js';

/** Whether the verb that governs a date looks back or ahead. */
export type Direction = 'past' | 'future';

/** From where dates are counted. */
export interface DateReference {
  /** The day printed, or the dateline's; null where unknown. */
  readonly published: number | null;
  /** The year that the text gives for itself, where the day printed is unknown. */
  readonly year: number | null;
  readonly direction: Direction;
  /** Whether a day of the coming weeks is likelier than one of a year ago, whatever the verb: a date without "on" ("before the vote Feb. 1"). */
  readonly soon?: boolean;
  /** The date that the text gave last: what "the following day" counts from. */
  readonly anchor: Interval | null;
}

/** A date resolved: days, both inclusive. An end is null where it is open; both are null where nothing can be told. */
export interface ResolvedDate extends Interval {
  readonly approximate: boolean;
}

const OPEN: Interval = { from: null, to: null };

/**
 * The days that a date means. In a news story a bare weekday or date is the last such day up to and including the day
 * printed where the verb looks back, and the next one where it looks ahead. Without the day printed, what depends on it
 * stays open, within the year that the text gives.
 */
export function resolveDate(expression: DateExpression, reference: DateReference): ResolvedDate {
  const { form, bound } = expression;
  const resolved = resolveForm(form, reference);
  const approximate = expression.approximate || isVague(form);
  if (resolved !== null) return { ...applyBound(resolved, bound, reference.published), approximate };
  if (reference.published !== null || reference.year === null || bound !== 'in') return { ...OPEN, approximate };
  return { ...yearsFrom(reference.year, 1), approximate };
}

const isVague = (form: DateForm): boolean => (form.kind === 'ago' || form.kind === 'recent') && form.count === null;

function applyBound(interval: Interval, bound: Bound, published: number | null): Interval {
  switch (bound) {
    case 'since':
      return { from: interval.from, to: atLeast(interval.from, published) };
    case 'after':
      return { from: interval.to === null ? null : interval.to + 1, to: null };
    case 'until':
      return { from: null, to: interval.to };
    case 'before':
      return { from: null, to: interval.from === null ? null : interval.from - 1 };
    case 'in':
      return interval;
  }
}

const atLeast = (from: number | null, to: number | null): number | null => (from !== null && to !== null && to < from ? null : to);

function resolveForm(form: DateForm, reference: DateReference): Interval | null {
  const { published } = reference;
  switch (form.kind) {
    case 'calendar-day':
      return calendarDay(form.year, form, form.end, reference);
    case 'day-of-month':
      return published === null ? null : dayOfMonth(form.day, published, reference.direction);
    case 'month':
      return monthOf(form.year, form.month, form.part, form.which, reference);
    case 'season':
      return seasonOf(form.year, form.season, form.part, form.which, reference);
    case 'years':
      return partOfYears(form.year, form.years, form.part);
    case 'weekday':
      return published === null ? null : weekdayDay(form.weekday, form.which, form.week, reference, published);
    case 'today':
      return published === null ? null : oneDay(published + form.days);
    case 'period':
      return periodOf(form.unit, form.which, form.part, reference);
    case 'ago':
      return published === null ? null : agoOf(form.unit, form.count, published);
    case 'shift':
      return shiftOf(form.unit, form.count, reference.anchor);
    case 'recent':
      return published === null ? null : { from: recentStart(form.unit, form.count, published), to: published };
  }
}

const oneDay = (day: number): Interval => ({ from: day, to: day });
const yearsFrom = (year: number, years: number): Interval => ({ from: dayNumber(year, 1, 1), to: dayNumber(year + years, 1, 1) - 1 });
const monthDays = (year: number, month: number): Interval => ({ from: dayNumber(year, month, 1), to: dayNumber(year, month + 1, 1) - 1 });

function calendarDay(given: number | null, start: MonthDay, end: MonthDay | null, reference: DateReference): Interval | null {
  const year = given ?? yearOfDay(start, reference);
  if (year === null || !isCalendarDay(year, start.month, start.day)) return null;
  const from = dayNumber(year, start.month, start.day);
  if (end === null) return oneDay(from);
  const turns = end.month < start.month || (end.month === start.month && end.day < start.day);
  return { from, to: dayNumber(year + (turns ? 1 : 0), end.month, end.day) };
}

/** The year of a day without one: the last such day up to the day printed, or the next from it. */
function yearOfDay({ month, day }: MonthDay, { published, year, direction, soon = false }: DateReference): number | null {
  if (published === null) return year;
  const today = civilDay(published).year;
  const step = direction === 'past' ? -1 : 1;
  for (let candidate = today; Math.abs(candidate - today) <= 8; candidate += step) {
    if (!isCalendarDay(candidate, month, day)) continue;
    const number = dayNumber(candidate, month, day);
    if (direction === 'past' ? number <= published : number >= published)
      return soon ? soonInstead(candidate, { month, day }, published) : candidate;
  }
  return null;
}

/** The year of a day of the coming weeks where the one found is long ago. */
function soonInstead(year: number, { month, day }: MonthDay, published: number): number {
  const coming = isCalendarDay(year + 1, month, day) ? dayNumber(year + 1, month, day) - published : 0;
  return coming > 0 && coming <= COMING_DAYS && published - dayNumber(year, month, day) > LONG_AGO_DAYS ? year + 1 : year;
}

const COMING_DAYS = 60;
const LONG_AGO_DAYS = 240;

function dayOfMonth(day: number, published: number, direction: Direction): Interval | null {
  const { year, month } = civilDay(published);
  const step = direction === 'past' ? -1 : 1;
  for (let turn = 0; turn < 12; turn++) {
    const first = civilDay(dayNumber(year, month + turn * step, 1));
    if (day > daysInMonth(first.year, first.month)) continue;
    const number = dayNumber(first.year, first.month, day);
    if (direction === 'past' ? number <= published : number >= published) return oneDay(number);
  }
  return null;
}

function monthOf(
  given: number | null,
  month: number,
  part: PeriodPart | null,
  which: Which | null,
  reference: DateReference,
): Interval | null {
  const year = given ?? yearOfMonth(month, which, reference);
  return year === null ? null : partOfMonth(year, month, part);
}

function yearOfMonth(month: number, which: Which | null, { published, year, direction, anchor }: DateReference): number | null {
  if (which === 'that' && anchor?.from != null) return civilDay(anchor.from).year;
  if (published === null) return year;
  const today = civilDay(published);
  if (which === 'this') return today.year;
  if (which === 'next' || (which === null && direction === 'future'))
    return today.year + (month > today.month || (which === null && month === today.month) ? 0 : 1);
  return today.year - (month < today.month || (which === null && month === today.month) ? 0 : 1);
}

/** Early is the 1st to 10th, mid the 11th to 20th, late the rest. */
function partOfMonth(year: number, month: number, part: PeriodPart | null): Interval {
  const whole = monthDays(year, month);
  const from = whole.from ?? 0;
  if (part === 'early') return { from, to: from + 9 };
  if (part === 'mid') return { from: from + 10, to: from + 19 };
  return part === 'late' ? { from: from + 20, to: whole.to } : whole;
}

const SEASON_START: Readonly<Record<Season, number>> = { spring: 3, summer: 6, fall: 9, winter: 12 };

/** Northern seasons by whole months; the winter of a year begins in its December, "last winter" is the one that ended last. */
function seasonOf(
  given: number | null,
  season: Season,
  part: PeriodPart | null,
  which: Which | null,
  reference: DateReference,
): Interval | null {
  const start = SEASON_START[season];
  const year = given ?? yearOfSeason(start, which, reference);
  if (year === null) return null;
  if (part === null) return { from: dayNumber(year, start, 1), to: dayNumber(year, start + 3, 1) - 1 };
  const month = start + PARTS_IN_ORDER.indexOf(part);
  return { from: dayNumber(year, month, 1), to: dayNumber(year, month + 1, 1) - 1 };
}

const PARTS_IN_ORDER: readonly PeriodPart[] = ['early', 'mid', 'late'];

function yearOfSeason(start: number, which: Which | null, { published, year, direction, anchor }: DateReference): number | null {
  if (which === 'that' && anchor?.from != null) return civilDay(anchor.from).year;
  if (published === null) return year;
  const today = civilDay(published).year;
  if (which === 'this') return published < dayNumber(today, 3, 1) && start === 12 ? today - 1 : today;
  if (which === 'next' || (which === null && direction === 'future')) return dayNumber(today, start, 1) > published ? today : today + 1;
  const running = dayNumber(today, start, 1) <= published;
  const over = dayNumber(today, start + 3, 1) <= published;
  if (which === 'last') return over ? today : start === 12 && dayNumber(today, 3, 1) > published ? today - 2 : today - 1;
  return running ? today : today - 1;
}

function partOfYears(year: number, years: number, part: PeriodPart | null): Interval {
  const whole = yearsFrom(year, years);
  if (part === null) return whole;
  const months = years * 4;
  const start = PARTS_IN_ORDER.indexOf(part) * months;
  return { from: dayNumber(year, 1 + start, 1), to: dayNumber(year, 1 + start + months, 1) - 1 };
}

function weekdayDay(
  weekday: number,
  which: Which | null,
  week: Which | null,
  { direction, anchor }: DateReference,
  published: number,
): Interval {
  if (week !== null) return oneDay(weekStart(published) + weekday + (week === 'last' ? -7 : week === 'next' ? 7 : 0));
  const back = (weekdayOf(published) - weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  if (which === 'last') return oneDay(published - (back === 0 ? 7 : back));
  if (which === 'next') return oneDay(published + (ahead === 0 ? 7 : ahead));
  if (which === 'that' && anchor?.from != null) return oneDay(anchor.from + ((weekday - weekdayOf(anchor.from) + 7) % 7));
  return oneDay(direction === 'past' ? published - back : published + ahead);
}

const weekStart = (day: number): number => day - weekdayOf(day);

function periodOf(unit: DateUnit, which: Which, part: PeriodPart | 'before' | 'after' | null, reference: DateReference): Interval | null {
  const { published, anchor } = reference;
  if (which === 'that') return anchor?.from == null ? null : unitAround(unit, anchor.from);
  if (published === null) return null;
  if (which === 'this') {
    const whole = unitAround(unit, published);
    if (part === 'before') return { from: whole.from, to: published };
    if (part === 'after') return { from: published, to: whole.to };
    if (part !== null) return partOf(unit, published, part) ?? whole;
    if (unit === 'weekend' && reference.direction === 'future') return weekendOf(published);
    if (unit === 'weekend' || unit === 'day') return whole;
    return reference.direction === 'past' ? { from: whole.from, to: published } : { from: published, to: whole.to };
  }
  if (unit === 'weekend') return weekendOf(published + (which === 'last' ? -7 : 7));
  const day = moveBy(unit, published, which === 'last' ? -1 : 1);
  return (part === 'early' || part === 'mid' || part === 'late' ? partOf(unit, day, part) : null) ?? unitAround(unit, day);
}

function partOf(unit: DateUnit, day: number, part: PeriodPart): Interval | null {
  const { year, month } = civilDay(day);
  if (unit === 'month') return partOfMonth(year, month, part);
  return unit === 'year' ? partOfYears(year, 1, part) : null;
}

/** The whole unit that holds a day: weeks run Monday to Sunday; a day's parts are the day. */
function unitAround(unit: DateUnit, day: number): Interval {
  const { year, month } = civilDay(day);
  switch (unit) {
    case 'week':
      return { from: weekStart(day), to: weekStart(day) + 6 };
    case 'weekend':
      return weekdayOf(day) >= 5
        ? { from: weekStart(day) + 5, to: weekStart(day) + 6 }
        : { from: weekStart(day) - 2, to: weekStart(day) - 1 };
    case 'month':
      return monthDays(year, month);
    case 'quarter': {
      const start = Math.floor((month - 1) / 3) * 3 + 1;
      return { from: dayNumber(year, start, 1), to: dayNumber(year, start + 3, 1) - 1 };
    }
    case 'year':
      return yearsFrom(year, 1);
    case 'decade':
      return yearsFrom(Math.floor(year / 10) * 10, 10);
    case 'century':
      return yearsFrom(Math.floor(year / 100) * 100, 100);
    case 'day':
    case 'hour':
    case 'night':
    case 'morning':
      return oneDay(day);
  }
}

/** The Saturday and Sunday of a day's week. */
const weekendOf = (day: number): Interval => ({ from: weekStart(day) + 5, to: weekStart(day) + 6 });

const MONTHS_OF: Readonly<Partial<Record<DateUnit, number>>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 };

/** The day that many units away; the end of a month stays in its month. */
function moveBy(unit: DateUnit, day: number, count: number): number {
  const months = MONTHS_OF[unit];
  if (months === undefined) return day + count * (unit === 'week' || unit === 'weekend' ? 7 : unit === 'hour' ? 0 : 1);
  const { year, month, day: dayInMonth } = civilDay(day);
  const target = civilDay(dayNumber(year, month + months * count, 1));
  return dayNumber(target.year, target.month, Math.min(dayInMonth, daysInMonth(target.year, target.month)));
}

/** As exact as people count: a day for days, the week for weeks, the month for months and "a year ago", the year for years. */
function agoOf(unit: DateUnit, count: number | null, published: number): Interval {
  if (count === null) return { from: null, to: published - 1 };
  const day = moveBy(unit, published, -count);
  if (unit === 'year' && count === 1) return unitAround('month', day);
  return unit === 'week' && count === 1 ? oneDay(day) : unitAround(unit, day);
}

function shiftOf(unit: DateUnit, count: number, anchor: Interval | null): Interval | null {
  if (anchor === null || anchor.from === null || anchor.to === null) return null;
  const day = moveBy(unit, count < 0 ? anchor.from : anchor.to, count);
  if (anchor.from !== anchor.to && unit === 'day') return null;
  return unit === 'week' && anchor.from === anchor.to ? oneDay(day) : unitAround(unit, day);
}

const RECENT: Readonly<Record<DateUnit, number>> = {
  day: 7,
  hour: 1,
  night: 7,
  morning: 7,
  week: 30,
  weekend: 30,
  month: 183,
  quarter: 365,
  year: 1826,
  decade: 7305,
  century: 73_050,
};

/** Where a run of units up to the day printed began; some days, weeks, months for a run without a count. */
function recentStart(unit: DateUnit, count: number | null, published: number): number {
  if (count === null) return published - RECENT[unit];
  if (unit === 'hour') return published - Math.ceil(count / 24);
  return moveBy(unit, published, -count);
}
