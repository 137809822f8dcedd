import type { DateUnit, PeriodPart, Season } from '../english/lists/calendar-words.js';
import type { TokenRange } from '../model.js';

/** Which of a recurring day or period is meant: "last Friday", "next spring", "that night". */
export type Which = 'last' | 'this' | 'next' | 'that';

/** What the words of a date say, before anything else is known. */
export type DateForm =
  /** "Dec. 25", "December 25, 2031"; `end` for "Jan. 17-23". */
  | {
      readonly kind: 'calendar-day';
      readonly year: number | null;
      readonly month: number;
      readonly day: number;
      readonly end: MonthDay | null;
    }
  /** "the 14th". */
  | { readonly kind: 'day-of-month'; readonly day: number }
  | {
      readonly kind: 'month';
      readonly year: number | null;
      readonly month: number;
      readonly part: PeriodPart | null;
      readonly which: Which | null;
    }
  | {
      readonly kind: 'season';
      readonly year: number | null;
      readonly season: Season;
      readonly part: PeriodPart | null;
      readonly which: Which | null;
    }
  /** `years` is 1 for "2012", 10 for "the 1990s". */
  | { readonly kind: 'years'; readonly year: number; readonly years: number; readonly part: PeriodPart | null }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: Which | null; readonly week: Which | null }
  /** "yesterday" is -1, "today" 0. */
  | { readonly kind: 'today'; readonly days: number }
  /** "last week", "this month"; `since` for "earlier this week" and "later this week". */
  | { readonly kind: 'period'; readonly unit: DateUnit; readonly which: Which; readonly part: PeriodPart | 'before' | 'after' | null }
  /** "two days ago", "months ago" (count null). */
  | { readonly kind: 'ago'; readonly unit: DateUnit; readonly count: number | null }
  /** "a week later", "the day before": counted from the date that the text gave last. */
  | { readonly kind: 'shift'; readonly unit: DateUnit; readonly count: number }
  /** "in recent weeks", "in the past three days". */
  | { readonly kind: 'recent'; readonly unit: DateUnit; readonly count: number | null };

export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

/** How the period is bounded: "in" it, "since" it began, "until" it ended … */
export type Bound = 'in' | 'since' | 'until' | 'before' | 'after';

/** A date in the text: its tokens, without the preposition before it. */
export interface DateExpression extends TokenRange {
  readonly form: DateForm;
  readonly bound: Bound;
  /** True for "around Dec. 25". */
  readonly approximate: boolean;
}
