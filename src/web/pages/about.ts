import { EVERYTHING, type LookedAt } from '../../record/index.js';
import { lookedAtLine } from '../frame.js';
import { type Html, html, numberText } from '../html.js';
import type { Measures, View } from '../view.js';

export interface AboutData {
  readonly statements: number;
  readonly positions: number;
  readonly undated: number;
  readonly schema: number;
  readonly measures: Measures;
  readonly lookedAt: LookedAt;
}

export const aboutView: View<AboutData> = {
  async read({ record, remember, measures }) {
    const [statements, positions, undated, lookedAt] = await Promise.all([
      remember('count', () => record.count(EVERYTHING)),
      remember('positions', () => record.count({ kind: 'position' })),
      remember('undated', () => record.count({ kind: 'not', of: { kind: 'said-known' } })),
      record.lookedAt(EVERYTHING),
    ]);
    return { statements, positions, undated, schema: record.schema, measures, lookedAt };
  },
  title: () => 'About the record',
  body: (data) => html`<h1>About the record</h1>
<div class="prose lead">
<p>These pages show who is reported to have said what, when, to whom and on what condition. Every line points at the exact characters of an article.</p>
</div>
<h2>What is in it</h2>
<dl class="facts"><dt>Statements</dt><dd>${numberText(data.statements)}</dd><dt>with a position</dt><dd>${numberText(data.positions)}</dd><dt>without a day</dt><dd>${numberText(data.undated)}: the text does not tell, and nothing was filled in</dd></dl>
<h2>How to read it</h2>
<div class="prose">
<p>Words in quotation marks stand in an article as they stand here, character for character. Words after <span class="manner">reported:</span> are an article’s account of what somebody said; after <span class="manner">headline:</span>, a headline’s.</p>
<p>A position — for, only if, against, unclear — follows the words, not what is known about the speaker. It is always shown with the words that show it.</p>
<p>The day is the day of speaking, not of printing. “Reported later” marks what an article brings up as background.</p>
</div>
${rightness(data.measures)}
<h2>What it is not</h2>
<div class="prose"><ul>
<li>It does not say whether a claim is true, and scores nobody.</li>
<li>What is not in these articles is not in it: silence here is not silence there. <a href="/coverage">Coverage</a> shows the gaps.</li>
<li>A program read the articles by rules, and it errs: the words can be given to the wrong speaker, a day misread. Each statement says why, links to its article, and can be corrected; what was corrected is <a href="/corrections">listed</a>.</li>
<li>Copies of one story are one story, however many outlets print it.</li>
</ul></div>
${lookedAtLine(data.lookedAt)}`,
};

/** What the program reaches on labelled articles that it did not learn from. */
function rightness(measures: Measures): Html {
  const parts = Object.entries(measures).filter(([, values]) => Object.keys(values).length > 0);
  return html`<h2>How right it is</h2><div class="prose"><p>${
    parts.length === 0
      ? 'The figures are in docs/model-card.md.'
      : 'Of 100, on news articles that people labelled and the program did not learn from. “Exact” is the same words to the letter, “overlap” partly the same, “found” an attribution found at all. No release may fall below these. On other news, other countries and older texts it may do worse.'
  }</p></div>
${parts.map(
  ([part, values]) =>
    html`<h3>${part}</h3><div class="scroll" tabindex="0" role="region" aria-label="${part}"><table class="measures"><tbody>${Object.entries(
      values,
    ).map(([name, value]) => html`<tr><th scope="row">${name}</th><td class="number">${value}</td></tr>`)}</tbody></table></div>`,
)}`;
}
