const SIEVE_BITS = 25;

const slot = (hash: number, bits: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - bits);

/**
 * Numbers the features that occur at least `least` times (up to 255) in the first `length` of a list of hashes, and
 * rewrites that list in place: hash → number, or -1.
 */
export function indexFeatures(list: Int32Array, length: number, least: number): Int32Array {
  const sieve = new Uint8Array(2 ** SIEVE_BITS);
  for (let at = 0; at < length; at++) {
    const place = slot(list[at] as number, SIEVE_BITS);
    const count = sieve[place] as number;
    if (count < 255) sieve[place] = count + 1;
  }
  let bits = 16;
  let keys = new Int32Array(2 ** bits);
  let numbers = new Int32Array(2 ** bits).fill(-1);
  let kept = new Int32Array(1 << 16);
  let count = 0;
  const grow = (): void => {
    bits++;
    keys = new Int32Array(2 ** bits);
    numbers = new Int32Array(2 ** bits).fill(-1);
    for (let number = 0; number < count; number++) {
      const place = find(kept[number] as number);
      keys[place] = kept[number] as number;
      numbers[place] = number;
    }
  };
  const find = (hash: number): number => {
    const mask = keys.length - 1;
    let place = slot(hash, bits);
    while ((numbers[place] as number) >= 0 && keys[place] !== hash) place = (place + 1) & mask;
    return place;
  };
  for (let at = 0; at < length; at++) {
    const hash = list[at] as number;
    if ((sieve[slot(hash, SIEVE_BITS)] as number) < least) {
      list[at] = -1;
      continue;
    }
    let place = find(hash);
    if ((numbers[place] as number) < 0) {
      if (count * 2 > keys.length) {
        grow();
        place = find(hash);
      }
      if (count === kept.length) {
        const larger = new Int32Array(kept.length * 2);
        larger.set(kept);
        kept = larger;
      }
      keys[place] = hash;
      numbers[place] = count;
      kept[count++] = hash;
    }
    list[at] = numbers[place] as number;
  }
  return kept.slice(0, count);
}
