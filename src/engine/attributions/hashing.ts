/** Mixes two numbers into one of 32 bits. Features are named by such numbers, never by strings. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

const START = 0x811c9dc5 | 0;
const PRIME = 0x01000193;

/** The hash of `text.slice(start, end)` in lower case (ASCII), and with curly apostrophes made straight. */
export function hashLower(text: string, start: number, end: number): number {
  let h = START;
  for (let at = start; at < end; at++) h = Math.imul(h ^ lowerCode(text.charCodeAt(at)), PRIME);
  return h ^ (h >>> 15);
}

export function lowerCode(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  return code === 0x2019 ? 39 : code;
}
