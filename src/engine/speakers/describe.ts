import type { Draft } from '../mentions/drafts.js';
import type { MentionWork } from '../mentions/find-mentions.js';
import type { Figurehead } from '../mentions/referents.js';
import { WORD_CLASS as is } from '../mentions/word-classes.js';
import { textOf } from '../mentions/words.js';
import type { SpeakerKind, Token, TokenRange } from '../model.js';
import { draftFrom } from './sources.js';

export interface Description {
  readonly kind: SpeakerKind;
  readonly name: string | null;
  readonly rule: string;
}

/** Kind and name of the speaker that a phrase names; `range` is what the source writes of it. */
export function describe(work: MentionWork, index: number, range: TokenRange): Description {
  const draft = work.drafts[index] as Draft;
  const figure = work.referents[work.referentOf[index] ?? -1];
  if (figure === undefined) return { kind: wordsKind(work, range), name: textIn(work, range), rule: 'described-in-the-text' };
  if (figure.members.length > 0) return { kind: 'group', name: figure.name, rule: 'joined-speakers' };
  if (figure.named) return named(work, draft, figure);
  return nominal(work, index, draft, figure, range);
}

function named(work: MentionWork, draft: Draft, figure: Figurehead): Description {
  const rule = draft.kind === 'name' ? 'named' : 'named-elsewhere';
  switch (figure.kind) {
    case 'organization':
    case 'place':
      return { kind: 'organization', name: figure.name, rule };
    case 'group':
      return { kind: 'group', name: figure.name, rule };
    case 'document':
      return { kind: 'document', name: figure.name, rule };
    case 'person':
      return { kind: 'person', name: figure.name, rule };
    case 'unknown':
      return { kind: opensWithThe(work, draft) ? 'organization' : 'person', name: figure.name, rule: 'name-of-unknown-kind' };
  }
}

const opensWithThe = ({ words }: MentionWork, draft: Draft): boolean => words.lower[draft.from] === 'the';

/** Longest complement that a first mention keeps ("a poll of likely voters in the north"), in tokens. */
const COMPLEMENT = 12;

/** A noun phrase with its complement, as far as nouns and prepositions go on. */
export function mainOf({ words, mentioned }: MentionWork, draft: Draft): TokenRange {
  const sentence = mentioned.sentences[words.sentence[draft.from] ?? 0];
  const limit = Math.min(sentence?.to ?? draft.to, draft.to + COMPLEMENT);
  let to = draft.to;
  while (to < limit && IN_COMPLEMENT.has(mentioned.tokens[to]?.pos ?? 'X')) to++;
  while (to > draft.to && mentioned.tokens[to - 1]?.pos !== 'NOUN' && mentioned.tokens[to - 1]?.pos !== 'PROPN') to--;
  return { from: draft.from, to };
}

const IN_COMPLEMENT = new Set(['ADP', 'ADJ', 'DET', 'NOUN', 'PROPN', 'NUM']);

function nominal(work: MentionWork, index: number, draft: Draft, figure: Figurehead, range: TokenRange): Description {
  const origin = figure.origin >= 0 && figure.origin !== index ? work.drafts[figure.origin] : undefined;
  if (origin !== undefined && origin.kind === 'nominal' && draft.opening === 'definite') {
    return { ...nominal(work, figure.origin, origin, figure, mainOf(work, origin)), rule: 'same-noun' };
  }
  const text = withOwner(work, draft, range);
  if (isAnonymous(work, draft, range)) return { kind: 'anonymous', name: text, rule: 'source-kept-unnamed' };
  if (/\bspokes(?:man|woman|person)$/i.test(draft.role) && !draft.plural) {
    return { kind: 'organization', name: bodyOfSpokesman(work, draft) ?? text, rule: 'spokesman-not-named' };
  }
  switch (figure.kind) {
    case 'organization':
    case 'place':
      return { kind: 'organization', name: bodyName(work, draft, figure), rule: 'body' };
    case 'group':
      return { kind: 'group', name: text, rule: 'group' };
    case 'document':
      return { kind: 'document', name: text, rule: 'document' };
    default:
      return { kind: 'person', name: text, rule: 'person-not-named' };
  }
}

const ANONYMITY =
  /\b(?:anonym|not (?:be )?(?:named|identified)|unnamed|unidentified|not author|un?authori[sz]ed to (?:speak|comment|discuss))/i;

/** A single official, source or insider without a name, or anybody of whom the sentence says that the name is kept back. */
function isAnonymous(work: MentionWork, draft: Draft, range: TokenRange): boolean {
  const bits = work.words.classes[draft.coreFrom] ?? 0;
  if ((bits & is.anonymous) === 0 && draft.type !== 'person' && draft.type !== 'group') return false;
  const { article, tokens, sentences } = work.mentioned;
  const head = work.words.lower[draft.coreFrom] ?? '';
  if (/^(?:sources?|insiders?|leaker|whistleblower)$/.test(head)) return true;
  const sentence = sentences[work.words.sentence[draft.from] ?? 0];
  const around = sentence === undefined ? '' : textOf(article, tokens, range.from, Math.min(sentence.to, range.to + 30));
  if (ANONYMITY.test(around)) return true;
  if (head === 'people' || head === 'person')
    return /^(?:people|persons?) (?:familiar|close|briefed|with knowledge)/i.test(textIn(work, range) ?? '');
  return head === 'official' && draft.opening === 'indefinite';
}

