import type { Language } from '../language.js';
import type { Draft } from '../mentions/drafts.js';
import { findMentions, type MentionWork, workOf } from '../mentions/find-mentions.js';
import { PRONOUNS, type Pronoun } from '../mentions/pronouns.js';
import type { Figurehead } from '../mentions/referents.js';
import { type Candidate, chosen, reasonOf, weighCandidates } from '../mentions/salience.js';
import { textOf } from '../mentions/words.js';
import type { Attributed, Attribution, Reason, Speaker, SpeakerKind, TokenIndex, TokenRange } from '../model.js';
import { firstEndingBehind } from '../text/token-search.js';
import { bareQuotation, placeOf } from './bare-quotations.js';
import { type Description, describe, mainOf, wordsKind } from './describe.js';
import { epithet, isNamedPerson } from './epithets.js';
import { type Resolving, speaker, unresolved } from './resolving.js';
import { draftFrom, rangeOf, readSource, type Source } from './sources.js';

export interface Resolver {
  resolveAll(): readonly Speaker[];
}

/** How far the speaker of an earlier attribution is more likely to be meant by "he", by distance in sentences. */
const SPEAKER_BONUS = [0.9, 0.9, 0.5, 0.25];

/** Resolves the sources of one article, in text order: what one statement says of its speaker helps the next. */
export function createResolver(attributed: Attributed, language: Language): Resolver {
  const work = workOf(attributed) ?? workOf(findMentions(attributed, language));
  if (work === null) return { resolveAll: () => attributed.attributions.map(() => unresolved('no-mentions')) };
  const resolving: Resolving = { attributed, work, found: attributed.attributions.map(() => null), told: new Map() };
  return { resolveAll: () => resolveInOrder(resolving) };
}

function resolveInOrder(resolving: Resolving): readonly Speaker[] {
  const { attributions } = resolving.attributed;
  tellBodies(resolving);
  const order = attributions.map((_, index) => index).sort((a, b) => placeOf(attributions[a]) - placeOf(attributions[b]));
  const late: number[] = [];
  let previous = -1;
  for (const index of order) {
    const attribution = attributions[index] as Attribution;
    const source = readSource(resolving.work, attribution);
    if (source.kind === 'empty' && attribution.cue.length === 0) {
      late.push(index);
      continue;
    }
    resolving.found[index] = resolveOne(resolving, index, source, previous);
    if (resolving.found[index]?.referent != null || resolving.found[index]?.kind === 'group') previous = index;
  }
  for (const index of late) resolving.found[index] = bareQuotation(resolving, order, index);
  return resolving.found.map((speaker) => speaker ?? unresolved('nothing-names-the-source'));
}

/** "Brannik says it holds 880 prisoners": a name of unknown kind that is "it" in its own words is a body's. */
function tellBodies({ attributed, work }: Resolving): void {
  for (const attribution of attributed.attributions) {
    const content = attribution.content[0];
    if (content === undefined || attribution.source.length === 0) continue;
    let at = firstEndingBehind(attributed.tokens, content.start);
    if (work.words.lower[at] === 'that') at++;
    if (work.words.lower[at] !== 'it' || (work.words.quotation[at] ?? -1) >= 0) continue;
    const verb = attributed.tokens[at + 1]?.pos;
    const source = readSource(work, attribution);
    const figure = source.kind === 'phrase' ? work.referents[work.referentOf[source.draft] ?? -1] : undefined;
    if (figure?.kind === 'unknown' && figure.words.length === 1 && (verb === 'VERB' || verb === 'AUX')) figure.kind = 'organization';
  }
}

function resolveOne(resolving: Resolving, index: number, source: Source, previous: number): Speaker {
  switch (source.kind) {
    case 'empty':
      return speaker('none', null, null, { rule: 'source-not-named', score: 1 });
    case 'pronoun':
      return fromPronoun(resolving, index, source.draft, source.pronoun, source.at, previous);
    case 'relative':
      return fromRelative(resolving, source.at);
    case 'joined':
      return fromJoined(resolving, source.drafts, previous);
    case 'phrase':
      return fromPhrase(resolving, source.draft, source.range, previous);
    case 'words':
      return fromWords(resolving, source.range);
  }
}

