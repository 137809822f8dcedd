import type { Reason, ReferentKind, Sentenced } from '../model.js';
import type { Draft, Gender } from './drafts.js';
import { linkNominal, noteRole } from './nominals.js';
import { WORD_CLASS as is, type Lexicon } from './word-classes.js';
import { textOf, type Words } from './words.js';

/** Somebody in the making: what the mentions so far say about one referent. */
export interface Figurehead {
  kind: ReferentKind;
  /** The words of the fullest name, in lower case; for a nominal its head alone. */
  words: readonly string[];
  name: string;
  /** True where a name says who it is, not only a noun. */
  readonly named: boolean;
  readonly roles: string[];
  gender: Gender;
  plural: boolean;
  /** How many mentions mean it, pronouns left out. */
  count: number;
  /** The referents that it is made of, where it is several joined by "and". */
  readonly members: readonly number[];
  /** Referent that owns it ("Varga's spokesman"), -1 without. */
  owner: number;
  /** The draft that it was made from. */
  origin: number;
  /** The latest draft linked to it. */
  latest: number;
}

/** Which referent each draft means, and why; -1 where that is open. */
export interface Linked {
  readonly referents: Figurehead[];
  readonly referentOf: Int32Array;
  readonly reasons: Reason[];
}

export interface Linking extends Linked {
  readonly sentenced: Sentenced;
  readonly words: Words;
  readonly lexicon: Lexicon;
  readonly drafts: readonly Draft[];
  /** Persons by the last word of their name, and by the first. */
  readonly bySurname: Map<string, number[]>;
  readonly byFirstName: Map<string, number[]>;
  /** Bodies and all that is no person: by last word, first word and whole name. */
  readonly byWord: Map<string, number>;
  /** Bodies by the first word of their name ("Meridian" of "Meridian Post"). */
  readonly byFirstWord: Map<string, number[]>;
  readonly byHead: Map<string, number>;
  readonly byRole: Map<string, number[]>;
}

/** Links names, then roles and other nominals. Names are read over the whole article first: a headline's surname means the full name below it. */
export function linkNames(sentenced: Sentenced, words: Words, lexicon: Lexicon, drafts: readonly Draft[]): Linked {
  const work: Linking = {
    ...{ sentenced, words, lexicon, drafts, referents: [], reasons: new Array(drafts.length) },
    ...{ referentOf: new Int32Array(drafts.length).fill(-1), bySurname: new Map(), byFirstName: new Map() },
    ...{ byWord: new Map(), byFirstWord: new Map(), byHead: new Map(), byRole: new Map() },
  };
  drafts.forEach((draft, index) => {
    if (draft.kind === 'name' && !isJoined(draft) && partsOf(work, draft).length > 1) linkFullName(work, draft, index);
  });
  drafts.forEach((draft, index) => {
    if (draft.kind === 'name' && !isJoined(draft) && work.referentOf[index] === -1) linkShortName(work, draft, index);
  });
  drafts.forEach((draft, index) => {
    if (draft.kind === 'name') weighKind(work, draft, index);
  });
  drafts.forEach((draft, index) => {
    if (isJoined(draft)) linkJoined(work, draft, index);
  });
  drafts.forEach((draft, index) => {
    if (draft.kind === 'name') noteRole(work, draft, index);
    else if (draft.kind === 'nominal') linkNominal(work, draft, index);
  });
  return work;
}

/** Prepositions behind which a name is mostly a place's. */
const WHERE = new Set(['across', 'around', 'in', 'inside', 'into', 'near', 'outside', 'throughout']);

/** What stands around a name of unknown kind tells: "in Korrend", "Korrend's ministry" and a dateline a place, "Lorne, who" and "Lorne of the institute" a person. */
function weighKind(work: Linking, draft: Draft, index: number): void {
  const figure = work.referents[work.referentOf[index] ?? -1];
  if (figure === undefined || figure.kind !== 'unknown') return;
  const { lower } = work.words;
  const next = lower[draft.to] === ',' ? lower[draft.to + 1] : lower[draft.to];
  if (
    figure.words.length > 1 &&
    (next === 'who' || next === 'whom' || (next === 'of' && draft.opening === 'bare' && lower[draft.to] === 'of'))
  )
    figure.kind = 'person';
  else if (WHERE.has(lower[draft.from - 1] ?? '') || isDateline(work, draft) || ownsBody(work, index) || hasAdjective(work, figure))
    figure.kind = 'place';
}

