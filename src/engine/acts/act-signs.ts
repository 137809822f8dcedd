import type { WordSource } from '../dates/word-source.js';
import { COURSES } from '../english/lists/course-nouns.js';
import type { Act, TokenIndex, TokenRange } from '../model.js';
import { ACT_PHRASES, ACT_WORDS_BY_FORM, ANSWERING, HOSTILE, IMPLYING, NAMING, PHRASE_STARTS, PRAISING, SPOKEN } from './lexicon.js';

/** An act that words show, and where. */
export interface ActSign {
  readonly act: Act;
  readonly at: TokenIndex;
  /** The word that shows it, or what stands for it. */
  readonly rule: string;
}

const NEGATIONS: ReadonlySet<string> = new Set(["n't", 'cannot', 'neither', 'never', 'no', 'nor', 'not', 'without']);
const QUESTION_WORDS: ReadonlySet<string> = new Set(['about', 'how', 'if', 'what', 'when', 'where', 'whether', 'which', 'who', 'why']);

/** Whether a negation stands within three words before `at`, nothing but auxiliaries, adverbs and "to" between. */
export function isNegated(source: WordSource, at: TokenIndex, first: TokenIndex): boolean {
  for (let before = at - 1; before >= Math.max(first, at - 4); before--) {
    if (NEGATIONS.has(source.lower[before] ?? '')) return true;
    const pos = source.pos[before];
    if (pos !== 'AUX' && pos !== 'ADV' && pos !== 'PART' && pos !== 'VERB') return false;
  }
  return false;
}

const NEGATED: Readonly<Partial<Record<Act, Act>>> = { agrees: 'rejects', rejects: 'agrees', denies: 'agrees' };

/** The acts that the words of a range name outright: verbs, nouns and two-word phrases, with negation resolved ("would not agree"). */
export function namedActs(source: WordSource, range: TokenRange): readonly ActSign[] {
  const signs: ActSign[] = [];
  for (let at = range.from; at < range.to; at++) {
    const sign = NAMING.has(source.lower[at] ?? '') ? signAt(source, at, range) : null;
    if (sign !== null) signs.push({ act: sign, at, rule: source.lower[at] ?? '' });
  }
  return signs;
}

function signAt(source: WordSource, at: TokenIndex, range: TokenRange): Act | null {
  const lower = source.lower[at] ?? '';
  const next = source.lower[at + 1] ?? '';
  const negated = (): boolean => isNegated(source, at, range.from);
  if (ANSWERING.has(lower) && (negated() || isRefusedBefore(source, at))) return 'declines';
  if (REFUSALS.has(lower)) return negated() ? null : refusalOf(source, at);
  if (ASKING.has(lower)) return askingOf(source, at);
  if (lower === 'suggested' || lower === 'suggests' || lower === 'suggesting') return suggestionOf(source, at);
  if (PRAISING.has(lower)) return !negated() && hasWithin(source, at + 1, 10, COURSES) ? 'agrees' : null;
  if (lower.startsWith('offer') && hasWithin(source, at + 1, 4, SPOKEN)) return null;
  if (WISHES.has(lower) || (lower === 'like' && source.lower[at - 1] === 'would')) return negated() ? 'rejects' : wishAt(source, at);
  if (lower === 'plans' && source.lower[at - 1] === 'no') return 'rejects';
  if (lower === 'decision' && next === 'not') return 'rejects';
  const phrase = PHRASE_STARTS.has(lower) ? ACT_PHRASES.get(`${lower} ${next}`) : undefined;
  const act = phrase ?? ACT_WORDS_BY_FORM.get(lower);
  if (act === undefined || (phrase === undefined && isMisread(source, at, act))) return null;
  return negated() ? (NEGATED[act] ?? null) : act;
}

const WISHES: ReadonlySet<string> = new Set(['want', 'wanted', 'wants']);

/** Whether one of a set's words stands among the next words, no mark between. */
function hasWithin(source: WordSource, at: TokenIndex, words: number, set: ReadonlySet<string>): boolean {
  for (let next = at; next < at + words; next++) {
    if (set.has(source.lower[next] ?? '')) return true;
    if (source.lower[next] === ',' || source.lower[next] === '.') return false;
  }
  return false;
}

