import { wordList } from './word-list.js';

/** People in general, whom no event holds together. */
export const GENERIC_SOURCES = wordList(`
  activists advisers aides allies americans analysts backers both businesses candidates companies critics democrats donors
  economists everybody everyone experts few folks groups investors lawyers leaders liberals many members most nobody observers one
  opponents others parents people politicians proponents republicans scholars scientists some strategists students supporters
  those voters women workers you
`);

/** Texts that speak: a poll is dated by its publication, not by the day of a speech beside it. */
export const REPORT_NOUNS = wordList(`
  analysis book count data estimate figures findings law letter numbers poll polling polls projection records report reports
  research rule rules ruling statistics studies study survey surveys
`);

/** Cues that go on from what was said before. */
export const CONTINUING_VERBS = wordList(`
  added adding adds concluded concluding continued continues continuing explained explaining recalled repeated went
`);
