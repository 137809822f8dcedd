import { CLAUSE_OPENERS, NOUN_PREPOSITIONS, PARTICLES, TIME_WORDS } from '../english/lists/clauses.js';
import type { PartOfSpeech } from '../model.js';
import { isCourseNoun } from './lexicon.js';
import { isQuotationMark, type WordRange, type WordSequence } from './word-sequence.js';

/** How many prepositional phrases a target takes along: "the release | of prisoners | by Tarvia". */
const MOST_ATTACHED = 2;

/** A phrase of more words is cut: nobody writes it, and reading stays linear. */
const LONGEST_PHRASE = 40;

const NOMINAL: ReadonlySet<PartOfSpeech> = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'SYM']);
const HEADS: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'PROPN', 'NUM']);

/** The noun phrase that starts at `from`, with what follows of its head; null where none starts there. */
export function nounPhrase(sequence: WordSequence, from: number, sentenceEnd: number): WordRange | null {
  const limit = Math.min(sentenceEnd, from + LONGEST_PHRASE);
  const start = skipMarks(sequence, from, limit);
  let to = bareNounPhrase(sequence, start, limit);
  if (to <= start) return null;
  if (isPronounAlone(sequence, start, to)) return { from: start, to };
  for (let count = 0; count < MOST_ATTACHED; count++) {
    const next = attached(sequence, to, limit);
    if (next <= to) break;
    to = next;
  }
  return { from: start, to };
}

/** The verb phrase whose verb is at `from`: the verb, its particle, object and first attachments. */
export function verbPhrase(sequence: WordSequence, from: number, sentenceEnd: number): WordRange | null {
  const limit = Math.min(sentenceEnd, from + LONGEST_PHRASE);
  const start = skipMarks(sequence, from, limit);
  if (start >= limit) return null;
  let to = start + 1;
  if (PARTICLES.has(sequence.words[to] ?? '') && to < limit && !opensCondition(sequence.words, to)) to++;
  if (sequence.parts[to] === 'ADJ' && sequence.parts[to + 1] !== 'NOUN') to++;
  if (to < limit && sequence.parts[to] === 'VERB' && /ing$/.test(sequence.words[to] ?? '')) to++;
  const object = to < limit ? bareNounPhrase(sequence, skipQuotationMark(sequence, to, limit), limit) : to;
  if (object > to) to = object;
  for (let count = 0; count < MOST_ATTACHED; count++) {
    const next = attached(sequence, to, limit);
    if (next <= to) break;
    to = next;
  }
  return { from: start, to };
}

/** Where the noun phrase without attachments ends that starts at `from`; `from` where there is none. */
function bareNounPhrase(sequence: WordSequence, from: number, limit: number): number {
  const { words, parts } = sequence;
  let to = from;
  let end = from;
  while (to < limit) {
    const part = parts[to] ?? 'X';
    const word = words[to] ?? '';
    if (to > from && part === 'DET' && end === to && !isPossessive(words[to - 1] ?? '')) break;
    if (to > from && /^(?:today|tomorrow|tonight|yesterday|now)$/.test(word)) break;
    if (words[to] === 'subject' && words[to + 1] === 'to') break; // a condition: "go back to work subject to a promise"
    if (HEADS.has(part) || isNominalised(sequence, from, to)) {
      to++;
      end = to;
    } else if (part === 'PRON') {
      to++;
      if (end === from && !isPossessivePronoun(word)) return isPlainPronoun(word) ? to : from;
      if (!isPossessivePronoun(word)) break;
    } else if (NOMINAL.has(part) || word === "'s" || word === "'" || word === '’') to++;
    else if (isQuotationMark(word) && to > from && end < to) to++;
    else if (isPremodifier(sequence, to, limit) && (to > from || part === 'ADV')) to++;
    else if ((part === 'CCONJ' || word === ',') && joinsNouns(sequence, to, end, limit)) to++;
    else break;
  }
  while (to > from && isQuotationMark(words[to - 1] ?? '')) to--;
  if (end === from && to > from + 1 && parts[from] === 'DET' && /^(?:ADJ|ADV)$/.test(parts[to - 1] ?? '')) return to;
  if (end === from && /^(?:her|his)$/.test(words[from] ?? '') && (to === from + 1 || isQuotationMark(words[from + 1] ?? '')))
    return from + 1;
  if (end === from && to > from && parts[from] === 'DET' && isPlainPronoun(words[from] ?? '')) return from + 1;
  return end;
}

const isPossessive = (word: string): boolean => word === "'s" || word === "'";
const isPossessivePronoun = (word: string): boolean => /^(?:its|his|her|their|our|my|your|whose)$/.test(word);
const isPlainPronoun = (word: string): boolean =>
  /^(?:it|this|that|these|those|them|him|her|us|me|both|any|anything|something|everything|all|one)$/.test(word);
const isPronounAlone = (sequence: WordSequence, from: number, to: number): boolean =>
  to === from + 1 && isPlainPronoun(sequence.words[from] ?? '');

/** "the shelling", "further talks": a noun that the tagger takes for a verb. */
function isNominalised(sequence: WordSequence, from: number, at: number): boolean {
  const { words, parts } = sequence;
  if (parts[at] !== 'VERB' && parts[at] !== 'X') return false;
  const word = words[at] ?? '';
  const before = parts[at - 1];
  const phrased = at > from && (before === 'DET' || before === 'ADJ' || before === 'PROPN' || isPossessivePronoun(words[at - 1] ?? ''));
  if (isCourseNoun(word)) return phrased || at === from;
  return phrased && /ing$/.test(word) && !/^(?:NOUN|PROPN|DET)$/.test(parts[at + 1] ?? '');
}

