import type { Language } from '../language.js';
import type { Article, Span, Tokenized } from '../model.js';
import { isDigit, isLetter, isSpace, isWordPart } from './characters.js';
import { shareForms, wordFormsOf } from './word-forms.js';

/** The longest token, in code units: an unbroken run is cut here, so that no later stage meets a word of a megabyte. */
export const LONGEST_TOKEN = 200;

/**
 * Splits an article's text into words, numbers and marks with their exact places, and tags them.
 * Tokens are in order, do not overlap, never cross a block, and leave out nothing but white space and boilerplate.
 */
export function tokenize(article: Article, language: Language): Tokenized {
  const spans: Span[] = [];
  for (const block of article.blocks) if (block.kind !== 'boilerplate') splitWords(article.text, block.start, block.end, language, spans);
  const forms = wordFormsOf(article.text, spans);
  const tags = language.tagger.tag(forms.written);
  const tokens = spans.map((span, index) => ({ start: span.start, end: span.end, pos: tags[index] ?? 'X' }) as const);
  shareForms(tokens, forms);
  return { article, tokens, notes: [] };
}

/** What a language knows about words that hold a mark. */
export type WordForms = Pick<Language, 'abbreviations' | 'capitalAbbreviations' | 'numberAbbreviations' | 'elisions'>;

/** Appends the tokens of `text.slice(start, end)` to `spans`. */
export function splitWords(text: string, start: number, end: number, forms: WordForms, spans: Span[]): void {
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) at++;
    else if (isWordPart(code)) at = pushWord(text, at, end, forms, spans);
    else {
      const next = isQuote(code) ? endOfQuote(text, start, at, end, forms.elisions) : endOfMark(text, at, end, code);
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

const isQuote = (code: number): boolean => code === 39 || code === 96 || code === COMMA || code === 0x2018 || code === 0x2019;

/** Where the token ends that starts with an apostrophe or a quotation mark: '', ``, ,, ’s (behind a mark), ’em, ’90s, or the mark alone. */
function endOfQuote(text: string, start: number, at: number, end: number, elisions: ReadonlySet<string>): number {
  const code = text.charCodeAt(at);
  const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  const spaced = at === start || isSpace(text.charCodeAt(at - 1));
  if (next === code) {
    if (code === COMMA) return spaced && at + 2 < end && isWordPart(text.charCodeAt(at + 2)) ? at + 2 : at + 1;
    const third = at + 2 < end ? text.charCodeAt(at + 2) : 0;
    return third === code && !spaced ? at + 1 : at + 2; // a single mark and a double one close in this order, and open in the other
  }
  if (code === COMMA || code === 96 || !isWordPart(next)) return at + 1;
  let word = at + 2;
  while (word < end && word - at < 8 && isWordPart(text.charCodeAt(word))) word++;
  const tail = text.slice(at + 1, word).toLowerCase();
  const before = text.charCodeAt(at - 1);
  if ((spaced || !isWordPart(before)) && (elisions.has(tail) || /^\d\ds?$/.test(tail))) return word;
  const clitic = isClitic(tail) && before !== code && (!spaced || isSpaceOrEnd(text, word, end)); // also in "Varga 's plan"
  return clitic ? word : at + 1;
}

const isSpaceOrEnd = (text: string, at: number, end: number): boolean => at >= end || isSpace(text.charCodeAt(at));

const isClitic = (tail: string): boolean => tail === 's' || tail === 're' || tail === 've' || tail === 'll' || tail === 'd' || tail === 'm';

/** "t" in "don‘t", "s" in "Varga‘s", where the opening mark stands for an apostrophe. */
function isMistypedClitic(text: string, at: number, end: number): boolean {
  let next = at;
  while (next < end && next - at < 3 && isLetter(text.charCodeAt(next))) next++;
  const tail = text.slice(at, next).toLowerCase();
  return tail === 't' || isClitic(tail);
}

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

function pushWord(text: string, start: number, end: number, forms: WordForms, spans: Span[]): number {
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
    if (code === FULL_STOP && isInitialsHyphen(text, start, at, limit)) {
      at += 3;
      continue;
    }
    if (at + 1 >= limit || !isWordPart(text.charCodeAt(at + 1)) || !joins(text, at, code, end)) break;
    if (isApostrophe(code) || code === 0x2018) apostrophe = at;
    at += 2;
  }
  if (isLow(text, at, end)) at++;
  const clitic = apostrophe < 0 ? at : startOfClitic(text, start, at, apostrophe);
  if (clitic < at) {
    spans.push({ start, end: clitic }, { start: clitic, end: at });
    return at;
  }
  if (at < end && text.charCodeAt(at) === FULL_STOP && takesFullStop(text, start, at, forms)) at++;
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
function joins(text: string, at: number, code: number, end: number): boolean {
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
        (isLetter(before) && isLetter(after) && isInitial(text, at + 1) && (isSingleLetter(text, at - 1) || isDegree(text, at))) ||
        (isLower(after) && isDomain(text, at + 1, end))
      );
    case AT:
      return isLetter(after);
    case AMPERSAND:
      return isCapital(before) && isCapital(after);
    case 0x2018:
      return isLetter(before) && isMistypedClitic(text, at + 1, end);
    default:
      return isApostrophe(code) && isLetter(before) && isLetter(after);
  }
}

/** "Ph" and "D" of "Ph.D.". */
function isDegree(text: string, at: number): boolean {
  if (at < 2 || (at > 2 && isWordPart(text.charCodeAt(at - 3)))) return false;
  return isCapital(text.charCodeAt(at - 2)) && isCapital(text.charCodeAt(at + 1)) && text.charCodeAt(at + 2) === FULL_STOP;
}

const DOMAINS: ReadonlySet<string> = new Set(['ca', 'com', 'de', 'edu', 'eu', 'fr', 'gov', 'info', 'io', 'net', 'org', 'ru', 'tv', 'uk']);

/** The last part of a web address: "meridian.com", "osterin.gov". */
function isDomain(text: string, at: number, end: number): boolean {
  let next = at;
  while (next < end && next - at < 5 && isLower(text.charCodeAt(next))) next++;
  if (next < end && isWordPart(text.charCodeAt(next))) return false;
  return DOMAINS.has(text.slice(at, next));
}

/** "U.S." before "-led". */
function isInitialsHyphen(text: string, start: number, at: number, limit: number): boolean {
  if (at - start < 3 || at + 2 >= limit || text.charCodeAt(at - 2) !== FULL_STOP) return false;
  return text.charCodeAt(at + 1) === HYPHEN && isLetter(text.charCodeAt(at + 2));
}

const isLower = (code: number): boolean => code >= 97 && code <= 122;
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
  return isClitic(tail) ? apostrophe : end;
}

/** Whether the full stop behind a word belongs to it: "J.", "U.S.", "Dec.", "No." before a number. */
function takesFullStop(text: string, start: number, end: number, forms: WordForms): boolean {
  const last = text.charCodeAt(end - 1);
  if (!isLetter(last) || end - start > 6) return false;
  if (end - start === 1 && isCapital(last)) return last !== 73; // "J." but not the pronoun "I."
  if (text.charCodeAt(end - 2) === FULL_STOP) return true;
  const word = text.slice(start, end);
  const lower = word.toLowerCase();
  if (forms.numberAbbreviations.has(lower)) return isDigit(text.charCodeAt(end + 1)) || isDigit(text.charCodeAt(end + 2));
  return forms.abbreviations.has(lower) && (word !== lower || !forms.capitalAbbreviations.has(lower));
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
