import { type WordRun, wordRun } from './word-run.js';

/** A quotation to be checked, cut where it says itself that something is left out or put in. */
export interface Quotation {
  readonly text: string;
  /** The runs between ellipses and bracketed insertions, in order; none is empty. */
  readonly pieces: readonly WordRun[];
  readonly words: number;
}

/** "...", "…", "[…]", "(...)" and insertions like "[the minister]". Up to 80 characters may stand in brackets. */
const GAPS = /\[[^[\]]{0,80}\]|\(\s{0,3}(?:…|\.{3,5})\s{0,3}\)|…|\.{3,5}|\.(?:\s\.){2,4}/g;

export function readQuotation(text: string): Quotation {
  const pieces = text
    .split(GAPS)
    .map(wordRun)
    .filter(({ keys }) => keys.length > 0);
  return { text, pieces, words: pieces.reduce((sum, { keys }) => sum + keys.length, 0) };
}
