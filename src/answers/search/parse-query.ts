import type { Filter } from '../../record/index.js';
import { FIELDS, type FieldName, fieldFilter } from './query-fields.js';

/** What a query means, or where it cannot be understood and what to do about it. Never throws. */
export type ParsedQuery =
  | { readonly kind: 'query'; readonly filter: Filter }
  | { readonly kind: 'mistake'; readonly start: number; readonly end: number; readonly message: string };

/** A query has at most so many characters, terms and parentheses within one another: enough for people, too little to tie up a server. */
export const LONGEST_QUERY = 2_000;
export const MOST_TERMS = 64;
export const DEEPEST_QUERY = 16;

/**
 * Reads a query: words, "exact phrases", `-not`, `OR`, parentheses and `field:value`. `docs/query.md` has the grammar.
 * An empty query means everything.
 */
export function parseQuery(text: string): ParsedQuery {
  if (text.length > LONGEST_QUERY)
    return mistake(LONGEST_QUERY, text.length, `the query is longer than ${LONGEST_QUERY} characters; ask for less at once`);
  try {
    const parser = { text, pieces: cut(text), at: 0, terms: 0 };
    if (parser.pieces.length === 0) return { kind: 'query', filter: { kind: 'everything' } };
    const filter = parseEither(parser, 0);
    const rest = parser.pieces[parser.at];
    if (rest !== undefined) throw new Mistake(rest.start, rest.end, 'this parenthesis closes nothing; take it away');
    return { kind: 'query', filter };
  } catch (error) {
    if (error instanceof Mistake) return mistake(error.start, error.end, error.message);
    throw error;
  }
}

const mistake = (start: number, end: number, message: string): ParsedQuery => ({ kind: 'mistake', start, end, message });

/** Carries a mistake out of the parser; it never leaves this file. */
class Mistake extends Error {
  constructor(
    readonly start: number,
    readonly end: number,
    message: string,
  ) {
    super(message);
  }
}

interface Piece {
  readonly kind: 'word' | 'phrase' | 'field' | 'open' | 'close' | 'or' | 'and' | 'not';
  /** A word as written, a phrase without its marks, a field's name. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

interface Parser {
  readonly text: string;
  readonly pieces: readonly Piece[];
  at: number;
  terms: number;
}

const SPACE = /\s/;
const MARKS: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“', '«': '»' };
const WORDS_OF_ITS_OWN: Readonly<Record<string, Piece['kind']>> = { OR: 'or', AND: 'and', NOT: 'not' };

/** The query cut into pieces; each knows where it stands. */
function cut(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (SPACE.test(character)) at++;
    else {
      const piece = cutPiece(text, at, character, pieces.at(-1));
      pieces.push(piece);
      at = piece.end;
    }
  }
  return pieces;
}

function cutPiece(text: string, start: number, character: string, before: Piece | undefined): Piece {
  if (character === '(') return { kind: 'open', value: character, start, end: start + 1 };
  if (character === ')') return { kind: 'close', value: character, start, end: start + 1 };
  if (character === '-' && before?.kind !== 'field') return { kind: 'not', value: character, start, end: start + 1 };
  if (MARKS[character] !== undefined) return cutPhrase(text, start, character);
  return cutWord(text, start, before?.kind === 'field' && before.end === start);
}

function cutPhrase(text: string, start: number, mark: string): Piece {
  let end = start + 1;
  while (end < text.length && text[end] !== MARKS[mark] && text[end] !== '"') end++;
  if (end >= text.length) throw new Mistake(start, text.length, 'this quotation mark is not closed; add one at the end of the phrase');
  return { kind: 'phrase', value: text.slice(start + 1, end), start, end: end + 1 };
}

/** A word ends at white space, a parenthesis or a quotation mark; a field's name behind its colon. A field's value may hold colons. */
function cutWord(text: string, start: number, isValue: boolean): Piece {
  let end = start;
  while (end < text.length) {
    const character = text.charAt(end);
    if (SPACE.test(character) || character === '(' || character === ')' || MARKS[character] !== undefined) break;
    end++;
    if (!isValue && character === ':' && /^[a-z]+$/i.test(text.slice(start, end - 1)))
      return { kind: 'field', value: text.slice(start, end - 1).toLowerCase(), start, end };
  }
  const value = text.slice(start, end);
  return { kind: WORDS_OF_ITS_OWN[value] ?? 'word', value, start, end };
}

