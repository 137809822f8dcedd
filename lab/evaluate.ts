/**
 * How right are the attributions that the engine finds with the shipped model?
 *
 *     npm run lab:evaluate -- [train|dev] [--outlets] [--errors [COUNT]] [--write]
 *
 * Prints the scorer's table; with `--outlets` what is found for each outlet, with `--errors` how many errors there are of
 * each kind and COUNT examples of each (corpus text: for reading, never for the repository). `--write` keeps the table as
 * lab/figures/attributions-PART.json. The floors in lab/floors.json are figures of the dev part.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Attribution, readArticle } from '../src/engine/index.js';
import { loadEnglish } from '../src/runtime/load-english.js';
import { articleOf, corpusFile, type NewsLine, type Part, readLines } from './corpora.js';
import { type ErrorKind, errorsOf } from './error-kinds.js';
import { outFile, predictionLine, printFigures, scoreFiles, writeLines } from './predictions.js';

const given = process.argv.slice(2);
const part: Part = given.includes('train') ? 'train' : 'dev';

const english = loadEnglish();
const lines = readLines<NewsLine>(corpusFile('polnear', part));
const found = lines.map((line): readonly Attribution[] => readArticle(articleOf(line), english).attributions);
const file = outFile(`attributions-${part}.jsonl`);
writeLines(
  file,
  lines.map((line, at) => predictionLine(line.id, found[at] ?? [])),
);
const figures = scoreFiles(corpusFile('polnear', part), file);
printFigures(figures);
if (given.includes('--outlets')) printOutlets();
if (given.includes('--errors')) printErrors(Number(given[given.indexOf('--errors') + 1] ?? 0) || 0);
if (given.includes('--write')) {
  const folder = fileURLToPath(new URL('figures', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/attributions-${part}.json`, `${JSON.stringify(figures, null, 1)}\n`);
}

function printOutlets(): void {
  for (const outlet of [...new Set(lines.map((line) => line.outlet))].sort()) {
    const own = lines.filter((line) => line.outlet === outlet);
    writeLines(outFile('outlet.jsonl'), own);
    const table = scoreFiles(outFile('outlet.jsonl'), file);
    const show = (name: string): string => `${name} ${(table[name]?.f ?? 0).toFixed(1)}`;
    console.log(
      `${String(outlet).padEnd(20)} ${own.length} articles: ${['found', 'found, speech cues', 'cue exact', 'content exact'].map(show).join(', ')}`,
    );
  }
}

function printErrors(examples: number): void {
  const errors = lines.flatMap((line, at) => errorsOf(line, found[at] ?? []));
  for (const kind of [...new Set(errors.map((error): ErrorKind => error.kind))].sort()) {
    const own = errors.filter((error) => error.kind === kind);
    console.log(`${kind}: ${own.length}`);
    const every = Math.max(1, Math.floor(own.length / Math.max(1, examples)));
    for (let at = 0, shown = 0; shown < examples && at < own.length; at += every, shown++)
      console.log(`    ${own[at]?.words.slice(0, 400)}`);
  }
}
