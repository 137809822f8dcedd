import type { Article, Sentence, Sentenced, Token, TokenIndex } from '../model.js';
import { wordFormsOf } from '../text/word-forms.js';
import { WORD_CLASS as is, type Lexicon } from './word-classes.js';

/** What each token of one article is, computed once: arrays by token index. */
export interface Words {
  /** In lower case, with straight apostrophes. */
  readonly lower: readonly string[];
  /** Bits of WORD_CLASS. */
  readonly classes: Int32Array;
  /** 1 where the word can be part of a name: a capital letter that not merely the start of a sentence or a headline's style gives. */
  readonly capital: Uint8Array;
  /** Index of the token's sentence. */
  readonly sentence: Int32Array;
  /** Index of the outermost quotation that the token stands in, -1 outside. */
  readonly quotation: Int32Array;
  /** Words that the article writes with a capital letter inside a sentence. */
  readonly high: ReadonlySet<string>;
  /** By sentence: 1 where nearly every word has a capital letter, as in headlines. */
  readonly titled: Uint8Array;
}

const computed = new WeakMap<readonly Token[], Words>();

/** The words of an article; computed once for each list of tokens, which the later stages hand on. */
export function wordsOf(sentenced: Sentenced, lexicon: Lexicon): Words {
  const known = computed.get(sentenced.tokens);
  if (known !== undefined) return known;
  const words = lookUp(sentenced, lexicon);
  computed.set(sentenced.tokens, words);
  return words;
}

function lookUp({ article, tokens, sentences, quotations }: Sentenced, lexicon: Lexicon): Words {
  const forms = wordFormsOf(article.text, tokens);
  const lower: string[] = new Array(tokens.length);
  const classes = new Int32Array(tokens.length);
  const capital = new Uint8Array(tokens.length);
  const sentence = new Int32Array(tokens.length);
  const quotation = new Int32Array(tokens.length).fill(-1);
  const titled = new Uint8Array(sentences.length);
  const low = new Set<string>();
  const high = new Set<string>();
  const below = article.blocks[0]?.end ?? 0; // a headline gives capital letters to what is no name
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    const word = forms.written[index] === 'US' ? 'u.s.' : (forms.lower[index] as string); // the country, not the pronoun
    lower[index] = word;
    classes[index] = classOf(word, lexicon);
    if (!beginsUpper(article, token)) low.add(word);
    else if (token.start >= below && tokens[index - 1]?.pos !== 'PUNCT') high.add(word);
  }
  quotations.forEach((run, index) => {
    if (run.within !== null) return;
    for (const part of run.parts) quotation.fill(index, part.from, part.to);
  });
  const words = { lower, classes, capital, sentence, quotation, titled, high };
  const scan: Scan = { article, tokens, words, low };
  const { phraseStarts, phrases } = lexicon;
  sentences.forEach((run, index) => {
    sentence.fill(index, run.from, run.to);
    if (isTitled(article, tokens, run)) titled[index] = 1;
    markCapitals(scan, run);
    markPhrases(scan, run, phraseStarts, phrases);
  });
  return words;
}

/** Nouns for people by their ending: "tourists", "magicians", "fishermen", "trainees". */
function bySuffix(word: string): number {
  if (word.length < 7) return 0;
  if (word.endsWith('ists') || word.endsWith('ians') || word.endsWith('goers') || word.endsWith('men') || word.endsWith('women'))
    return is.role | is.plural;
  return word.endsWith('ist') || word.endsWith('ician') ? is.role : 0;
}

const LATE_HYPHEN = 2;

function classOf(word: string, lexicon: Lexicon): number {
  const { classes } = lexicon;
  const known = classes.get(word);
  if (known !== undefined) return known;
  if (word.endsWith('.')) return classes.get(word.slice(0, -1)) ?? 0;
  if (word.length < 5) return 0;
  const hyphen = word.lastIndexOf('-');
  if (hyphen < LATE_HYPHEN) return bySuffix(word);
  if (word.endsWith('-year-old')) return is.role;
  const tail = word.slice(hyphen + 1);
  const bits = classes.get(tail === 'elect' || tail === 'general' ? word.slice(0, hyphen) : tail) ?? 0;
  const first = (classes.get(word.slice(0, hyphen)) ?? 0) & (is.firstName | is.female | is.male); // "Anne-Marie"
  return (bits & (is.role | is.plural | is.people | is.body | is.document)) | ((first & is.firstName) === 0 ? 0 : first);
}

