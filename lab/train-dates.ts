/**
 * Learns which undated attributions belong to an event that their article dates, from the labelled articles of train.
 *
 *     npm run lab:dates            cross-validated figures
 *     npm run lab:dates -- --write also writes the weights that the engine ships
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { assignEvents } from '../src/engine/dates/assign-events.js';
import { retoldFeatures } from '../src/engine/dates/retold.js';
import { readArticle } from '../src/engine/index.js';
import { binaryWeights, type LinearModel, likeliest } from '../src/engine/learned/linear.js';
import { loadEnglishWith } from '../src/runtime/load-english.js';
import { articleOf } from './corpora.js';
import { type CarryArticle, carryArticle, carryExamples } from './date-examples.js';
import { createGoldAttributor } from './gold-attributor.js';
import { type LabelledArticle, labelledArticles, newsOf } from './labels.js';
import { type Example, linearTable, trainLinear } from './train-linear.js';

const SETTINGS = { rounds: 400, penalty: 2, leastGroups: 3 };
const FOLDS = 10;

const layers = labelledArticles('train');
const news = newsOf('train', layers);
const language = loadEnglishWith(createGoldAttributor(news, layers));
const articles = news.flatMap((line) => {
  const layer = layers.find(({ id }) => id === line.id);
  return layer === undefined ? [] : [carryArticle(readArticle(articleOf(line), language), layer, language)];
});

const assign = ({ context }: CarryArticle, model: LinearModel, threshold: number): readonly number[] =>
  assignEvents(context, binaryWeights(model, 'carry'), threshold).map(({ event }) => event);

function score(models: ReadonlyMap<string, LinearModel>, threshold: number, from: LabelledArticle['from']): string {
  let implied = 0;
  let impliedRight = 0;
  let known = 0;
  let knownRight = 0;
  let open = 0;
  let openRight = 0;
  for (const article of articles) {
    const model = models.get(article.id);
    if (model === undefined || article.from !== from) continue;
    const assigned = assign(article, model, threshold);
    for (const { attribution, said } of article.labels) {
      const right = assigned[attribution] === article.gold[attribution] && article.gold[attribution] !== -1;
      if (said.from === null) {
        open++;
        if (assigned[attribution] === -1 && article.context.stated[attribution] == null) openRight++;
      } else {
        known++;
        if (right) knownRight++;
        if (said.basis === 'implied') {
          implied++;
          if (right) impliedRight++;
        }
      }
    }
  }
  const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);
  return `${from} at ${threshold}: known right ${percent(knownRight, known)}, implied right ${percent(impliedRight, implied)}, unknown left open ${percent(openRight, open)}`;
}

/** Trains on labelled neighbours first, then on what the model itself assigned, so that it learns to live with its own mistakes. */
function train(of: readonly CarryArticle[], turns: number): LinearModel {
  let examples = of.flatMap((article) => carryExamples(article, article.gold));
  let model = trainLinear(examples, SETTINGS);
  for (let turn = 0; turn < turns; turn++) {
    const own = of.flatMap((article) => carryExamples(article, assign(article, model, 0.5)));
    examples = turn === 0 ? [...examples, ...own] : [...examples, ...own];
    model = trainLinear(examples, SETTINGS);
  }
  return model;
}

const TURNS = 0;
const models = new Map<string, LinearModel>();
for (let fold = 0; fold < FOLDS; fold++) {
  const held = articles.filter((_, index) => index % FOLDS === fold);
  const model = train(
    articles.filter((article) => !held.includes(article)),
    TURNS,
  );
  for (const { id } of held) models.set(id, model);
}
const reachable = articles.flatMap((article) =>
  article.labels.filter(({ said, attribution }) => said.from !== null && (article.gold[attribution] ?? -1) >= 0),
).length;
const all = articles.flatMap((article) => article.labels.filter(({ said }) => said.from !== null)).length;
process.stdout.write(`events hold ${reachable} of ${all} labelled days\n`);
for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
  process.stdout.write(`${score(models, threshold, 'layers')} | ${score(models, threshold, 'lab')}\n`);

/** Whether each labelled attribution is background, from the labelled or the assigned events. */
function retoldExamples(article: CarryArticle, assigned: readonly number[]): readonly Example[] {
  const { context, labels, id } = article;
  return labels.map(({ attribution, said }) => {
    const own = context.stated[attribution];
    const event = context.events[assigned[attribution] ?? -1] ?? null;
    const features = retoldFeatures(context, attribution, own != null ? own.resolved : event, own != null);
    return { features, label: said.retold ? 'retold' : 'told', group: id };
  });
}

const retoldSettings = { rounds: 300, penalty: 3, leastGroups: 2 };
let retoldRight = 0;
let retoldAll = 0;
let layersRight = 0;
let layersAll = 0;
for (let fold = 0; fold < FOLDS; fold++) {
  const held = articles.filter((_, index) => index % FOLDS === fold);
  const rest = articles.filter((article) => !held.includes(article));
  const model = trainLinear(
    rest.flatMap((article) => retoldExamples(article, article.gold)),
    retoldSettings,
  );
  for (const article of held) {
    const carry = models.get(article.id);
    if (carry === undefined) continue;
    for (const { features, label } of retoldExamples(article, assign(article, carry, 0.65))) {
      retoldAll++;
      const right = likeliest(model, features).name === label;
      if (right) retoldRight++;
      if (article.from === 'layers') layersAll++;
      if (article.from === 'layers' && right) layersRight++;
    }
  }
}
process.stdout.write(
  `retold right: ${((100 * retoldRight) / retoldAll).toFixed(1)} of ${retoldAll}, of the shared layers ${((100 * layersRight) / layersAll).toFixed(1)}\n`,
);
const full = train(articles, TURNS);
const retold = trainLinear(
  articles.flatMap((article) => retoldExamples(article, article.gold)),
  retoldSettings,
);
if (process.argv.includes('--write')) {
  const file = fileURLToPath(new URL('../src/engine/dates/weights.ts', import.meta.url));
  const table = (name: string, model: LinearModel): string => `export const ${name} = \`\n${linearTable(model)}\n\`;\n`;
  const note = '/** Learned from the labelled train articles by `npm run lab:dates -- --write`: never edit by hand. */\n';
  writeFileSync(file, `${note}${table('CARRY_WEIGHTS', full)}\n${table('RETOLD_WEIGHTS', retold)}`);
}
