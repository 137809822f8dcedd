import type { Reason, TokenIndex } from '../model.js';
import type { Draft } from './drafts.js';
import type { Pronoun } from './pronouns.js';
import type { Figurehead } from './referents.js';
import type { Lexicon } from './word-classes.js';
import type { Words } from './words.js';

/** What weighing the candidates for a pronoun needs to know of the article. */
export interface Field {
  readonly words: Words;
  readonly lexicon: Lexicon;
  readonly drafts: readonly Draft[];
  readonly referents: readonly Figurehead[];
  readonly referentOf: Int32Array;
}

/** The referents that a pronoun can mean, best first; shares add up to one. */
export interface Candidate {
  readonly referent: number;
  readonly share: number;
  /** The latest draft that mentions it. */
  readonly draft: number;
}

/**
 * The weights of a mention: half-way between a first guess by hand and the best that a search found, one weight after another,
 * on the training parts of the layers and of GUM (some 330 pronouns, too few to follow the search all the way).
 * `npm run lab:coreference` and `npm run lab:layers -- --gold` measure them again. Distances are in sentences.
 */
export const WEIGHT = {
  distance: [1, 0.6, 0.45, 0.24, 0.17, 0.12, 0.09],
  subject: 0.6,
  /** The subject of the pronoun's own sentence: "Varga said she". */
  ownSentence: 2.4,
  object: 0.65,
  modifier: 0.36,
  pronounSubject: 0.4,
  /** A mention in a quotation, for a pronoun outside it. */
  quoted: 0.32,
  /** The subject outside a quotation, for a pronoun inside it: mostly the speaker, who says "I". */
  quoting: 0.08,
  /** A name of which nothing tells that it is a person's: one word, and several. */
  untold: 0.35,
  untoldPhrase: 0.26,
  /** Somebody without a name, for whom a pronoun stands more seldom. */
  unnamed: 0.68,
  collective: 0.4,
  /** A person of whom nothing tells the gender. */
  genderless: 0.65,
  /** What each mention in the whole article adds, by its logarithm. */
  topic: 0.065,
} as const;

/** Most drafts looked at for one pronoun: keeps the whole linear. */
const REACH = 60;

/**
 * Weighs who a third-person pronoun at draft `index` can mean: everybody of fitting gender and number mentioned in the last
 * sentences, by how near and how prominent each mention is. `bonus` adds to a referent's weight (the speaker of the sentence before).
 */
export function weighCandidates(field: Field, index: number, pronoun: Pronoun, bonus?: ReadonlyMap<number, number>): readonly Candidate[] {
  const { words, drafts } = field;
  const draft = drafts[index] as Draft;
  const sentence = words.sentence[draft.from] ?? 0;
  const quotation = words.quotation[draft.from] ?? -1;
  const totals = new Map<number, Total>();
  const clauseSubject = !draft.subject && !pronoun.possessive && !pronoun.reflexive ? subjectBefore(field, index) : -1;
  for (let before = index - 1; before >= 0 && before >= index - REACH; before--) {
    const mention = drafts[before] as Draft;
    const distance = sentence - (words.sentence[mention.from] ?? 0);
    if (distance >= WEIGHT.distance.length) break;
    const referent = field.referentOf[before] ?? -1;
    const figure = field.referents[referent];
    if (figure === undefined || referent === clauseSubject) continue; // "Varga thanked him" is not about Varga
    const fit = fitOf(pronoun, figure);
    if (fit === 0) continue;
    let weight = fit * (WEIGHT.distance[distance] ?? 0) * prominence(mention);
    if (distance === 0 && mention.subject && mention.kind !== 'pronoun') weight *= WEIGHT.ownSentence;
    weight *= acrossQuotation(words, mention, quotation, distance);
    const total = totals.get(referent);
    if (total === undefined) totals.set(referent, { weight, draft: before, distance, best: weight });
    else if (total.distance === distance) {
      // several mentions in one sentence count as the weightiest
      total.weight += Math.max(0, weight - total.best);
      total.best = Math.max(total.best, weight);
    } else {
      total.weight += weight;
      total.distance = distance;
      total.best = weight;
    }
  }
  for (const [referent, more] of bonus ?? []) {
    const figure = field.referents[referent];
    if (figure === undefined || fitOf(pronoun, figure) === 0) continue;
    const total = totals.get(referent);
    if (total !== undefined) total.weight += more * fitOf(pronoun, figure);
    else totals.set(referent, { weight: more, draft: -1, distance: 0, best: more });
  }
  return ranked(field, totals);
}

interface Total {
  weight: number;
  /** The latest mention. */
  readonly draft: number;
  /** The sentence looked at last, and the weightiest mention in it. */
  distance: number;
  best: number;
}

