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
import { articleOf, type Part } from './corpora.js';
import { createGoldAttributor } from './gold-attributor.js';
import { labelledArticles, newsOf } from './labels.js';
import { crossValidate, type Example, linearTable, trainLinear } from './train-linear.js';

const SETTINGS = { rounds: 300, penalty: 4, leastGroups: 3 };

/**
 * Those who labelled the lab's articles find fault a little oftener than those of the shared layers. A feature that only the
 * lab's examples have takes that up, and is left out where anything is read.
 */
const HABIT = 'lab-habit';

interface ActExample extends Example {
  /** What the rules say, before anything is learned. */
  readonly ruled: string | null;
  readonly shown: string;
  /** Whether it comes from the shared layers, the part that is counted apart. */
  readonly layers: boolean;
}

function examplesOf(part: Part): readonly ActExample[] {
  const articles = labelledArticles(part);
  const labelled = new Map(articles.map((line) => [line.id, line]));
  const news = newsOf(part, articles);
  const language = { ...loadEnglish(), attributor: createGoldAttributor(news, articles) };
  return news.flatMap((line) => {
    const reading = readArticle(articleOf(line), language);
    const view = viewStatements(reading);
    return (labelled.get(line.id)?.labels ?? []).map(({ attribution, act }): ActExample => {
      const evidence = actEvidence(view, attribution);
      const ruled = ruledAct(view.words, view.places[attribution]?.content ?? [], evidence);
      const cue = reading.attributions[attribution]?.cue.map(({ start, end }) => line.text.slice(start, end)).join(' ');
      return {
        features: actFeatures(view, attribution, evidence, ruled),
        ruled: ruled?.act ?? null,
        label: act,
        group: line.id,
        layers: labelled.get(line.id)?.from === 'layers',
        shown: `${line.id} ${attribution} [${cue}] ${reading.statements[attribution]?.words.slice(0, 90)}`,
      };
    });
  });
}

const percent = (right: number, all: number): string => ((100 * right) / all).toFixed(1);

const examples = examplesOf('train');
const trained = examples.map((example) => (example.layers ? example : { ...example, features: [...example.features, HABIT] }));
const confusion = new Map<string, number>();
const judged = new Map(
  crossValidate(trained, SETTINGS).map(({ example, model }) => [
    (example as ActExample).shown,
    likeliest(model, read(example.features)).name,
  ]),
);
function read(features: readonly string[]): readonly string[] {
  return features.filter((name) => name !== HABIT);
}
const nameOf = (example: ActExample): string => example.ruled ?? judged.get(example.shown) ?? 'states';
for (const example of examples) {
  const name = nameOf(example);
  const pair = `${example.label} read as ${name}`;
  confusion.set(pair, (confusion.get(pair) ?? 0) + 1);
  if (name !== example.label && process.argv.includes('--errors'))
    process.stdout.write(`${pair}: ${example.shown} ${example.features.slice(2, 5).join(' ')}\n`);
}
const layered = examples.filter(({ layers }) => layers);
process.stdout.write(
  `of the shared layers: ${percent(layered.filter((example) => nameOf(example) === example.label).length, layered.length)}\n`,
);
const right = [...confusion].reduce((sum, [pair, count]) => sum + (/^(\w+) read as \1$/.test(pair) ? count : 0), 0);
process.stdout.write(`cross-validated on train: ${percent(right, examples.length)} of ${examples.length}\n`);
const learned = trainLinear(trained, SETTINGS);
const full = { ...learned, weights: new Map([...learned.weights].filter(([name]) => name !== HABIT)) };
const dev = examplesOf('dev');
process.stdout.write(
  `dev: ${percent(dev.filter(({ features, label, ruled }) => (ruled ?? likeliest(full, features).name) === label).length, dev.length)} of ${dev.length}\n`,
);
if (process.argv.includes('--write')) {
  const file = fileURLToPath(new URL('../src/engine/acts/act-weights.ts', import.meta.url));
  const note = '/** Learned from the labelled train articles by `npm run lab:acts -- --write`: never edit by hand. */\n';
  writeFileSync(file, `${note}export const ACT_WEIGHTS = \`\n${linearTable(full)}\n\`;\n`);
}