/** Endings that make an adjective of a country's name: "Korrendi", "Varnian", "Osterinese". */
const COUNTRY_ENDINGS = ['i', 'n', 'an', 'ian', 'ese', 'ish'];

/** A country's name: the article has its adjective, too. */
function hasAdjective(work: Linking, { words }: Figurehead): boolean {
  const [name] = words;
  if (words.length !== 1 || name === undefined || name.length < 4) return false;
  const stem = /[aeiouy]$/.test(name) ? name.slice(0, -1) : name;
  return COUNTRY_ENDINGS.some((ending) => work.words.high.has(name + ending) || (stem !== name && work.words.high.has(stem + ending)));
}

/** "BRANNIK —" at the start of a paragraph. */
function isDateline({ sentenced, words }: Linking, draft: Draft): boolean {
  const first = sentenced.tokens[draft.from];
  const block = sentenced.article.blocks[sentenced.sentences[words.sentence[draft.from] ?? 0]?.block ?? -1];
  if (first === undefined || block === undefined || first.start !== block.start) return false;
  const text = sentenced.article.text.slice(first.start, sentenced.tokens[draft.coreTo - 1]?.end ?? first.end);
  return text.length > 3 && text === text.toUpperCase() && /^(?:[-–—(,]|--)/.test(words.lower[draft.to] ?? '');
}

function ownsBody({ drafts }: Linking, index: number): boolean {
  for (let after = index + 1; after < drafts.length && after <= index + 2; after++) {
    const owned = drafts[after] as Draft;
    if (owned.owner === index) return owned.type === 'organization' && owned.opening === 'owner';
  }
  return false;
}

/** Says that a draft means a referent; gives that referent. */
export function link(work: Linking, index: number, referent: number, rule: string, score: number): number {
  work.referentOf[index] = referent;
  work.reasons[index] = { rule, score };
  const figure = work.referents[referent];
  if (figure !== undefined) {
    figure.count++;
    figure.latest = index;
    if (figure.origin < 0) figure.origin = index;
  }
  return referent;
}

export function create(work: Linking, draft: Draft, kind: ReferentKind, words: readonly string[], name: string): number {
  const { gender, plural } = draft;
  work.referents.push({
    kind,
    words,
    name,
    named: draft.kind === 'name',
    roles: [],
    gender,
    plural,
    count: 0,
    members: [],
    owner: -1,
    origin: -1,
    latest: -1,
  });
  return work.referents.length - 1;
}

export const push = (map: Map<string, number[]>, key: string, value: number): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
};

/** Several names joined by "and": a mention that holds theirs. */
const isJoined = (draft: Draft): boolean => draft.kind === 'name' && draft.type === 'group' && draft.coreTo - draft.coreFrom > 2;

function linkJoined(work: Linking, draft: Draft, index: number): number {
  const members: number[] = [];
  for (let next = index + 1; next < work.drafts.length && (work.drafts[next] as Draft).to <= draft.to; next++) {
    const member = work.referentOf[next] ?? -1;
    if (member >= 0 && !members.includes(member) && !(work.drafts[next] as Draft).modifier) members.push(member);
  }
  return linkMembers(work, index, members, 'joined-names');
}

function linkMembers(work: Linking, index: number, members: readonly number[], rule: string): number {
  const key = `&${[...members].sort((a, b) => a - b).join(' ')}`;
  const known = work.byHead.get(key);
  if (known !== undefined) return link(work, index, known, 'same-names', 1);
  const name = members.map((member) => work.referents[member]?.name ?? '').join(' and ');
  work.referents.push({
    kind: 'group',
    words: [],
    name,
    named: true,
    roles: [],
    gender: null,
    plural: true,
    count: 0,
    members,
    owner: -1,
    origin: index,
    latest: index,
  });
  work.byHead.set(key, work.referents.length - 1);
  return link(work, index, work.referents.length - 1, rule, 1);
}

/** A name's words without suffix and full stops. */
export function partsOf({ words }: Linking, draft: Draft): readonly string[] {
  const parts: string[] = [];
  for (let at = draft.coreFrom; at < draft.coreTo; at++) {
    const word = words.lower[at] ?? '';
    if (((words.classes[at] ?? 0) & is.suffix) === 0) parts.push(word.endsWith('.') && word.length > 2 ? word.slice(0, -1) : word);
  }
  return parts;
}

