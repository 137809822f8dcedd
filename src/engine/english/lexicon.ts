import { WORD_CLASS as is, type Lexicon } from '../mentions/word-classes.js';
import { ANONYMOUS_HEADS } from './lists/anonymity.js';
import { BODIES } from './lists/bodies.js';
import { COMPANIES } from './lists/companies.js';
import { DOCUMENTS } from './lists/documents.js';
import { EITHER_FIRST_NAMES, FEMALE_FIRST_NAMES, MALE_FIRST_NAMES } from './lists/first-names.js';
import { CALENDAR_WORDS, FUNCTION_WORDS } from './lists/function-words.js';
import { AGENCIES, NAMED_BODIES, OUTLETS } from './lists/media.js';
import { NICKNAMES } from './lists/nicknames.js';
import { OFFICE_WORDS } from './lists/office-words.js';
import { CAPITALS, COUNTRIES, DEMONYMS, PARTY_WORDS, STATES, TWO_WORD_PLACES } from './lists/places.js';
import { PEOPLE, ROLES } from './lists/roles.js';
import { FEMALE_TITLES, MALE_TITLES, NAME_PARTICLES, NAME_SUFFIXES, TITLES } from './lists/titles.js';

/** Titles that are no nouns: nobody is "a mr". */
const FORMS_OF_ADDRESS = new Set(['madam', 'madame', 'messrs', 'miss', 'mr', 'mrs', 'ms', 'sir']);

/** What English words can be. Built once from the word lists. */
export function createLexicon(): Lexicon {
  const classes = new Map<string, number>();
  const add = (words: Iterable<string>, bits: number): void => {
    for (const word of words) classes.set(word, (classes.get(word) ?? 0) | bits);
  };
  add(FEMALE_FIRST_NAMES, is.firstName | is.female);
  add(MALE_FIRST_NAMES, is.firstName | is.male);
  add(EITHER_FIRST_NAMES, is.firstName);
  add(TITLES, is.title);
  add(FEMALE_TITLES, is.female);
  add(MALE_TITLES, is.male);
  add(
    [...FEMALE_TITLES, ...MALE_TITLES].filter((word) => !FORMS_OF_ADDRESS.has(word)),
    is.role,
  );
  add(NAME_SUFFIXES, is.suffix);
  add(NAME_PARTICLES, is.particle);
  add(ROLES, is.role);
  add([...ROLES].map(pluralOf), is.role | is.plural);
  add(PEOPLE, is.people);
  add(BODIES, is.body);
  add(DOCUMENTS, is.document);
  add([...BODIES].map(pluralOf), is.body);
  add([...DOCUMENTS].map(pluralOf), is.document);
  add(COUNTRIES, is.country);
  add(CAPITALS, is.capital);
  add(DEMONYMS, is.demonym);
  add([...DEMONYMS].filter((word) => !/(?:ese|ish|ch)$/.test(word)).map(pluralOf), is.demonym | is.plural);
  add(STATES, is.region);
  add(PARTY_WORDS, is.party);
  add(
    [...PARTY_WORDS].filter((word) => word.endsWith('s')),
    is.plural,
  );
  add(OUTLETS, is.outlet);
  add(singleWords(AGENCIES), is.agency | is.outlet);
  add(FUNCTION_WORDS, is.functionWord);
  add(CALENDAR_WORDS, is.calendar);
  add(COMPANIES, is.company);
  add(OFFICE_WORDS, is.office);
  add(ANONYMOUS_HEADS, is.anonymous);
  const phrases = new Map<string, number>();
  addPhrases(phrases, TWO_WORD_PLACES, is.country);
  addPhrases(phrases, NAMED_BODIES, is.body);
  addPhrases(phrases, AGENCIES, is.agency | is.outlet);
  return { classes, phrases, phraseStarts: startsOf(phrases), nicknames: pairsOf(NICKNAMES) };
}

/** "analyst" → "analysts", "spokesman" → "spokesmen", "ally" → "allies", "boss" → "bosses". */
export function pluralOf(word: string): string {
  if (word.endsWith('man') && !/(?:german|roman|human|shaman)$/.test(word)) return `${word.slice(0, -3)}men`;
  if (word === 'person') return 'persons';
  if (word.endsWith('wife')) return `${word.slice(0, -4)}wives`;
  if (word === 'child') return 'children';
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

const singleWords = (words: ReadonlySet<string>): readonly string[] => [...words].filter((word) => !word.includes('_'));

function addPhrases(phrases: Map<string, number>, words: ReadonlySet<string>, bits: number): void {
  for (const word of words) if (word.includes('_')) phrases.set(word.replaceAll('_', ' '), bits);
}

function startsOf(phrases: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  for (const phrase of phrases.keys()) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    starts.set(first, Math.max(starts.get(first) ?? 0, words.length - 1));
  }
  return starts;
}

function pairsOf(pairs: ReadonlySet<string>): ReadonlyMap<string, string> {
  return new Map([...pairs].map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}