const REFUSALS: ReadonlySet<string> = new Set(['decline', 'declined', 'declines', 'declining', 'refuse', 'refused', 'refuses', 'refusing']);
const ASKING: ReadonlySet<string> = new Set(['ask', 'asked', 'asking', 'asks', 'question', 'questioned', 'questioning', 'questions']);

/** "declined to say" declines; "declined to resign" rejects. */
function refusalOf(source: WordSource, at: TokenIndex): Act {
  for (let next = at + 1; next <= at + 4; next++) {
    if (ANSWERING.has(source.lower[next] ?? '')) return 'declines';
    if (source.pos[next] === 'VERB') return 'rejects';
  }
  return 'rejects';
}

function isRefusedBefore(source: WordSource, at: TokenIndex): boolean {
  return source.lower[at - 1] === 'to' && REFUSALS.has(source.lower[at - 2] ?? '');
}

/** "asked whether" asks; "asked them to go", "asks for" demand; "questioned his honesty" accuses. */
function askingOf(source: WordSource, at: TokenIndex): Act {
  const lower = source.lower[at] ?? '';
  for (let next = at + 1; next <= at + 12; next++) {
    const word = source.lower[next] ?? '';
    if (QUESTION_WORDS.has(word) && next - at < 8) return 'asks';
    if (word === 'for' && next === at + 1) return 'demands';
    if (word === 'to' && source.pos[next] === 'PART') return 'demands';
    if (word === '.' || word === '?' || word === '“') break;
  }
  return lower.startsWith('question') && source.pos[at] === 'VERB' ? 'accuses' : 'asks';
}

/** "suggested that they walk" offers; "suggests that it rains" states. */
function suggestionOf(source: WordSource, at: TokenIndex): Act | null {
  if (source.lower[at] === 'suggests' || source.lower[at + 1] !== 'that') return null;
  for (let next = at + 2; next < at + 8; next++) {
    const lower = source.lower[next] ?? '';
    if (lower === 'might' || lower === 'should' || lower === 'could') return 'offers';
    if (source.pos[next] === 'AUX' || lower.endsWith('ed')) return null;
    if (source.pos[next] === 'VERB') return lower.endsWith('s') ? null : 'offers';
  }
  return null;
}

/** Words of the lists that stand for something else here: "signs of", "a press briefing", "back home", "target date". */
function isMisread(source: WordSource, at: TokenIndex, act: Act): boolean {
  const lower = source.lower[at] ?? '';
  const pos = source.pos[at];
  if (act === 'agrees' && (lower === 'sign' || lower === 'signs' || lower === 'back') && pos !== 'VERB') return true;
  if (
    (lower === 'press' || lower === 'force' || lower === 'forces' || lower === 'target' || lower === 'direct' || lower === 'order') &&
    pos !== 'VERB'
  )
    return true;
  return (
    (lower === 'contest' || lower === 'contests' || lower === 'pan' || lower === 'charge' || lower === 'blocks' || lower === 'block') &&
    pos === 'NOUN'
  );
}

const COMMITTING: ReadonlySet<string> = new Set(["'d", "'ll", 'will', 'would']);
const OBLIGING: ReadonlySet<string> = new Set(['must', 'ought', 'shall', 'should']);
const PAST_AUXILIARIES: ReadonlySet<string> = new Set(['did', 'had', 'has', 'have', 'was', 'were']);
const OWN_SUBJECTS: readonly string[] = ['he', 'i', 'it', 'she', 'they', 'we'];
const FIRST_PERSONS: readonly string[] = ['i', 'we'];
const DENIERS: readonly string[] = ['he', 'i', 'she', 'we'];

/** What the words of a content do that name no act: obligations, commitments, refusals, questions, orders. */
export function impliedActs(source: WordSource, range: TokenRange): readonly ActSign[] {
  const signs: ActSign[] = [];
  const limit = Math.min(range.to, range.from + 80);
  for (let at = range.from; at < limit; at++) {
    const act = IMPLYING.has(source.lower[at] ?? '') ? impliedAt(source, at, range) : null;
    if (act !== null) signs.push({ act, at, rule: source.lower[at] ?? '' });
  }
  const order = imperativeAt(source, range);
  if (order >= 0) signs.push({ act: 'demands', at: order, rule: 'order' });
  if (isQuestion(source, range)) signs.push({ act: 'asks', at: range.from, rule: 'question' });
  return signs;
}

