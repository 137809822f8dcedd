import { CONTINUING_VERBS } from '../english/lists/source-words.js';
import { type BinaryWeights, logistic, sumOf } from '../learned/linear.js';
import type { Dating, TokenRange } from '../model.js';
import { type Tense, tenseOf } from '../statements/tenses.js';
import { type StatementView, textOrder } from '../statements/view.js';
import { sceneKind } from './scene-kinds.js';

/** What is known of an article's attributions before anything is carried from one to another. */
export interface SceneContext {
  readonly view: StatementView;
  /** For each attribution the words of its own sentence that say to whom, or where; null where it has none. */
  readonly own: readonly (TokenRange | null)[];
  /** Equal where the speaker is the same. */
  readonly keys: readonly string[];
  readonly datings: readonly Dating[];
  /** For each attribution the one whose words were taken for its other field (its occasion, for an addressee); -1 for none. */
  readonly other: readonly number[] | null;
  /** The attributions' indexes as their cues stand in the text. */
  readonly order: readonly number[];
  readonly rank: readonly number[];
  readonly kinds: readonly string[];
  readonly tenses: readonly Tense[];
}

export function sceneContext(
  view: StatementView,
  own: readonly (TokenRange | null)[],
  keys: readonly string[],
  datings: readonly Dating[],
  other: readonly number[] | null,
): SceneContext {
  const order = textOrder(view);
  const rank = new Array<number>(order.length).fill(0);
  for (const [place, index] of order.entries()) rank[index] = place;
  const kinds = own.map((range) => (range === null ? '' : sceneKind(view, range)));
  const tenses = view.places.map(({ cue }) => tenseOf(view.words, cue));
  return { view, own, keys, datings, other, order, rank, kinds, tenses };
}

/** How many scenes before and behind an attribution come into question; beside them those of its speaker. */
const NEAR_BEFORE = 3;
const NEAR_BEHIND = 2;

/** For each attribution, in text order, the attributions whose words can be its scene: its own first. */
export function candidatesOf({ own, keys, order }: SceneContext): readonly (readonly number[])[] {
  const behind = new Array<readonly number[]>(order.length).fill([]);
  const next = new Map<string, number>();
  let coming: readonly number[] = [];
  for (let place = order.length - 1; place >= 0; place--) {
    const index = order[place] ?? 0;
    const same = next.get(keys[index] ?? '');
    behind[index] = same === undefined || coming.includes(same) ? coming : [...coming, same];
    if (own[index] === null) continue;
    coming = [index, ...coming].slice(0, NEAR_BEHIND);
    next.set(keys[index] ?? '', index);
  }
  const out = new Array<readonly number[]>(order.length).fill([]);
  const last = new Map<string, number>();
  let gone: readonly number[] = [];
  for (const index of order) {
    const same = last.get(keys[index] ?? '');
    const before = same === undefined || gone.includes(same) ? gone : [...gone, same];
    out[index] = [...(own[index] === null ? [] : [index]), ...before, ...(behind[index] ?? [])];
    if (own[index] === null) continue;
    gone = [index, ...gone].slice(0, NEAR_BEFORE);
    last.set(keys[index] ?? '', index);
  }
  return out;
}

/** The scene of each attribution: the index of the attribution whose words tell of it, -1 for none. */
export function assignScenes(context: SceneContext, weights: BinaryWeights, threshold: number): readonly number[] {
  const candidates = candidatesOf(context);
  const assigned = new Array<number>(context.order.length).fill(-1);
  for (const index of context.order) {
    let best = -1;
    let highest = 0;
    for (const scene of candidates[index] ?? []) {
      if (!fits(context, index, scene)) continue;
      const sum = logistic(sumOf(weights, sceneFeatures(context, index, scene, assigned)));
      if (sum < threshold || sum <= highest) continue;
      highest = sum;
      best = scene;
    }
    assigned[index] = best >= 0 ? best : sharedScene(context, index, assigned);
  }
  return assigned;
}

/** How many sentences what many speak at goes on without being named again. */
const SHARED_REACH = 4;

/** A debate or meeting goes on with the next words that are told in the past, whoever says them. */
function sharedScene(context: SceneContext, index: number, assigned: readonly number[]): number {
  const { view, order, rank, own, kinds, tenses } = context;
  const previous = order[(rank[index] ?? 0) - 1];
  const scene = previous === undefined ? -1 : (assigned[previous] ?? -1);
  if (scene < 0 || previous === undefined || own[index] !== null || kinds[scene] !== 'shared' || !fits(context, index, scene)) return -1;
  if (view.attributed.attributions[index]?.mode !== 'speech' || dayRelation(context, index, scene) === 'day:different') return -1;
  const distance = (view.places[index]?.sentence ?? 0) - (view.places[previous]?.sentence ?? 0);
  return distance <= SHARED_REACH && (tenses[index] === 'past' || tenses[index] === 'participle') ? scene : -1;
}

/** Whom words are meant for is carried to what is spoken at the same occasion, never from one to another. */
function fits({ other, view }: SceneContext, index: number, scene: number): boolean {
  if (other === null || index === scene) return true;
  if (view.attributed.attributions[index]?.mode !== 'speech') return false;
  const here = other[index] ?? -1;
  const there = other[scene] ?? -1;
  return here < 0 || there === here || (there < 0 && here !== index);
}

