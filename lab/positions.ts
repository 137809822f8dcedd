/**
 * Trains and measures the model that tells positions from other statements, on the labelled training articles.
 *
 *     npm run lab:positions [-- --write]
 *
 * Prints precision, recall and F over folds of articles for each threshold; `--write` trains on all of them and writes
 * `src/engine/positions/position-weights.ts`.
 */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeArticle, type Reading, readArticle } from '../src/engine/index.js';
import { lowerCaser, weighCandidates } from '../src/engine/positions/find-positions.js';
import { ownSides } from '../src/engine/positions/own-side.js';
import { wordSequence } from '../src/engine/positions/word-sequence.js';
import { loadEnglish } from '../src/runtime/load-english.js';
import { parseMarked } from '../test/support/marked-attribution.js';
import { articleOf, corpusFile, type LayerLine, type NewsLine, type Pair, readLines } from './corpora.js';
import { createGoldAttributor } from './gold-attributor.js';

interface PositionLabel {
  readonly attribution: number;
  readonly position: { readonly target: Pair } | null;
}

interface Example {
  readonly article: number;
  /** One statement's readings share it: the best of them is asked whether there is a position. */
  readonly statement: string;
  readonly features: readonly string[];
  readonly positive: boolean;
  readonly present: boolean;
}

const FOLDS = 6;
const ROUNDS = 400;
const RATE = 0.3;
const DECAY = 2;

function examplesOf(reading: Reading, labels: readonly PositionLabel[], article: number): readonly Example[] {
  const lower = lowerCaser(reading);
  const sides = ownSides(reading, lower);
  return labels.flatMap((label): readonly Example[] => {
    const attribution = reading.attributions[label.attribution];
    const statement = reading.statements[label.attribution];
    if (attribution === undefined || statement === undefined) return [];
    const sequence = wordSequence(reading, attribution, lower);
    return weighCandidates(sequence, attribution, statement.act, sides(attribution, statement.speaker.name)).map(
      ({ candidate, features }) => {
        const start = reading.tokens[sequence.tokens[candidate.target.from] ?? 0]?.start ?? 0;
        const end = reading.tokens[sequence.tokens[candidate.target.to - 1] ?? 0]?.end ?? 0;
        const gold = label.position?.target;
        const overlaps = gold !== undefined && start < gold[1] && gold[0] < end;
        const present = label.position !== null;
        const positive = overlaps || (present && candidate.anaphoric);
        return { article, statement: `${article} ${label.attribution}`, features, positive, present };
      },
    );
  });
}

/** Logistic regression by full gradients with a step of its own for each feature (AdaGrad): the same examples give the same weights. */
function train(examples: readonly Example[]): Map<string, number> {
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  const kept = examples.filter((example) => example.positive || !example.present);
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = new Map<string, number>();
    for (const example of kept) {
      const error = (example.positive ? 1 : 0) - score(weights, example.features);
      for (const feature of example.features) gradient.set(feature, (gradient.get(feature) ?? 0) + error);
    }
    for (const [feature, value] of gradient) {
      const weight = weights.get(feature) ?? 0;
      const slope = value - (feature === 'bias' ? 0 : DECAY * weight);
      const history = (squares.get(feature) ?? 0) + slope * slope;
      squares.set(feature, history);
      weights.set(feature, weight + (RATE * slope) / Math.sqrt(history + 1e-9));
    }
  }
  return weights;
}

function score(weights: ReadonlyMap<string, number>, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

/** Best score of each statement, with whether it has a position by the labels. */
function bestScores(
  weights: ReadonlyMap<string, number>,
  examples: readonly Example[],
): ReadonlyMap<string, { readonly score: number; readonly present: boolean; readonly positive: boolean }> {
  const best = new Map<string, { score: number; present: boolean; positive: boolean }>();
  for (const { statement, features, present, positive } of examples) {
    const value = score(weights, features);
    if (value > (best.get(statement)?.score ?? -1)) best.set(statement, { score: value, present, positive });
  }
  return best;
}

function print(scores: readonly { readonly score: number; readonly present: boolean; readonly positive: boolean }[], gold: number): void {
  for (let threshold = 0.2; threshold < 0.75; threshold += 0.05) {
    const told = scores.filter((one) => one.score >= threshold);
    const right = told.filter((one) => one.present).length;
    const overlapping = told.filter((one) => one.positive).length;
    const precision = right / told.length;
    const recall = right / gold;
    const f = (200 * right) / (told.length + gold);
    process.stdout.write(
      `${threshold.toFixed(2)}  F ${f.toFixed(1)}  P ${(100 * precision).toFixed(1)}  R ${(100 * recall).toFixed(1)}  target ${((100 * overlapping) / right).toFixed(1)}\n`,
    );
  }
}

const layers = readLines<LayerLine>(corpusFile('layers', 'train'));
const labels = new Map(layers.map((line) => [line.id, line.labels as unknown as readonly PositionLabel[]]));
const news = readLines<NewsLine>(corpusFile('polnear', 'train')).filter((line) => labels.has(line.id));
const language = { ...loadEnglish(), attributor: createGoldAttributor(news, layers) };
const examples = news.flatMap((line, index) => examplesOf(readArticle(articleOf(line), language), labels.get(line.id) ?? [], index));
const gold = [...labels.values()].flat().filter((label) => label.position !== null).length;

const FOLDER = fileURLToPath(new URL('../test/cases/positions/', import.meta.url));

/** The case sentences: another style and subject than the labelled news. They train, and are not part of the measure. */
function caseExamples(): readonly Example[] {
  return readdirSync(FOLDER)
    .flatMap((file) => readFileSync(FOLDER + file, 'utf8').split('\n'))
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap((line, index) => {
      const { text, attribution, target } = parseMarked(line.slice(line.indexOf(':') + 2));
      const reading = readArticle(makeArticle({ text }), { ...language, attributor: { attribute: () => [attribution] } });
      const position = line.startsWith('none:') || target === null ? null : { target: [target.start, target.end] as const };
      return examplesOf(reading, [{ attribution: 0, position }], -1 - index);
    });
}

const cases = caseExamples();
const held = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = train([...cases, ...examples.filter((example) => example.article % FOLDS !== fold)]);
  held.push(
    ...bestScores(
      weights,
      examples.filter((example) => example.article % FOLDS === fold),
    ).values(),
  );
}
process.stdout.write(`${examples.length} readings of ${held.length} statements; ${gold} positions; held out:\n`);
print(held, gold);

const weights = train([...cases, ...examples]);
process.stdout.write('on the training articles themselves:\n');
print([...bestScores(weights, examples).values()], gold);
process.stdout.write('on the case sentences:\n');
print([...bestScores(weights, cases).values()], new Set(cases.filter((one) => one.present).map((one) => one.statement)).size);
if (process.argv.includes('--write')) {
  const lines = [...weights]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([feature, weight]) => `  ['${feature}', ${Number(weight.toFixed(2))}],\n`);
  const head = '/** Weights of the features of a position. Made by `npm run lab:positions -- --write`; do not edit. */\n';
  const file = fileURLToPath(new URL('../src/engine/positions/position-weights.ts', import.meta.url));
  writeFileSync(file, `${head}export const WEIGHTS: ReadonlyMap<string, number> = new Map([\n${lines.join('')}]);\n`);
}
