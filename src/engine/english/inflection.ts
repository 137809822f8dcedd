import { IRREGULAR_NOUNS, UNCHANGED_NOUNS } from './lists/irregular-nouns.js';
import { IRREGULAR_VERBS } from './lists/irregular-verbs.js';
import { PLAIN_VERBS, SILENT_E_VERBS } from './lists/verb-endings.js';

/** How many words each of the two memories holds; then it is emptied. What a word gets never depends on it. */
const MEMORY = 20_000;

/** No verb or noun that a rule reads is longer. */
const LONGEST = 40;

/** The lemma of a verb's form in lower case: "said", "says" and "saying" give "say". A word that is no form it knows comes back as it is. */
export const verbLemma = remembered(findVerbLemma);

/** The singular of a noun in lower case: "talks" gives "talk", "women" "woman", "crisis" itself. */
export const nounLemma = remembered(findNounLemma);

function remembered(find: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= MEMORY) known.clear();
    const lemma = find(word);
    known.set(word, lemma);
    return lemma;
  };
}

function findVerbLemma(given: string): string {
  const word = given.replace('’', "'");
  const irregular = IRREGULAR_VERBS.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || word.length > LONGEST) return word;
  if (word.endsWith('ing')) return hasVowel(word, word.length - 3) ? restore(word.slice(0, -3)) : word;
  if (word.endsWith('ied')) return `${word.slice(0, -3)}y`;
  if (word.endsWith('eed')) return word;
  if (word.endsWith('ed')) return hasVowel(word, word.length - 2) ? restore(word.slice(0, -2)) : word;
  return withoutS(word);
}

function findNounLemma(word: string): string {
  const irregular = IRREGULAR_NOUNS.get(word);
  if (irregular !== undefined) return irregular;
  if (word.length < 3 || word.length > LONGEST || UNCHANGED_NOUNS.has(word) || isDigit(word)) return word;
  if (word.endsWith('men') && word.length > 4) return `${word.slice(0, -2)}an`;
  return withoutS(word);
}

const isDigit = (word: string): boolean => word >= '0' && word < ':';

/** Without the s of the third person or of the plural. */
function withoutS(word: string): string {
  if (!word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return word.length === 4 ? word.slice(0, -1) : `${word.slice(0, -3)}y`;
  return /(?:ss|sh|ch|x|zz|[^aeiou]o)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function hasVowel(word: string, end: number): boolean {
  for (let at = 0; at < end; at++) if ('aeiou'.includes(word[at] ?? '-') || (word[at] === 'y' && at > 0)) return true;
  return false;
}

/** The verb of a stem that -ed or -ing was cut from: "plann" is of "plan", "announc" of "announce", "visit" of itself. */
function restore(stem: string): string {
  if (PLAIN_VERBS.has(stem)) return stem;
  if (SILENT_E_VERBS.has(`${stem}e`)) return `${stem}e`;
  if (stem.length > 3 && /([b-df-hj-np-tv-z])\1$/.test(stem)) return keepsBoth(stem) ? stem : stem.slice(0, -1);
  if (SHORT.test(stem)) return `${stem}e`;
  for (const [ending, silent] of ENDINGS) if (ending.test(stem)) return silent ? `${stem}e` : stem;
  return stem;
}

/** "pass", "staff", "buzz", and the l of one syllable ("call"), not that of several ("controlled"). */
const keepsBoth = (stem: string): boolean => /(?:ss|ff|zz)$/.test(stem) || /^[^aeiou]*[aeiou]ll$/.test(stem);

/** One syllable that ends in one vowel and one consonant: "hop" of "hoped", for "hopped" doubles it. */
const SHORT = /^(?:qu|[^aeiou])*[aeiouy][^aeiouwxy]$/;

/** Whether a stem with this ending lost an e; the first ending that fits decides. */
const ENDINGS: readonly (readonly [RegExp, boolean])[] = [
  [/(?:[iu]at|qu[io][rt]|uad)$/, true], // retaliate, evaluate, require, quote, persuade
  [/[aeiou][aeiou][bdfklmnprt]$/, false], // explain, repeat, avoid
  [/[cuvz]$/, true], // announce, argue, believe, criticize
  [/[^s]s$/, true], // accuse, endorse; not pass
  [/(?:[adelriou]|an|en|un)g$/, true], // manage, judge, urge, arrange, avenge
  [/[bcdfgkptz]l$/, true], // handle, settle
  [/[^aeiou][aiou]k$/, true], // invoke
  [/[^aeiou][aou]t$/, true], // indicate, promote, execute
  [/[^aeiou][aiou]d$/, true], // invade, decide, conclude, explode
  [/[^aeiou][aiu]r$/, true], // declare, inspire, assure
  [/[^aeiou]ib$/, true], // describe
  [/[^aeiou]um$/, true], // consume
  [/[^aeiou]in$/, true], // determine
  [/[^aeiou][iu]l$/, true], // compile, schedule
  [/[^aeiou]ap$/, true], // escape
];
