import {
  ASKING,
  LISTENERS,
  MEDIA,
  NOT_ADDRESSEES,
  QUERYING_VERBS,
  SPEAKING_VERBS,
  TELLING_VERBS,
  WRITING_TO_VERBS,
} from '../english/lists/audience-words.js';
import { OUTLETS } from '../english/lists/media.js';
import type { TokenIndex, TokenRange } from '../model.js';
import { isWithin, type Place, type StatementView } from '../statements/view.js';
import { firstFrom } from '../text/first-from.js';

/** The end of the noun phrase that starts at `at`: before a mark, a verb, a preposition other than "of", "that", a date; `at` itself where none starts. */
export function endOfPhrase(view: StatementView, at: TokenIndex, limit: TokenIndex): TokenIndex {
  const { pos, lower } = view.words;
  if (PERSONAL.has(lower[at] ?? '')) return at + 1;
  let to = at;
  while (to < limit && to < at + 12) {
    const tag = pos[to];
    const nominal =
      tag === 'NOUN' ||
      tag === 'PROPN' ||
      tag === 'ADJ' ||
      tag === 'DET' ||
      tag === 'NUM' ||
      tag === 'PRON' ||
      lower[to] === "'s" ||
      lower[to] === '&';
    const joins = (lower[to] === 'of' || lower[to] === 'and') && to > at;
    const plural = tag === 'VERB' && to === at && (lower[to] ?? '').endsWith('s');
    if (!(nominal || joins || plural) || lower[to] === 'that' || (to > at && startsDate(view, to))) break;
    to++;
  }
  // An article alone ("told a packed hall", where the participle is read as a verb) names nobody.
  while (to > at && (lower[to - 1] === 'of' || lower[to - 1] === 'and' || ARTICLES.has(lower[to - 1] ?? ''))) to--;
  return to;
}

const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the']);
const PERSONAL: ReadonlySet<string> = new Set(['her', 'him', 'me', 'them', 'us', 'you']);

export const startsDate = (view: StatementView, at: TokenIndex): boolean => view.dates[firstFrom(view.dates, at)]?.from === at;

/** To whom an attribution's own sentence says that it was said; null where it does not say. */
export function addresseeIn(view: StatementView, place: Place): TokenRange | null {
  const cue = place.cue[0];
  if (cue === undefined) return null;
  return (
    toldTo(view, place, cue) ??
    askedBy(view, place) ??
    sentTo(view, place) ??
    askedTo(view, place) ??
    spokenTo(view, place) ??
    toListeners(view, place, cue)
  );
}

/** "told reporters", "told the crowd in Osterin", "complained to aides", "spoke to CNN about". */
function toldTo(view: StatementView, place: Place, cue: TokenRange): TokenRange | null {
  const { lower } = view.words;
  const limit = limitBehind(view, place, cue);
  for (let at = cue.from; at < cue.to; at++) {
    const word = lower[at] ?? '';
    if (TELLING_VERBS.has(word) || (WRITING_TO_VERBS.has(word) && view.words.pos[at] === 'VERB')) {
      const to = endOfPhrase(view, at + 1, limit);
      if (to > at + 1 && !startsDate(view, at + 1) && !isWithin(at + 1, place.content)) return { from: at + 1, to };
    }
    if (!SPEAKING_VERBS.has(word)) continue;
    const behind = lower[at + 1] === 'to' ? at + 2 : lower[at + 2] === 'to' && view.words.pos[at + 1] === 'ADV' ? at + 3 : -1;
    if (behind < 0 || isWithin(behind, place.content) || NOT_ADDRESSEES.has(lower[behind] ?? '')) continue;
    const to = endOfPhrase(view, behind, limit);
    if (to > behind && !NOT_ADDRESSEES.has(lower[to - 1] ?? '')) return { from: behind, to };
  }
  return null;
}

/** Where the words behind a cue end: at its sentence's end, or where what is said begins. */
function limitBehind(view: StatementView, place: Place, cue: TokenRange): TokenIndex {
  const end = view.attributed.sentences[place.sentence]?.to ?? cue.to;
  const content = place.content.find(({ from }) => from >= cue.to);
  return content === undefined ? end : Math.min(end, content.from);
}

