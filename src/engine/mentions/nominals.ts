import type { Draft, Gender } from './drafts.js';
import { outletKind } from './outlets.js';
import { create, type Figurehead, type Linking, link, push } from './referents.js';
import { WORD_CLASS as is } from './word-classes.js';
import { textOf, type Words } from './words.js';

/** The last word of a role's words ("Varnian foreign minister" → "minister"). */
const headOf = (role: string): string => /([\p{L}.'’-]+)$/u.exec(role)?.[1]?.toLowerCase().replace(/\.$/, '') ?? '';

/** Takes down what a name's own phrase says of its role, and that it was mentioned here. */
export function noteRole(work: Linking, draft: Draft, index: number): void {
  const figure = work.referents[work.referentOf[index] ?? -1];
  if (figure !== undefined) figure.latest = index;
  if (draft.role !== '') addRole(work, work.referentOf[index] ?? -1, draft.role, draft.gender);
}

function addRole(work: Linking, referent: number, role: string, gender: Gender): void {
  const figure = work.referents[referent];
  if (figure === undefined) return;
  if (!figure.roles.includes(role)) figure.roles.push(role);
  figure.gender ??= gender;
  push(work.byRole, headOf(role), referent);
}

/** Links a noun phrase: to the name that it is apposed to, to the holder of its role, to an earlier phrase with its noun; else it is somebody of its own. */
export function linkNominal(work: Linking, draft: Draft, index: number): number {
  const named = appositionOf(work, draft, index);
  if (named >= 0) {
    const figure = work.referents[named] as Figurehead;
    if (figure.kind === 'unknown') figure.kind = draft.type;
    addRole(work, named, draft.role, draft.gender);
    return link(work, index, named, 'apposition', 0.95);
  }
  const head = work.words.lower[draft.coreFrom] ?? '';
  const owner = draft.owner >= 0 ? (work.referentOf[draft.owner] ?? -1) : -1;
  const stranger = draft.opening === 'owner' && owner < 0; // "the clinic's director" is nobody's but the clinic's
  if (draft.type === 'person' && draft.opening !== 'indefinite' && !stranger) {
    const holder = holderOf(work, draft, head, owner);
    if (holder >= 0) return link(work, index, holder, 'same-role', 0.8);
  }
  const earlier = stranger || draft.opening === 'indefinite' || draft.opening === 'pronoun' ? -1 : sameNoun(work, draft, head, owner);
  if (earlier >= 0) return link(work, index, earlier, 'same-noun', 0.7);
  if (draft.opening === 'definite' && owner < 0) {
    const described = describedBody(work, draft, index);
    if (described >= 0) return link(work, index, described, 'body-described', 0.6);
  }
  const referent = create(work, draft, draft.type, [head], textOf(work.sentenced.article, work.sentenced.tokens, draft.from, draft.to));
  (work.referents[referent] as Figurehead).owner = owner;
  work.byHead.set(owner >= 0 ? `${owner} ${head}` : head, referent);
  if (owner >= 0) work.byHead.set(head, referent);
  if (draft.type === 'person') addRole(work, referent, draft.role, draft.gender);
  return link(work, index, referent, 'nominal', 0.6);
}

/** An earlier phrase with the same noun, number and owner; -1 where there is none. */
function sameNoun(work: Linking, draft: Draft, head: string, owner: number): number {
  const known = owner >= 0 ? work.byHead.get(`${owner} ${head}`) : (work.byHead.get(head) ?? work.byHead.get(singular(head)));
  const figure = known === undefined ? undefined : work.referents[known];
  if (known === undefined || figure === undefined || figure.plural !== draft.plural) return -1;
  return addsNothing(work, draft, figure) ? known : -1;
}

/** "the candidates" after "Republican candidates", never "the Republican candidates" after "the candidates": what comes later says no more. */
function addsNothing({ words, drafts }: Linking, draft: Draft, figure: Figurehead): boolean {
  const origin = drafts[figure.origin];
  if (origin === undefined) return false;
  const from = draft.opening === 'bare' ? draft.from : draft.from + 1;
  for (let at = from; at < draft.coreFrom; at++) {
    let known = false;
    for (let there = origin.from; there < origin.to && !known; there++) known = words.lower[there] === words.lower[at];
    if (!known) return false;
  }
  return true;
}

/** How far back a body may stand that "the agency" or "the groups" describes with another noun, in drafts. */
const DESCRIBED_REACH = 40;

/** "the agency" for a body named shortly before, "the newspaper" for an outlet, "the groups" for several organisations; -1 where none is near. */
function describedBody(work: Linking, draft: Draft, index: number): number {
  const { drafts, words, referents, referentOf } = work;
  if (draft.type !== 'organization' && !(draft.type === 'group' && ((words.classes[draft.coreFrom] ?? 0) & is.body) !== 0)) return -1;
  const head = words.lower[draft.coreFrom] ?? '';
  if (!DESCRIBING.has(head) || words.lower[draft.to] === 'of' || words.lower[draft.to] === 'that') return -1;
  for (let before = index - 1; before >= 0 && before >= index - DESCRIBED_REACH; before--) {
    const other = drafts[before] as Draft;
    const figure = referents[referentOf[before] ?? -1];
    if (figure === undefined || figure.plural !== draft.plural || other.from >= draft.from) continue;
    if (draft.plural) {
      if (figure.members.length === 0 && ((words.classes[other.coreFrom] ?? 0) & is.body) !== 0) return referentOf[before] ?? -1;
    } else if (figure.named && figure.kind === 'organization' && (head === 'agency' || isOutletNoun(head) === isOutletName(work, figure)))
      return referentOf[before] ?? -1;
  }
  return -1;
}

/** Nouns that describe a body of some kind without naming it. */
const DESCRIBING = new Set([
  'agency',
  'broadcaster',
  'bureau',
  'company',
  'firm',
  'groups',
  'magazine',
  'network',
  'newspaper',
  'organisation',
  'organisations',
  'organization',
  'organizations',
  'outlet',
  'paper',
  'publication',
  'station',
  'union',
  'watchdog',
]);
const OUTLET_NOUNS = new Set(['broadcaster', 'magazine', 'network', 'newspaper', 'outlet', 'paper', 'publication', 'station']);
const isOutletNoun = (word: string): boolean => OUTLET_NOUNS.has(word);

const isOutletName = ({ lexicon }: Linking, figure: Figurehead): boolean => outletKind(lexicon, figure.words.join(' ')) !== null;

const singular = (word: string): string => (word.endsWith('s') ? word.slice(0, -1) : word);

/** The one who bears the role: "the minister" after "Foreign Minister Lena Varga"; the latest of several; -1 where none does. */
function holderOf(work: Linking, draft: Draft, head: string, owner: number): number {
  const holders = work.byRole.get(head) ?? [];
  const own = draft.role.toLowerCase();
  let best = -1;
  for (const holder of holders) {
    const figure = work.referents[holder] as Figurehead;
    if (owner >= 0 && figure.owner !== owner && !figure.roles.some((role) => role.toLowerCase() === own)) continue;
    if (figure.gender !== null && draft.gender !== null && figure.gender !== draft.gender) continue;
    if (!figure.roles.some((role) => headOf(role) === head && isFormer(role) === isFormer(draft.role))) continue;
    if (best < 0 || figure.latest > (work.referents[best] as Figurehead).latest) best = holder;
  }
  return best;
}

const isFormer = (role: string): boolean => /^(?:the )?(?:former|ex-|onetime|then)\b/i.test(role);

/** The name that the nominal is apposed to: "Varga, the minister," and "his wife, Lena,"; -1 where there is none. */
function appositionOf(work: Linking, draft: Draft, index: number): number {
  const { words, drafts } = work;
  if (draft.plural || draft.modifier) return -1;
  for (let before = index - 1; before >= 0 && before >= index - 4; before--) {
    const name = drafts[before] as Draft;
    if (name.kind !== 'name' || name.modifier || !fits(work, name, before, draft)) continue;
    if (words.lower[name.to] === ',' && draft.from === name.to + 1 && closes(words, draft.to, drafts[index + 1]))
      return work.referentOf[before] ?? -1;
    if (name.to < draft.from - 1) break;
  }
  for (let after = index + 1; after < drafts.length && after <= index + 2; after++) {
    const name = drafts[after] as Draft;
    if (name.kind !== 'name' || draft.opening === 'bare' || !fits(work, name, after, draft)) continue;
    if (words.lower[draft.to] === ',' && name.from === draft.to + 1) return name.type === 'place' ? -1 : (work.referentOf[after] ?? -1);
  }
  return -1;
}

/** What may follow an apposition: its complement, the comma that ends it, "and" with another role ("a surgeon and former minister"); not "and" with the next name of a list. */
function closes({ lower }: Words, at: number, next: Draft | undefined): boolean {
  const word = lower[at];
  if (word !== 'and' && word !== 'or') return true;
  return next !== undefined && next.kind === 'nominal' && next.from === at + 1;
}

function fits(work: Linking, name: Draft, index: number, draft: Draft): boolean {
  const kind = work.referents[work.referentOf[index] ?? -1]?.kind ?? name.type;
  return kind === draft.type || kind === 'unknown' || (kind === 'place' && draft.type === 'organization');
}
