import { OCCASION_NOUNS } from '../english/lists/occasion-nouns.js';
import type { TokenIndex } from '../model.js';
import type { StatementView } from '../statements/view.js';
import { parseDay } from './calendar.js';
import type { DateExpression } from './date-form.js';
import { type DateReference, type Direction, type ResolvedDate, resolveDate } from './resolve-date.js';
import { isCapitalized, type WordSource } from './word-source.js';

/**
 * How a date stands in its sentence: `adverbial` ("on Tuesday"), `occasion` ("in Tuesday's debate", "a July interview":
 * it dates what is said there), `attributive` ("the June 7 primary": it dates something else).
 */
export type DateRole = 'adverbial' | 'occasion' | 'attributive';

/** A date of an article with the days that it means. */
export interface PlacedDate extends DateExpression {
  readonly resolved: ResolvedDate;
  readonly role: DateRole;
  readonly direction: Direction;
  readonly sentence: number;
}

/** All dates of an article in order, resolved from the day printed, each counting on from those before it. */
export function placeDates(view: StatementView): readonly PlacedDate[] {
  const { words, sentenceOf } = view;
  const published = parseDay(view.attributed.article.published);
  const year = published === null ? statedYear(words) : null;
  // What people are quoted as saying counts on from its own dates; the article's voice never counts on from theirs.
  const anchors = new Map<number, DateReference['anchor']>();
  return view.dates.map((date): PlacedDate => {
    const sentence = sentenceOf[date.from] ?? 0;
    const direction = directionOf(view, date.from, sentence);
    const holder = view.holder[date.from] ?? OUTSIDE;
    const anchor = anchors.get(holder) ?? anchors.get(OUTSIDE) ?? null;
    const soon = words.lower[date.from - 1] !== 'on';
    const resolved = resolveDate(date, { published, year, direction, anchor, soon });
    if (resolved.from !== null && resolved.to !== null && resolved.to - resolved.from < 366) anchors.set(holder, resolved);
    // A dateline may be a day ahead of the day printed; what lies further ahead is still to come.
    const ahead = published !== null && resolved.from !== null && resolved.from > published + 1;
    return { ...date, resolved, role: roleOf(words, date), direction: ahead ? 'future' : direction, sentence };
  });
}

const OUTSIDE = -1;

const YEAR_STATED = /^(?:1[89]|20)\d\d$/;

/** The year that a text gives for itself: "We are in 2031", "It is 2031". */
function statedYear(words: WordSource): number | null {
  for (let at = 2; at < words.length; at++) {
    const word = words.lower[at] ?? '';
    if (!YEAR_STATED.test(word)) continue;
    const before = words.lower[at - 1] === 'in' ? at - 2 : at - 1;
    const verb = words.lower[before] ?? '';
    const subject = words.lower[before - 1] ?? '';
    if (
      (verb === 'are' || verb === 'is' || verb === "'s" || verb === "'re") &&
      (subject === 'we' || subject === 'it' || subject === 'year')
    )
      return Number(word);
  }
  return null;
}

const FUTURE: ReadonlySet<string> = new Set(["'ll", 'shall', 'to', 'will', 'would']);
const FUTURE_VERBS: ReadonlySet<string> = new Set(['due', 'expected', 'planned', 'scheduled', 'set', 'slated']);

/** Where the verb nearest before a date looks: ahead behind "will", "to" and "scheduled", else back. */
function directionOf(view: StatementView, date: TokenIndex, sentence: number): Direction {
  const { words, attributed } = view;
  const start = Math.max(attributed.sentences[sentence]?.from ?? 0, date - 12);
  for (let at = date - 1; at >= start; at--) {
    const lower = words.lower[at] ?? '';
    if (FUTURE_VERBS.has(lower)) return 'future';
    if (words.pos[at] !== 'VERB' && words.pos[at] !== 'AUX') continue;
    for (let before = at; before >= Math.max(start, at - 3); before--) {
      if (FUTURE.has(words.lower[before] ?? '') && (words.lower[before] !== 'to' || words.pos[before] === 'PART')) return 'future';
    }
    return 'past';
  }
  return 'past';
}

const STANDS_BEFORE_NOUN: ReadonlySet<string> = new Set(['calendar-day', 'month', 'season', 'weekday', 'years', 'period', 'today']);
const DETERMINERS: ReadonlySet<string> = new Set(["'s", 'a', 'an', 'another', 'her', 'his', 'its', 'our', 'the', 'their', 'this']);

/** How a date stands by what follows it: nothing that it could belong to, an occasion, or another noun. */
function roleOf(words: WordSource, date: DateExpression): DateRole {
  if (!STANDS_BEFORE_NOUN.has(date.form.kind)) return 'adverbial';
  const possessive = words.lower[date.to] === "'s" || words.lower[date.to] === "'";
  const start = possessive ? date.to + 1 : date.to;
  if (!possessive && !belongsToNoun(words, date)) return 'adverbial';
  return holdsOccasion(words, start) ? 'occasion' : 'attributive';
}

function belongsToNoun(words: WordSource, date: DateExpression): boolean {
  const next = words.pos[date.to];
  const determined = DETERMINERS.has(words.lower[date.from - 1] ?? '') && date.form.kind !== 'period';
  if (isCapitalized(words.words[date.to])) return determined && next === 'PROPN';
  if (next !== 'NOUN' && !(next === 'ADJ' && determined)) return false;
  return date.form.kind !== 'today' && (date.form.kind !== 'period' || words.lower[date.to - 1] === 'weekend');
}

/** Whether the noun phrase that starts at `at` names something that people speak at, in or through. */
function holdsOccasion(words: WordSource, at: TokenIndex): boolean {
  for (let next = at; next < at + 7 && next < words.length; next++) {
    const pos = words.pos[next];
    if (OCCASION_NOUNS.has(words.lower[next] ?? '') && pos !== 'VERB') return true;
    if (pos !== 'NOUN' && pos !== 'PROPN' && pos !== 'ADJ' && pos !== 'NUM') return false;
  }
  return false;
}
