import { wordList } from './word-list.js';

/** Nouns for what is said to be so: who rejects one of them denies. */
export const CLAIMS = wordList(`
  accusation accusations allegation allegations assertion assertions characterization charge charges claim claims criticism
  criticisms critiques insinuation insinuations report reports rumor rumors suggestion suggestions
`);
