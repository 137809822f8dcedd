import { MOUTHPIECES } from '../english/lists/clauses.js';
import type { Attributed, Attribution, TokenIndex } from '../model.js';
import { firstToken } from './word-sequence.js';

/** What the article lets one know of a source's side. */
export interface OwnSide {
  /** Whether a capitalised word names the source or what it speaks for: "Korrend" for "Korrendi minister Lena Varga". */
  readonly isOwn: (word: string) => boolean;
  /** Whether the source is said to speak for somebody: a spokesman, an aide. */
  readonly speaksForAnother: boolean;
}

/** Makes the sides of one article's sources. `name` is the source's full name where it is known. */
export type KnowsSides = (attribution: Attribution, name: string | null) => OwnSide;

/** How many tokens may stand between a name and what ties it to a side: "Korrend's foreign minister, Lena Varga". */
const LONGEST_TIE = 7;

export function ownSides({ article, tokens }: Attributed, lower: (token: TokenIndex) => string): KnowsSides {
  const places = new Map<string, number[]>();
  const mouthpieces: number[] = [];
  tokens.forEach((token, index) => {
    const code = article.text.charCodeAt(token.start);
    if (code >= 65 && code <= 90) {
      const stem = stemOf(lower(index));
      const known = places.get(stem);
      if (known === undefined) places.set(stem, [index]);
      else known.push(index);
    } else if (code === 97 || code === 101 || code === 108 || code === 109 || code === 114 || code === 115) {
      if (MOUTHPIECES.has(lower(index))) mouthpieces.push(index);
    }
  });

  const near = (left: readonly number[], right: readonly number[]): boolean => {
    let at = 0;
    for (const place of left) {
      while (at < right.length && (right[at] ?? 0) < place - LONGEST_TIE) at++;
      const other = right[at];
      if (other !== undefined && other <= place + LONGEST_TIE && !isParted(Math.min(place, other), Math.max(place, other))) return true;
    }
    return false;
  };
  const isParted = (from: number, to: number): boolean => {
    for (let at = from + 1; at < to; at++)
      if (tokens[at]?.pos === 'VERB' || tokens[at]?.pos === 'AUX' || /^[.;!?"“”]$/.test(lower(at))) return true;
    return false;
  };

  return (attribution, name) => {
    const written: string[] = [];
    for (const span of attribution.source) {
      for (let at = firstToken(tokens, span.start); at < tokens.length && (tokens[at]?.start ?? span.end) < span.end; at++)
        written.push(lower(at));
    }
    const surname = (name ?? written.findLast((word) => places.has(stemOf(word))) ?? '').toLowerCase().split(' ').at(-1) ?? '';
    const named = surname === '' ? [] : (places.get(stemOf(surname)) ?? []);
    const stems = new Set(written.map(stemOf));
    return {
      isOwn: (word) => {
        const stem = stemOf(word);
        return stems.has(stem) || stem === stemOf(surname) || near(named, places.get(stem) ?? []);
      },
      speaksForAnother: written.some((word) => MOUTHPIECES.has(word)) || near(named, mouthpieces),
    };
  };
}

/** "Korrend" and "Korrendi", "Varnia" and "Varnian" have one stem. */
const stemOf = (word: string): string => word.slice(0, 5);