export const nameOf = ({ sentenced }: Linking, draft: Draft): string =>
  textOf(sentenced.article, sentenced.tokens, draft.coreFrom, draft.coreTo);

function linkFullName(work: Linking, draft: Draft, index: number): number {
  const parts = partsOf(work, draft);
  if (draft.type !== 'person' && draft.type !== 'unknown') return linkBody(work, draft, index, parts);
  const surname = parts.at(-1) ?? '';
  const suffixed = suffixOf(work, draft);
  for (const candidate of work.bySurname.get(surname) ?? []) {
    const figure = work.referents[candidate] as Figurehead;
    if (!samePerson(work, figure, parts, suffixed)) continue;
    if (parts.length > figure.words.length || (suffixed !== '' && !figure.name.toLowerCase().endsWith(suffixed))) {
      figure.words = parts;
      figure.name = nameOf(work, draft);
    }
    figure.gender ??= draft.gender;
    if (draft.type === 'person') figure.kind = 'person';
    push(work.byFirstName, parts[0] ?? '', candidate);
    return link(work, index, candidate, 'same-full-name', 1);
  }
  const referent = create(work, draft, draft.type, parts, nameOf(work, draft));
  push(work.bySurname, surname, referent);
  push(work.byFirstName, parts[0] ?? '', referent);
  if (parts.length > 2) for (const middle of parts.slice(1, -1)) if (middle.length > 2) push(work.byFirstName, `~${middle}`, referent);
  if (draft.type === 'unknown') work.byWord.set(surname, referent);
  return link(work, index, referent, 'full-name', 1);
}

function suffixOf({ words }: Linking, draft: Draft): string {
  const last = draft.coreTo - 1;
  return ((words.classes[last] ?? 0) & is.suffix) !== 0 ? (words.lower[last] ?? '') : '';
}

/** First names that agree: the same, one the other's initial, or one the other's short form; and no two different suffixes. */
function samePerson({ lexicon }: Linking, figure: Figurehead, parts: readonly string[], suffix: string): boolean {
  const known = /\b(?:jr\.?|sr\.?|ii|iii|iv)$/i.exec(figure.name)?.[0].toLowerCase() ?? '';
  if (known !== '' && suffix !== '' && known !== suffix) return false;
  if (figure.gender !== null && parts[0] === undefined) return false;
  const a = figure.words[0] ?? '';
  const b = parts[0] ?? '';
  if (a === b) return suffix === known || known === '' ? suffix === '' || figure.words.length >= 2 : true;
  if (a[1] === '.' || b[1] === '.') return a[0] === b[0];
  const full = (word: string): string => lexicon.nicknames.get(word) ?? word;
  return full(a) === full(b);
}

function linkBody(work: Linking, draft: Draft, index: number, parts: readonly string[]): number {
  const owned = draft.opening === 'owner' && draft.type === 'organization' && isPlaceLike(work.drafts[draft.owner]);
  const whole = owned ? textOf(work.sentenced.article, work.sentenced.tokens, draft.from, draft.to).toLowerCase() : parts.join(' ');
  const known = work.byWord.get(whole);
  if (known !== undefined) return link(work, index, known, 'same-name', 1);
  const name = owned ? ownedName(work, draft) : nameOf(work, draft);
  const referent = create(work, draft, draft.type, parts, name);
  work.byWord.set(whole, referent);
  const last = parts.at(-1) ?? '';
  const first = parts[0] ?? '';
  if (draft.type === 'organization' || draft.type === 'document' || draft.type === 'unknown') {
    work.byHead.set(last, referent);
    for (const part of parts) if (((work.lexicon.classes.get(part) ?? 0) & is.body) !== 0) work.byHead.set(part, referent);
    if (!work.byWord.has(last)) work.byWord.set(last, referent);
    if (first !== 'new') push(work.byFirstWord, first, referent);
    const initials = parts.filter((part) => /^[a-z]/.test(part) && part !== 'of' && part !== 'the' && part !== 'and' && part !== 'for');
    if (initials.length > 2) work.byWord.set(initials.map((part) => part[0]).join(''), referent);
  }
  return link(work, index, referent, 'full-name', 1);
}

/** "Varnia's Defence Ministry" is not Korrend's: a body's name keeps the country that owns it. */
const isPlaceLike = (owner: Draft | undefined): boolean => owner?.kind === 'name' && (owner.type === 'place' || owner.type === 'unknown');