/** "a Kremlin spokesman", "the ministry's spokesman", "a spokesman for the ministry": the body; null where it is somebody for whom no body is named. */
function bodyOfSpokesman(work: MentionWork, draft: Draft): string | null {
  const owner = work.referents[draft.owner < 0 ? -1 : (work.referentOf[draft.owner] ?? -1)];
  if (owner !== undefined) return owner.kind === 'person' ? null : plainBody(owner);
  const preposition = work.words.lower[draft.to];
  if (preposition === 'for' || preposition === 'of') {
    let widest: Draft | null = null;
    let referent = -1;
    for (let index = draftFrom(work, draft.to); index < work.drafts.length; index++) {
      const other = work.drafts[index] as Draft;
      if (other.coreFrom > draft.to + SPOKEN_FOR) break;
      if (other.from > draft.to + 2 || (widest !== null && other.to <= widest.to)) continue;
      widest = other;
      referent = work.referentOf[index] ?? -1;
    }
    const figure = work.referents[referent];
    return figure === undefined || figure.kind === 'person' ? null : plainBody(figure);
  }
  const role = draft.role.replace(/\s*\S+$/, '');
  return role === '' ? null : role;
}

/** Longest name of a body behind "a spokesman for", in tokens. */
const SPOKEN_FOR = 8;

const plainBody = (figure: Figurehead): string => (figure.named ? figure.name : figure.name.replace(/^(?:the|an?) /i, ''));

/** A body by its noun: "the campaign" of somebody is "Varga campaign", "his office" is "Varga's office". */
function bodyName(work: MentionWork, draft: Draft, figure: Figurehead): string {
  const origin = work.drafts[figure.origin] ?? draft;
  const owner = work.referents[origin.owner < 0 ? figure.owner : (work.referentOf[origin.owner] ?? figure.owner)];
  const head = figure.words.at(-1) ?? '';
  if (owner !== undefined && owner.kind !== 'organization' && head === 'campaign') return `${lastOf(owner.name)} ${head}`;
  if (origin.opening === 'pronoun' && owner !== undefined) return `${owner.name}’s ${head}`;
  return figure.name.replace(/^(?:the|an?|its|our) /i, '');
}

const lastOf = (name: string): string => /(\S+?)(?: (?:Jr|Sr)\.?)?$/.exec(name)?.[1] ?? name;

/** The source's words, with whom its possessive pronoun means in the place of the pronoun. */
function withOwner(work: MentionWork, draft: Draft, range: TokenRange): string {
  const text = textIn(work, range) ?? '';
  if (draft.opening !== 'pronoun' || draft.owner < 0) return text;
  const owner = work.referents[work.referentOf[draft.owner] ?? -1];
  const first = work.mentioned.tokens[range.from];
  if (owner === undefined || first === undefined) return text;
  return `${owner.name}'s${text.slice(first.end - first.start)}`;
}

function textIn({ mentioned }: MentionWork, range: TokenRange): string | null {
  return textOf(mentioned.article, mentioned.tokens, range.from, range.to);
}

const QUANTIFIERS = new Set([
  'all',
  'both',
  'each',
  'everybody',
  'everyone',
  'few',
  'many',
  'most',
  'neither',
  'nobody',
  'none',
  'others',
  'several',
  'some',
]);

/** Nouns that only count or part what "of" names: "a number of voters", "9 percent". */
const COUNTING = new Set([
  'couple',
  'dozens',
  'group',
  'handful',
  'half',
  'hundreds',
  'lot',
  'lots',
  'majority',
  'minority',
  'number',
  'percent',
  'plenty',
  'share',
  'slice',
  'third',
  'thousands',
]);

/** The kind of a phrase whose noun is in no list, by its last noun before a preposition or verb, else by its number. */
export function wordsKind({ words, mentioned }: MentionWork, range: TokenRange): SpeakerKind {
  if (QUANTIFIERS.has(words.lower[range.from] ?? '')) return 'group';
  const head = lastNoun(mentioned.tokens, range);
  const noun = words.lower[head] ?? '';
  const bits = words.classes[head] ?? 0;
  if (head < 0) return kindOfAny(words, range);
  if (COUNTING.has(noun) || (bits & (is.people | is.plural)) !== 0) return 'group';
  if ((bits & is.document) !== 0) return 'document';
  if ((bits & is.body) !== 0) return noun.endsWith('s') ? 'group' : 'organization';
  if ((bits & is.role) !== 0) return 'person';
  return PEOPLE.test(noun) ? 'group' : 'document';
}

/** Endings of nouns for people in the plural. */
const PEOPLE = /(?:ers|ors|ees|ants|ents|ians|ists|ites|men|folks?)$/;

/** A phrase in which the tagger sees no noun ("recent polling"). */
function kindOfAny(words: MentionWork['words'], range: TokenRange): SpeakerKind {
  for (let at = range.from; at < range.to; at++) if (((words.classes[at] ?? 0) & is.document) !== 0) return 'document';
  return 'group';
}

/** The last noun of the phrase's first run, -1 where it has none. */
function lastNoun(tokens: readonly Token[], { from, to }: TokenRange): number {
  let head = -1;
  for (let at = from; at < to; at++) {
    const pos = tokens[at]?.pos;
    if (pos === 'NOUN' || pos === 'PROPN') head = at;
    else if (head >= 0 && (pos === 'ADP' || pos === 'VERB' || pos === 'PUNCT' || pos === 'PRON')) break;
  }
  return head;
}
