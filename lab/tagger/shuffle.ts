/** A copy in another order; the same seed gives the same order. */
export function shuffle<T>(list: readonly T[], seed: number): readonly T[] {
  const out = [...list];
  let state = Math.imul(seed, 0x9e3779b1) | 1;
  for (let at = out.length - 1; at > 0; at--) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const other = (state >>> 0) % (at + 1);
    [out[at], out[other]] = [out[other] as T, out[at] as T];
  }
  return out;
}
