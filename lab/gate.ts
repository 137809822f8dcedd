/**
 * Fails where a figure of the shipped model has fallen below its floor.
 *
 *     npm run lab:gate             measures on dev and compares with lab/floors.json
 *     npm run lab:gate -- --raise  raises the floors to what is reached; floors never fall
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readArticle } from '../src/engine/index.js';
import { loadEnglish } from '../src/runtime/load-english.js';
import { articleOf, corpusFile, type NewsLine, readLines } from './corpora.js';
import { outFile, predictionLine, scoreFiles, writeLines } from './predictions.js';

const path = fileURLToPath(new URL('floors.json', import.meta.url));
const floors = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, number>>;
const attributions = floors.attributions ?? {};

const english = loadEnglish();
const gold = corpusFile('polnear', 'dev');
const file = outFile('gate.jsonl');
writeLines(
  file,
  readLines<NewsLine>(gold).map((line) => predictionLine(line.id, readArticle(articleOf(line), english).attributions)),
);
const figures = scoreFiles(gold, file);
const raised: Record<string, number> = {};
for (const [name, floor] of Object.entries(attributions)) {
  const reached = figures[name]?.f ?? 0;
  const verdict = reached < floor ? 'FALLEN' : 'holds';
  console.log(`${name.padEnd(22)} floor ${floor.toFixed(1)}, reached ${reached.toFixed(1)}: ${verdict}`);
  if (reached < floor) process.exitCode = 1;
  raised[name] = Math.max(floor, reached);
}
if (process.argv.includes('--raise')) writeFileSync(path, `${JSON.stringify({ ...floors, attributions: raised }, null, 2)}\n`);
