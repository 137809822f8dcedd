import type { Language } from '../language.js';
import type { Sentence, Token, TokenIndex } from '../model.js';

/** What is needed to tell where words plainly end. */
export interface Words {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly language: Language;
}

/** How many tokens a cue's subject may have ("the deputy foreign minister of Osterin said"). */
const LONGEST_SUBJECT = 7;

/**
 * Where a quotation that lost its closing mark plainly ends, among the tokens `from` to `to`: before the cue in
 * `“We will win, he said.`; -1 where no cue tells.
 */
export function endBeforeCue(words: Words, from: TokenIndex, to: TokenIndex): TokenIndex {
  for (let at = from + 1; at < to - 1; at++) {
    if (endsClause(words, at) && isCue(words, at + 1, to, 'closed')) return at + 1;
  }
  return -1;
}

/** Whether the token is a mark that ends a clause or a sentence. */
export function isClauseEnd({ text, tokens }: Words, at: TokenIndex): boolean {
  const token = tokens[at];
  return token !== undefined && /[.,!?…]/.test(text[token.end - 1] ?? '');
}

/** `He says,” we go on”`: the mark stands behind a verb of saying and its comma or colon. */
export function isBehindCue(words: Words, at: TokenIndex): boolean {
  const code = words.text.charCodeAt(words.tokens[at - 1]?.start ?? words.text.length);
  return (code === 44 || code === 58) && isReportingVerb(words, at - 2);
}

/** A comma, question or exclamation mark. */
function endsClause({ text, tokens }: Words, at: TokenIndex): boolean {
  const code = text.charCodeAt(tokens[at]?.start ?? text.length);
  return code === 44 || code === 63 || code === 33;
}

/**
 * "he said", "Lena Varga told reporters", "said the minister", "the minister added". With `closed`, a cue that goes
 * on with a conjunction ("Berg said that") is none: it tells what follows, not what went before.
 */
export function isCue(words: Words, from: TokenIndex, to: TokenIndex, kind: 'any' | 'closed' = 'any'): boolean {
  const first = words.tokens[from];
  if (first === undefined || from >= to) return false;
  if (isReportingVerb(words, from)) return from + 1 < to && startsSubject(words, from + 1);
  if (!startsSubject(words, from)) return false;
  const limit = Math.min(to, from + 1 + LONGEST_SUBJECT);
  for (let at = from + 1; at < limit; at++) {
    if (isReportingVerb(words, at)) return kind === 'any' || words.tokens[at + 1]?.pos !== 'SCONJ';
    const pos = words.tokens[at]?.pos;
    if (first.pos === 'PRON' || pos === 'PUNCT' || pos === 'VERB' || pos === 'AUX' || pos === 'SCONJ') return false;
  }
  return false;
}

function startsSubject({ tokens }: Words, at: TokenIndex): boolean {
  const pos = tokens[at]?.pos;
  return pos === 'PROPN' || pos === 'PRON' || pos === 'DET';
}

export function isReportingVerb({ text, tokens, language }: Words, at: TokenIndex): boolean {
  const token = tokens[at];
  return token !== undefined && language.reportingVerbs.has(text.slice(token.start, token.end).toLowerCase());
}
