import { OCCASION_NOUNS } from '../english/lists/occasion-nouns.js';
import { CONTINUING_VERBS, GENERIC_SOURCES, REPORT_NOUNS } from '../english/lists/source-words.js';
import type { Attribution, TokenIndex } from '../model.js';
import { type Tense, tenseOf } from '../statements/tenses.js';
import { type StatementView, textOrder } from '../statements/view.js';
import { parseDay } from './calendar.js';
import type { PlacedDate } from './said-dates.js';
import { datesAnEvent } from './stated-dates.js';
import { isCapitalized } from './word-source.js';

/** Days that an article dates events with, and where it does. */
export interface EventDays {
  readonly from: number;
  readonly to: number;
  /** In text order. */
  readonly dates: readonly PlacedDate[];
}

/** What is known of an attribution when its neighbours are looked at: the place of its days among the events, -1 where open. */
export type Assigned = readonly number[];

/** An article's events and what each attribution brings along, made once. */
export interface CarryContext {
  readonly view: StatementView;
  readonly events: readonly EventDays[];
  readonly own: readonly (readonly string[])[];
  readonly keys: readonly string[];
  readonly published: number | null;
  readonly stated: readonly (PlacedDate | null)[];
  /** The attributions' indexes as their cues stand in the text. */
  readonly order: readonly number[];
  /** The event that the article dates first, -1 for none. */
  readonly lead: number;
  /** For each attribution the event dated last up to its sentence, -1 for none. */
  readonly latest: readonly number[];
  /** For each attribution the events that come into question: all of a news article's, those dated nearby in a longer text. */
  readonly candidates: (index: number) => readonly number[];
  /** How many dates the events have together. */
  readonly dated: number;
  /** For each attribution its place in that order. */
  readonly rank: readonly number[];
}

