import type { RecordedStatement } from '../../record/index.js';
import { sharedTelling } from '../same-words/compare-words.js';
import { type HeldText, type Place, statementWords, type Texts } from './held-text.js';
import { likelyStretch } from './near-places.js';
import type { WordRun } from './word-run.js';

/** A quoted statement that says what the quotation says in other words: another translation of it. */
export interface OtherWords {
  readonly place: Place;
  /** Share of the telling words in common. */
  readonly likeness: number;
}

/**
 * Of the telling words (no function words, endings cut) so many must be in common, and this share of either side's: more where
 * nobody says whose words they are. Chosen on the samples' two translations of one speech; invented quotations find nothing
 * (`npx tsx lab/check-quotations.ts`).
 */
const LEAST_SHARED = 4;
const LEAST_SHARE = 0.55;
const LEAST_SHARE_OF_SPEAKER = 0.4;
const TEXTS = 6;

/** Quoted statements that render the words otherwise, the likeliest first. `isBy` tells whether one is by whom the words are said to be; null where nobody is named. */
export async function otherWords(
  texts: Texts,
  candidates: readonly HeldText[],
  quoted: WordRun,
  isBy: ((statement: RecordedStatement) => boolean) | null,
): Promise<readonly OtherWords[]> {
  const found: OtherWords[] = [];
  for (const held of candidates.slice(0, TEXTS)) {
    for (const statement of await texts.near(held, likelyStretch(held.run, quoted.keys))) {
      if (statement.attribution.manner === 'indirect' || isBy?.(statement) === false) continue;
      const words = statementWords(held, statement);
      const { shared, share } = sharedTelling(
        quoted.keys,
        words.map((index) => held.run.keys[index] ?? ''),
      );
      if (shared < LEAST_SHARED || share < (isBy === null ? LEAST_SHARE : LEAST_SHARE_OF_SPEAKER)) continue;
      found.push({ place: { held, words, statement }, likeness: share });
    }
  }
  return found.sort((one, other) => other.likeness - one.likeness);
}
