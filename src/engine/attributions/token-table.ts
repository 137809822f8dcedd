import type { PartOfSpeech, Sentenced, TokenIndex } from '../model.js';
import { isWordPart } from '../text/characters.js';
import { hashLower } from './hashing.js';
import { type Lexicon, placeOf, stemHash } from './lexicon.js';

/** The tokens of one article as columns of small numbers: made once an article, read by every feature. */
export interface TokenTable {
  readonly count: number;
  /** Hash of the word in lower case. */
  readonly word: Int32Array;
  /** Hash of the word's stem or dictionary form. */
  readonly stem: Int32Array;
  /** Hash of the last three characters. */
  readonly suffix: Int32Array;
  readonly pos: Uint8Array;
  readonly fine: Uint16Array;
  readonly coarse: Uint8Array;
  readonly shape: Uint8Array;
  readonly mark: Uint8Array;
  /** Whether the token stands in quotation marks, is one, and how long the quotation is: a value of {@link QUOTE}. */
  readonly quote: Uint8Array;
  /** Index of the quotation that the token stands in or that it opens or closes, or -1. */
  readonly quotation: Int32Array;
  /** For each quotation: 1 where a comma stands before its closing mark, as before "she said". */
  readonly leads: Uint8Array;
  readonly sentence: Int32Array;
  readonly sentenceFrom: Int32Array;
  readonly sentenceTo: Int32Array;
  readonly block: Int32Array;
}

export const POS: Readonly<Record<PartOfSpeech, number>> = {
  X: 1,
  ADJ: 2,
  ADP: 3,
  ADV: 4,
  AUX: 5,
  CCONJ: 6,
  DET: 7,
  INTJ: 8,
  NOUN: 9,
  NUM: 10,
  PART: 11,
  PRON: 12,
  PROPN: 13,
  PUNCT: 14,
  SCONJ: 15,
  SYM: 16,
  VERB: 17,
};

export const QUOTE = { none: 0, inside: 1, short: 2, open: 3, close: 4 } as const;

export const MARK = { none: 0, comma: 1, stop: 2, question: 3, colon: 4, dash: 5, quote: 6, bracket: 7, semicolon: 8, other: 9 } as const;

export const SHAPE = { lower: 1, title: 2, upper: 3, number: 4, mixed: 5, mark: 6 } as const;

/** A quotation of up to so many tokens may be a scare quote or a title. */
const SHORT_QUOTATION = 4;

export function makeTokenTable(sentenced: Sentenced, lexicon: Lexicon): TokenTable {
  const { tokens, article, sentences } = sentenced;
  const count = tokens.length;
  const table: TokenTable = {
    count,
    word: new Int32Array(count),
    stem: new Int32Array(count),
    suffix: new Int32Array(count),
    pos: new Uint8Array(count),
    fine: new Uint16Array(count),
    coarse: new Uint8Array(count),
    shape: new Uint8Array(count),
    mark: new Uint8Array(count),
    quote: new Uint8Array(count),
    quotation: new Int32Array(count).fill(-1),
    leads: new Uint8Array(sentenced.quotations.length),
    sentence: new Int32Array(count).fill(-1),
    sentenceFrom: new Int32Array(count),
    sentenceTo: new Int32Array(count),
    block: new Int32Array(count),
  };
  fillWords(table, sentenced, article.text, lexicon);
  fillQuotations(table, sentenced);
  sentences.forEach((sentence, index) => {
    for (let at = sentence.from; at < sentence.to; at++) {
      table.sentence[at] = index;
      table.sentenceFrom[at] = sentence.from;
      table.sentenceTo[at] = sentence.to;
      table.block[at] = sentence.block;
    }
  });
  return table;
}

function fillWords(table: TokenTable, { tokens }: Sentenced, text: string, lexicon: Lexicon): void {
  for (let at = 0; at < table.count; at++) {
    const token = tokens[at];
    if (token === undefined) continue;
    const { start, end } = token;
    const word = hashLower(text, start, end);
    const place = placeOf(lexicon, word);
    table.word[at] = word;
    table.stem[at] = (place < 0 ? 0 : (lexicon.lemma[place] ?? 0)) || stemHash(text, start, end);
    table.suffix[at] = hashLower(text, Math.max(start, end - 3), end);
    table.pos[at] = POS[token.pos];
    if (place >= 0) {
      table.fine[at] = lexicon.fine[place] ?? 0;
      table.coarse[at] = lexicon.coarse[place] ?? 0;
    }
    table.mark[at] = end - start > 1 && isWordPart(text.charCodeAt(start + 1)) ? MARK.none : markOf(text.charCodeAt(start));
    table.shape[at] = shapeOf(text, start, end);
  }
}

function markOf(code: number): number {
  switch (code) {
    case 44:
      return MARK.comma;
    case 46:
    case 0x2026:
      return MARK.stop;
    case 33:
    case 63:
      return MARK.question;
    case 58:
      return MARK.colon;
    case 59:
      return MARK.semicolon;
    case 45:
    case 0x2013:
    case 0x2014:
      return MARK.dash;
    case 34:
    case 39:
    case 0x201c:
    case 0x201d:
    case 0x2018:
    case 0x201e:
    case 0xab:
    case 0xbb:
      return MARK.quote;
    case 40:
    case 41:
    case 91:
    case 93:
      return MARK.bracket;
    default:
      return code < 48 && code !== 35 && code !== 36 && code !== 37 && code !== 38 ? MARK.other : MARK.none;
  }
}

const isUpper = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
const isLower = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff);

function shapeOf(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  if (first >= 48 && first <= 57) return SHAPE.number;
  if (!isUpper(first)) return isLower(first) ? SHAPE.lower : SHAPE.mark;
  let upper = 1;
  let lower = 0;
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isUpper(code)) upper++;
    else if (isLower(code)) lower++;
  }
  if (lower === 0) return upper > 1 ? SHAPE.upper : SHAPE.title;
  return upper > 1 ? SHAPE.mixed : SHAPE.title;
}

function fillQuotations(table: TokenTable, { quotations }: Sentenced): void {
  quotations.forEach((quotation, index) => {
    if (quotation.within !== null) return;
    let length = 0;
    for (const part of quotation.parts) length += part.to - part.from;
    if (length === 0) return;
    const state = length <= SHORT_QUOTATION ? QUOTE.short : QUOTE.inside;
    for (const part of quotation.parts) {
      for (let at = part.from; at < part.to; at++) put(table, at, state, index);
      if (part.from > 0) put(table, part.from - 1, QUOTE.open, index);
    }
    if (quotation.open !== null) put(table, quotation.open, QUOTE.open, index);
    if (quotation.close !== null && table.mark[quotation.close - 1] === MARK.comma) table.leads[index] = 1;
    if (quotation.close !== null) put(table, quotation.close, QUOTE.close, index);
  });
}

function put(table: TokenTable, at: TokenIndex, state: number, quotation: number): void {
  if (at < 0 || at >= table.count) return;
  table.quote[at] = state;
  table.quotation[at] = quotation;
}
