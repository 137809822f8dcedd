import type { Language } from '../language.js';
import type { Sentence, Sentenced, TokenIndex, Tokenized } from '../model.js';
import { isReportingVerb, type Words } from './lost-marks.js';
import { pairQuotations } from './quotations.js';

/** Splits the tokens into sentences, block by block, and pairs the quotation marks. */
export function splitSentences(tokenized: Tokenized, language: Language): Sentenced {
  const { article, tokens } = tokenized;
  const sentences: Sentence[] = [];
  const words: Words = { text: article.text, tokens, sentences, language };
  const ends: TokenIndex[] = [];
  let from = 0;
  article.blocks.forEach((block, index) => {
    let to = from;
    while (to < tokens.length && (tokens[to]?.start ?? block.end) < block.end) to++;
    splitBlock(words, from, to, index, sentences);
    ends.push(to);
    from = to;
  });
  const { quotations, notes } = pairQuotations(words, ends);
  return { ...tokenized, sentences, quotations, notes: [...tokenized.notes, ...notes] };
}

function splitBlock(words: Words, from: TokenIndex, to: TokenIndex, block: number, sentences: Sentence[]): void {
  let start = from;
  for (let at = from; at < to; at++) {
    if (!mayEnd(words, at)) continue;
    const closed = endOfMarks(words, at, to);
    const next = endOfSentence(words, start, at, closed, to);
    if (next >= 0) {
      pushSentence(words, start, next, block, sentences);
      start = next;
    }
    at = Math.max(closed, next) - 1; // a run of marks is looked at once
  }
  if (start < to) pushSentence(words, start, to, block, sentences);
}

/**
 * The longest sentence, in tokens. No sentence of prose comes near it; a table or a transcript without marks goes beyond, and
 * the time of later stages grows with the square of a sentence's length.
 */
export const LONGEST_SENTENCE = 400;

/** Adds a sentence; what is too long for one is cut behind a line, else behind a comma or its like, else where it must be. */
function pushSentence(words: Words, from: TokenIndex, to: TokenIndex, block: number, sentences: Sentence[]): void {
  let start = from;
  while (to - start > LONGEST_SENTENCE) {
    const end = endOfPiece(words, start);
    sentences.push({ block, from: start, to: end });
    start = end;
  }
  sentences.push({ block, from: start, to });
}

function endOfPiece({ text, tokens }: Words, start: TokenIndex): TokenIndex {
  const least = start + LONGEST_SENTENCE / 4;
  let comma = -1;
  for (let at = start + LONGEST_SENTENCE; at > least; at--) {
    const before = tokens[at - 1]?.end ?? 0;
    if (text.slice(before, Math.min(before + 20, tokens[at]?.start ?? before)).includes('\n')) return at;
    if (comma < 0 && /[,;:]/.test(text[before - 1] ?? '')) comma = at;
  }
  return comma < 0 ? start + LONGEST_SENTENCE : comma;
}

