import type { Day } from '../../engine/index.js';

/**
 * The period that a figure covers: from an event or day on ("since June 4"), a window that ends when it was said ("in the past
 * day"), or a named period ("in 2030"). `key` is equal for equal periods in other words; `days` is a window's length.
 */
export interface Scope {
  readonly kind: 'since' | 'window' | 'period';
  readonly words: string;
  readonly key: string;
  readonly days: number | null;
}

const SINCE =
  /\bsince ((?:the )?(?:start|beginning|outbreak) of [\w ]{3,40}|[\p{Lu}]\p{L}{2,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [\p{Lu}]\p{L}{2,9}|the \p{L}{3,20} \p{L}{3,12}|last \p{L}{3,12}|\p{Lu}\p{L}{2,12}(?: \d{4})?|\d{4})/u;
const WINDOW =
  /\b(?:(?:in|over|within|during) )?the (?:past|last|previous) (?:(\d{1,3}|[a-z]{2,9}) )?(hour|day|week|month|year)s?\b(?! of\b)/i;
const DAILY = /\b(?:a|per|each|every) (day|week|month|year)\b|\bovernight\b|\bdaily\b/i;
const PERIOD =
  /\b(?:in|during|for) (\d{4}|(?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?)\b|\b(?:so far )?this (week|month|year)\b/;

const LENGTH: Readonly<Record<string, number>> = { hour: 1, day: 1, week: 7, month: 30, year: 365 };
const COUNT: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  '24': 1,
  '48': 2,
};

/** The period that the words around a figure name; null where they name none. */
export function scopeOf(words: string): Scope | null {
  const window = WINDOW.exec(words);
  if (window !== null) {
    const count = window[1] === undefined ? 1 : (COUNT[window[1].toLowerCase()] ?? (Number(window[1]) || 1));
    const days = (window[2]?.toLowerCase() === 'hour' ? 1 : count) * (LENGTH[window[2]?.toLowerCase() ?? 'day'] ?? 1);
    return { kind: 'window', words: window[0], key: `window ${days}`, days };
  }
  const since = SINCE.exec(words);
  if (since !== null) return { kind: 'since', words: since[0], key: `since ${plain(since[1] ?? '')}`, days: null };
  const daily = DAILY.exec(words);
  if (daily !== null) {
    const days = LENGTH[daily[1]?.toLowerCase() ?? 'day'] ?? 1;
    return { kind: 'window', words: daily[0], key: `window ${days}`, days };
  }
  const period = PERIOD.exec(words);
  return period === null ? null : { kind: 'period', words: period[0], key: `period ${plain(period[1] ?? period[2] ?? '')}`, days: null };
}

const MONTHS: Readonly<Record<string, string>> = {
  jan: 'january',
  feb: 'february',
  mar: 'march',
  apr: 'april',
  jun: 'june',
  jul: 'july',
  aug: 'august',
  sep: 'september',
  sept: 'september',
  oct: 'october',
  nov: 'november',
  dec: 'december',
};

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^(\d{1,2}) ([a-z]+)$/, '$2 $1')
    .replace(/[.,]/g, '')
    .replace(/\b[a-z]{3,4}\b/g, (word) => MONTHS[word] ?? word)
    .replace(/\b(?:the|of|last)\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether two figures cover the same period, given the days on which they were claimed (null: not known). */
export function sameScope(one: Scope | null, other: Scope | null, day: Day | null, otherDay: Day | null): boolean {
  if (one === null || other === null) return one === other && areWithin(day, otherDay, STOCK_DAYS);
  if (one.key !== other.key) return false;
  if (one.kind !== 'window') return areWithin(day, otherDay, 200);
  return areWithin(day, otherDay, Math.max(1, Math.floor((one.days ?? 1) / 4)));
}

/** Figures without a period say how things stand: they are comparable for about so long. */
const STOCK_DAYS = 14;

function areWithin(one: Day | null, other: Day | null, days: number): boolean {
  if (one === null || other === null) return true;
  return Math.abs(Date.parse(one) - Date.parse(other)) <= days * 86_400_000;
}
