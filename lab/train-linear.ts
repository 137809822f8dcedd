import type { LinearModel } from '../src/engine/learned/linear.js';

/** One thing to learn from: its features, its class, and the article that it comes from. */
export interface Example {
  readonly features: readonly string[];
  readonly label: string;
  readonly group: string;
}

export interface TrainSettings {
  readonly rounds: number;
  readonly penalty: number;
  /** Features seen in fewer articles than this are left out. */
  readonly leastGroups: number;
}

/** Multinomial logistic regression by full-batch gradient with AdaGrad steps: the same examples always give the same weights. */
export function trainLinear(examples: readonly Example[], { rounds, penalty, leastGroups }: TrainSettings): LinearModel {
  const classes = [...new Set(examples.map((example) => example.label))].sort();
  const names = keptFeatures(examples, leastGroups);
  const place = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map((example) => Int32Array.from(example.features.flatMap((name) => place.get(name) ?? [])));
  const targets = examples.map((example) => classes.indexOf(example.label));
  const width = classes.length;
  const weights = new Float64Array(names.length * width);
  const squares = new Float64Array(names.length * width).fill(1e-8);
  for (let round = 0; round < rounds; round++) {
    const gradient = gradientOf(rows, targets, weights, width);
    for (let index = 0; index < weights.length; index++) {
      const slope = (gradient[index] ?? 0) / rows.length + (penalty * (weights[index] ?? 0)) / rows.length;
      squares[index] = (squares[index] ?? 0) + slope * slope;
      weights[index] = (weights[index] ?? 0) - (0.3 * slope) / Math.sqrt(squares[index] ?? 1);
    }
  }
  return {
    classes,
    weights: new Map(names.map((name, index) => [name, [...weights.slice(index * width, index * width + width)]])),
  };
}

function keptFeatures(examples: readonly Example[], leastGroups: number): readonly string[] {
  const groups = new Map<string, Set<string>>();
  for (const example of examples) {
    for (const name of example.features) {
      const seen = groups.get(name) ?? new Set();
      seen.add(example.group);
      groups.set(name, seen);
    }
  }
  return [...groups].flatMap(([name, seen]) => (seen.size >= leastGroups ? [name] : [])).sort();
}

function gradientOf(rows: readonly Int32Array[], targets: readonly number[], weights: Float64Array, width: number): Float64Array {
  const gradient = new Float64Array(weights.length);
  const sums = new Float64Array(width);
  for (const [index, row] of rows.entries()) {
    sums.fill(0);
    for (const feature of row) for (let at = 0; at < width; at++) sums[at] = (sums[at] ?? 0) + (weights[feature * width + at] ?? 0);
    const highest = Math.max(...sums);
    let total = 0;
    for (let at = 0; at < width; at++) total += Math.exp((sums[at] ?? 0) - highest);
    for (let at = 0; at < width; at++) {
      const error = Math.exp((sums[at] ?? 0) - highest) / total - (at === targets[index] ? 1 : 0);
      for (const feature of row) gradient[feature * width + at] = (gradient[feature * width + at] ?? 0) + error;
    }
  }
  return gradient;
}

/** A model as the text table that the engine reads, weights in hundredths, features without weight left out. */
export function linearTable(model: LinearModel): string {
  const lines = [...model.weights].flatMap(([name, values]) => {
    const rounded = values.map((value) => Math.round(value * 100));
    return rounded.every((value) => value === 0) ? [] : [`${name} ${rounded.join(' ')}`];
  });
  return [model.classes.join(' '), ...lines].join('\n');
}

/** Leaves out a tenth of the articles in turn: every example with the model that never saw its article. */
export function crossValidate(
  examples: readonly Example[],
  settings: TrainSettings,
  folds = 10,
): readonly { example: Example; model: LinearModel }[] {
  const groups = [...new Set(examples.map((example) => example.group))].sort();
  const foldOf = new Map(groups.map((group, index) => [group, index % folds]));
  const out: { example: Example; model: LinearModel }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const model = trainLinear(
      examples.filter((example) => foldOf.get(example.group) !== fold),
      settings,
    );
    for (const example of examples) if (foldOf.get(example.group) === fold) out.push({ example, model });
  }
  return out;
}
