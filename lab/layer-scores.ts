import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readArticle } from '../src/engine/index.js';
import { statementsLine } from '../src/runtime/extract-line.js';
import { loadEnglish } from '../src/runtime/load-english.js';
import { articleOf, corpusFile, type LayerLine, type NewsLine, type Part, readLines, SHARED } from './corpora.js';
import { createGoldAttributor } from './gold-attributor.js';

/** The three files that the scorer compares. */
export type ScoredFiles = readonly [gold: string, layers: string, statements: string];

/** Reads the labelled articles of one part, with the labelled attributions or the engine's own, and writes their statements. */
export function writeLayerStatements(part: Part, attributions: 'labelled' | 'own'): ScoredFiles {
  const layers = readLines<LayerLine>(corpusFile('layers', part));
  const labelled = new Set(layers.map((line) => line.id));
  const news = readLines<NewsLine>(corpusFile('polnear', part)).filter((line) => labelled.has(line.id));
  const english = loadEnglish();
  const language = attributions === 'labelled' ? { ...english, attributor: createGoldAttributor(news, layers) } : english;
  const folder = fileURLToPath(new URL('../.build/', import.meta.url));
  const file = `${folder}layers-${part}${attributions === 'labelled' ? '-gold' : ''}.jsonl`;
  mkdirSync(folder, { recursive: true });
  const lineOf = (line: NewsLine): string =>
    `${JSON.stringify(statementsLine(readArticle(articleOf(line), language), { text: 'without-text', reasons: 'with-reasons' }))}\n`;
  writeFileSync(file, news.map(lineOf).join(''));
  return [corpusFile('polnear', part), corpusFile('layers', part), file];
}

export const LAYER_SCORER = `${SHARED}tools/score-layers.mjs`;

/** The scorer's figures by their names: percents and F, in hundredths. */
export function layerScores(part: Part, attributions: 'labelled' | 'own'): Readonly<Record<string, number>> {
  const { stdout } = spawnSync(process.execPath, [LAYER_SCORER, ...writeLayerStatements(part, attributions), '--json'], {
    encoding: 'utf8',
  });
  const table = JSON.parse(stdout) as Record<string, string | { readonly percent?: number; readonly f?: number }>;
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, figures]) => {
      const figure = typeof figures === 'string' ? undefined : (figures.percent ?? figures.f);
      return figure === undefined ? [] : [[name, figure]];
    }),
  );
}