function impliedAt(source: WordSource, at: TokenIndex, range: TokenRange): Act | null {
  const lower = source.lower[at] ?? '';
  const next = source.lower[at + 1] ?? '';
  if (OBLIGING.has(lower)) return obligationAt(source, at);
  if (lower === 'have' && next === 'to') return source.lower[at - 1] === 'would' || source.lower[at - 1] === 'will' ? 'demands' : null;
  if (lower === 'got' && next === 'to' && source.lower[at - 2] === 'we') return 'demands';
  if (PAST_AUXILIARIES.has(lower) && (next === 'not' || next === "n't" || next === 'never'))
    return opensOwnClause(source, at, range, DENIERS) ? 'denies' : null;
  if (COMMITTING.has(lower)) return commitmentAt(source, at, range);
  if (lower === 'going' && next === 'to' && source.pos[at + 2] === 'VERB' && isOwn(source, at, range, ['i', 'we'])) return 'promises';
  if (lower === 'intends' || lower === 'intend' || lower === 'plans' || lower === 'plan') return next === 'to' ? 'promises' : null;
  if (lower === 'wants' || lower === 'want' || lower === 'wanted') return wishAt(source, at);
  if (
    (lower === 'support' ||
      lower === 'supports' ||
      lower === 'supported' ||
      lower === 'favors' ||
      lower === 'favor' ||
      lower === 'welcome' ||
      lower === 'welcomes' ||
      lower === 'endorses' ||
      lower === 'back' ||
      lower === 'backs') &&
    source.pos[at] === 'VERB'
  ) {
    return isOwn(source, at, range, OWN_SUBJECTS) ? (isNegated(source, at, range.from) ? 'rejects' : 'agrees') : null;
  }
  if (
    (lower === 'oppose' || lower === 'opposes' || lower === 'opposed' || lower === 'reject' || lower === 'rejects') &&
    isOwn(source, at, range, OWN_SUBJECTS)
  )
    return 'rejects';
  if (lower === 'believe' && isNegated(source, at, range.from) && next === 'in') return 'rejects';
  if (lower === 'love' && (source.lower[at - 1] === 'would' || source.lower[at - 1] === "'d")) return 'agrees';
  if (lower === 'committed' && next === 'to') return 'promises';
  if (lower === 'out' && next === 'of' && source.lower[at + 3] === 'question') return 'rejects';
  if (lower === 'not' && (next === 'true' || next === 'correct')) return 'denies';
  if (lower === 'false' || lower === 'untrue' || lower === 'falsely') return 'denies';
  if (lower === "let's" || (lower === 'let' && next === "'s")) return 'demands';
  return lower === 'time' && (next === 'for' || next === 'to') ? 'demands' : null;
}

/** What cannot be done by deciding to: who should know something is not asked to act. */
const STATES_OF_MIND: ReadonlySet<string> = new Set(['feel', 'know', 'like', 'mean', 'own', 'seem', 'think', 'understand']);

/** "how a president should handle it": a question told, not a demand. */
function isAskedHow(source: WordSource, at: TokenIndex): boolean {
  for (let before = at - 1; before >= at - 4; before--) if (QUESTION_WORDS.has(source.lower[before] ?? '')) return true;
  return false;
}

/** "they must agree" demands; "he should have agreed" finds fault; "should not" rejects. */
function obligationAt(source: WordSource, at: TokenIndex): Act | null {
  const subject = source.lower[at - 1] ?? '';
  if (isAskedHow(source, at)) return null;
  if (
    subject === 'i' ||
    subject === 'what' ||
    subject === 'who' ||
    subject === 'that' ||
    subject === 'which' ||
    source.lower[at + 1] === 'be'
  )
    return null;
  for (let next = at + 1; next <= at + 3; next++) {
    const lower = source.lower[next] ?? '';
    if (STATES_OF_MIND.has(lower)) return null;
    if (lower === 'have' && source.pos[next + 1] === 'VERB') return 'accuses';
    if (lower === 'not' || lower === "n't") return source.lower[at - 1] === 'we' || source.lower[at - 1] === 'it' ? 'rejects' : 'demands';
  }
  return 'demands';
}