const TERMINATOR = /^(?:[.!?…]|\.{2,})$/;
const CLOSER = /^(?:["”’'»)\]]|''|’’)$/;
const QUOTATION_CLOSER = /^(?:["”’'»]|''|’’)$/;
const OPENER = /^(?:["“‘'«([—–•*-]|-{2,}|''|``)$/;
const UPPER_OR_DIGIT = /^[\p{Lu}\p{Lt}\p{Nd}@#$€£]/u;

/** Whether the token's last character is one that ends sentences. */
function mayEnd({ text, tokens }: Words, at: TokenIndex): boolean {
  const code = text.charCodeAt((tokens[at]?.end ?? 0) - 1);
  return code === 46 || code === 33 || code === 63 || code === 0x2026;
}

/** The token after the run of marks that starts at `at`: "?!", ". . .". */
function endOfMarks(words: Words, at: TokenIndex, to: TokenIndex): TokenIndex {
  let next = at + 1;
  while (next < to && TERMINATOR.test(wordAt(words, next))) next++;
  return next;
}

/** The token after the sentence that ends at `at` (its closing marks included), or -1 where none ends there. Its marks end at `closed`. */
function endOfSentence(words: Words, start: TokenIndex, at: TokenIndex, closed: TokenIndex, to: TokenIndex): TokenIndex {
  const word = wordAt(words, at);
  const abbreviated = !TERMINATOR.test(word);
  let next = closed;
  while (next < to && CLOSER.test(wordAt(words, next)) && !opensBefore(words, next)) next++;
  if (next >= to) return to;
  if (!isSpaced(words, next) && !lostSpace(words, at, next)) return -1;
  const first = firstWord(words, next, to);
  if (!UPPER_OR_DIGIT.test(first)) return -1;
  if (abbreviated) return next > at + 1 || endsAbbreviated(words, at, next, word, first) ? next : -1;
  if (word.length > 1 || word === '…' || closed > at + 2) return closed - at === 2 || endsEllipsis(words, next, to) ? next : -1;
  if (word === '.' && next === at + 1 && isListNumber(words, start, at)) return -1;
  if (word !== '.' && next > closed && startsCue(words, closed, next, to)) return -1;
  return next;
}

function wordAt({ text, tokens }: Words, at: TokenIndex): string {
  const token = tokens[at];
  return token === undefined ? '' : text.slice(token.start, token.end);
}

/** True for a straight mark that opens: white space before it, none behind. */
function opensBefore(words: Words, at: TokenIndex): boolean {
  const word = wordAt(words, at);
  if (word !== '"' && word !== "'" && word !== "''") return false;
  return isSpaced(words, at) && at + 1 < words.tokens.length && !isSpaced(words, at + 1);
}

function isSpaced({ tokens }: Words, at: TokenIndex): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return before !== undefined && token !== undefined && token.start > before.end;
}

/** "the end.The next": a full stop behind a word in lower case and a capital that another letter follows, without the space between. */
function lostSpace({ text, tokens }: Words, at: TokenIndex, next: TokenIndex): boolean {
  const mark = tokens[at];
  const first = tokens[next];
  if (mark === undefined || first === undefined || mark.end - mark.start !== 1) return false;
  return /\p{Ll}{2}|["”’')\]]/u.test(text.slice(mark.start - 2, mark.start)) && /^\p{Lu}\p{Ll}/u.test(text.slice(first.start, first.end));
}

function firstWord(words: Words, from: TokenIndex, to: TokenIndex): string {
  let at = from;
  while (at < to - 1 && at < from + 4 && OPENER.test(wordAt(words, at))) at++;
  return wordAt(words, at);
}

/** Behind an abbreviation: never behind a title ("Mr. Berg"), behind others ("U.S.", "p.m.", "Inc.", the initial in "plan B.") where a sentence's first word follows. */
function endsAbbreviated(words: Words, at: TokenIndex, next: TokenIndex, word: string, first: string): boolean {
  const { language } = words;
  const bare = word.slice(0, -1).toLowerCase();
  if (language.numberAbbreviations.has(bare)) return false;
  if (language.abbreviations.has(bare) && !language.finalAbbreviations.has(bare)) return false;
  const lower = first.toLowerCase();
  const pos = words.tokens[next]?.pos;
  if (language.sentenceStarters.has(lower) || pos === 'PRON' || pos === 'ADV' || pos === 'SCONJ')
    return word.length > 2 || words.tokens[at - 1]?.pos !== 'PROPN';
  return language.clockAbbreviations.has(bare) && !language.clockFollowers.has(lower) && pos !== 'NUM';
}

/** Behind dots: where a word follows that is no name ("We ... The"), not in "He said ... Varga is ready". */
function endsEllipsis(words: Words, next: TokenIndex, to: TokenIndex): boolean {
  const { tokens } = words;
  let at = next;
  while (at < to - 1 && at < next + 4 && tokens[at]?.pos === 'PUNCT') at++;
  return at > next || tokens[at]?.pos !== 'PROPN' || words.language.sentenceStarters.has(wordAt(words, at).toLowerCase());
}

/** The number or letter of a list: "1. Ceasefire". */
function isListNumber(words: Words, start: TokenIndex, at: TokenIndex): boolean {
  return at === start + 1 && /^(?:\d{1,3}|\p{L})$/u.test(wordAt(words, start));
}

/** How many words a name may have before its verb. */
const LONGEST_NAME = 6;

/** `“Who was it?” Berg asked.`: a name and a verb of saying behind the closing mark go on with the sentence. */
function startsCue(words: Words, closer: TokenIndex, next: TokenIndex, to: TokenIndex): boolean {
  if (!QUOTATION_CLOSER.test(wordAt(words, closer))) return false;
  if (wordAt(words, next) === 'I') return isReportingVerb(words, next + 1);
  const limit = Math.min(to, next + 1 + LONGEST_NAME);
  for (let at = next; at < limit; at++) {
    if (at > next && isReportingVerb(words, at)) return true;
    const pos = words.tokens[at]?.pos;
    if (pos !== 'PROPN' && pos !== 'ADP' && wordAt(words, at) !== 'the') return false;
  }
  return false;
}
