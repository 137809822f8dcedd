import { wordList } from './word-list.js';

/** Words that an apostrophe starts because letters are left out ("'em", "'til"), lower case, without it. */
export const ELISIONS = wordList(`
  bout cause cept cos em fore n nam neath nother nuff round til till tis twas tween twere twill twould
`);
