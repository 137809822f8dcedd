import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Attribution } from '../src/engine/index.js';
import { SHARED } from './corpora.js';

/** Figures of the scorer, by name ("found", "source exact" ...). */
export type Figures = Readonly<
  Record<
    string,
    { readonly precision: number; readonly recall: number; readonly f: number; readonly predicted: number; readonly gold: number }
  >
>;

export const outFile = (name: string): string => fileURLToPath(new URL(`../.build/${name}`, import.meta.url));

/** Writes lines of JSON. */
export function writeLines(file: string, lines: readonly unknown[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/** An article's attributions in the shape that the scorer reads. */
export const predictionLine = (id: string, attributions: readonly Attribution[]): unknown => ({
  id,
  attributions: attributions.map(({ source, cue, content, within, confidence }) => ({ source, cue, content, within, confidence })),
});

/** The scorer's figures for predictions against labels. */
export function scoreFiles(goldFile: string, predictedFile: string): Figures {
  const scorer = `${SHARED}tools/score-attributions.mjs`;
  const { stdout } = spawnSync(process.execPath, [scorer, goldFile, predictedFile, '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as Figures;
}

export function printFigures(figures: Figures): void {
  for (const [name, { precision, recall, f }] of Object.entries(figures)) {
    console.log(
      `${name.padEnd(22)} P ${precision.toFixed(1).padStart(5)}  R ${recall.toFixed(1).padStart(5)}  F ${f.toFixed(1).padStart(5)}`,
    );
  }
}
