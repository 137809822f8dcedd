import type { TokenRange } from '../../src/engine/model.js';
import type { GoldRanges } from './prepare.js';

type Parts = Pick<GoldRanges, 'source' | 'content'>;

/** Content agrees by half or more of all its tokens, and sources overlap or are both absent, as the scorer's "found" asks. */
export function agrees(found: Parts, gold: Parts): boolean {
  return sourcesAgree(found, gold) && overlap(found.content, gold.content) >= 0.5;
}

/** How much of what a reader wants a reading gives, 0 to 1: the right content above all, to the word; then the right source. */
export function agreement(found: Parts, gold: Parts): number {
  const content = overlap(found.content, gold.content);
  return (
    0.3 * content +
    (same(found.content, gold.content) ? 0.3 : 0) +
    (agrees(found, gold) ? 0.2 : 0) +
    (same(found.source, gold.source) ? 0.2 : 0)
  );
}

function sourcesAgree(found: Parts, gold: Parts): boolean {
  return found.source.length === 0 && gold.source.length === 0 ? true : shared(found.source, gold.source) > 0;
}

function overlap(a: readonly TokenRange[], b: readonly TokenRange[]): number {
  const common = shared(a, b);
  return common === 0 ? 0 : common / (size(a) + size(b) - common);
}

const same = (a: readonly TokenRange[], b: readonly TokenRange[]): boolean =>
  a.length === b.length && a.every(({ from, to }, at) => b[at]?.from === from && b[at]?.to === to);

const size = (ranges: readonly TokenRange[]): number => ranges.reduce((sum, { from, to }) => sum + to - from, 0);

export function shared(a: readonly TokenRange[], b: readonly TokenRange[]): number {
  let sum = 0;
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x.to, y.to) - Math.max(x.from, y.from));
  return sum;
}