const DISTANCES = [0, 1, 2, 4, 8, 16] as const;
const bucket = (value: number): string => String(DISTANCES.find((bound) => value <= bound) ?? 'more');

/** How an attribution stands to the scene that another one's words tell of, given the scenes of those before it. */
export function sceneFeatures(context: SceneContext, index: number, scene: number, assigned: readonly number[]): readonly string[] {
  return index === scene ? ownFeatures(context, index) : carriedFeatures(context, index, scene, assigned);
}

function ownFeatures({ view, own, kinds, tenses }: SceneContext, index: number): readonly string[] {
  const range = own[index];
  const cue = view.places[index]?.cue[0];
  const mode = view.attributed.attributions[index]?.mode ?? 'speech';
  if (range == null) return [];
  const distance = cue === undefined ? 0 : range.from < cue.from ? cue.from - range.to : range.from - cue.to;
  const side = cue !== undefined && range.from < cue.from ? 'before' : 'behind';
  const kind = kinds[index] ?? '';
  return ['own', `own:${mode}`, `own:${kind}`, `own:${side}-${bucket(Math.max(0, distance))}`, `own:${mode}-${tenses[index]}`];
}

function carriedFeatures(context: SceneContext, index: number, scene: number, assigned: readonly number[]): readonly string[] {
  const { view, keys, rank, kinds, tenses, own } = context;
  const before = (rank[scene] ?? 0) < (rank[index] ?? 0);
  const same = keys[scene] === keys[index] && keys[index] !== '';
  const who = same ? 'same' : 'else';
  const sentence = view.places[index]?.sentence ?? 0;
  const distance = Math.abs(sentence - (view.places[scene]?.sentence ?? 0));
  const attribution = view.attributed.attributions[index];
  const speech = `${attribution?.mode}-${attribution?.mode === 'speech' ? tenses[index] : 'any'}`;
  const side = before ? 'before' : 'behind';
  const way = `${side}-${who}`;
  const kind = kinds[scene] ?? '';
  const features = ['carried', way, `${way}:${bucket(distance)}`, `${way}:${speech}`, `${way}:${kind}`, `kind:${kind}`];
  features.push(`${way}:${kind}:${speech}`, `${way}:${kind}:${distance < 5 ? 'near' : 'far'}`);
  features.push(`manner:${attribution?.manner}`, `${way}:${dayRelation(context, index, scene)}`);
  if (own[index] !== null) features.push('has-own', `has-own:${way}`);
  if (sentence <= 2) features.push(`${side}:top`, `${way}:top`, `top:${kind}`);
  const verb = view.words.lower[view.places[index]?.verb ?? -1] ?? '';
  if (CONTINUING_VERBS.has(verb)) features.push(`${way}:continues`);
  if (sourceIsPronoun(view, index)) features.push(`${way}:pronoun`);
  addNeighbours(features, context, index, scene, assigned, who);
  return features;
}

function sourceIsPronoun({ places, words }: StatementView, index: number): boolean {
  const range = places[index]?.source[0];
  return range !== undefined && range.to - range.from === 1 && words.pos[range.from] === 'PRON';
}

/** Whether an attribution and the one whose words tell of a scene have the same day, and are both told as news. */
function dayRelation({ datings }: SceneContext, index: number, scene: number): string {
  const one = datings[index];
  const other = datings[scene];
  if (one === undefined || other === undefined) return 'day:none';
  if (one.retold !== other.retold) return `day:${one.retold ? 'older' : 'newer'}`;
  if (one.from === null || other.from === null)
    return one.from === other.from ? 'day:open' : `day:${one.from === null ? 'open-here' : 'open-there'}`;
  return one.from <= (other.to ?? '') && other.from <= (one.to ?? '') ? 'day:same' : 'day:different';
}

/** How far back the neighbours of an attribution are looked at. */
const LOOK_BACK = 40;

function addNeighbours(
  features: string[],
  { keys, order, rank, own, other }: SceneContext,
  index: number,
  scene: number,
  assigned: readonly number[],
  who: string,
): void {
  const state = (value: number | undefined): string =>
    value === undefined ? 'start' : value === scene ? 'this' : value < 0 ? 'open' : 'other';
  const place = rank[index] ?? 0;
  const previous = order[place - 1];
  const chain = previous !== undefined && keys[previous] === keys[index] ? 'same' : 'else';
  features.push(`previous:${chain}-${state(previous === undefined ? undefined : assigned[previous])}`);
  let last: number | undefined;
  let between = 0;
  for (let at = place - 1; at >= Math.max(0, place - LOOK_BACK); at--) {
    const one = order[at] ?? 0;
    if (keys[one] === keys[index]) {
      last = assigned[one];
      break;
    }
    between++;
  }
  features.push(`speaker:${who}-${state(last)}`, `between:${who}-${bucket(between)}`);
  const low = Math.min(rank[scene] ?? 0, place);
  const high = Math.max(rank[scene] ?? 0, place);
  let parted = false;
  for (let at = low + 1; at < Math.min(high, low + LOOK_BACK) && !parted; at++) {
    const one = order[at] ?? 0;
    parted = own[one] !== null && keys[one] === keys[index];
  }
  if (parted) features.push('parted', `parted:${who}`);
  if (other !== null) features.push(`other:${other[index] === scene ? 'this' : (other[index] ?? -1) < 0 ? 'open' : 'else'}`);
  const next = order[place + 1];
  if (next !== undefined && next === scene) features.push(`next:${who}`);
}
