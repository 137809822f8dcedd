/**
 * How right is what statements carry? Reads the labelled articles of one part and prints the scorer's table.
 *
 *     npm run lab:layers -- [train|dev] [--gold] [--errors FIELD] [--json]
 *
 * `--gold` hands the engine the labelled attributions, so that only what is said about them counts; without it the engine
 * finds its own. `--errors FIELD` lists the wrong ones ("speaker", "retold" ...). The statements are written to
 * `.build/layers-PART[-gold].jsonl`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readArticle } from '../src/engine/index.js';
import { statementsLine } from '../src/runtime/extract-line.js';
import { loadEnglish } from '../src/runtime/load-english.js';
import { articleOf, corpusFile, type LayerLine, type NewsLine, type Part, readLines, SHARED } from './corpora.js';
import { createGoldAttributor } from './gold-attributor.js';

const given = process.argv.slice(2);
const gold = given.includes('--gold');
const part: Part = given.includes('dev') ? 'dev' : 'train';
const passed = given.filter((argument) => !['--gold', 'train', 'dev'].includes(argument));

const layers = readLines<LayerLine>(corpusFile('layers', part));
const labelled = new Set(layers.map((line) => line.id));
const news = readLines<NewsLine>(corpusFile('polnear', part)).filter((line) => labelled.has(line.id));
const english = loadEnglish();
const language = gold ? { ...english, attributor: createGoldAttributor(news, layers) } : english;

const folder = fileURLToPath(new URL('../.build/', import.meta.url));
const file = `${folder}layers-${part}${gold ? '-gold' : ''}.jsonl`;
mkdirSync(folder, { recursive: true });
writeFileSync(
  file,
  news
    .map(
      (line) =>
        `${JSON.stringify(statementsLine(readArticle(articleOf(line), language), { text: 'without-text', reasons: 'with-reasons' }))}\n`,
    )
    .join(''),
);

const scorer = `${SHARED}tools/score-layers.mjs`;
const { status } = spawnSync(process.execPath, [scorer, corpusFile('polnear', part), corpusFile('layers', part), file, ...passed], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
