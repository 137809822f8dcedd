import type { Span } from '../model.js';

/**
 * The words of one article, by token. Equal words are one string, article after article: the many sets and maps of words that
 * the stages ask need not hash their letters again, and no word keeps the text alive that it was cut from.
 */
export interface WordForms {
  readonly written: readonly string[];
  /** In lower case, with straight apostrophes. */
  readonly lower: readonly string[];
}

const made = new WeakMap<readonly Span[], WordForms>();

/** The words of an article's tokens; made once for each list of tokens, which the stages hand on. */
export function wordFormsOf(text: string, tokens: readonly Span[]): WordForms {
  const known = made.get(tokens);
  if (known !== undefined) return known;
  const forms = cutForms(text, tokens);
  made.set(tokens, forms);
  return forms;
}

/** Lets a list of tokens share the words of another one that has the same spans. */
export const shareForms = (tokens: readonly Span[], forms: WordForms): void => void made.set(tokens, forms);

/** So many words are remembered; then all are forgotten. Nothing but time depends on it. */
const MOST = 1 << 16;

const hashes = new Int32Array(MOST);
/** Open addressing: a word's number + 1, 0 where a place is free. */
const slots = new Int32Array(MOST * 2);
let written: string[] = [];
let lower: string[] = [];

function cutForms(text: string, tokens: readonly Span[]): WordForms {
  const forms = { written: new Array<string>(tokens.length), lower: new Array<string>(tokens.length) };
  for (let at = 0; at < tokens.length; at++) {
    const { start, end } = tokens[at] as Span;
    const number = numberOf(text, start, end);
    forms.written[at] = written[number] as string;
    forms.lower[at] = lower[number] as string;
  }
  return forms;
}

/** The number of the word `text.slice(start, end)`. */
function numberOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  const mask = slots.length - 1;
  let slot = hash & mask;
  for (let found = slots[slot] as number; found !== 0; found = slots[slot] as number) {
    if (hashes[found - 1] === hash && isSame(written[found - 1] as string, text, start, end)) return found - 1;
    slot = (slot + 1) & mask;
  }
  if (written.length === MOST) {
    slots.fill(0);
    written = [];
    lower = [];
    slot = hash & mask;
  }
  const number = written.length;
  const word = unique(text.slice(start, end));
  const low = plain(word);
  written.push(word);
  lower.push(low === word ? word : unique(low));
  hashes[number] = hash;
  slots[slot] = number + 1;
  return number;
}

function isSame(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) if (word.charCodeAt(at - start) !== text.charCodeAt(at)) return false;
  return true;
}

/** The same string as an object's key: engines keep one copy of each, with its hash, beside the literals of the program. */
function unique(word: string): string {
  const keys: Record<string, true> = Object.create(null);
  keys[word] = true;
  return Object.keys(keys)[0] ?? word;
}

const CURLY = /’/g;

/** A word in lower case with straight apostrophes. */
export function plain(word: string): string {
  const low = word.toLowerCase();
  return low.includes('’') ? low.replace(CURLY, "'") : low;
}
