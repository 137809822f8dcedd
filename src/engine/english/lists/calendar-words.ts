/** A word that can stand at the heart of a date, and what it means there. Keys are lower case, without a full stop. */
export type CalendarWord =
  | { readonly kind: 'weekday'; readonly value: number; readonly short: boolean }
  | { readonly kind: 'month'; readonly value: number; readonly part: PeriodPart | null; readonly doubtful: boolean }
  | { readonly kind: 'season'; readonly value: Season }
  | { readonly kind: 'today'; readonly value: number }
  | { readonly kind: 'unit'; readonly value: DateUnit }
  | { readonly kind: 'holiday'; readonly value: Holiday };

export type PeriodPart = 'early' | 'mid' | 'late';
export type Season = 'spring' | 'summer' | 'fall' | 'winter';
export type DateUnit = 'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year' | 'decade' | 'century' | 'hour' | 'night' | 'morning';
export type Holiday = { readonly month: number; readonly day: number };

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const SHORT_WEEKDAYS: Readonly<Record<string, number>> = {
  fri: 4,
  mon: 0,
  sat: 5,
  sun: 6,
  thu: 3,
  thur: 3,
  thurs: 3,
  tue: 1,
  tues: 1,
  wed: 2,
};
const MONTHS: Readonly<Record<string, number>> = {
  apr: 4,
  april: 4,
  aug: 8,
  august: 8,
  dec: 12,
  december: 12,
  feb: 2,
  february: 2,
  jan: 1,
  january: 1,
  jul: 7,
  july: 7,
  jun: 6,
  june: 6,
  mar: 3,
  march: 3,
  may: 5,
  nov: 11,
  november: 11,
  oct: 10,
  october: 10,
  sep: 9,
  sept: 9,
  september: 9,
};
/** Months that are as often something else: a verb, a name. */
const DOUBTFUL_MONTHS = ['apr', 'april', 'aug', 'jan', 'jun', 'june', 'mar', 'march', 'may', 'sep'];
const UNITS: Readonly<Record<string, DateUnit>> = {
  afternoon: 'morning',
  centuries: 'century',
  century: 'century',
  day: 'day',
  days: 'day',
  decade: 'decade',
  decades: 'decade',
  evening: 'morning',
  hour: 'hour',
  hours: 'hour',
  month: 'month',
  months: 'month',
  morning: 'morning',
  night: 'night',
  quarter: 'quarter',
  week: 'week',
  weekend: 'weekend',
  weeks: 'week',
  year: 'year',
  years: 'year',
};
const SEASONS: Readonly<Record<string, Season>> = {
  autumn: 'fall',
  fall: 'fall',
  spring: 'spring',
  summer: 'summer',
  winter: 'winter',
};
/** Days with a name that fall on the same date each year, by the two words of the name. */
export const HOLIDAYS: Readonly<Record<string, Holiday>> = {
  'armistice day': { month: 11, day: 11 },
  'boxing day': { month: 12, day: 26 },
  'christmas day': { month: 12, day: 25 },
  'christmas eve': { month: 12, day: 24 },
  'independence day': { month: 7, day: 4 },
  'may day': { month: 5, day: 1 },
  "new year's": { month: 1, day: 1 },
  "valentine's day": { month: 2, day: 14 },
  "veteran's day": { month: 11, day: 11 },
  'veterans day': { month: 11, day: 11 },
};

/** The first words of the names of holidays. */
export const HOLIDAY_STARTS: ReadonlySet<string> = new Set([
  'christmas',
  ...Object.keys(HOLIDAYS).map((name) => name.split(/[ ']/)[0] ?? ''),
]);

const PARTS: readonly PeriodPart[] = ['early', 'mid', 'late'];

/** Every word that a date can be built around. */
export const CALENDAR_WORDS: ReadonlyMap<string, CalendarWord> = makeWords();

function makeWords(): Map<string, CalendarWord> {
  const words = new Map<string, CalendarWord>();
  for (const [value, word] of WEEKDAYS.entries()) words.set(word, { kind: 'weekday', value, short: false });
  for (const [word, value] of Object.entries(SHORT_WEEKDAYS)) words.set(word, { kind: 'weekday', value, short: true });
  for (const [word, value] of Object.entries(MONTHS)) {
    const doubtful = DOUBTFUL_MONTHS.includes(word);
    words.set(word, { kind: 'month', value, part: null, doubtful });
    words.set(`${word}.`, { kind: 'month', value, part: null, doubtful: false });
    for (const part of PARTS) words.set(`${part}-${word}`, { kind: 'month', value, part, doubtful: false });
  }
  for (const [word, value] of Object.entries(SEASONS)) words.set(word, { kind: 'season', value });
  for (const [word, value] of Object.entries(UNITS)) words.set(word, { kind: 'unit', value });
  words.set('yesterday', { kind: 'today', value: -1 });
  words.set('today', { kind: 'today', value: 0 });
  words.set('tonight', { kind: 'today', value: 0 });
  words.set('tomorrow', { kind: 'today', value: 1 });
  words.set('christmas', { kind: 'holiday', value: { month: 12, day: 25 } });
  return words;
}

/** Numbers as words, as far as dates count ("two days ago"). */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['fifteen', 15],
  ['twenty', 20],
  ['thirty', 30],
]);

/** Words that make a weekday behind them a name of its own: "Super Tuesday". */
export const BEFORE_NAMED_DAY: ReadonlySet<string> = new Set([
  'ash',
  'black',
  'bloody',
  'cyber',
  'easter',
  'every',
  'fat',
  'giving',
  'good',
  'most',
  'palm',
  'super',
  'taco',
]);

/** Words that make a weekday before them part of a name: "Sunday Times". */
export const AFTER_NAMED_DAY: ReadonlySet<string> = new Set([
  'express',
  'herald',
  'journal',
  'mirror',
  'post',
  'school',
  'star',
  'telegraph',
  'times',
]);
