import { isCapitalized, type WordSource } from '../dates/word-source.js';
import { AGE_WORDS, CURRENCIES, MEASURES, NUMBER_WORDS, NUMBERED_NOUNS, QUALIFIERS } from '../english/lists/number-words.js';
import type { Figure, TokenIndex, TokenRange } from '../model.js';
import { type StatementView, spanOf, textOf } from '../statements/view.js';
import { firstFrom } from '../text/first-from.js';
import { type NumberFound, readNumber } from './numbers.js';

/**
 * The quantities that one attribution's content claims, in text order: numbers in digits and words with what they count.
 * Dates, ages in passing, ordinals, times, scores and numbers in names are none.
 */
export function findFigures(view: StatementView, index: number): readonly Figure[] {
  const figures: Figure[] = [];
  for (const range of view.places[index]?.content ?? []) collect(view, range, figures);
  return figures;
}

function collect(view: StatementView, range: TokenRange, figures: Figure[]): void {
  const { words } = view;
  const first = figures.length;
  for (let at = range.from; at < range.to; at++) {
    const number = mayStartNumber(words, at) ? readNumber(words, at) : null;
    if (number === null || number.to > range.to || !Number.isFinite(number.value)) continue;
    const money = CURRENCIES.get(words.lower[number.from - 1] ?? '');
    if (!isQuantity(view, number, money !== undefined)) {
      at = number.to - 1;
      continue;
    }
    const unit = unitOf(view, number, money) ?? countedBefore(view, number, range.from);
    const before = figures.length > first ? (figures.at(-1)?.unit ?? null) : null;
    if (unit === null && (before === null || !isContrasted(words, number)) && (number.inWords || before === null)) {
      at = number.to - 1;
      continue;
    }
    const from = money === undefined ? number.from : number.from - 1;
    const span = spanOf(view.attributed.tokens, { from, to: Math.max(number.to, unit?.to ?? 0) });
    const name = unit?.name ?? before;
    const qualifier = qualifierOf(view, from, range.from);
    figures.push({ ...span, value: number.value, unit: name, qualifier });
    if (number.second !== null) figures.push({ ...span, value: number.second, unit: name, qualifier });
    at = number.to - 1;
  }
}

/** A quick look at a word: only few can start a number. */
function mayStartNumber(words: WordSource, at: TokenIndex): boolean {
  const lower = words.lower[at] ?? '';
  const code = lower.charCodeAt(0);
  if (code >= 48 && code <= 57) return true;
  if (lower.length <= 2) return lower === 'a' || lower === 'an';
  return NUMBER_WORDS.has(lower) || lower === 'half' || (lower.length > 6 && lower.includes('-'));
}

const DEFINITE: ReadonlySet<string> = new Set(['both', 'other', 'the', 'these', 'those']);
const CLOCK: ReadonlySet<string> = new Set(['a.m', 'a.m.', 'am', "o'clock", 'p.m', 'p.m.', 'pm']);
const AWAY: ReadonlySet<string> = new Set(['ago', 'earlier', 'from', 'hence', 'later']);
const EMERGENCY = 911;

function isQuantity(view: StatementView, number: NumberFound, money: boolean): boolean {
  if (money) return true;
  const { words } = view;
  const word = words.lower[number.from] ?? '';
  const before = words.lower[number.from - 1] ?? '';
  const next = words.lower[number.to] ?? '';
  if (isDated(view, number) || CLOCK.has(next) || number.value === EMERGENCY || /[:/]/.test(word)) return false;
  if (number.joined !== null) return MEASURES.has(number.joined) || number.joined === 'percentage-point';
  if (isPercent(next)) return !(before === 'top' || before === 'bottom' || (before === 'the' && number.value === 1));
  if (word === 'one' || (number.inWords && DEFINITE.has(before))) return false;
  if (isName(words, number, before) || isAge(words, number, before, next)) return false;
  return !(AWAY.has(words.lower[number.to + 1] ?? '') && words.pos[number.to] === 'NOUN' && isTime(next));
}

const isPercent = (word: string): boolean => word === '%' || word === 'percent' || word === 'per' || word === 'pct';
const isTime = (word: string): boolean => /^(?:second|minute|hour|day|week|month|year|decade)s?$/.test(word);

/** Whether a number is part of a date; a run of time counted in digits ("the past 40 years") is a quantity all the same. */
function isDated(view: StatementView, number: NumberFound): boolean {
  const date = view.dates[firstFrom(view.dates, number.from + 1) - 1];
  if (date !== undefined && number.from < date.to) return number.inWords || date.form.kind !== 'recent';
  return (
    !number.inWords &&
    number.value >= 1900 &&
    number.value <= 2100 &&
    /^\d{4}$/.test(view.words.lower[number.from] ?? '') &&
    view.words.pos[number.to] !== 'NOUN'
  );
}

/** "Section 1001", "the Gang of Eight", "Channel 4". */
function isName(words: WordSource, number: NumberFound, before: string): boolean {
  if (NUMBERED_NOUNS.has(before)) return true;
  if (number.inWords)
    return (
      isCapitalized(words.words[number.from]) &&
      words.pos[number.from - 1] !== 'PUNCT' &&
      (before === 'of' || isCapitalized(words.words[number.from - 1]))
    );
  const following = words.pos[number.to];
  return words.pos[number.from - 1] === 'PROPN' && following !== 'NOUN' && following !== 'ADJ' && number.to - number.from === 1;
}

