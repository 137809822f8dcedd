import { FUNCTION_WORDS } from './function-words.js';

/** A language by its BCP 47 primary subtag, and how sure: `plain` from a few sentences on, `likely` where there is little to go by. */
export interface Detected {
  readonly code: string;
  readonly sure: 'plain' | 'likely';
}

/** So much of a text is looked at, in code units: more tells nothing more. */
const ENOUGH = 6000;

/** With fewer words, or fewer of them little words, nothing is said. */
const FEWEST_WORDS = 5;
const FEWEST_HITS = 2;

/** From so many words on, of which a tenth and more are a language's little words, the answer is plain. */
const PLAIN_WORDS = 20;
const PLAIN_SHARE = 0.12;

/** The best language must have so many times the weight of the second. */
const MARGIN = 1.15;

/** Scripts of one language, or of few that their letters tell apart. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
];

/** Letters that only some languages of a script have, and what one of them weighs as much as: a little word each. */
const LETTERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ß/g, ['de']],
  [/[äöü]/g, ['de', 'fi', 'sv', 'et', 'hu', 'tr', 'sk']],
  [/[õ]/g, ['et', 'pt', 'vi']],
  [/[øæ]/g, ['da', 'nb']],
  [/å/g, ['sv', 'da', 'nb']],
  [/[ąęłńśźż]/g, ['pl']],
  [/[ěřů]/g, ['cs']],
  [/[ľĺŕ]/g, ['sk']],
  [/[őű]/g, ['hu']],
  [/[ășțâ]/g, ['ro']],
  [/[ğışİ]/g, ['tr']],
  [/[đćžš]/g, ['hr', 'sl']],
  [/[ñ¿¡]/g, ['es']],
  [/[ãç]/g, ['pt']],
  [/[āēīūģķļņ]/g, ['lv']],
  [/[ėįųų]/g, ['lt']],
  [/[ạảấầẩậắằẵặẹẻẽếềểễệịọốồổộớờởợụủứừửữựơư]/g, ['vi']],
  [/ë/g, ['sq', 'nl']],
  [/[іїєґ]/g, ['uk']],
  [/ў/g, ['be']],
  [/[ыэ]/g, ['ru', 'be']],
  [/ъ/g, ['bg']],
  [/[јљњћђџ]/g, ['sr']],
  [/[ѓќѕ]/g, ['mk']],
];

const LATIN = new Set(Object.keys(FUNCTION_WORDS).filter((code) => !['ru', 'uk', 'bg', 'sr', 'mk', 'be'].includes(code)));

/** What a word says: its languages, each with the weight that is left where several share it. */
const WEIGHTS: ReadonlyMap<string, ReadonlyMap<string, number>> = makeWeights();

function makeWeights(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const owners = new Map<string, string[]>();
  for (const [code, words] of Object.entries(FUNCTION_WORDS))
    for (const word of words.split(' ')) owners.set(word, [...(owners.get(word) ?? []), code]);
  return new Map([...owners].map(([word, codes]) => [word, new Map(codes.map((code) => [code, 1 / codes.length ** 0.5]))]));
}

/** The language of a text; null where too little of it tells. Linear in what is looked at. */
export function detectLanguage(whole: string): Detected | null {
  const text = whole.slice(0, ENOUGH).toLowerCase();
  // Most texts are English in plain letters: no script and no letter has to be counted then.
  if (PLAIN.test(text)) return byWords(text, 'latin', []);
  const letters = countOf(text, /\p{L}/gu);
  const latin = countOf(text, /\p{Script=Latin}/gu);
  const cyrillic = countOf(text, /\p{Script=Cyrillic}/gu);
  const other = letters - latin - cyrillic;
  if (other > letters * 0.4 && other >= 4) return byScript(text, other);
  if (latin + cyrillic === 0) return null;
  return byWords(text, cyrillic > latin ? 'cyrillic' : 'latin', LETTERS);
}

/** ASCII and the marks of printers. */
const PLAIN = /^[\t-~\u00a0\u2010-\u2026]*$/;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function byScript(text: string, letters: number): Detected | null {
  const counts = SCRIPTS.map(([pattern, code]) => ({ code, count: countOf(text, pattern) })).sort((one, other) => other.count - one.count);
  const best = counts[0];
  if (best === undefined || best.count * 2 < letters) {
    // Japanese mixes three scripts, none of which needs to be most of it.
    const kana = counts.find(({ code }) => code === 'ja')?.count ?? 0;
    return kana > letters * 0.1 ? { code: 'ja', sure: 'plain' } : null;
  }
  const sure = letters >= 20 ? 'plain' : 'likely';
  if (best.code === 'zh' && (counts.find(({ code }) => code === 'ja')?.count ?? 0) > letters * 0.05) return { code: 'ja', sure };
  if (best.code === 'ar' && countOf(text, /[ٹڈڑےںھ]/g) > letters * 0.02) return { code: 'ur', sure };
  if (best.code === 'ar' && countOf(text, /[پچژگکی]/g) > letters * 0.03) return { code: 'fa', sure };
  return { code: best.code, sure };
}

function byWords(text: string, script: 'latin' | 'cyrillic', letters: typeof LETTERS): Detected | null {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < FEWEST_WORDS) return null;
  const scores = new Map<string, number>();
  const hits = new Map<string, number>();
  for (const word of words)
    for (const [code, weight] of WEIGHTS.get(word) ?? []) {
      if (LATIN.has(code) !== (script === 'latin')) continue;
      scores.set(code, (scores.get(code) ?? 0) + weight);
      hits.set(code, (hits.get(code) ?? 0) + 1);
    }
  // A letter tells between languages whose little words are there; names alone bring letters of any.
  for (const [pattern, codes] of letters) {
    const share = Math.min(countOf(text, pattern), words.length / 4);
    for (const code of codes) if ((hits.get(code) ?? 0) > 0) scores.set(code, (scores.get(code) ?? 0) + (share * 0.5) / codes.length);
  }
  const ranked = [...scores].sort(([, one], [, other]) => other - one);
  const [best, second] = ranked;
  if (best === undefined) return null;
  const [code, score] = best;
  const found = hits.get(code) ?? 0;
  if (found < FEWEST_HITS || found / words.length < 0.05 || score < (second?.[1] ?? 0) * MARGIN) return null;
  const plain = words.length >= PLAIN_WORDS && found / words.length >= PLAIN_SHARE;
  return { code, sure: plain ? 'plain' : 'likely' };
}
