import { wordList } from './word-list.js';

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

/** Numbers below a hundred, as words. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...UNITS.split(' ').map((word, value) => [word, value] as const),
  ...TENS.split(' ').map((word, index) => [word, 20 + 10 * index] as const),
]);

/** Words that multiply the number before them. */
export const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['b', 1e9],
  ['billion', 1e9],
  ['bn', 1e9],
  ['dozen', 12],
  ['hundred', 100],
  ['k', 1e3],
  ['m', 1e6],
  ['million', 1e6],
  ['mln', 1e6],
  ['thousand', 1e3],
  ['trillion', 1e12],
]);

/** Parts of a whole, singular and plural. */
export const FRACTIONS: ReadonlyMap<string, number> = new Map([
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
  ['fourth', 1 / 4],
  ['half', 1 / 2],
  ['halves', 1 / 2],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['tenth', 1 / 10],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
]);

/** What stands before a sum of money, and what it counts. */
export const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ['$', 'dollars'],
  ['a$', 'Australian dollars'],
  ['c$', 'Canadian dollars'],
  ['us$', 'dollars'],
  ['£', 'pounds'],
  ['¥', 'yen'],
  ['€', 'euros'],
]);

/** Words before a number that limit it; of several words joined the longest run counts ("no more than"). */
export const QUALIFIERS: ReadonlySet<string> = new Set([
  'about',
  'above',
  'almost',
  'an additional',
  'an average of',
  'an estimated',
  'approximately',
  'around',
  'as few as',
  'as little as',
  'as many as',
  'as much as',
  'at least',
  'at most',
  'below',
  'between',
  'close to',
  'estimated',
  'fewer than',
  'less than',
  'more than',
  'nearly',
  'no fewer than',
  'no less than',
  'no more than',
  'not more than',
  'only about',
  'over',
  'perhaps',
  'perhaps only',
  'probably',
  'roughly',
  'some',
  'under',
  'up to',
  'upward of',
  'upwards of',
  'well over',
]);

/** Units behind a hyphen that make the number before them a quantity: "a 10-month truce", but not "a two-state solution". */
export const MEASURES = wordList(`
  acre billion cent day degree dollar foot hour inch kilogram kilometer kilometre liter litre mile million minute month percent
  percentage-point point pound seat second ton trillion vote week year
`);

/** Nouns behind which a number is a name: "Section 1001", "Room 12". */
export const NUMBERED_NOUNS = wordList(`
  amendment apollo article bus channel chapter class code division flight formula gate highway interstate item line no no. number
  page part phase platform proposition psalm resolution road room route section size stage step table tier title track type unit
  verse version volume
`);

/** Words behind which a number is an age: "aged 40". */
export const AGE_WORDS = wordList('age aged ages turned turning');
