/**
 * Learns how the article knows an attribution (speech, thought, act) from the labelled articles of train.
 *
 *     npm run lab:modes            cross-validated figures, and those on dev
 *     npm run lab:modes -- --write also writes the weights that the engine ships; --errors lists what is wrong
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { modeFeatures } from '../src/engine/attributions/mode-features.js';
import { modeEvidence } from '../src/engine/attributions/modes.js';
import { readArticle } from '../src/engine/index.js';
import { likeliest } from '../src/engine/learned/linear.js';
import { viewStatements } from '../src/engine/statements/view.js';
import { loadEnglishWith } from '../src/runtime/load-english.js';
import { articleOf, corpusFile, type LayerLine, type NewsLine, type Part, readLines } from './corpora.js';
import { createGoldAttributor } from './gold-attributor.js';
import { crossValidate, type Example, linearTable, trainLinear } from './train-linear.js';

const SETTINGS = { rounds: 400, penalty: 4, leastGroups: 2 };

interface ModeExample extends Example {
  readonly shown: string;
}

function examplesOf(part: Part): readonly ModeExample[] {
  const layers = readLines<LayerLine>(corpusFile('layers', part));
  const labelled = new Map(layers.map((line) => [line.id, line]));
  const news = readLines<NewsLine>(corpusFile('polnear', part)).filter(({ id }) => labelled.has(id));
  const language = loadEnglishWith(createGoldAttributor(news, []));
  return news.flatMap((line) => {
    const reading = readArticle(articleOf(line), language);
    const { places } = viewStatements(reading);
    return (labelled.get(line.id)?.labels ?? []).flatMap(({ attribution, mode }) => {
      const place = places[attribution];
      if (place === undefined) return [];
      const evidence = modeEvidence(reading, place);
      return [
        {
          features: modeFeatures(evidence),
          label: mode,
          group: line.id,
          shown: `[${evidence.cue.join(' ')}] ${reading.statements[attribution]?.words.slice(0, 60)}`,
        },
      ];
    });
  });
}

const examples = examplesOf('train');
let right = 0;
for (const { example, model } of crossValidate(examples, SETTINGS)) {
  const { name } = likeliest(model, example.features);
  if (name === example.label) right++;
  else if (process.argv.includes('--errors')) process.stdout.write(`${example.label} not ${name}: ${(example as ModeExample).shown}\n`);
}
process.stdout.write(`cross-validated on train: ${((100 * right) / examples.length).toFixed(1)} of ${examples.length}\n`);
const full = trainLinear(examples, SETTINGS);
const dev = examplesOf('dev');
const confusion = new Map<string, number>();
for (const { features, label } of dev) {
  const pair = `${label} read as ${likeliest(full, features).name}`;
  confusion.set(pair, (confusion.get(pair) ?? 0) + 1);
}
const devRight = [...confusion].reduce((sum, [pair, count]) => sum + (/^(\w+) read as \1$/.test(pair) ? count : 0), 0);
process.stdout.write(`dev: ${((100 * devRight) / dev.length).toFixed(1)} of ${dev.length}\n`);
for (const [pair, count] of [...confusion].sort()) process.stdout.write(`  ${pair}: ${count}\n`);
if (process.argv.includes('--write')) {
  const file = fileURLToPath(new URL('../src/engine/attributions/mode-weights.ts', import.meta.url));
  const note = '/** Learned from the labelled train articles by `npm run lab:modes -- --write`: never edit by hand. */\n';
  writeFileSync(file, `${note}export const MODE_WEIGHTS = \`\n${linearTable(full)}\n\`;\n`);
}