function parseEither(parser: Parser, depth: number): Filter {
  const parts = [parseAll(parser, depth)];
  while (parser.pieces[parser.at]?.kind === 'or') {
    parser.at++;
    parts.push(parseAll(parser, depth));
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'or', of: parts };
}

function parseAll(parser: Parser, depth: number): Filter {
  const parts: Filter[] = [];
  for (;;) {
    const piece = parser.pieces[parser.at];
    if (piece === undefined || piece.kind === 'close' || piece.kind === 'or') {
      if (parts.length === 0) throw nothingHere(parser, piece);
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : { kind: 'and', of: parts };
    }
    if (piece.kind === 'and') {
      if (parts.length === 0) throw nothingHere(parser, piece);
      parser.at++;
      const next = parser.pieces[parser.at];
      if (next === undefined || next.kind === 'close' || next.kind === 'or' || next.kind === 'and') throw nothingHere(parser, next);
    } else parts.push(parseTerm(parser, depth));
  }
}

function nothingHere(parser: Parser, piece: Piece | undefined): Mistake {
  const before = parser.pieces[parser.at - 1];
  const start = piece?.start ?? before?.start ?? 0;
  const end = piece?.end ?? parser.text.length;
  return new Mistake(
    start,
    end,
    'something to search for is missing here; add it, or put OR, AND and NOT in quotation marks to find them as words',
  );
}

function parseTerm(parser: Parser, depth: number): Filter {
  const piece = parser.pieces[parser.at];
  if (piece === undefined) throw nothingHere(parser, piece);
  if (depth > DEEPEST_QUERY)
    throw new Mistake(
      piece.start,
      piece.end,
      `there are more than ${DEEPEST_QUERY} parentheses or negations within one another; use fewer`,
    );
  parser.at++;
  switch (piece.kind) {
    case 'not':
      return { kind: 'not', of: parseNegated(parser, piece, depth) };
    case 'open':
      return parseParenthesis(parser, piece, depth);
    case 'field':
      return parseField(parser, piece);
    default:
      return parseWords(parser, piece);
  }
}

function parseNegated(parser: Parser, minus: Piece, depth: number): Filter {
  const next = parser.pieces[parser.at];
  if (next === undefined || next.kind === 'close' || next.kind === 'or' || next.kind === 'and')
    throw new Mistake(minus.start, minus.end, 'this excludes nothing; put the word to exclude right behind it');
  return parseTerm(parser, depth + 1);
}

function parseParenthesis(parser: Parser, open: Piece, depth: number): Filter {
  if (parser.pieces[parser.at]?.kind === 'close')
    throw new Mistake(open.start, open.end + 1, 'these parentheses hold nothing; put words between them');
  const inner = parseEither(parser, depth + 1);
  if (parser.pieces[parser.at]?.kind !== 'close') throw new Mistake(open.start, open.end, 'this parenthesis is not closed; add ")"');
  parser.at++;
  return inner;
}

function countTerm(parser: Parser, piece: Piece): void {
  parser.terms++;
  if (parser.terms > MOST_TERMS)
    throw new Mistake(piece.start, piece.end, `the query has more than ${MOST_TERMS} terms; ask for less at once`);
}

function parseWords(parser: Parser, piece: Piece): Filter {
  countTerm(parser, piece);
  const prefix = piece.kind === 'word' && piece.value.endsWith('*');
  const words = prefix ? piece.value.slice(0, -1) : piece.value;
  if (!/[\p{L}\p{N}]/u.test(words)) throw new Mistake(piece.start, piece.end, 'there is no word in this; search for letters or digits');
  return { kind: 'words', where: 'statement', match: prefix ? 'prefix' : piece.kind === 'phrase' ? 'exact' : 'inflected', words };
}

function parseField(parser: Parser, field: Piece): Filter {
  if (!isField(field.value))
    throw new Mistake(
      field.start,
      field.end,
      `"${field.value}:" is no field; use ${FIELDS.map((name) => `${name}:`).join(', ')}, or put the words in quotation marks`,
    );
  const value = parser.pieces[parser.at];
  if (value === undefined || value.start !== field.end || (value.kind !== 'word' && value.kind !== 'phrase'))
    throw new Mistake(
      field.start,
      field.end,
      `${field.value}: needs a value right behind it, in quotation marks where it has several words`,
    );
  parser.at++;
  countTerm(parser, field);
  const made = fieldFilter(field.value, value.value, value.kind === 'phrase' ? 'phrase' : 'word');
  if (typeof made === 'string') throw new Mistake(value.start, value.end, made);
  return made;
}

const isField = (name: string): name is FieldName => (FIELDS as readonly string[]).includes(name);
