/**
 * Learns what speakers do by their attributions (states, accuses, demands …) from the labelled articles of train.
 *
 *     npm run lab:acts            cross-validated figures, and those on dev
 *     npm run lab:acts -- --write also writes the weights that the engine ships; --errors lists what is wrong on train
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { actEvidence, actFeatures } from '../src/engine/acts/act-features.js';
import { ruledAct } from '../src/engine/acts/act-rules.js';
import { readArticle } from '../src/engine/index.js';
import { likeliest } from '../src/engine/learned/linear.js';
import { viewStatements } from '../src/engine/statements/view.js';
import { loadEnglish } from '../src/runtime/load-english.js';
import { articleOf, corpusFile, type LayerLabel, type LayerLine, type NewsLine, type Part, readLines } from './corpora.js';
import { createGoldAttributor } from './gold-attributor.js';
import { crossValidate, type Example, linearTable, trainLinear } from './train-linear.js';

const SETTINGS = { rounds: 400, penalty: 2, leastGroups: 2 };

interface ActExample extends Example {
  /** What the rules say, before anything is learned. */
  readonly ruled: string | null;
  readonly shown: string;
}

function examplesOf(part: Part): readonly ActExample[] {
  const layers = readLines<LayerLine>(corpusFile('layers', part));
  const labelled = new Map(layers.map((line) => [line.id, line]));
  const news = readLines<NewsLine>(corpusFile('polnear', part)).filter(({ id }) => labelled.has(id));
  const language = { ...loadEnglish(), attributor: createGoldAttributor(news, layers) };
  return news.flatMap((line) => {
    const reading = readArticle(articleOf(line), language);
    const view = viewStatements(reading);
    const labels = (labelled.get(line.id)?.labels ?? []) as readonly (LayerLabel & { readonly act: string })[];
    return labels.map(({ attribution, act }): ActExample => {
      const evidence = actEvidence(view, attribution);
      const cue = reading.attributions[attribution]?.cue.map(({ start, end }) => line.text.slice(start, end)).join(' ');
      return {
        features: actFeatures(view, attribution, evidence),
        ruled: ruledAct(view.words, view.places[attribution]?.content ?? [], evidence)?.act ?? null,
        label: act,
        group: line.id,
        shown: `[${cue}] ${reading.statements[attribution]?.words.slice(0, 90)}`,
      };
    });
  });
}

const percent = (right: number, all: number): string => ((100 * right) / all).toFixed(1);

const examples = examplesOf('train');
const unruled = examples.filter(({ ruled }) => ruled === null);
const confusion = new Map<string, number>();
const judged = new Map(
  crossValidate(unruled, SETTINGS).map(({ example, model }) => [example as ActExample, likeliest(model, example.features).name]),
);
for (const example of examples) {
  const name = example.ruled ?? judged.get(example) ?? 'states';
  const pair = `${example.label} read as ${name}`;
  confusion.set(pair, (confusion.get(pair) ?? 0) + 1);
  if (name !== example.label && process.argv.includes('--errors'))
    process.stdout.write(`${pair}: ${example.shown} ${example.features.slice(2, 5).join(' ')}\n`);
}
const right = [...confusion].reduce((sum, [pair, count]) => sum + (/^(\w+) read as \1$/.test(pair) ? count : 0), 0);
process.stdout.write(`cross-validated on train: ${percent(right, examples.length)} of ${examples.length}\n`);
const full = trainLinear(unruled, SETTINGS);
const dev = examplesOf('dev');
process.stdout.write(
  `dev: ${percent(dev.filter(({ features, label, ruled }) => (ruled ?? likeliest(full, features).name) === label).length, dev.length)} of ${dev.length}\n`,
);
if (process.argv.includes('--write')) {
  const file = fileURLToPath(new URL('../src/engine/acts/act-weights.ts', import.meta.url));
  const note = '/** Learned from the labelled train articles by `npm run lab:acts -- --write`: never edit by hand. */\n';
  writeFileSync(file, `${note}export const ACT_WEIGHTS = \`\n${linearTable(full)}\n\`;\n`);
}