function prominence(mention: Draft): number {
  if (mention.modifier) return WEIGHT.modifier;
  if (!mention.subject) return WEIGHT.object;
  return mention.kind === 'pronoun' ? WEIGHT.pronounSubject : WEIGHT.subject;
}

function acrossQuotation(words: Words, mention: Draft, quotation: number, distance: number): number {
  const other = words.quotation[mention.from] ?? -1;
  if (other === quotation) return 1;
  if (other >= 0 && quotation < 0) return WEIGHT.quoted;
  return quotation >= 0 && distance === 0 && mention.subject ? WEIGHT.quoting : 1;
}

/** The subject of the clause in which an object pronoun stands: "Varga thanked him" is not about Varga. */
function subjectBefore({ words, drafts, referentOf }: Field, index: number): number {
  const sentence = words.sentence[drafts[index]?.from ?? 0];
  for (let before = index - 1; before >= 0; before--) {
    const draft = drafts[before] as Draft;
    if (words.sentence[draft.from] !== sentence) return -1;
    if (draft.subject) return referentOf[before] ?? -1;
  }
  return -1;
}

/** How well a referent fits a pronoun, 0 to 1: number and gender decide, what the text leaves open counts for less. */
export function fitOf(pronoun: Pronoun, figure: Figurehead): number {
  if (pronoun.type === 'person') return fitOfPerson(pronoun, figure);
  if (pronoun.plural) {
    if (figure.plural || figure.members.length > 0 || figure.kind === 'group') return 1;
    return figure.kind === 'organization' ? WEIGHT.collective : 0;
  }
  if (figure.plural || figure.kind === 'person' || figure.kind === 'group') return 0;
  return figure.kind === 'unknown' ? WEIGHT.untold : figure.kind === 'place' ? 0.6 : 1;
}

function fitOfPerson(pronoun: Pronoun, figure: Figurehead): number {
  if (figure.plural || figure.members.length > 0 || figure.kind === 'organization') return 0;
  const named = figure.named ? 1 : WEIGHT.unnamed;
  if (figure.gender !== null && pronoun.gender !== null) return figure.gender === pronoun.gender ? named : 0;
  if (figure.kind === 'person') return WEIGHT.genderless * named;
  return figure.kind === 'unknown' ? (figure.words.length > 1 ? WEIGHT.untoldPhrase : WEIGHT.untold) : 0;
}

function ranked(field: Field, totals: ReadonlyMap<number, Total>): readonly Candidate[] {
  let sum = 0;
  const list: { referent: number; share: number; draft: number }[] = [];
  const total = (weight: number): number => weight * weight; // what stands out stands out more
  for (const [referent, { weight, draft }] of totals) {
    const figure = field.referents[referent];
    const share = weight > 0 ? total(weight + WEIGHT.topic * Math.log2(1 + (figure?.count ?? 0))) : 0;
    if (share > 0) list.push({ referent, share, draft });
    sum += share;
  }
  for (const candidate of list) candidate.share /= sum;
  return list.sort((a, b) => b.share - a.share || b.draft - a.draft);
}

/** The least share with which a pronoun is resolved: below it two readings are about as likely, and neither is claimed. */
export const LEAST_SHARE = 0.4;

/** How much likelier the best reading must be than the second. */
export const LEAST_LEAD = 1.1;

/** The candidate that is likely enough to be claimed; null where two are about as likely. */
export function chosen(candidates: readonly Candidate[]): Candidate | null {
  const [best, second] = candidates;
  if (best === undefined || best.share < LEAST_SHARE) return null;
  return second !== undefined && best.share < LEAST_LEAD * second.share ? null : best;
}

const PARTS = 3;

/** Why: the rule that describes the decision, its share, and the best candidates by name. */
export function reasonOf(field: Field, index: TokenIndex, candidates: readonly Candidate[]): Reason {
  const parts = candidates.slice(0, PARTS).map((candidate) => ({
    rule: `candidate: ${field.referents[candidate.referent]?.name ?? ''}`,
    score: round(candidate.share),
  }));
  const best = candidates[0];
  if (best === undefined) return { rule: 'pronoun-without-candidate', score: 0 };
  const score = round(best.share);
  if (chosen(candidates) === null) return { rule: 'pronoun-ambiguous', score, parts };
  if (candidates.length === 1) return { rule: 'pronoun-only-candidate', score, parts };
  const mention = field.drafts[best.draft];
  const near = mention !== undefined && index >= 0 && mention.subject;
  return { rule: near ? 'pronoun-latest-subject' : 'pronoun-most-prominent', score, parts };
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
