import { dayText, shortDayText } from '../days.js';
import { type Child, counted, type Html, html, numberText } from '../html.js';
import { clipped } from '../words.js';
import { rounded } from './scale.js';
import { type Periods, periodName, periodStart } from './weeks.js';

/** One row of squares. All rows of a chart have the same periods. */
export interface SquareRow {
  readonly name: Child;
  readonly plainName: string;
  readonly counts: readonly number[];
}

const STEPS = [1, 2, 4, 8] as const;

const shadeOf = (count: number): number => STEPS.filter((step) => count >= step).length;

/** Rows by periods as small squares, darker for more; a gap is an empty square. */
export function squaresChart(rows: readonly SquareRow[], periods: Periods, what: string): Html {
  const last = periodStart(periods, periods.counts.length - 1);
  return html`<div class="lanes squares">${rows.map((row) => squareRow(row, periods, what))}</div>
<div class="clock"><svg height="26" aria-hidden="true" focusable="false"><text x="0" y="16">${shortDayText(periods.from)}</text><text x="100%" y="16" text-anchor="end">${shortDayText(last)}</text></svg></div>
<p class="legend"><span>${what} in a ${periodName(periods)}:</span>${STEPS.map(
    (step, index) =>
      html`<span><svg class="shape" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true"><rect class="some${index + 1}" width="12" height="12"/></svg> ${step}${STEPS[index + 1] === undefined ? ' or more' : `–${(STEPS[index + 1] ?? 0) - 1}`.replace(`–${step}`, '')}</span> `,
  )}<span>empty: none in the record</span></p>`;
}

function squareRow(row: SquareRow, periods: Periods, what: string): Html {
  const width = 100 / periods.counts.length;
  const total = row.counts.reduce((sum, count) => sum + count, 0);
  const filled = row.counts.filter((count) => count > 0).length;
  const label = `${clipped(row.plainName, 100).text}: ${counted(total, what.replace(/s$/, ''))} in ${filled} of ${counted(row.counts.length, 'period')} of one ${periodName(periods)}`;
  return html`<div class="lane"><div class="name">${row.name}</div><svg class="drawing" role="img" aria-label="${label}" height="30">${row.counts.map(
    (count, index) => {
      const [x, shade] = [rounded(index * width), shadeOf(count)];
      const day = dayText(periodStart(periods, index));
      return html`<rect class="${shade === 0 ? 'none' : `some${shade}`}" x="${x}%" y="9" width="${rounded(width * 0.8)}%" height="12">${
        count > 0 && html`<title>${periodName(periods)} of ${day}: ${numberText(count)}</title>`
      }</rect>`;
    },
  )}</svg></div>`;
}