function ownedName(work: Linking, draft: Draft): string {
  const from = work.drafts[draft.owner]?.coreFrom ?? draft.from;
  return textOf(work.sentenced.article, work.sentenced.tokens, from, draft.to);
}

function linkShortName(work: Linking, draft: Draft, index: number): number {
  const parts = partsOf(work, draft);
  const word = parts.at(-1) ?? '';
  if (mayBePerson(draft)) {
    const named = (work.bySurname.get(word) ?? []).filter((id) => isPerson(work, id));
    const person = choose(work, named, draft);
    if (person >= 0) tellPerson(work, person, draft);
    if (person >= 0) return link(work, index, person, named.length > 1 ? 'surname-of-several' : 'surname', named.length > 1 ? 0.8 : 1);
    const first = choose(work, draft.type === 'place' || draft.type === 'organization' ? [] : (work.byFirstName.get(word) ?? []), draft);
    if (first >= 0) return link(work, index, first, 'first-name', 0.9);
    const middle = work.byFirstName.get(`~${word}`)?.[0];
    if (middle !== undefined && draft.type !== 'place' && draft.type !== 'organization')
      return link(work, index, middle, 'middle-name', 0.8);
  }
  const family = familyOf(work, draft, word);
  if (family !== null) return linkMembers(work, index, family, 'family');
  const body = draft.role === '' || draft.type !== 'person' ? bodyNamed(work, word.replaceAll('.', '')) : undefined;
  if (body !== undefined && work.referents[body]?.kind !== 'person') return link(work, index, body, 'short-name', 0.9);
  const key = draft.type === 'person' ? `@${word}` : word;
  const known = work.byWord.get(key) ?? work.byWord.get(draft.type === 'unknown' ? `@${word}` : key);
  if (known !== undefined) return link(work, index, known, 'same-name', 1);
  const referent = create(work, draft, draft.type, [word], nameOf(work, draft));
  work.byWord.set(key, referent);
  return link(work, index, referent, 'single-name', 0.8);
}

/** A name that can be a surname; one that is also a place's or a body's ("Washington", "Post") only as a subject without an article. */
const mayBePerson = (draft: Draft): boolean =>
  draft.type === 'person' ||
  draft.type === 'unknown' ||
  (draft.subject && draft.opening === 'bare' && (draft.type === 'place' || draft.type === 'organization'));

/** A name of unknown kind that is shortened to its last word, without an article, is a person's. */
function tellPerson(work: Linking, id: number, draft: Draft): void {
  const figure = work.referents[id];
  if (figure?.kind === 'unknown' && (draft.type === 'person' || draft.opening === 'bare')) figure.kind = 'person';
}

/** A body by its last word or initials, else the one most often named whose name starts with the word. */
function bodyNamed(work: Linking, word: string): number | undefined {
  const known = work.byWord.get(word);
  if (known !== undefined) return known;
  const several = work.byFirstWord.get(word) ?? [];
  return several.reduce<number | undefined>(
    (best, id) => (best === undefined || countOf(work, id) > countOf(work, best) ? id : best),
    undefined,
  );
}

const countOf = (work: Linking, id: number): number => work.referents[id]?.count ?? 0;

/** "the Vargas": everybody of that surname, two or more; null where it is no plural of one. */
function familyOf(work: Linking, draft: Draft, word: string): readonly number[] | null {
  if (!word.endsWith('s') || work.words.lower[draft.from] !== 'the') return null;
  const members = (work.bySurname.get(word.slice(0, -1)) ?? []).filter((id) => isPerson(work, id));
  return members.length > 1 ? members : null;
}

const isPerson = (work: Linking, id: number): boolean => {
  const kind = work.referents[id]?.kind;
  return kind === 'person' || kind === 'unknown';
};

/** Of several persons with the name, the one whose gender fits the title; of those the one that the article names most; -1 where none fits. */
function choose(work: Linking, candidates: readonly number[], draft: Draft): number {
  let best = -1;
  for (const candidate of candidates) {
    const figure = work.referents[candidate] as Figurehead;
    if (draft.gender !== null && figure.gender !== null && draft.gender !== figure.gender) continue;
    if (best < 0 || figure.count > (work.referents[best]?.count ?? 0)) best = candidate;
  }
  return best;
}
