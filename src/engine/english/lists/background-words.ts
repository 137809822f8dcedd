import { wordList } from './word-list.js';

/** Words that put what a sentence tells into earlier times. */
export const BACKGROUND_WORDS = wordList(`
  afterward already before consistently earlier famously first formerly frequently initially long often once originally previously
  recently repeatedly since then typically
`);