/** Groups the dates that tell of events, outside of what people are quoted as saying, by the days that they mean. */
export function groupEvents(
  view: StatementView,
  dates: readonly PlacedDate[],
  stated: readonly (PlacedDate | null)[],
): readonly EventDays[] {
  const groups = new Map<string, { from: number; to: number; dates: PlacedDate[] }>();
  const cited = new Set(stated);
  for (const date of dates) {
    const { from, to } = date.resolved;
    const outside = view.holder[date.from] === -1 && view.quoted[date.from] === 0 && datesAnEvent(view, date);
    if (from === null || to === null || to - from > 366 || !(outside || cited.has(date))) continue;
    const key = `${from} ${to}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { from, to, dates: [date] });
    else group.dates.push(date);
  }
  return [...groups.values()];
}

/** Prepares an article for carrying. `keys` name each attribution's source, equal for one speaker. */
export function carryContext(
  view: StatementView,
  dates: readonly PlacedDate[],
  stated: readonly (PlacedDate | null)[],
  keys: readonly string[],
): CarryContext {
  const order = textOrder(view);
  const rank = new Array<number>(order.length).fill(0);
  for (const [place, index] of order.entries()) rank[index] = place;
  const events = groupEvents(view, dates, stated);
  const timeline = timelineOf(events);
  const lead = leadEvent(events);
  const all = events.map((_, event) => event);
  const sentenceOf = (index: number): number => view.places[index]?.sentence ?? 0;
  return {
    view,
    order,
    rank,
    events,
    lead,
    latest: view.places.map(({ sentence }) => timeline[datedUpTo(timeline, sentence) - 1]?.event ?? -1),
    candidates: (index) => (events.length <= MOST_EVENTS ? all : nearbyEvents(timeline, lead, sentenceOf(index))),
    dated: timeline.length,
    own: view.attributed.attributions.map((attribution, index) => ownFeatures(view, attribution, index)),
    keys,
    published: parseDay(view.attributed.article.published),
    stated,
  };
}

/** Whether a cue tells of what was before the events of its article: "had said". It belongs to none of them. */
export function standsBefore(view: StatementView, index: number): boolean {
  return tenseOf(view.words, view.places[index]?.cue ?? []) === 'pluperfect';
}

/** What an attribution itself says about whether it belongs to a dated event. */
function ownFeatures(view: StatementView, attribution: Attribution, index: number): readonly string[] {
  const { words, places } = view;
  const place = places[index];
  if (place === undefined) return [];
  const verb = words.lower[place.verb] ?? '';
  const source = sourceKind(view, index);
  const features = [kindOf(attribution, tenseOf(words, place.cue)), `source:${source}`, `manner:${attribution.manner}`];
  if (CONTINUING_VERBS.has(verb)) features.push('continues');
  if ((view.attributed.sentences[place.sentence]?.block ?? 1) === 0) features.push('headline');
  if (namesOccasion(view, place.sentence)) features.push('occasion');
  const opener = words.lower[view.attributed.sentences[place.sentence]?.from ?? 0] ?? '';
  if (OPENERS.has(opener)) features.push(`opener:${opener}`);
  return features;
}

/** Mode and tense as far as they tell whether a day is carried: what was said in the past can be, what people want now cannot. */
function kindOf({ mode }: Attribution, tense: Tense): string {
  const time =
    tense === 'past' || tense === 'participle' || tense === 'none' || tense === 'infinitive'
      ? tense
      : tense === 'present'
        ? 'present'
        : tense === 'perfect'
          ? 'perfect'
          : 'other';
  return `${mode}-${mode === 'speech' ? time : time === 'past' ? 'past' : 'other'}`;
}

const OPENERS: ReadonlySet<string> = new Set([
  'after',
  'also',
  'and',
  'as',
  'but',
  'earlier',
  'however',
  'in',
  'later',
  'meanwhile',
  'previously',
  'still',
  'while',
]);

/** Whether a sentence, outside of what is said, names an occasion behind a preposition: "in an interview". */
function namesOccasion(view: StatementView, sentence: number): boolean {
  const range = view.attributed.sentences[sentence];
  if (range === undefined) return false;
  for (let at = range.from; at < range.to; at++) {
    if (view.holder[at] !== -1 || !OCCASION_NOUNS.has(view.words.lower[at] ?? '')) continue;
    for (let before = at - 1; before >= Math.max(range.from, at - 4); before--) if (view.words.pos[before] === 'ADP') return true;
  }
  return false;
}

/** What kind of words the source is: none, a pronoun, people in general, a report, a name introduced at length, a name, something else. */
function sourceKind(view: StatementView, index: number): string {
  const range = view.places[index]?.source[0];
  if (range === undefined || range.from >= range.to) return 'none';
  const { lower, pos, words } = view.words;
  const last = lower[range.to - 1] ?? '';
  if (range.to - range.from === 1 && pos[range.from] === 'PRON') return 'pronoun';
  for (let at = range.from; at < range.to; at++) {
    if (REPORT_NOUNS.has(lower[at] ?? '')) return 'report';
    if (GENERIC_SOURCES.has(lower[at] ?? '')) return 'generic';
  }
  const long = range.to - range.from > 5 && includesComma(lower, range.from, range.to);
  if (long) return 'introduced';
  if (isCapitalized(words[range.to - 1])) return range.to - range.from === 1 ? 'surname' : 'name';
  return last.endsWith('s') ? 'plural' : 'noun';
}

function includesComma(lower: readonly string[], from: TokenIndex, to: TokenIndex): boolean {
  for (let at = from; at < to; at++) if (lower[at] === ',') return true;
  return false;
}

const DISTANCES = [0, 1, 2, 3, 6, 12] as const;
const AGES = [-1, 0, 1, 2, 7, 31, 366] as const;

/** The smallest bound that a number does not pass, as a name. */
const bucket = (value: number, bounds: readonly number[]): string => String(bounds.find((bound) => value <= bound) ?? 'more');

/** How an attribution stands to one event of its article, given what its neighbours before it were assigned, and what it brings along itself. */
export function carryFeatures(context: CarryContext, index: number, event: number, assigned: Assigned): readonly string[] {
  return [...relationFeatures(context, index, event, assigned), ...(context.own[index] ?? [])];
}

/** Of those the ones that differ from event to event. */
export function relationFeatures(context: CarryContext, index: number, event: number, assigned: Assigned): readonly string[] {
  const days = context.events[event];
  const own = context.own[index] ?? [];
  const sentence = context.view.places[index]?.sentence ?? 0;
  if (days === undefined) return [];
  const features = placeFeatures(context, days, event, sentence, own, context.latest[index] === event);
  addNeighbours(features, context, index, event, assigned, own);
  return features;
}

function placeFeatures(
  { events, published, view, lead, dated }: CarryContext,
  days: EventDays,
  event: number,
  sentence: number,
  own: readonly string[],
  latest: boolean,
): string[] {
  const kind = own[0] ?? '';
  let before: PlacedDate | null = null;
  let after: PlacedDate | null = null;
  for (const date of days.dates) {
    if (date.sentence <= sentence) before = date;
    else after ??= date;
  }
  const distance =
    before !== null
      ? `before:${bucket(sentence - before.sentence, DISTANCES)}`
      : `after:${bucket((after?.sentence ?? sentence) - sentence, DISTANCES)}`;
  const features = ['bias', `${latest ? 'latest-' : ''}${distance}`];
  const nearest = before ?? after;
  const block = (at: number): number => view.attributed.sentences[at]?.block ?? 0;
  if (nearest !== null && block(nearest.sentence) === block(sentence)) features.push('same-block');
  const age = published === null ? 'unknown' : bucket(published - days.to, AGES);
  features.push(`age:${age}${latest ? '+latest' : ''}`);
  const news = lead === event && published !== null && published - days.to <= 3 && (days.dates[0]?.sentence ?? 9) <= 3;
  if (news) features.push('news', `news+${kind}`, `news+${own[1]}`);
  else if (lead === event) features.push('lead');
  if (events.length === 1) features.push('only');
  features.push(`share:${Math.round((3 * days.dates.length) / Math.max(1, dated))}`);
  return features;
}

/** The event that the article dates first. */
function leadEvent(events: readonly EventDays[]): number {
  let lead = -1;
  let place = Number.POSITIVE_INFINITY;
  for (const [index, days] of events.entries()) {
    const first = days.dates[0]?.from ?? place;
    if (first < place) {
      place = first;
      lead = index;
    }
  }
  return lead;
}

/** More events than any news article dates: in a longer text only those dated nearby come into question, so that time stays linear. */
const MOST_EVENTS = 60;

/** How many dates before and behind an attribution are nearby. */
const NEARBY = 30;

interface TimelineDate {
  readonly sentence: number;
  readonly from: number;
  readonly event: number;
}

/** The dates of all events in text order; of several at one place, the first event's is the last. */
function timelineOf(events: readonly EventDays[]): readonly TimelineDate[] {
  const timeline = events.flatMap(({ dates }, event) => dates.map(({ sentence, from }) => ({ sentence, from, event })));
  return timeline.sort((one, other) => one.from - other.from || other.event - one.event);
}

/** How many dates stand in sentences up to this one, its end included. */
function datedUpTo(timeline: readonly TimelineDate[], sentence: number): number {
  let low = 0;
  let high = timeline.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((timeline[middle]?.sentence ?? 0) <= sentence) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nearbyEvents(timeline: readonly TimelineDate[], lead: number, sentence: number): readonly number[] {
  const place = datedUpTo(timeline, sentence);
  const near = timeline.slice(Math.max(0, place - NEARBY), place + NEARBY).map(({ event }) => event);
  return [...new Set([lead, ...near])].filter((event) => event >= 0).sort((one, other) => one - other);
}

/** How many attributions before one are looked at: more than a news article has. */
const LOOK_BACK = 300;

function addNeighbours(
  features: string[],
  { keys, stated, view, order, rank }: CarryContext,
  index: number,
  event: number,
  assigned: Assigned,
  own: readonly string[],
): void {
  const state = (value: number | undefined): string =>
    value === undefined ? 'start' : value === event ? 'this' : value === -1 ? 'open' : 'other';
  const place = rank[index] ?? 0;
  const before = order[place - 1];
  const previous = before === undefined ? undefined : assigned[before];
  const sameSource = before !== undefined && keys[before] === keys[index];
  let last: number | undefined;
  let saidByAll = 0;
  const reach = Math.min(place, LOOK_BACK);
  for (let at = place - 1; at >= place - reach; at--) {
    const other = order[at] ?? 0;
    if (last === undefined && keys[other] === keys[index]) last = assigned[other];
    if (assigned[other] === event) saidByAll++;
  }
  const kind = own[0] ?? '';
  const chain = `${sameSource ? 'same' : 'else'}:${state(previous)}`;
  features.push(`previous-${chain}`, `previous-${chain}+${kind}`, `speaker:${state(last)}`, `speaker:${state(last)}+${kind}`);
  if (own.includes('occasion')) features.push(`occasion-${chain}`);
  const after = order[place + 1];
  const next = after === undefined ? null : stated[after];
  if (
    after !== undefined &&
    next != null &&
    keys[after] === keys[index] &&
    (view.places[after]?.sentence ?? 0) - (view.places[index]?.sentence ?? 0) <= 2
  ) {
    features.push('next-same-stated');
  }
  if (place > 2) features.push(`so-far:${Math.round((3 * saidByAll) / reach)}`);
}
