const PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/**
 * Turns offsets in UTF-16 code units of a text, as the record counts, into offsets in Unicode code points, as the W3C counts.
 * An offset inside a character counts as that before it.
 */
export function codePointCounter(text: string): (offset: number) => number {
  const pairs: number[] = [];
  for (const { index } of text.matchAll(PAIR)) pairs.push(index);
  if (pairs.length === 0) return (offset) => offset;
  return (offset) => offset - pairsBefore(pairs, offset);
}

/** How many pairs begin before an offset, by halving. */
function pairsBefore(pairs: readonly number[], offset: number): number {
  let from = 0;
  let to = pairs.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((pairs[middle] ?? 0) < offset) from = middle + 1;
    else to = middle;
  }
  return from;
}
