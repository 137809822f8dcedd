import { wordList } from './word-list.js';

/** Nouns that name a source without naming it. */
export const ANONYMOUS_HEADS = wordList(`
  insider insiders leaker official people person source sources whistleblower
`);

/** Words that say that a source is kept from being named. */
export const ANONYMITY_WORDS = wordList(`
  anonymity anonymous anonymously authorised authorized briefed close familiar unauthorised unauthorized unidentified unnamed
`);
