import type { Day } from '../../engine/index.js';
import { intervalText } from '../days.js';
import { type Child, counted, type Html, html, isolated, numberText } from '../html.js';
import { type Clock, clockOf, countTicks, rounded } from './scale.js';

/** One claimed number. Equal `claimant`s are one row of the legend and one letter. */
export interface FigureMark {
  readonly claimant: string;
  readonly day: Day | null;
  readonly value: number;
  /** What the words leave open: "at least" upwards, "up to" downwards, "about" both ways. */
  readonly open: 'up' | 'down' | 'both' | 'none';
  /** Whether this claimant says this number for the first time. */
  readonly first: boolean;
  readonly words: string;
}

const HEIGHT = 190;
const TOP = 16;
const BOTTOM = 26;
const ARROW = 22;

/** Numbers of the axis stand at the left; marks keep clear of them. */
const beside = (place: number): number => rounded(9 + place * 0.9);

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Who claims how many, over time: a letter a claimant, filled where it says the number first, an arrow where the words leave more open. */
export function figuresChart(marks: readonly FigureMark[], what: string, id: string): Html | null {
  const dated = marks.filter((mark) => mark.day !== null);
  const clock = clockOf(dated.flatMap((mark) => (mark.day === null ? [] : [mark.day])));
  if (clock === null) return null;
  const claimants = [...new Set(marks.map((mark) => mark.claimant))].slice(0, LETTERS.length);
  const ticks = countTicks(dated.reduce((most, mark) => Math.max(most, mark.value), 1));
  const top = ticks.at(-1) ?? 1;
  const y = (value: number): number => rounded(HEIGHT - BOTTOM - (value / top) * (HEIGHT - BOTTOM - TOP));
  return html`<svg class="chart" height="${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${what}, by claimant and day</title>
<desc id="${id}-desc">${counted(dated.length, 'claim')} by ${counted(claimants.length, 'claimant')}, from ${numberText(least(dated))} to ${numberText(most(dated))}.</desc>
${ticks.map((tick) => html`<line class="axis" x1="0" x2="100%" y1="${y(tick)}" y2="${y(tick)}"/><text x="0" y="${y(tick) - 4}">${numberText(tick)}</text>`)}
${clock.ticks.map((tick) => html`<text x="${beside(tick.place)}%" y="${HEIGHT - 6}" text-anchor="${tick.place > 92 ? 'end' : tick.place < 6 ? 'start' : 'middle'}">${tick.label}</text>`)}
${dated.map((mark, index) => markOf(mark, LETTERS[claimants.indexOf(mark.claimant)] ?? '·', clock, y, sideways(dated, index)))}
</svg>
<ul class="legend">${claimants.map((claimant, index) => html`<li><b>${LETTERS[index]}</b> ${isolated(claimant)}</li>`)}<li>filled: says it first; arrow: the words leave more open</li></ul>`;
}

const least = (marks: readonly FigureMark[]): number =>
  marks.reduce((value, mark) => Math.min(value, mark.value), Number.POSITIVE_INFINITY);
const most = (marks: readonly FigureMark[]): number => marks.reduce((value, mark) => Math.max(value, mark.value), 0);

/** Marks of nearly one day and value stand side by side, in pixels. */
function sideways(marks: readonly FigureMark[], index: number): number {
  const mark = marks[index];
  const before = marks
    .slice(0, index)
    .filter((other) => other.day === mark?.day && Math.abs(other.value - (mark?.value ?? 0)) <= 0.1 * other.value);
  return before.length * 24;
}

function markOf(mark: FigureMark, letter: string, clock: Clock, y: (value: number) => number, shift: number): Html {
  const place = beside(clock.place(mark.day ?? '') ?? 0);
  const at = y(mark.value);
  return html`<svg x="${place}%" y="${at}" overflow="visible"><g transform="translate(${shift > 0 && place > 80 ? -shift : shift} 0)">${whiskers(mark.open)}<circle class="${mark.first ? 'first' : 'again'}" r="9.5"/><text class="${mark.first ? 'in-first' : 'in-again'}" y="4.5" text-anchor="middle">${letter}</text><title>${mark.claimant}, ${intervalText(mark.day, mark.day)}: ${mark.words}</title></g></svg>`;
}

function whiskers(open: FigureMark['open']): Child {
  const up = html`<path class="line" d="M0-9v-${ARROW - 9}m-4 5l4-5l4 5"/>`;
  const down = html`<path class="line" d="M0 9v${ARROW - 9}m-4-5l4 5l4-5"/>`;
  if (open === 'none') return null;
  return open === 'up' ? up : open === 'down' ? down : [up, down];
}
