import type { Dating } from '../../engine/index.js';
import { dayText } from '../text/days.js';
import { clipped } from '../text/wording.js';
import { type Exported, LONGEST_EXCERPT } from './exported.js';
import { inHtml, isolate } from './html-text.js';
import { webAddress } from './schema-org.js';

/** Where a statement stands and how its day is known: enough to find the words again without this program. */
export function footnote({ recorded, address }: Exported, number: number): string {
  const { article, statement, wording } = recorded;
  const source = [
    article.outlet === null ? null : `<b>${isolate(article.outlet)}</b>`,
    article.title === null ? null : `“${isolate(article.title)}”`,
    article.authors.length === 0 ? null : `by ${isolate(article.authors.join(', '))}`,
    article.published === null ? 'day of printing not given' : `printed ${dayText(article.published)}`,
    article.imported === null ? null : `imported from ${isolate(article.imported)}`,
  ].filter((part) => part !== null);
  return `<li id="n${number}"><p>${source.join(', ')}. ${link(article.url, article.address)}</p>
<p>${places(recorded.statement.citation)} of the text <code>${article.sha256.slice(0, 16)}</code>. ${dayKnown(statement.said, wording.saidEvidence)}</p>
<p class="small">${article.usageTerms === null ? '' : `Terms of use: ${isolate(article.usageTerms)}. `}Statement ${link(address, address)}. <a href="#r${number}" aria-label="Back to statement ${number}">↩</a></p></li>
`;
}

/** The exact words with the places where they stand, in UTF-16 code units. */
function places({ spans, exact }: Exported['recorded']['statement']['citation']): string {
  return spans
    .map(
      ({ start, end }, index) =>
        `<q dir="auto">${inHtml(clipped(exact[index] ?? '', LONGEST_EXCERPT).text)}</q> at characters ${start}–${end}`,
    )
    .join(', and ');
}

function dayKnown({ basis, from, to, reason }: Dating, evidence: string | null): string {
  if (from === null && to === null) return 'The article does not say on which day.';
  if (reason.rule === 'corrected') return 'The day was set right by hand.';
  if (reason.rule === 'imported') return 'The day is that of the collection.';
  const words = evidence === null ? '' : `: “${isolate(evidence)}”`;
  return basis === 'stated' ? `The day is stated beside it${words}.` : `The day is implied by the article${words}.`;
}

function link(url: string | null, otherwise: string): string {
  const address = webAddress(url);
  return address === null
    ? `<span class="address">${inHtml(otherwise)}</span>`
    : `<a class="address" href="${inHtml(address)}" rel="noreferrer">${inHtml(address)}</a>`;
}
