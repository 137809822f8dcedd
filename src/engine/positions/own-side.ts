import { MOUTHPIECES, OBSERVERS, OFFICES, OWN_SIDES } from '../english/lists/clauses.js';
import type { Attributed, Attribution, TokenIndex } from '../model.js';
import { firstEndingBehind } from '../text/token-search.js';

/** What the article lets one know of a source's side. */
export interface OwnSide {
  /** Whether a capitalised word names the source or what it speaks for: "Korrend" for "Korrendi minister Lena Varga". */
  readonly isOwn: (word: string) => boolean;
  /** Whether the source is said to speak for somebody: a spokesman, an aide. */
  readonly speaksForAnother: boolean;
  /** Whether the source tells of others: a reporter, a poll. */
  readonly observes: boolean;
  /**
   * What a name is that is not known as the source's: `side` for a country or party that may be the source's, `other` where the
   * article ties the source to another one, `unknown` for what is no country or party.
   */
  readonly mayBeSide: (word: string) => 'side' | 'other' | 'unknown';
}

/** Makes the sides of one article's sources. `name` is the source's full name where it is known. */
export type KnowsSides = (attribution: Attribution, name: string | null) => OwnSide;

/** How many tokens may stand between a name and what ties it to a side: "Korrend's foreign minister, Lena Varga". */
const LONGEST_TIE = 7;

export function ownSides(attributed: Attributed, lower: (token: TokenIndex) => string): KnowsSides {
  let names: NamePlaces | null = null;
  const known = (): NamePlaces => {
    names ??= namePlaces(attributed, lower);
    return names;
  };
  return (attribution, name) => {
    let source: Source | null = null;
    const read = (): Source => {
      source ??= sourceOf(attributed, attribution, name, known(), lower);
      return source;
    };
    return {
      isOwn: (word) => isOwn(read(), stemOf(word), known()),
      mayBeSide: (word) => {
        if (!known().sides.has(stemOf(word))) return 'unknown';
        return hasSide(read(), known()) ? 'other' : 'side';
      },
      get observes() {
        return read().written.some((word) => OBSERVERS.has(word));
      },
      get speaksForAnother() {
        return speaksForAnother(read(), known());
      },
    };
  };
}

/** Where the capitalised words of an article stand, by stem. */
interface NamePlaces {
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Stems of countries and parties: names that stand in several forms ("Korrend", "Korrendi"). */
  readonly sides: ReadonlySet<string>;
  readonly attributed: Attributed;
  readonly lower: (token: TokenIndex) => string;
}

interface Source {
  readonly written: readonly string[];
  readonly stems: ReadonlySet<string>;
  /** Where the source's last name stands, first places only. */
  readonly named: readonly number[];
}

function namePlaces(attributed: Attributed, lower: (token: TokenIndex) => string): NamePlaces {
  const places = new Map<string, number[]>();
  const forms = new Map<string, string>();
  const sides = new Set<string>();
  const { article, tokens } = attributed;
  for (let index = 0; index < tokens.length; index++) {
    const code = article.text.charCodeAt(tokens[index]?.start ?? 0);
    if (code < 65 || code > 90) continue;
    const word = lower(index);
    const stem = stemOf(word);
    const form = forms.get(stem);
    if (form === undefined) forms.set(stem, word);
    else if (form !== word && isDerived(form, word)) sides.add(stem);
    if (ownsOffice(index, lower)) sides.add(stem);
    const found = places.get(stem);
    if (found === undefined) places.set(stem, [index]);
    else if (found.length < MOST_PLACES) found.push(index);
  }
  return { places, sides, attributed, lower };
}

/** "Korrend's prime minister", "Korrend's army". */
function ownsOffice(index: number, lower: (token: TokenIndex) => string): boolean {
  if (lower(index + 1) !== "'s") return false;
  for (let at = index + 2; at < index + 5; at++) if (OFFICES.has(lower(at)) || OWN_SIDES.has(lower(at))) return true;
  return false;
}

/** "Korrend" and "Korrendi", not "Halmost" and "Halmann": one is the other with an ending. */
function isDerived(one: string, other: string): boolean {
  const short = one.length < other.length ? one : other;
  const long = short === one ? other : one;
  return short.length >= 4 && long.startsWith(short.slice(0, -1)) && /(?:i|n|an|ian|ish|ese|s|ic|ns)$/.test(long);
}

/** How many places of one name are looked at: an introduction comes early. */
const MOST_PLACES = 12;

function sourceOf(
  { tokens }: Attributed,
  attribution: Attribution,
  name: string | null,
  { places }: NamePlaces,
  lower: (token: TokenIndex) => string,
): Source {
  const written: string[] = [];
  for (const span of attribution.source) {
    for (let at = firstEndingBehind(tokens, span.start); at < tokens.length && (tokens[at]?.start ?? span.end) < span.end; at++)
      written.push(lower(at));
  }
  const surname = (name ?? written.findLast((word) => places.has(stemOf(word))) ?? '').toLowerCase().split(' ').at(-1) ?? '';
  const stem = stemOf(surname);
  return { written, stems: new Set([...written.map(stemOf), stem]), named: surname === '' ? [] : (places.get(stem) ?? []) };
}

const isOwn = (source: Source, stem: string, names: NamePlaces): boolean =>
  source.stems.has(stem) || source.named.some((place) => (names.places.get(stem) ?? []).some((other) => areTied(place, other, names)));

/** Whether the article ties the source to some country or party. */
function hasSide(source: Source, names: NamePlaces): boolean {
  for (const stem of names.sides) if (!source.stems.has(stem) && isOwn(source, stem, names)) return true;
  return source.written.some((word) => names.sides.has(stemOf(word)));
}

/** Two names close to one another in one phrase: "Korrend's foreign minister, Lena Varga". */
function areTied(one: number, other: number, names: NamePlaces): boolean {
  return Math.abs(one - other) <= LONGEST_TIE && !isParted(Math.min(one, other), Math.max(one, other), names);
}

function isParted(from: number, to: number, { attributed, lower }: NamePlaces): boolean {
  for (let at = from + 1; at < to; at++) {
    const part = attributed.tokens[at]?.pos;
    if (part === 'VERB' || part === 'AUX' || PARTING.has(lower(at))) return true;
  }
  return false;
}

const PARTING = new Set(['.', ';', '!', '?', '"', '“', '”']);

function speaksForAnother({ written, named }: Source, names: NamePlaces): boolean {
  if (written.some((word) => MOUTHPIECES.has(word))) return true;
  return named.some((place) => {
    for (let at = Math.max(0, place - LONGEST_TIE); at <= place + LONGEST_TIE; at++) {
      if (MOUTHPIECES.has(names.lower(at)) && !isParted(Math.min(at, place), Math.max(at, place), names)) return true;
    }
    return false;
  });
}

/** "Korrend" and "Korrendi", "Varnia" and "Varnian" have one stem. */
const stemOf = (word: string): string => word.slice(0, 5);
