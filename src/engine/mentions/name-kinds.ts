import type { ReferentKind, Token, TokenIndex } from '../model.js';
import type { Gender } from './drafts.js';
import { endsLikeOutlet } from './outlets.js';
import type { Run, Scan } from './scan.js';
import { WORD_CLASS as is, type Lexicon } from './word-classes.js';
import type { Words } from './words.js';

/** Gender that titles and first names tell: titles first ("Mrs. Robin Berg"). */
export function genderOf({ classes }: Words, from: TokenIndex, to: TokenIndex, name: TokenIndex): Gender {
  for (let at = from; at < name; at++) {
    const bits = classes[at] ?? 0;
    if ((bits & (is.title | is.role)) === 0) continue;
    if ((bits & is.female) !== 0) return 'female';
    if ((bits & is.male) !== 0) return 'male';
  }
  const bits = to - name > 1 ? (classes[name] ?? 0) : 0;
  if ((bits & is.female) !== 0) return 'female';
  return (bits & is.male) !== 0 ? 'male' : null;
}

/** What a name's own words and the word before it say that it names. */
export function typeOfName(scan: Scan, run: Run, name: TokenIndex, titled: boolean): ReferentKind {
  const { words, lexicon, sentenced } = scan;
  const length = run.end - name;
  const first = words.classes[name] ?? 0;
  const last = words.classes[run.end - 1] ?? 0;
  const phrase = phraseBits(words, lexicon, name, run.end);
  if ((phrase & is.country) !== 0) return 'place';
  if (phrase !== 0) return 'organization';
  if (length === 1) {
    if (titled && (first & (is.country | is.demonym | is.outlet)) === 0) return 'person';
    if ((first & is.plural) !== 0 || ((first & is.demonym) !== 0 && run.opening === 'definite')) return 'group';
    if ((first & (is.country | is.capital | is.region)) !== 0 && (first & is.firstName) === 0) return 'place';
    if ((first & (is.outlet | is.body | is.company)) !== 0 || /\.(?:com|org|net)$/.test(words.lower[name] ?? '')) return 'organization';
    return isAcronym(scan, name) ? 'organization' : 'unknown';
  }
  if (titled || ((first & is.firstName) !== 0 && (last & is.body) === 0)) return 'person';
  if (endsLikeOutlet(words.lower[run.end - 1] ?? '')) return 'organization';
  if ((last & is.document) !== 0 && (last & is.body) === 0) return 'document';
  for (let at = name; at < run.end; at++) if (((words.classes[at] ?? 0) & (is.body | is.outlet)) !== 0) return 'organization';
  if ((last & is.plural) !== 0) return 'group';
  if (words.lower[run.from] === 'the' || length > 4 || holdsOf(words, name, run.end)) return 'unknown';
  return isInitialed(words, name, run.end) || isAged(sentenced.tokens, words, run.end) ? 'person' : 'unknown';
}

function holdsOf({ lower }: Words, from: TokenIndex, to: TokenIndex): boolean {
  for (let at = from; at < to; at++) if (lower[at] === 'of') return true;
  return false;
}

function phraseBits(words: Words, lexicon: Lexicon, from: TokenIndex, to: TokenIndex): number {
  const longest = lexicon.phraseStarts.get(words.lower[from] ?? '') ?? 0;
  if (longest === 0 || to - from < 2 || to - from > longest + 1) return 0;
  return lexicon.phrases.get(words.lower.slice(from, to).join(' ').replaceAll('.', '')) ?? 0;
}

function isAcronym({ sentenced }: Scan, at: TokenIndex): boolean {
  const token = sentenced.tokens[at];
  if (token === undefined || token.end - token.start < 2 || token.end - token.start > 6) return false;
  return /^[A-Z][A-Z.&-]+$/.test(sentenced.article.text.slice(token.start, token.end));
}

const isInitialed = (words: Words, from: TokenIndex, to: TokenIndex): boolean => {
  for (let at = from; at < to - 1; at++) if (/^[a-z]\.$/.test(words.lower[at] ?? '')) return true;
  return false;
};

/** "Berg Varga, 49," is a person. */
const isAged = (tokens: readonly Token[], words: Words, end: TokenIndex): boolean =>
  words.lower[end] === ',' && tokens[end + 1]?.pos === 'NUM' && /^\d\d$/.test(words.lower[end + 1] ?? '');
