import type { TokenIndex } from '../model.js';
import { tenseOf } from '../statements/tenses.js';
import { isWithin, type Place, type StatementView } from '../statements/view.js';
import type { PlacedDate } from './said-dates.js';

/** Prepositions behind which a date is not the day of what the sentence reports: "scheduled for Monday", "ahead of Monday". */
const ELSEWHERE: ReadonlySet<string> = new Set(['before', 'between', 'for', 'of', 'than', 'to', 'until', 'with']);

/** Whether a date can be the day of something reported where it stands: closed, adverbial or an occasion's, not what is still to come. */
export function datesAnEvent(view: StatementView, date: PlacedDate): boolean {
  if (date.role === 'attributive' || date.resolved.from === null || date.direction === 'future') return false;
  if (date.bound === 'until' || date.bound === 'before' || date.bound === 'after') return false;
  const preposition = prepositionOf(view, date);
  return !ELSEWHERE.has(preposition) && !(preposition === 'from' && date.form.kind === 'years');
}

/** The word before a date, its determiner passed over. */
function prepositionOf(view: StatementView, date: PlacedDate): string {
  const { lower, pos } = view.words;
  let at = date.from - 1;
  while (at >= date.from - 3 && (pos[at] === 'DET' || pos[at] === 'ADJ' || lower[at] === 'about' || lower[at] === 'around')) at--;
  while (date.role === 'occasion' && at >= date.from - 6 && (pos[at] === 'PROPN' || pos[at] === 'DET' || lower[at] === "'s")) at--;
  return lower[at] ?? '';
}

/** The date that an attribution's own sentence gives for it, nearest to the cue first; null where it gives none. */
export function statedDate(view: StatementView, dates: readonly PlacedDate[], index: number): PlacedDate | null {
  const place = view.places[index];
  if (place === undefined) return null;
  let best: PlacedDate | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    if (date.sentence !== place.sentence || !belongs(view, date, index, place)) continue;
    const cost = distanceTo(date, place);
    if (cost < least) {
      least = cost;
      best = date;
    }
  }
  return best;
}

/** Whether a date in the cue's sentence is outside what was said, outside a clause about somebody, and not another cue's. */
function belongs(view: StatementView, date: PlacedDate, index: number, place: Place): boolean {
  if (isWithin(date.from, place.cue)) return date.resolved.from !== null && date.role !== 'attributive';
  if (!datesAnEvent(view, date) || isWithin(date.from, place.content)) return false;
  const cue = place.cue[0]?.from ?? place.source[0]?.from ?? 0;
  if (view.holder[date.from] !== view.holder[cue] || standsInAside(view, date, place)) return false;
  if (opensContent(date, cue, place) || isVaguePeriodAway(date, cue)) return false;
  if (isAnotherClause(view, date, place, cue)) return false;
  return date.from < cue
    ? isShared(view, date.to, cue, index)
    : isShared(view, cue, date.from, index) && !entersClause(view, cue, date.from, place);
}

/** "In June, Varga leads, according to a poll": a date before the words of a cue behind them belongs to the words. */
function opensContent(date: PlacedDate, cue: TokenIndex, place: Place): boolean {
  const first = place.content[0]?.from;
  const source = place.source[0]?.from ?? cue;
  return first !== undefined && date.from < first && first < cue && first < source;
}

const JOINING: ReadonlySet<string> = new Set(['and', 'but', 'though']);
/** What joins a clause that tells of the same time where its verb is in the past, too. */
const ACCOMPANYING: ReadonlySet<string> = new Set(['as', 'because', 'since', 'so', 'when', 'while']);

/** "The fair opened on Tuesday, and Varga has praised it": a date behind a verb of its own, in another clause than the cue and its source. */
function isAnotherClause(view: StatementView, date: PlacedDate, place: Place, cue: TokenIndex): boolean {
  if (date.from >= cue) return false;
  const { lower, pos } = view.words;
  const subject = place.source[0]?.from ?? cue;
  let joined = false;
  const past = tenseOf(view.words, place.cue) === 'past';
  for (let at = date.to; at < subject && !joined; at++)
    joined = JOINING.has(lower[at] ?? '') || (!past && ACCOMPANYING.has(lower[at] ?? ''));
  if (!joined) return false;
  const start = view.attributed.sentences[date.sentence]?.from ?? 0;
  for (let at = date.from - 1; at >= start; at--) if (pos[at] === 'VERB' && !(lower[at] ?? '').endsWith('ing')) return true;
  return false;
}

/** "in recent weeks" and "since June 4" date a cue only right beside it. */
const isVaguePeriodAway = (date: PlacedDate, cue: TokenIndex): boolean =>
  (date.form.kind === 'recent' || date.bound === 'since') && (date.from - cue > 4 || cue - date.to > 4);

const RELATIVE: ReadonlySet<string> = new Set(['where', 'which', 'who', 'whom', 'whose']);

/** Whether a date stands in a clause set off by commas that does not hold the cue: "Varga, who campaigned on Monday, said". */
function standsInAside(view: StatementView, date: PlacedDate, place: Place): boolean {
  const { lower } = view.words;
  const start = view.attributed.sentences[date.sentence]?.from ?? 0;
  for (let at = date.from - 1; at > start; at--) {
    if (isWithin(at, place.cue) || isWithin(at, place.content)) return false;
    if (lower[at] === ',') return RELATIVE.has(lower[at + 1] ?? '');
  }
  return false;
}

/** Whether a relative clause begins between a cue and a date behind it: "spoke to Lund, who resigned on Monday". */
function entersClause(view: StatementView, cue: TokenIndex, date: TokenIndex, place: Place): boolean {
  for (let at = cue; at < date; at++) {
    if (RELATIVE.has(view.words.lower[at] ?? '') && !isWithin(at, place.content) && !isWithin(at, place.cue)) return true;
  }
  return false;
}

/**
 * Whether a date and a cue with `from` to `to` between them belong to one subject: no other attribution's source stands
 * between them, and no words of another, but of one with the same source.
 */
function isShared(view: StatementView, from: TokenIndex, to: TokenIndex, index: number): boolean {
  const outer = view.holder[to];
  for (let at = from; at < to; at++) {
    const other = view.holder[at] ?? -1;
    if (other >= 0 && other !== index && other !== outer && !haveOneSource(view, other, index)) return false;
    const framed = view.frame[at] ?? -1;
    if (framed < 0 || framed === index || haveOneSource(view, framed, index)) continue;
    if (isWithin(at, view.places[framed]?.source ?? [])) return false;
  }
  return true;
}

/** Whether two attributions share the words of their source, or the later one, without a source, goes on from the earlier. */
function haveOneSource(view: StatementView, one: number, other: number): boolean {
  const source = view.places[one]?.source[0];
  const second = view.places[other]?.source[0];
  return source === undefined || second === undefined || source.from === second.from;
}

/** How far a date is from the cue in words, those of the content not counted; a little more where it stands before the cue. */
function distanceTo(date: PlacedDate, place: Place): number {
  const cue = place.cue[0] ?? place.source[0] ?? place.content[0];
  if (cue === undefined) return 0;
  if (date.from >= cue.from && date.from < cue.to) return 0;
  const from = Math.min(date.from, cue.from);
  const to = Math.max(date.from, cue.to - 1);
  let words = date.from < cue.from ? 2 : 0;
  for (let at = from; at < to; at++) if (!isWithin(at, place.content)) words++;
  return words;
}
