/**
 * Learns which attributions share the audience and the occasion that an article tells of once, from the labelled articles of
 * train.
 *
 *     npm run lab:audiences            cross-validated figures
 *     npm run lab:audiences -- --write also writes the weights that the engine ships
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Field, ownWords, THRESHOLDS } from '../src/engine/audiences/find-audiences.js';
import { assignScenes, candidatesOf, type SceneContext, sceneContext, sceneFeatures } from '../src/engine/audiences/scenes.js';
import { readArticle } from '../src/engine/index.js';
import { binaryWeights, type LinearModel } from '../src/engine/learned/linear.js';
import type { TokenRange } from '../src/engine/model.js';
import { sourceKeys } from '../src/engine/statements/source-keys.js';
import { spanOf, viewStatements } from '../src/engine/statements/view.js';
import { loadEnglishWith } from '../src/runtime/load-english.js';
import { articleOf, type Pair } from './corpora.js';
import { createGoldAttributor } from './gold-attributor.js';
import { type LabelledArticle, labelledArticles, newsOf, type StatementLabel } from './labels.js';
import { type Example, linearTable, trainLinear } from './train-linear.js';

const SETTINGS = { rounds: 300, penalty: 2, leastGroups: 3 };
const FOLDS = 10;
const FIELDS = ['occasion', 'addressee'] as const;

interface SceneArticle {
  readonly id: string;
  readonly from: LabelledArticle['from'];
  readonly labels: readonly StatementLabel[];
  readonly context: Record<Field, SceneContext>;
  /** For each attribution those whose words are its labelled scene. */
  readonly gold: Record<Field, readonly (readonly number[])[]>;
  readonly text: string;
}

const labelled = labelledArticles('train');
const news = newsOf('train', labelled);
const language = loadEnglishWith(createGoldAttributor(news, labelled));
const articles = news.map((line): SceneArticle => {
  const { labels, from } = labelled.find(({ id }) => id === line.id) as LabelledArticle;
  const reading = readArticle(articleOf(line), language);
  const view = viewStatements(reading);
  const keys = sourceKeys(
    view,
    reading.statements.map(({ speaker }) => speaker),
  );
  const datings = reading.statements.map(({ said }) => said);
  const span = (range: TokenRange): Pair => [spanOf(reading.tokens, range).start, spanOf(reading.tokens, range).end];
  const goldOf = (field: Field, context: SceneContext): readonly (readonly number[])[] => {
    const out = reading.attributions.map((): readonly number[] => []);
    for (const label of labels) {
      const pair = label[field];
      if (pair === null) continue;
      out[label.attribution] = context.own.flatMap((range, index) =>
        range !== null && agree(line.text, span(range), pair) ? [index] : [],
      );
    }
    return out;
  };
  const occasion = sceneContext(view, ownWords(view, 'occasion'), keys, datings, null);
  const gold = goldOf('occasion', occasion);
  const other = gold.map((scenes) => scenes[0] ?? -1);
  const addressee = sceneContext(view, ownWords(view, 'addressee'), keys, datings, other);
  return {
    id: line.id,
    from,
    labels,
    context: { occasion, addressee },
    gold: { occasion: gold, addressee: goldOf('addressee', addressee) },
    text: line.text,
  };
});

function agree(text: string, one: Pair, other: Pair): boolean {
  return (one[0] < other[1] && other[0] < one[1]) || text.slice(...one).toLowerCase() === text.slice(...other).toLowerCase();
}

function examplesOf({ context, gold, labels, id }: SceneArticle, field: Field): readonly Example[] {
  const candidates = candidatesOf(context[field]);
  const assigned = gold[field].map((scenes) => scenes[0] ?? -1);
  return labels.flatMap(({ attribution }) =>
    (candidates[attribution] ?? []).map((scene) => ({
      features: sceneFeatures(context[field], attribution, scene, assigned),
      label: (gold[field][attribution] ?? []).includes(scene) ? 'scene' : 'none',
      group: id,
    })),
  );
}

function measure(field: Field, models: readonly LinearModel[], threshold: number, from: LabelledArticle['from']): string {
  let hit = 0;
  let predicted = 0;
  let wanted = 0;
  for (const [place, article] of articles.entries()) {
    if (article.from !== from) continue;
    const model = models[place % FOLDS];
    if (model === undefined) continue;
    const context = field === 'occasion' ? article.context.occasion : { ...article.context.addressee, other: occasionsOf(article, place) };
    const assigned = assignScenes(context, binaryWeights(model, 'scene'), threshold);
    for (const label of article.labels) {
      const scene = assigned[label.attribution] ?? -1;
      if (label[field] !== null) wanted++;
      if (scene >= 0) predicted++;
      if (scene >= 0 && (article.gold[field][label.attribution] ?? []).includes(scene)) hit++;
    }
  }
  const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1);
  return `${from}: F ${percent(2 * hit, predicted + wanted)} precision ${percent(hit, predicted)} recall ${percent(hit, wanted)}`;
}

const learned: Record<Field, LinearModel[]> = { occasion: [], addressee: [] };
const occasionsOf = (article: SceneArticle, place: number): readonly number[] => {
  const model = learned.occasion[place % FOLDS];
  return model === undefined ? [] : assignScenes(article.context.occasion, binaryWeights(model, 'scene'), THRESHOLDS.occasion);
};

for (const field of FIELDS) {
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = articles.filter((_, place) => place % FOLDS !== fold);
    learned[field].push(
      trainLinear(
        rest.flatMap((article) => examplesOf(article, field)),
        SETTINGS,
      ),
    );
  }
  for (const threshold of [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6])
    process.stdout.write(
      `${field} ${threshold}: ${measure(field, learned[field], threshold, 'layers')} | ${measure(field, learned[field], threshold, 'lab')}\n`,
    );
}
if (process.argv.includes('--write')) {
  const file = fileURLToPath(new URL('../src/engine/audiences/weights.ts', import.meta.url));
  const note = '/** Learned from the labelled train articles by `npm run lab:audiences -- --write`: never edit by hand. */\n';
  const table = (name: string, field: Field): string => {
    const model = trainLinear(
      articles.flatMap((article) => examplesOf(article, field)),
      SETTINGS,
    );
    return `export const ${name} = \`\n${linearTable(model)}\n\`;\n`;
  };
  writeFileSync(file, `${note}${table('OCCASION_WEIGHTS', 'occasion')}\n${table('ADDRESSEE_WEIGHTS', 'addressee')}`);
}
