import { stemOf, wordsOf } from '../issues/word-stems.js';

/** What became of a condition. `hardened`: the old one and more ("and the police come"); `softened`: part of the old one; `changed`: the words do not tell. */
export type ConditionChange = 'appeared' | 'hardened' | 'softened' | 'went' | 'changed' | 'same';

/** Words that carry nothing of what a condition demands. */
const EMPTY = new Set(
  'a after all an and any are as at be been but by condition conditions for from had has have however if in is it its long of on once only or our provided so that the their then there they this to under unless until was we were when while will with without would'.split(
    ' ',
  ),
);

/** So much of the words of the longer of two conditions must be shared for them to be one condition in other words. */
const ALIKE = 0.6;

function contentOf(condition: string): ReadonlySet<string> {
  const kept = CONTENTS.get(condition);
  if (kept !== undefined) return kept;
  const content = new Set(
    wordsOf(condition)
      .filter((word) => !EMPTY.has(word.toLowerCase()))
      .map(stemOf),
  );
  if (CONTENTS.size < MOST_CONTENTS) CONTENTS.set(condition, content);
  return content;
}

/** Conditions recur: the words of so many are remembered. */
const CONTENTS = new Map<string, ReadonlySet<string>>();
const MOST_CONTENTS = 20_000;

/** Whether two conditions are the same or only worded otherwise: "if troops left" and "but only if the troops leave". */
export const sameCondition = (left: string | null, right: string | null): boolean => conditionChange(left, right) === 'same';

/** Words by which a condition asks for more than another of the same words. */
const MORE = /\b(?:all|also|and|complete|completely|entire|every|first|full|fully|whole)\b/i;

/** What became of a condition from one day to another. */
export function conditionChange(left: string | null, right: string | null): ConditionChange {
  if (left === null) return right === null ? 'same' : 'appeared';
  if (right === null) return 'went';
  const one = contentOf(left);
  const other = contentOf(right);
  const shared = [...one].filter((word) => other.has(word)).length;
  if (shared > 0 && shared === one.size && other.size > one.size && MORE.test(right) && !MORE.test(left)) return 'hardened';
  if (shared > 0 && shared === other.size && one.size > other.size && MORE.test(left) && !MORE.test(right)) return 'softened';
  return left === right || (shared > 0 && shared / Math.max(one.size, other.size) >= ALIKE) ? 'same' : 'changed';
}
