import type { Span, TokenIndex } from '../model.js';

/** The first token that ends behind an offset; the number of tokens where none does. */
export function firstEndingBehind(tokens: readonly Span[], offset: number): TokenIndex {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first token that starts at an offset or behind it; the number of tokens where none does. */
export function firstStartingFrom(tokens: readonly Span[], offset: number): TokenIndex {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