const isUpper = (code: number): boolean =>
  (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || (code > 0xff && isUpperBeyond(code));

function isUpperBeyond(code: number): boolean {
  const character = String.fromCharCode(code);
  return character.toLowerCase() !== character;
}

const beginsUpper = (article: Article, token: Token): boolean => isUpper(article.text.charCodeAt(token.start));

/** Long words (four letters and more) tell a headline's style from a sentence with many names. */
const TITLED_LENGTH = 4;
const TITLED_SHARE = 0.75;
const TITLED_LEAST = 4;
const TITLED_LEAST_ON_TOP = 2;

function isTitled(article: Article, tokens: readonly Token[], run: Sentence): boolean {
  const last = tokens[run.to - 1];
  const stopped = last !== undefined && article.text.charCodeAt(last.start) === 46;
  const block = article.blocks[run.block];
  const whole = run.block === 0 && tokens[run.from]?.start === block?.start && last?.end === block?.end;
  if (stopped && !whole && block?.kind === 'paragraph') return false; // a sentence with many names
  const least = stopped || run.block > 0 ? TITLED_LEAST : TITLED_LEAST_ON_TOP;
  let long = 0;
  let upper = 0;
  for (let at = run.from; at < run.to; at++) {
    const token = tokens[at] as Token;
    const begins = beginsUpper(article, token);
    if (!begins && token.pos === 'VERB') return false; // a headline's style gives verbs a capital letter
    if (token.end - token.start < TITLED_LENGTH) continue;
    long++;
    if (begins) upper++;
  }
  return long >= least && upper >= long * TITLED_SHARE;
}

interface Scan {
  readonly article: Article;
  readonly tokens: readonly Token[];
  readonly words: Words;
  /** Words that the article also writes without a capital letter. */
  readonly low: ReadonlySet<string>;
}

function markCapitals(scan: Scan, run: Sentence): void {
  const { article, tokens, words } = scan;
  let starts = true;
  for (let at = run.from; at < run.to; at++) {
    const token = tokens[at] as Token;
    if (token.pos === 'PUNCT' || token.pos === 'SYM') {
      // What follows a dash or a colon, or opens a quotation, starts a sentence of its own.
      if (/^["“‘:—–-]/.test(words.lower[at] ?? '')) starts = true;
      continue;
    }
    if (beginsUpper(article, token) && isNamePart(scan, at, starts)) words.capital[at] = 1;
    starts = false;
  }
}

/** Names of several words that the lexicon knows are names in all their words ("USA Today"). */
function markPhrases({ tokens, words, article }: Scan, run: Sentence, starts: Lexicon['phraseStarts'], phrases: Lexicon['phrases']): void {
  for (let at = run.from; at < run.to - 1; at++) {
    const longest = words.capital[at] === 1 ? starts.get(words.lower[at] ?? '') : undefined;
    if (longest === undefined) continue;
    for (let to = Math.min(run.to, at + longest + 1); to > at + 1; to--) {
      if (!beginsUpper(article, tokens[to - 1] as Token) || !phrases.has(words.lower.slice(at, to).join(' '))) continue;
      words.capital.fill(1, at, to);
      break;
    }
  }
}

/** "R-Idaho", "D-Calif.": a legislator's party and state. */
const PARTY_TAG = /^[rdi]-[a-z]/;

const KNOWN_NAME = is.firstName | is.country | is.capital | is.region | is.outlet | is.demonym | is.party;

function isNamePart({ article, tokens, words, low }: Scan, at: TokenIndex, starts: boolean): boolean {
  const bits = words.classes[at] ?? 0;
  const word = words.lower[at] ?? '';
  if (word === 'i' || word.startsWith("'") || (word[1] === '-' && PARTY_TAG.test(word))) return false;
  const next = tokens[at + 1];
  if ((bits & is.particle) !== 0) return next !== undefined && beginsUpper(article, next);
  if (!starts) return (bits & is.functionWord) === 0 || tokens[at]?.pos === 'PROPN' || isFirstName(words, at - 1);
  if ((bits & is.functionWord) !== 0) return false;
  if ((bits & (KNOWN_NAME | is.title)) !== 0) return true;
  if ((bits & (is.role | is.people | is.document)) !== 0) return false;
  return (tokens[at]?.pos === 'PROPN' || (tokens[at]?.pos === 'NOUN' && words.high.has(word))) && !low.has(word);
}

const isFirstName = ({ classes, capital }: Words, at: TokenIndex): boolean =>
  capital[at] === 1 && ((classes[at] ?? 0) & is.firstName) !== 0;

/** The text of a run of tokens; empty where the run is. */
export function textOf(article: Article, tokens: readonly Token[], from: TokenIndex, to: TokenIndex): string {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first === undefined || last === undefined || to <= from ? '' : article.text.slice(first.start, last.end);
}
