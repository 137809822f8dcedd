import type { Day, Office } from '../engine/index.js';
import { dayText, monthText } from './days.js';
import { type Child, html, isolated } from './html.js';
import { nameText } from './statement-view.js';

/** An office of somebody, wherever it is known from. Days may be a year or a month alone. */
export interface HeldOffice {
  readonly title: string;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Up to when an office without an end is known to have been held. */
  readonly checked: Day | null;
}

/** "Foreign minister of Korrend", the latest office first; one whose beginning nobody knows comes last. */
export const officesOf = (offices: readonly Office[]): readonly HeldOffice[] =>
  offices
    .map(({ title, of, from, to, checked }) => ({ title: of === null ? title : `${title}, ${of}`, from, to, checked }))
    .sort((one, other) => (other.from ?? '').localeCompare(one.from ?? ''));

const MOST_OFFICES = 12;

/** Offices over time, each with the days it was held. */
export const officesList = (offices: readonly HeldOffice[]): Child =>
  offices.length > 0 &&
  html`<ul class="offices">${offices
    .slice(0, MOST_OFFICES)
    .map((office) => html`<li><span class="when">${heldText(office)}</span> ${isolated(nameText(office.title))}</li>`)}</ul>${
    offices.length > MOST_OFFICES && html`<p class="by">and ${offices.length - MOST_OFFICES} more</p>`
  }`;

/** "2019 – March 2023", "since 2019 (as of 1 May 2031)", "until 2023", "days not given". */
export function heldText({ from, to, checked }: HeldOffice): string {
  if (from === null) return to === null ? 'days not given' : `until ${partText(to)}`;
  if (to !== null) return `${partText(from)} – ${partText(to)}`;
  return `since ${partText(from)}${checked === null ? '' : ` (as of ${partText(checked)})`}`;
}

/** A day, a month or a year, as precisely as it is known. */
const partText = (day: Day): string => (day.length === 4 ? day : day.length === 7 ? monthText(`${day}-01`) : dayText(day));