/** "Varga, 49,", "aged 40", "who is 28,", "49 years old". */
function isAge(words: WordSource, number: NumberFound, before: string, next: string): boolean {
  if (AGE_WORDS.has(before) || (isTime(next) && words.lower[number.to + 1] === 'old')) return true;
  if (number.inWords || number.value > 120) return false;
  const closes = words.pos[number.to] === 'PUNCT' || number.to >= words.length;
  if (before === ',' && closes) return words.pos[number.from - 2] === 'PROPN' || words.pos[number.from - 2] === 'NOUN';
  return closes && (before === 'is' || before === 'was') && words.pos[number.from - 2] === 'PRON';
}

interface Unit {
  readonly name: string;
  readonly to: TokenIndex;
}

const SKIPPED: ReadonlySet<string> = new Set(['additional', 'extra', 'further', 'more', 'new', 'other']);
const JOINS_NUMBERS: ReadonlySet<string> = new Set(['and', 'or', 'to', '-', '–']);

/** What a number counts: "%", a currency, or the noun phrase behind it, also behind a second number ("40 to 50 points"). */
function unitOf(view: StatementView, number: NumberFound, money: string | undefined): Unit | null {
  const { words } = view;
  if (money !== undefined) return rateOf(words, number, money);
  if (number.joined !== null) return { name: number.joined, to: number.to };
  const next = words.lower[number.to] ?? '';
  if (isPercent(next)) return { name: '%', to: next === 'per' ? number.to + 2 : number.to + 1 };
  const noun = nounPhrase(view, number.to);
  if (noun !== null) return noun;
  if (!JOINS_NUMBERS.has(next)) return wholeOf(view, number);
  const other = readNumber(words, number.to + 1);
  return other === null || other.joined !== null ? null : unitOf(view, other, CURRENCIES.get(words.lower[other.from - 1] ?? ''));
}

/** A sum of money, with the time that it is for: "$15 an hour". */
function rateOf({ lower, words, pos }: WordSource, { to }: NumberFound, money: string): Unit {
  const article = lower[to] ?? '';
  if ((article !== 'a' && article !== 'an' && article !== 'per') || pos[to + 1] !== 'NOUN') return { name: money, to };
  return { name: `${money} ${article} ${words[to + 1] ?? ''}`, to: to + 2 };
}

/** "half of the electorate", "two of the ministers": what a part is of. */
function wholeOf(view: StatementView, number: NumberFound): Unit | null {
  const { lower } = view.words;
  if (lower[number.to] !== 'of' || (number.inWords && Number.isInteger(number.value))) return null;
  const start = DETERMINERS.has(lower[number.to + 1] ?? '') ? number.to + 2 : number.to + 1;
  return nounPhrase(view, start);
}

const DETERMINERS: ReadonlySet<string> = new Set(['all', 'her', 'his', 'its', 'our', 'the', 'their', 'these', 'those']);

/** The words from `at` on up to the last noun of their run. */
function nounPhrase(view: StatementView, at: TokenIndex): Unit | null {
  const { pos, lower } = view.words;
  let start = at;
  while (SKIPPED.has(lower[start] ?? '')) start++;
  let head = -1;
  for (let next = start; next < start + 6; next++) {
    const tag = pos[next];
    if (tag === 'NOUN' || tag === 'PROPN') head = next;
    else if (head < 0 && tag === 'VERB' && isParticiple(lower[next] ?? '') && pos[next + 1] === 'NOUN') continue;
    else if (tag !== 'ADJ' && lower[next] !== '-') break;
  }
  return head < 0 ? null : { name: textOf(view, { from: start, to: head + 1 }), to: head + 1 };
}

/** "armored vehicles", "missing men": a participle in front of what is counted. */
const isParticiple = (word: string): boolean => /(?:ed|en|ing)$/.test(word);

/** How far in front of its number what "the number of" counts may stand, in words. */
const COUNTED_REACH = 14;
const COUNTS: ReadonlySet<string> = new Set(['number', 'numbers', 'total']);
const AMOUNTING: ReadonlySet<string> = new Set(['are', 'at', 'is', 'of', 'reached', 'than', 'to', 'was', 'were']);

/** "the number of prisoners held is more than 2,300": what is counted stands in front of the number. */
function countedBefore(view: StatementView, number: NumberFound, first: TokenIndex): Unit | null {
  const { lower, pos } = view.words;
  const end = number.from - (QUALIFIERS.has(lower[number.from - 1] ?? '') ? 1 : 0);
  if (!AMOUNTING.has(lower[end - 1] ?? '') && pos[end - 1] !== 'AUX') return null;
  for (let at = number.from - 2; at >= Math.max(first, number.from - COUNTED_REACH); at--) {
    if (!COUNTS.has(lower[at] ?? '') || lower[at + 1] !== 'of') continue;
    const noun = nounPhrase(view, DETERMINERS.has(lower[at + 2] ?? '') ? at + 3 : at + 2);
    return noun === null || noun.to >= number.from ? null : { name: noun.name, to: number.to };
  }
  return null;
}

/** "from one crew to two", "compared with 39 who …": a number that counts what the number before it counted. */
function isContrasted(words: WordSource, number: NumberFound): boolean {
  const before = words.lower[number.from - 1] ?? '';
  return CONTRASTS.has(before) && words.lower[number.to] !== 'of';
}

const CONTRASTS: ReadonlySet<string> = new Set(['from', 'to', 'versus', 'vs', 'vs.', 'with', 'than', 'against']);

/** The longest run of up to three words right before a number that limits it. */
function qualifierOf(view: StatementView, at: TokenIndex, first: TokenIndex): string | null {
  const { lower } = view.words;
  for (let length = 3; length >= 1; length--) {
    const from = at - length;
    if (from < first - 3 || from < 0) continue;
    if (QUALIFIERS.has(lower.slice(from, at).join(' '))) return textOf(view, { from, to: at });
  }
  return null;
}