/** "asked by a reporter", "when contacted by the Post", anywhere in the sentence outside of what is said. */
function askedBy(view: StatementView, place: Place): TokenRange | null {
  const { lower } = view.words;
  const sentence = view.attributed.sentences[place.sentence];
  if (sentence === undefined) return null;
  for (let at = sentence.from + 1; at < sentence.to; at++) {
    if (lower[at] !== 'by' || !QUERYING_VERBS.has(lower[at - 1] ?? '') || isWithin(at, place.content)) continue;
    if (place.source.some(({ from }) => from === at + 1)) continue;
    const to = endOfPhrase(view, at + 1, sentence.to);
    if (to > at + 1) return { from: at + 1, to };
  }
  return null;
}

/** "in an email to supporters", "on a call with reporters": whom a medium goes to, outside of what is said. */
function sentTo(view: StatementView, place: Place): TokenRange | null {
  const { lower } = view.words;
  const sentence = view.attributed.sentences[place.sentence];
  if (sentence === undefined) return null;
  for (let at = sentence.from; at < sentence.to - 2; at++) {
    if (!MEDIA.has(lower[at] ?? '') || isWithin(at, place.content) || view.quoted[at] === 1) continue;
    const next = lower[at + 1];
    const to = endOfPhrase(view, at + 2, sentence.to);
    if (to > at + 2 && (next === 'to' || (next === 'with' && LISTENERS.has(lower[to - 1] ?? '')))) return { from: at + 2, to };
  }
  return null;
}

/** "asked the ministry to act": whom a cue asks where the content begins with them. */
function askedTo(view: StatementView, place: Place): TokenRange | null {
  const { lower, pos } = view.words;
  const cue = place.cue.at(-1);
  const content = place.content[0];
  if (cue === undefined || content === undefined || content.from !== cue.to || !ASKING.has(lower[cue.to - 1] ?? '')) return null;
  const to = endOfPhrase(view, content.from, content.to);
  return to > content.from && lower[to] === 'to' && pos[to] === 'PART' ? { from: content.from, to } : null;
}

/** "asked the crowd: …", where what is asked stands apart from whom. */
const PUT_TO: ReadonlySet<string> = new Set(['ask', 'asked', 'asking', 'asks']);
const ASKED_ABOUT: ReadonlySet<string> = new Set([',', ':', 'about', 'if', 'what', 'whether', 'why', '“', '"']);

/** "speaking to reporters outside", "asked the crowd": whom the sentence says that was spoken to. */
function spokenTo(view: StatementView, place: Place): TokenRange | null {
  const { lower, pos } = view.words;
  const sentence = view.attributed.sentences[place.sentence];
  if (sentence === undefined) return null;
  for (let at = sentence.from; at < sentence.to - 2; at++) {
    const word = lower[at] ?? '';
    if (isWithin(at, place.content) || view.quoted[at] === 1) continue;
    if ((word === 'speaking' || word === 'talking') && lower[at + 1] === 'to') {
      const to = endOfPhrase(view, at + 2, sentence.to);
      if (to > at + 2 && LISTENERS.has(lower[to - 1] ?? '')) return { from: at + 2, to };
    }
    if (!PUT_TO.has(word) || !place.cue.some((range) => isWithin(at, [range]))) continue;
    const to = endOfPhrase(view, at + 1, sentence.to);
    if (to > at + 1 && !isWithin(at + 1, place.content) && ASKED_ABOUT.has(lower[to] ?? '') && pos[at + 1] !== 'ADP')
      return NOT_ADDRESSEES.has(lower[to - 1] ?? '') ? null : { from: at + 1, to };
  }
  return null;
}

/** "acknowledging to the Meridian Post", "announced to the crowd": an outlet or listeners behind "to" right behind the cue. */
function toListeners(view: StatementView, place: Place, cue: TokenRange): TokenRange | null {
  const { lower } = view.words;
  const limit = limitBehind(view, place, cue);
  const at = cue.to;
  if (lower[at] !== 'to' || at + 1 >= limit || isWithin(at, place.content)) return null;
  const to = endOfPhrase(view, at + 1, limit);
  const head = lower[to - 1] ?? '';
  return to > at + 1 && (LISTENERS.has(head) || OUTLETS.has(head)) ? { from: at + 1, to } : null;
}
