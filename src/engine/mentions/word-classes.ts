/**
 * What a word can be, as bits: one look-up a token answers every question that finding mentions asks.
 * A word has as many as fit ("baker" is a role and nothing else, "king" a role and a title).
 */
export const WORD_CLASS = {
  firstName: 1 << 0,
  female: 1 << 1,
  male: 1 << 2,
  title: 1 << 3,
  role: 1 << 4,
  people: 1 << 5,
  body: 1 << 6,
  document: 1 << 7,
  country: 1 << 8,
  capital: 1 << 9,
  demonym: 1 << 10,
  region: 1 << 11,
  party: 1 << 12,
  outlet: 1 << 13,
  agency: 1 << 14,
  suffix: 1 << 15,
  particle: 1 << 16,
  functionWord: 1 << 17,
  calendar: 1 << 18,
  /** The plural of a role, or a word for members of a nation or party in the plural. */
  plural: 1 << 19,
  /** A word that names a source without naming it ("source"). */
  anonymous: 1 << 20,
  /** A word inside the name of an office ("foreign" of "foreign minister"). */
  office: 1 << 21,
  /** A company or movement with a name of one word; of account only with a capital letter. */
  company: 1 << 22,
} as const;

/** Words in lower case, and the names of several words with single blanks, with the bits of {@link WORD_CLASS}. */
export interface Lexicon {
  readonly classes: ReadonlyMap<string, number>;
  /** Names of two and more words in lower case; the value has the bits of the whole name. */
  readonly phrases: ReadonlyMap<string, number>;
  /** First words of `phrases`, with the most words that follow one. */
  readonly phraseStarts: ReadonlyMap<string, number>;
  /** Short first names and what they are short for. */
  readonly nicknames: ReadonlyMap<string, string>;
}
