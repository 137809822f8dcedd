import type { Language } from '../language.js';
import type { Article, Span, Tokenized } from '../model.js';
import { isDigit, isLetter, isSpace, isWordPart } from './characters.js';

/** The longest token, in code units: an unbroken run is cut here, so that no later stage meets a word of a megabyte. */
export const LONGEST_TOKEN = 200;

/**
 * Splits an article's text into words, numbers and marks with their exact places, and tags them.
 * Tokens are in order, do not overlap, never cross a block, and leave out nothing but white space.
 */
export function tokenize(article: Article, language: Language): Tokenized {
  const spans: Span[] = [];
  for (const block of article.blocks) splitWords(article.text, block.start, block.end, language.abbreviations, spans);
  const words = spans.map((span) => article.text.slice(span.start, span.end));
  const tags = language.tagger.tag(words);
  const tokens = spans.map((span, index) => ({ start: span.start, end: span.end, pos: tags[index] ?? 'X' }) as const);
  return { article, tokens, notes: [] };
}

/** Appends the tokens of `text.slice(start, end)` to `spans`. `abbreviations` are lower case, without their full stop. */
export function splitWords(text: string, start: number, end: number, abbreviations: ReadonlySet<string>, spans: Span[]): void {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) at++;
    else if (isWordPart(code)) at = pushWord(text, at, end, abbreviations, spans);
    else {
      const next = endOfMark(text, at, end, code);
      spans.push({ start: at, end: next });
      at = next;
    }
  }
}

const FULL_STOP = 46;
const HYPHEN = 45;
const COMMA = 44;
const SLASH = 47;
const COLON = 58;
const AMPERSAND = 38;
const AT = 64;
const HASH = 35;
const LOW_LINE = 95;

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** Where the mark at `at` ends: runs of dots and of hyphens are one token, and so are "@name" and "#tag". */
function endOfMark(text: string, at: number, end: number, code: number): number {
  let next = at + 1;
  if (code === FULL_STOP || code === HYPHEN) {
    while (next < end && next - at < LONGEST_TOKEN && text.charCodeAt(next) === code) next++;
  } else if ((code === AT || code === HASH) && next < end && isWordPart(text.charCodeAt(next))) {
    while (next < end && next - at < LONGEST_TOKEN && (isWordPart(text.charCodeAt(next)) || text.charCodeAt(next) === LOW_LINE)) next++;
  } else if (code >= 0xd800 && code < 0xdc00 && next < end) {
    const low = text.charCodeAt(next);
    if (low >= 0xdc00 && low < 0xe000) next++;
  }
  return next;
}

function pushWord(text: string, start: number, end: number, abbreviations: ReadonlySet<string>, spans: Span[]): number {
  const address = endOfAddress(text, start, end);
  if (address > start) {
    spans.push({ start, end: address });
    return address;
  }
  let at = start + 1;
  const limit = Math.min(end, start + LONGEST_TOKEN);
  let apostrophe = -1;
  while (at < limit) {
    const code = text.charCodeAt(at);
    if (isWordPart(code)) {
      at++;
      continue;
    }
    if (at + 1 >= limit || !isWordPart(text.charCodeAt(at + 1)) || !joins(text, at, code)) break;
    if (isApostrophe(code)) apostrophe = at;
    at += 2;
  }
  if (isLow(text, at, end)) at++;
  const clitic = apostrophe < 0 ? at : startOfClitic(text, start, at, apostrophe);
  if (clitic < at) {
    spans.push({ start, end: clitic }, { start: clitic, end: at });
    return at;
  }
  if (at < end && text.charCodeAt(at) === FULL_STOP && takesFullStop(text, start, at, abbreviations)) at++;
  spans.push({ start, end: at });
  return at;
}

/** True where the cut would fall inside a surrogate pair. */
function isLow(text: string, at: number, end: number): boolean {
  if (at >= end) return false;
  const low = text.charCodeAt(at);
  const high = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low < 0xe000 && high >= 0xd800 && high < 0xdc00;
}

/** Whether the mark at `at` holds the word parts on both its sides together: "cease-fire", "1,300.5", "9/11", "8:30", "U.S", "AT&T", "don't". */
function joins(text: string, at: number, code: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at + 1);
  switch (code) {
    case HYPHEN:
    case 0x2011:
    case LOW_LINE:
      return true;
    case COMMA:
    case SLASH:
    case COLON:
      return isDigit(before) && isDigit(after);
    case FULL_STOP:
      return (
        (isDigit(before) && isDigit(after)) ||
        (isLetter(before) && isLetter(after) && isSingleLetter(text, at - 1) && isInitial(text, at + 1))
      );
    case AMPERSAND:
      return isCapital(before) && isCapital(after);
    default:
      return isApostrophe(code) && isLetter(before) && isLetter(after);
  }
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** True where the letter at `at` stands alone in front: the start of a word, or behind another full stop ("p" and "m" of "p.m."). */
function isSingleLetter(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return before === FULL_STOP || !isWordPart(before);
}

/** True where the letter at `at` is one of a chain: "S" in "U.S.", not "The" in "end.The". */
function isInitial(text: string, at: number): boolean {
  const after = text.charCodeAt(at + 1);
  return at + 1 >= text.length || after === FULL_STOP || !isWordPart(after);
}

/** Where the clitic starts ("'s", "'re", "n't") in the word that has its last apostrophe at `apostrophe`; `end` where there is none. */
function startOfClitic(text: string, start: number, end: number, apostrophe: number): number {
  const tail = text.slice(apostrophe + 1, end).toLowerCase();
  if (tail === 't') {
    const letter = text.charCodeAt(apostrophe - 1) | 32;
    return letter === 110 && apostrophe - 1 > start ? apostrophe - 1 : end;
  }
  return tail === 's' || tail === 're' || tail === 've' || tail === 'll' || tail === 'd' || tail === 'm' ? apostrophe : end;
}

function takesFullStop(text: string, start: number, end: number, abbreviations: ReadonlySet<string>): boolean {
  const last = text.charCodeAt(end - 1);
  if (!isLetter(last)) return false;
  if (end - start === 1) return isCapital(last) && last !== 73; // "J." but not the pronoun "I."
  if (text.charCodeAt(end - 2) === FULL_STOP) return true; // "U.S."
  return end - start <= 6 && abbreviations.has(text.slice(start, end).toLowerCase());
}

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]{1,190}/iy;
const TRAILING = /[.,;:!?)\]'’]$/;

/** Where the web address that starts at `start` ends, without the sentence's marks behind it; `start` where there is none. */
function endOfAddress(text: string, start: number, end: number): number {
  const letter = text.charCodeAt(start) | 32;
  if (letter !== 104 && letter !== 119) return start; // "h", "w"
  ADDRESS.lastIndex = start;
  const match = ADDRESS.exec(text);
  if (match === null) return start;
  let next = Math.min(end, start + match[0].length);
  while (next > start && TRAILING.test(text[next - 1] ?? '')) next--;
  return next;
}