// ------------------------------------------------------------------------------------------------------- pronouns

function fromPronoun(resolving: Resolving, index: number, draft: number, pronoun: Pronoun, at: TokenIndex, previous: number): Speaker {
  const { work } = resolving;
  const quoted = (work.words.quotation[at] ?? -1) >= 0;
  if (pronoun.person === 2) return speaker('group', textAt(resolving, at, at + 1), null, { rule: 'whoever-is-addressed', score: 0.6 });
  if (pronoun.person === 1) {
    const voice = quoted ? null : turnSpeaker(resolving, index);
    if (voice !== null) return voice;
    if (!quoted) return speaker('author', null, null, { rule: 'first-person-outside-quotations', score: 0.9 });
    return quotedSpeaker(resolving, index, at) ?? unresolved('first-person-of-an-unknown-speaker');
  }
  const group = pronoun.plural ? groupBefore(resolving, at, previous) : null;
  if (group !== null) return group;
  if (draft < 0) return unresolved('pronoun-without-candidate');
  const candidates = weighCandidates(work, draft, pronoun, bonusOf(resolving, at, previous));
  return fromCandidates(resolving, draft, candidates);
}

function fromCandidates(resolving: Resolving, draft: number, candidates: readonly Candidate[]): Speaker {
  const { work } = resolving;
  const reason = reasonOf(work, draft, candidates);
  const best = chosen(candidates);
  if (best === null) return unresolved(reason.rule, reason.parts);
  work.referentOf[draft] = best.referent;
  return fromReferent(resolving, best.referent, reason);
}

/** A group of which only a number is told is whoever its sentence is about. */
const QUANTIFIER = /^(?:all|both|each|few|many|most|others|several|some)$/i;

/** "They added": the group that spoke in the same sentence or the one before. */
function groupBefore({ attributed, work, found }: Resolving, at: TokenIndex, previous: number): Speaker | null {
  const known = found[previous];
  const attribution = attributed.attributions[previous];
  if (
    known == null ||
    attribution === undefined ||
    known.kind !== 'group' ||
    QUANTIFIER.test(known.name ?? '') ||
    attribution.source.length === 0
  )
    return null;
  const last = rangeOf(work, attribution.source).from;
  if ((work.words.sentence[at] ?? 0) - (work.words.sentence[last] ?? 0) > 1) return null;
  return { ...known, reason: { rule: 'group-that-spoke-before', score: 0.7, parts: [known.reason] } };
}

/** Whoever spoke last is likelier to be meant: "Varga said … She added". */
function bonusOf({ attributed, work, found }: Resolving, at: TokenIndex, previous: number): ReadonlyMap<number, number> | undefined {
  const referent = found[previous]?.referent;
  const attribution = attributed.attributions[previous];
  if (referent == null || attribution === undefined) return undefined;
  const last = rangeOf(work, attribution.source.length > 0 ? attribution.source : attribution.content).from;
  const distance = Math.abs((work.words.sentence[at] ?? 0) - (work.words.sentence[last] ?? 0));
  const weight = SPEAKER_BONUS[distance];
  return weight === undefined ? undefined : new Map([[referent, weight]]);
}

/** "I" in a turn of a printed conversation is whose turn it is. */
function turnSpeaker({ attributed, found }: Resolving, index: number): Speaker | null {
  let outer = attributed.attributions[index]?.within ?? null;
  for (let depth = 0; outer !== null && depth < DEEPEST; depth++) {
    if (attributed.attributions[outer]?.reason.rule === 'transcript-turn') {
      const known = found[outer];
      return known == null ? null : { ...known, reason: { rule: 'first-person-in-turn', score: 0.9, parts: [known.reason] } };
    }
    outer = attributed.attributions[outer]?.within ?? null;
  }
  return null;
}

/** How many attributions may stand in one another. */
const DEEPEST = 8;

