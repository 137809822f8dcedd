/**
 * Names across articles: what makes two spellings one name. Only spelling is folded (diacritics, romanisations, titles,
 * initials); short forms of first names are not, since "Joe Berg" and "Joseph Berg" can be two people.
 */
import { SPELLINGS } from '../english/lists/spellings.js';
import { NAME_SUFFIXES, TITLES } from '../english/lists/titles.js';

const STANDS_FOR: ReadonlyMap<string, string> = new Map(
  [...SPELLINGS].map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
);

/** Letters that have no decomposition in Unicode. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i' };

/** Titles that are the name where one word follows ("King Odel"). */
const THRONES = new Set(['emperor', 'empress', 'king', 'pope', 'prince', 'princess', 'queen', 'sultan']);

/** Words before a name that are no part of it, besides titles. */
const LEADING = new Set(['a', 'acting', 'an', 'former', 'late', 'the', 'then']);

/** A name's words in lower case, without diacritics, marks and possessive ending; titles and articles before it left out. */
export function nameWords(name: string): readonly string[] {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßøłđðþæœı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’]s(?=\s|$)/g, '')
    .replace(/['’ʼʹ`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  let start = 0;
  while (start < words.length - 1 && isLeading(words, start)) start++;
  return words.slice(start);
}

function isLeading(words: readonly string[], at: number): boolean {
  const word = words[at] ?? '';
  if (LEADING.has(word)) return true;
  return TITLES.has(word) && !(THRONES.has(word) && words.length - at === 2);
}

/**
 * The key under which a name is the same in every article: "President Volodymyr Zelenskyy" and "Volodymyr Zelenskiy" share
 * one, and so do "Lena M. Varga" and "Lena Varga". A suffix stays: "Jon Berg Jr." is not "Jon Berg". Empty for an empty name.
 */
export function speakerKey(name: string): string {
  const words = nameWords(name);
  const kept = words.filter((word, at) => word.length > 1 || at === 0 || words.length < 3);
  return kept.map(foldSpelling).join(' ');
}

/** An id for somebody of whom no registry knows, made from the name's key: "lena-varga". */
export const speakerId = (name: string): string => speakerKey(name).replaceAll(' ', '-');

/** Romanised endings that stand for one Slavic ending: "-skyy", "-skiy", "-skyi", "-skii", "-skij", "-ski" are "-sky". */
const SLAVIC_SKY = /sk(?:yy|iy|yi|ii|ij|yj|i)$/;
const SLAVIC_Y = /(?:iy|ii|ij|yi|yy|yj)$/;

function foldSpelling(word: string): string {
  const known = STANDS_FOR.get(word);
  if (known !== undefined) return known;
  if (word.length < 4) return word;
  const folded = word
    .replace(SLAVIC_SKY, 'sky')
    .replace(SLAVIC_Y, 'y')
    .replace(/ei$/, 'ey')
    .replace(/([dr])i$/, '$1y');
  return STANDS_FOR.get(folded) ?? folded;
}

/** The last word of a name that is no suffix, folded: what an article calls somebody after the first mention. */
export function surnameKey(name: string): string {
  const words = nameWords(name).filter((word) => !NAME_SUFFIXES.has(word));
  return foldSpelling(words.at(-1) ?? '');
}

export type Agreement = 'same' | 'different' | 'cannot-tell';

/** Whether two names can be one person's: "same" for one key, "cannot-tell" for a surname alone or agreeing initials, else "different". */
export function compareNames(a: string, b: string): Agreement {
  const left = speakerKey(a).split(' ');
  const right = speakerKey(b).split(' ');
  if (left.join(' ') === right.join(' ')) return 'same';
  const suffixes = [left, right].map((words) => words.filter((word) => NAME_SUFFIXES.has(word)).join(' '));
  if (suffixes[0] !== suffixes[1] && suffixes[0] !== '' && suffixes[1] !== '') return 'different';
  if (surnameKey(a) !== surnameKey(b)) return 'different';
  if (left.length === 1 || right.length === 1) return 'cannot-tell';
  const [first = ''] = left;
  const [other = ''] = right;
  if (first === other) return 'cannot-tell';
  return (first.length === 1 || other.length === 1) && first[0] === other[0] ? 'cannot-tell' : 'different';
}
