/**
 * Trains and measures the finder of article bodies in web pages.
 *
 *   tsx lab/pages/pages.ts evaluate        cross-validated over sites; writes lab/out/pages.json for the scorer
 *   tsx lab/pages/pages.ts train           writes src/readers/html/body-trees.ts from all pages
 *   tsx lab/pages/pages.ts predict         what the trees in the source give; writes lab/out/pages.json
 *
 * The pages are expected in ../shared/corpora/pages, or where ONRECORD_CORPORA says.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describeNeighbours, isBody, judgeRuns } from '../../src/readers/html/body.js';
import { readMetadata } from '../../src/readers/html/metadata.js';
import { describeRuns, type FeatureVector, type PageFacts } from '../../src/readers/html/run-features.js';
import { cutRuns, type Run } from '../../src/readers/html/runs.js';
import { parsePage } from '../../src/readers/html/tree.js';
import { probability, type Trees } from '../../src/readers/html/trees.js';
import { randomNumbers } from '../training/random.js';
import { type BoostOptions, boost } from './boost.js';

interface Example {
  readonly id: string;
  readonly site: string;
  readonly runs: readonly Run[];
  readonly facts: PageFacts;
  readonly vectors: readonly FeatureVector[];
  readonly labels: readonly number[];
  readonly weights: readonly number[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const corpus = join(process.env.ONRECORD_CORPORA ?? join(root, '..', 'shared', 'corpora'), 'pages');
const OPTIONS: BoostOptions = { trees: 120, depth: 4, rate: 0.1, rows: 0.7, features: 0.3, leafWeight: 2, seed: 1 };
const FOLDS = 7;

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? [];

function readExamples(): readonly Example[] {
  const expected = JSON.parse(readFileSync(join(corpus, 'expected.json'), 'utf8')) as Record<string, { articleBody: string; url: string }>;
  return Object.entries(expected).map(([id, { articleBody, url }]) => {
    const html = gunzipSync(readFileSync(join(corpus, 'html', `${id}.html.gz`))).toString('utf8');
    const page = parsePage(html);
    const runs = cutRuns(page.root);
    const facts = readMetadata(page.root);
    const counts = runs.map((run) => wordsOf(run.text).length);
    const all = counts.reduce((sum, count) => sum + count, 1);
    return {
      id,
      site: new URL(url).hostname.split('.').at(-2) ?? id,
      runs,
      facts,
      vectors: describeRuns(runs, facts),
      labels: labelRuns(runs, articleBody),
      weights: counts.map((count) => (30 * Math.sqrt(count + 1)) / Math.sqrt(all)),
    };
  });
}

/** A run belongs to the body when most of its three-word sequences stand in it; a shorter one when it stands in it whole, between the long ones. */
function labelRuns(runs: readonly Run[], body: string): readonly number[] {
  const words = wordsOf(body);
  const whole = ` ${words.join(' ')} `;
  const triples = new Set<string>();
  for (let index = 0; index + 3 <= words.length; index++) triples.add(words.slice(index, index + 3).join(' '));
  const labels = runs.map((run) => {
    const own = wordsOf(run.text);
    if (own.length === 0) return 0;
    if (own.length < 4) return whole.includes(` ${own.join(' ')} `) ? 1 : 0;
    let found = 0;
    for (let index = 0; index + 3 <= own.length; index++) if (triples.has(own.slice(index, index + 3).join(' '))) found++;
    return found / (own.length - 2) > 0.6 ? 1 : 0;
  });
  const isLong = (label: number, index: number): boolean => label === 1 && wordsOf(runs[index]?.text ?? '').length >= 8;
  const first = labels.findIndex(isLong);
  const last = labels.findLastIndex(isLong);
  return labels.map((label, index) => (index >= first - 2 && index <= last + 2 ? label : 0));
}

function train(examples: readonly Example[]): { first: Trees; second: Trees } {
  const fit = (list: readonly Example[], vectorsOf: (example: Example) => readonly FeatureVector[]): Trees =>
    boost(
      list.flatMap(vectorsOf),
      list.flatMap((example) => example.labels),
      list.flatMap((example) => example.weights),
      OPTIONS,
    );
  const alone = new Map<Example, readonly number[]>();
  for (const { inside, outside } of folds(examples, 4)) {
    const trees = fit(inside, (example) => example.vectors);
    for (const example of outside)
      alone.set(
        example,
        example.vectors.map((vector) => probability(trees, vector)),
      );
  }
  const second = fit(examples, (example) => describeNeighbours(example.runs, example.vectors, alone.get(example) ?? []));
  return { first: fit(examples, (example) => example.vectors), second };
}

/** Splits examples by site, so that no template is in both parts. */
function folds(examples: readonly Example[], count: number): readonly { inside: readonly Example[]; outside: readonly Example[] }[] {
  const sites = [...new Set(examples.map((example) => example.site))].sort();
  const random = randomNumbers(7);
  const fold = new Map(sites.map((site) => [site, Math.floor(random() * count)]));
  return Array.from({ length: count }, (_, index) => ({
    inside: examples.filter((example) => fold.get(example.site) !== index),
    outside: examples.filter((example) => fold.get(example.site) === index),
  }));
}

function write(predicted: ReadonlyMap<Example, readonly number[]>): void {
  mkdirSync(join(root, 'lab', 'out'), { recursive: true });
  const bodies = [...predicted].map(([example, probabilities]) => [
    example.id,
    {
      articleBody: example.runs
        .filter((_, index) => isBody(probabilities[index] ?? 0))
        .map((run) => run.text)
        .join('\n'),
    },
  ]);
  writeFileSync(join(root, 'lab', 'out', 'pages.json'), JSON.stringify(Object.fromEntries(bodies)));
}

function treesSource(name: string, trees: Trees): string {
  return `export const ${name}: Trees = ${JSON.stringify(trees)};`;
}

const examples = readExamples();
switch (process.argv[2]) {
  case 'train': {
    const { first, second } = train(examples);
    const file = join(root, 'src', 'readers', 'html', 'body-trees.ts');
    const note = "// Made by `npm run lab:pages -- train`; its card is docs/pages-model.md.\nimport type { Trees } from './trees.js';\n";
    writeFileSync(file, `${note}\n${treesSource('FIRST_TREES', first)}\n\n${treesSource('SECOND_TREES', second)}\n`);
    break;
  }
  case 'evaluate': {
    const predicted = new Map<Example, readonly number[]>();
    for (const { inside, outside } of folds(examples, FOLDS)) {
      const { first, second } = train(inside);
      for (const example of outside) predicted.set(example, judgeRuns(example.runs, example.facts, first, second));
    }
    write(predicted);
    break;
  }
  case 'predict':
    write(new Map(examples.map((example) => [example, judgeRuns(example.runs, example.facts)])));
    break;
  default:
    console.error('usage: pages.ts evaluate | train | predict');
    process.exitCode = 2;
}
