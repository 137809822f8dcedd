import type { Block } from '../../engine/index.js';
import { type ArticleHead, fingerprintsOf, ownWords, type RunningWords, shinglesOf } from '../../record/index.js';
import { type Passage, sharedPassages } from './passages.js';

/** A text that is compared with others, with what is known of where it appeared. */
export interface ComparedText {
  readonly head: ArticleHead;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/**
 * How two texts hang together: `copy` (most of the shorter one's own words stand in the other), `rewrite` (long passages of
 * one's own words stand in the other), `version` (the same address).
 */
export type Relation = 'copy' | 'rewrite' | 'version';

export interface Link {
  /** Indexes into the list of texts that was compared; `left` < `right`. */
  readonly left: number;
  readonly right: number;
  readonly relation: Relation;
  /** Share of the shorter text's own words that stand in shared passages, 0 to 1. */
  readonly share: number;
  readonly passages: readonly Passage[];
}

/**
 * From this share on a text is a copy; below it, a rewrite needs passages that chance does not make: one of twelve words, or
 * two of eight. Chosen by reading the pairs that `npm run lab:copies` lists from 840 real articles.
 */
const COPY_SHARE = 0.5;
const ONE_LONG = 14;
const TWO_LONG = 8;
/** A rewrite appears within so many days: the same background paragraph a year later is somebody's archive. */
const REWRITE_DAYS = 4;
/** Of so many neighbouring shingles one is a fingerprint: passages of nine words are found. */
const WINDOW = 4;
/** A fingerprint in more texts than this is a set phrase or furniture. */
const COMMON = 40;
/** A passage that one outlet prints in so many texts, days apart, is a paragraph that it keeps standing: an editor's note, a biography. */
const STANDING = 3;
/** Texts with fewer own words of this count are too short to tell. */
const SHORTEST = 40;

/** Finds which texts are copies, rewrites or versions of one another. Linear in their number, as long as few texts share a fingerprint. */
export function linkTexts(texts: readonly ComparedText[]): readonly Link[] {
  const running = texts.map((text) => ownWords(text.text, text.blocks));
  const holders = holdersOf(running);
  const standing = standingOf(texts, holders);
  const links: Link[] = [];
  for (const [left, right] of candidatePairs(texts, holders)) {
    const link = linkOf(texts, running, left, right, standing);
    if (link !== null) links.push(link);
  }
  return links;
}

/** Which texts hold each fingerprint. */
function holdersOf(running: readonly RunningWords[]): ReadonlyMap<number, readonly number[]> {
  const holders = new Map<number, number[]>();
  running.forEach((words, index) => {
    for (const fingerprint of fingerprintsOf(shinglesOf(words), WINDOW)) {
      const list = holders.get(fingerprint);
      if (list === undefined) holders.set(fingerprint, [index]);
      else if (list.length <= COMMON) list.push(index);
    }
  });
  return holders;
}

function standingOf(texts: readonly ComparedText[], holders: ReadonlyMap<number, readonly number[]>): ReadonlySet<number> {
  const standing = new Set<number>();
  for (const [fingerprint, list] of holders) {
    if (list.length < STANDING) continue;
    const heads = list.flatMap((index) => texts[index]?.head ?? []);
    const addresses = new Set(heads.map((head) => head.address));
    const first = heads[0];
    const apart = heads.some((head) => first !== undefined && !isNear(first, head));
    if (addresses.size >= STANDING && apart && heads.every((head) => head.outlet === first?.outlet)) standing.add(fingerprint);
  }
  return standing;
}

function candidatePairs(
  texts: readonly ComparedText[],
  holders: ReadonlyMap<number, readonly number[]>,
): readonly (readonly [number, number])[] {
  const pairs = new Map<string, readonly [number, number]>();
  const add = (left: number, right: number): void => void pairs.set(`${left} ${right}`, [left, right]);
  for (const list of holders.values()) {
    if (list.length > COMMON) continue;
    for (let a = 0; a < list.length; a++) for (let b = a + 1; b < list.length; b++) add(list[a] ?? 0, list[b] ?? 0);
  }
  const byAddress = new Map<string, number>();
  texts.forEach(({ head }, index) => {
    const first = byAddress.get(head.address);
    if (first === undefined) byAddress.set(head.address, index);
    else add(first, index);
  });
  return [...pairs.values()].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

function linkOf(
  texts: readonly ComparedText[],
  running: readonly RunningWords[],
  left: number,
  right: number,
  standing: ReadonlySet<number>,
): Link | null {
  const [one, other] = [texts[left], texts[right]];
  const [words, others] = [running[left], running[right]];
  if (one === undefined || other === undefined || words === undefined || others === undefined) return null;
  const passages = sharedPassages(words, others, standing);
  const shared = passages.reduce((sum, passage) => sum + passage.words, 0);
  const shorter = Math.min(words.words.length, others.words.length);
  const share = shorter === 0 ? 0 : Math.min(1, shared / shorter);
  if (one.head.address === other.head.address) return { left, right, relation: 'version', share, passages };
  if (shorter < SHORTEST) return null;
  if (share >= COPY_SHARE) return { left, right, relation: 'copy', share, passages };
  const long = passages.filter((passage) => passage.words >= TWO_LONG).length;
  const isRewrite = (long >= 2 || passages.some((passage) => passage.words >= ONE_LONG)) && isNear(one.head, other.head);
  return isRewrite ? { left, right, relation: 'rewrite', share, passages } : null;
}

function isNear(one: ArticleHead, other: ArticleHead): boolean {
  if (one.published === null || other.published === null) return true;
  return Math.abs(Date.parse(one.published) - Date.parse(other.published)) <= REWRITE_DAYS * 86_400_000;
}
