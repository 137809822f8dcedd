import {
  ACT_NOUNS,
  ACT_VERBS,
  ANSWER_VERBS,
  HARSH_WORDS,
  HOSTILE_VERBS,
  IRREGULAR_ACT_FORMS,
  KIND_WORDS,
  PHRASES,
  PRAISE_VERBS,
  SPOKEN_OFFERS,
} from '../english/lists/act-verbs.js';
import type { Act } from '../model.js';

/** All forms of a regular verb: "deny, denies, denied, denying". */
export function formsOf(verb: string): readonly string[] {
  const last = verb.at(-1) ?? '';
  const before = verb.at(-2) ?? '';
  const vowel = (letter: string): boolean => 'aeiou'.includes(letter);
  if (last === 'e') return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (last === 'y' && !vowel(before)) return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  const third = /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const regular = [verb, third, `${verb}ed`, `${verb}ing`];
  const doubles = !vowel(last) && vowel(before) && !vowel(verb.at(-3) ?? '') && !'wxy'.includes(last);
  return doubles ? [...regular, `${verb}${last}ed`, `${verb}${last}ing`] : regular;
}

const formsIn = (verbs: string): readonly string[] => verbs.split(' ').flatMap(formsOf);

/** What a word does in a cue, by itself. */
export const ACT_WORDS_BY_FORM: ReadonlyMap<string, Act> = new Map([
  ...Object.entries(ACT_NOUNS),
  ...Object.entries(IRREGULAR_ACT_FORMS),
  ...Object.entries(ACT_VERBS).flatMap(([act, verbs]) => formsIn(verbs).map((form) => [form, act as Act] as const)),
]);

const phrases = new Map<string, Act>();
for (const [verb, next, act] of PHRASES) {
  for (const form of new Set([...formsOf(verb), `${verb}ing`, `${verb}ed`, verb])) phrases.set(`${form} ${next}`, act);
}

/** What two words do together: "calls for", "ruled out". */
export const ACT_PHRASES: ReadonlyMap<string, Act> = phrases;

/** First words of phrases: where another look-up is worth while. */
export const PHRASE_STARTS: ReadonlySet<string> = new Set([...phrases.keys()].map((phrase) => phrase.split(' ')[0] ?? ''));

export const HOSTILE: ReadonlySet<string> = new Set([...formsIn(HOSTILE_VERBS), 'broke', 'cut', 'cutting', 'shot']);
export const ANSWERING: ReadonlySet<string> = new Set([...formsIn(ANSWER_VERBS), 'said', 'spoke']);
export const HARSH: ReadonlySet<string> = new Set(HARSH_WORDS.split(' '));
export const KIND: ReadonlySet<string> = new Set(KIND_WORDS.split(' '));
export const PRAISING: ReadonlySet<string> = new Set(formsIn(PRAISE_VERBS));
export const SPOKEN: ReadonlySet<string> = new Set(SPOKEN_OFFERS.split(' '));

/** Words that can name an act: all others need no second look. */
export const NAMING: ReadonlySet<string> = new Set([
  ...ACT_WORDS_BY_FORM.keys(),
  ...PHRASE_STARTS,
  ...ANSWERING,
  ...PRAISING,
  ...'ask asked asking asks decision decline declined declines declining like plans question questioned questioning questions refuse refused refuses refusing suggested suggesting suggests want wanted wants'.split(
    ' ',
  ),
]);

/** Words that can imply one. */
export const IMPLYING: ReadonlySet<string> = new Set(
  "'d 'll back backs believe committed did endorses false falsely favor favors going got had has have intend intends let let's love must not oppose opposed opposes ought out plan plans reject rejects shall should support supported supports time untrue want wanted wants was welcome welcomes were will would".split(
    ' ',
  ),
);
