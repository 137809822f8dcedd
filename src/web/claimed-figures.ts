import type { Matter } from '../answers/figures/ledger.js';
import type { RecordedStatement } from '../record/index.js';
import { figuresChart } from './charts/figures.js';
import { markOf } from './figure-marks.js';
import { counted, type Html, html, isolated, numberText } from './html.js';
import { clipped } from './words.js';

/** So many figures of one statement are shown. */
const MOST_FIGURES = 12;

/** How much stands either side of a figure, so that its words can be weighed. */
const AROUND = 70;

/** The figures that a statement claims: their words marked where they stand, what they are read as, and what else the record has on the same. */
export function claimedFigures(recorded: RecordedStatement, matters: readonly Matter[]): Html | null {
  const { figures } = recorded.statement;
  if (figures.length === 0) return null;
  return html`<section aria-labelledby="figures"><h2 id="figures">Figures</h2>
<div class="scroll" tabindex="0" role="region" aria-label="Figures of this statement"><table class="stack"><thead><tr><th scope="col">In the words</th><th scope="col" class="number">Read as</th><th scope="col">Of what</th></tr></thead>
<tbody>${figures.slice(0, MOST_FIGURES).map((figure) => {
    const { before, exact, after } = placeOf(recorded, figure.start, figure.end);
    return html`<tr><td class="words" dir="auto">${before}<mark>${exact}</mark>${after}</td><td class="number">${figure.qualifier !== null && [isolated(figure.qualifier), ' ']}${numberText(figure.value)}</td><td>${figure.unit === null ? 'not said' : isolated(clipped(figure.unit, 60).text)}</td></tr>`;
  })}</tbody></table></div>
${figures.length > MOST_FIGURES && html`<p class="by">and ${figures.length - MOST_FIGURES} more; the data of this page has all.</p>`}
${matters.map((matter, index) => drawn(matter, index))}</section>`;
}

/** The words of a figure, and those around it, from the citation's own words. */
function placeOf({ statement: { citation } }: RecordedStatement, start: number, end: number) {
  const at = citation.spans.findIndex((span) => start >= span.start && end <= span.end);
  const whole = citation.exact[at] ?? '';
  const from = start - (citation.spans[at]?.start ?? start);
  const to = from + end - start;
  const before = whole.slice(Math.max(0, from - AROUND), from);
  const after = whole.slice(to, to + AROUND);
  return {
    before: from > AROUND ? `… ${before.replace(/^\S*\s/, '')}` : before,
    exact: whole.slice(from, to),
    after: to + AROUND < whole.length ? `${after.replace(/\s\S*$/, '')} …` : after,
  };
}

/** The same matter as others count it. */
function drawn(matter: Matter, index: number): Html | null {
  const chart = figuresChart(
    matter.claims.slice(0, 40).map((claim, place) => markOf(claim, matter.firsts.includes(place))),
    matter.name,
    `claims-${index}`,
  );
  return chart === null
    ? null
    : html`<figure><figcaption>${isolated(clipped(matter.name, 100).text)}: ${counted(matter.claims.length, 'claim')} on record, this one among them</figcaption>${chart}</figure>`;
}
