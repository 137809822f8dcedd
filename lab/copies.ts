/**
 * Lists the pairs of articles that count as copies or rewrites of one another, with their longest shared passage, to be read by eye.
 *
 *   tsx lab/copies.ts [PATH …]      default: the training articles of ../shared/corpora/polnear
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ComparedText, linkTexts } from '../src/answers/origins/links.js';
import { readSources } from '../src/readers/index.js';
import { addressOf } from '../src/record/index.js';

const corpora = process.env.ONRECORD_CORPORA ?? fileURLToPath(new URL('../../shared/corpora', import.meta.url));
const paths = process.argv.length > 2 ? process.argv.slice(2) : [join(corpora, 'polnear', 'train.jsonl')];

const texts: ComparedText[] = [];
for await (const item of readSources(paths)) {
  if (item.kind !== 'article') continue;
  const { text, blocks, ...head } = item.article;
  texts.push({ head: { ...head, address: addressOf(item.article), sha256: '', version: 1, current: true, filed: null }, text, blocks });
}
const started = performance.now();
const links = linkTexts(texts);
console.error(`${links.length} pairs of ${texts.length} articles in ${Math.round(performance.now() - started)} ms`);
for (const link of links) {
  const [left, right] = [texts[link.left], texts[link.right]];
  const longest = link.passages.reduce((best, passage) => (passage.words > best.words ? passage : best), {
    left: { start: 0, end: 0 },
    words: 0,
  });
  console.log(
    `${link.relation} ${link.share.toFixed(2)}  ${left?.head.outlet} ${left?.head.published} ~ ${right?.head.outlet} ${right?.head.published}`,
  );
  console.log(`    ${longest.words} words: ${left?.text.slice(longest.left.start, longest.left.end).slice(0, 200).replaceAll('\n', ' ')}`);
}
