import type { ConditionChange } from '../answers/positions/condition-change.js';
import type { DayPosition } from '../answers/positions/day-positions.js';
import type { Shift } from '../answers/positions/shifts.js';
import { articleAddress, shiftAddress, speakerAddress, statementAddress } from './addresses.js';
import { shortDayText } from './days.js';
import { wordDifferences } from './diff.js';
import { type Child, type Html, html, isolated } from './html.js';
import { dayLabel, dayText, positionWords, type Statements } from './lanes-view.js';
import { stanceWords } from './stance.js';
import { nameText } from './statement-view.js';
import { clipped } from './words.js';

const CONDITIONS: Readonly<Record<Exclude<ConditionChange, 'same'>, string>> = {
  appeared: 'a condition appeared',
  hardened: 'the condition asks for more',
  softened: 'the condition asks for less',
  went: 'the condition went',
  changed: 'the condition is another',
};

/** What changed, in words: "against, then only if; a condition appeared". */
export function changeText({ then, now, stanceChanged, condition }: Shift): string {
  const stances = stanceChanged ? `${stanceWords(then.stance)}, then ${stanceWords(now.stance)}` : `${stanceWords(now.stance)}, as before`;
  return condition === 'same' ? stances : `${stances}; ${CONDITIONS[condition]}`;
}

/** What a shift is about; an id only where the issue is followed, for words that somebody typed have no address of their own. */
export interface ShownIssue {
  readonly id: string | null;
  readonly name: string;
}

/** Old words beside the words of today, with both sources beneath. No verdict. */
export function shiftPair(shift: Shift, issue: ShownIssue, statements: Statements, length = 400): Html {
  const change = changeText(shift);
  const linked =
    issue.id === null
      ? change
      : html`<a href="${shiftAddress(issue.id, shift.then.shown.statement.id, shift.now.shown.statement.id)}" data-open>${change}</a>`;
  const speaker = shift.holder.startsWith('group:') ? null : speakerAddress(shift.holder);
  const name = isolated(nameText(shift.holderName));
  return html`<article class="shift"><p class="about">${speaker === null ? html`<strong>${name}</strong>` : html`<a class="speaker" href="${speaker}"><strong>${name}</strong></a>`} on ${isolated(nameText(issue.name).toLowerCase())}: ${linked}</p>
${sides(shift, statements, length)}
</article>`;
}

/** The two sides alone, for a page whose heading says the rest. */
export const shiftSides = (shift: Shift, statements: Statements, length: number): Html =>
  html`<div class="shift">${sides(shift, statements, length)}</div>`;

const sides = (shift: Shift, statements: Statements, length: number): Child => [
  side('then', shift.then, statements, length),
  side('now', shift.now, statements, length),
];

function side(name: 'then' | 'now', day: DayPosition, statements: Statements, length: number): Html {
  const { statement } = day.shown;
  const sha256 = statements[statement.id]?.article.sha256;
  const outlet = isolated(nameText(statement.outlet ?? 'article'));
  return html`<div class="side"><span class="label">${name}: ${dayText(day)}</span><p class="about">${dayLabel(day)}</p>
${positionWords(day.shown, statements, length)}
<p class="by">${sha256 === undefined ? outlet : html`<a href="${articleAddress(sha256, statement.id)}">${outlet}</a>`}${statement.printed !== null && `, printed ${shortDayText(statement.printed)}`} · <a href="${statementAddress(statement.id)}">statement</a></p></div>`;
}

/** The two conditions, with what was added and taken away; null where there are not two, or two of different matters. */
export function conditionChangeView({ then, now, condition }: Shift): Html | null {
  if (condition === 'changed' || then.condition === null || now.condition === null || then.condition === now.condition) return null;
  const runs = wordDifferences(clipped(then.condition, 600).text, clipped(now.condition, 600).text);
  return html`<p class="words changed" dir="auto">${runs.map(
    (run): Child => (run.kind === 'same' ? run.text : run.kind === 'removed' ? html`<del>${run.text}</del>` : html`<ins>${run.text}</ins>`),
  )}</p>`;
}
