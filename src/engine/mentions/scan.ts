import type { Sentenced, TokenIndex, TokenRange } from '../model.js';
import type { Draft } from './drafts.js';
import type { Lexicon } from './word-classes.js';
import type { Words } from './words.js';

/** What finding phrases works on. */
export interface Scan {
  readonly sentenced: Sentenced;
  readonly words: Words;
  readonly lexicon: Lexicon;
  /** Words of names found outside headlines: in a headline's style only these are names. */
  readonly known: ReadonlySet<string> | null;
  readonly drafts: Draft[];
}

/** A run of words that may be a phrase: `from` with its determiner and owner, `start` without. */
export interface Run {
  readonly from: TokenIndex;
  readonly start: TokenIndex;
  readonly end: TokenIndex;
  readonly opening: Draft['opening'];
  readonly owner: number;
  readonly owns: boolean;
  readonly sentence: TokenRange;
}
