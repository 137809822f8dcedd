/** Numbers the features that occur at least `least` times in a list of hashes, and rewrites the list in place: hash → number, or -1. */
export function indexFeatures(hashes: Int32Array, length: number, least: number): { readonly hashes: Int32Array; readonly count: number } {
  const bits = Math.max(16, Math.min(26, Math.ceil(Math.log2(length + 1)) - 0));
  const size = 2 ** bits;
  const mask = size - 1;
  const keys = new Int32Array(size);
  const counts = new Uint16Array(size);
  const find = (hash: number): number => {
    const key = hash === 0 ? 1 : hash;
    let at = Math.imul(key, 0x9e3779b1) >>> (32 - bits);
    while (keys[at] !== key && counts[at] !== 0) at = (at + 1) & mask;
    keys[at] = key;
    return at;
  };
  for (let at = 0; at < length; at++) {
    const place = find(hashes[at] as number);
    if ((counts[place] as number) < 65535) counts[place] = (counts[place] as number) + 1;
  }
  const numbers = new Int32Array(size).fill(-1);
  const kept: number[] = [];
  for (let at = 0; at < length; at++) {
    const place = find(hashes[at] as number);
    if ((counts[place] as number) < least) {
      hashes[at] = -1;
      continue;
    }
    if ((numbers[place] as number) < 0) {
      numbers[place] = kept.length;
      kept.push(hashes[at] as number);
    }
    hashes[at] = numbers[place] as number;
  }
  return { hashes: Int32Array.from(kept), count: kept.length };
}