/** "I" in a quotation is whoever that quotation is attributed to. */
function quotedSpeaker(resolving: Resolving, index: number, at: TokenIndex): Speaker | null {
  const { attributed, work, found } = resolving;
  const offset = attributed.tokens[at]?.start ?? 0;
  for (let other = attributed.attributions.length - 1; other >= 0; other--) {
    if (other === index) continue;
    const attribution = attributed.attributions[other] as Attribution;
    if (!attribution.content.some((span) => span.start <= offset && offset < span.end)) continue;
    const known = found[other];
    if (known != null && known.kind !== 'none')
      return { ...known, reason: { rule: 'first-person-in-quotation', score: 0.8, parts: [known.reason] } };
  }
  const quotation = work.words.quotation[at] ?? -1;
  for (let other = 0; other < attributed.attributions.length; other++) {
    const known = found[other];
    const start = attributed.attributions[other]?.content[0]?.start;
    if (known == null || start === undefined || known.kind === 'none') continue;
    if (work.words.quotation[firstEndingBehind(attributed.tokens, start)] !== quotation) continue;
    return { ...known, reason: { rule: 'first-person-in-quotation', score: 0.7, parts: [known.reason] } };
  }
  return subjectAround(resolving, at);
}

/** The subject of the sentence around a quotation to which nothing is attributed. */
function subjectAround(resolving: Resolving, at: TokenIndex): Speaker | null {
  const { work } = resolving;
  const sentence = work.mentioned.sentences[work.words.sentence[at] ?? 0];
  if (sentence === undefined) return null;
  for (let index = draftFrom(work, sentence.from); index < work.drafts.length; index++) {
    const draft = work.drafts[index] as Draft;
    if (draft.from >= sentence.to) return null;
    if (!draft.subject || draft.kind === 'pronoun' || (work.words.quotation[draft.from] ?? -1) >= 0 || (work.referentOf[index] ?? -1) < 0)
      continue;
    return fromDraft(resolving, index, wholeOf(draft), 'first-person-in-quotation');
  }
  return null;
}

// --------------------------------------------------------------------------------------------- relative pronouns

/** How far before "who" the phrase that it means can end, in tokens ("voters in the capital, who"). */
const ANTECEDENT_REACH = 12;

function fromRelative(resolving: Resolving, at: TokenIndex): Speaker {
  const { work } = resolving;
  const personal = work.words.lower[at] === 'who' || work.words.lower[at] === 'whom' || work.words.lower[at] === 'whose';
  let best = -1;
  for (let index = draftFrom(work, at) - 1; index >= 0; index--) {
    const draft = work.drafts[index] as Draft;
    if (draft.to < at - ANTECEDENT_REACH || work.words.sentence[draft.from] !== work.words.sentence[at]) break;
    if (draft.to > at || draft.kind === 'pronoun' || draft.modifier) continue;
    const kind = work.referents[work.referentOf[index] ?? -1]?.kind ?? draft.type;
    if (personal && (kind === 'place' || kind === 'document' || kind === 'organization')) continue;
    if (best < 0 || (draft.from <= (work.drafts[best] as Draft).from && draft.to >= (work.drafts[best] as Draft).to)) best = index;
    else if (draft.to < (work.drafts[best] as Draft).from && !governs(resolving, draft, work.drafts[best] as Draft)) break;
    else if (draft.to < (work.drafts[best] as Draft).from) best = index;
  }
  if (best < 0) return nounBefore(resolving, at);
  const referent = work.referentOf[best] ?? -1;
  if (referent < 0) return nounBefore(resolving, at);
  return fromDraft(resolving, best, { from: (work.drafts[best] as Draft).from, to: (work.drafts[best] as Draft).to }, 'relative-clause');
}

/** "supporters of Varga who": the noun before the preposition is meant, not the one behind it. */
function governs({ work }: Resolving, before: Draft, after: Draft): boolean {
  return after.from - before.to === 1 && work.mentioned.tokens[before.to]?.pos === 'ADP' && before.plural && !after.plural;
}

