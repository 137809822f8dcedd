import type { Day, Stance } from '../../engine/index.js';
import { intervalText } from '../days.js';
import { type Child, type Html, html } from '../html.js';
import { STANCES, stanceShape, stanceWords } from '../stance.js';
import { clipped } from '../words.js';
import { type Clock, clockOf } from './scale.js';

/** What one statement shows on a lane. */
export interface LaneMark {
  readonly from: Day;
  readonly to: Day;
  readonly stance: Stance;
  readonly condition: string | null;
  /** The words as they are set elsewhere, in one line. */
  readonly words: string;
  readonly href: string;
  readonly retold: boolean;
}

/** One row: a speaker, or one speaker's issue. Marks are in order of their days. */
export interface Lane {
  readonly name: Child;
  readonly plainName: string;
  readonly aside: Child;
  readonly marks: readonly LaneMark[];
}

/** More than these do not show as shapes of their own on one line; the table beneath has all. */
const MOST_MARKS = 60;

export const clockOfLanes = (lanes: readonly Lane[]): Clock | null =>
  clockOf(lanes.flatMap((lane) => lane.marks.flatMap((mark) => [mark.from, mark.to])));

/** Positions over time: one row each, all on one clock. Nothing is drawn between evidence but a thin bar where a position held. */
export function lanesChart(lanes: readonly Lane[], clock: Clock | null = clockOfLanes(lanes)): Html | null {
  if (clock === null) return null;
  return html`<div class="lanes">${lanes.map((lane) => laneRow(lane, clock))}</div>${clockRow(clock)}${legend()}`;
}

function laneRow(lane: Lane, clock: Clock): Html {
  return html`<div class="lane"><div class="name">${lane.name}${lane.aside}</div>${laneDrawing(lane, clock)}</div>`;
}

/** The picture of one lane. Its marks are links, each named with day, stance and words. */
export function laneDrawing(lane: Lane, clock: Clock): Html {
  const marks = lane.marks.slice(-MOST_MARKS);
  return html`<svg class="drawing" role="group" aria-label="${laneText(lane)}" height="42">${clock.ticks.map(
    (tick) => html`<line class="tick" x1="${tick.place}%" x2="${tick.place}%" y1="0" y2="100%"/>`,
  )}${heldBars(marks, clock)}${marks.map((mark) => markOf(mark, clock))}</svg>`;
}

const laneText = (lane: Lane): string =>
  lane.marks.length === 0
    ? `${clipped(lane.plainName, 120).text}: no dated position`
    : `${clipped(lane.plainName, 120).text}: ${lane.marks.length} dated positions, ${stepsText(lane.marks)}`;

/** "against from 15 January 2030, only if from 12 November 2030". */
function stepsText(marks: readonly LaneMark[]): string {
  const steps = marks.filter((mark, index) => index === 0 || marks[index - 1]?.stance !== mark.stance);
  return steps
    .slice(0, 8)
    .map((mark) => `${stanceWords(mark.stance)} ${intervalText(mark.from, mark.to)}`)
    .join(', then ');
}

const placeOf = (mark: LaneMark, clock: Clock): number => ((clock.place(mark.from) ?? 0) + (clock.place(mark.to) ?? 0)) / 2;

/** Two marks hold one position where stance and condition are the same. */
const holds = (one: LaneMark, other: LaneMark): boolean =>
  one.stance === other.stance && one.stance !== 'unclear' && one.condition === other.condition;

function heldBars(marks: readonly LaneMark[], clock: Clock): readonly Child[] {
  return marks.slice(1).map((mark, index) => {
    const before = marks[index];
    if (before === undefined || !holds(before, mark)) return null;
    const [x1, x2] = [placeOf(before, clock), placeOf(mark, clock)];
    return x2 - x1 < 1 ? null : html`<line class="held ${mark.stance}" x1="${x1}%" x2="${x2}%" y1="50%" y2="50%"/>`;
  });
}

function markOf(mark: LaneMark, clock: Clock): Html {
  const place = placeOf(mark, clock);
  const [from, to] = [clock.place(mark.from) ?? 0, clock.place(mark.to) ?? 0];
  const day = `${intervalText(mark.from, mark.to)}${mark.retold ? ', reported later' : ''}`;
  const note = `${day} — ${stanceWords(mark.stance)}${mark.condition === null ? '' : ` (${mark.condition})`}: ${mark.words}`;
  return html`<a href="${mark.href}" class="${mark.stance}" aria-label="${note}">${
    to - from > 2 && html`<line class="spread" x1="${from}%" x2="${to}%" y1="50%" y2="50%"/>`
  }<svg x="${place}%" y="50%" overflow="visible"><circle class="reach" r="12"/><use href="#mark-${mark.stance}"/></svg></a>`;
}

export const clockRow = (clock: Clock): Html =>
  html`<div class="clock"><svg height="26" aria-hidden="true" focusable="false">${clock.ticks.map((tick, index) => {
    const anchor = tick.place > 92 ? 'end' : index === 0 && tick.place < 6 ? 'start' : 'middle';
    return html`<text x="${tick.place}%" y="16" text-anchor="${anchor}">${tick.label}</text>`;
  })}</svg></div>`;

/** What the shapes mean. */
export const legend = (): Html =>
  html`<p class="legend">${STANCES.map(
    (stance) => html`<span class="stance ${stance}">${stanceShape(stance)} ${stanceWords(stance)}</span> `,
  )}<span>bar: the position held; nothing is drawn where nothing was said</span></p>`;
