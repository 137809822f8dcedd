/**
 * A linear classifier over named features: each class has a weight for each feature, the sums are made probabilities.
 * Small enough to be read: its weights are a table of names and numbers.
 */
export interface LinearModel {
  readonly classes: readonly string[];
  /** For each feature one weight a class. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
}

/** Reads a table: the classes in its first line, then a line a feature: its name and a weight a class, in hundredths. */
export function readLinear(table: string): LinearModel {
  const [head = '', ...lines] = table.trim().split('\n');
  const weights = new Map<string, readonly number[]>();
  for (const line of lines) {
    const [name = '', ...values] = line.trim().split(' ');
    weights.set(
      name,
      values.map((value) => Number(value) / 100),
    );
  }
  return { classes: head.trim().split(' '), weights };
}

/** The probability of each class, in the model's order; they sum to one. */
export function probabilities(model: LinearModel, features: readonly string[]): readonly number[] {
  const sums = new Array<number>(model.classes.length).fill(0);
  for (const feature of features) {
    const weights = model.weights.get(feature);
    if (weights === undefined) continue;
    for (let index = 0; index < sums.length; index++) sums[index] = (sums[index] ?? 0) + (weights[index] ?? 0);
  }
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** The likeliest class and its probability; of equal ones the first in the model's order. */
export function likeliest(model: LinearModel, features: readonly string[]): { readonly name: string; readonly probability: number } {
  const all = probabilities(model, features);
  let best = 0;
  for (let index = 1; index < all.length; index++) if ((all[index] ?? 0) > (all[best] ?? 0)) best = index;
  return { name: model.classes[best] ?? '', probability: all[best] ?? 0 };
}

/** A model of two classes by one weight a feature: how much it speaks for the first of `classes` against the other. */
export type BinaryWeights = ReadonlyMap<string, number>;

/** The weights of a two-class model for one of its classes against the other. */
export function binaryWeights(model: LinearModel, name: string): BinaryWeights {
  const place = model.classes.indexOf(name);
  return new Map([...model.weights].map(([feature, weights]) => [feature, (weights[place] ?? 0) - (weights[1 - place] ?? 0)]));
}

/** The sum of some features' weights. */
export function sumOf(weights: BinaryWeights, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

/** A sum as a probability. */
export const logistic = (sum: number): number => 1 / (1 + Math.exp(-sum));