/** The noun phrase right before a relative pronoun, where it is none that the engine knows by its noun. */
function nounBefore({ work, attributed }: Resolving, at: TokenIndex): Speaker {
  let to = at;
  if (work.words.lower[to - 1] === ',') to--;
  let from = to;
  const start = attributed.sentences[work.words.sentence[at] ?? 0]?.from ?? 0;
  while (from > start && to - from < ANTECEDENT_REACH && IN_PHRASE.has(attributed.tokens[from - 1]?.pos ?? 'X')) from--;
  const text = textOf(attributed.article, attributed.tokens, from, to);
  if (text === '') return unresolved('relative-clause-without-antecedent');
  return speaker(wordsKind(work, { from, to }), text, null, { rule: 'relative-clause', score: 0.5 });
}

const IN_PHRASE = new Set(['ADJ', 'NOUN', 'PROPN', 'NUM', 'DET', 'PRON']);

// ----------------------------------------------------------------------------------------------------- phrases

function fromJoined(resolving: Resolving, drafts: readonly number[], previous: number): Speaker {
  const { work } = resolving;
  for (const draft of drafts) if (work.drafts[draft]?.kind === 'pronoun') settlePronoun(resolving, draft, previous);
  const names = drafts.map((index) => memberName(work, index));
  const reason = { rule: 'joined-speakers', score: 0.95 };
  const members = drafts.map((index) => work.referentOf[index] ?? -1);
  const referent = work.referents.findIndex((figure) => sameMembers(figure, members));
  return speaker('group', names.join(' and '), referent < 0 ? null : referent, reason);
}

/** A member by its full name; what has none, in the text's words. */
function memberName(work: MentionWork, index: number): string {
  const draft = work.drafts[index] as Draft;
  const figure = work.referents[work.referentOf[index] ?? -1];
  if (figure?.named === true) return figure.name;
  return textOf(work.mentioned.article, work.mentioned.tokens, draft.from, draft.to);
}

const sameMembers = (figure: Figurehead, members: readonly number[]): boolean =>
  figure.members.length === members.length && members.every((member) => figure.members.includes(member));

const wholeOf = ({ from, to }: Draft): TokenRange => ({ from, to });

function fromPhrase(resolving: Resolving, draft: number, range: TokenRange, previous: number): Speaker {
  const { work } = resolving;
  const found = work.drafts[draft] as Draft;
  const turn = fromTurn(resolving, range);
  if (turn !== null) return turn;
  if (
    found.kind === 'nominal' &&
    found.type === 'person' &&
    found.opening !== 'indefinite' &&
    !found.plural &&
    found.owner < 0 &&
    found.opening !== 'owner'
  ) {
    const named = epithet(resolving, draft, found, bonusOf(resolving, found.from, previous));
    if (named !== null) return fromReferent(resolving, named.referent, named.reason);
  }
  settleOwner(resolving, found, previous);
  return withUnknown(resolving, draft, range) ?? fromDraft(resolving, draft, range, null);
}

/** "His office said": whom the possessive means, now that it is known who spoke last. */
function settleOwner(resolving: Resolving, found: Draft, previous: number): void {
  if (found.opening === 'pronoun' && found.owner >= 0) settlePronoun(resolving, found.owner, previous);
}

function settlePronoun(resolving: Resolving, draft: number, previous: number): void {
  const { work } = resolving;
  const at = work.drafts[draft]?.from ?? 0;
  const pronoun = PRONOUNS.get(work.words.lower[at] ?? '');
  if (pronoun === undefined || pronoun.person !== 3) return;
  const best = chosen(weighCandidates(work, draft, pronoun, bonusOf(resolving, at, previous)));
  if (best !== null) work.referentOf[draft] = best.referent;
}

/** "Berg and the pontiff": a name joined with a phrase of which the engine knows nothing. */
function withUnknown(resolving: Resolving, draft: number, range: TokenRange): Speaker | null {
  const { work } = resolving;
  const found = work.drafts[draft] as Draft;
  const figure = work.referents[work.referentOf[draft] ?? -1];
  if (found.kind !== 'name' || figure === undefined || work.words.lower[found.to] !== 'and' || found.to + 1 >= range.to) return null;
  return speaker('group', `${figure.name} and ${textAt(resolving, found.to + 1, range.to)}`, null, { rule: 'joined-speakers', score: 0.6 });
}

