import {
  CHANNELS,
  CHOOSY_PREPOSITIONS,
  COURT_WORDS,
  GATHERING_VERBS,
  OCCASION_PREPOSITIONS,
  OCCASION_VERBS,
  PLACES_OF_SPEECH,
  ROOMS,
  WRITING_VERBS,
} from '../english/lists/audience-words.js';
import { OUTLETS } from '../english/lists/media.js';
import type { TokenIndex, TokenRange } from '../model.js';
import { isWithin, type Place, type StatementView } from '../statements/view.js';
import { firstFrom } from '../text/first-from.js';
import { endOfPhrase, startsDate } from './phrases.js';

/** Where or through what an attribution's own sentence says that it was said: nearest to the cue first; null where it does not say. */
export function occasionIn(view: StatementView, place: Place): TokenRange | null {
  const cue = place.cue[0] ?? place.source[0];
  const sentence = view.attributed.sentences[place.sentence];
  if (cue === undefined || sentence === undefined) return null;
  const own = verbOccasion(view, place);
  let best: TokenRange | null = own;
  let least = own === null ? Number.POSITIVE_INFINITY : 1;
  for (let at = sentence.from; at < sentence.to; at++) {
    const range = phraseAt(view, at, sentence, place);
    if (range === null || isForeign(view, at, place, cue)) continue;
    const distance = at < cue.from ? cue.from - at + 3 : at - cue.from;
    if (distance < least) {
      least = distance;
      best = range;
    }
  }
  return best ?? placeBeside(view, place, cue, sentence);
}

/** The occasion that starts at a word: behind a preposition, or a clause like "speaking in Osterin", "when introducing Berg". */
function phraseAt(view: StatementView, at: TokenIndex, sentence: TokenRange, place: Place): TokenRange | null {
  const lower = view.words.lower[at] ?? '';
  if (GATHERING_VERBS.has(lower) && view.words.pos[at] === 'VERB') return gathering(view, at, sentence, place);
  if (!OCCASION_PREPOSITIONS.has(lower)) return null;
  const to = endOfOccasion(view, at, sentence.to);
  return to < 0 ? null : { from: at, to };
}

/** "speaking at a rally on the coast", "in announcing the order", "when introducing Berg": a clause about where the speaker was. */
function gathering(view: StatementView, at: TokenIndex, sentence: TokenRange, place: Place): TokenRange | null {
  const { lower, pos } = view.words;
  const before = lower[at - 1] ?? '';
  const speaks = lower[at] === 'speaking' || lower[at] === 'appearing' || lower[at] === 'campaigning';
  if (!speaks && !CLAUSE_OPENERS.has(before)) return null;
  if (place.source.some((range) => isWithin(at, [range]))) return null;
  const next = lower[at + 1] ?? '';
  if (speaks && !CLAUSE_OPENERS.has(before) && !SPEAKING_PREPOSITIONS.has(next)) return null;
  if (speaks && startsDate(view, at + 2)) return null;
  const to = endOfPhrase(view, pos[at + 1] === 'ADP' ? at + 2 : at + 1, sentence.to);
  if (to <= at + 1 || isWithin(to - 1, place.content)) return null;
  return { from: CLAUSE_OPENERS.has(before) ? at - 1 : at, to };
}

const CLAUSE_OPENERS: ReadonlySet<string> = new Set(['after', 'before', 'in', 'when', 'while']);
const SPEAKING_PREPOSITIONS: ReadonlySet<string> = new Set(['at', 'before', 'from', 'in', 'on', 'outside']);

/** Whether a word stands in what is said, here or elsewhere, in a relative clause about somebody, or is the cue itself. */
function isForeign(view: StatementView, at: TokenIndex, place: Place, cue: TokenRange): boolean {
  if (isWithin(at, place.content) || view.holder[at] !== view.holder[cue.from]) return true;
  if (at === cue.from && cue.to - cue.from === 1) return true;
  if (view.quoted[at] === 1 && view.quoted[cue.from] === 0) return true;
  if (isAnothersWords(view, at, place)) return true;
  return at > cue.from ? entersClause(view, cue.from, at, place) : standsInAside(view, at, place);
}

/** Whether a word belongs to the cue or source of an attribution with another source. */
function isAnothersWords(view: StatementView, at: TokenIndex, place: Place): boolean {
  const other = view.places[view.frame[at] ?? -1];
  if (other === undefined || other === place) return false;
  return other.source[0]?.from !== place.source[0]?.from;
}

const RELATIVE: ReadonlySet<string> = new Set(['where', 'which', 'who', 'whom', 'whose']);

function entersClause(view: StatementView, cue: TokenIndex, at: TokenIndex, place: Place): boolean {
  for (let next = cue; next < at; next++) if (RELATIVE.has(view.words.lower[next] ?? '') && !isWithin(next, place.content)) return true;
  return false;
}

function standsInAside(view: StatementView, at: TokenIndex, place: Place): boolean {
  const start = view.attributed.sentences[place.sentence]?.from ?? 0;
  for (let before = at - 1; before > start; before--) {
    if (RELATIVE.has(view.words.lower[before] ?? '')) return true;
    if (view.words.lower[before] === ',') return RELATIVE.has(view.words.lower[before + 1] ?? '');
  }
  return false;
}

