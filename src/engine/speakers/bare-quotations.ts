import type { Attribution, Speaker } from '../model.js';
import { firstEndingBehind } from '../text/token-search.js';
import { type Resolving, unresolved } from './resolving.js';

/** Where an attribution stands: its source, or else what it has. */
export const placeOf = (attribution: Attribution | undefined): number =>
  attribution?.source[0]?.start ?? attribution?.cue[0]?.start ?? attribution?.content[0]?.start ?? 0;

/**
 * A quotation without a cue of its own takes its speaker from the paragraph: from the statement before it in the same
 * paragraph, then the one behind it, then from the paragraph before where that ended in a quotation by the same speaker.
 */
export function bareQuotation(resolving: Resolving, order: readonly number[], index: number): Speaker {
  const { attributed, found } = resolving;
  const place = placeOf(attributed.attributions[index]);
  const block = blockAt(resolving, place);
  const known = order.filter(
    (other) => found[other] != null && ['person', 'organization', 'group', 'anonymous'].includes(found[other]?.kind ?? ''),
  );
  const before = known.findLast((other) => placeOf(attributed.attributions[other]) < place);
  const after = known.find((other) => placeOf(attributed.attributions[other]) > place);
  const take = (other: number, rule: string, score: number): Speaker => {
    const taken = found[other] as Speaker;
    return { ...taken, reason: { rule, score, parts: [taken.reason] } };
  };
  if (before !== undefined && blockAt(resolving, placeOf(attributed.attributions[before])) === block)
    return take(before, 'quotation-goes-on', 0.85);
  if (after !== undefined && blockAt(resolving, placeOf(attributed.attributions[after])) === block)
    return take(after, 'quotation-before-its-speaker', 0.8);
  if (before !== undefined && blockAt(resolving, placeOf(attributed.attributions[before])) === block - 1)
    return take(before, 'quotation-after-its-speaker', 0.7);
  return unresolved('quotation-without-speaker');
}

function blockAt({ attributed, work }: Resolving, offset: number): number {
  const token = firstEndingBehind(attributed.tokens, offset);
  return attributed.sentences[work.words.sentence[token] ?? 0]?.block ?? -1;
}