function fromDraft(resolving: Resolving, draft: number, range: TokenRange, rule: string | null): Speaker {
  const { work } = resolving;
  const referent = work.referentOf[draft] ?? -1;
  const { kind, name, rule: described } = retold(resolving, draft, describe(work, draft, range));
  const reason: Reason = { rule: rule ?? described, score: 0.9 };
  if (kind === 'organization' && isOutlet(resolving, name))
    return speaker('author', null, null, { rule: 'outlet-speaks-of-itself', score: 0.9 });
  return speaker(kind, name, referent < 0 ? null : referent, reason);
}

/** "The official" is whoever was first told of as "an official who asked not to be named". */
function retold({ work, told }: Resolving, draft: number, described: Description): Description {
  const referent = work.referentOf[draft] ?? -1;
  if (referent < 0 || work.referents[referent]?.named !== false || described.name === null) return described;
  const first = told.get(referent);
  if (first === undefined) told.set(referent, described.name);
  return first !== undefined && described.rule === 'same-noun' ? { ...described, name: first } : described;
}

function fromReferent(resolving: Resolving, referent: number, reason: Reason): Speaker {
  const { work } = resolving;
  const figure = work.referents[referent] as Figurehead;
  const first = figure.origin;
  const draft = work.drafts[first];
  if (draft === undefined || draft.kind === 'pronoun') return speaker(kindOf(figure), figure.name, referent, reason);
  const { kind, name } = describe(work, first, figure.named ? wholeOf(draft) : mainOf(work, draft));
  return speaker(kind, name, referent, reason);
}

export function kindOf(figure: Figurehead): SpeakerKind {
  if (figure.members.length > 0 || figure.kind === 'group') return 'group';
  if (figure.kind === 'organization' || figure.kind === 'place') return 'organization';
  return figure.kind === 'document' ? 'document' : 'person';
}

/** The outlet that names itself is the author: "the Meridian Post reported" in the Meridian Post. */
function isOutlet({ attributed }: Resolving, name: string | null): boolean {
  const { outlet } = attributed.article;
  if (outlet === null || name === null) return false;
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/^the /, '')
      .replace(/ news$/, '');
  return plain(outlet) === plain(name);
}

function fromWords(resolving: Resolving, range: TokenRange): Speaker {
  const { work } = resolving;
  const turn = fromTurn(resolving, range);
  if (turn !== null) return turn;
  const named = range.to - range.from === 1 ? surnamed(work, work.words.lower[range.from] ?? '') : -1;
  if (named >= 0) return fromReferent(resolving, named, { rule: 'surname', score: 0.7 });
  const kind = wordsKind(work, range);
  return speaker(kind, textAt(resolving, range.from, range.to), null, { rule: 'described-in-the-text', score: 0.5 });
}

/** "Q:" and "A:" of a printed interview: the writer asks, the person whom the article names most answers. */
function fromTurn({ work }: Resolving, { from, to }: TokenRange): Speaker | null {
  const letter = work.words.lower[from]?.replace('.', '') ?? '';
  if (to - from !== 1 || work.words.lower[to] !== ':' || (letter !== 'q' && letter !== 'a')) return null;
  if (letter === 'q') return speaker('author', null, null, { rule: 'interview-question', score: 0.8 });
  let best = -1;
  work.referents.forEach((figure, index) => {
    if (isNamedPerson(figure) && (best < 0 || figure.count > (work.referents[best]?.count ?? 0))) best = index;
  });
  const figure = work.referents[best];
  return figure === undefined ? null : speaker('person', figure.name, best, { rule: 'interview-answer', score: 0.7 });
}

/** A person by a surname that is also a common word ("Will"). */
const surnamed = (work: MentionWork, word: string): number =>
  work.referents.findIndex((figure) => figure.kind === 'person' && figure.words.length > 1 && figure.words.at(-1) === word);

const textAt = ({ attributed }: Resolving, from: TokenIndex, to: TokenIndex): string =>
  textOf(attributed.article, attributed.tokens, from, to);
