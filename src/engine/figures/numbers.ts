import type { WordSource } from '../dates/word-source.js';
import { FRACTIONS, MULTIPLES, NUMBER_WORDS } from '../english/lists/number-words.js';
import type { TokenIndex } from '../model.js';

/** A number in the text: its value, the tokens that hold it, and whether it is written in words. */
export interface NumberFound {
  readonly value: number;
  readonly from: TokenIndex;
  readonly to: TokenIndex;
  readonly inWords: boolean;
  /** A second number right behind the first: "600-700". */
  readonly second: number | null;
  /** A unit joined by a hyphen: "31-point". */
  readonly joined: string | null;
}

const DIGITS = /^(\d{1,12}|\d{1,3}(?:,\d{3})+)(\.\d{1,6})?$/;
const RUN = /^(\d[\d,]{0,14}(?:\.\d{1,4})?)[-–](\d[\d,]{0,14}(?:\.\d{1,4})?)$/;
const JOINED = /^(\d[\d,]{0,14}(?:\.\d{1,4})?|[a-z]{3,9})-([a-z]{1,12}(?:-[a-z]{1,12}){0,3})$/;
const SUFFIXED = /^(\d[\d,]{0,14}(?:\.\d{1,4})?)(k|m|mln|b|bn)$/;

const digitsOf = (word: string): number | null => (DIGITS.test(word) ? Number(word.replaceAll(',', '')) : null);

/** The number that starts at `at`, with the multiples behind it ("1.3 million", "two dozen"); null where none does. */
export function readNumber(source: WordSource, at: TokenIndex): NumberFound | null {
  const word = source.lower[at] ?? '';
  const code = word.charCodeAt(0);
  const inWords = !(code >= 48 && code <= 57);
  const plain = inWords ? wordNumber(source, at) : digitNumber(word);
  if (plain === null) return readFraction(source, at);
  let { value } = plain;
  let to = at + plain.length;
  let second = plain.second;
  for (let next = source.lower[to]; next !== undefined && MULTIPLES.has(next) && next.length > 2; next = source.lower[to]) {
    value *= MULTIPLES.get(next) ?? 1;
    second = second === null ? null : second * (MULTIPLES.get(next) ?? 1);
    to++;
  }
  return { value, from: at, to, inWords, second, joined: plain.joined };
}

interface Plain {
  readonly value: number;
  readonly length: number;
  readonly second: number | null;
  readonly joined: string | null;
}

const plainOf = (value: number, length = 1): Plain => ({ value, length, second: null, joined: null });

function digitNumber(word: string): Plain | null {
  const value = digitsOf(word);
  if (value !== null) return plainOf(value);
  const suffixed = SUFFIXED.exec(word);
  if (suffixed !== null) return plainOf((digitsOf(suffixed[1] ?? '') ?? Number.NaN) * (MULTIPLES.get(suffixed[2] ?? '') ?? 1));
  const run = RUN.exec(word);
  const first = digitsOf(run?.[1] ?? '');
  const second = digitsOf(run?.[2] ?? '');
  if (first !== null && second !== null) return { value: first, length: 1, second, joined: null };
  const joined = JOINED.exec(word);
  const number = digitsOf(joined?.[1] ?? '');
  return joined === null || number === null ? null : { value: number, length: 1, second: null, joined: joined[2] ?? null };
}

/** "two", "twenty-five", "a dozen", "half a million", "three-hour"; numbers in words that others multiply are left to them. */
function wordNumber(source: WordSource, at: TokenIndex): Plain | null {
  const word = source.lower[at] ?? '';
  const value = NUMBER_WORDS.get(word);
  if (value !== undefined) return plainOf(value);
  if (word === 'a' || word === 'an')
    return MULTIPLES.has(source.lower[at + 1] ?? '') && (source.lower[at + 1]?.length ?? 0) > 2 ? plainOf(1) : null;
  if (word === 'half' && source.lower[at + 1] === 'a' && MULTIPLES.has(source.lower[at + 2] ?? '')) return plainOf(0.5, 2);
  const hyphen = word.indexOf('-');
  if (hyphen < 0) return null;
  const first = NUMBER_WORDS.get(word.slice(0, hyphen));
  const rest = word.slice(hyphen + 1);
  if (first === undefined) return null;
  const second = NUMBER_WORDS.get(rest);
  if (second !== undefined) return first >= 20 && second < 10 ? plainOf(first + second) : null;
  return FRACTIONS.has(rest) ? plainOf(first * (FRACTIONS.get(rest) ?? 1)) : { value: first, length: 1, second: null, joined: rest };
}

/** "half of", "a third of", "two thirds": parts of a whole that is named. */
function readFraction(source: WordSource, at: TokenIndex): NumberFound | null {
  const word = source.lower[at] ?? '';
  const counted = word === 'a' || word === 'an' ? 1 : NUMBER_WORDS.get(word);
  const place = word === 'half' ? at : counted === undefined ? -1 : at + 1;
  const fraction = FRACTIONS.get(source.lower[place] ?? '');
  if (fraction === undefined || source.lower[place + 1] !== 'of') return null;
  return { value: fraction * (counted ?? 1), from: at, to: place + 1, inWords: true, second: null, joined: null };
}
