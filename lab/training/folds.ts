import type { AttributionModel } from '../../src/engine/attributions/model-file.js';
import type { Prepared } from './prepare.js';

export const FOLDS = 3;

/** The fold of an article, by its place in the corpus file. */
export const foldOf = (index: number): number => index % FOLDS;

export const inFold = (articles: readonly Prepared[], fold: number): readonly Prepared[] =>
  articles.filter((_, index) => foldOf(index) === fold);
export const outOfFold = (articles: readonly Prepared[], fold: number): readonly Prepared[] =>
  articles.filter((_, index) => foldOf(index) !== fold);

/** A model for each fold that saw none of the fold's articles. */
export type FoldModels = readonly AttributionModel[];