/** "tweeted" names its medium by itself; "released a statement saying" has it as its object. */
function verbOccasion(view: StatementView, place: Place): TokenRange | null {
  const { lower } = view.words;
  for (const { from, to } of place.cue) {
    for (let at = from; at < to; at++) {
      const word = lower[at] ?? '';
      if (OCCASION_VERBS.has(word)) return { from: at, to: at + 1 };
      if (!ISSUED.has(word)) continue;
      let start = at;
      while (start > from && start > at - 3 && DETERMINING.has(view.words.pos[start - 1] ?? 'X')) start--;
      if (start === at) continue;
      return { from: lower[start - 1] === 'in' ? start - 1 : start, to: at + 1 };
    }
  }
  return null;
}

const DETERMINING: ReadonlySet<string> = new Set(['ADJ', 'DET', 'NOUN']);
/** What somebody issues, releases, sends or launches to say something by it. */
const ISSUED: ReadonlySet<string> = new Set(['letter', 'memo', 'petition', 'petitions', 'statement', 'statements', 'tweet', 'tweets']);

/** The end of an occasion that a preposition leads to: its noun phrase and a "with …" behind it; -1 where it leads to none. */
function endOfOccasion(view: StatementView, at: TokenIndex, limit: TokenIndex): TokenIndex {
  const { lower, pos } = view.words;
  if (lower[at] === 'onstage') return at + 1;
  let found = -1;
  let next = at + 1;
  for (; next < limit && next < at + 12; next++) {
    const word = lower[next] ?? '';
    const dated = found < 0 ? view.dates[firstFrom(view.dates, next)] : undefined;
    if (dated?.from === next) {
      if (next === at + 1 && !isModifier(view, dated.to)) return -1;
      next = dated.to - 1;
      continue;
    }
    const tag = pos[next];
    if (tag === 'VERB' && !PLACES_OF_SPEECH.has(word)) break;
    if (tag === 'PUNCT' || tag === 'AUX' || tag === 'CCONJ' || tag === 'ADP' || word === 'that') break;
    if (namesOccasion(view, lower[at] ?? '', next)) found = next;
  }
  if (found < 0) return -1;
  if (lower[next] === 'with' && next - found <= 2) return Math.max(endOfPhrase(view, next + 1, limit), found + 1);
  return found + 1;
}

/** "Sunday night's debate", "July interview": a date right behind the preposition that goes on with a noun. */
const isModifier = ({ words }: StatementView, at: TokenIndex): boolean =>
  words.lower[at] === "'s" || words.pos[at] === 'NOUN' || words.pos[at] === 'ADJ' || words.pos[at] === 'PROPN';

function namesOccasion({ words }: StatementView, preposition: string, at: TokenIndex): boolean {
  const word = words.lower[at] ?? '';
  const choice = CHOOSY_PREPOSITIONS[preposition];
  if (choice !== undefined) return choice.has(word);
  if (word === 'hall') return words.lower[at - 1] === 'town';
  if (COURT_WORDS.has(word)) return words.lower[at - 1] === 'court' || word === 'court' || word === 'affidavit';
  return PLACES_OF_SPEECH.has(word) || (CHANNELS.has(word) && words.words[at] !== word);
}

/**
 * A bare place right behind what was said ("said in Osterin", "wrote in the Meridian Post", "said outside the building"), or
 * at the start of the sentence before a comma ("In Osterin, Varga proposed"); only for words that were spoken or written.
 */
function placeBeside(view: StatementView, place: Place, cue: TokenRange, sentence: TokenRange): TokenRange | null {
  const index = view.places.indexOf(place);
  if (view.attributed.attributions[index]?.mode !== 'speech') return null;
  const last = place.cue.at(-1) ?? cue;
  return bareAt(view, behindAddressee(view, last, place), sentence.to, place) ?? opening(view, cue, sentence, place);
}

/** The first word behind a cue, its source, whom it names, a date and adverbs passed over. */
function behindAddressee(view: StatementView, cue: TokenRange, place: Place): TokenIndex {
  let at = cue.to;
  if (place.source[0]?.from === at) at = place.source[0].to;
  const listener = endOfPhrase(view, at, at + 6);
  if (listener > at && !isWithin(at, place.content)) at = listener;
  const date = view.dates[firstFrom(view.dates, at)];
  if (date?.from === at) at = date.to;
  while (view.words.pos[at] === 'ADV') at++;
  return at;
}

/** "In Osterin, Varga proposed", "Here in Osterin, Varga said". */
function opening(view: StatementView, cue: TokenRange, sentence: TokenRange, place: Place): TokenRange | null {
  const here = view.words.lower[sentence.from] === 'here' ? 1 : 0;
  const found = bareAt(view, sentence.from + here, cue.from, place);
  if (found === null || view.words.lower[found.to] !== ',') return null;
  return { from: found.from - here, to: found.to };
}

function bareAt(view: StatementView, at: TokenIndex, limit: TokenIndex, place: Place): TokenRange | null {
  const { lower, pos } = view.words;
  const preposition = lower[at] ?? '';
  if (!BARE_PREPOSITIONS.has(preposition) || isWithin(at, place.content) || startsDate(view, at + 1)) return null;
  const to = endOfPhrase(view, at + 1, limit);
  const head = lower[to - 1] ?? '';
  if (to <= at + 1 || isWithin(to - 1, place.content)) return null;
  if (ROOMS.has(head)) return { from: at, to };
  if (preposition !== 'in' || pos[to - 1] !== 'PROPN') return null;
  const outlet = OUTLETS.has(head) || lower[at + 1] === 'the';
  const written = place.cue.some((range) => WRITING_VERBS.has(lower[range.from] ?? '') || WRITING_VERBS.has(lower[range.to - 1] ?? ''));
  return outlet === written ? { from: at, to } : null;
}

const BARE_PREPOSITIONS: ReadonlySet<string> = new Set(['at', 'in', 'inside', 'near', 'outside']);