/** "a widely expected summit", "the proposed act": what stands before a noun without being an adjective. */
function isPremodifier(sequence: WordSequence, at: number, limit: number): boolean {
  const { words, parts } = sequence;
  const part = parts[at];
  if (part !== 'VERB' && part !== 'ADV') return false;
  const word = words[at] ?? '';
  if (part === 'VERB' && !/(?:ed|ing|en)$/.test(word)) return false;
  const next = at + 1 < limit ? parts[at + 1] : undefined;
  if (part === 'ADV' && word.includes('-')) return next === 'NOUN' || next === 'ADJ';
  if (part === 'ADV') return next === 'ADJ' || (next === 'VERB' && isPremodifier(sequence, at + 1, limit));
  return next === 'NOUN' || next === 'PROPN' || next === 'ADJ';
}

/** A conjunction or comma between two nouns of one phrase: "arms and ammunition", not "arms and he left". */
function joinsNouns(sequence: WordSequence, at: number, end: number, limit: number): boolean {
  const { words, parts } = sequence;
  if (words[at] === ',') return parts[at - 1] === 'ADJ' && parts[at + 1] === 'ADJ' && end < at;
  if (parts[at - 1] === 'ADJ' && end < at) return true;
  if (end !== at || words[at] !== 'and') return false;
  const next = parts[at + 1];
  if (next !== 'NOUN' && next !== 'ADJ' && next !== 'PROPN') return false;
  let head = at + 1;
  while (head < limit && (parts[head] === 'NOUN' || parts[head] === 'ADJ' || parts[head] === 'PROPN')) head++;
  const after = parts[head];
  return after !== 'VERB' && after !== 'AUX';
}

/** Where the prepositional phrase, infinitive or gerund ends that belongs to the phrase ending at `from`; `from` where none does. */
function attached(sequence: WordSequence, from: number, limit: number): number {
  const { words, parts } = sequence;
  const word = words[from] ?? '';
  if (from >= limit) return from;
  if (word === 'to' && parts[from + 1] === 'VERB' && from + 1 < limit) {
    const inner = verbEnd(sequence, from + 1, limit);
    return inner > from + 1 ? inner : from;
  }
  if (!NOUN_PREPOSITIONS.has(word) || CLAUSE_OPENERS.has(word) || opensCondition(words, from)) return from;
  if (parts[from + 1] === 'VERB' && /ing$/.test(words[from + 1] ?? ''))
    return word === 'of' || word === 'for' || word === 'from' ? verbEnd(sequence, from + 1, limit) : from;
  const to = bareNounPhrase(sequence, skipQuotationMark(sequence, from + 1, limit), limit);
  if (to <= from + 1 || saysWhen(sequence, from + 1, to)) return from;
  return to;
}

/** "in exchange for", "on condition that": no part of the noun. */
const opensCondition = (words: readonly string[], at: number): boolean =>
  /^(?:case|condition|conditions|event|exchange|return|terms|understanding)$/.test(words[at + 1] ?? '') ||
  /^(?:condition|conditions|event|understanding)$/.test(words[at + 2] ?? '');

function verbEnd(sequence: WordSequence, from: number, limit: number): number {
  let to = from + 1;
  if (PARTICLES.has(sequence.words[to] ?? '') && to < limit) to++;
  const object = bareNounPhrase(sequence, to, limit);
  return Math.max(to, object);
}

/** Whether a noun phrase is a time: "on Friday", "in the coming weeks". */
export function saysWhen(sequence: WordSequence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (TIME_WORDS.has(sequence.words[at] ?? '')) return true;
  const first = sequence.words[from] ?? '';
  return to === from + 1 && /^(?:1[5-9]|20)\d\d$/.test(first);
}

export function skipMarks(sequence: WordSequence, from: number, limit: number): number {
  let at = from;
  while (at < limit && (isQuotationMark(sequence.words[at] ?? '') || sequence.words[at] === ':' || sequence.words[at] === '[')) at++;
  return at;
}

const skipQuotationMark = (sequence: WordSequence, at: number, limit: number): number =>
  at < limit && isQuotationMark(sequence.words[at] ?? '') ? at + 1 : at;

/** The noun phrase that ends before `before` (verb group and adverbs between them left out): the subject of the verb there. */
export function phraseBefore(sequence: WordSequence, before: number, floor: number): WordRange | null {
  const { words, parts } = sequence;
  let to = before;
  while (to > floor && isQuotationMark(words[to - 1] ?? '')) to--;
  let from = to;
  while (from > floor && to - from < LONGEST_PHRASE) {
    const part = parts[from - 1] ?? 'X';
    const word = words[from - 1] ?? '';
    const fits =
      NOMINAL.has(part) ||
      part === 'PRON' ||
      word === "'s" ||
      word === '-' ||
      word === 'of' ||
      (part === 'ADP' && from - 1 > floor && /^(?:of|with|on|for|from|in|between|against|to|by)$/.test(word) && from < to);
    if (!fits || CLAUSE_OPENERS.has(word)) break;
    from--;
    if (part === 'PRON' && !isPossessivePronoun(word)) break;
  }
  while (from < to && parts[from] === 'ADP') from++;
  return from < to ? { from, to } : null;
}
