/**
 * How right are the attributions that the engine finds with the shipped model? Prints the scorer's table.
 *
 *     npm run lab:evaluate -- [train|dev]
 */
import { readArticle } from '../src/engine/index.js';
import { loadEnglish } from '../src/runtime/load-english.js';
import { articleOf, corpusFile, type NewsLine, type Part, readLines } from './corpora.js';
import { outFile, predictionLine, printFigures, scoreFiles, writeLines } from './predictions.js';

const part: Part = process.argv.includes('train') ? 'train' : 'dev';
const english = loadEnglish();
const gold = corpusFile('polnear', part);
const file = outFile(`attributions-${part}.jsonl`);
writeLines(
  file,
  readLines<NewsLine>(gold).map((line) => predictionLine(line.id, readArticle(articleOf(line), english).attributions)),
);
printFigures(scoreFiles(gold, file));