/** "we will go" promises, "we will not go" rejects, "we will bomb them" threatens; what others will do is none of these. */
function commitmentAt(source: WordSource, at: TokenIndex, range: TokenRange): Act | null {
  if (!opensOwnClause(source, at, range, OWN_SUBJECTS) && !isOwn(source, at, range, FIRST_PERSONS)) return null;
  if (source.lower[at] === 'will' && source.lower[at - 1] === 'it') return null;
  for (let next = at + 1; next <= at + 5 && next < range.to; next++) {
    const lower = source.lower[next] ?? '';
    if (NEGATIONS.has(lower)) return 'rejects';
    if (HOSTILE.has(lower)) return 'threatens';
    if (lower === 'consider' || lower === 'be' || lower === 'have' || lower === 'love' || lower === 'like')
      return lower === 'consider' ? 'offers' : null;
    if (source.pos[next] === 'VERB') return 'promises';
  }
  return null;
}

/** Whether the word before `at`, adverbs passed over, is one of these pronouns. */
function isOwn(source: WordSource, at: TokenIndex, range: TokenRange, subjects: readonly string[]): boolean {
  let before = at - 1;
  while (before > range.from && source.pos[before] === 'ADV') before--;
  return before >= range.from && subjects.includes(source.lower[before] ?? '');
}

/** Whether a subject like these opens the content, "that" passed over, and the word at `at` follows it. */
function opensOwnClause(source: WordSource, at: TokenIndex, range: TokenRange, subjects: readonly string[]): boolean {
  return isOwn(source, at, range, subjects) && at - range.from <= 4;
}

/** "wants his party to work" demands; "wants to win" does nothing. */
function wishAt(source: WordSource, at: TokenIndex): Act | null {
  for (let next = at + 1; next <= at + 6; next++) {
    if (source.lower[next] === 'to' && source.pos[next] === 'PART') return next === at + 1 ? null : 'demands';
    if (source.pos[next] === 'PUNCT') return null;
  }
  return null;
}

const NOT_ORDERS: ReadonlySet<string> = new Set(['got', 'thank', 'thanks', 'say', 'said', 'see', 'look', 'know']);

/** The place of a verb that begins what is quoted or a sentence of it, as an order does; -1 where none does. */
function imperativeAt(source: WordSource, range: TokenRange): TokenIndex {
  for (let at = range.from; at < Math.min(range.to, range.from + 60); at++) {
    if (!startsQuoted(source, at, range)) continue;
    const place = source.lower[at] === 'just' || source.lower[at] === 'please' ? at + 1 : at;
    const lower = source.lower[place] ?? '';
    if (source.pos[place] === 'VERB' && !/(?:ed|ing|s)$/.test(lower) && !NOT_ORDERS.has(lower)) return place;
  }
  return -1;
}

const CLAUSE_MARKS: ReadonlySet<string> = new Set(['!', ',', '.', ':', '?']);

/** Whether a word opens a quotation that stands on its own, or a sentence inside one; not a part of a sentence in marks. */
function startsQuoted(source: WordSource, at: TokenIndex, range: TokenRange): boolean {
  const before = source.lower[at - 1];
  if (isMark(source.lower[at])) return false;
  if (!isMark(before)) return ENDS.has(before ?? '') && at > range.from;
  const outer = source.lower[at - 2];
  return at - 1 <= range.from || outer === undefined || CLAUSE_MARKS.has(outer);
}

const ENDS: ReadonlySet<string> = new Set(['!', '.', '?']);
const isMark = (word: string | undefined): boolean => word === '“' || word === '"' || word === "''" || word === '‘' || word === '”';

/** Whether a range ends in a question, marks of quotation passed over. */
function isQuestion(source: WordSource, range: TokenRange): boolean {
  let at = range.to - 1;
  while (at > range.from && isMark(source.lower[at])) at--;
  return source.lower[at] === '?' || source.lower[range.to] === '?';
}
