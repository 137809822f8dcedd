import type { Language } from '../language.js';
import type { Block, Sentence, Sentenced, Token, TokenIndex, Tokenized } from '../model.js';
import { pairQuotations } from './quotations.js';

/** Splits the tokens into sentences, block by block, and pairs the quotation marks. */
export function splitSentences(tokenized: Tokenized, language: Language): Sentenced {
  const { article, tokens } = tokenized;
  const sentences: Sentence[] = [];
  let from = 0;
  article.blocks.forEach((block, index) => {
    const to = endOfBlock(tokens, from, block);
    splitBlock(article.text, tokens, from, to, index, language, sentences);
    from = to;
  });
  const { quotations, notes } = pairQuotations(article, tokens);
  return { ...tokenized, sentences, quotations, notes: [...tokenized.notes, ...notes] };
}

function endOfBlock(tokens: readonly Token[], from: TokenIndex, block: Block): TokenIndex {
  let to = from;
  while (to < tokens.length && (tokens[to]?.start ?? block.end) < block.end) to++;
  return to;
}

function splitBlock(
  text: string,
  tokens: readonly Token[],
  from: TokenIndex,
  to: TokenIndex,
  block: number,
  language: Language,
  sentences: Sentence[],
): void {
  let start = from;
  for (let at = from; at < to; at++) {
    const next = endOfSentence(text, tokens, at, to, language);
    if (next === null) continue;
    sentences.push({ block, from: start, to: next });
    start = next;
    at = next - 1;
  }
  if (start < to) sentences.push({ block, from: start, to });
}

const TERMINATOR = /^(?:[.!?…]|\.{2,})$/;
const CLOSER = /^["”’'»)\]]$/;
const OPENER = /^["“‘'«([—–-]+$/;
const UPPER_OR_DIGIT = /^[\p{Lu}\p{Lt}\p{Nd}@#$€£]/u;

/** The token after the sentence that ends at `at` (its closing marks included), or null where none ends there. */
function endOfSentence(text: string, tokens: readonly Token[], at: TokenIndex, to: TokenIndex, language: Language): TokenIndex | null {
  const word = wordAt(text, tokens, at);
  const abbreviated = word.length > 1 && word.endsWith('.') && !TERMINATOR.test(word);
  if (!abbreviated && !TERMINATOR.test(word)) return null;
  let next = at + 1;
  while (next < to && TERMINATOR.test(wordAt(text, tokens, next))) next++;
  while (next < to && CLOSER.test(wordAt(text, tokens, next)) && !opensBefore(text, tokens, next)) next++;
  if (next >= to) return to;
  if (!isSpaced(tokens, next)) return null;
  const first = firstWord(text, tokens, next, to);
  if (!UPPER_OR_DIGIT.test(first)) return null;
  if (abbreviated && next === at + 1) return endsAbbreviated(word, first, language) ? next : null;
  // "Who was it?" Berg asked. / "Stop!" cried Varga: the cue goes on with the sentence; that is for the attributor to join.
  return next;
}

function wordAt(text: string, tokens: readonly Token[], at: TokenIndex): string {
  const token = tokens[at];
  return token === undefined ? '' : text.slice(token.start, token.end);
}

/** True for a straight mark that opens: white space before it, none behind. */
function opensBefore(text: string, tokens: readonly Token[], at: TokenIndex): boolean {
  const word = wordAt(text, tokens, at);
  if (word !== '"' && word !== "'") return false;
  const token = tokens[at];
  const after = tokens[at + 1];
  return token !== undefined && after !== undefined && isSpaced(tokens, at) && after.start === token.end;
}

function isSpaced(tokens: readonly Token[], at: TokenIndex): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return before !== undefined && token !== undefined && token.start > before.end;
}

function firstWord(text: string, tokens: readonly Token[], from: TokenIndex, to: TokenIndex): string {
  let at = from;
  while (at < to - 1 && OPENER.test(wordAt(text, tokens, at))) at++;
  return wordAt(text, tokens, at);
}

/** Whether a sentence ends behind an abbreviation: never behind a title or an initial ("Mr. Berg", "J. Varga"); behind "U.S." or "p.m." where a sentence's first word follows. */
function endsAbbreviated(word: string, first: string, language: Language): boolean {
  const bare = word.slice(0, -1).toLowerCase();
  if (language.abbreviations.has(bare) && !language.finalAbbreviations.has(bare)) return false;
  if (word.length === 2) return false;
  return language.sentenceStarters.has(first.toLowerCase());
}
