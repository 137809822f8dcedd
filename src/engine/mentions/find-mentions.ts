import type { Language } from '../language.js';
import type { Mention, Mentioned, Reason, Referent, Sentenced } from '../model.js';
import type { Draft } from './drafts.js';
import { joinNames } from './joined-names.js';
import { findPhrases } from './phrases.js';
import { PRONOUNS } from './pronouns.js';
import { type Figurehead, type Linked, linkNames } from './referents.js';
import { chosen, type Field, reasonOf, weighCandidates } from './salience.js';
import type { Scan } from './scan.js';
import { type Words, wordsOf } from './words.js';

/** What finding the mentions of an article leaves for the stage that names the speakers. */
export interface MentionWork extends Field {
  readonly mentioned: Mentioned;
}

const works = new WeakMap<readonly Mention[], MentionWork>();

/** The work behind an article's mentions; null where another finder made them. */
export const workOf = (mentioned: Mentioned): MentionWork | null => works.get(mentioned.mentions) ?? null;

/**
 * Finds who and what is mentioned, and which mentions mean the same referent: names first, then roles and other nouns,
 * pronouns last. Mentions are in text order; a phrase may hold another ("his spokesman" holds "his").
 */
export function findMentions(sentenced: Sentenced, language: Language): Mentioned {
  const words = wordsOf(sentenced, language.lexicon);
  const drafts = joinNames(findDrafts(sentenced, words, language), words);
  const linked = linkNames(sentenced, words, language.lexicon, drafts);
  const field: Field = { words, lexicon: language.lexicon, drafts, referents: linked.referents, referentOf: linked.referentOf };
  resolvePronouns(field, linked);
  const mentions = drafts.map((draft, index): Mention => mentionOf(draft, linked.referentOf[index] ?? -1, linked.reasons[index]));
  const mentioned: Mentioned = { ...sentenced, mentions, referents: referentsOf(linked) };
  works.set(mentions, { ...field, mentioned });
  return mentioned;
}

/** Sentences first; headlines after them, since in a headline's style only a name known from below is told from a word. */
function findDrafts(sentenced: Sentenced, words: Words, language: Language): readonly Draft[] {
  const { sentences } = sentenced;
  const bodies = sentences.map((): readonly Draft[] => []);
  const known = new Set<string>();
  sentences.forEach((sentence, index) => {
    if (words.titled[index] === 1) return;
    const drafts: Draft[] = [];
    findPhrases({ sentenced, words, lexicon: language.lexicon, known: null, drafts }, sentence);
    for (const draft of drafts) if (draft.kind === 'name') addNameWords(draft, words, known);
    bodies[index] = drafts;
  });
  sentences.forEach((sentence, index) => {
    if (words.titled[index] !== 1) return;
    const scan: Scan = { sentenced, words, lexicon: language.lexicon, known, drafts: [] };
    findPhrases(scan, sentence);
    bodies[index] = scan.drafts;
  });
  const all: Draft[] = [];
  for (const drafts of bodies) {
    const offset = all.length;
    for (const draft of drafts) {
      if (draft.owner >= 0) draft.owner += offset;
      all.push(draft);
    }
  }
  return all;
}

function addNameWords(draft: Draft, words: Words, known: Set<string>): void {
  for (let at = draft.coreFrom; at < draft.coreTo; at++) if (words.capital[at] === 1) known.add(words.lower[at] ?? '');
}

function resolvePronouns(field: Field, { referents, referentOf, reasons }: Linked): void {
  const { drafts, words } = field;
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index] as Draft;
    if (draft.kind !== 'pronoun') continue;
    const pronoun = PRONOUNS.get(words.lower[draft.from] ?? '');
    if (pronoun === undefined || pronoun.person !== 3) {
      reasons[index] = { rule: (words.quotation[draft.from] ?? -1) >= 0 ? 'first-person-in-quotation' : 'first-person', score: 0 };
      continue;
    }
    const candidates = weighCandidates(field, index, pronoun);
    reasons[index] = reasonOf(field, index, candidates);
    const best = chosen(candidates);
    if (best === null) continue;
    referentOf[index] = best.referent;
    learnGender(referents[best.referent], pronoun.gender, best.share);
  }
}

/** How sure a pronoun's reading must be before it tells the gender of whom it means. */
const TELLING_SHARE = 0.8;

function learnGender(figure: Figurehead | undefined, gender: 'female' | 'male' | null, share: number): void {
  if (figure === undefined || gender === null || share < TELLING_SHARE || figure.kind !== 'person') return;
  figure.gender ??= gender;
}

const UNLINKED: Reason = { rule: 'unlinked', score: 0 };

const mentionOf = (draft: Draft, referent: number, reason: Reason | undefined): Mention => ({
  from: draft.from,
  to: draft.to,
  kind: draft.kind,
  head: draft.coreTo - 1,
  referent: referent < 0 ? null : referent,
  reason: reason ?? UNLINKED,
});

function referentsOf({ referents, referentOf }: Linked): readonly Referent[] {
  const mentions = referents.map((): number[] => []);
  referentOf.forEach((referent, mention) => {
    if (referent >= 0) mentions[referent]?.push(mention);
  });
  return referents.map(({ kind, name, roles, gender, plural }, index) => ({
    kind,
    name,
    roles,
    gender,
    plural,
    mentions: mentions[index] ?? [],
  }));
}
