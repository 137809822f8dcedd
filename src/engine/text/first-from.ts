import type { TokenIndex } from '../model.js';

/** The index of the first of a list in text order that starts at a token or behind it; the list's length where none does. */
export function firstFrom(list: readonly { readonly from: TokenIndex }[], at: TokenIndex): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.from ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
