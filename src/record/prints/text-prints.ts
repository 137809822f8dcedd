import type { Block } from '../../engine/index.js';
import { fingerprintsOf, shinglesOf } from './fingerprints.js';
import { ownWords } from './own-words.js';

/** Texts that share a run of thirteen of their reporters' own words share a fingerprint: half of what a longer passage needs to be called a copy. */
const WINDOW = 8;

/** A fingerprint in more texts than this is a set phrase or furniture and tells nothing. */
export const COMMON_PRINT = 40;

/** The fingerprints that a record keeps of a text, in ascending order: some hundred for an article of a thousand words. */
export const textPrints = (text: string, blocks: readonly Block[]): readonly number[] =>
  [...fingerprintsOf(shinglesOf(ownWords(text, blocks)), WINDOW)].sort((one, other) => one - other);
