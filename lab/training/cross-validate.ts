import { createJudge } from '../../src/engine/attributions/judge.js';
import type { JudgedCandidate } from './judge-data.js';
import { trainJudge } from './train-judge.js';

/** What keeping all candidates of at least this confidence would find. */
export interface Trade {
  readonly threshold: number;
  readonly precision: number;
  readonly recall: number;
  readonly f: number;
}

/** Candidates of one tenth of the scale of confidence: what was promised and what was right. */
export interface Promise10 {
  readonly from: number;
  readonly count: number;
  readonly promised: number;
  readonly right: number;
}

export interface CrossValidation {
  readonly trades: readonly Trade[];
  readonly calibration: readonly Promise10[];
}

/** How the judge does on folds that it did not learn from. `labelled` is the number of attributions that people labelled. */
export function crossValidate(folds: readonly (readonly JudgedCandidate[])[], labelled: number): CrossValidation {
  const scored = folds.flatMap((fold, index) => {
    const model = trainJudge(folds.filter((_, other) => other !== index).flat(), 1);
    return fold
      .filter(({ candidate }) => candidate.content.length > 0)
      .map(({ table, candidate, around, right }) => ({ right, confidence: createJudge(table, model)(candidate, around) }));
  });
  return { trades: THRESHOLDS.map((threshold) => tradeAt(scored, threshold, labelled)), calibration: calibrationOf(scored) };
}

interface Scored {
  readonly right: number;
  readonly confidence: number;
}

const THRESHOLDS = [0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9];

function tradeAt(scored: readonly Scored[], threshold: number, labelled: number): Trade {
  const kept = scored.filter(({ confidence }) => confidence >= threshold);
  const hits = kept.filter(({ right }) => right === 1).length;
  const precision = kept.length === 0 ? 0 : hits / kept.length;
  const recall = hits / labelled;
  return { threshold, precision: round(precision), recall: round(recall), f: round((2 * precision * recall) / (precision + recall || 1)) };
}

function calibrationOf(scored: readonly Scored[]): readonly Promise10[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const inside = scored.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth);
    const mean = (values: readonly number[]): number => round(values.reduce((sum, value) => sum + value, 0) / (values.length || 1));
    return {
      from: tenth / 10,
      count: inside.length,
      promised: mean(inside.map(({ confidence }) => confidence)),
      right: mean(inside.map(({ right }) => right)),
    };
  });
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
