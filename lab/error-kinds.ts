import type { Attribution, Span } from '../src/engine/index.js';
import type { NewsLine } from './corpora.js';

/** Why a labelled attribution was not found, or a told one is not labelled. */
export type ErrorKind =
  | 'missed: no cue near'
  | 'missed: taken as nested'
  | 'missed: other content'
  | 'missed: other source'
  | 'told: cue not labelled'
  | 'told: inside labelled content'
  | 'told: other content'
  | 'told: other source';

export interface ErrorCase {
  readonly kind: ErrorKind;
  readonly article: string;
  readonly words: string;
}

type Parts = Pick<Attribution, 'source' | 'cue' | 'content'>;

/** The errors of one article, as the scorer's "found" counts them. */
export function errorsOf(line: NewsLine, told: readonly Attribution[]): readonly ErrorCase[] {
  const gold = line.attributions.map((one): Parts => ({ source: spans(one.source), cue: spans(one.cue), content: spans(one.content) }));
  const outer = told.filter(({ within }) => within === null);
  const words = (parts: Parts): string =>
    [parts.source, parts.cue, parts.content]
      .map((list) => list.map(({ start, end }) => line.text.slice(start, end)).join(' … '))
      .join(' | ');
  const missed = gold
    .filter((one) => one.content.length > 0 && !outer.some((other) => found(one, other)))
    .map((one) => ({ kind: missKind(one, told, outer), article: line.id, words: words(one) }));
  const extra = outer
    .filter((one) => !gold.some((other) => found(one, other)))
    .map((one) => ({ kind: extraKind(one, gold), article: line.id, words: words(one) }));
  return [...missed, ...extra];
}

const spans = (pairs: readonly (readonly [number, number])[]): readonly Span[] => pairs.map(([start, end]) => ({ start, end }));

function missKind(gold: Parts, told: readonly Attribution[], outer: readonly Attribution[]): ErrorKind {
  if (outer.some((one) => shared(one.cue, gold.cue) > 0)) {
    return outer.some((one) => shared(one.cue, gold.cue) > 0 && agree(one.content, gold.content))
      ? 'missed: other source'
      : 'missed: other content';
  }
  return told.some((one) => shared(one.cue, gold.cue) > 0) ? 'missed: taken as nested' : 'missed: no cue near';
}

function extraKind(told: Parts, gold: readonly Parts[]): ErrorKind {
  const same = gold.filter((one) => shared(one.cue, told.cue) > 0);
  if (same.length > 0) return same.some((one) => agree(one.content, told.content)) ? 'told: other source' : 'told: other content';
  return gold.some((one) => shared(one.content, told.cue) > 0) ? 'told: inside labelled content' : 'told: cue not labelled';
}

const size = (list: readonly Span[]): number => list.reduce((sum, { start, end }) => sum + end - start, 0);

function shared(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const x of a) for (const y of b) sum += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return sum;
}

function agree(a: readonly Span[], b: readonly Span[]): boolean {
  const common = shared(a, b);
  return common > 0 && common / (size(a) + size(b) - common) >= 0.5;
}

const found = (a: Parts, b: Parts): boolean =>
  agree(a.content, b.content) && ((a.source.length === 0 && b.source.length === 0) || shared(a.source, b.source) > 0);
