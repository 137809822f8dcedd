/**
 * `npm run lab:tagger`: trains the tagger on the corpora beside the repository and writes data/english-tagger.bin, then
 * measures it (see measure.ts). Deterministic: the same corpora give the same bytes.
 *
 * A few hundred thousand words with wink's tags teach the words, thirty thousand with tags that people gave teach what is
 * right: a first model learns from those where wink errs, and corrects its tags on the news before the tagger learns from both.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type TaggerModel, writeTaggerModel } from '../../src/engine/english/tagger/tagger-model.js';
import { featureKey, joinValues, NO_TAG } from '../../src/engine/english/tagger/word-features.js';
import { readGum, readNews, type TaggedDocument } from './corpora.js';
import { findFixedWords } from './fixed-words.js';
import { asHeadline } from './headlines.js';
import { printComparison } from './measure.js';
import { Perceptron, type Sequence } from './perceptron.js';
import { quantize } from './quantize.js';
import { shuffle } from './shuffle.js';

export const MODEL_FILE = fileURLToPath(new URL('../../data/english-tagger.bin', import.meta.url));

/** Chosen on five folds of GUM train (`npm run lab:tagger -- --folds`): more passes or rows gain less than 0.1 points. */
const CORRECTOR_PASSES = 8;
const PASSES = 5;
const GOLD_COPIES = 8;
const LEAST_SEEN = 3;
const FEATURES = 75_000;
/** One paragraph in so many is also learned from as a headline. */
const HEADLINE_EVERY = 12;

/** wink's tags of a word and its neighbours, as features of the model that corrects them. */
function hintsOf(silver: Int8Array): readonly (readonly number[])[] {
  return Array.from(silver, (tag, at) => {
    const before = silver[at - 1] ?? NO_TAG;
    const after = silver[at + 1] ?? NO_TAG;
    return [
      featureKey(60, tag),
      featureKey(61, joinValues(before, tag)),
      featureKey(62, joinValues(after, tag)),
      featureKey(63, joinValues(joinValues(after, tag), before)),
    ];
  });
}

function learn(sequences: readonly Sequence[], least: number, passes: number): Perceptron {
  const model = new Perceptron(sequences, least);
  for (let pass = 0; pass < passes; pass++) {
    const right = model.learn(shuffle(sequences, pass + 1));
    process.stderr.write(`pass ${pass + 1}: ${(right * 100).toFixed(2)} % right on the way\n`);
  }
  model.average();
  return model;
}

/** The tagger's model, from documents with people's tags and documents with wink's alone. */
export function trainTagger(gold: readonly TaggedDocument[], news: readonly TaggedDocument[]): TaggerModel {
  const goldBlocks = gold.flatMap(({ blocks }) => blocks);
  const corrector = learn(
    goldBlocks.map(({ words, gold: tags, silver }) => ({ words, tags, hints: hintsOf(silver) })),
    1,
    CORRECTOR_PASSES,
  );
  const corrected = news
    .flatMap(({ blocks }) => blocks)
    .map(({ words, silver }): Sequence => ({ words, tags: corrector.tag(words, hintsOf(silver)), hints: null }));
  const taught = goldBlocks.map(({ words, gold: tags }): Sequence => ({ words, tags, hints: null }));
  const headlines = corrected.flatMap((sequence, index) =>
    index % HEADLINE_EVERY === 0 ? [asHeadline(sequence, index / HEADLINE_EVERY)] : [],
  );
  const all = [...corrected, ...headlines];
  for (let copy = 0; copy < GOLD_COPIES; copy++) all.push(...taught);
  return { ...quantize(learn(all, LEAST_SEEN, PASSES).rows(), FEATURES), ...findFixedWords([...corrected, ...taught]) };
}

const FOLDS = 5;

if (process.argv.includes('--folds')) {
  const gold = readGum('train');
  const news = readNews('train');
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainTagger(
      gold.filter((_, index) => index % FOLDS !== fold),
      news,
    );
    printComparison(
      `fold ${fold + 1} of GUM train`,
      gold.filter((_, index) => index % FOLDS === fold),
      writeTaggerModel(model),
    );
  }
} else {
  const bytes = writeTaggerModel(trainTagger(readGum('train'), readNews('train')));
  writeFileSync(MODEL_FILE, bytes);
  process.stdout.write(`data/english-tagger.bin: ${bytes.length} bytes\n`);
  printComparison('GUM dev', readGum('dev'), bytes);
}
